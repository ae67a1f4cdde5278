"""Events: what is said to have happened, on marked sentences."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import recipes
from crossread.collect.article import make
from crossread.languages.language import language
from crossread.model.block import Block
from crossread.model.facts import Event, Figure, TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.events import RULES, Events
from crossread.stages.events.limits import ASKS
from tests.marks import Marks, cases, mark, unmark

GIVEN = frozenset({"time", "figure", "sum", "title"})
BEHIND = " ⇒ "
LINES = cases("events.en.txt")


@cache
def as_told(marked: str) -> Reading:
    """The text as the rules read it, with the times and figures that the marks give."""
    text, marks = unmark(marked)
    reading = recipes.read(make(text, language="en"), recipe="rules")
    times = [span for name, span in marks if name == "time"]
    counts = {"figure": "count", "sum": "money"}
    reading = replace(
        reading,
        times=tuple(TimeExpression(span, "DATE", f"19{n:02}") for n, span in enumerate(times)),
        figures=tuple(
            Figure(span, 1, 1, counts[name])  # type: ignore[arg-type]
            for name, span in marks
            if name in counts
        ),
    )
    heads = tuple(Block(span, "title") for name, span in marks if name == "title")
    return replace(reading, blocks=heads) if heads else reading


def told(event: Event, reading: Reading) -> str:
    """An event as it stands behind the arrow."""
    text = reading.text
    names = {entity.id: entity.name for entity in reading.entities}
    parts = [" + ".join(names[one] for one in event.who)] if event.who else []
    parts += [f"@{names[event.where]}"] if event.where else []
    times = {time.value: time.span.of(text) for time in reading.times}
    parts += [f"~{times[event.when]}"] if event.when else []
    parts += [f"#{span.of(text)}" for span in event.figures]
    return " ".join(parts)


def label(event: Event) -> str:
    return f"not-{event.kind}" if event.negated else event.kind


def given_marks(marks: Marks) -> list[tuple[str, Span]]:
    return [(name, span) for name, span in marks if name in GIVEN]


def as_read(line: str) -> str:
    """The case with what is found in place of what is marked."""
    marked = line.partition(BEHIND)[0]
    reading = as_told(marked)
    text, marks = unmark(marked)
    events = tuple(Events()(reading))
    shown = mark(text, given_marks(marks) + [(label(one), one.trigger) for one in events])
    rest = " | ".join(told(one, reading) for one in events)
    return shown + (BEHIND + rest if events else "")


@pytest.mark.parametrize("line", LINES)
def test_what_happened(line: str) -> None:
    assert as_read(line) == line


def test_there_are_cases_enough_with_and_without_events() -> None:
    silent = [line for line in LINES if BEHIND not in line]

    assert len(LINES) >= 100
    assert len(silent) >= 25


def test_who_claims_it() -> None:
    reading = as_told("Ilan Dovar was arrested in Tarn, the ministry said. Mira Tevan resigned.")

    arrested, resigned = Events()(reading)

    assert arrested.claimed_by == reading.attributions[0].id
    assert resigned.claimed_by is None


def test_a_language_without_tables_tells_nothing() -> None:
    reading = recipes.read(make("Ilan Dovar was arrested in Tarn.", language="kk"), recipe="rules")

    assert Events()(reading) == ()


def test_each_rule_has_an_example() -> None:
    assert all("“" in (rule.__doc__ or "") for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


PARTS = {"agent", "patient", "either", "place", "object", "-"}


def test_the_table_of_happenings_is_whole() -> None:
    rows = language("en").rows("happenings")

    assert list(rows) == sorted(rows)
    assert {len(row) for row in rows} == {6}
    assert {row[1] for row in rows} == {"verb", "noun"}
    assert {role.rsplit(":", 1)[1] for row in rows for role in row[3].split()} <= PARTS
    asked = {limit[5:] for row in rows for limit in row[5].split() if limit.startswith("asks:")}
    assert asked == set(ASKS)
    assert len({row[2] for row in rows}) >= 30


def test_other_names_change_nothing() -> None:
    """Who is detained, and where, makes no difference."""
    line = "Police in Tarn detained Ilan Dovar on Monday, and Ilan Dovar was released in Tarn."
    other = line.replace("Tarn", "Norway").replace("Ilan Dovar", "Sergei Palnik")

    first, second = (Events()(as_told(text)) for text in (line, other))

    assert [(e.kind, e.negated, len(e.who), e.where is None) for e in first] == [
        (e.kind, e.negated, len(e.who), e.where is None) for e in second
    ]


WORDS = [
    "Ilan Dovar", "was", "were", "has", "been", "not", "to", "will", "arrested", "killed", "the",
    "arrest", "of", "in", "Tarn", "on Monday", "44 people", "police", "detained", ",", "and", "who",
    "that", "by", "died", "killing", "said", ".", "“", "”", "(", "'s", "attack", "meeting", "with",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_event_stands_in_the_text_and_points_to_what_is_there(words: list[str]) -> None:
    text = " ".join(words) or "-"
    marks = [(Span(at, at + 9), "time") for at in starts(text, "on Monday")]
    reading = replace(
        recipes.read(make(text, language="en"), recipe="rules"),
        times=tuple(TimeExpression(span, "DATE", "2024-03-04") for span, _ in marks),
        figures=tuple(Figure(Span(at, at + 9), 44, 44) for at in starts(text, "44 people")),
    )

    events = Events()(reading)

    known = {entity.id for entity in reading.entities}
    claims = {item.id for item in reading.attributions}
    assert len({event.trigger for event in events}) == len(events)
    assert list(events) == sorted(events, key=lambda event: event.trigger)
    for event in events:
        assert {*event.who, *([event.where] if event.where else [])} <= known
        assert event.claimed_by is None or event.claimed_by in claims
        assert set(event.figures) <= {figure.span for figure in reading.figures}
        assert event.who or event.where or event.when or event.figures
        assert len(set(event.who)) == len(event.who)
        assert event.where not in event.who


def starts(text: str, words: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


@pytest.mark.parametrize("unit", ["arrested ", "killed, ", "1 ", "(", "“", "the arrest of "])
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    text = unit * 20_000
    reading = Reading(make(text, language="en"), sentences=(Span(0, len(text)),))

    assert Events()(reading) == ()
