"""Duckling's cases: its English times and durations, read from the Haskell terms of its tests.

What people type into a machine is not what is written in articles: `OUT` says what is out of
scope, and why. Each expression stands in a sentence of its own, “It will be …”, since tense tells
which Friday is meant. Duckling's “three months ago” is a day; here it is a month that holds it.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from crossread.model.article import Article
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times import Times

NOW = datetime(2013, 2, 12, 4, 30)  # from which Duckling's cases count
HERE = timedelta(hours=-2)  # its zone

# What is out of scope, by reason; the first that fits counts.
OUT: tuple[tuple[str, str], ...] = (
    ("feasts: most move from year to year, and which is meant differs from land to land",
     r"christmas|xmas|easter|holiday"),
    ("chat: shorthand that no article has",
     r"\b(?:eo[dmy]|bo[my]|asap|atm|tonite|wkend|tomorrows|untill)\b"
     r"|@|\d[ap]\b|ish\b|\d['\"]|\d ?m$|qtr|q4|\bin \d+$"),
    ("clock times of other kinds: 15h00, 1030, 3 15, “three twenty”",
     r"\dh\d*\b|\bat \d\d? \d\d|\b\d{3,4}\b (?:p\.m|in the)|(?:at|around|approximately) 1030"
     r"|\b[ap] m\b|(?:three|ten|seven|nine) (?:twenty|thirty|fifty)|half three|in the [AP]M"
     r"|oclock [ap]m|at three am|in afternoon"),
    ("an hour by its number alone: “9 tomorrow”, “at 7”, “15 to noon”",
     r"^(?:at )?(?:\d+|eight) (?:to|tonight|this|tomorrow|past|in 3)|tomorrow at 5$"
     r"|8am until 6|Thu at 8 |between 1-2|at 15 past|at 20 past|^3:30$"),
    ("fractions in figures and words: 1/2 hour, “one and three quarter hours”",
     r"\d/\d ?(?:h|d)|quarters? (?:of )?(?:an )?hours?|hours? (?:and )?(?:thirty|fifteen|ten|10)$"
     r"|^half day$"),
    ("no date: now, at the moment", r"\bnow$|at the moment|at this time|as soon as"),
    ("how many is not told: a few, a couple, a pair", r"\bfew\b|\bcouple\b|\bpair\b"),
    ("it counts from what was told before, and nothing was",
     r"\bfollowing\b|\bprevious\b(?! month)|of the (?:month|coming)|in the month"),
    ("riddles: the closest, the third last, after next, the ides of",
     r"closest|(?:third|second|2nd|3rd|5th|fifth) last|after next|ides|the week of"
     r"|last week end|week-?end|all week|rest of|lunch|school|\d+ extra|(?:less|fewer) min"),
    ("short names of weekdays alone", r"^(?:mon|thu|fri|sat|sun)\.?$|^Thu 15th$"),
    ("quarters of no year; seasons of sport", r"(?:third|3rd) quarter$|seasons?$"),
    ("upcoming two weeks: read there as the second of them", r"upcoming \w+ |\w+ upcoming "),
    ("names of zones that mean several", r"\b(?:BST|IST|CST)\b"),
    ("years of two figures, months of figures alone",
     r"^\d+/\d+(?:/\d\d)?$|14th April 15|^14april"),
    ("weekdays that are counted", r"days (?:from now|ago|back)$(?<!\ddays)"),
)  # fmt: skip
STARTS = {"TMO": 0, "TAF": 12, "TEV": 18, "TNI": 18}  # Duckling’s hours for parts of a day
SEASONS = {"WI": (12, 3), "SP": (3, 6), "SU": (6, 9), "FA": (9, 12)}
NUMBERS = re.compile(r"\((-?\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
LENGTH = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
UNITS = {"Y": 31_557_600, "W": 604_800, "D": 86_400, "H": 3600, "S": 1}
NAMES = {
    "Second": 1, "Minute": 60, "Hour": 3600, "Day": 86_400, "Week": 604_800, "Month": 2_629_800,
    "Quarter": 7_889_400, "Year": 31_557_600,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One expression, and what its makers say that it means."""

    text: str
    dim: str
    expected: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """Of those in scope, how many are right; and which are wrong, with what was found."""

    right: int
    wrong: tuple[tuple[str, str, str], ...]
    out: Counter[str]

    @property
    def share(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)


