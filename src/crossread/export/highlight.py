"""A text cut into pieces that play one part each, so that what nests and overlaps can be shown.

In “Karin said that the ministry denied it”, the words “the ministry” are content of what Karin
said and source of what he reports. Elements of a page cannot overlap; pieces need not.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from crossread.model.attribution import Attribution
from crossread.model.span import Span, Spans

Role = Literal["source", "cue", "content", "wording"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of one attribution, and its role there; or a wording, by its number."""

    span: Span
    role: Role
    id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in which no attribution or wording begins or ends."""

    words: str
    source: tuple[str, ...] = ()  # ids of the attributions whose source these words are
    cue: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    first: tuple[str, ...] = ()  # ids of the attributions that begin here
    wording: tuple[str, ...] = ()  # numbers of the wordings that these words are of
    opens: bool = False  # a wording begins with these words
    closes: bool = False


def marks(attributions: Iterable[Attribution], wording: Spans = ()) -> list[Mark]:
    """All stretches of all attributions, and of wording, in the order of the text."""
    found = [
        Mark(span, role, item.id)
        for item in attributions
        for role, spans in roles(item)
        for span in spans
        if len(span)
    ]
    found += [Mark(span, "wording", str(n)) for n, span in enumerate(wording) if len(span)]
    return sorted(found, key=lambda mark: (mark.span.start, -mark.span.stop))


def roles(item: Attribution) -> tuple[tuple[Role, Spans], ...]:
    return ("source", item.source), ("cue", item.cue), ("content", item.content)


def cut(
    text: str,
    stretches: Iterable[Span],
    attributions: Sequence[Attribution],
    wording: Spans = (),
) -> Iterator[list[Piece]]:
    """The pieces of each stretch. The stretches stand in the order of the text."""
    upcoming, over = deque(marks(attributions, wording)), list[Mark]()
    shown: set[str] = set()
    for stretch in stretches:
        while upcoming and upcoming[0].span.start < stretch.stop:
            over.append(upcoming.popleft())
        over = [mark for mark in over if mark.span.stop > stretch.start]
        yield [piece(text, span, held, shown) for span, held in sweep(stretch, over)]


def sweep(stretch: Span, found: Sequence[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """Each stretch between two places where a mark begins or ends, with the marks over it."""
    ends = {end for mark in found for end in (mark.span.start, mark.span.stop)}
    ends = {end for end in ends if stretch.start < end < stretch.stop}
    upcoming, over = deque(found), list[Mark]()
    for start, stop in pairwise(sorted({stretch.start, stretch.stop, *ends})):
        while upcoming and upcoming[0].span.start <= start:
            over.append(upcoming.popleft())
        over = [mark for mark in over if mark.span.stop > start]
        yield Span(start, stop), over


def piece(text: str, span: Span, over: Sequence[Mark], shown: set[str]) -> Piece:
    ids = {role: unique(m.id for m in over if m.role == role) for role in ("source", "cue")}
    first = unique(m.id for m in over if m.role != "wording" and m.id not in shown)
    shown.update(first)
    worded = [mark for mark in over if mark.role == "wording"]
    return Piece(
        words=span.of(text),
        content=unique(mark.id for mark in over if mark.role == "content"),
        first=first,
        wording=unique(mark.id for mark in worded),
        opens=any(mark.span.start == span.start for mark in worded),
        closes=any(mark.span.stop == span.stop for mark in worded),
        **ids,
    )


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
