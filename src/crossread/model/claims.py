"""Claims: who stands behind a stretch of an article, by the reports that it is told in."""

from bisect import bisect_right
from collections.abc import Sequence

from crossread.model.attribution import Attribution
from crossread.model.span import Span


class Claims:
    """The attributions of an article, ready to be asked who claims a stretch of it.

    >>> rain = Attribution("a1", (Span(0, 20),), source=(Span(30, 35),))
    >>> Claims((rain,)).by(Span(5, 9))
    'a1'
    >>> Claims((rain,)).by(Span(30, 35)) is None  # the outlet's own words
    True
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.parts = sorted(
            ((part, item) for item in attributions for part in item.content),
            key=lambda pair: pair[0].start,
        )
        self.starts = [part.start for part, _ in self.parts]
        self.longest = max((len(part) for part, _ in self.parts), default=0)

    def holding(self, span: Span) -> Attribution | None:
        """The innermost attribution in whose content a span lies."""
        best: tuple[Span, Attribution] | None = None
        for place in range(bisect_right(self.starts, span.start) - 1, -1, -1):
            part, item = self.parts[place]
            if span.start - part.start > self.longest:
                break
            if part.holds(span) and (best is None or len(part) < len(best[0])):
                best = (part, item)
        return best[1] if best else None

    def by(self, span: Span) -> str | None:
        """The id of that attribution; None for the outlet's own words."""
        item = self.holding(span)
        return item.id if item else None
