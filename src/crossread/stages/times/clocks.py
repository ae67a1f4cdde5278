"""Clocks: rules for the time of day, “16:30”, “4 p.m.”, “in the evening”."""

from crossread.stages.times.doubts import kind
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.meaning import At, Draft, Shift, Stretch, What
from crossread.stages.times.tokens import Tokens

ZONE = "(?:open? (?P<Z>zone) close?|local time)?"
HOUR = "(?P<H>clock|hour_minute|digits|count|one)"
LEADS_CLOCK = frozenset(
    "at by from until since about between before after to and dash through comma early dated for".split()
)


def clocked(found: Found, time: str, day: What | None = None) -> Draft:
    closed = found.has("Z") and kind(found.tokens, found.last - 1) == "close"
    opened = any(kind(found.tokens, place) == "open" for place in range(found.first, found.last))
    return Draft(found.first, found.last - (closed and not opened), "TIME", At(day, time))


def clock_time(told: str, half: str = "", zone: str = "") -> str | None:
    """“4.30” of the afternoon gives T16:30."""
    parts = told.replace(".", ":").split(":")
    hour, minute = int(parts[0]), parts[1] if len(parts) > 1 else "00"
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 24 or int(minute) > 59:
        return None
    second = f":{parts[2]}" if len(parts) > 2 else ""
    return f"T{hour:02d}:{minute}{second}{zone}"


@shaped(f"{HOUR} oclock? (?P<A>half_day) {ZONE}")
def half_day_clock(found: Found) -> Draft | None:
    """“4 p.m.”, “4:30 pm”"""
    if (
        kind(found.tokens, found.first) in {"count", "one"}
        and found.tokens.word(found.match.start("A")).lower() == "am"
    ):
        return None
    time = clock_time(found.value("H"), found.value("A"), found.value("Z"))
    return clocked(found, time) if time else None


@shaped(f"(?P<H>clock) {ZONE}")
def clock(found: Found) -> Draft | None:
    """“16:30”, “16:30 GMT”; not a score or a verse"""
    zoned = found.last > found.first + 1
    before = kind(found.tokens, found.first - 1)
    if not zoned and before not in LEADS_CLOCK and len(found.value("H").split(":")[0]) < 2:
        return None
    if before == "capital" and not zoned:
        return None  # “Corinthians 13:13”
    time = clock_time(found.value("H"), "", found.value("Z"))
    return clocked(found, time) if time else None


@shaped("(?P<Y>year|number) (?:(?P<Z>zone)|(?P<L>local) time)")
def four_digits(found: Found) -> Draft | None:
    """“1430 GMT”, “0900 local time”"""
    digits = found.value("Y")
    if len(digits) != 4 or not digits.isdigit() or digits > "2400" or int(digits[2:]) > 59:
        return None
    return clocked(found, f"T{digits[:2]}:{digits[2:]}{found.value('Z')}")


@shaped("(?P<H>digits|count|one) oclock (?:(?:in|at) the? (?P<P>part))?")
def oclock(found: Found) -> Draft | None:
    """“ten o’clock in the evening”; without the part of the day it may be either half"""
    return of_part(found) if found.has("P") else either(found)


def either(found: Found) -> Draft | None:
    hour = int(found.value("H"))
    time = clock_time(str(hour)) if 12 < hour < 24 else None
    if hour > 24:
        return None
    return Draft(found.first, found.last, "TIME", At(None, time or f"T{hour:02d}:00"))


@shaped("(?P<H>clock|digits|count|one) in the (?P<P>part)")
def hour_in_part(found: Found) -> Draft | None:
    """“3 in the morning”"""
    return of_part(found)


def of_part(found: Found) -> Draft | None:
    time = in_half(found.value("H"), found.value("P"))
    return clocked(found, time) if time else None


def in_half(told: str, part: str) -> str | None:
    """“3” of the afternoon gives T15:00, “3” of the night T03:00."""
    hour = int(told.split(":")[0])
    late = part in {"TAF", "TEV"} or (part == "TNI" and hour >= 6)
    if hour > 12 or not hour:
        return clock_time(told)
    return clock_time(told, "PM" if late else "AM")


@shaped("(?P<N>noon)")
def noon(found: Found) -> Draft | None:
    """“midnight”"""
    if found.tokens.word(found.first)[0].isupper() and found.first:
        return None
    return clocked(found, f"T{found.value('N')}")


@shaped("(?P<R>days) (?P<A>half_day) {ZONE}".format(ZONE=ZONE))
def clocks(found: Found) -> Draft | None:
    """“3-4pm”"""
    first, last = found.value("R").split("-")
    one, two = (clock_time(hour, found.value("A"), found.value("Z")) for hour in (first, last))
    if not one or not two:
        return None
    return Draft(found.first, found.last, "TIME", Stretch(At(None, one), At(None, two)))


@shaped("(?P<I>this|last|next) (?P<P>part)")
def which_part(found: Found) -> Draft | None:
    """“this morning”, “last night”"""
    days = 0 if found.value("I") == "0" else int(found.value("I"))
    if (
        days == 1
        or (days == -1 and found.value("P") != "TNI")
        or hyphened(found.tokens, found.last)
    ):
        return None
    return Draft(found.first, found.last, "TIME", At(Shift("D", days), found.value("P")))


@shaped("(?P<T>tonight)")
def tonight(found: Found) -> Draft | None:
    """“tonight”"""
    return Draft(found.first, found.last, "TIME", At(Shift("D", 0), found.value("T")))


@shaped("(?:the (?P<I>same|next|after_it|before_it)|(?P<J>same|after_it|before_it)) (?P<P>part)")
def reached_part(found: Found) -> Draft | None:
    """“the next morning”, “that evening”: of the day that the article has reached"""
    step = int(found.value("I") or found.value("J"))
    if hyphened(found.tokens, found.last):
        return None
    day = Shift("D", step, "reached")
    return Draft(found.first, found.last, "TIME", At(day, found.value("P")))


@shaped("in the (?P<E>early|bound)? (?P<P>part)")
def part_alone(found: Found) -> Draft | None:
    """“in the evening”: of which day, only its date can tell"""
    if hyphened(found.tokens, found.last):
        return None
    rest = Draft(found.first, found.last, "TIME", At(None, found.value("P")))
    return rest.at(found.match.start("E") if found.has("E") else found.match.start("P"), found.last)


@shaped("at (?P<P>part)")
def at_night(found: Found) -> Draft | None:
    """“at night”"""
    if found.value("P") != "TNI" or hyphened(found.tokens, found.last):
        return None
    return Draft(found.first + 1, found.last, "TIME", At(None, "TNI"))


def hyphened(tokens: Tokens, place: int) -> bool:
    """“the night-watch”: it is a part of another word."""
    return kind(tokens, place) == "dash" and tokens.glued(place)


RULES: tuple[Rule, ...] = (
    half_day_clock,
    clocks,
    four_digits,
    oclock,
    hour_in_part,
    clock,
    noon,
    tonight,
    which_part,
    reached_part,
    part_alone,
    at_night,
)
