"""Sheets of facts judged by eye: what is marked is kept without text, and found again."""

from pathlib import Path

import pytest

from bench import facts
from crossread.collect.article import make
from crossread.model.entity import Entity
from crossread.model.facts import Figure, Tie
from crossread.model.reading import Reading
from crossread.model.span import Span

TEXT = "More than 40 homes of the Salt Guild burned in Korr."


def item(found: object, span: Span) -> facts.Item:
    entities = (Entity("e1", "Salt Guild", "organisation"), Entity("e2", "Korr", "place"))
    reading = Reading(make(TEXT, language="en"), entities=entities)
    return facts.Item(3, span, found, reading)


FIGURE = Figure(Span(0, 12), 0, None, counted=Span(13, 18), bound="at least", rule="more")
TIE = Tie("e1", "owns", "e2", Span(26, 51))


def test_what_is_shown_are_words_not_places() -> None:
    assert facts.shown(item(FIGURE, FIGURE.span)) == {
        "low": 0, "kind": "count", "counted": "homes", "bound": "at least", "rule": "more",
    }  # fmt: skip
    assert facts.shown(item(TIE, TIE.span)) == {
        "subject": "Salt Guild", "kind": "owns", "object": "Korr",
    }  # fmt: skip


def test_a_marked_sheet_is_kept_without_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "JUDGED", tmp_path / "judged")
    found = [item(FIGURE, FIGURE.span), item(TIE, TIE.span)]
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("\n".join(map(facts.line, found)).replace("?", "r", 1).replace("?", "w"))

    kept = facts.keep("figures", sheet)

    assert facts.verdicts("figures") == {found[0].key: "r", found[1].key: "w"}
    assert "homes" not in kept.read_text() and "Korr" not in kept.read_text()


def test_a_sheet_that_is_not_marked_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(facts.line(item(FIGURE, FIGURE.span)))

    with pytest.raises(ValueError, match="not marked r or w"):
        facts.keep("figures", sheet)
