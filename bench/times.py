"""Times: values against Duckling's and dateparser's own cases, spans and values against GUM.

    python -m bench.times            the figures
    python -m bench.times --wrong    and what is wrong, set by set

Duckling and dateparser are tests of what people type into a machine. What is not written in
articles is out of scope; `OUT` says what, and why, and how much is out is a figure, too. Each
expression stands in a sentence of its own, “It will be …”, since tense tells which Friday is meant.
"""

import argparse
import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bench.floors import SHARED
from bench.gum import Document, Rows, documents
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


PAIR = re.compile(
    r"\('((?:[^'\\]|\\.)*)', datetime\.datetime\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?"
)
PLAIN = re.compile(r"datetime\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
ENGLISH = re.compile(
    rf"(?!.*\b(?:de|em|en|vr|year|utc)\b)(?=.*\b(?:19|20)\d\d\b).*\b(?:{MONTHS})\b", re.IGNORECASE
)


def dateparser(shared: Path) -> Score:
    """dateparser's English cases: of dates in running text, and full dates with a month."""
    path = shared / "gold" / "dates" / "dateparser" / "dateparser_cases.jsonl"
    right, wrong, out = 0, list[tuple[str, str, str]](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not (case := search_case(row) or parsing_case(row)):
            continue
        text, days, base = case
        found = read(text, base)
        told = [one.value or "" for one in found.times if one.type in {"DATE", "TIME"}]
        if len(told) == len(days) and all(map(fits, told, days)):
            right += 1
        else:
            wrong.append((text, " ".join(days), " ".join(told)))
    return Score(right, tuple(wrong), out)


def search_case(row: dict[str, object]) -> tuple[str, list[str], str | None] | None:
    """An English text, the days that stand in it, and from when they count."""
    args, named = row["args"], row["kwargs"]
    assert isinstance(args, list)
    assert isinstance(named, dict)
    if row["file"] != "test_search.py" or "'en'" not in (args[:1] or [""])[0]:
        return None
    told = str(named.get("expected") or (args[2] if len(args) > 2 else ""))
    if not told or "now(" in told or "today." in told or "ago" in told:
        return None
    text = ast.literal_eval(str(named.get("text") or args[1]))
    base = PLAIN.search(str(named.get("settings") or ""))
    return (
        text,
        [day(found[1:]) for found in PAIR.findall(told)],
        day(base.groups()) if base else None,
    )


def parsing_case(row: dict[str, object]) -> tuple[str, list[str], str | None] | None:
    """A full date alone, with the name of a month in English."""
    args = row["args"]
    assert isinstance(args, list)
    if row["test"] != "test_dates_parsing" or len(args) < 2:
        return None
    told = PLAIN.match(args[1].removeprefix("datetime."))
    if not told or not args[0].isascii() or not ENGLISH.search(args[0]):
        return None
    return ast.literal_eval(args[0]), [day(told.groups())], None


def day(parts: Sequence[str | None]) -> str:
    """“2031-03-05”, with its clock time if it has one."""
    whole = f"{int(parts[0] or 0):04d}-{int(parts[1] or 0):02d}-{int(parts[2] or 0):02d}"
    clock = f"{int(parts[3] or 0):02d}:{int(parts[4] or 0):02d}" if len(parts) > 4 else "00:00"
    return whole if clock == "00:00" else f"{whole}T{clock}"


def fits(value: str, expected: str) -> bool:
    """True if a value is the day, or tells as much of it as the words do."""
    return value[:16].replace("XXXX", expected[:4]) == expected


@dataclass(frozen=True, slots=True)
class Dates:
    """How GUM's dates are found: those marked, those found, and values of those with a year."""

    marked: int = 0
    met: int = 0  # marked, and something found there
    found: int = 0  # dates found by us
    true: int = 0  # of them, those where one is marked
    absolute: int = 0  # marked, met, and with a year in its words
    right: int = 0  # of them, those with its value
    wrong: tuple[tuple[str, str, str], ...] = ()

    @property
    def recall(self) -> float:
        return self.met / max(self.marked, 1)

    @property
    def precision(self) -> float:
        return self.true / max(self.found, 1)

    @property
    def values(self) -> float:
        return self.right / max(self.absolute, 1)


MARK = re.compile(r"<(/?)date( [^>]*)?>")
WHEN = re.compile(r'when:::"([^"]+)"')
STATED = re.compile(r"\b(?:1\d|20)\d\d\b")
GENRES = ("news", "interview", "bio", "speech", "voyage", "textbook", "vlog", "conversation")


def gum(shared: Path, *, held_out: bool) -> Dates:
    """GUM's dates in every third document of a genre, or in the others."""
    genres: dict[str, list[Document]] = {}
    for one in documents(shared, GENRES):
        genres.setdefault(one.genre, []).append(one)
    total = Dates()
    for listed in genres.values():
        for place, one in enumerate(sorted(listed, key=lambda each: each.name)):
            if (place % 3 == 0) == held_out:
                path = shared / "gold" / "gum" / "documents" / f"{one.name}.conllu"
                total = added(total, one, list(marks(one, path.read_text(encoding="utf-8"))))
    return total


def marks(document: Document, conllu: str) -> Iterator[tuple[Span, str]]:
    """The dates marked in a document: where, and “when” it is (empty for a stretch)."""
    begun: list[tuple[int, str]] = []
    rows = Rows(document, conllu)
    for (start, stop), note in zip(rows.spans, rows.notes, strict=True):
        xml = "".join(part for part in note.split("|") if part.startswith("XML="))
        for mark in MARK.finditer(xml):
            if not mark[1]:
                when = WHEN.search(mark[2] or "")
                begun.append((start, when[1] if when else ""))
            elif begun:
                first, told = begun.pop()
                if first < stop:
                    yield Span(first, stop), told


def added(total: Dates, document: Document, marked: list[tuple[Span, str]]) -> Dates:
    text = document.text
    reading = Reading(Article(document.name, text, language="en"), sentences=document.sentences)
    found = Times()(reading)
    dates = [one for one in found if one.type in {"DATE", "TIME"} and len(one.value or "D") > 6]
    hits = [[one for one in found if one.span.meets(span)] for span, _ in marked]
    stated = [
        (span, when, hit[0])
        for (span, when), hit in zip(marked, hits, strict=True)
        if hit and when and STATED.search(span.of(text))
    ]
    wrong = [
        (span.of(text), when, f"{one.span.of(text)} = {one.value}")
        for span, when, one in stated
        if when not in {one.value, (one.value or "")[:10]} and not within(one, when)
    ]
    return Dates(
        total.marked + len(marked),
        total.met + sum(map(bool, hits)),
        total.found + len(dates),
        total.true + sum(any(one.span.meets(span) for span, _ in marked) for one in dates),
        total.absolute + len(stated),
        total.right + len(stated) - len(wrong),
        total.wrong + tuple(wrong),
    )


def within(one: TimeExpression, when: str) -> bool:
    """“since 2031”, “from 2029 to 2031”: one end of it is what is marked."""
    return when in (one.value or "").split("/")


def measure(shared: Path) -> dict[str, float]:
    """The figures that have floors."""
    out = gum(shared, held_out=True)
    return {
        "times.duckling": duckling(shared).share,
        "times.dateparser": dateparser(shared).share,
        "times.gum.recall": out.recall,
        "times.gum.values": out.values,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.times")
    parser.add_argument("--wrong", action="store_true", help="what is wrong, set by set")
    wanted = parser.parse_args().wrong
    for name, score in (("Duckling", duckling(SHARED)), ("dateparser", dateparser(SHARED))):
        size = score.right + len(score.wrong)
        print(f"{name:<12} {score.right} of {size} right: {score.share:.1%}")
        for reason, number in score.out.most_common():
            print(f"    out of scope {number:4}  {reason}")
        if wanted:
            print(*("    " + " | ".join(row) for row in score.wrong), sep="\n")
    for held_out in (False, True):
        found = gum(SHARED, held_out=held_out)
        print("GUM, every third document" if held_out else "GUM, the other documents")
        print(f"    found      {found.met} of {found.marked} marked: {found.recall:.1%}")
        print(f"    marked     {found.true} of {found.found} found: {found.precision:.1%}")
        print(f"    right      {found.right} of {found.absolute} with a year: {found.values:.1%}")
        if wanted and not held_out:
            print(*("    " + " | ".join(row) for row in found.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
