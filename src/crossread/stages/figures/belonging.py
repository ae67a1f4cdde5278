"""Belonging: to each draft what it counts and what was done to them; unsure ones are left out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from crossread.stages.figures.bounding import after, ends
from crossread.stages.figures.counted import (
    NOUNS,
    Phrase,
    done_after,
    done_before,
    extended,
    of_whom,
    phrase,
)
from crossread.stages.figures.drafts import Draft
from crossread.stages.figures.lines import Line
from crossread.stages.figures.numbers import HYPHENS
from crossread.stages.figures.rules import SAID_OF_ONE

COUNTS = frozenset({"count", "uncounted", "between", "change"})
LARGE = 1000.0
FACTORS = frozenset({"as", "more", "the", "larger", "higher", "bigger", "greater", "less", "that"})
BEFORE_TOTAL = 6  # words: “the number of victims rose to 44”
NEVER_ONE = frozenset({"no", "any", "every", "each", "this", "that", "another", "which", "some"})


def belonging(line: Line, found: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with their nouns and verbs."""
    kept: list[Draft] = []
    wholes = [with_verb(line, bounded(line, with_noun(line, one))) for one in found]
    for one, following in zip_longest(wholes, wholes[1:]):
        whole = borrowed(line, part_of(line, one, following), kept)
        if sure(line, whole):
            kept.append(whole)
    return kept


def part_of(line: Line, one: Draft, following: Draft | None) -> Draft:
    """“|two| of the three accused”: it counts what the second does."""
    if one.kind != "count" or one.counted or following is None or line.at(one.last) != "of":
        return one
    if following.first > one.last + 2 or following.kind != "count":
        return one
    return counting(one, following.head or following.verb)


def bounded(line: Line, one: Draft) -> Draft:
    """“350 people| or so|”: the bound stands behind what is counted."""
    if one.counted is None or one.bound != "exact" or one.kind != "count":
        return one
    bound, stop = after(line, one.counted[1])
    if stop == one.counted[1] or one.rule != "count":
        return one
    low, high = ends(one.amount.value, bound)
    return replace(one, bound=bound, low=low, high=high)


def with_noun(line: Line, one: Draft) -> Draft:
    at = one.noun
    if one.kind == "ordinal":
        return counting(one, phrase(line, at, one=True) or phrase(line, at))
    if one.kind == "count":
        single = one.amount.value == 1 and one.rule == "count"
        if line.at(at) in HYPHENS and line.glued(at):
            return counting(one, joined_noun(line, at + 1))
        dozens = one.rule == "uncounted" or line.at(at - 1) == "dozen"
        at += dozens and line.at(at) == "of"  # “dozens of |people|”
        head = phrase(line, at, one=single)
        return replace(one, counted=extended(line, head), head=head) if head else one
    if one.rule in {"age", "duration"} or one.kind == "duration":
        return one
    if one.kind == "money":
        worth = line.at(at) == "worth" and line.at(at + 1) == "of"
        return counting(one, of_whom(line, at + 1) if worth else None)
    shared = line.at(at) == "of" or (one.rule == "share" and line.at(at) in {"the", "all"})
    return counting(one, of_whom(line, at) if shared else None)


def joined_noun(line: Line, at: int) -> Phrase | None:
    """“a 12-|member| panel”, “a 3,000-|word| article”."""
    return (at, at + 1) if line.at(at) in line.lexicon.nouns["joined"] else None


def counting(one: Draft, found: Phrase | None) -> Draft:
    return replace(one, counted=found, head=found)


def with_verb(line: Line, one: Draft) -> Draft:
    """With what was done: before it, “detained 44 people”, or behind, “44 people were detained”."""
    if one.kind in {"ordinal", "duration"}:
        return one
    stop = one.counted[1] if one.counted else one.last
    if one.counted is None and one.kind == "count" and line.at(one.last) == "of":
        stop = one.last + 2  # “nine of them |were detained|”
    verb = done_before(line, one.first) or done_after(line, stop)
    return replace(one, verb=verb)


