"""Dates: rules for days, months, years and centuries, “5 March 2031”, “the 1990s”."""

from crossread.stages.times.doubts import bare_month, kind, lone_year, named_month, said
from crossread.stages.times.grammar import Found, Rule, shaped
from crossread.stages.times.meaning import Day, Draft, Fixed, Shift, Stretch, Tail, What

MONTH = "(?P<M>month|maybe_month|short_month) stop?"
DAY = "(?P<D>digits|ordinal|second)"
YEAR = "(?:comma? (?:of )?(?P<Y>year))?"
WEEKDAY = "(?:(?P<W>weekday|short_weekday) stop? comma? the?)?"
WHICH = "(?P<I>this|last|next)"


def draft(found: Found, what: What) -> Draft:
    stopped = kind(found.tokens, found.last - 1) == "stop"  # “in Sept.” ends a sentence
    return Draft(found.first, found.last - stopped, "DATE", what)


def small_month(found: Found) -> bool:
    """“march 3 km”: a month in small letters needs a year, or the end of the words."""
    if kind(found.tokens, found.match.start("M")) != "maybe_month" or found.has("Y"):
        return False
    return kind(found.tokens, found.last) in {"word", "capital", "unit", "units"}


def told_year(found: Found) -> int | None:
    """The year beside a date; “March 3, 2000 people came” has none."""
    if not found.has("Y") or said(found.tokens, found.last, "counted"):
        return None
    return found.number("Y")


def day_number(found: Found, group: str = "D") -> int:
    told = found.value(group)
    return 2 if told == "S" else int(told)


def day_in_month(found: Found) -> Draft | None:
    day = day_number(found)
    year = told_year(found)
    if small_month(found) or named_month(found.tokens, found.first, found.last):
        return None
    if not 1 <= day <= 31:
        return None
    made = draft(found, Day(year, found.number("M"), day, weekday=found.number("W")))
    return made if year or not found.has("Y") else made.at(found.first, short_of_year(found))


def short_of_year(found: Found) -> int:
    """Where the date ends without the number that is no year."""
    place = found.match.start("Y")
    return place - 1 if kind(found.tokens, place - 1) == "comma" else place


@shaped("(?P<V>iso_day)")
def iso_day(found: Found) -> Draft | None:
    """“2031-03-05”, “2031-03-05T09:42”"""
    day, _, time = found.value("V").partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    whole = f"{year:04d}-{month:02d}-{number:02d}"
    if time:
        return Draft(found.first, found.last, "TIME", Fixed(f"{whole}T{time[:5]}"))
    return draft(found, Day(year, month, number))


@shaped("(?P<V>iso_month)")
def iso_month(found: Found) -> Draft | None:
    """“2031-03”"""
    if not said(found.tokens, found.first - 1, "numbering"):
        return draft(found, Fixed(found.value("V").replace("/", "-")))
    return None


@shaped("(?P<V>slashed)")
def numbers(found: Found) -> Draft | None:
    """“17.06.2031”; of “04/05/2031” nothing tells which is the day"""
    one, two, year = (
        int(part) for part in found.value("V").replace("/", ".").replace("-", ".").split(".")
    )
    if year < 100:
        return None
    if one > 12 >= two or (one == two <= 12) or ("." in found.value("V") and two <= 12):
        return draft(found, Day(year, two, one))
    return draft(found, Day(year, one, two) if two > 12 >= one else Fixed(None))


@shaped(f"{WEEKDAY} {MONTH} the? {DAY} {YEAR}")
def month_and_day(found: Found) -> Draft | None:
    """“March 5, 2031”, “Wednesday, March 5”"""
    if kind(found.tokens, found.match.start("D")) == "second" and not found.has("Y"):
        return None
    return day_in_month(found)


@shaped(f"{WEEKDAY} (?:the )?{DAY} (?P<O>of)? {MONTH} {YEAR}")
def day_and_month(found: Found) -> Draft | None:
    """“5 March 2031”, “the 5th of March”, “Wednesday 5 March”"""
    place = found.match.start("D")
    in_words = not found.tokens.word(place)[0].isdigit()
    if in_words and not found.has("O"):
        return None  # “the first May Day”
    return day_in_month(found)


@shaped(f"{MONTH} (?:the )?{DAY} (?:and|or) (?P<E>digits|ordinal) {YEAR}")
def two_days(found: Found) -> Draft | None:
    """“March 5 and 6”"""
    first, last = day_number(found), day_number(found, "E")
    if last != first + 1 or last > 31 or small_month(found):
        return None
    month, year = found.number("M"), told_year(found)
    return draft(found, Stretch(Day(year, month, first), Day(year, month, last)))


@shaped(f"{DAY} (?:and|or) (?P<E>digits|ordinal) (?:of )?{MONTH} {YEAR}")
def two_days_first(found: Found) -> Draft | None:
    """“5 and 6 March”"""
    first, last = day_number(found), day_number(found, "E")
    if last != first + 1 or last > 31 or small_month(found):
        return None
    month, year = found.number("M"), told_year(found)
    return draft(found, Stretch(Day(year, month, first), Day(year, month, last)))


