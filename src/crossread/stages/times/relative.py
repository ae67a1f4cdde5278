"""Relative: rules for what counts from another date, “last week”, “two days later”."""

from crossread.stages.times.doubts import kind, titled
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.lengths import amount
from crossread.stages.times.meaning import Base, Draft, Season, Shift, Weekday, What
from crossread.stages.times.tense import tense

MANY = (
    "(?:a (?=vague|couple))?(?P<N>digits|number|count|one|a|vague|couple of|half) "
    "(?P<K>hundred|dozen)? (?P<A>a)? (?:more )?"
)
ENDS = frozenset({"", "comma", "stop", "dash", "close", "mark", "apostrophe", "open"})
SHORT = frozenset({"S", "m", "H"})


def dated(found: Found, what: What) -> Draft:
    return Draft(found.first, found.last, "DATE", what)


def shift(found: Found, sign: int, base: Base) -> Draft | None:
    """So many units, back or on; how many, is not always told."""
    unit = found.value("U")
    many = found.kind("N")
    if found.kind("U") == "second":
        return None
    unknown = many in {"vague", "couple"} or not found.has("N")
    number = None if unknown else sign * (0.5 if many == "half" else amount(found))
    if many == "half" and unit in {"E", "C"}:
        unit, number = "Y", sign * (5 if unit == "E" else 50)
    exact = "TIME" if unit in SHORT else "DATE"
    return Draft(found.first, found.last, exact, Shift(unit, number, base))  # type: ignore[arg-type]


@shaped("(?P<T>today)")
def today(found: Found) -> Draft | None:
    """“yesterday”; not “USA Today”"""
    return (
        None if titled(found.tokens, found.first) else dated(found, Shift("D", found.number("T")))
    )


@shaped("the? unit (?P<S>after|before) (?P<T>today)")
def beyond(found: Found) -> Draft | None:
    """“the day before yesterday”"""
    step = (found.number("S") or 0) + (found.number("T") or 0)
    if found.tokens.values[found.match.start("S") - 1] != "D":
        return None
    return dated(found, Shift("D", step))


@shaped("(?P<T>the)? (?P<I>this|last|next) (?P<U>unit|weekend|quarter)")
def which_unit(found: Found) -> Draft | None:
    """“last week”; with “the”, “the next week”, it counts from what was told before"""
    unit, step = found.value("U"), found.number("I") or 0
    if unit in SHORT or kind(found.tokens, found.last) == "dash":
        return None
    if found.tokens.word(found.match.start("I")).lower() == "past" and unit != "WE":
        return None  # “the past week” is a length
    if unit == "D" and (step != 1 or not found.has("T")):
        return None
    told_before = found.has("T") and found.tokens.word(found.first + 1).lower() == "next"
    if step == -1 and (found.has("T") or kind(found.tokens, found.last) == "of"):
        return None  # “the last week of the war”
    return dated(found, Shift(unit, step, "reached" if told_before else "published"))


@shaped("(?:the (?P<I>same|after_it|before_it)|(?P<J>same|after_it|before_it)) (?P<U>unit|weekend)")
def reached_unit(found: Found) -> Draft | None:
    """“the following week”, “that day”: from the date that the article has reached"""
    unit, step = found.value("U"), int(found.value("I") or found.value("J"))
    if unit in SHORT or kind(found.tokens, found.last) == "dash":
        return None
    return dated(found, Shift(unit, step, "reached"))


@shaped("the (?P<I>after_it) (?:(?P<W>weekday)|(?P<S>season))")
def reached_weekday(found: Found) -> Draft | None:
    """“the following Monday”, “the following spring”: it counts from what was told before"""
    if found.has("S"):
        return dated(found, Season(found.value("S")))
    return dated(found, Weekday(int(found.value("W")), 2))


@shaped("the (?P<U>unit|part) (?P<S>after|before)")
def day_beside(found: Found) -> Draft | None:
    """“the day before”, “the year after”, where nothing follows"""
    if kind(found.tokens, found.last) not in ENDS or found.value("U")[0] == "T":
        return None
    if found.value("U") in SHORT:
        return None
    return dated(found, Shift(found.value("U"), found.number("S"), "reached"))


@shaped(f"{MANY} (?P<U>unit|units|second) ago")
def ago(found: Found) -> Draft | None:
    """“two weeks ago”"""
    return shift(found, -1, "published")


@shaped("(?P<U>units) (?P<S>ago|earlier|later)")
def units_ago(found: Found) -> Draft | None:
    """“years later”: how many, is not told"""
    sign = -1 if found.value("S") == "-1" else 1
    base: Base = "published" if kind(found.tokens, found.last - 1) == "ago" else "reached"
    return shift(found, sign, base)


@shaped(f"{MANY} (?P<U>unit|units|second) (?P<S>earlier|later)")
def away(found: Found) -> Draft | None:
    """“two days later”, “a few days earlier”: from the date that the article has reached"""
    return shift(found, found.number("S") or 0, "reached")


@shaped(f"{MANY} (?P<U>unit|units) (?P<S>before|after)")
def away_from_it(found: Found) -> Draft | None:
    """“two days before”, where nothing follows"""
    if kind(found.tokens, found.last) not in ENDS - {"open"}:
        return None
    return shift(found, found.number("S") or 0, "reached")


@shaped(f"{MANY} (?P<U>unit|units|second) (?:from_now|from (?:now|(?P<T>today)))")
def from_now(found: Found) -> Draft | None:
    """“three weeks from now”"""
    if found.has("T") and found.value("T") != "0":
        return None
    return shift(found, 1, "published")


@shaped(f"in {MANY} (?P<U>unit|units) (?P<P>apostrophe time|possessive time)?")
def in_units(found: Found) -> Draft | None:
    """“will meet in two weeks”: a date; “was built in two weeks” is a length"""
    ahead = tense(found.tokens, found.first, found.last) == "future" or found.has("P")
    if not ahead or found.kind("N") == "vague":
        return None
    return shift(found, 1, "published")


RULES: tuple[Rule, ...] = (
    beyond,
    today,
    ago,
    away,
    from_now,
    in_units,
    away_from_it,
    units_ago,
    day_beside,
    reached_weekday,
    reached_unit,
    which_unit,
)
