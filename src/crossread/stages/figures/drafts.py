"""Drafts: the figures of one sentence, before it is told whose number each is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from crossread.model.facts import Bound, FigureKind
from crossread.stages.figures.amounts import Amount, amount
from crossread.stages.figures.bounding import after, before, ends
from crossread.stages.figures.counted import Phrase
from crossread.stages.figures.labels import guarded
from crossread.stages.figures.lines import Line
from crossread.stages.figures.pairs import pair
from crossread.stages.figures.rules import RULES

Dated = Callable[[int, int], bool]
KINDS: dict[str, FigureKind] = {"age": "duration", "share": "percent"}
UNITS = {"age": "year", "share": "%"}
GOVERNS_OVER = frozenset(
    {"for", "after", "of", "is", "was", "take", "takes", "took", "lasted", "lasts", "spent", "in"}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure by its tokens."""

    first: int  # the first word of its bound
    amount: Amount
    last: int
    low: float | None
    high: float | None
    kind: FigureKind
    unit: str | None
    bound: Bound
    rule: str
    noun: int  # where a noun phrase would begin
    counted: Phrase | None = None
    head: Phrase | None = None  # the same without what it is of
    verb: Phrase | None = None


def drafts(line: Line, dated: Dated) -> Iterator[Draft]:
    """Every amount of a sentence that no guard takes for a label and no date holds."""
    at = 0
    while at < len(line):
        one = amount(line, at) if begins(line, at) else None
        if one is None:
            at += 1
            continue
        if dated(line.starts[one.number.first], line.stops[one.number.last - 1]):
            at = one.number.last
            continue
        if past := guarded(line, one):
            at = max(past, at + 1)
            continue
        made = draft(line, one, dated)
        yield from made
        at = max(made[-1].last if made else one.last, at + 1)


def begins(line: Line, place: int) -> bool:
    """True where an amount may begin: a numeral, or a sign or word that stands before one."""
    word = line.words[place]
    if word[0].isdigit() or line.lower[place] in line.lexicon.numerals:
        return True
    if word[0] == "." and len(word) > 1:
        return True
    if line.lower[place] in {"a", "an", "several", "few", "tens"}:
        follows = line.at(place + 1)
        known = line.lexicon
        if follows in known.numerals or follows in {"few", "of"} or follows in known.units:
            return True
    return not word[0].isalnum() or line.lower[place] in line.lexicon.openers


def draft(line: Line, one: Amount, dated: Dated) -> list[Draft]:
    found = pair(line, one)
    if found is None:
        return [single(line, one)]
    rule, first, other = found
    if dated(line.starts[other.number.first], line.stops[other.number.last - 1]):
        return [single(line, one)]
    if rule == "change":
        old, new = single(line, first), single(line, other)
        return [replace(old, rule=rule, noun=other.last), replace(new, rule=rule)]
    whole = single(line, replace(other, first=first.first))
    start = whole.first
    if line.at(start - 1) in {"between", "from"}:
        start -= 1
    ranged = replace(whole, first=start, low=first.value, high=other.value)
    if whole.rule not in {"age", "count"}:
        return [replace(ranged, rule="between")]
    aged = whole.rule == "age" or line.at(start - 1) in {"aged", "age", "ages"}
    if aged:
        return [replace(ranged, rule="age", kind="duration", unit="year")]
    return [replace(ranged, rule="between")]


def single(line: Line, one: Amount) -> Draft:
    """One amount with the bounds around it and its kind."""
    rule = next(rule for rule in RULES if rule(line, one)).__name__
    kind = KINDS.get(rule) or one.kind or "count"
    bound, first = before(line, one.first)
    if kind == "ordinal" or passing(line, kind, first):
        bound, first = "exact", one.first
    last = one.last
    behind, stop = after(line, last)
    if behind != "exact" and kind != "ordinal":
        bound, last = behind, stop
    value = one.value
    if rule == "share" and value is not None:
        value = round(value * 100, 2)
    low, high = ends(value, bound)
    if rule == "uncounted":
        bound = "about" if bound == "exact" else bound
    unit, last = rate(line, UNITS.get(rule, one.unit), last, kind)
    noun = last if last > one.last else one.last
    return Draft(first, one, aged(line, rule, last), low, high, kind, unit, bound, rule, noun)


def rate(line: Line, unit: str | None, last: int, kind: FigureKind) -> tuple[str | None, int]:
    """“14 litres| per second”, “2 litres| a day”: L/second, L/day."""
    over = line.lexicon.units.get(line.at(last + 1))
    if kind != "measure" or over is None or over.kind != "duration":
        return unit, last
    if line.at(last) not in {"per", "a", "an", "each", "every"}:
        return unit, last
    return f"{unit}/{over.name}", last + 2


def passing(line: Line, kind: FigureKind, first: int) -> bool:
    """“over two years he lost it”: a stretch of time, not more than two years."""
    said = line.at(first) in {"over", "around", "about", "under"}
    return (
        kind == "duration"
        and said
        and line.at(first - 1) not in GOVERNS_OVER
        and (line.at(first) == "over")
    )


def aged(line: Line, rule: str, last: int) -> int:
    """The end of an age: “14-year|-old”, “61 years| of age”."""
    if rule != "age":
        return last
    at = last + (line.at(last) in {"-", "‑", "‐"})
    if line.at(at) == "old":
        return at + 1
    return last + 2 if line.said(last, last + 2) == "of age" else last
