"""What is dated, counted, paid and tied: TimeExpression, Figure, Tie, Event."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span, Spans

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]
Bound = Literal["exact", "about", "at least", "at most"]
FigureKind = Literal["count", "ordinal", "money", "percent", "duration", "measure"]
TieKind = Literal[
    "funds", "owns", "leads", "founded", "belongs to", "employs", "supports", "is kin of",
    "is part of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, time, duration or set, after TIMEX3 (ISO 24617-1).

    A partial date stays partial: 2022-01, 2022-W03, 2022-01-19TNI (its night). A stretch from one
    to another is `2022-01-05/2022-01-10`; one that is open is `2022-01-05/..` or `../2022-01-05`.
    """

    span: Span
    type: TimeType
    value: str | None = None  # ISO 8601; None where it cannot be told
    mod: TimeMod | None = None  # “early January”: START of 2022-01
    anchor: str | None = None  # the date that a relative expression counts from
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount: “more than 3.2 thousand homes” has low 3200, high None, bound at least."""

    span: Span
    low: float | None
    high: float | None
    kind: FigureKind = "count"
    unit: str | None = None  # ISO 4217 for money; “%”; “year”, “month”, “day”; “km”, “t”
    counted: Span | None = None  # of what: “2.7 thousand | people | were detained”
    verb: Span | None = None  # what was done to those counted: “detained”
    bound: Bound = "exact"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One party funds, owns, leads, belongs to, supports or is kin of another."""

    subject: str  # an entity's id
    kind: TieKind
    object: str  # an entity's id
    span: Span  # from the first of its words to the last
    negated: bool = False  # it is said not to be so, or the claimant denies it
    hedged: bool = False  # “is credited with financing”, “allegedly”
    amount: float | None = None
    unit: str | None = None
    when: str | None = None
    claimed_by: str | None = None  # an attribution's id; None = the outlet's own voice
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that the article reports."""

    trigger: Span
    kind: str
    negated: bool = False
    who: tuple[str, ...] = ()  # entity ids
    where: str | None = None  # an entity's id
    when: str | None = None
    figures: Spans = ()
    claimed_by: str | None = None
    rule: str = ""
