"""Who is who, as the report shows it."""

from dataclasses import replace

import pytest
from lxml import html

from crossread.export.reckoning import Reckoning
from crossread.export.report import page
from crossread.export.who import also, doubts, reasons
from crossread.model.identity import Identities, Join, Named
from tests.people import ARTICLES, COURIER, IN_LEDGER, IN_POST, LEDGER, MASTER, ORVALINE, POST, WHO


def made(who: Identities = WHO) -> str:
    return "".join(page(lambda: ARTICLES, name="crane", who=who))


def tree(who: Identities = WHO) -> html.HtmlElement:
    return html.document_fromstring(made(who))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cards(document: html.HtmlElement) -> list[html.HtmlElement]:
    return list(document.xpath("//ol[@class='speakers']/li"))


def test_speakers_stand_by_identity_the_most_quoted_first() -> None:
    names = [text(card.xpath(".//h3")[0]) for card in cards(tree())]
    tallies = [text(card.xpath(".//*[@class='tally']")[0]) for card in cards(tree())]

    assert names == ["Taskyn Orvalin", "T. Orvaline", "Ильга Деревон"]
    assert tallies[0] == "3 statements in 2 articles: The Sered Ledger 2 · Середская почта 1"


def test_a_card_has_names_roles_and_reasons() -> None:
    card = text(cards(tree())[0])

    assert "also: Таскын Орвалин" in card
    assert "Taskyn Orvalin, 3 times: The Sered Ledger 3" in card
    assert "капитан порта, in 1 article, 9 March 2031: Середская почта" in card
    assert "“Taskyn Orvalin” is “Таскын Орвалин” in Cyrillic letters." in card
    assert "How sure: 97%." in card


def test_a_doubt_stands_with_both_and_joins_neither() -> None:
    first, second, _ = cards(tree())

    assert "may be T. Orvaline." in text(first.xpath(".//*[@class='doubt']")[0])
    assert second.xpath(".//*[@class='doubt']/a/@href") == ["#s-i3f2"]
    assert [doubt.other for doubt in doubts(WHO)["i77a"]] == [MASTER]


def test_every_statement_of_a_speaker_is_linked_to_its_place() -> None:
    document = tree()
    links = cards(document)[0].xpath(".//ul[@class='places']//a[@class='n']/@href")
    ids = set(document.xpath("//@id"))

    assert links == [
        f"#a-{LEDGER.article.id}-a1", f"#a-{LEDGER.article.id}-a2", f"#a-{POST.article.id}-a1",
    ]  # fmt: skip
    assert {link[1:] for link in document.xpath("//a/@href")} <= ids


def test_a_statement_has_the_speaker_and_the_words_of_the_source() -> None:
    cells = tree().xpath("//td[@class='said-by']")

    assert [text(cell) for cell in cells] == [
        "Taskyn Orvalin",
        "Taskyn Orvalin “He”",
        "“Two dockers”",
        "no source named",
        "Taskyn Orvalin “Таскын Орвалин”",
        "Ильга Деревон",
        "T. Orvaline",
        "“Orvalin’s deputy”",
    ]
    assert cells[1].xpath("./a/@title") == [
        "“He” after “said Taskyn Orvalin”, in the same paragraph."
    ]


def test_it_is_counted_of_how_many_the_speaker_is_unknown() -> None:
    (told,) = tree().xpath("//*[@class='reckoning']")

    assert text(told) == (
        "Who spoke is known for 5 of 8 statements. Of the others, 2 have a source whose name is not"
        " known, and 1 names no source."
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (Reckoning(known=1), "Who spoke is known for the one statement."),
        (Reckoning(known=4), "Who spoke is known for all 4 statements."),
        (
            Reckoning(known=1200, unknown=1),
            "Who spoke is known for 1,200 of 1,201 statements. The other has a source whose name is"
            " not known.",
        ),
        (
            Reckoning(anonymous=2, sourceless=1, unknown=3),
            "Who spoke is known for 0 of 6 statements. Of the others, 3 have a source whose name is"
            " not known, 2 have an anonymous source, and 1 names no source.",
        ),
    ],
)
def test_what_is_unknown_is_said_in_one_sentence(counts: Reckoning, sentence: str) -> None:
    assert counts.sentence == sentence


def test_without_identities_the_entity_is_named_and_nobody_is_linked() -> None:
    document = tree(Identities())

    assert cards(document) == []
    cells = document.xpath("//td[@class='said-by']")
    assert text(cells[1]) == "Taskyn Orvalin “He”"
    assert cells[1].xpath("./a") == []


def test_names_and_reasons_are_never_markup() -> None:
    evil = "<script>alert(1)</script>\u202e"
    join = Join(IN_LEDGER, IN_POST, 0.9, evil)
    master = replace(
        MASTER,
        name=evil,
        names=(Named(evil * 2, 1, ((evil, 1),)),),
        roles=tuple(replace(role, role=evil, outlets=(evil,)) for role in MASTER.roles),
        joins=(join,),
    )
    page = made(Identities((master, ORVALINE), (replace(WHO.suggestions[0], reason=evil),)))

    assert "<script" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;‹U+202E›" in page


def test_long_lists_are_cut_and_counted() -> None:
    joins = tuple(Join(IN_LEDGER, IN_POST, 0.9, f"Reason {number}.") for number in range(30))
    names = tuple(Named(f"Name {number}", 1) for number in range(9))
    who = Identities((replace(MASTER, joins=joins, names=names),))
    card = text(cards(tree(who))[0])

    assert "… and 18 more reasons" in card
    assert also(who.identities[0], 2) == "Name 0, Name 1 and 7 more"


def test_a_reason_is_said_once_and_the_least_likely_first() -> None:
    joins = (
        Join(IN_LEDGER, IN_POST, 0.99, "The same name."),
        Join(IN_LEDGER, IN_POST, 0.8, "The same surname."),
        Join(IN_LEDGER, IN_POST, 0.9, "The same name."),
    )

    found = reasons(replace(MASTER, joins=joins))

    assert [(reason.words, len(reason.joins), reason.score) for reason in found] == [
        ("The same surname.", 1, 0.8),
        ("The same name.", 2, 0.9),
    ]


def test_a_name_that_only_leaves_out_a_part_is_no_other_name() -> None:
    assert also(MASTER, 5) == "Таскын Орвалин"
    assert also(ORVALINE, 5) == ""


def test_the_words_of_the_source_bear_the_reason_in_the_text() -> None:
    titles = tree().xpath(f"//*[@id='a-{COURIER.article.id}']//span[@data-source]/@title")

    assert titles[0] == "1: T. Orvaline · told (indirect). “T. Orvaline” is a name."
