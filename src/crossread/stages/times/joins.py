"""Joins: what stands together is one, “the night of Wednesday, January 19”, “from May to July”.

What was found already is one token each: a date, a clock time, a part of a day, a length.
"""

from dataclasses import replace

from crossread.stages.times.clocks import in_half
from crossread.stages.times.doubts import ENDS_YEAR, kind
from crossread.stages.times.grammar import Found, Grammar, Rule, shaped
from crossread.stages.times.lexicon import LETTERS
from crossread.stages.times.meaning import (
    After,
    At,
    Day,
    Draft,
    Fixed,
    Nth,
    Shift,
    Stretch,
    Weekday,
    What,
)
from crossread.stages.times.tokens import Tokens

KINDS = {"DATE": "dated", "TIME": "clocked", "DURATION": "lasting", "SET": "regularly"}
LEAD = "(?P<B>from|between)?"
TO = "(?P<T>to|until|through|dash|and)"


def condensed(tokens: Tokens, drafts: list[Draft]) -> Tokens:
    """The sentence with one token for each thing found."""
    made, letters, place = Tokens(tokens.text, tokens.lexicon), list[str](), 0
    for draft in [*drafts, None]:
        stop = draft.first if draft else len(tokens.starts)
        for one in range(place, stop):
            add(made, tokens, one, one + 1)
            letters.append(tokens.classes[one])
            if one in tokens.drafts:
                made.drafts[len(letters) - 1] = tokens.drafts[one]
        if draft:
            add(made, tokens, draft.first, draft.last)
            letters.append(LETTERS[kind_of(draft)])
            made.drafts[len(letters) - 1] = draft.at(len(letters) - 1, len(letters))
            place = draft.last
    made.classes = "".join(letters)
    return made


def kind_of(draft: Draft) -> str:
    is_part = isinstance(draft.what, At) and draft.what.time[:2] in {"TM", "TA", "TE", "TN"}
    return "parted" if is_part else KINDS[draft.type]


def add(made: Tokens, tokens: Tokens, first: int, last: int) -> None:
    made.values.append(tokens.values[first])
    made.starts.append(tokens.starts[first])
    made.stops.append(tokens.stops[last - 1])


def held(found: Found, group: str) -> Draft:
    return found.tokens.drafts[found.match.start(group)]


def is_day(what: What | None) -> bool:
    """True of what is one day: it can have an evening and a clock time."""
    match what:
        case Day():
            return what.day is not None
        case Shift():
            return what.unit == "D"
        case Nth():
            return what.unit not in {"W"}
        case Weekday():
            return True
    return False


def timed(found: Found, day: Draft, time: str) -> Draft | None:
    if not is_day(day.what):
        return None
    return Draft(found.first, found.last, "TIME", At(day.what, time))


def clock_of(draft: Draft) -> str | None:
    """The time of a clock that has no day yet."""
    what = draft.what
    return what.time if isinstance(what, At) and what.day is None else None


@shaped("(?P<D>dated) dash? (?P<E>early)? (?P<P>part)")
def day_and_part(found: Found) -> Draft | None:
    """“Wednesday night”, “tomorrow morning”; not “Sunday Morning Report”"""
    glued = kind(found.tokens, found.last) == "dash" and found.tokens.glued(found.last)
    titled = found.tokens.word(found.match.start("P"))[0].isupper() and (
        kind(found.tokens, found.last) == "capital"
    )
    return None if glued or titled else timed(found, held(found, "D"), found.value("P"))


@shaped("(?:the )?early? (?P<P>part|parted) (?:of|on|comma)? (?:on )?(?P<D>dated)")
def part_of_day(found: Found) -> Draft | None:
    """“the night of Wednesday, January 19”"""
    place = found.match.start("P")
    time, mod = found.value("P"), None
    if place in found.tokens.drafts:
        part = held(found, "P").what
        if not isinstance(part, At) or part.day is not None:
            return None
        time, mod = part.time, held(found, "P").mod
    elif found.last == place + 2:
        return None  # “the night Monday ended”
    made = timed(found, held(found, "D"), time)
    return replace(made, mod=mod) if made else None


@shaped("(?P<D>dated) comma? early? (?:(?:in|on) the?)? (?P<P>parted)")
def day_then_part(found: Found) -> Draft | None:
    """“January 5, in the morning”"""
    time = clock_of(held(found, "P"))
    return timed(found, held(found, "D"), time) if time else None


@shaped("(?P<C>clocked) (?:comma|on|of)? (?:on )?(?P<D>dated)")
def clock_and_day(found: Found) -> Draft | None:
    """“4 p.m. on Monday”, “16:30, 5 March”"""
    time = clock_of(held(found, "C"))
    return timed(found, held(found, "D"), time) if time else None


