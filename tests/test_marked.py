"""The bench of marked sentences: what its files hold, and what it calls right."""

from pathlib import Path

import pytest

from bench.marked import Case, Count, Report, counts, found, lines, marked, measure
from crossread.model.attribution import Attribution
from crossread.model.span import Span
from tests.marks import unmark

FILES = ("nested.en.txt", "odd.en.txt")
NESTED = "{source1|Tove} {cue1|said} {content1|{source2|she} {cue2|thought} {content2|it held}}."
ALL = [(name, line) for name in FILES for _, line in lines(name)]


@pytest.mark.parametrize(("name", "line"), ALL)
def test_every_mark_has_its_content(name: str, line: str) -> None:
    text, marks = unmark(line)

    reports = marked(text, marks)

    assert all(report.content for report in reports), name
    assert all(span.of(text) == span.of(text).strip() for _, span in marks)


def test_what_the_files_hold() -> None:
    nested = [marked(*unmark(line)) for _, line in lines(FILES[0])]
    inner = [line for line in nested if any(report.inside is not None for report in line)]
    odd = [line for _, line in lines(FILES[1])]
    nothing = [line for section, line in lines(FILES[1]) if section.startswith("nothing")]

    assert len(inner) >= 80
    assert len(nested) - len(inner) >= 20
    assert len(odd) - len(nothing) >= 120
    assert len(nothing) >= 20


def read(line: str, items: list[Attribution]) -> Count:
    text, marks = unmark(line)
    return counts([Case("", text, marked(text, marks), found(text, items))])["all"]


def item(text: str, words: tuple[str, str, str], *, number: int, inside: str | None) -> Attribution:
    source, cue, content = ((Span(text.index(w), text.index(w) + len(w)),) for w in words)
    return Attribution(str(number), content, cue, source, inside=inside)


def test_what_is_inside_what() -> None:
    outer, inner = marked(*unmark(NESTED))

    assert outer.inside is None
    assert inner.inside == 0


@pytest.mark.parametrize(("inside", "right"), [("1", 1.0), (None, 0.0)])
def test_inside_the_right_one(inside: str | None, right: float) -> None:
    text, _ = unmark(NESTED)
    items = [
        item(text, ("Tove", "said", "she thought it held"), number=1, inside=None),
        item(text, ("she", "thought", "it held"), number=2, inside=inside),
    ]

    count = read(NESTED, items)

    assert count.figures() == {
        "content precision": 1.0,
        "content recall": 1.0,
        "content": 1.0,
        "source given content": 1.0,
    }
    assert count.nesting()["inside"] == right


def test_the_wrong_source_and_what_is_missed() -> None:
    text, _ = unmark(NESTED)

    count = read(
        NESTED, [item(text, ("she", "said", "she thought it held"), number=1, inside=None)]
    )

    assert count.figures()["content recall"] == 0.5
    assert count.figures()["content precision"] == 1.0
    assert count.figures()["source given content"] == 0.0
    assert count.nesting()["inner content"] == 0.0


def test_figures_are_shares() -> None:
    assert all(0 <= value <= 1 for value in measure(Path()).values())


def test_one_found_report_counts_once() -> None:
    same = Report(frozenset({1}), frozenset({2}), frozenset({3, 4}), None)

    assert Case("", "", (same, same), (same,)).pairs() == {0: 0}
