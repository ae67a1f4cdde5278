"""Dates as pages show them: “Posted 10 January 2022, 13:42”.

Only lines that are made of a date are read, never a sentence that mentions one: a line counts
if, without its dates, the words that lead to them and the names of days, little is left. The
words come from the tables months, datelines, calendar and zones of every language, since a
page in one language may carry the dates of another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from crossread.languages.language import Language, pairs_of_all, words_of_all

Says = Literal["published", "modified", "none", ""]  # "": the line does not tell

LONGEST = 300  # characters of a line that are looked at
SPARE_WORDS = 4  # that may stand in a line beside its dates, such as a place or a section
SPARE_WORDS_AFTER_LABEL = 8

TIME = r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,6})?)?"
HALF = r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
ZONE = r"(?:\s?\(?(?P<zone>(?-i:Z\b|(?:UTC|GMT)?[+-]\d\d:?\d\d\b|[A-ZА-Я]{2,5}\b)))?"
YEAR = r"(?:\s?(?:года|год|г|року|р|жылы|жыл|ж)\b\.?)?"
BETWEEN = YEAR + r"(?:\s*,{1,2}\s*|\s*[-–—|/·•@]\s*|\s+)(?:(?:at|в|о|об|сағат|um|à)\s+)?"

DATES: tuple[str, ...] = (
    # 2022-01-18, 2022/01/18, 2022.01.18; also run into a time: 2022-01-18T10:00
    r"(?P<y>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<d>0?[1-9]|[12]\d|3[01])",
    # 17.06.2031: a full stop is written where the day comes first
    r"(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)",
    # 04/05/2021: which is the day is told only by a number above twelve
    r"(?P<one>\d{1,2})(?P<mark>[-/])(?P<two>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)",
    # 10 January 2022, 10th of Jan. 2022, 10-Jan-2022, 10 января 2022 г.
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s+of)?[\s\-/]{1,3}(?P<word>[^\W\d_]{3,12})"
    r"\.?,?[\s\-/]{1,3}(?P<y>(?:19|20)\d\d)",
    # January 10, 2022
    r"(?P<word>[^\W\d_]{3,12})\.?\s{1,2}(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s{1,3}"
    r"(?P<y>(?:19|20)\d\d)",
    # 2022 жылғы 10 қаңтар, 2022 January 10
    r"(?P<y>(?:19|20)\d\d)\s?(?:жылғы|жылы|жыл|ж\.?)?,?\s{1,2}(?P<d>0?[1-9]|[12]\d|3[01])\s{1,2}"
    r"(?P<word>[^\W\d_]{3,12})",
)
EDGE, END = r"(?<![\w.,/-])", r"(?![\w/-]|[.,]\d)"
PATTERNS = tuple(
    re.compile(
        rf"{EDGE}(?:{date})(?:{END}|(?=[T_]\d\d:))(?:(?:T|{BETWEEN}){TIME}{HALF}{ZONE}(?!\d))?",
        re.IGNORECASE,
    )
    for date in DATES
)
TIME_BEFORE = re.compile(rf"(?<![\d:]){TIME}{HALF}{ZONE}(?:,?\s*[-–—|]?\s*)$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
RANGE = re.compile(r"\s*(?:[-–—]|to|until|по|до)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A date in a line: its ISO 8601 value, as exact as the line, and what it is the date of.

    `value` is None where the order of day and month cannot be told: 04/05/2021.
    """

    start: int
    stop: int
    value: str | None
    says: Says = ""


def visible_date(line: str, language: Language | None = None) -> str | None:
    """The date that a line is made of, or None.

    “Posted 12 марта 2031,, 09:42” gives 2031-03-12T09:42, and so does “Updated …”: what a
    date is the date of is told by `visible_dates`.
    """
    found = visible_dates(line, language)
    return found[0].value if found else None


def visible_dates(line: str, language: Language | None = None) -> tuple[VisibleDate, ...]:
    """The dates of a line that is made of little else; none for a sentence or a headline."""
    line = line[:LONGEST]
    found = tuple(labelled(line, dates_in(line)))
    if not found or is_range(line, found) or is_prose(line, found):
        return ()
    return found


