"""Calibration: does a score of 0.8 mean right in eight of ten? Bins, their error, a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BINS = 10  # of the same width

Scored = tuple[float, bool]  # a score, and whether the item was right


@dataclass(frozen=True, slots=True)
class Bin:
    """The items whose scores lie between two bounds."""

    least: float
    most: float
    items: tuple[Scored, ...]

    @property
    def score(self) -> float:
        """What they promise: the mean of their scores."""
        return sum(score for score, _ in self.items) / len(self.items)

    @property
    def right(self) -> float:
        """What they keep: the share that was right."""
        return sum(right for _, right in self.items) / len(self.items)


def bins(items: Sequence[Scored]) -> list[Bin]:
    """The bins that hold any items; a score of 1 is in the last.

    >>> [(b.least, b.right) for b in bins([(0.31, True), (0.39, False), (1.0, True)])]
    [(0.3, 0.5), (0.9, 1.0)]
    """
    held: dict[int, list[Scored]] = {}
    for item in items:
        held.setdefault(min(BINS - 1, int(item[0] * BINS)), []).append(item)
    return [Bin(n / BINS, (n + 1) / BINS, tuple(held[n])) for n in sorted(held)]


def error(items: Sequence[Scored]) -> float:
    """The expected calibration error: how far promise and truth lie apart, on average.

    >>> round(error([(0.75, True), (0.75, True), (0.75, False), (0.75, False)]), 2)
    0.25
    """
    apart = sum(len(b.items) * abs(b.score - b.right) for b in bins(items))
    return apart / len(items) if items else 0.0


def table(items: Sequence[Scored]) -> Iterator[str]:
    yield f"  calibration error {error(items):.3f} over {len(items)} with a score"
    for b in bins(items):
        counts = f"{len(b.items):6} mean score {b.score:.3f}  right {b.right:.3f}"
        yield f"    {b.least:.1f} to {b.most:.1f} {counts}  {b.right - b.score:+.3f}"
