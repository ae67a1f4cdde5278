"""Pairs: two amounts that say one thing, “between 40 and 60”, or the old and the new."""

from dataclasses import replace

from crossread.stages.figures.amounts import Amount, amount
from crossread.stages.figures.bounding import before
from crossread.stages.figures.labels import DASHES
from crossread.stages.figures.lines import Line
from crossread.stages.figures.rules import PAIRS

FARTHEST = 100.0  # “from 900 to 1.2 million” does not begin at 900 million
NEAREST = 3.0  # “10 or 12”; not “2 or 50”
Pair = tuple[str, Amount, Amount]


def pair(line: Line, one: Amount) -> Pair | None:
    """An amount and the one that goes on with it, and by what rule; None if it stands alone."""
    if one.kind == "ordinal" or one.value is None:
        return None
    link = line.at(one.last)
    if not links(line, one, link):
        return None
    at = one.last + 1
    while at < len(line) and line.at(at) in {"about", "around", "~", "almost", "nearly", "over"}:
        at += 1
    other = amount(line, at) if at < len(line) else None
    if other is None or other.value is None or other.number.fraction:
        return None
    shared = share(line, *scaled(one, other), link)
    if shared is None or not told(line, shared, link):
        return None
    rule = next((rule for rule in PAIRS if rule(line, *shared)), None)
    return (rule.__name__, *shared) if rule else None


def links(line: Line, one: Amount, link: str) -> bool:
    if link == "and":
        ages = line.said(one.first - 4, one.first) == "between the ages of"
        return ages or line.at(before(line, one.first)[1] - 1) == "between"
    return link in {"to", "or"} or link in DASHES


def scaled(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """“40 to 60 |thousand|” begins at 40,000."""
    scale, first = other.number.scale, one.value or 0
    if one.number.scale != 1 or scale < 1000 or not 0 < first < 1000:
        return one, other
    if first * scale > (other.value or 0) * FARTHEST:
        return one, other
    return replace(one, value=round(first * scale, 9)), other


def share(line: Line, one: Amount, other: Amount, link: str) -> tuple[Amount, Amount] | None:
    """Both in the unit that one of them has: “$2-3 million”, “40 to 60 percent”."""
    if one.kind == other.kind and one.unit == other.unit:
        return one, other
    if one.kind is None and other.kind not in {None, "ordinal"}:
        divided = (other.value or 0) / (other.number.value or 1) if other.kind == "money" else 1.0
        value = round((one.value or 0) * divided, 9)
        return replace(one, kind=other.kind, unit=other.unit, value=value), other
    signed = one.kind == "money" and one.number.first > one.first
    opened = link in DASHES or line.at(one.first - 1) in {"between", "from"}
    if other.kind is None and signed and (opened or other.number.scale > 1):
        return one, replace(other, kind="money", unit=one.unit)
    return None


def told(line: Line, both: tuple[Amount, Amount], link: str) -> bool:
    """True if the words make it sure that two amounts are one."""
    one, other = both
    first, second = one.value or 0, other.value or 0
    if link == "or":
        return first < second <= first * NEAREST
    if link == "to" and second <= first:
        return line.at(one.first - 1) == "from" or other.number.scale > 1
    if link in DASHES:
        spaced = not line.glued(one.last) and one.kind is None
        return first < second and not spaced
    return first != second