@shaped("(?P<D>dated) (?:comma|at|for|dash)? (?:at|about|by|by about)? (?P<C>clocked)")
def day_and_clock(found: Found) -> Draft | None:
    """“Monday at 4 p.m.”, “tomorrow at noon”"""
    time = clock_of(held(found, "C"))
    return timed(found, held(found, "D"), time) if time else None


@shaped("(?P<C>clocked) (?:on|in)? (?:the )?(?P<P>parted)")
def clock_in_part(found: Found) -> Draft | None:
    """“8:15 this morning”, “11 p.m. that night”"""
    part, time = held(found, "P").what, clock_of(held(found, "C"))
    if not isinstance(part, At) or not time:
        return None
    return Draft(found.first, found.last, "TIME", At(part.day, late(time, part.time)))


def late(time: str, part: str) -> str:
    """“5:20” of the afternoon is 17:20."""
    hour = int(time[1:3])
    if hour < 12 and (part in {"TAF", "TEV"} or (part == "TNI" and hour >= 6)):
        return f"T{hour + 12:02d}{time[3:]}"
    return time


@shaped("(?P<P>parted) at (?:about )?(?:(?P<C>clocked)|(?P<H>digits|count|one))")
def part_at_clock(found: Found) -> Draft | None:
    """“Monday evening at 8”, “tonight at 8 p.m.”"""
    part = held(found, "P").what
    if not isinstance(part, At):
        return None
    if found.has("H"):
        if kind(found.tokens, found.last) in {"word", "capital", "units", "unit", "dash"}:
            return None
        time = in_half(found.value("H"), part.time)
    else:
        told = clock_of(held(found, "C"))
        time = late(told, part.time) if told else None
    return Draft(found.first, found.last, "TIME", At(part.day, time)) if time else None


@shaped("(?:the )?(?P<E>early|bound) (?:dash|of|on|in|in the)? (?P<D>dated|parted)")
def part_of_date(found: Found) -> Draft | None:
    """“early January”, “mid-2031”, “the end of last year”, “late on Monday”"""
    one = held(found, "D")
    bound = kind(found.tokens, found.match.start("E")) == "bound"
    if bound and kind(found.tokens, found.last - 2) not in {"of", "dash"}:
        return None  # “the end in October”
    if isinstance(one.what, Stretch) or one.mod:
        return None
    return replace(one, first=found.first, last=found.last, mod=found.value("E"))  # type: ignore[arg-type]


@shaped("(?:the )?(?P<E>bound) of (?:the )?(?P<U>unit|weekend|quarter)")
def part_of_unit(found: Found) -> Draft | None:
    """“the end of the year”: of the one that is"""
    if found.value("U") not in {"W", "M", "Y", "WE", "Q", "E", "C"}:
        return None
    if kind(found.tokens, found.last) in {"of", "dash"}:
        return None
    mod = found.value("E")
    return Draft(found.first, found.last, "DATE", Shift(found.value("U"), 0), mod=mod)  # type: ignore[arg-type]


@shaped("(?P<A>about) (?P<D>dated|lasting|clocked)")
def about(found: Found) -> Draft | None:
    """“around 1990”, “about two weeks”"""
    one = held(found, "D")
    word = found.tokens.word(found.first).lower()
    loose = isinstance(one.what, Shift) and word == "about"  # “to talk about today”
    if one.mod or loose or (word == "some" and one.type != "DURATION"):
        return None
    return replace(one, first=found.first, last=found.last, mod="APPROX")


@shaped("(?P<L>lasting) (?P<S>after|before) (?P<D>dated)")
def after_date(found: Found) -> Draft | None:
    """“three days after March 3”"""
    length, date = held(found, "L").what, held(found, "D").what
    value = length.value if isinstance(length, Fixed) else None
    if not value or not value[1:-1].isdigit() or possessed(found) or held(found, "L").counted:
        return None
    count = int(value[1:-1]) * (found.number("S") or 0)
    return Draft(found.first, found.last, "DATE", After(value[-1], count, date))


def paired(found: Found) -> bool:
    """“between” goes with “and”, and only with it."""
    return (found.kind("T") == "and") == (found.kind("B") == "between")


def possessed(found: Found) -> bool:
    """“before Monday’s vote”: before the vote, not before Monday."""
    return kind(found.tokens, found.last) in {"possessive", "word", "capital", "dash"}


@shaped(f"{LEAD} (?P<X>dated|clocked|parted) {TO} (?P<Y>dated|clocked|parted)")
def stretch(found: Found) -> Draft | None:
    """“from May to July 2031”, “between 9:30 and 11:00”, “1998–2004”"""
    if not paired(found):
        return None
    one, other = held(found, "X"), held(found, "Y")
    if one.type != other.type or one.mod or other.mod:
        return None
    return Draft(found.first, found.last, one.type, Stretch(one.what, other.what))