def read(text: str, published: str | None = None, reading: Reading | None = None) -> Reading:
    """A text with its times, as one sentence unless it is parted already."""
    whole = reading or Reading(
        Article("case", text, published=published, language="en"),
        sentences=(Span(0, len(text)),),
    )
    return replace(whole, times=Times()(whole))


def duckling(shared: Path) -> Score:
    """Duckling's English times and durations."""
    path = shared / "gold" / "dates" / "duckling" / "duckling_examples.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    cases = {
        Case(row["text"], row["dim"], None if row["negative"] else row["expected"])
        for row in rows
        if row["lang"] == "EN" and row["dim"] in {"Time", "Duration"}
    }
    right, wrong, out = 0, list[tuple[str, str, str]](), Counter[str]()
    for case in sorted(cases, key=lambda one: (one.text, one.dim)):
        if reason := out_of_scope(case):
            out[reason] += 1
            continue
        found = read(f"It will be {case.text}.", NOW.isoformat(timespec="minutes"))
        if agrees(case, found.times, found.text):
            right += 1
        else:
            told = "; ".join(f"{t.span.of(found.text)} = {t.value} {t.mod}" for t in found.times)
            wrong.append((case.text, case.expected or "nothing", told))
    return Score(right, tuple(wrong), out)


def out_of_scope(case: Case) -> str:
    """Why a case is out of scope; nothing if it is in."""
    if "Holiday" in (case.expected or ""):
        return OUT[0][0].partition(":")[0]
    for reason, shape in OUT:
        if case.expected and re.search(shape, case.text, re.IGNORECASE):
            return reason.partition(":")[0]
    return ""


def agrees(case: Case, times: Sequence[TimeExpression], text: str) -> bool:
    """True if the one thing found says what is expected."""
    if case.expected is None:
        return not times or (case.dim == "Duration" and times[0].value in {None, "PXM", "PXD"})
    if len(times) != 1 or times[0].value is None:
        return False
    one = times[0]
    if len(one.span) < 0.6 * len(LEAD.sub("", text)):
        return False
    if "DurationData" in case.expected:
        number, unit = case.expected.strip("()").split()[1:]
        return same_length(one.value or "", int(number) * NAMES[unit])
    return same_time(case.expected, one)


def same_length(value: str, seconds: float) -> bool:
    """True if a value such as P2Y3M is so long, within two in a hundred: months differ."""
    days, _, clock = value.removeprefix("P").partition("T")
    total = sum(
        float(n) * (2_629_800 if unit == "M" else UNITS[unit]) for n, unit in LENGTH.findall(days)
    )
    total += sum(float(n) * (60 if u == "M" else UNITS[u]) for n, u in LENGTH.findall(clock))
    return abs(total - seconds) <= 0.02 * seconds


def same_time(expected: str, one: TimeExpression) -> bool:
    told = [tuple(int(part) for part in found) for found in NUMBERS.findall(expected)]
    value, grain = one.value or "", expected.rstrip(") ").rpartition(" ")[2]
    if (year := told[0][0]) < 100:
        return value == (f"{year:04d}" if year > 0 else f"{year:05d}")
    ends = [datetime(y, m, d, hour, minute, s) for y, m, d, hour, minute, s in told]
    if "OpenInterval" in expected:
        return open_ended("After" in expected, ends[0], one)
    if len(ends) == 2:
        return spanned((ends[0], ends[1]), grain, one)
    return begins(ends[0], value, one)


def begins(moment: datetime, value: str, one: TimeExpression) -> bool:
    """True if a value holds the moment, and begins with it unless it counts larger units."""
    start, stop = bounds(value)
    if one.rule in {"ago", "from_now", "in_units"}:
        return start <= moment < stop  # “three months ago” is a month here, a day there
    return start == moment


def open_ended(after: bool, moment: datetime, one: TimeExpression) -> bool:
    value = (one.value or "").removesuffix("/..").removeprefix("../")
    start, stop = bounds(value)
    told = one.mod == ("AFTER" if after else "BEFORE") or (one.value or "").endswith("..") == after
    return told and moment in {start, stop}


