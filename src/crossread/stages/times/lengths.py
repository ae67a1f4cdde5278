"""Lengths: rules for durations and for what comes again, “for three years”, “every week”."""

from itertools import pairwise

from crossread.stages.times.doubts import kind, said
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.meaning import Draft, Fixed
from crossread.stages.times.tokens import Tokens

AMOUNT = "(?P<N>digits|number|year|count|one|a) (?P<K>hundred|dozen)? (?:more )?"
UNIT = "(?P<U>unit|units|second)"
ORDER = "CEYQMFWDHmS"  # from the longest unit
DAYS = frozenset("CEYQMFWD")
SAME = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "Q": ("M", 3)}
BACK = 4  # words back from “a day” in which a number makes a rate of it: “500 tonnes a day”
RATES = frozenset(
    {"digits", "number", "count", "one", "code", "times", "hundred", "year", "dozen", "vague"}
)


def amount(found: Found, group: str = "N", times: str = "K") -> float:
    """How many: “two hundred”, “1.5”, “a”."""
    word = found.value(group).replace(",", "")
    number = 1.0 if word in {"-", ""} else float(word)
    return number * (int(found.value(times)) if times and found.has(times) else 1)


def plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def duration(parts: list[tuple[float, str]]) -> str | None:
    """Values after ISO 8601: 4 years and 8 months are P4Y8M."""
    told: dict[str, float] = {}
    for number, unit in parts:
        name, times = SAME.get(unit, (unit, 1))
        if name in told:
            return None
        told[name] = number * times
    days = "".join(f"{plain(told[unit])}{unit}" for unit in "YMWD" if unit in told)
    clock = "".join(f"{plain(told[unit])}{unit.upper()}" for unit in "HmS" if unit in told)
    return f"P{days}{'T' + clock if clock else ''}"


def halved(number: float, unit: str) -> list[tuple[float, str]]:
    """“an hour and a half”: 90 minutes, “a year and a half”: 18 months."""
    inner, times = {"Y": ("M", 12), "H": ("m", 60), "m": ("S", 60), "D": ("H", 24)}.get(
        unit, (unit, 1)
    )
    if times == 1:
        return [(number, unit)]
    whole = int(number)
    rest = (number - whole) * times
    return [part for part in ((float(whole), unit), (rest, inner)) if part[0]]


def lasting(found: Found, value: str | None) -> Draft:
    return Draft(found.first, found.last, "DURATION", Fixed(value))


def an_age(tokens: Tokens, last: int) -> bool:
    """“a 30-year-old man”, “30 years old”, “aged 30 years”."""
    place = last + 1 if kind(tokens, last) == "dash" else last
    return tokens.word(place).lower() in {"old", "olds"}


def a_second(found: Found, group: str = "U", count: str = "N") -> bool:
    """“a second term”: an ordinal, unless a number stands before it."""
    unit = kind(found.tokens, found.match.start(group))
    return unit == "second" and kind(found.tokens, found.match.start(count)) not in {
        "digits",
        "one",
    }


def one_day(found: Found) -> bool:
    """“One day he will …”: no length of time."""
    if kind(found.tokens, found.match.start("N")) != "one" or found.value("U") != "D":
        return False
    return kind(found.tokens, found.first - 1) not in {"for", "in", "after", "about"}


MORE = "(?:comma? and? (?:digits|count|one|a) (?:unit|units|second))"


@shaped(f"{AMOUNT} dash? {UNIT} (?P<M>{MORE}{{1,4}})")
def several_units(found: Found) -> Draft | None:
    """“4 years and 8 months”, “2 days, 3 hours and 4 minutes”"""
    parts, number = [(amount(found), found.value("U"))], 0.0
    for place in found.places("M"):
        told, name = found.tokens.values[place], kind(found.tokens, place)
        if name in {"digits", "count", "one", "a"}:
            number = float(told) if told != "-" else 1.0
        elif name in {"unit", "units", "second"}:
            parts.append((number, told))
    units = [ORDER.index(unit) for _, unit in parts]
    ordered = all(one < other for one, other in pairwise(units))
    if not ordered or a_second(found) or an_age(found.tokens, found.last):
        return None
    return lasting(found, duration(parts))


