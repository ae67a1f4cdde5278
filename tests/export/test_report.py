from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

import pytest
from lxml import html

from crossread.export.dates import day, period
from crossread.export.report import page
from crossread.model.reading import Reading
from crossread.model.statement import statements
from tests.readings import BARE, HARBOUR, HOSTILE, READINGS


def made(readings: Sequence[Reading]) -> str:
    return "".join(page(lambda: readings, name="harbour", why={"told": "The mayor told us so."}))


def tree(readings: Sequence[Reading]) -> html.HtmlElement:
    return html.document_fromstring(made(readings))


def test_it_counts_what_it_holds() -> None:
    counts = tree(READINGS).xpath("//dl[@class='counts']//dd/text()")

    assert counts == ["3", "2", "6"]


def test_the_table_has_every_statement_with_its_words() -> None:
    rows = tree([HARBOUR]).xpath("//td[@class='said-what']")

    assert [row.text_content() for row in rows] == [s.content for s in statements(HARBOUR)]


def test_every_link_inside_the_page_leads_somewhere() -> None:
    document = tree(READINGS)
    ids = document.xpath("//@id")
    links = [link[1:] for link in document.xpath("//a/@href") if link.startswith("#")]

    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert f"a-{HARBOUR.article.id}-a3" in links


def test_a_reader_may_ask_why() -> None:
    notes = tree([HARBOUR]).xpath("//ol[@class='notes']/li")

    assert len(notes) == len(HARBOUR.attributions)
    assert all("The mayor told us so." in note.text_content() for note in notes)


def test_furniture_is_folded_and_kept() -> None:
    folded = tree([HARBOUR]).xpath("//details[@class='furniture']")

    assert [" ".join(part.text_content().split()) for part in folded] == [
        "Page furniture, 1 line Home News Weather",
        "Page furniture, 1 line Subscribe to our channel",
    ]


def test_words_of_an_article_are_never_markup() -> None:
    document = tree([HOSTILE])

    assert document.xpath("//script | //img | //svg | //b | //@onerror | //@onload") == []
    assert document.xpath("//a/@href[not(starts-with(., '#'))]") == []
    assert "<script>alert(1)</script> ‹U+202E›txt.exe" in document.text_content()
    assert "{{ 7 * 7 }}" in document.text_content()
    assert document.xpath("//article/@lang") == []


def test_only_web_addresses_are_links() -> None:
    assert tree([HARBOUR]).xpath("//a[@rel]/@href") == ["https://ledger.example/port?a=1&b=2"]
    assert tree([HARBOUR]).xpath("//a[@rel]/@rel") == ["noreferrer noopener nofollow"]


def test_the_policy_lets_the_style_in_and_nothing_else() -> None:
    document = tree([HARBOUR])
    (style,) = document.xpath("//style/text()")
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(style.encode()).digest()).decode()

    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "unsafe" not in policy
    assert document.xpath("//@style | //link") == []


def test_what_no_block_tells_is_shown_whole() -> None:
    (text,) = tree([BARE]).xpath("//article//p[@class='paragraph']")

    assert text.text_content() == BARE.text


def test_an_empty_case_makes_a_page() -> None:
    assert "This case has no articles yet." in made([])


def test_it_is_written_as_it_is_read() -> None:
    taken = list[str]()

    def readings() -> Iterator[Reading]:
        for reading in READINGS:
            taken.append(reading.article.id)
            yield reading

    pieces = page(readings, name="harbour")
    assert next(pieces).startswith("<!doctype html>")
    assert len(taken) == len(READINGS), "the lists are made, no article is written yet"

    assert list(pieces)
    assert len(taken) == 2 * len(READINGS)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-01-10", "10 January 2022"),
        ("2022-01-10T13:42", "10 January 2022, 13:42"),
        ("2022-01-10T13:42:07Z", "10 January 2022, 13:42 (UTC)"),
        ("2022-01-10T13:42+06:00", "10 January 2022, 13:42 (UTC+06:00)"),
        ("2022-01", "2022-01"),
        ("2022-13-40", "2022-13-40"),
        ("soon\x1b", "soon␛"),
    ],
)
def test_a_date_is_as_exact_as_the_page(date: str, words: str) -> None:
    assert day(date) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-01-10", "2022-01-10T13:42", "10 January 2022"),
        ("2022-01-10", "2022-01-18T13:42", "10–18 January 2022"),
        ("2022-01-10", "2022-03-01", "10 January to 1 March 2022"),
        ("2021-12-30", "2022-01-02", "30 December 2021 to 2 January 2022"),
        ("2022", "2022-01-02", "2022 to 2 January 2022"),
    ],
)
def test_a_period_says_nothing_twice(first: str, last: str, words: str) -> None:
    assert period(first, last) == words