@shaped(f"{LEAD} (?:the )?(?P<X>digits|ordinal) {TO} (?:the )?(?P<Y>dated)")
def days_to_date(found: Found) -> Draft | None:
    """“from 13 to 15 July”, “between 3 and 5 March”"""
    stop = held(found, "Y").what
    if not paired(found) or not isinstance(stop, Day) or not stop.day:
        return None
    day = found.number("X") or 0
    if not 0 < day <= 31 or stop.month is None:
        return None
    return Draft(found.first, found.last, "DATE", Stretch(Day(None, None, day), stop))


@shaped(f"{LEAD} (?P<X>dated) {TO} (?:the )?(?P<Y>digits|ordinal)")
def date_to_day(found: Found) -> Draft | None:
    """“March 5 to 9”"""
    start, day = held(found, "X").what, found.number("Y") or 0
    if not paired(found) or not isinstance(start, Day) or not start.day:
        return None
    after = kind(found.tokens, found.last)
    if not start.day < day <= 31 or start.year or after not in ENDS_YEAR | {""}:
        return None
    return Draft(found.first, found.last, "DATE", Stretch(start, Day(None, None, day)))


@shaped("(?P<S>since|from) (?P<D>dated|clocked|parted) (?P<O>word)?")
def since(found: Found) -> Draft | None:
    """“since March”: it goes on; “from 2031 onwards”"""
    one = held(found, "D")
    onward = found.has("O") and found.tokens.word(found.last - 1).lower() in {
        "onwards",
        "onward",
        "on",
    }
    if isinstance(one.what, Stretch) or (
        found.tokens.word(found.first).lower() == "from" and not onward
    ):
        return None
    last = found.last if onward or not found.has("O") else found.last - 1
    return Draft(found.first, last, one.type, Stretch(one.what, None), mod=one.mod)


@shaped("(?P<S>until|through) (?P<D>dated|clocked|parted)")
def until(found: Found) -> Draft | None:
    """“until Friday”: it went on before"""
    one = held(found, "D")
    if isinstance(one.what, Stretch) or kind(found.tokens, found.last) == "possessive":
        return None
    return Draft(found.first, found.last, one.type, Stretch(None, one.what), mod=one.mod)


@shaped("by (?P<D>dated|clocked)")
def by_date(found: Found) -> Draft | None:
    """“by Friday”: then or before"""
    one = held(found, "D")
    owned = kind(found.tokens, found.last) == "possessive"
    if one.mod not in {None, "END"} or isinstance(one.what, Stretch) or owned:
        return None
    return replace(one, first=found.first, last=found.last, mod="ON_OR_BEFORE")


@shaped("(?P<O>on or)? (?P<S>before|after) (?P<D>dated|clocked)")
def beside(found: Found) -> Draft | None:
    """“before 2031”, “after 2 pm”; not “after Monday’s vote”"""
    one = held(found, "D")
    if one.mod or isinstance(one.what, Stretch) or possessed(found):
        return None
    mod = "AFTER" if found.value("S") == "1" else "BEFORE"
    mod = f"ON_OR_{mod}" if found.has("O") else mod
    return replace(one, first=found.first, last=found.last, mod=mod)  # type: ignore[arg-type]


@shaped("since the (?:bound|outbreak) of (?:the )?(?P<W>word|capital)")
def since_it(found: Found) -> Draft | None:
    """“since the beginning of the riots”: when that was, is not told here"""
    return Draft(found.first, found.last, "DATE", Fixed(None))


@shaped("(?P<D>dated) comma? (?P<C>clocked)")
def day_and_hours(found: Found) -> Draft | None:
    """“Thursday, from 9:30 to 11:00”"""
    return hours_of(found, held(found, "D").what, held(found, "C").what)


@shaped("(?P<C>clocked) comma? on? (?P<D>dated)")
def hours_and_day(found: Found) -> Draft | None:
    """“from 9:30 to 11:00 on Thursday”"""
    return hours_of(found, held(found, "D").what, held(found, "C").what)


def hours_of(found: Found, day: What, span: What) -> Draft | None:
    """A stretch of hours, of one day."""
    if not is_day(day) or not isinstance(span, Stretch):
        return None
    start, stop = span.start, span.stop
    if not isinstance(start, At) or not isinstance(stop, At) or start.day or stop.day:
        return None
    both = Stretch(replace(start, day=day), replace(stop, day=day))
    return Draft(found.first, found.last, "TIME", both)


DAYS = Grammar(
    (
        part_of_day,
        clock_in_part,
        clock_and_day,
        day_and_part,
        day_then_part,
        day_and_clock,
        hours_and_day,
        day_and_hours,
    )
)
CLOCKS = Grammar((part_at_clock, clock_in_part, part_of_day))
PARTS = Grammar((after_date, part_of_date, part_of_unit, about))
SPANS: tuple[Rule, ...] = (
    stretch,
    days_to_date,
    date_to_day,
    since_it,
    since,
    until,
    by_date,
    beside,
)
JOINS = (DAYS, CLOCKS, PARTS, Grammar(SPANS))
