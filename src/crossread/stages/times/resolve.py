"""Resolve: the value of what is said, where it counts from being known."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from crossread.stages.times.meaning import (
    After,
    At,
    Day,
    Fixed,
    Nth,
    Season,
    Shift,
    Stretch,
    Tail,
    Weekday,
    What,
)

MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}
SECONDS = {"H": 3600, "m": 60, "S": 1}
# How far back in an earlier year a date without its year may be: else the year would be told.
NEAR_DAYS, NEAR_MONTHS = 6, 8  # in months
AHEAD = 8  # months in which a day to come needs no year
CLOSE = range(-6, 3)  # months from the publication in which no tense need tell which year
FAR = 40_000  # months or days that a shift may reach: nobody counts further in days


@dataclass(frozen=True, slots=True)
class When:
    """What a relative expression counts from."""

    base: str | None = None  # the date of publication, or of the saying; may be partial
    reached: str | None = None  # the day, month or year that the article has reached
    year: int | None = None  # the year that it tells of
    tense: str = ""  # past, future, present, unclear or nothing


def partial(value: str | None) -> tuple[int, ...]:
    """2031-01-19T16:30 gives (2031, 1, 19), 2031-01 gives (2031, 1)."""
    if not value or not value[:4].isdigit():
        return ()
    parts = value[:10].split("-")
    return (
        tuple(int(part) for part in parts) if all(p.isdigit() for p in parts) else (int(value[:4]),)
    )


def day_of(value: str | None) -> date | None:
    found = partial(value)
    return date(*found) if len(found) == 3 else None


def value(what: What | None, when: When) -> str | None:
    """The value after TIMEX3 and ISO 8601; None where it cannot be told."""
    try:
        return told(what, when)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None


def told(what: What | None, when: When) -> str | None:
    reader = READERS.get(type(what))
    return reader(what, when) if reader else None


def fixed(what: Fixed, _: When) -> str | None:
    return what.value


def tail(what: Tail, when: When) -> str | None:
    year = value(what.year, when)
    return f"{year}-{what.code}" if year and len(year) == 4 else None


def later(what: After, when: When) -> str | None:
    return moved(value(what.date, when), what.unit, what.count)


def calendar_day(what: Day, when: When) -> str | None:
    """“March 5”: of the year that the article tells of, or the nearest by tense."""
    if what.month is None:
        return f"{what.year:04d}" if what.year is not None else day_of_month(what, when)
    tail = f"-{what.month:02d}" + (f"-{what.day:02d}" if what.day else "")
    year = what.year if what.year is not None else year_of(what, when)
    if year is None:
        return f"XXXX{tail}"
    if what.day:
        date(year, what.month, what.day)  # raises ValueError for a day that is none
    return f"{year:04d}{tail}"


def by_weekday(what: Day, year: int) -> int | None:
    """“Wednesday, January 19” is of this year, or the one beside it, in which it is one."""
    for step in (0, -1, 1):
        if what.day and date(year + step, what.month or 1, what.day).isoweekday() == what.weekday:
            return step
    return None


def day_of_month(what: Day, when: When) -> str | None:
    """“on the 15th”: of this month or the one beside it, by tense."""
    base = day_of(when.base)
    if not base or not what.day:
        return None
    step = -1 if when.tense == "past" and what.day > base.day else 0
    step = 1 if when.tense == "future" and what.day < base.day else step
    year, month = months_from(base.year, base.month, step)
    return date(year, month, what.day).isoformat()


def year_of(what: Day, when: When) -> int | None:
    """The year of a month or a day: the one told beside it, or by tense the last or the next."""
    base = partial(when.base)
    if what.which is None and when.year:
        return when.year
    if len(base) < 2:
        return base[0] if base and what.which == 0 else None
    now = base[1:] if what.day else base[1:2]
    said = (what.month or 0, what.day or 0)[: len(now)]
    ahead, behind = said > now, said < now
    if what.which is not None:
        return base[0] + {-1: -(not behind), 0: 0, 1: not ahead}[what.which]
    step = by_weekday(what, base[0]) if what.weekday else None
    if step is None:
        step = by_tense(what, (what.month or 0) - base[1], when.tense, ahead - behind)
    return None if step is None else base[0] + step


def by_tense(what: Day, apart: int, tense: str, order: int) -> int | None:
    """Last year's, this year's or the next one's; None where it may be of any."""
    if tense == "future":
        far = order < 0 and what.day is not None and 12 + apart > AHEAD
        return None if far else int(order < 0)
    if tense != "past":
        return next((one for one in (0, -1, 1) if apart + 12 * one in CLOSE), None)
    if order <= 0:
        return 0
    if what.day and apart <= 1:
        return 0  # “was to come by 10 March”, told on the 9th
    return -1 if 12 - apart <= (NEAR_DAYS if what.day else NEAR_MONTHS) else None


