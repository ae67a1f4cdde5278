"""Phrases: descriptions with a head noun, “the press secretary of the mayor”, and pronouns."""

from collections.abc import Container, Iterator
from itertools import pairwise

from crossread.model.entity import Mention
from crossread.stages.mentions_new.lexicon import (
    CAPITAL,
    HEAD,
    MODIFIER,
    NOUN,
    OPENER,
    PEOPLE,
    SMALL,
    SPEAKS_FOR,
)
from crossread.stages.mentions_new.tokens import Tokens

LONGEST = 12  # tokens that are looked at on each side of a head noun
FOLLOWS = frozenset({"of", "for", "to"})


def pronoun(tokens: Tokens) -> Iterator[Mention]:
    """“She said …”: a word that stands for somebody."""
    known = tokens.lexicon.pronouns
    for place, word in enumerate(tokens.lower):
        kind = known.get(word)
        if kind and not (word == "us" and tokens.words[place] == "US"):
            yield Mention(tokens.span(place, place + 1), kind, "pronoun", rule="pronoun")


def description(tokens: Tokens, named: Container[int]) -> Iterator[Mention]:
    """“The state secretary said …”: a noun for people or bodies, with what belongs to it."""
    for first, last in pairwise(tokens.bounds):
        for place in range(first, last):
            if place in named:
                continue
            if tokens.flags[place] & HEAD and is_head(tokens, place, last):
                start = begin(tokens, place, first)
                if start is None:
                    continue
                stop = end(tokens, place + 1, last)
                if tokens.lower[place] == "state" and stop > place + 1 and start < place:
                    continue  # “the state of emergency”
                kind = tokens.lexicon.heads[tokens.lower[place]]
                yield Mention(tokens.span(start, stop), kind, "nominal", rule="description")


def is_head(tokens: Tokens, place: int, last: int) -> bool:
    """“party | leader”: the last of several nouns is the head."""
    if place + 1 == last:
        return True
    flags = tokens.flags[place + 1]
    follows = tokens.spaced(place + 1) and bool(flags & NOUN) and not flags & SMALL
    if follows and tokens.has(place, CAPITAL) == bool(flags & CAPITAL):
        return bool(flags & OPENER)
    return True


def begin(tokens: Tokens, place: int, first: int) -> int | None:
    """Where the phrase of a head noun begins; None if it is no phrase."""
    start = place
    while start > first and place - start < LONGEST and tokens.spaced(start):
        flags = tokens.flags[start - 1]
        if flags & OPENER or not flags & (MODIFIER | NOUN | PEOPLE | CAPITAL) or flags & SMALL:
            break
        start -= 1
    before = start - 1
    if before >= first and tokens.has(before, OPENER) and tokens.spaced(start):
        return before
    if before > first and tokens.lower[before] in {"'s", "’s"}:
        return owner(tokens, before, first)
    plural = tokens.lexicon.heads[tokens.lower[place]] == "group"
    return start if plural or apposed(tokens, start, place, first) else None


def owner(tokens: Tokens, mark: int, first: int) -> int:
    """Where the owner begins: “the city | ’s mayor”, “Ilan Dovar | ’s lawyer”."""
    start = mark
    while start > first and mark - start < LONGEST:
        flags = tokens.flags[start - 1]
        if flags & OPENER:
            return start - 1
        if not flags & (MODIFIER | NOUN | CAPITAL | PEOPLE) or flags & SMALL:
            break
        start -= 1
    return start


def apposed(tokens: Tokens, start: int, place: int, first: int) -> bool:
    """Without an article: “President Dovar”, “Dovar, mayor of Terva,” “Foreign Minister”."""
    named = place + 1 < len(tokens) and tokens.has(place + 1, CAPITAL) and tokens.spaced(place + 1)
    titled = tokens.has(place, CAPITAL) and tokens.lexicon.heads[tokens.lower[place]] == "person"
    comma = start > first and tokens.words[start - 1] == ","
    return named or titled or (comma and tokens.has(max(first, start - 2), CAPITAL))


def end(tokens: Tokens, stop: int, last: int) -> int:
    """Where the phrase ends: “the press secretary | of the Mayor of Terva”."""
    while stop + 1 < last and tokens.lower[stop] in FOLLOWS and tokens.spaced(stop):
        ahead = stop + 1
        if tokens.lower[stop] != "of" and tokens.lower[stop - 1] not in SPEAKS_FOR:
            break
        if tokens.has(ahead, OPENER):
            ahead += 1
        reach = ahead
        while reach < last and reach - ahead < LONGEST and goes_on(tokens, reach):
            reach += 1
        if reach == ahead:
            break
        stop = reach
    return stop


def goes_on(tokens: Tokens, place: int) -> bool:
    flags = tokens.flags[place]
    if tokens.lower[place] in {"'s", "’s"}:
        return True
    kind = tokens.lexicon.heads.get(tokens.lower[place - 1])
    if flags & CAPITAL and kind in {"person", "place"} and not tokens.has(place - 1, CAPITAL):
        return False  # “the secretary of the republic | Ilan Dovar”
    return (
        bool(flags & (MODIFIER | NOUN | CAPITAL))
        and not flags & (SMALL | OPENER)
        and tokens.spaced(place)
    )
