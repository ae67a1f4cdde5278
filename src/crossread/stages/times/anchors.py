"""Anchors: the date that each expression counts from."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.model.claims import Claims
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times.resolve import partial

NEAR = 3  # sentences in which the date that was told last still counts


@dataclass(slots=True)
class Anchors:
    """What was told so far, and who says what, in one article."""

    reading: Reading
    claims: Claims = field(init=False)
    starts: list[int] = field(init=False)
    told: list[tuple[int, str]] = field(default_factory=list)  # sentence, value: days
    years: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.claims = Claims(self.reading.attributions)
        self.starts = [span.start for span in self.reading.sentences]

    def sentence(self, place: int) -> int:
        return max(bisect_right(self.starts, place) - 1, 0)

    def tell(self, span: Span, value: str | None) -> None:
        """Keeps a date that the article has reached, if it is one."""
        if not value or "X" in value or value[0] in "PT.-" or self.claims.holding(span):
            return
        found, place = partial(value), self.sentence(span.start)
        if len(found) == 3:
            self.told.append((place, value[:10]))

    def reached(self, span: Span, near: int = NEAR) -> str | None:
        """The last day that was told, in this sentence or shortly before it."""
        place = self.sentence(span.start)
        for at, value in reversed(self.told):
            if at <= place:
                return value if place - at <= near else None
        return None

    def year(self, span: Span) -> int | None:
        """The year that was told last, in this sentence or shortly before it."""
        place = self.sentence(span.start)
        near = self.years[-1] if self.years else None
        if near is None:
            return None
        undated = self.reading.article.published is None
        return near[1] if undated or place - near[0] <= 1 else None

    def said(self, span: Span, found: Sequence[TimeExpression]) -> str | None:
        """When it was said, if it stands in what somebody said: the day that stands by the cue."""
        item = self.claims.holding(span)
        if item is None:
            return None
        beside = (*item.cue, *item.source)
        sentences = {self.sentence(part.start) for part in beside}
        for one in found:
            if one.value is None or len(partial(one.value)) != 3 or "/" in one.value:
                continue
            inside = any(part.meets(one.span) for part in item.content)
            if not inside and self.sentence(one.span.start) in sentences:
                return one.value[:10]
        return None
