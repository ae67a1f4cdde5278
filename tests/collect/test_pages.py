"""A page of HTML → an article: what part each stretch plays, and what holds for any bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from crossread.collect.body import RULES
from crossread.collect.pages import page
from crossread.errors import InputError
from crossread.model.article import Article

FIRST = (
    "The dam above Orlo burst on Monday after two days of rain, the ministry said, and the "
    "lower town was under water within the hour."
)
SECOND = (
    "“No one was told,” said Tom Quay, the mayor. “We heard the water before we heard from "
    "anybody in the capital, and by then the bridge had gone.”"
)
THIRD = (
    "The ministry denied it. A spokeswoman said a warning had been sent at noon, and that what "
    "the town did with it was a matter for the town."
)

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Dam bursts above Orlo – The Weir</title>
<meta property="og:title" content="Dam bursts above Orlo"></head><body class="has-sidebar">
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<div class="page"><article>
<a href="/n">News</a>
<h1>Dam bursts above Orlo</h1>
<p class="standfirst">The lower town is under water and the mayor blames the ministry.</p>
<p class="byline">By <a href="/ada">Ada Brook</a> and Tom Reed</p>
<p><time datetime="2031-05-04T13:42:00+06:00">4 May 2031, 13:42</time></p>
<div class="share-bar"><a href="#">Share on this</a> <a href="#">Share on that</a></div>
<figure><img src="a.jpg"><figcaption>The bridge on Monday. Photo: Li Reed</figcaption></figure>
<div class="body">
<p>{FIRST}</p>
<p>Read also: <a href="/r">Three villages without power since Friday</a></p>
<h2>A warning at noon</h2>
<p>{SECOND}</p>
<div class="newsletter-signup"><p>The morning's news for you. <a href="#">Go</a></p></div>
<p>{THIRD}</p>
<aside class="pullquote">We heard the water before we heard from anybody in the capital</aside>
<div><img src="b.jpg"><span>Sandbags on Mill Lane</span></div>
<p><a href="/x">Ten years of Orlo in pictures: the dam from above</a></p>
<p>Additional reporting by Mo Hill</p>
</div></article>
<div class="related"><h3>More</h3><ul><li><a href="/y">Rain to go on, it is said</a></li></ul></div>
<section class="comments"><h3>Comments</h3><p>I was there and it was worse than they say it was, and
nobody has asked any of us who live on Mill Lane what we saw that night or what we heard.</p>
</section></div><footer><p>© 2031 The Weir. All rights reserved.</p></footer></body></html>"""

KINDS = """boilerplate boilerplate
boilerplate title heading byline dateline boilerplate caption
paragraph boilerplate heading paragraph boilerplate paragraph aside caption boilerplate byline
boilerplate boilerplate boilerplate boilerplate boilerplate""".split()


def read(source: str) -> Article:
    return page(source.encode(), file="page.html")


def told(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.layout]


def paragraphs(article: Article) -> list[str]:
    return [text for kind, text in told(article) if kind == "paragraph"]


def test_the_parts_of_a_page() -> None:
    article = read(PAGE)

    assert [kind for kind, _ in told(article)] == KINDS
    assert paragraphs(article) == [FIRST, SECOND, THIRD]


def test_what_a_page_says_of_itself() -> None:
    article = read(PAGE)

    assert article.title == "Dam bursts above Orlo"
    assert article.outlet == "The Weir"
    assert article.authors == ("Ada Brook", "Tom Reed")
    assert article.published == "2031-05-04T13:42+06:00"
    assert article.language == "en"
    assert article.media_type == "text/html"


def test_each_block_is_found_again_in_the_saved_page() -> None:
    article, saved = read(PAGE), html.document_fromstring(PAGE)

    for block in article.layout:
        words = block.span.of(article.text).split()
        assert " ".join(words) in " ".join(str(saved.xpath(f"string({block.xpath})")).split())


def test_a_page_in_russian() -> None:
    source = (
        "<title>Плотина прорвана</title><h1>Плотина прорвана</h1><p>4 мая 2031, 13:42</p>"
        "<p>Плотина над Орло прорвана в понедельник, сообщило министерство водных дел.</p>"
        "<p>Читайте также: <a href=x>Дожди продолжатся до конца недели</a></p>"
        "<p>«Никого не предупредили, — сказал мэр Том Квей. — Мы услышали воду».</p>"
        "<p>Подписывайтесь на наш канал</p><p>Просмотров: 3945</p>"
    )
    article = page(source.encode("windows-1251"), file=None)

    assert [kind for kind, _ in told(article)] == [
        *("title", "dateline", "paragraph", "boilerplate", "paragraph", "boilerplate"),
        "boilerplate",
    ]
    assert (article.published, article.language) == ("2031-05-04T13:42", "ru")


