"""Bounding: the words around an amount that say whether it is reached, passed or only near."""

from crossread.model.facts import Bound
from crossread.stages.figures.lines import Line

WIDEST = 5  # words of a bound: “a little more than”


def before(line: Line, first: int) -> tuple[Bound, int]:
    """The bound whose words end at a place, and where they begin: “no more than| 44”."""
    for start in range(max(0, first - WIDEST), first):
        bound = line.lexicon.before.get(line.said(start, first))
        if bound and not spoken_of(line, start):
            return bound, start
    return "exact", first


def spoken_of(line: Line, start: int) -> bool:
    """“asked about 40 cases”: no bound, it is what they asked about."""
    talk = line.lexicon.contexts["talk"]
    return line.at(start) == "about" and line.at(start - 1) in talk


def after(line: Line, last: int) -> tuple[Bound, int]:
    """The bound that follows: “44 |or more”, “100|+”."""
    if line.at(last) == "+" and line.glued(last):
        return "at least", last + 1
    for stop in range(min(len(line), last + 3), last, -1):
        bound = line.lexicon.after.get(line.said(last, stop))
        near = line.starts[last] - line.stops[last - 1] <= 1
        if bound and near and line.at(stop) not in {"or", "minus"}:
            return bound, stop
    return "exact", last


def ends(value: float | None, bound: Bound) -> tuple[float | None, float | None]:
    """The least and the most that an amount with a bound may be."""
    return (None if bound == "at most" else value), (None if bound == "at least" else value)