def leading_date(line: str) -> VisibleDate | None:
    """A date that stands before a sentence, in one line: “date 2031-05-07 The minister …”."""
    head = line[: LONGEST // 3]
    found = next(iter(labelled(head, dates_in(head))), None)
    if found is None or found.value is None or found.says == "none":
        return None
    if head[: found.start].strip() or not re.match(r"\s+[“\"«]?[^\W\d_]", line[found.stop :]):
        return None
    begins = line[found.stop :].lstrip(' “"«')[0].isupper()
    told = found.says or "T" in found.value or re.match(r"[\d-]{10}", head[found.start :].lstrip())
    return found if begins and told else None


def dates_in(line: str) -> list[VisibleDate]:
    """Every full date in a line, in order, without what it is the date of."""
    found: list[VisibleDate] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(line):
            new = read(line, match)
            if new and not any(new.start < old.stop and old.start < new.stop for old in found):
                found.append(new)
    return sorted(found, key=lambda item: item.start)


def read(line: str, match: re.Match[str]) -> VisibleDate | None:
    parts = match.groupdict()
    day = calendar_day(parts)
    if day is False:
        return None
    start, clock = match.start(), parts
    if not parts["hour"] and (before := TIME_BEFORE.search(line[:start])):
        start, clock = before.start(), before.groupdict()
    if day is None:
        return VisibleDate(start, match.end(), None)
    return VisibleDate(start, match.end(), f"{day.isoformat()}{time_of_day(clock)}")


def calendar_day(parts: dict[str, str | None]) -> date | Literal[False] | None:
    """The day; None if it could be either of two, False if there is no such day."""
    if parts.get("one"):
        one, two = int(parts["one"] or 0), int(parts["two"] or 0)
        if one <= 12 and two <= 12 and one != two:
            return None
        day, month = (one, two) if two <= 12 else (two, one)
    else:
        word = parts.get("word")
        month = months().get(word.lower(), 0) if word else int(parts["m"] or 0)
        day = int(parts["d"] or 0)
    try:
        return date(int(parts["y"] or 0), month, day)
    except ValueError:
        return False


def time_of_day(parts: dict[str, str | None]) -> str:
    """“T13:42+06:00”, as far as it is told."""
    if not parts["hour"]:
        return ""
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    clock = time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    exact = "seconds" if parts["second"] else "minutes"
    return f"T{clock.isoformat(exact)}{offset(parts['zone'])}"


def offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in "Zz":
        return "+00:00"
    if known := zones().get(zone.lower()):
        return known
    digits = re.sub(r"\D", "", zone)
    sign = "-" if "-" in zone else "+"
    return f"{sign}{digits[:2]}:{digits[2:]}" if len(digits) == 4 and digits < "1500" else ""


def labelled(line: str, dates: list[VisibleDate]) -> Iterator[VisibleDate]:
    """Each date with the words that lead to it: “Published on: …”."""
    last = 0
    for item in dates:
        before = line[last : item.start]
        label, says = label_before(before)
        start = item.start - len(label)
        yield VisibleDate(start, item.stop, item.value, says)
        last = item.stop


def label_before(words: str) -> tuple[str, Says]:
    """The longest label that the words end with, with what stands between it and the date."""
    match = re.search(r"((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)((?:\s*[:：|,–—-])?\s*)$", words)
    if not match:
        return "", ""
    last, tail = match.group(1), match.group(2)
    days = calendar()
    while (cut := last.rsplit(None, 1)) and cut[-1].lower() in days and len(cut) > 1:
        last, tail = cut[0], last[len(cut[0]) :] + tail
    pieces = last.split()
    for size in range(len(pieces), 0, -1):
        said = labels().get(" ".join(pieces[-size:]).lower())
        if said:
            where = re.search(r"\s+".join(map(re.escape, pieces[-size:])) + r"$", last)
            assert where
            return last[where.start() :] + tail, said
    return "", ""


def is_range(line: str, found: tuple[VisibleDate, ...]) -> bool:
    """“1 May 2021 – 3 May 2021” is when something takes place."""
    return any(RANGE.fullmatch(line[a.stop : b.start]) for a, b in pairwise(found))


def is_prose(line: str, found: tuple[VisibleDate, ...]) -> bool:
    """True if the line says more than a masthead does beside a date."""
    rest, last = [], 0
    for item in found:
        rest.append(line[last : item.start])
        last = item.stop
    rest.append(line[last:])
    words = [w for w in WORD.findall(" ".join(rest)) if w.lower().strip(".") not in calendar()]
    # “3 June 2019 – A related story of ours”: a headline in a list of others.
    headline = re.match(r"\s*[-–—:]\s*[“\"«]?\w+(?:\s+\w+){2}", line[found[-1].stop :])
    if any(item.says for item in found):
        return bool(headline) or len(words) > SPARE_WORDS_AFTER_LABEL
    # “The mayor resigned on 3 June 2019.”
    small = sum(word[0].islower() for word in words)
    return bool(headline) or len(words) > SPARE_WORDS or small > 1


@cache
def months() -> dict[str, int]:
    return {word: int(number) for word, number in pairs_of_all("months").items()}


def labels() -> dict[str, Says]:
    return cast("dict[str, Says]", pairs_of_all("datelines"))


def calendar() -> frozenset[str]:
    return words_of_all("calendar")


def zones() -> dict[str, str]:
    return pairs_of_all("zones")
