"""Doubts: what looks like a date and is none, “2016 people”, “Bloody Sunday”, “April Orlan”."""

from crossread.stages.times.lexicon import CLASS_OF
from crossread.stages.times.tokens import Tokens

# What may stand before a month that has no day and no year: “in March”, “last March”, “mid-March”.
LEADS_MONTH = frozenset(
    "in since until from by of last next this early bound through between during to and or "
    "before after every dash for about comma at per open before_it after_it regular same".split()
)
FIRM_MONTH = frozenset("in since until last next this early during through every".split())
LEADS_YEAR = frozenset(
    "in since until by through from before after for early about open regular the "
    "season maybe_season weekday between mark to bound same last".split()
)
ENDS_YEAR = frozenset("comma stop close possessive mark dash open".split())
SURE_YEARS = range(1900, 2060)


def kind(tokens: Tokens, place: int) -> str:
    """The name of a token's class; nothing beyond the sentence."""
    letter = tokens.kind(place)
    return CLASS_OF[letter] if letter else ""


def said(tokens: Tokens, place: int, doubt: str) -> bool:
    """True if a token is one of the words that make no date of what is beside it."""
    return tokens.word(place).lower() in tokens.lexicon.doubts[doubt]


def named_day(tokens: Tokens, first: int, last: int) -> bool:
    """“Bloody Sunday”, “The Sunday Mirror”."""
    before = said(tokens, first - 1, "before_day") and tokens.word(first - 1)[0].isupper()
    behind = last + 1 if kind(tokens, last) == "part" else last  # “Saturday Night Live”
    after = said(tokens, behind, "after_day") and tokens.word(behind)[0].isupper()
    part = tokens.word(last)[:1].isupper() and kind(tokens, last) == "part"
    return before or after or (part and kind(tokens, last + 1) == "capital")


def titled(tokens: Tokens, place: int) -> bool:
    """“The Tonight Show”, “USA Today”: a capital beside others."""
    beside = {kind(tokens, place - 1), kind(tokens, place + 1)}
    return bool(place and tokens.word(place)[0].isupper() and "capital" in beside)


def named_month(tokens: Tokens, first: int, last: int) -> bool:
    """“8 March Street”, “the May 3 Movement”."""
    return said(tokens, last, "after_month") and tokens.word(last)[0].isupper()


def bare_month(tokens: Tokens, first: int, last: int) -> bool:
    """True if a month that has no day and no year is one: not “May Orlan” or “March on”."""
    before, after = kind(tokens, first - 1), kind(tokens, last)
    if named_month(tokens, first, last) or before not in LEADS_MONTH:
        return False
    if before == "dash" and kind(tokens, first - 2) == "early":
        return True  # “mid-March”
    if after == "capital":
        return before in FIRM_MONTH
    if before in {"comma", "to", "and", "or", "dash", "open", "at", "for"}:
        beside = {"month", "short_month", "dated"}
        near = {kind(tokens, first - 2), kind(tokens, first - 3), kind(tokens, last + 1)}
        return bool(beside & near) or (before == "for" and after != "word")
    return True


def lone_year(tokens: Tokens, place: int) -> bool:
    """True if a number of four digits is a year: “in 2016”, not “2016 people” or “page 2016”."""
    if counted(tokens, place) or numbered(tokens, place):
        return False
    number, before = int(tokens.values[place]), kind(tokens, place - 1)
    if tokens.word(place)[-1:] == "s":
        return number in SURE_YEARS
    if before == "of":
        return of_year(tokens, place)
    if before == "dash" and kind(tokens, place - 2) == "early":
        return True  # “mid-2031”
    if before in {"and", "or", "to", "comma"} and in_a_row(tokens, place):
        return True
    after = kind(tokens, place + 1)
    return described(tokens, place, before, after) or led_year(tokens, place, before, after)


def in_a_row(tokens: Tokens, place: int) -> bool:
    """“in 2031 and 2032”, “from 1850 to 1870”."""
    led = kind(tokens, place - 3) in {"from", "between"}
    years = kind(tokens, place - 2) in {"year", "dated", "years"}
    return years and (led or int(tokens.values[place]) in SURE_YEARS)


def led_year(tokens: Tokens, place: int, before: str, after: str) -> bool:
    """“in 1859”, “since 2031”; “in 1850 homes” is none."""
    number = int(tokens.values[place])
    if before not in LEADS_YEAR - {"and", "or", "comma"}:
        return False
    if number in SURE_YEARS:
        return sure_year(tokens, place, before, after)
    firm = before in {"in", "since", "from", "until", "open", "by", "about"} and number % 100 != 0
    return firm and not (after == "word" and tokens.word(place + 1).endswith("s"))


def described(tokens: Tokens, place: int, before: str, after: str) -> bool:
    """“its 2008 launch”, “a 2031 study”, “c. 1818”, “(Orlan, 2031)”."""
    number = int(tokens.values[place])
    if before == "stop" and said(tokens, place - 2, "dating"):
        return True
    if number not in SURE_YEARS:
        return False
    if before == "comma":
        return after == "close"
    owned = before in {"a", "possessive"} or said(tokens, place - 1, "owning")
    return owned and after in {"word", "capital"} and number_alone(tokens, place)


def sure_year(tokens: Tokens, place: int, before: str, after: str) -> bool:
    number = int(tokens.values[place])
    if before == "the":
        return after in {"word", "capital"} and number_alone(tokens, place)
    if before == "mark":
        return tokens.word(place - 1) in {"“", "[", "«", "/"} and after in ENDS_YEAR
    if before in {"to", "about", "for", "between", "last"}:
        return after in ENDS_YEAR | {"", "and"} and (before != "to" or number % 100 != 0)
    if before in {"from", "by", "before", "after"}:
        return number % 100 != 0 or after in ENDS_YEAR | {""}
    return True


def number_alone(tokens: Tokens, place: int) -> bool:
    """“the 2016 election”; “the 2000 people” is a number, as round as that."""
    return int(tokens.values[place]) % 100 != 0 or tokens.word(place + 1)[:1].isupper()


def of_year(tokens: Tokens, place: int) -> bool:
    """“the crisis of 2008”; not “a crowd of 2016”, “one of 2016”."""
    if int(tokens.values[place]) not in SURE_YEARS:
        return False
    if kind(tokens, place + 1) not in ENDS_YEAR | {"", "and"}:
        return kind(tokens, place - 2) in {"season", "maybe_season", "bound", "part", "month"}
    before = kind(tokens, place - 2)
    return before not in {"one", "count", "digits", "number"} and not said(
        tokens, place - 2, "amount"
    )


def counted(tokens: Tokens, place: int) -> bool:
    """“2016 people”, “1998 kg”, “$2016”."""
    after = kind(tokens, place + 1)
    money = "money" in {after, kind(tokens, place - 1)}
    unit = after in {"unit", "units", "hundred", "code", "number", "digits", "half_day"}
    return money or unit or (said(tokens, place + 1, "counted") and not tokens.glued(place + 1))


def numbered(tokens: Tokens, place: int) -> bool:
    """“page 2016”, “No. 1998”, “flight 2010”, “more than 2000”."""
    before = place - 2 if kind(tokens, place - 1) in {"stop", "dash"} else place - 1
    return said(tokens, before, "numbering") or tokens.word(before).lower() == "than"