@shaped(f"{AMOUNT} {UNIT} and (?P<A>a|one)? half")
def and_a_half(found: Found) -> Draft | None:
    """“a year and a half”"""
    if a_second(found):
        return None
    return lasting(found, duration(halved(amount(found) + 0.5, found.value("U"))))


@shaped(f"{AMOUNT} and a? half {UNIT}")
def half_more(found: Found) -> Draft | None:
    """“two and a half years”"""
    return lasting(found, duration(halved(amount(found) + 0.5, found.value("U"))))


@shaped("(?:a )?quarter of (?P<A>a) (?P<U>unit)")
def quarter(found: Found) -> Draft | None:
    """“a quarter of an hour”"""
    return lasting(found, "PT15M") if found.value("U") == "H" else None


@shaped("half dash? (?P<A>a)? dash? (?P<U>unit)")
def half(found: Found) -> Draft | None:
    """“half an hour”"""
    unit = found.value("U")
    if not found.has("A") and unit != "H":
        return None
    parts = halved(0.5, unit)
    return lasting(found, duration(parts)) if unit in {"Y", "H", "D", "m"} else None


@shaped(
    "(?:between )?(?P<N>digits|count|one|days) (?:(?:to|or|dash|and) (?P<M>digits|count))? "
    f"dash? {UNIT}"
)
def range_of_units(found: Found) -> Draft | None:
    """“two to three years”: how long, is not told"""
    between = kind(found.tokens, found.first) == "between"
    joined = any(kind(found.tokens, place) == "and" for place in range(found.first, found.last))
    if between != joined:
        return None
    ranged = found.has("M") or kind(found.tokens, found.first) == "days"
    if (
        not ranged
        or an_age(found.tokens, found.last)
        or kind(found.tokens, found.last - 1) == "second"
    ):
        return None
    return lasting(found, None)


@shaped(f"{AMOUNT} dash? {UNIT}")
def length(found: Found) -> Draft | None:
    """“three years”, “a two-week truce”, “500 tonnes a day” is a rate: a set of every day"""
    unit, start = found.value("U"), kind(found.tokens, found.first)
    if a_second(found) or an_age(found.tokens, found.last) or one_day(found) or a_name(found):
        return None
    value = duration([(amount(found), unit)])
    if start == "a" and found.last == found.first + 2:
        if unit == "m" and denied(found.tokens, found.first):
            return None
        if rate(found.tokens, found.first):
            return Draft(found.first, found.last, "SET", Fixed(value))
        if kind(found.tokens, found.last) == "dash" or (unit == "m" and before_of(found)):
            return None
    if start == "year" and kind(found.tokens, found.last - 1) == "unit":
        return None  # “the 2016 year-end”
    return lasting(found, value)


def a_name(found: Found) -> bool:
    """“Forty Hours”, a group’s name."""
    one, other = found.tokens.word(found.first), found.tokens.word(found.match.start("U"))
    return one[0].isupper() and other[0].isupper()


def denied(tokens: Tokens, first: int) -> bool:
    """“I don’t believe it for a minute”: no length of time."""
    before = {tokens.word(place).lower() for place in range(max(first - 6, 0), first)}
    return kind(tokens, first - 1) == "for" and bool(before & {"t", "not", "never"})


def before_of(found: Found) -> bool:
    return kind(found.tokens, found.last) == "of"


def rate(tokens: Tokens, first: int) -> bool:
    """“$2 million a year”, “three times a week”: a number stands shortly before."""
    for place in range(first - 1, max(first - BACK, 0) - 1, -1):
        if kind(tokens, place) in RATES:
            return True
        if kind(tokens, place) not in {"word", "money", "capital", "half_day", "unit", "units"}:
            return False
        if tokens.lexicon.tags.get(tokens.word(place).lower(), frozenset()) & {"VBD", "IN", "VB"}:
            return False
    return False


@shaped("per (?P<U>unit|second)")
def per_unit(found: Found) -> Draft | None:
    """“per year”"""
    return Draft(found.first, found.last, "SET", Fixed(duration([(1, found.value("U"))])))


@shaped("(?:a )?(?P<V>vague|couple of|dozen) (?P<U>units)")
def vague_units(found: Found) -> Draft | None:
    """“several days”: PXD, after TIMEX3"""
    if found.tokens.word(found.match.start("V")).lower() in {"recent", "some"}:
        return None
    return lasting(found, vague(found.value("U")))


