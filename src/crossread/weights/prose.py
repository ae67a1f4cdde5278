"""Where the prose of a text stands, and what lies between a line and it.

All in one pass over the lines, however many.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from crossread.weights.lines import Line

FAR = 99
MOST = 60.0  # words of a line that count
LIST_COST = 12.0  # words that a line which is no sentence costs the stretch it stands in
DENSE_LIST_COST, FURNITURE_COST = 20.0, 30.0
ALONE = 0.4  # what a line of prose is worth that stands between two lines of something else

Stretch = tuple[int, int]


def thickest(lines: Sequence[Line]) -> Stretch:
    """The run of lines with the greatest sum of what each is worth.

    Prose is worth its words, what is no sentence costs.
    """
    worths = [
        min(MOST, line.words) if line.is_prose else (0.0 if line.is_sentence else -LIST_COST)
        for line in lines
    ]
    start, stop = best_run(worths)
    inside = sum(line.words for line in lines[start:stop] if line.is_prose)
    # Of a page of lists, or of several stories, the legal notice may be the thickest prose.
    sure = 4 * inside >= sum(line.words for line in lines)
    return (start, stop) if sure else (0, len(lines))


def densest(lines: Sequence[Line]) -> Stretch:
    """The same, but prose beside prose is worth more: teasers stand between headlines."""
    return best_run([worth(lines, at) for at in range(len(lines))])


def worth(lines: Sequence[Line], at: int) -> float:
    line = lines[at]
    if line.furniture:
        return -FURNITURE_COST
    if not line.is_prose:
        return 0.0 if line.is_sentence else -DENSE_LIST_COST
    beside = (at > 0 and lines[at - 1].is_prose) or (at + 1 < len(lines) and lines[at + 1].is_prose)
    return min(MOST, line.words) * (1.0 if beside else ALONE)


def best_run(worths: Sequence[float]) -> Stretch:
    """The run with the greatest sum, after Kadane's algorithm; the whole if none is above 0."""
    best, total, start = (0.0, 0, len(worths)), 0.0, 0
    for at, value in enumerate(worths):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best[0]:
            best = (total, start, at + 1)
    return best[1], best[2]


def between(lines: Sequence[Line], core: Stretch) -> list[int]:
    """For each line how many lines of furniture words stand between it and the core."""
    start, stop = core
    hits = [0] * len(lines)
    for at in range(stop, len(lines)):
        hits[at] = (hits[at - 1] if at > stop else 0) + lines[at].furniture
    for at in range(start - 1, -1, -1):
        hits[at] = (hits[at + 1] if at < start - 1 else 0) + lines[at].furniture
    return hits


def back_and_ahead(found: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each line how many lines before and behind it the next one stands that is so."""
    return since(found), since(found[::-1])[::-1]


def since(found: Sequence[bool]) -> list[int]:
    steps, step = [], FAR
    for value in found:
        steps.append(step)
        step = 1 if value else min(FAR, step + 1)
    return steps


class Counts:
    """How many lines of a kind, or words of them, stand in any stretch of the lines."""

    def __init__(self, lines: Sequence[Line], count: Callable[[Line], float]) -> None:
        self.sums = [0.0, *accumulate(count(line) for line in lines)]

    def within(self, start: int, stop: int) -> float:
        last = len(self.sums) - 1
        return self.sums[max(0, min(stop, last))] - self.sums[max(0, min(start, last))]
