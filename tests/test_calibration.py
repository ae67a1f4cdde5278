"""The bench that says whether scores mean what they promise, and which sort of gold is found."""

import pytest

from bench.calibration import Scored, bins, error, table
from bench.polnear import Judged, Match, groups, scored
from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span

TEXT = "The quay is shut, she said. It was feared. “No,” he said. “Never.”"
ITEMS = (
    Attribution("a1", (Span(0, 16),), source=(Span(18, 21),), score=0.9),
    Attribution("a2", (Span(43, 48), Span(58, 66)), source=(Span(49, 51),), score=0.6),
    Attribution("a3", (Span(28, 41),)),
)
GOLD = [
    {"source": [[18, 21]], "cue": [[22, 26]], "content": [[0, 16]]},
    {"source": [], "cue": [[35, 41]], "content": [[28, 30]]},
    {"source": [[49, 51]], "cue": [[52, 56]], "content": [[43, 48], [58, 66]]},
]
SENTENCES = (Span(0, 27), Span(28, 42), Span(43, 57), Span(58, 66))


@pytest.mark.parametrize(
    ("items", "due"),
    [
        ([], 0.0),
        ([(0.8, True)] * 4 + [(0.8, False)], 0.0),  # four of five, as was promised
        ([(1.0, False)] * 3, 1.0),
        ([(0.25, True), (0.25, False), (0.95, True), (0.95, True)], 0.15),
    ],
)
def test_error_is_how_far_promise_and_truth_lie_apart(items: list[Scored], due: float) -> None:
    assert error(items) == pytest.approx(due)


def test_bins_are_of_one_width_and_hold_each_item_once() -> None:
    items = [(score / 20, True) for score in range(21)]
    held = bins(items)

    assert [item for each in held for item in each.items] == items
    assert [len(each.items) for each in held] == [2] * 9 + [3]  # 1.0 is in the last
    assert [each.least for each in held] == pytest.approx([n / 10 for n in range(10)])
    assert len(list(table(items))) == 11


def article() -> Judged:
    """Two of three found; of the second, the source is wrong."""
    reading = Reading(Article("x", TEXT), sentences=SENTENCES, attributions=ITEMS)
    match = Match([], [], pairs={0: 0, 2: 1}, sourced=frozenset({0}))
    return Judged(reading, GOLD, list(ITEMS), [], apart=match, match=match)


def test_what_has_no_score_is_not_judged_by_it() -> None:
    assert list(scored((article(),))) == [(0.9, True), (0.6, False)]


def test_gold_is_counted_by_what_makes_it_hard() -> None:
    found = {
        name: (group.count, group.found, group.right)
        for name, group in groups((article(), article())).items()
    }

    assert found == {
        "a source": (4, 4, 2),
        "no source": (2, 0, 0),
        "content in one piece": (4, 2, 2),
        "content in pieces": (2, 2, 0),
        "in one sentence": (4, 2, 2),
        "over sentences": (2, 2, 0),
    }
