"""Ties: who funds, owns, leads, employs whom; each marked case, and what holds of any text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bench.ties import Case, Told, found, marked, measure, named, read, same
from crossread import recipes
from crossread.collect.article import make
from crossread.languages.language import ENGLISH
from crossread.model.facts import Figure, FigureKind, Tie, TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.ties import Ties
from crossread.stages.ties.nouns import HOLDERS

CASES = marked()
KINDS = set(HOLDERS)
PARTIES = {"body", "person", "place", "work"}
FORMS = 5  # plain, -s, past, participle, -ing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_marked(case: Case) -> None:
    ties = found(case.text)

    wrong = [tie for tie in ties if not any(same(one, tie) for one in case.ties)]
    missed = [one for one in case.ties if not any(same(one, tie) for tie in ties)]
    assert not wrong
    assert case.missed or not missed


def test_there_are_enough_cases_with_enough_traps() -> None:
    assert len(CASES) >= 120
    assert sum(not case.ties for case in CASES) >= 30
    assert {tie.kind for case in CASES for tie in case.ties} == KINDS


def test_the_measure_counts_what_is_missed() -> None:
    figures = measure()

    assert figures["precision"] == 1.0
    assert figures["recall"] > 0.9


def with_facts(
    text: str, *, figure: Figure | None = None, time: TimeExpression | None = None
) -> Tie:
    reading = read(text, "rules")
    reading = replace(reading, figures=(figure,) if figure else (), times=(time,) if time else ())
    (tie,) = Ties()(reading)
    return tie


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Ilan Dovar gave $5,000 to the Harbour Party.", "$5,000", 5000.0, "USD"),
        ("Ilan Dovar holds 40 per cent of Ferrin Bank.", "40 per cent", 40.0, "%"),
        (
            "Sixty per cent of Ferrin Bank is held by Ilan Dovar.",
            "Sixty per cent",
            60.0,
            "%",
        ),
        ("Ilan Dovar funded the Harbour Party with $5,000.", "$5,000", 5000.0, "USD"),
    ],
)
def test_how_much(text: str, words: str, value: float, unit: str) -> None:
    kind: FigureKind = "percent" if unit == "%" else "money"
    figure = Figure(span(text, words), value, value, kind, unit)

    tie = with_facts(text, figure=figure)

    assert (tie.amount, tie.unit) == (value, unit)


def test_a_sum_in_another_clause_is_not_the_amount() -> None:
    text = "Ilan Dovar funds the Harbour Party, and the bridge cost $5,000."
    figure = Figure(span(text, "$5,000"), 5000, 5000, "money", "USD")

    assert with_facts(text, figure=figure).amount is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 Ilan Dovar founded the Harbour Party.",
        "Ilan Dovar founded the Harbour Party in 2014.",
    ],
)
def test_when(text: str) -> None:
    time = TimeExpression(span(text, "2014"), "DATE", "2014")

    assert with_facts(text, time=time).when == "2014"


def test_who_claims_it() -> None:
    reading = read("Mira Sold said that Ilan Dovar owned the Tarn Gazette.")
    (tie,) = reading.ties
    (item,) = [one for one in reading.attributions if one.id == tie.claimed_by]

    assert item.source[0].of(reading.text) == "Mira Sold"


def test_the_outlets_own_voice_claims_nothing_of_others() -> None:
    (tie,) = read("Ilan Dovar owns the Tarn Gazette.").ties

    assert tie.claimed_by is None


def test_a_tie_shows_its_words_and_its_rule() -> None:
    reading = read("On Monday Ilan Dovar, the mayor of Nairobi, left.")
    (tie,) = reading.ties

    assert tie.span.of(reading.text) == "the mayor of Nairobi"
    assert tie.rule == "of_party"


@pytest.mark.parametrize("code", ["ru", "uk", "kk", "fr"])
def test_a_language_without_tables_has_no_ties(code: str) -> None:
    reading = replace(read("Ilan Dovar owns the Tarn Gazette."), ties=())
    article = replace(reading.article, language=code)

    assert list(Ties()(replace(reading, article=article))) == []


PARTS = some.sampled_from(
    [
        "Ilan Dovar", "Mira Sold", "the Tarn Gazette", "Kenya", "the Harbour Party", "he", "its",
        "owns", "was owned by", "head of", "’s wife", "gave $5 to", "is", "not", "who", "which",
        ",", "and", "(", ")", "“", "”", ".", "?", "of", "to", "said", "president", "60% of",
        "denied owning", "may", "believed to", "1", "\n\n",
    ]
)  # fmt: skip


@given(some.lists(PARTS, max_size=40).map(" ".join))
def test_any_text(text: str) -> None:
    reading = recipes.read(make(text, language="en"), recipe="rules")

    check(replace(reading, ties=tuple(Ties()(reading))))


def check(reading: Reading) -> None:
    """What is true of all ties."""
    known = {entity.id: entity for entity in reading.entities}
    claims = {item.id for item in reading.attributions}
    for tie in reading.ties:
        assert tie.subject in known and tie.object in known
        assert tie.subject != tie.object
        assert tie.claimed_by is None or tie.claimed_by in claims
        assert any(sentence.holds(tie.span) for sentence in reading.sentences)
        assert tie.kind in KINDS and tie.rule
        assert (tie.amount is None) == (tie.unit is None)
    assert list(reading.ties) == list(Ties()(reading))


@pytest.mark.parametrize(
    "text",
    [
        "Ilan Dovar owns " + "1" * 20_000,
        "Ilan Dovar owns " + "(" * 20_000,
        "Ilan Dovar owns Kenya, " * 3_000,
        "the owner of " * 5_000,
        "owns to with of " * 5_000,
    ],
    ids=["digits", "brackets", "lists", "chains", "verbs"],
)
def test_hostile_text_is_read_in_the_time_of_its_length(text: str) -> None:
    reading = recipes.read(make(text, language="en"), recipe="rules")

    check(replace(reading, ties=tuple(Ties()(reading))))


def test_tables() -> None:
    verbs, nouns = ENGLISH.rows("tie-verbs"), ENGLISH.rows("tie-nouns")

    assert list(verbs) == sorted(verbs) and len(verbs) == len(set(verbs))
    assert list(nouns) == sorted(nouns) and len({row[0] for row in nouns}) == len(nouns)
    assert {row[1] for row in (*verbs, *nouns)} <= KINDS
    assert all(len(row[0].split()) == FORMS for row in verbs)
    assert {row[3] for row in verbs} == {"-", "turned"}
    assert {row[4] for row in verbs} == {"-", "sum", "sum behind", "stake", "passive"}
    parties = {part for row in verbs for cell in row[5:] for part in cell.split()}
    assert parties | {part for row in nouns for part in row[3].split()} <= PARTIES


def test_told_reads_what_the_cases_write() -> None:
    case = named(*first("Ilan Dovar does not own the Tarn Gazette."))

    assert case == Told("Ilan Dovar", "owns", "Tarn Gazette", negated=True)


def first(text: str) -> tuple[Reading, Tie]:
    reading = read(text)
    return reading, reading.ties[0]