def weekday(what: Weekday, when: When) -> str | None:
    """The last on or before the day, or the next on or after it; “next Friday” in a new one."""
    base = day_of(when.reached if what.which == 2 else when.base)
    if not base or (when.tense == "unclear" and what.which is None):
        return None
    monday = base - timedelta(base.weekday())
    if what.of_week or what.which == 1:
        return (monday + timedelta(7 * (what.which or 0) + what.number - 1)).isoformat()
    back = (base.isoweekday() - what.number) % 7
    ahead = (what.number - base.isoweekday()) % 7
    if what.which == -1:
        return (base - timedelta(back or 7)).isoformat()
    if what.which == 2:
        return (base + timedelta(ahead or 7)).isoformat()
    forward = when.tense in {"future", "present"} or (what.which == 0 and when.tense != "past")
    return (base + timedelta(ahead) if forward else base - timedelta(back)).isoformat()


def shifted(what: Shift, when: When) -> str | None:
    base = when.base if what.base == "published" else when.reached
    if what.count is None or not base:
        return None
    return moved(base, what.unit, what.count)


def moved(base: str | None, unit: str, count: float) -> str | None:
    """A date so many units on, as exact as the unit: a month is counted in months."""
    found = partial(base)
    if not found or abs(count) > FAR:
        return None
    if unit in SECONDS:
        return by_seconds(base or "", SECONDS[unit] * count)
    if unit in MONTHS:
        return by_months(found, unit, count)
    return by_days(day_of(base), unit, count)


def by_days(day: date | None, unit: str, count: float) -> str | None:
    if not day or count != int(count):
        return None
    day += timedelta(int(count) * DAYS[unit])
    if unit == "D":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}{'-WE' if unit == 'WE' else ''}"


def by_seconds(base: str, seconds: float) -> str | None:
    """“two hours ago”, where the hour of the publication is told."""
    if "T" not in base:
        return None
    at = datetime.fromisoformat(base[:16]) + timedelta(seconds=seconds)
    return at.isoformat(timespec="minutes")


def by_months(found: tuple[int, ...], unit: str, count: float) -> str | None:
    step = count * MONTHS[unit]
    if unit in {"Y", "E", "C"} and count == int(count):
        year = found[0] + int(step) // 12
        if not 0 < year < 10_000:
            return None
        return {"Y": f"{year:04d}", "E": f"{year // 10:03d}X", "C": f"{year // 100:02d}XX"}[unit]
    if len(found) < 2 or step != int(step):
        return None
    year, month = months_from(found[0], found[1], int(step))
    return f"{year:04d}-Q{(month + 2) // 3}" if unit == "Q" else f"{year:04d}-{month:02d}"


def months_from(year: int, month: int, step: int) -> tuple[int, int]:
    year, month = divmod(year * 12 + month - 1 + step, 12)
    return year, month + 1


