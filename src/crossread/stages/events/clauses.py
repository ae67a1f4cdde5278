"""Clauses: how far the words around a trigger belong to it, by marks and small words."""

from crossread.model.span import Span
from crossread.stages.events.tokens import Tokens

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "PRP"})
ASIDES = frozenset({"DT", "PRP$", "CD"})  # behind a comma: “…, a town in Terva”
NEAR = 7  # tokens behind “as” in which the verb of a clause stands
WIDEST = 40  # tokens on each side of a trigger


def finite(tokens: Tokens, place: int) -> bool:
    """“were”, “said”, “will”: a clause has one of them."""
    if tokens.low(place) == "'s":  # “Dovar’s brother”
        return False
    return tokens.tag(place) in FINITE or tokens.has(place, "be", "modals")


def clause(tokens: Tokens, first: int, last: int) -> range:
    """The tokens of the clause of a verb group, or of the phrase of a noun.

    “He was ill when | he was arrested in Tarn on Monday | and died on Friday.”
    """
    start, stop = limits(tokens, Span(tokens.starts[first], tokens.stops[last - 1]))
    before = first
    while before > start and not opens(tokens, before - 1):
        before -= 1
    after = last
    while after < stop and not ends(tokens, after):
        after += 1
    return range(before, after)


def limits(tokens: Tokens, trigger: Span) -> tuple[int, int]:
    """How far a clause can go: not over what somebody else says.

    “| 44 people were detained, | the ministry said on Monday.”
    """
    start, stop = tokens.under(trigger).start, tokens.under(trigger).stop
    first, last = max(0, start - WIDEST), min(len(tokens), stop + WIDEST)
    for part in tokens.parts():
        covered = tokens.under(part)
        if part.holds(trigger):
            first, last = max(first, covered.start), min(last, covered.stop)
        elif covered.stop <= start:
            first = max(first, covered.stop)
        elif covered.start >= stop:
            last = min(last, covered.start)
    return first, last


def opens(tokens: Tokens, place: int) -> bool:
    """True if a clause begins behind this token."""
    if place in tokens.times:
        return False
    if tokens.has(place, "turns") or starts(tokens, place) or verbal(tokens, place):
        return True
    joined = tokens.low(place) == "," or tokens.has(place, "joins")
    return joined and verb_near(tokens, range(place - 1, max(-1, place - 1 - WIDEST), -1))


def ends(tokens: Tokens, place: int) -> bool:
    """True if a clause ends before this token."""
    if place in tokens.times:
        return False
    if tokens.has(place, "turns") or starts(tokens, place) or verbal(tokens, place):
        return True
    if tokens.low(place) == "to":
        return tokens.tag(place + 1) == "VB"
    comma = tokens.low(place) == ","
    if comma and tokens.tag(place + 1) in ASIDES:
        return True
    return (comma or tokens.has(place, "joins")) and another(tokens, place + 1)


def another(tokens: Tokens, place: int) -> bool:
    """True if what a comma or an “and” joins is a clause: “, | killing 12”, “and | he fled”."""
    place += tokens.has(place, "joins")  # “, and | fled”
    if tokens.tag(place) in {"VBG", "VBN"} or tokens.has(place, "subjects"):
        return True
    return verb_near(tokens, range(place, min(len(tokens), place + 9)))


def starts(tokens: Tokens, place: int) -> bool:
    """“who”, “after”, “when”; “as” before a clause, but not in “appointed as judge”."""
    if tokens.low(place) == "as":
        return verb_near(tokens, range(place + 1, min(len(tokens), place + NEAR)))
    return tokens.has(place, "starts")


def verbal(tokens: Tokens, place: int) -> bool:
    """“were”; “a commission | appointed in May”."""
    noun = tokens.tag(place - 1) in NOUNS
    return finite(tokens, place) or (noun and tokens.tag(place) == "VBN")


def verb_near(tokens: Tokens, places: range) -> bool:
    """True if a finite verb comes before the next mark that parts clauses."""
    for place in places:
        if finite(tokens, place):
            return True
        if tokens.has(place, "turns", "starts"):
            return False
    return False
