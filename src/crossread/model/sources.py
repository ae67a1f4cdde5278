"""Sources: which mentions of a reading are who a source speaks of, and not merely stand in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.span import Span, Spans

SURE = 0.4  # the score below which a report may well be none, so that its source is no speaker


def is_sure(item: Attribution) -> bool:
    """True of a report that rules found or that is likely to be right."""
    return item.score is None or item.score >= SURE


def heads(source: Spans, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions in a source that stand in no other: “[the lawyer of Ilan Dovar], [Mira Sold]”.

    `mentions` are in the order of the text, of two that begin together the longer first.

    >>> said = "the lawyer of Ilan Dovar"
    >>> lawyer = Mention(Span(0, 24), "person", "nominal")
    >>> heads((Span(0, 24),), (lawyer, Mention(Span(14, 24), "person", "name"))) == (lawyer,)
    True
    """
    found: list[Mention] = []
    for part in source:
        for mention in within(part, mentions):
            if not any(one.span.holds(mention.span) for one in found):
                found.append(mention)
    return tuple(found)


def within(span: Span, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that lie in a stretch of text."""
    for place in range(
        bisect_left(mentions, span.start, key=lambda one: one.span.start), len(mentions)
    ):
        if mentions[place].span.start >= span.stop:
            return
        if span.holds(mentions[place].span):
            yield mentions[place]
