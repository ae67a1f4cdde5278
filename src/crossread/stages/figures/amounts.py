"""Amounts: a number with its unit: “$48,267”, “4 years and 8 months”, “68 percent”."""

from dataclasses import dataclass, replace

from crossread.model.facts import FigureKind
from crossread.stages.figures.lexicon import Unit
from crossread.stages.figures.lines import Line
from crossread.stages.figures.money import money, sign
from crossread.stages.figures.numbers import HYPHENS, Number, number

LETTERS = frozenset({"m", "b", "t"})  # “9m”: millions or metres
ONE = frozenset({"second", "minute", "foot", "yard", "degree", "cup", "pint", "stone"})
PARTS = 4  # of “1 year, 2 days, 3 hours and 4 seconds”


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is in; `kind` is empty where it counts what follows."""

    first: int
    last: int
    number: Number
    value: float | None
    kind: FigureKind | None = None
    unit: str | None = None


def amount(line: Line, place: int) -> Amount | None:
    """The amount that begins there, with its sign before it or its unit behind."""
    if told := sign(line, place):
        found = number(line, told[1])
        if found is None or found.fraction or found.ordinal:
            return None
        return cented(line, Amount(place, found.last, found, found.value, "money", told[0]))
    found = number(line, place) or lone(line, place)
    return behind_it(line, found) if found else None


def lone(line: Line, place: int) -> Number | None:
    """“an |hour and a half|”, “a |minute and 30 seconds|”: an article that is one."""
    unit = line.lexicon.units.get(line.at(place + 1))
    if line.at(place) not in {"a", "an"} or unit is None or line.at(place + 2) != "and":
        return None
    more = smaller(line, place + 2)
    joins = more is not None and (more.unit or "") in factors(line, unit)
    one = Number(place, place + 1, 1.0)
    return one if joins or halves(line, place + 2) else None


def behind_it(line: Line, found: Number) -> Amount | None:
    """With what follows it: a currency or a unit."""
    if found.ordinal:
        return Amount(found.first, found.last, found, found.value, "ordinal")
    if found.value is None and line.at(found.last) == "of":
        return vague(line, found)
    if (coin := money(line, found)) is not None:
        unit, stop, parts = coin
        whole = None if found.value is None else round(found.value / parts, 9)
        return cented(line, Amount(found.first, stop, found, whole, "money", unit))
    if found.digits and line.at(found.last - 1) in LETTERS:
        return None
    return measured(line, found)


def vague(line: Line, found: Number) -> Amount:
    """“millions |of dollars|”, “hundreds |of kilometres|”, “dozens” of what follows."""
    further = replace(found, last=found.last + 1)
    if (coin := money(line, further)) is not None:
        return Amount(found.first, coin[1], found, None, "money", coin[0])
    unit, stop = unit_at(line, further.last, found)
    if unit is None:
        return Amount(found.first, found.last, found, None)
    return Amount(found.first, stop, found, None, unit.kind, unit.name)


def measured(line: Line, found: Number) -> Amount:
    """With a unit of time or measure, and with the smaller ones that are joined to it."""
    at = behind(line, found)
    unit, stop = unit_at(line, at, found)
    if unit is None:
        return Amount(found.first, found.last, found, found.value)
    one = Amount(found.first, stop, found, found.value, unit.kind, unit.name)
    if found.value is None:
        return one
    return joined(line, one, unit) if found.scale == 1 else one


def behind(line: Line, found: Number) -> int:
    """Where a unit would stand: “14-|year”, “half an |hour”, “two more |minutes”."""
    at = found.last
    if line.at(at) in HYPHENS and line.glued(at) and line.glued(at + 1):
        return at + 1
    if found.fraction:
        at += line.at(at) == "of"
        return at + (line.at(at) in {"a", "an"})
    if line.at(at) in line.lexicon.nouns["skip"]:
        return at + 1
    return at


def unit_at(line: Line, at: int, found: Number) -> tuple[Unit | None, int]:
    """The longest unit that stands there, and where it stops."""
    said, best, stop = "", None, at
    for place in range(at, min(at + line.lexicon.longest, len(line))):
        said += line.at(place) if place == at or line.glued(place) else f" {line.at(place)}"
        if unit := line.lexicon.units.get(said):
            best, stop = unit, place + 1
    if best and stop == at + 1 and not fits(line, at, found):
        return None, at
    return best, stop


def fits(line: Line, at: int, found: Number) -> bool:
    """“one second”, “two-minute”; not “two second homes”."""
    hyphened = line.at(at - 1) in HYPHENS
    if len(line.words[at]) == 1 and line.words[at].isalpha():
        return found.digits and line.words[at].islower()  # “500g”; not “5G”
    if line.at(at) in ONE:
        return hyphened or found.value == 1 or found.fraction or bool((found.value or 0) % 1)
    if line.words[at].isalpha() and line.words[at][0].isupper() and len(line.words[at]) > 3:
        return not (line.capital(at + 1) or line.capital(found.first))  # “the group Forty Hours”
    return True


def joined(line: Line, one: Amount, unit: Unit) -> Amount:
    """“4 years| and 8 months”, “an hour| and a half”: in the smallest of the units."""
    if halves(line, one.last) and one.value is not None:
        return replace(one, last=one.last + 3, value=one.value + 0.5)
    for _ in range(PARTS):
        more = smaller(line, one.last)
        if more is None or one.value is None or more.value is None:
            break
        factor = factors(line, unit).get(more.unit or "")
        if factor is None:
            break
        one = replace(one, last=more.last, value=one.value * factor + more.value, unit=more.unit)
        unit = by_name(line, more.unit or "") or unit
    return one


def smaller(line: Line, at: int) -> Amount | None:
    """The amount that goes on: “, 3 hours”, “ and 8 months”, “ 10 inches”."""
    at += line.at(at) == ","
    at += line.at(at) == "and"
    found = number(line, at) if at < len(line) else None
    if found is None or found.ordinal or found.fraction or found.value is None:
        return None
    unit, stop = unit_at(line, found.last, found)
    if unit is None:
        return None
    return Amount(found.first, stop, found, found.value, unit.kind, unit.name)


def factors(line: Line, unit: Unit) -> dict[str, float]:
    """How many of each smaller unit make one: a year is 12 months."""
    found: dict[str, float] = {}
    times = 1.0
    while unit.smaller and unit.smaller not in found:
        times *= unit.times
        found[unit.smaller] = times
        below = by_name(line, unit.smaller)
        if below is None:
            break
        unit = below
    return found


def by_name(line: Line, name: str) -> Unit | None:
    """The unit that the record calls so; `units` has a word for it that is its own name."""
    return line.lexicon.named.get(name)


def halves(line: Line, at: int) -> bool:
    """“a year| and a half”."""
    return line.said(at, at + 3) == "and a half" and line.at(at + 3) not in {"of", "million"}


def cented(line: Line, one: Amount) -> Amount:
    """“20 dollars| and 43 cents”."""
    at = one.last + (line.at(one.last) == "and")
    found = number(line, at) if at < len(line) and line.words[at][0].isdigit() else None
    if found is None or found.value is None or not found.plain or one.value is None:
        return one
    word = line.at(found.last)
    if line.lexicon.money.get(word, ("",))[0] != "cent" or found.value >= 100:
        return one
    return replace(one, last=found.last + 1, value=round(one.value + found.value / 100, 2))