@shaped("(?P<F>for) (?P<U>units)")
def for_units(found: Found) -> Draft | None:
    """“for months”"""
    if found.tokens.word(found.first).lower() not in {"for", "within"}:
        return None
    return lasting(found, vague(found.value("U"))).at(found.first + 1, found.last)


def vague(unit: str) -> str:
    value = duration([(1, unit)]) or ""
    return {"E": "PXE", "C": "PXC"}.get(unit) or value.replace("1", "X").replace("2", "X")


@shaped("(?P<R>regular)")
def regular(found: Found) -> Draft | None:
    """“annual”, “daily”; not the name of a paper"""
    if found.tokens.word(found.first)[0].isupper() and found.first:
        return None
    return Draft(found.first, found.last, "SET", Fixed(found.value("R")))


@shaped("every (?P<N>digits|count)? (?P<U>unit|units)")
def every_unit(found: Found) -> Draft | None:
    """“every four years”"""
    number = amount(found, "N", "") if found.has("N") else 1
    return Draft(found.first, found.last, "SET", Fixed(duration([(number, found.value("U"))])))


@shaped("every (?:(?P<W>weekday)|(?P<P>part)|(?P<M>month)|(?P<S>season)|(?P<E>weekend))")
def every_one(found: Found) -> Draft | None:
    """“every Monday”, “every morning”"""
    value = "XXXX-WXX-WE"
    if found.has("W"):
        value = f"XXXX-WXX-{found.value('W')}"
    elif found.has("P"):
        value = f"XXXX-XX-XX{found.value('P')}"
    elif found.has("M"):
        value = f"XXXX-{found.number('M'):02d}"
    elif found.has("S"):
        value = f"XXXX-{found.value('S')}"
    return Draft(found.first, found.last, "SET", Fixed(value))


@shaped("(?P<W>weekdays)")
def weekdays(found: Found) -> Draft | None:
    """“on Mondays”"""
    numbered = kind(found.tokens, found.first - 1) in {"digits", "count"}
    if numbered or said(found.tokens, found.first - 1, "before_day"):
        return None
    return Draft(found.first, found.last, "SET", Fixed(f"XXXX-WXX-{found.value('W')}"))


@shaped(
    "(?:the )?(?P<I>last|next) (?P<V>count|digits|vague|couple of|one|number|half) "
    "(?P<A>a)? (?P<U>unit|units)"
)
def counted_length(found: Found) -> Draft | None:
    """“the last three years”, “the next few days”: a length that counts from the date"""
    unit, kind_of = found.value("U"), kind(found.tokens, found.match.start("V"))
    if kind_of in {"vague", "couple"}:
        value: str | None = vague(unit)
    elif kind_of == "half":
        value = duration(halved(0.5, unit))
    else:
        value = duration([(amount(found, "V", ""), unit)])
    return Draft(found.first, found.last, "DURATION", Fixed(value), counted=True)


@shaped("(?:the|this|a)? (?P<I>last) (?P<U>unit)")
def past_unit(found: Found) -> Draft | None:
    """“the past week”: the seven days before, whichever week they are of"""
    unit = found.value("U")
    if found.tokens.word(found.match.start("I")).lower() != "past" or unit not in DAYS:
        return None
    value = duration([(1, unit)])
    return Draft(found.first, found.last, "DURATION", Fixed(value), counted=True)


@shaped("(?P<F>for|in) the (?P<I>last|next) (?P<U>unit|units)")
def last_length(found: Found) -> Draft | None:
    """“over the past year”, “in the coming weeks”"""
    one = kind(found.tokens, found.last - 1) == "unit"
    unit = found.value("U")
    if one and (unit not in DAYS or kind(found.tokens, found.last) == "of"):
        return None
    value = duration([(1, unit)]) if one else vague(unit)
    last = Draft(found.first, found.last, "DURATION", Fixed(value), counted=True)
    return last.at(found.first + 1, found.last)


RULES: tuple[Rule, ...] = (
    counted_length,
    last_length,
    past_unit,
    several_units,
    and_a_half,
    half_more,
    half,
    quarter,
    range_of_units,
    length,
    per_unit,
    vague_units,
    for_units,
    regular,
    every_unit,
    every_one,
    weekdays,
)
