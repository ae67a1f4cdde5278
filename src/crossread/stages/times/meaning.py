"""Meaning: what an expression says, before it is known from when it counts."""

from dataclasses import dataclass, replace
from typing import Literal

from crossread.model.facts import TimeMod, TimeType

Base = Literal["published", "reached"]


@dataclass(frozen=True, slots=True)
class Day:
    """A place in the calendar, as far as it is told: “March 5” has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: int | None = None  # “last March”: -1, “this March”: 0, “next March”: 1
    weekday: int | None = None  # “Wednesday, January 19” tells the year, too


@dataclass(frozen=True, slots=True)
class Weekday:
    """“Monday”: by tense the last or the next, if nothing else tells which."""

    number: int  # from Monday, 1
    which: int | None = None  # 2: the one after the date that the article has reached
    of_week: bool = False  # “Wednesday of next week”


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a date: “two weeks ago”, “the next day”; None: how many is not told."""

    unit: str
    count: float | None
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Season:
    """“the spring of 2031”, “last winter”."""

    code: str
    year: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that depends on nothing, “P3Y”; None where nothing can tell it."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Tail:
    """A part of a year: “the second quarter of 2031” is Q2 of it."""

    year: "What"
    code: str


@dataclass(frozen=True, slots=True)
class Nth:
    """“the first Monday of March”; -1 is the last."""

    count: int
    unit: str  # D, W or the number of a weekday
    of: "What"


@dataclass(frozen=True, slots=True)
class At:
    """A part of a day or a clock time, TNI or T16:30, of a day; None if no day is told."""

    day: "What | None"
    time: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one to another; None is open."""

    start: "What | None"
    stop: "What | None"


@dataclass(frozen=True, slots=True)
class After:
    """So many units after a date that is told: “three days after March 3”."""

    unit: str
    count: int
    date: "What"


What = Day | Weekday | Shift | Season | Fixed | Tail | Nth | At | Stretch | After


@dataclass(frozen=True, slots=True)
class Draft:
    """What is found at some tokens of a sentence."""

    first: int
    last: int
    type: TimeType
    what: What
    rule: str = ""
    mod: TimeMod | None = None
    counted: bool = False  # a length of time that ends or begins at the date it counts from

    def at(self, first: int, last: int) -> "Draft":
        return replace(self, first=first, last=last)