def body(extra: str) -> Article:
    return read(f"<h1>Dam bursts</h1><div><p>{FIRST}</p>{extra}<p>{SECOND}</p><p>{THIRD}</p></div>")


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ("<p>___</p>", "boilerplate"),
        ("<p>Dam bursts</p>", "boilerplate"),
        ("<p class='wp-caption-text'>The bridge on Monday</p>", "caption"),
        ("<p>Photo: Li Reed</p>", "caption"),
        ("<p>(Reporting by Ada Brook; editing by Tom Reed)</p>", "byline"),
        ("<p>Updated: 5 May 2031</p>", "dateline"),
        ("<p>Share this: <a href=x>here</a></p>", "boilerplate"),
        ("<p>Subscribe to the newsletter of The Weir</p>", "boilerplate"),
        ("<p>Follow us on <a href=x>Thingummy</a></p>", "boilerplate"),
        ("<div class='ad-slot advertisement'><p>Buy a boat today</p></div>", "boilerplate"),
        ("<p><a href=x>Rain to go on, forecasters warn</a></p>", "boilerplate"),
        ("<p>Buy a boat while the water is high. Subscribe!</p>", "boilerplate"),
        ("<p>The views of authors do not necessarily reflect ours.</p>", "boilerplate"),
        ("<p>Ada Brook contributed to this report.</p>", "byline"),
        ("<p>Correction, 5 May: an earlier version misspelled Orlo.</p>", "aside"),
        ("<h3>The night</h3>", "heading"),
        ("<p>He left.</p>", "paragraph"),
        (f"<p><a href=x>{SECOND[:40]}</a>, which he denied when asked.</p>", "paragraph"),
        ("<ul><li>Two people died in the lower town, doctors said.</li></ul>", "paragraph"),
        ("<blockquote>Nobody came, and nobody called, all night.</blockquote>", "paragraph"),
    ],
)
def test_a_stretch_within_the_story(extra: str, kind: str) -> None:
    article = body(extra)

    assert [told(article)[number][0] for number in (1, 2, 3)] == ["paragraph", kind, "paragraph"]


def test_a_teaser_of_the_story_is_not_the_story() -> None:
    article = read(
        f"<ul class=ticker><li><a href=x>Dam bursts</a> {FIRST}</li><li>Other</li></ul>"
        f"<div class=main><h1>Dam bursts</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    )

    assert paragraphs(article) == [FIRST, SECOND, THIRD]


def test_a_box_that_says_the_same_in_large_type_is_an_aside() -> None:
    article = body("<div class=pullquote>We heard the water before we heard from anybody</div>")

    assert told(article)[2][0] == "aside"


def test_what_stands_above_the_headline_is_not_the_story() -> None:
    article = read(
        f"<body><p>Printed in Orlo on Thursdays, online when there is power</p><h1>Dam bursts</h1>"
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    )

    assert paragraphs(article) == [FIRST, SECOND, THIRD]


def test_what_follows_the_comments_is_not_the_story() -> None:
    article = read(
        f"<h1>Dam bursts</h1><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>Comments (306)</p>"
        "<p>Comments are open to registered users.</p></div>"
    )

    assert paragraphs(article) == [FIRST, SECOND, THIRD]


def test_a_story_whose_paragraphs_are_links_is_a_story() -> None:
    linked = "".join(f"<p><a href=x>{text}</a></p>" for text in (FIRST, SECOND, THIRD))

    assert paragraphs(read(f"<h1>Dam bursts</h1><div>{linked}</div>")) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("head", "top", "outlet"),
    [
        ("<title>Dam bursts – The Weir</title>", "", "The Weir"),
        ("<title>Dam bursts :: The Weir</title>", "", "The Weir"),
        ("<title>Live: the dam – The Weir</title>", "<div>The Weir</div>", "The Weir"),
        ("<title>Live: the dam – the night</title>", "<div>The Weir</div>", None),
        ("<title>Dam bursts</title>", "", None),
    ],
)
def test_the_outlet_behind_the_title(head: str, top: str, outlet: str | None) -> None:
    assert read(f"{head}<body>{top}<h1>Dam bursts</h1><p>{FIRST}</p>").outlet == outlet