@shaped(f"{MONTH} (?P<R>days) {YEAR}")
def month_and_days(found: Found) -> Draft | None:
    """“March 5-9, 2031”"""
    first, last = (int(part) for part in found.value("R").split("-"))
    month, year = found.number("M"), told_year(found)
    return draft(found, Stretch(Day(year, month, first), Day(year, month, last)))


@shaped(f"(?P<R>days) (?:of )?{MONTH} {YEAR}")
def days_and_month(found: Found) -> Draft | None:
    """“5–9 March”"""
    return None if small_month(found) else month_and_days(found)


@shaped(f"{MONTH} {YEAR}".removesuffix("?"))
def month_and_year(found: Found) -> Draft | None:
    """“March 2031”"""
    year = told_year(found)
    return draft(found, Day(year, found.number("M"))) if year else None


@shaped(f"{WHICH} (?P<M>month|short_month)")
def which_month(found: Found) -> Draft | None:
    """“last March”"""
    return draft(found, Day(None, found.number("M"), None, found.number("I")))


@shaped("(?P<M>month|short_month) (?P<I>this|last|next) (?P<U>unit)")
def month_of_which_year(found: Found) -> Draft | None:
    """“March next year”"""
    if found.value("U") != "Y":
        return None
    return draft(found, Tail(Shift("Y", found.number("I")), f"{found.number('M'):02d}"))


@shaped("(?P<M>month|short_month) of (?P<I>this|last|next) (?P<U>unit)")
def month_in_which_year(found: Found) -> Draft | None:
    """“March of last year”"""
    return month_of_which_year(found)


@shaped("(?P<M>month)")
def month_alone(found: Found) -> Draft | None:
    """“in March”; not “March on the capital” or “April Orlan”"""
    if not bare_month(found.tokens, found.first, found.last):
        return None
    return draft(found, Day(None, found.number("M")))


@shaped("(?P<Y>year|number|digits) era")
def year_of_era(found: Found) -> Draft | None:
    """“410 BC”: before our era, so no date that others count from"""
    if not found.value("Y").isdigit():
        return None
    era = found.tokens.values[found.last - 1]
    return draft(
        found, Fixed(f"-{found.number('Y'):04d}") if era == "BC" else Day(found.number("Y"))
    )


@shaped("(?P<Y>year)")
def year_alone(found: Found) -> Draft | None:
    """“in 2031”, “the 2031 election”; not “2016 people” or “page 2016”"""
    return draft(found, Day(found.number("Y"))) if lone_year(found.tokens, found.first) else None


@shaped("(?P<Y>years)")
def years(found: Found) -> Draft | None:
    """“2031–34”, “2031/2032”"""
    return from_year_to_year(found, found.value("Y"))


@shaped("(?P<Y>year) dash (?P<Z>year)")
def year_to_year(found: Found) -> Draft | None:
    """“2031 – 2034”"""
    return from_year_to_year(found, f"{found.value('Y')}/{found.value('Z')}")


LONG = 120  # years: what is further apart is rather pages or prices


def from_year_to_year(found: Found, value: str) -> Draft | None:
    first, last = (int(part) for part in value.split("/"))
    led = kind(found.tokens, found.first - 1) in {"in", "from", "between", "open", "for", "the"}
    known = led or (first >= 1800 and last < 2100)
    doubted = said(found.tokens, found.last, "counted") or said(
        found.tokens, found.first - 1, "numbering"
    )
    if doubted or not known or not first < last < first + LONG:
        return None
    return draft(found, Fixed(value))


@shaped("the? apostrophe? (?P<X>decade)")
def decade(found: Found) -> Draft | None:
    """“the 1990s”, “the ’90s”"""
    short = len(found.tokens.word(found.match.start("X"))) < 5
    marked = kind(found.tokens, found.match.start("X") - 1) in {
        "apostrophe",
        "the",
        "early",
        "dash",
    }
    return draft(found, Fixed(found.value("X"))) if marked or not short else None


@shaped("the? (?P<N>ordinal) dash? (?P<U>unit)")
def century(found: Found) -> Draft | None:
    """“the 19th century”"""
    number = found.number("N") or 0
    if found.value("U") != "C" or number > 21:
        return None
    return draft(found, Fixed(f"{number - 1:02d}XX"))


RULES: tuple[Rule, ...] = (
    iso_day,
    iso_month,
    numbers,
    two_days,
    month_and_day,
    two_days_first,
    day_and_month,
    month_and_days,
    days_and_month,
    month_and_year,
    which_month,
    month_of_which_year,
    month_in_which_year,
    month_alone,
    year_of_era,
    year_to_year,
    year_alone,
    years,
    decade,
    century,
)
