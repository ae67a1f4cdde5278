"""What the markup of a page states, and how dates and names are read there."""

import pytest

from crossread.collect.dom import tree
from crossread.collect.markup import Stated, stated
from crossread.collect.names import cleaned
from crossread.collect.stamp import stamp


def page(head: str, body: str = "", html: str = "<html>") -> Stated:
    source = f"{html}<head>{head}</head><body>{body}</body></html>".encode()
    return stated(tree(source, file="page"), source)


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


STORY = """{"@type": "NewsArticle", "headline": "Dam bursts &#8211; again",
  "datePublished": "2031-05-04T13:42:00+06:00", "dateModified": "2031-05-05T00:00:00Z",
  "author": [{"@type": "Person", "name": "Ada Brook"},
             {"@type": "Organization", "name": "The Weir"}, "T. Quay"],
  "publisher": {"@type": "Organization", "name": "Weir Media"}, "inLanguage": "en-GB",
  "url": "https://weir.example/dam"}"""

# Each a way in which pages hold the same JSON-LD.
LINKED = {
    "plain": STORY,
    "a list": f"[{STORY}]",
    "a graph": f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite"}}, {STORY}]}}',
    "in a comment": f"<!-- {STORY} -->",
    "as CDATA": f"//<![CDATA[\n{STORY}\n//]]>",
    "a comma too many": STORY.replace('/dam"}', '/dam",}'),
    "a break within a string": STORY.replace("again", "\n again"),
    "a semicolon behind": f"{STORY};",
    "something behind": f"{STORY} {{",
}


@pytest.mark.parametrize("json", LINKED.values(), ids=LINKED)
def test_json_ld(json: str) -> None:
    found = page(linked(json))

    assert found.titles == ("Dam bursts – again",)
    assert found.authors[0] == ("Ada Brook", "T. Quay")
    assert (found.published, found.modified) == ("2031-05-04T13:42+06:00", "2031-05-05")
    assert (found.outlet, found.language) == ("Weir Media", "en")
    assert found.url == "https://weir.example/dam"


def test_an_author_named_elsewhere_in_the_graph() -> None:
    graph = """{"@graph": [{"@type": "Article", "headline": "A", "author": {"@id": "#1"}},
        {"@type": "Person", "@id": "#1", "name": "Ada Brook"}]}"""

    assert page(linked(graph)).authors[0] == ("Ada Brook",)


@pytest.mark.parametrize(
    "json", ["", "nonsense", "[" * 100_000, '{"@type": 7}', "[[1], null]", "7"]
)
def test_json_that_says_nothing(json: str) -> None:
    assert page(linked(json)) == page("")


def test_other_stories_in_json_ld_are_not_this_one() -> None:
    listed = (
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}'
    )

    assert page(linked(listed)).titles == ()


def test_opengraph_and_its_like() -> None:
    found = page(
        '<meta property="og:title" content="Dam bursts"><meta name="author" content="Ada Brook">'
        '<meta property="og:site_name" content="The Weir"><title>Dam bursts – The Weir</title>'
        '<meta property="article:published_time" content="2031-05-04T13:42:07Z">'
        '<meta property="article:author" content="https://social.example/weir">'
        '<link rel="canonical" href="https://weir.example/dam"><meta property="og:locale" '
        'content="uk_UA">'
    )

    assert found.titles == ("Dam bursts", "Dam bursts – The Weir")
    assert found.authors == ((), ("Ada Brook",), ())
    assert (found.outlet, found.language) == ("The Weir", "uk")
    assert found.published == "2031-05-04T13:42:07+00:00"
    assert found.url == "https://weir.example/dam"


def test_microdata() -> None:
    found = page(
        "",
        '<h1 itemprop="headline">Dam bursts</h1><span itemprop="author"><a itemprop="name">Ada '
        'Brook</a>, reporter</span><time itemprop="datePublished" datetime="2031-05-04">May</time>'
        '<div itemtype="https://schema.org/Comment"><i itemprop="author">A troll</i></div>',
    )

    assert found.titles == ("Dam bursts",)
    assert found.authors == ((), (), ("Ada Brook",))
    assert found.published == "2031-05-04"


