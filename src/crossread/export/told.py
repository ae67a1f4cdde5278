"""Figures, dates, ties and their claimants in a few words, for a terminal and for a page."""

import re
from collections.abc import Sequence

from crossread.export.controls import line
from crossread.export.dates import MONTHS, day
from crossread.model.facts import Figure, Tie, TieKind
from crossread.model.statement import Statement
from crossread.model.told import Party, Told, ToldEvent

OWN = "the outlet’s own words"
OPEN = ".."
LONGEST = 280  # characters of a sentence
MOST = 1e15  # greater numbers are told by their first digits

BOUNDS = {"exact": "", "about": "about ", "at least": "at least ", "at most": "at most "}
PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
MONTH = re.compile(r"(\d{4})-(\d\d)")
DAY_PART = re.compile(r"(\d{4}-\d\d-\d\d)-?(T[A-Z]{2})")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
DECADE = re.compile(r"\d{3}")

# How a tie is told from the side of its object.
TURNED: dict[TieKind, str] = {
    "funds": "is funded by",
    "owns": "is owned by",
    "leads": "is led by",
    "founded": "was founded by",
    "belongs to": "has, belonging to it:",
    "employs": "is employed by",
    "supports": "is supported by",
    "is kin of": "is kin of",
    "is part of": "has, as a part of it:",
}


def amount(figure: Figure) -> str:
    """The value with its bound and unit.

    >>> from crossread.model.span import Span
    >>> amount(Figure(Span(0, 9), 1.5e6, None, "money", "EUR", bound="at least"))
    'at least 1,500,000 EUR'
    """
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        value = f"{number(low)}–{number(high)}"
    elif (one := low if low is not None else high) is not None:
        value = number(one)
    else:
        return ""
    if figure.kind == "ordinal":
        value = f"no. {value}"
    return BOUNDS[figure.bound] + with_unit(value, figure.unit)


def with_unit(value: str, unit: str | None) -> str:
    if not unit:
        return value
    if unit == "%":
        return f"{value}%"
    plural = "s" if unit in {"year", "month", "week", "day", "hour", "minute"} else ""
    return f"{value} {line(unit)}{plural if value != '1' else ''}"


def number(value: float) -> str:
    """2700.0 is 2,700; 2.75 stays."""
    whole = abs(value) < MOST and value == int(value)
    return f"{value:,.0f}" if whole else f"{value:,.6g}"


def valued(words: str, figure: Figure) -> str:
    """The words; and behind them the value, where they do not say just that."""
    value = amount(figure)
    same = not value or value.replace(",", "") == words.replace(",", "").casefold()
    return words if same else f"{words} ({value})"


def when(value: str | None) -> str:
    """A date as exact as it is told.

    >>> when("2022-01"), when("2022-01-05/.."), when("2022-01-19TNI")
    ('January 2022', 'since 5 January 2022', '19 January 2022, night')
    """
    if not value:
        return ""
    first, slash, last = value.partition("/")
    if not slash:
        return one_date(first)
    if last == OPEN:
        return f"since {one_date(first)}"
    return f"until {one_date(last)}" if first == OPEN else f"{one_date(first)} to {one_date(last)}"


def one_date(value: str) -> str:
    if (found := MONTH.fullmatch(value)) and 1 <= int(found[2]) <= 12:
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if (found := DAY_PART.fullmatch(value)) and found[2] in PARTS:
        return f"{day(found[1])}, {PARTS[found[2]]}"
    if found := WEEK.fullmatch(value):
        return f"week {int(found[2])} of {found[1]}"
    if found := SEASON.fullmatch(value):
        return f"{SEASONS[found[2]]} {found[1]}"
    return f"the {value}0s" if DECADE.fullmatch(value) else day(value)


def claimant(told: Told) -> str:
    """Who claims it: “Oren Dask said”, “a clerk denied”, or the outlet's own words."""
    return said(told.claim) if told.claim else OWN


def said(claim: Statement) -> str:
    who = line(claim.known_as or claim.speaker or claim.source)
    cue = line(claim.cue)
    how = f" — {cue}" if any(letter.isalpha() for letter in cue) else ""
    return f"{who or 'a source that is not named'}{how}"


def marks(tie: Tie) -> list[str]:
    """What must be known of a tie before it is believed."""
    return [word for word, is_so in (("negated", tie.negated), ("hedged", tie.hedged)) if is_so]


def details(tie: Tie) -> list[str]:
    """How much, and when."""
    much = with_unit(number(tie.amount), tie.unit) if tie.amount is not None else ""
    return [part for part in (much, when(tie.when)) if part]


def outlet(told: Told) -> str:
    """The outlet and the day: The Sered Ledger, 5 March 2031."""
    article = told.article
    published = day(article.published[:10]) if article.published else "no date given"
    return f"{line(article.outlet or article.title or 'no outlet given')}, {published}"


def listed(parties: Sequence[Party]) -> str:
    return ", ".join(line(party.called) for party in parties)


def cut(words: str) -> str:
    """A sentence, no longer than is read."""
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def happening(event: ToldEvent) -> str:
    """Who, how many and where: “Varsk Holding · 44 · in Tarvel”."""
    where = f"in {line(event.where.called)}" if event.where else ""
    figures = ", ".join(map(line, event.figures))
    return " · ".join(part for part in (listed(event.who), figures, where) if part)
