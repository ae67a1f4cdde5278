"""Times: marked cases, what is said in quotations, and what holds of any text."""

import re
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import recipes
from crossread.collect.article import make
from crossread.languages.language import ENGLISH
from crossread.model.article import Article
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times import WORDS, Times
from crossread.stages.times.joins import JOINS
from crossread.stages.times.lexicon import LETTERS
from tests.marks import cases, unmark

SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z])")
Counted = tuple[str, str | None, str | None]  # its words, its value, what it counts from
Told = tuple[str, str, str | None, str | None]


def read(text: str, published: str | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """The times of a text; a sentence ends at a full stop before a capital."""
    starts = [0, *(match.end() for match in SENTENCE_ENDS.finditer(text))]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    sentences = tuple(map(Span, starts, ends))
    article = Article("case", text, published=published, language=language)
    return Times()(Reading(article, sentences=sentences))


def told(found: tuple[TimeExpression, ...], text: str) -> list[Told]:
    return [(one.type.lower(), one.span.of(text), one.value, one.mod) for one in found]


def expected(text: str, marks: tuple[tuple[str, Span], ...], values: str) -> list[Told]:
    answers = [] if values == "-" else values.split("; ")
    assert len(answers) == len(marks), "a value for each mark"
    found: list[Told] = []
    for (kind, span), answer in zip(marks, answers, strict=True):
        value, _, mod = answer.partition(" ")
        found.append((kind, span.of(text), None if value == "?" else value, mod or None))
    return found


@pytest.mark.parametrize("line", cases("times.en.txt"))
def test_marked(line: str) -> None:
    published, marked, values = line.split("\t")
    text, marks = unmark(marked)

    found = read(text, None if published == "-" else published)

    assert told(found, text) == expected(text, marks, values)


def test_there_are_enough_cases() -> None:
    assert len(cases("times.en.txt")) >= 150


def whole(
    text: str, published: str | None = "2022-01-20"
) -> list[tuple[str, str | None, str | None]]:
    """The times of a text that was read by a recipe, with what they count from."""
    reading = recipes.read(make(text, language="en", published=published), recipe="rules")
    reading = replace(reading, times=tuple(Times()(reading)))
    return [(one.span.of(text), one.value, one.anchor) for one in reading.times]


def test_tomorrow_in_a_quotation_counts_from_when_it_was_said() -> None:
    text = "Ilka Orlan told reporters on Monday: “We will open the bridge tomorrow.”"

    assert whole(text) == [
        ("Monday", "2022-01-17", "2022-01-20"),
        ("tomorrow", "2022-01-18", "2022-01-17"),
    ]


def test_tomorrow_in_reported_words_counts_from_when_it_was_said() -> None:
    text = "The mayor said on Tuesday that the bridge would open tomorrow."

    assert whole(text) == [
        ("Tuesday", "2022-01-18", "2022-01-20"),
        ("tomorrow", "2022-01-19", "2022-01-18"),
    ]


def test_tomorrow_in_a_quotation_without_its_day_counts_from_the_publication() -> None:
    text = "“We will open the bridge tomorrow,” Ilka Orlan told reporters."

    assert whole(text) == [("tomorrow", "2022-01-21", "2022-01-20")]


def test_today_outside_of_a_quotation_counts_from_the_publication() -> None:
    text = "Ilka Orlan said on Monday: “We will open the bridge.” It was opened today."

    assert whole(text)[-1] == ("today", "2022-01-20", "2022-01-20")


def test_without_a_publication_date_nothing_relative_is_told() -> None:
    text = "Ilka Orlan resigned yesterday. She had come in 2011, last week she left, on Monday."

    assert [value for _, value, _ in whole(text, None)] == [None, "2011", None, None]


def test_a_clock_time_has_the_day_of_its_sentence_only() -> None:
    text = "Orlan left on Monday. Live: 7:30 a.m. The square is empty."

    found = read(text, "2022-01-20")

    assert [one.value for one in found] == ["2022-01-17", "T07:30"]


def test_a_language_without_tables_has_no_times() -> None:
    assert read("Он ушёл 5 января 2022 года.", "2022-01-20", "ru") == ()
    assert read("Er ging am 5 May 2022.", "2022-01-20", "de") == ()


def test_every_rule_says_in_an_example_what_it_reads() -> None:
    """The first words in quotation marks of each docstring are read by that rule."""
    for rule in (rule for grammar in (WORDS, *JOINS) for rule in grammar.rules):
        assert rule.__doc__, rule.__name__
        example = rule.__doc__.partition("“")[2].partition("”")[0]
        assert example, rule.__name__
        leads = ("It will be ", "It was ", "He ran in ", "He ran at ", "He came in the ")
        ways = [read(f"{lead}{example}.", "2022-01-20T12:00") for lead in leads]
        assert any(one.rule == rule.__name__ for way in ways for one in way), rule.__name__


WORDS_OF_TIME = st.sampled_from(
    "Monday may March 5 2016 , - 16:30 p.m. the of last next week two years ago and to from in "
    "1990s morning first quarter until since every a half 3 ( ) ' day night later 31 30 "
    "February".split()
)


@given(st.lists(st.one_of(WORDS_OF_TIME, st.text(max_size=4)), max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_words_are_read(parts: list[str]) -> None:
    text = " ".join(parts)
    for published in (None, "2022", "2022-01", "2022-01-20", "2022-01-20T10:00+06:00"):
        found = read(text, published)
        spans = [one.span for one in found]

        assert all(0 <= span.start < span.stop <= len(text) for span in spans)
        assert all(one.stop <= other.start for one, other in pairwise(spans))
        assert all(one.value != "" and one.rule for one in found)


@pytest.mark.parametrize(
    "piece", ["1", "(", "March 5 ", "1-", "a year ", "2016, ", "16:30 to ", "’"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))

    started = time.perf_counter()
    read(text, "2022-01-20")

    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("table", ["time-hints", "times"])
def test_tables_are_whole_and_sorted(table: str) -> None:
    rows = ENGLISH.rows(table)

    assert list(rows) == sorted(set(rows))
    assert all(cell and cell == cell.strip() for row in rows for cell in row)


def test_every_word_of_the_table_has_a_class_that_rules_can_name() -> None:
    assert {kind for _, kind, _ in ENGLISH.rows("times")} <= LETTERS.keys()
