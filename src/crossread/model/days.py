"""The days that a date means: what sorts and bounds dated things, however exact each date is."""

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[str, str]  # the first and the last, as 2022-01-19; "" where it is open

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.DOTALL)
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(\d|WE))?(?:T.*)?", re.DOTALL)
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
DECADE = re.compile(r"\d{2,3}")
LATEST = "9999-12-31"

# The first month of a part of a year, and how many it has. A winter begins in its year.
PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip


def days(value: str | None) -> Days | None:
    """The first and the last day of a time's value; None where it means no days.

    >>> days("2022-01")
    ('2022-01-01', '2022-01-31')
    >>> days("2022-01-05/..")
    ('2022-01-05', '')
    >>> days("P3D") is None
    True
    """
    first, slash, last = (value or "").partition("/")
    try:
        if not slash:
            return of_one(first)
        start, end = ends(first), ends(last)
    except (ValueError, OverflowError):  # 2022-02-31
        return None
    if start is None or end is None or not (start[0] or end[1]):
        return None
    return start[0], end[1]


def ends(value: str) -> Days | None:
    return ("", "") if value in {"..", ""} else of_one(value)


def of_one(value: str) -> Days | None:
    """Of a value that is not open: 2022, 2022-01, 2022-01-19TNI, 2022-W03, 2022-Q1, 199."""
    if found := DATE.fullmatch(value):
        return of_date(*found.groups())
    if found := WEEK.fullmatch(value):
        return of_week(*found.groups())
    if found := PART.fullmatch(value):
        return of_months(int(found[1]), *PARTS[found[2]])
    if DECADE.fullmatch(value):
        return f"{value:0<4}-01-01", f"{value:9<4}-12-31"
    return None


def of_date(year: str, month: str | None, day: str | None) -> Days:
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if day is None:
        return of_months(int(year), int(month), 1)
    told = date(int(year), int(month), int(day)).isoformat()
    return told, told


def of_week(year: str, week: str, day: str | None) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    if day == "WE":
        start, end = monday + timedelta(5), monday + timedelta(6)
    elif day:
        start = end = date.fromisocalendar(int(year), int(week), int(day))
    else:
        start, end = monday, monday + timedelta(6)
    return start.isoformat(), end.isoformat()


def of_months(year: int, month: int, count: int) -> Days:
    over, before = divmod(month + count - 2, 12)
    last_year, last = year + over, before + 1
    end = date(last_year, last, monthrange(last_year, last)[1])
    return date(year, month, 1).isoformat(), end.isoformat()