def test_the_browser_wrote_where_it_saved_the_page_from() -> None:
    source = b"<!-- saved from url=(0024)https://weir.example/dam --><html><p>Words"

    assert stated(tree(source, file="page"), source).url == "https://weir.example/dam"


def test_a_page_that_states_nothing() -> None:
    assert page("") == Stated((), None, (), ((), (), ()), None, None, None, None)


def test_an_address_is_one_of_the_web() -> None:
    assert page('<link rel=canonical href="javascript:alert(1)">').url is None


@pytest.mark.parametrize(
    ("site", "publisher", "outlet"),
    [
        ("The Weir", "Far News Agency", "The Weir"),  # copy of an agency
        ("orlotoday", "Orlo Today", "Orlo Today"),  # as it is spelled
        ("orlotoday.example", "The Orlo-Today", "The Orlo-Today"),
        ("orlotoday.example", "Far News Agency", "orlotoday.example"),
        ("https://www.weir.example", "", "weir.example"),
        ("@weir", "", "weir"),
    ],
)
def test_outlets(site: str, publisher: str, outlet: str) -> None:
    story = f'{{"@type": "Article", "headline": "A", "publisher": {{"name": "{publisher}"}}}}'

    assert page(f'{linked(story)}<meta property="og:site_name" content="{site}">').outlet == outlet


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2031-05-04T13:42:00+0600", "2031-05-04T13:42+06:00"),
        ("2031-05-04T13:42:07.123Z", "2031-05-04T13:42:07+00:00"),
        ("2031-05-04 13:42", "2031-05-04T13:42"),
        ("2031-05-04T00:00:00Z", "2031-05-04"),  # a program that knew only the day
        ("2031/5/4", "2031-05-04"),
        ("20310504", "2031-05-04"),
        ("20310504T134207Z", "2031-05-04T13:42:07+00:00"),
        ("Sun, 04 May 2031 13:42:00 GMT", "2031-05-04T13:42+00:00"),
        ("2031-13-04", None),
        ("0000-00-00", None),
        ("1931-05-04", None),
        ("04.05", None),
        ("yesterday", None),
        ("1935841320", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert stamp(text) == date


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("Ada Brook", ("Ada Brook",)),
        ("By ADA BROOK", ("Ada Brook",)),
        ("By Ada Brook and Tom Quay, Staff writers", ("Ada Brook", "Tom Quay")),
        ("Ada Brook, Tom Quay & Li Reed", ("Ada Brook", "Tom Quay", "Li Reed")),
        ("Analysis by Ada Brook, Weir Editor-at-large", ("Ada Brook",)),
        ("Ada Brook | Weir Media for weir.example", ("Ada Brook",)),
        ("Ada Brook (ada@weir.example)", ("Ada Brook",)),
        ("Ada Brook @adabrook", ("Ada Brook",)),
        ("Ada Brook, The Weir", ("Ada Brook",)),
        ("А. Автор", ("А. Автор",)),
        ("Текст: Анна Брук и Том Квей", ("Анна Брук", "Том Квей")),
        ("Ada Brook Jr.", ("Ada Brook Jr.",)),
        ("Reuters", ("Reuters",)),
        ("The Weir", ()),
        ("Weir Staff", ()),
        ("admin", ()),
        ("ada_17", ()),
        ("MAY 4, 2031 13:42", ()),
    ],
)
def test_names(entry: str, names: tuple[str, ...]) -> None:
    assert cleaned([entry], ["The Weir"]) == names


def test_a_name_is_named_once() -> None:
    assert cleaned(["Ada Brook", "By ADA BROOK and Tom Quay"]) == ("Ada Brook", "Tom Quay")
