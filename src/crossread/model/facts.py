"""What is dated, counted, paid and tied: TimeExpression, Figure, Tie, Event."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span, Spans

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "about", "at least", "at most"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, time, duration or set, after TIMEX3 (ISO 24617-1)."""

    span: Span
    type: TimeType
    value: str | None = None  # ISO 8601; None where it cannot be told
    anchor: str | None = None  # the date that a relative expression counts from
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount: “more than 3.2 thousand homes” has low 3200, high None, bound at least."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None  # ISO 4217 for money
    counted: Span | None = None  # of what
    bound: Bound = "exact"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One party funds, owns, leads, belongs to, supports or is kin of another."""

    subject: str  # an entity's id
    kind: str
    object: str  # an entity's id
    span: Span
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
    who: tuple[str, ...] = ()  # entity ids
    where: str | None = None  # an entity's id
    when: str | None = None
    figures: Spans = ()
    claimed_by: str | None = None
    rule: str = ""