@pytest.mark.parametrize(
    ("stated", "shown", "published"),
    [
        ("2031-05-04T13:42:00+06:00", "4 May 2031, 13:50", "2031-05-04T13:42+06:00"),
        ("2031-05-04T07:42:00", "4 May 2031, 13:42", "2031-05-04T13:42"),  # that was Greenwich
        ("2031-05-04T07:42:00", "4 May 2031, 13:50", "2031-05-04T07:42"),
        ("", "4 May 2031", "2031-05-04"),
        ("", "<time datetime=2031-05-04T13:42:00Z>3 hours ago</time>", "2031-05-04T13:42+00:00"),
        ("", "Updated: 4 May 2031", None),
        ("", "<time datetime=2031-05-04>Last updated 4 May 2031</time>", None),
        ("", "By Ada Brook, 4 May 2031, 13:42", "2031-05-04T13:42"),
        ("", "3 hours ago", None),
    ],
)
def test_the_date_stated_and_shown(stated: str, shown: str, published: str | None) -> None:
    meta = f'<meta property="article:published_time" content="{stated}">'
    article = read(
        f"{meta}<h1>Dam bursts</h1><p>{shown}</p><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )

    assert article.published == published


def test_the_language_is_that_of_the_story() -> None:
    story = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FIRST.upper()))

    assert read(f"<html lang=de><h1>Dam bursts</h1>{story}").language == "en"


def test_line_breaks_alone_make_paragraphs() -> None:
    assert paragraphs(read(f"<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>")) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_short_page_is_read_without_the_library() -> None:
    article = read("<h1>Dam bursts</h1><p>It was dark.</p><nav>Home</nav>")

    assert [kind for kind, _ in told(article)] == ["title", "paragraph", "boilerplate"]
    assert article.published is None
    assert article.authors == ()


def test_the_year_of_the_copyright_is_no_date() -> None:
    assert (
        read(f"<p>{FIRST}</p><footer>© 2031 The Weir, since 4 May 1999</footer>").published is None
    )


def test_a_date_in_the_story_is_no_date_of_the_page() -> None:
    assert (
        read(f"<p>On 4 May 2031 the rain began, and it did not stop.</p><p>{FIRST}</p>").published
        is None
    )


def test_the_address_may_hold_the_date() -> None:
    source = '<link rel=canonical href="https://weir.example/2031/05/04/dam">' + FIRST

    assert read(source).published == "2031-05-04"


@pytest.mark.parametrize("source", [b"", b" ", b"<p>", b"<script>x()</script>", b"%PDF-1.7 \0"])
def test_a_page_without_words_is_an_error_in_one_sentence(source: bytes) -> None:
    with pytest.raises(InputError) as error:
        page(source, file="page.html")

    assert str(error.value).startswith("page.html: ")
    assert "\n" not in str(error.value)


def test_a_rule_can_explain_itself() -> None:
    assert all(rule.__doc__ for rule in RULES)


PIECES = st.sampled_from(
    """<p> </p> <div> </div> <br> <br><br> <pre> </pre> <td> <tr> <table> </table> <a> </a> <h1>
    <!-- --> <script> </script> <plaintext> <title> <svg> <figure> <aside> <span> <li> &nbsp;
    &#8238; <time> <body> </body> <frameset> <select> <template> <div~hidden> <meta~charset=koi8-r>
    <![CDATA[ ]]> word Слово ё 言葉 . , “ ” © 4~May~2031 By~Ada~Brook \ud7ff \U0001f600
    """.replace("~", "\u00a0").split(" ")
)
SOURCES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map(
        lambda pieces: " ".join(pieces).encode("utf-8", "replace")
    ),
)


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_blocks_cover_any_page_in_order(source: bytes) -> None:
    try:
        article = page(source, file=None)
    except InputError:
        return
    last = 0
    for block in article.layout:
        words = block.span.of(article.text)
        assert words == words.strip() != ""
        assert not article.text[last : block.span.start].strip()
        last = block.span.stop
    assert not article.text[last:].strip()
    assert article == page(source, file=None)


HUGE = {
    "one line": b"<p>" + b"word " * 1_000_000,
    "many paragraphs": b"".join(b"<p>Paragraph %d has some words.</p>" % n for n in range(20_000)),
    "one paragraph again and again": b"<p>one two three four five six</p>" * 20_000,
    "many spans": b"<p>" + b"<span>a </span>" * 100_000,
    "a table": b"<table>" + b"<tr><td>1<td>2" * 20_000,
    "open brackets": b"a" + b"<" * 1_000_000,
    "line breaks": b"a<br>" * 100_000,
}


@pytest.mark.parametrize("source", HUGE.values(), ids=HUGE)
def test_a_huge_page_comes_to_an_end(source: bytes) -> None:
    assert page(source, file="page").layout
