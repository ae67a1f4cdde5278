"""Anchors: the date that each expression counts from."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.model.claims import Claims
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times.resolve import partial

BESIDE = 40  # characters between a cue and the day of the saying
NEAR = 3  # sentences in which the date that was told last still counts


@dataclass(frozen=True, slots=True)
class Told:
    """A day that was told."""

    sentence: int
    value: str
    claimed_by: str | None
    saying: bool  # the day on which a thing was said: no other thing happened then


@dataclass(slots=True)
class Anchors:
    """What was told so far, and who says what, in one article."""

    reading: Reading
    claims: Claims = field(init=False)
    starts: list[int] = field(init=False)
    told: list[Told] = field(default_factory=list)
    years: list[tuple[int, int, bool]] = field(default_factory=list)  # and if a month was told
    cues: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.claims = Claims(self.reading.attributions)
        cues = (part for item in self.reading.attributions for part in item.cue)
        self.cues = sorted((part.start, part.stop) for part in cues)
        self.starts = [span.start for span in self.reading.sentences]

    def sentence(self, place: int) -> int:
        return max(bisect_right(self.starts, place) - 1, 0)

    def tell(self, span: Span, value: str | None) -> None:
        """Keeps a date that the article has reached, if it is one."""
        if value and "X" not in value and value[0] not in "PT.-" and len(partial(value)) == 3:
            told = Told(
                self.sentence(span.start), value[:10], self.claims.by(span), self.of_saying(span)
            )
            self.told.append(told)

    def of_saying(self, span: Span) -> bool:
        """“said on Saturday”: it stands beside a cue."""
        place = bisect_right(self.cues, (span.start, span.start))
        for start, stop in self.cues[max(place - 1, 0) : place + 1]:
            near = max(start - span.stop, span.start - stop) <= BESIDE
            if near and self.sentence(start) == self.sentence(span.start):
                return True
        return False

    def reached(self, span: Span, near: int = NEAR, *, saying: bool = True) -> str | None:
        """The last day that was told by the same voice, in this sentence or shortly before it."""
        place, claimed = self.sentence(span.start), self.claims.by(span)
        for told in reversed(self.told):
            if told.sentence <= place and told.claimed_by == claimed and saying >= told.saying:
                return told.value if place - told.sentence <= near else None
        return None

    def year(self, span: Span) -> int | None:
        """The year that was told last: with its month shortly before, of all if none is known."""
        place = self.sentence(span.start)
        undated = self.reading.article.published is None
        for at, year, dated in reversed(self.years):
            if at <= place:
                near = at == place or (dated and place - at <= 1)
                return year if undated or near else None
        return None

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