def borrowed(line: Line, one: Draft, kept: Sequence[Draft]) -> Draft:
    """With the noun of the figure before: “44 investigations into terror and 15 into murders”."""
    if one.kind != "count" or not kept:
        return one
    other = stand_in(line, one)
    if one.counted and not other:
        return one
    last = next((d for d in reversed(kept) if d.kind == "count"), None)
    if last is None:
        return one
    noun = last.head
    if noun is None and line.at(0) == "of" and last is kept[0]:
        noun = last.verb  # “Of the 41 |detained|, nine …”
    if noun is None or not (other or goes_on(line, one, noun)):
        return one
    return replace(one, counted=noun, head=noun)


def stand_in(line: Line, one: Draft) -> bool:
    """“nine |others|”: they are of those before."""
    if one.counted is None:
        return False
    return line.at(one.counted[1] - 1) in line.lexicon.nouns["stand-in"]


def goes_on(line: Line, one: Draft, noun: Phrase) -> bool:
    follows = line.at(one.last)
    if follows in {"into", "for", "on", "against", "in"} and follows == line.at(noun[1]):
        return True
    if one.verb is not None:
        return True
    return follows == "of" and line.at(one.last + 1) in {"them", "whom", "these", "those"}


def sure(line: Line, one: Draft) -> bool:
    """False of a number that may be no amount: one that nothing is counted by."""
    if one.kind == "ordinal":
        return orders(line, one)
    if one.rule == "share":
        return one.counted is not None or line.at(one.last - 1).endswith("s")
    if one.kind == "count":
        return counts(line, one)
    return one.kind != "duration" or lasts(line, one)


def lasts(line: Line, one: Draft) -> bool:
    """“seven days”; not “one day he left”, nor “open seven days a week”."""
    over = line.lexicon.units.get(line.at(one.last + 1))
    often = line.at(one.last) in {"a", "per", "each", "every"} and over is not None
    return not often and line.said(one.first, one.last) != "one day"


def counts(line: Line, one: Draft) -> bool:
    """True if something is counted, or the number is written or told as an amount."""
    value = one.amount.value
    if value is None:
        return one.counted is not None
    if value == 1 and one.rule == "count":
        return one_of_them(line, one)
    if one.counted and line.at(one.counted[1] - 1) == "times" and line.at(one.counted[1]) != "a":
        return value % 1 == 0 and line.at(one.counted[1]) not in FACTORS
    return bool(one.counted or one.verb) or large(one, value) or totalled(line, one)


def large(one: Draft, value: float) -> bool:
    """“3 million”, “12,500”: no name is written so."""
    number = one.amount.number
    return number.scale >= LARGE or (value >= LARGE and not number.plain)


def totalled(line: Line, one: Draft) -> bool:
    """“the death toll rose to 44”: it is told that it is an amount."""
    words = {line.at(at) for at in range(max(0, one.first - BEFORE_TOTAL), one.first)}
    return line.at(one.first - 1) in {"to", "at", "of", "is", "was", "reached"} and bool(
        words & line.lexicon.contexts["total"]
    )


def one_of_them(line: Line, one: Draft) -> bool:
    """“one person was killed”; not “one day”, “no one”, “one of them”."""
    follows = line.at(one.noun)
    if one.counted is None or follows in line.lexicon.nouns["one"] or follows == "of":
        return False
    if line.kind(one.noun) in {"VBN", "VBG", "VBD"}:
        return False  # “including one called …”
    if line.at(one.counted[1] - 1) in line.lexicon.nouns["one"]:
        return False
    if line.capital(one.counted[1] - 1):
        return False  # “One Club for Ports member”: where a name ends is not told
    if line.at(one.counted[1]) == "in" and line.at(one.counted[1] + 1) in line.lexicon.numerals:
        return False  # “one person in three”
    return line.at(one.first - 1) not in NEVER_ONE


def orders(line: Line, one: Draft) -> bool:
    """“the third victim”; not “the first lady”, “Third World”, “first, he left”."""
    first, last = one.amount.first, one.amount.last
    before, listed = line.at(first - 1), line.lexicon.nouns["not-ordinal"]
    most = line.kind(last) not in NOUNS and line.at(last).endswith("est")
    if most or line.at(last) in {"most", "least"}:
        return False  # “the second most votes”
    if one.counted is None or line.capital(first) or line.at(last) in listed:
        return False
    if line.at(one.counted[1] - 1) in listed or line.at(last) in HYPHENS or line.capital(last):
        return False
    return before in SAID_OF_ONE or before in {"'s", "’s"}
