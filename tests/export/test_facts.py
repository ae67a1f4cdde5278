"""What the report lists of dates, figures, ties and wording."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import html

from crossread.export.highlight import cut
from crossread.export.report import page
from crossread.model.reading import Reading
from crossread.model.span import Span
from tests.readings import HARBOUR
from tests.told import EVIL, RAID, TALLY, TOLD


def tree(readings: Sequence[Reading]) -> html.HtmlElement:
    return html.document_fromstring("".join(page(lambda: readings, name="raid")))


def texts(found: Sequence[html.HtmlElement]) -> list[str]:
    return [" ".join(each.text_content().split()) for each in found]


def test_the_timeline_is_in_the_order_of_the_dates() -> None:
    document = tree(TOLD)

    assert texts(document.xpath("//ol[@class='told timeline']/li/h3")) == [
        "2031", "3 March 2031", "4 March 2031",
    ]  # fmt: skip
    rows = texts(document.xpath("//ol[@class='told timeline']/li//li"))
    assert rows[0].startswith("arrive Varsk Holding · “early 2031” The so-called")
    assert rows[1].endswith("The Coast Courier, no date given · The port — said")
    assert rows[2] == (
        "detain 44 people · in Tarvel On 4 March 2031 the police detained 44 people in Tarvel."
        " The Sered Ledger, 5 March 2031 · the outlet’s own words"
    )


def test_figures_stand_under_what_they_count() -> None:
    document = tree(TOLD)

    assert texts(document.xpath("//ol[@class='told figures']/li/h3")) == [
        "people detained", "sailors detained",
    ]  # fmt: skip
    assert texts(document.xpath("//ol[@class='told figures']//strong")) == [
        "44", "2.7 thousand (2,700)", "at least 60",
    ]  # fmt: skip


def test_ties_say_who_claims_them_and_how() -> None:
    document = tree(TOLD)
    first, second = document.xpath("//ol[@class='told ties']/li")

    assert texts(first.xpath("./h3")) == ["Varsk Holding owns Sered Ferry Line"]
    assert texts(first.xpath(".//*[@class='claimant']")) == [
        "Oren Dask — said", "the outlet’s own words",
    ]  # fmt: skip
    assert texts(first.xpath(".//*[@class='mark']")) == ["hedged"]
    assert texts(second.xpath(".//*[@class='mark']")) == ["negated"]
    assert texts(second.xpath(".//*[@class='about']")) == ["1,500,000 EUR · 2031"]


def test_a_fact_leads_to_the_statement_that_claims_it_or_to_its_article() -> None:
    document = tree(TOLD)
    ids = set(document.xpath("//@id"))
    links = document.xpath("//ol[starts-with(@class, 'told')]//a/@href")

    assert len(links) == 9
    assert {link[1:] for link in links} <= ids
    assert f"#a-{RAID.article.id}-a1" in links
    assert f"#a-{TALLY.article.id}" in links


def test_wording_is_counted_by_kind_and_outlet() -> None:
    document = tree(TOLD)

    assert texts(document.xpath("//table[@class='kinds']//tr")) == [
        "Outletlabelpresumptionscare quotes", "The Sered Ledger101", "The Coast Courier010",
    ]  # fmt: skip


def test_wording_is_marked_in_its_place_with_its_kind() -> None:
    marked = tree(TOLD).xpath("//article//span[contains(@class, 'worded')]")

    assert [(each.text_content(), each.get("data-kind")) for each in marked] == [
        ("“peacekeepers”", "scare quotes, of Varsk Holding"),
        ("militants", "label, of Varsk Holding"),
        ("It is obvious that", "presumption"),
    ]
    assert all(each.get("tabindex") == "0" for each in marked)


def test_what_a_case_has_not_is_not_spoken_of() -> None:
    document = tree([HARBOUR])

    assert document.xpath("//ol[starts-with(@class, 'told')] | //table[@class='kinds']") == []
    assert document.xpath("//*[contains(@class, 'worded')]") == []


def test_the_words_of_an_article_are_never_markup() -> None:
    names = tuple(replace(each, name=f"{EVIL}<script>") for each in RAID.entities)
    events = tuple(replace(each, kind=EVIL, when="2031") for each in RAID.events)
    article = replace(RAID.article, outlet=EVIL, text=RAID.text.replace("Tarvel", "<i>&\u202e"))
    hostile = replace(RAID, entities=names, events=events, article=article)
    document = tree([hostile])

    assert document.xpath("//script | //article//i | //section//i") == []
    assert "\u202e" not in document.text_content()
    assert "␛[31m‹U+202E›<b><script> owns" in document.text_content()


def test_wording_is_cut_out_of_what_it_stands_in() -> None:
    found = list(cut(HARBOUR.text, [HARBOUR.blocks[3].span], HARBOUR.attributions, (SPOIL,)))
    pieces = [piece for held in found for piece in held]

    assert [(p.words, p.content) for p in pieces if p.wording] == [("spoil", ("a1", "a2"))]
    assert "".join(piece.words for piece in pieces) == HARBOUR.blocks[3].span.of(HARBOUR.text)
    assert [piece.first for piece in pieces if piece.first] == [("a1",), ("a2",)]


def test_a_wording_in_pieces_opens_and_closes_once() -> None:
    words = "warned that the spoil"
    span = Span(start := HARBOUR.text.index(words), start + len(words))
    (pieces,) = cut(HARBOUR.text, [HARBOUR.blocks[3].span], HARBOUR.attributions, (span,))

    assert [(p.words, p.opens, p.closes) for p in pieces if p.wording] == [
        ("warned", True, False), (" that ", False, False), ("the spoil", False, True),
    ]  # fmt: skip


def test_a_long_group_is_folded_and_counted() -> None:
    many = [replace(RAID, article=replace(RAID.article, id=f"{n:016x}")) for n in range(11)]
    document = tree(many)

    assert texts(document.xpath("//ol[@class='told ties']//summary")) == ["… and 3 more"] * 2
    assert len(document.xpath("//ol[@class='told ties']/li[1]//li")) == 11


SPOIL = Span(HARBOUR.text.index("spoil"), HARBOUR.text.index("spoil") + 5)
