"""Kinds of saying: what is found out of a report whose source, cue and content are known."""

from collections import Counter

import pytest

from crossread.collect.article import make
from crossread.languages.language import ENGLISH
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.pipeline import Pipeline
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.finish import Finish
from crossread.stages.attributions.sayings import sayings
from crossread.stages.attributions.scenes import paragraphs
from crossread.stages.blocks import Blocks
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences
from tests.marks import cases, mark, unmark

BEFORE = Pipeline("test", [Blocks(), Sentences(), Quotations()])
CASES = cases("kinds.en.txt")
ACTS = {
    "state", "claim", "deny", "admit", "ask", "demand", "promise", "predict", "warn", "believe",
}  # fmt: skip


def over(spans: list[Span]) -> Span | None:
    """One span over all pieces of a role."""
    return Span(min(spans).start, max(span.stop for span in spans)) if spans else None


def scene_of(reading: Reading, span: Span) -> Scene:
    scenes = [scene for paragraph in paragraphs(reading, ENGLISH) for scene in paragraph]
    return next(scene for scene in scenes if scene.line.span.holds(span))


def read(text: str, marks: tuple[tuple[str, Span], ...]) -> Attribution:
    roles: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
    for name, span in marks:
        roles.get(name, []).append(span)
    cue, source = over(roles["cue"]), over(roles["source"])
    reading = BEFORE(make(text, language="en"))
    scene = scene_of(reading, cue or source or roles["content"][0])
    draft = sayings(ENGLISH)(scene, Draft("given", roles["content"], cue=cue, source=source))
    (item,) = Finish(reading)([draft])
    return item


def answer(item: Attribution) -> str:
    return f"{item.kind} {item.act} {'not' if item.negated else '-'} {item.voice}"


def with_venue(text: str, marks: tuple[tuple[str, Span], ...], venue: Spans) -> str:
    rest = [one for one in marks if one[0] != "venue"]
    return mark(text, [*rest, *(("venue", span) for span in venue)])


@pytest.mark.parametrize("line", CASES)
def test_kinds(line: str) -> None:
    expected, _, marked = line.partition(" | ")
    text, marks = unmark(marked)

    item = read(text, marks)

    assert f"{answer(item)} | {with_venue(text, marks, item.venue)}" == line
    assert expected == answer(item)


def test_the_cases_cover_every_kind() -> None:
    answers = [line.partition(" | ")[0].split() for line in CASES]
    kinds, acts, negated, voices = (Counter(column) for column in zip(*answers, strict=True))
    cues = {
        act: {mark(*unmark(line))[-80:] for line in CASES if line.split()[1] == act} for act in ACTS
    }

    assert len(CASES) >= 300
    assert set(kinds) == {"direct", "mixed", "indirect"} and min(kinds.values()) >= 20
    assert set(acts) == ACTS and min(acts.values()) >= 15
    assert all(len(found) >= 15 for found in cues.values())
    assert negated["not"] >= 30
    assert len(voices) == 6 and min(voices.values()) >= 20
    assert sum("{venue|" in line for line in CASES) >= 40