def season(what: Season, when: When) -> str | None:
    """A winter goes by the year of its January, where no year is told."""
    if what.year is not None:
        return f"{what.year:04d}-{what.code}"
    base = partial(when.base)
    if len(base) < 2 or what.which is None:
        return f"{when.year:04d}-{what.code}" if when.year and what.which is None else None
    now, middle = base[0] * 12 + base[1], {"WI": 1, "SP": 4, "SU": 7, "FA": 10}[what.code]
    years = (base[0] - 1, base[0], base[0] + 1)
    if what.which == 0:
        year = base[0] + (what.code == "WI" and base[1] > 6)
    elif what.which == -1:
        year = max(year for year in (years[0] - 1, *years) if year * 12 + middle + 1 < now)
    else:
        year = min(year for year in (*years, years[-1] + 1) if year * 12 + middle - 1 > now)
    return f"{year:04d}-{what.code}"


def nth(what: Nth, when: When) -> str | None:
    """“the first Monday of March”, “the last week of 2031”."""
    of = value(what.of, when)
    found = partial(of)
    if of is None or "X" in of or len(found) not in {1, 2} or len(of) > 7:
        return None
    year, months = found[0], found[1:] or (1, 12)
    first = date(year, months[0], 1)
    last = date(year, months[-1], calendar.monthrange(year, months[-1])[1])
    if what.unit == "D":
        day = first + timedelta(what.count - 1) if what.count > 0 else last
        return day.isoformat() if day <= last else None
    if what.unit == "W":
        return nth_week(what.count, first, last)
    number = int(what.unit)
    if what.count < 0:
        return (last - timedelta((last.isoweekday() - number) % 7)).isoformat()
    day = first + timedelta((number - first.isoweekday()) % 7 + 7 * (what.count - 1))
    return day.isoformat() if day <= last else None


def nth_week(count: int, first: date, last: date) -> str:
    """The weeks whose Thursday is in it, as ISO 8601 counts them."""
    if count > 0:
        day = first + timedelta((4 - first.isoweekday()) % 7 + 7 * (count - 1))
    else:
        day = last - timedelta((last.isoweekday() - 4) % 7)
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def at(what: At, when: When) -> str | None:
    if what.day is None:
        day = when.reached if day_of(when.reached) else None
        return f"{day[:10]}{what.time}" if day else what.time
    day = value(what.day, when)
    if day is None or len(day) != 10:
        return None
    return f"{day}{what.time}"


def stretch(what: Stretch, when: When) -> str | None:
    """What one end does not tell, the other does: “from 13 to 15 July”."""
    start, stop = what.start, what.stop
    if start is not None and stop is not None:
        start, stop = filled(start, stop), filled(stop, start)
    first = value(start, when) if start is not None else ".."
    last = value(stop, when) if stop is not None else ".."
    if first is None or last is None:
        return None
    if start is not None and stop is not None:
        return in_order(first, last)
    return f"{first}/{last}"


def in_order(first: str, last: str) -> str | None:
    """A stretch ends after it begins."""
    same = min(len(first), len(last))
    return f"{first}/{last}" if first[:same] <= last[:same] else None


def filled(one: What, other: What) -> What:
    match one, other:
        case Day(), Day():
            month = one.month if one.month is not None or one.day is None else other.month
            alike = one.month is not None or one.day is not None
            year = one.year if one.year is not None or not alike else other.year
            return replace(one, month=month, year=year)
        case At(), At():
            zone = other.time[6:] if len(one.time) == 6 and other.time[6:7] in {"+", "-"} else ""
            return replace(one, day=one.day or other.day, time=one.time + zone)
    return one


READERS: dict[type, Callable[[Any, When], str | None]] = {
    After: later,
    At: at,
    Day: calendar_day,
    Fixed: fixed,
    Nth: nth,
    Season: season,
    Shift: shifted,
    Stretch: stretch,
    Tail: tail,
    Weekday: weekday,
}