def spanned(ends: tuple[datetime, datetime], grain: str, one: TimeExpression) -> bool:
    """An interval, a part of a day or a year, or a length that ends or begins at the day."""
    value = one.value or ""
    if value.startswith("P"):
        size = (ends[1] - ends[0]).total_seconds()
        return same_months(value, ends) or same_length(value, size)
    if value[10:] in STARTS:
        hours = {STARTS[value[10:]], STARTS[value[10:]] + 3 * (one.mod == "END")}
        return value[:10] == ends[0].date().isoformat() and ends[0].hour in hours
    if value.endswith("-WE"):
        return ends[0].date() == (bounds(value[:-3])[0] + timedelta(4)).date()
    if value[5:] in SEASONS:
        return ends[0].month == SEASONS[value[5:]][0] and ends[1].year == int(value[:4])
    if "/" in value and ".." not in value:
        return from_to(ends, grain, value)
    return held(ends, one)


def from_to(ends: tuple[datetime, datetime], grain: str, value: str) -> bool:
    """Duckling's end is the first moment after: a minute, a second, a day or an hour more."""
    first, last = value.split("/")
    step = timedelta(minutes=1) if grain == "Minute" and "T" in last else timedelta()
    step = timedelta(seconds=1) if grain == "Second" else step
    stop = bounds(last)[0] + step if "T" in last else bounds(last)[1]
    hour = timedelta(hours=1) if grain == "Hour" else timedelta()
    return bounds(first)[0] == ends[0] and ends[1] in {stop, stop + hour}


def held(ends: tuple[datetime, datetime], one: TimeExpression) -> bool:
    """“by Friday” ends with it; “early March” lies in March."""
    start, stop = bounds(one.value or "")
    if one.mod == "ON_OR_BEFORE" or (one.mod == "END" and ends[0] == NOW):
        return ends[0] == NOW and ends[1] in {start, stop}
    return one.mod is not None and start <= ends[0] and ends[1] <= stop


def same_months(value: str, ends: tuple[datetime, datetime]) -> bool:
    months = (ends[1].year - ends[0].year) * 12 + ends[1].month - ends[0].month
    return value in {f"P{months}M", f"P{months // 12}Y"}


LEAD = re.compile(
    r"^It will be (?:(?:at|on|in|for|during|anytime|sometimes) )?(?:the )?|(?: approximately)?\.$"
)
NEVER = (datetime.min, datetime.min)


def bounds(value: str) -> tuple[datetime, datetime]:
    """The first moment of a value and the first one after it; of what has none, no moment."""
    try:
        return moments(value)
    except ValueError:
        return NEVER


def moments(value: str) -> tuple[datetime, datetime]:
    if value.startswith("T"):
        first = clock(f"{NOW.date().isoformat()}{value}")
        first = first if first >= NOW else first + timedelta(days=1)
        return first, first + timedelta(hours=1)
    if "T" in value:
        return clock(value), clock(value) + timedelta(minutes=1)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        start = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        return start, start + timedelta(7)
    if match := re.fullmatch(r"(\d{4})-Q(\d)", value):
        month = 3 * int(match[2]) - 2
        return datetime(int(match[1]), month, 1), after(int(match[1]), month + 3)
    year, month, number = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if number:
        return datetime(year, month, number), datetime(year, month, number) + timedelta(1)
    return datetime(year, month or 1, 1), after(year, month + 1 if month else 13)


def clock(value: str) -> datetime:
    """A day with a clock time, in Duckling's zone."""
    told, _, time = value.partition("T")
    hour, minute = int(time[:2]), int(time[3:5])
    second = int(time[6:8]) if len(time) == 8 else 0
    moment = datetime.fromisoformat(told) + timedelta(hours=hour, minutes=minute, seconds=second)
    if zone := re.search(r"([+-])(\d\d):(\d\d)$", time[5:]):
        shift = timedelta(hours=int(zone[2]), minutes=int(zone[3]))
        moment += HERE - (shift if zone[1] == "+" else -shift)
    return moment


def after(year: int, month: int) -> datetime:
    return datetime(year + (month > 12), (month - 1) % 12 + 1, 1)
