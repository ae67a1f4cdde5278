"""Figures: amounts, their units and bounds, and what they count, on marked sentences."""

import re
from dataclasses import replace
from itertools import pairwise
from time import process_time

import pytest
from babel.core import get_global
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.polnear import prepare
from crossread.languages.language import ENGLISH
from crossread.model.facts import Figure
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.figures import Figures
from crossread.stages.figures.lexicon import lexicon
from crossread.stages.figures.lines import value
from crossread.stages.figures.rules import PAIRS, RULES
from crossread.stages.times import Times
from tests.marks import cases, mark, unmark


def read(text: str) -> tuple[Figure, ...]:
    return figures(prepare(text))


def figures(reading: Reading) -> tuple[Figure, ...]:
    return Figures()(replace(reading, times=tuple(Times()(reading))))


def told(figure: Figure) -> str:
    """A figure as the cases have it: least, most, kind, unit and bound."""
    low, high = (plain(one) for one in (figure.low, figure.high))
    amount = low if low == high else f"{low}..{high}"
    unit = f" {figure.unit}" if figure.unit else ""
    bound = f" {figure.bound}" if figure.bound != "exact" else ""
    return f"{amount} {figure.kind}{unit}{bound}"


def plain(amount: float | None) -> str:
    return "?" if amount is None else f"{amount:.6f}".rstrip("0").rstrip(".")


def line_of(text: str) -> str:
    """A text as a case: its figures marked, and what they say behind them."""
    text = text.replace("⏎", "\n")
    found = read(text)
    spans = [(f"f{n}", figure.span) for n, figure in enumerate(found, 1)]
    spans += [(f"c{n}", f.counted) for n, f in enumerate(found, 1) if f.counted]
    spans += [(f"v{n}", f.verb) for n, f in enumerate(found, 1) if f.verb]
    return " | ".join((mark(text, spans), *map(told, found)))


@pytest.mark.parametrize("line", cases("figures.en.txt"))
def test_figures(line: str) -> None:
    text, _ = unmark(re.split(r" \| (?=[?\d.]|-\d)", line)[0])

    assert line_of(text) == line


def test_every_kind_of_rule_says_what_it_does() -> None:
    assert all((rule.__doc__ or "").startswith("“") for rule in (*RULES, *PAIRS))


def test_there_are_at_least_two_hundred_cases() -> None:
    assert len(cases("figures.en.txt")) >= 200


def test_a_rule_is_named() -> None:
    found = read("Prices fell from 40 to 20 thousand tenge, and 3 to 5 shops closed.")

    assert [figure.rule for figure in found] == ["change", "change", "between"]


def test_dates_are_no_figures() -> None:
    assert read("On 12 May 2021, two days ago and in the 1990s nobody came at 10:30.") == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It paid 5 million Canadian dollars. Then it paid $2 million.", None),
        ("It paid 5 million US dollars. Then it paid $2 million.", "USD"),
        ("It paid 5 million Belarusian roubles. Then it paid 3,000 roubles.", None),
        ("It paid 3,000 roubles.", "RUB"),
    ],
)
def test_a_currency_that_several_lands_share_is_told_by_the_article(
    text: str, unit: str | None
) -> None:
    assert read(text)[-1].unit == unit


def test_pounds_are_money_where_the_article_writes_of_sterling() -> None:
    assert [one.unit for one in read("It cost £3. He lost 40 pounds.")] == ["GBP", "GBP"]
    assert [one.unit for one in read("He lost 40 pounds.")] == ["lb"]


def test_another_language_gives_nothing() -> None:
    reading = prepare("Задержаны 44 человека.")

    assert Figures()(replace(reading, article=replace(reading.article, language="ru"))) == ()


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """A number as English writes it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            joint = " and " if rest < 100 else " "
            return f"{in_words(many)} {name}" + (joint + in_words(rest) if rest else "")
    raise ValueError(number)


@settings(max_examples=200, deadline=None)
@given(st.integers(2, 999_999_999))
def test_words_and_digits_say_the_same(number: int) -> None:
    for said in (in_words(number), f"{number:,}", f"{number:,}".replace(",", "\u00a0")):
        found = read(f"They counted {said} boats.")
        if number < 1500 or number > 2100 or not said.isdigit():
            assert [(one.low, one.high) for one in found] == [(number, number)], said


@given(st.integers(0, 10**12))
def test_thousands_are_grouped_or_not(number: int) -> None:
    assert value(str(number)) == value(f"{number:,}") == number


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 900), st.integers(1, 90))
def test_a_range_holds_both_its_ends(low: int, more: int) -> None:
    (found,) = read(f"They lost between {low} and {low + more} boats.")

    assert (found.low, found.high, found.rule) == (low, low + more, "between")


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 999), st.sampled_from(("more than", "at least", "up to", "about", "over")))
def test_a_bound_leaves_one_end_open(number: int, bound: str) -> None:
    (found,) = read(f"They lost {bound} {number} boats.")

    known = {"at least": (number, None), "at most": (None, number), "about": (number, number)}
    assert (found.low, found.high) == known[found.bound]


PIECES = st.sampled_from(
    ["44", "1,5", "million", "$", "€", "%", "people", "to", "from", "between", "and", "-", ",",
     "half", "a", "of", "the", "second", "years", "hundred", "detained", "3", "(", ")", "1 500",
     "dozens", "or", "more", "US", "dollars", "cents", "old", "No.", "in", "½", "th", "/", "."]
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["5 in", "5 of", "half", "between", "3 to", "$", "a", "No.", "2 -"]
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert all(one.span.stop <= len(text) for one in read(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_any_words_are_read_and_spans_lie_in_order(words: list[str]) -> None:
    text = " ".join(words)

    found = read(text)

    for one in found:
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert one.low is None or one.high is None or one.low <= one.high
        assert all(
            0 <= span.start < span.stop <= len(text) for span in (one.counted, one.verb) if span
        )
    assert all(first.span.stop <= second.span.start for first, second in pairwise(found))


@pytest.mark.parametrize("piece", ["9", "9,", "9 ", "1,000,", "(", "$", "one hundred ", "a ", "-9"])
def test_hostile_text_is_read_in_time_that_grows_with_it(piece: str) -> None:
    text = piece * 20_000
    reading = replace(prepare("They left."), article=replace(prepare("x").article, text=text))

    began = process_time()
    Figures()(replace(reading, sentences=(Span(0, len(text)),)))

    assert process_time() - began < 10  # seconds: were it squared, it would be minutes


TABLES = (
    "bounds", "counted-nouns", "counting-verbs", "currencies", "currency-signs", "currency-words",
    "number-contexts", "numerals", "units",
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_sorted_and_say_nothing_twice(table: str) -> None:
    rows = ENGLISH.rows(table)

    assert list(rows) == sorted(set(rows))
    assert all(cell for row in rows for cell in row)


def test_every_currency_in_use_is_there() -> None:
    """Those that the CLDR has as tender of some land today, and no other."""
    lands = get_global("territory_currencies").values()
    used = {row[0] for rows in lands for row in rows if row[3] and row[2] is None}

    assert ENGLISH.words("currencies") == used


def test_words_for_money_lead_to_currencies() -> None:
    known = lexicon(ENGLISH)
    codes = [code for _, code in known.money.values() if code.isupper()]

    assert {*codes, *known.signs.values()} - known.codes <= {"-", "cent"}
    assert all(noun in known.coins for how, noun in known.money.values() if how == "as")


def test_smaller_units_are_units() -> None:
    known = lexicon(ENGLISH)

    assert {unit.smaller for unit in known.units.values()} - {None} <= set(known.named)
