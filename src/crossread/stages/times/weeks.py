"""Weeks: rules for parts of a year or a month and for weekdays, “the first Monday of May”."""

from crossread.stages.times.dates import DAY, MONTH, WHICH, YEAR, day_number, draft, told_year
from crossread.stages.times.doubts import kind, named_day
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.meaning import Day, Draft, Nth, Season, Shift, Tail, Weekday, What

A_YEAR = "(?:of|in)? (?:(?P<Y>year)|(?P<I>this|last|next) (?P<U>unit)|the (?P<T>unit))"


@shaped(f"the? (?P<N>ordinal|second) dash? (?P<K>quarter|half) {A_YEAR}")
def part_of_year(found: Found) -> Draft | None:
    """“the second quarter of 2031”, “the first half of last year”"""
    number, quarter = day_number(found, "N"), found.value("K") == "Q"
    if number > (4 if quarter else 2) or not of_a_year(found):
        return None
    return draft(found, Tail(a_year(found), f"{'Q' if quarter else 'H'}{number}"))


def of_a_year(found: Found) -> bool:
    return found.has("Y") or "Y" in {found.value("U"), found.value("T")}


def a_year(found: Found) -> What:
    """“2031”, “last year”, “the year”."""
    if found.has("Y"):
        return Day(found.number("Y"))
    return Shift("Y", found.number("I") or 0)


NTH = "the? (?P<N>ordinal|second|last) (?P<K>weekday|unit) (?:of|in)"


@shaped(f"{NTH} {MONTH} {YEAR}")
def nth_of_month(found: Found) -> Draft | None:
    """“the first Monday of March”, “the last week of March 2031”"""
    return counted(found, Day(told_year(found), found.number("M")))


@shaped(f"{NTH} (?:(?P<I>this|last|next|before_it|after_it)|the) (?P<U>unit)")
def nth_of_this(found: Found) -> Draft | None:
    """“the last Friday of this month”"""
    if found.value("U") not in {"M", "Y"}:
        return None
    return counted(found, Shift(found.value("U"), found.number("I") or 0))


@shaped(f"{NTH} (?P<Y>year)")
def nth_of_year(found: Found) -> Draft | None:
    """“the last day of 2031”"""
    return counted(found, Day(found.number("Y")))


def counted(found: Found, of: What) -> Draft | None:
    number = {"S": 2}.get(found.value("N")) or int(found.value("N"))
    unit = found.value("K")
    if unit not in {"D", "W"} and not unit.isdigit():
        return None
    return draft(found, Nth(number, unit, of))


@shaped(f"{DAY} (?:unit )?of (?:the )?(?P<I>this|last|next|before_it|after_it) (?P<U>unit)")
def day_of_this_month(found: Found) -> Draft | None:
    """“the 20th of next month”"""
    if found.value("U") != "M":
        return None
    return draft(found, Nth(day_number(found), "D", Shift("M", found.number("I"))))


@shaped("(?:the )?(?P<S>season|maybe_season) comma? (?:of )?(?P<Y>year)")
def season_of_year(found: Found) -> Draft | None:
    """“the spring of 2031”, “summer 2031”"""
    return draft(found, Season(found.value("S"), found.number("Y")))


@shaped(f"(?:the )?(?P<S>season|maybe_season) of {WHICH} (?P<U>unit)")
def season_of_which(found: Found) -> Draft | None:
    """“the autumn of last year”"""
    if found.value("U") != "Y":
        return None
    return draft(found, Tail(Shift("Y", found.number("I")), found.value("S")))


@shaped(f"{WHICH} (?P<S>season|maybe_season)")
def which_season(found: Found) -> Draft | None:
    """“last winter”"""
    if kind(found.tokens, found.last) == "dash":
        return None
    return draft(found, Season(found.value("S"), None, found.number("I")))


@shaped("(?P<P>in|since|until|by|for|of) the? (?P<S>season|maybe_season)")
def season_alone(found: Found) -> Draft | None:
    """“in the spring”; not “the fall of the city” or “springs to mind”"""
    place = found.match.start("S")
    falls = kind(found.tokens, found.last) in {"of", "year"}
    plain = kind(found.tokens, place) == "season" or found.tokens.word(found.first) != "of"
    if falls or not plain or kind(found.tokens, found.last) in {"dash", "capital"}:
        return None
    if kind(found.tokens, found.last) == "word" and is_noun(found):
        return None  # “in winter storms”
    return season(found, place)


def is_noun(found: Found) -> bool:
    """True if the word behind may be a noun: not “in”, “when”, “said”."""
    tags = found.tokens.lexicon.tags.get(found.tokens.word(found.last).lower(), frozenset())
    return not tags or "NN" in tags or "JJ" in tags


def season(found: Found, place: int) -> Draft:
    return draft(found, Season(found.value("S"))).at(place, found.last)


@shaped("(?P<W>weekday|short_weekday) stop? comma? (?:the )?(?P<D>ordinal)")
def weekday_and_number(found: Found) -> Draft | None:
    """“Tuesday the 19th”"""
    return draft(found, Day(None, None, day_number(found), weekday=found.number("W")))


@shaped("on the (?P<D>ordinal)")
def number_alone(found: Found) -> Draft | None:
    """“on the 15th”"""
    digits = found.tokens.word(found.match.start("D"))[0].isdigit()
    if not digits or kind(found.tokens, found.last) in {"word", "capital", "dash", "unit", "of"}:
        return None
    return draft(found, Day(None, None, day_number(found))).at(found.first + 1, found.last)


@shaped(f"(?P<W>weekday) (?:of|on|from)? {WHICH} (?P<U>unit)")
def weekday_of_week(found: Found) -> Draft | None:
    """“Wednesday of next week”"""
    if found.value("U") != "W":
        return None
    week = Weekday(int(found.value("W")), found.number("I"), True)
    return draft(found, week)


@shaped(f"{WHICH} (?P<W>weekday)")
def which_weekday(found: Found) -> Draft | None:
    """“last Monday”"""
    if named_day(found.tokens, found.first + 1, found.last):
        return None
    return draft(found, Weekday(int(found.value("W")), found.number("I")))


@shaped("(?P<W>weekday)")
def weekday_alone(found: Found) -> Draft | None:
    """“on Monday”: by tense the last or the next; not “Bloody Sunday”"""
    if named_day(found.tokens, found.first, found.last):
        return None
    return draft(found, Weekday(int(found.value("W"))))


RULES: tuple[Rule, ...] = (
    part_of_year,
    nth_of_month,
    nth_of_this,
    nth_of_year,
    day_of_this_month,
    season_of_year,
    season_of_which,
    which_season,
    season_alone,
    weekday_and_number,
    number_alone,
    weekday_of_week,
    which_weekday,
    weekday_alone,
)
