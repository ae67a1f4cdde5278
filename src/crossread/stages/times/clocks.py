"""Clocks: rules for the time of day, “16:30”, “4 p.m.”, “in the evening”."""

from crossread.stages.times.doubts import kind, titled
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.meaning import At, Draft, Shift, Stretch, What
from crossread.stages.times.tokens import Tokens

ZONE = "(?:open? (?P<Z>zone) close?|local time)?"
HOUR = "(?P<H>clock|hour_minute|digits|count|one)"
LEADS_CLOCK = frozenset(
    "at by from until since about between before after to and dash through comma early for".split()
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
        found.tokens.word(found.first - 1) == ":"
        and kind(found.tokens, found.first - 2) == "digits"
    ):
        return None  # “11: 06 a.m.”
    if (
        kind(found.tokens, found.first) in {"count", "one"}
        and found.tokens.word(found.match.start("A")).lower() == "am"
    ):
        return None
    time = clock_time(found.value("H"), found.value("A"), found.value("Z"))
    return clocked(found, time) if time else None


@shaped(
    "(?P<L>from|between)? (?P<X>clock|hour_minute|digits|count|one) (?P<T>to|until|dash|and) "
    f"(?P<H>clock|hour_minute|digits|count|one) (?P<A>half_day) {ZONE}"
)
def clock_range(found: Found) -> Draft | None:
    """“from 3:30 to 6 p.m.”, “11-1 p.m.”"""
    if not paired(found):
        return None
    half, zone = found.value("A"), found.value("Z")
    first, last = clock_time(found.value("X"), half, zone), clock_time(found.value("H"), half, zone)
    if first and last and first > last:
        first = clock_time(found.value("X"), "AM", zone)  # “from 11 to 1 p.m.”
    return hours(found, first, last)


@shaped(f"(?P<L>from|between)? (?P<X>clock) (?P<T>to|until|through|dash|and) (?P<H>clock) {ZONE}")
def clock_to_clock(found: Found) -> Draft | None:
    """“9:30 – 11:00”"""
    if not paired(found):
        return None
    zone = found.value("Z")
    return hours(
        found, clock_time(found.value("X"), "", zone), clock_time(found.value("H"), "", zone)
    )


def paired(found: Found) -> bool:
    """“between” goes with “and”, and only with it."""
    return (found.kind("T") == "and") == (found.kind("L") == "between")


def hours(found: Found, first: str | None, last: str | None) -> Draft | None:
    if not first or not last or first >= last:
        return None
    return Draft(found.first, found.last, "TIME", Stretch(At(None, first), At(None, last)))


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
    hour = int(told.split(":", maxsplit=1)[0])
    late = part in {"TAF", "TEV"} or (part == "TNI" and hour >= 6)
    if hour > 12 or not hour:
        return clock_time(told)
    return clock_time(told, "PM" if late else "AM")


@shaped(
    "(?:(?P<E>half)|a? (?P<Q>quarter)|(?P<N>digits|count) (?:unit|units)?) "
    "(?P<P>last|after|to|before) (?:(?P<H>digits|count|one) (?P<A>half_day)|(?P<M>noon))"
)
def past_the_hour(found: Found) -> Draft | None:
    """“half past three p.m.”, “a quarter to noon”"""
    minutes = 30 if found.has("E") else 15 if found.has("Q") else int(found.value("N"))
    word = found.tokens.word(found.match.start("P")).lower()
    time = (
        f"T{found.value('M')}" if found.has("M") else clock_time(found.value("H"), found.value("A"))
    )
    if not time or minutes > 59 or word not in {"past", "after", "to", "before"}:
        return None
    whole = int(time[1:3]) * 60 + (minutes if word in {"past", "after"} else -minutes)
    return clocked(found, f"T{whole // 60 % 24:02d}:{whole % 60:02d}")


@shaped("(?P<N>noon)")
def noon(found: Found) -> Draft | None:
    """“midnight”"""
    if found.tokens.word(found.first)[0].isupper() and found.first:
        return None
    return clocked(found, f"T{found.value('N')}")


@shaped(f"(?P<R>days) (?P<A>half_day) {ZONE}")
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
    """“tonight”; not “The Tonight Show”"""
    if titled(found.tokens, found.first):
        return None
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
    return rest.at(found.first + 1, found.last)


@shaped("(?:in )?the (?P<E>early) (?P<U>units) (?:of the (?P<P>part))?")
def early_hours(found: Found) -> Draft | None:
    """“in the early hours of the morning”, “the early hours of Monday”"""
    if found.value("U") != "H":
        return None
    first = found.first + (kind(found.tokens, found.first) == "in")
    return Draft(first, found.last, "TIME", At(None, found.value("P") or "TMO"), mod="START")


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
    past_the_hour,
    clock_range,
    clock_to_clock,
    early_hours,
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
