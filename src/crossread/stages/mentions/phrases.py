"""Phrases: descriptions with a head noun, “the press secretary of the mayor”, and pronouns."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from crossread.model.entity import Mention
from crossread.stages.mentions.lexicon import (
    CAPITAL,
    HEAD,
    LINK,
    MODIFIER,
    NOUN,
    OPENER,
    PEOPLE,
    SMALL,
    VERBAL,
)
from crossread.stages.mentions.names import Name, office_name
from crossread.stages.mentions.tokens import Tokens

LONGEST_PHRASE = 40  # tokens behind a head noun
LONGEST = 12  # tokens that are looked at on each side of a head noun
OWNS = frozenset({"'s", "’s"})
NOUNS = frozenset({"NN", "NNS", "NNP"})


def pronoun(tokens: Tokens) -> Iterator[Mention]:
    """“She said …”: a word that stands for somebody."""
    known = tokens.lexicon.pronouns
    for place, word in enumerate(tokens.lower):
        kind = known.get(word)
        if kind and not (word == "us" and tokens.words[place] == "US"):
            yield Mention(tokens.span(place, place + 1), kind, "pronoun", rule=pronoun.__name__)


def description(tokens: Tokens, named: Mapping[int, Name]) -> Iterator[Mention]:
    """“The state secretary said …”: a noun for people or bodies, with what belongs to it.

    `named` are the tokens that are in names, each with its name.
    """
    for first, last in pairwise(tokens.bounds):
        for place in range(first, last):
            if tokens.flags[place] & HEAD and place not in named and is_head(tokens, place, last):
                cut = cut_short(tokens, place, last)
                stop = place + 2 if cut else end(tokens, place + 1, last, named)
                if tokens.lower[place] in tokens.lexicon.short and not cut:
                    continue
                start = begin(tokens, (place, stop), (first, last))
                if start is not None and not is_condition(tokens, place, stop):
                    kind = tokens.lexicon.heads[tokens.lower[place]]
                    yield Mention(
                        tokens.span(start, stop), kind, "nominal", rule=description.__name__
                    )


def cut_short(tokens: Tokens, place: int, last: int) -> bool:
    """“Sen. | Dovar”: with its full stop."""
    stopped = place + 2 < last and tokens.words[place + 1] == "." and tokens.glued(place + 1)
    return stopped and tokens.lower[place] in tokens.lexicon.short


def is_condition(tokens: Tokens, place: int, stop: int) -> bool:
    """“a state of emergency”, “secretary of state”: no land."""
    return tokens.lower[place] == "state" and (stop > place + 1 or tokens.lower[place - 1] == "of")


def is_head(tokens: Tokens, place: int, last: int) -> bool:
    """“party | leader”: the last of several nouns is the head."""
    kind = tokens.lexicon.classes.get(tokens.lower[place], "NN")
    if tokens.has(place, PEOPLE) and tokens.has(place, CAPITAL):
        kind = "JJ"  # “the | Republican front-runner”
    elif believes(tokens, place) and place + 1 < last and tokens.has(place + 1, CAPITAL):
        kind = "NN"  # “the | nationalist Ilan Dovar”
    if place + 1 == last:
        return kind in NOUNS or tokens.has(place - 1, OPENER | HEAD)
    flags = tokens.flags[place + 1]
    near = tokens.spaced(place + 1) and not flags & (SMALL | OPENER)
    before = OPENER if kind == "VBG" else OPENER | HEAD
    if kind not in NOUNS and (place == 0 or not tokens.has(place - 1, before)):
        return False  # “| accused of it”, “people | holding signs”
    goes = tokens.lexicon.classes.get(tokens.lower[place + 1]) == "VBG"
    if kind not in NOUNS and near and (goes or flags & (NOUN | MODIFIER | CAPITAL)):
        return False  # “a | former captain”, “a | major driving force”
    same = tokens.has(place, CAPITAL) == bool(flags & CAPITAL)
    return not (near and flags & NOUN and same)


def believes(tokens: Tokens, place: int) -> bool:
    """“nationalist”: who holds a belief, though mostly said of what is held."""
    return tokens.lower[place].endswith(tuple(tokens.lexicon.sets["believer_endings"]))


def begin(tokens: Tokens, phrase: tuple[int, int], sentence: tuple[int, int]) -> int | None:
    """Where the phrase of a head noun begins; None if it is no phrase."""
    (place, stop), (first, last) = phrase, sentence
    start, verbal = place, place
    while start > first and place - start < LONGEST and tokens.spaced(start):
        flags = tokens.flags[start - 1]
        if flags & OPENER or not flags & (MODIFIER | NOUN | PEOPLE | CAPITAL) or flags & SMALL:
            break
        cut = tokens.has(place, CAPITAL) and flags & HEAD and not flags & CAPITAL
        if cut or opens(tokens, start - 1):
            break  # “the candidate | Sen. Dovar”
        start -= 1
        done = tokens.lexicon.classes.get(tokens.lower[start]) in {"VBN", "CD"}
        verbal = start if done and verbal == place else verbal
    plural = tokens.lexicon.heads[tokens.lower[place]] == "group"
    before = start - 1
    if before >= first and tokens.has(before, OPENER) and tokens.spaced(start):
        if not (plural and tokens.lower[before] == "that"):
            again = before > first and tokens.has(before - 1, OPENER) and tokens.spaced(before)
            again = again and tokens.lower[before - 1] != "that"
            owned = before - 1 > first and tokens.lower[before - 1] in OWNS
            return owner(tokens, before - 1, first) if owned else before - again
    elif before > first and tokens.lower[before] in OWNS:
        return owner(tokens, before, first)
    if verbal < place:
        start = verbal + 1  # “has used | real estate moguls”
    elif start < place and before >= first and tokens.lower[before] == "to":
        start += 1  # “to form | parties”
    if start == place and before >= first and acts(tokens, before):
        return None  # “to | press”, “who | heads”
    bare = plural or apposed(tokens, (start, place), (first, last), stop)
    return start if bare else None


def acts(tokens: Tokens, place: int) -> bool:
    """True of a word with a verb behind it: “to | press”, “who | heads”, “she | heads”."""
    word, lexicon = tokens.lower[place], tokens.lexicon
    return word in lexicon.sets["before_verbs"] or word in lexicon.sets["relative"]


def opens(tokens: Tokens, place: int) -> bool:
    """“If | Dovar’s …”: a capital that begins the sentence, and no part of a name."""
    if not tokens.doubt[place] or not tokens.has(place, CAPITAL):
        return False
    endings = tuple(tokens.lexicon.sets["endings"])
    return tokens.has(place, VERBAL) or tokens.lower[place].endswith(endings)


def owner(tokens: Tokens, mark: int, first: int) -> int:
    """Where the owner begins: “the city | ’s mayor”, “Ilan Dovar | ’s lawyer”."""
    start = mark
    while start > first and mark - start < LONGEST:
        flags = tokens.flags[start - 1]
        if flags & OPENER:
            return start if tokens.lower[start - 1] == "that" else start - 1
        if not flags & (MODIFIER | NOUN | CAPITAL | PEOPLE) or flags & SMALL:
            break
        if opens(tokens, start - 1):
            break
        start -= 1
    return start


def apposed(tokens: Tokens, head: tuple[int, int], sentence: tuple[int, int], stop: int) -> bool:
    """Without an article: “secretary of state Dovar”, “Dovar, mayor of Terva,” “Mayor”."""
    (start, place), (first, last) = head, sentence
    kind = tokens.lexicon.heads[tokens.lower[place]]
    if kind not in {"person", "organisation"}:
        return False
    named = stop < last and tokens.has(stop, CAPITAL) and tokens.spaced(stop)
    titled = tokens.has(place, CAPITAL) and kind == "person"
    comma = start > first + 1 and tokens.words[start - 1] == "," and tokens.has(start - 2, CAPITAL)
    return named or titled or comma


def end(tokens: Tokens, stop: int, last: int, named: Mapping[int, Name]) -> int:
    """Where the phrase ends: “the press secretary | of the Mayor of Terva”."""
    last = min(last, stop + LONGEST_PHRASE)
    while stop + 1 < last and is_linked(tokens, stop):
        ahead = stop + 1
        if tokens.has(ahead, OPENER):
            ahead += 1
        reach = ahead
        while reach < last and reach - ahead < LONGEST and goes_on(tokens, reach):
            begins = reach > ahead and reach in named and named[reach].first == reach
            if begins and not is_honorific(tokens, reach - 1):
                break  # “the envoy to Terva | Ilan Dovar”; not “a lawyer for Mr | Dovar”
            reach += 1
        if reach == ahead:
            break
        stop = named[reach - 1].last if reach - 1 in named else reach
        stop = office_too(tokens, stop, last, named)
    return stop


def is_honorific(tokens: Tokens, place: int) -> bool:
    """“Mr”, “Mr.”."""
    place -= tokens.words[place] == "."
    return tokens.lower[place] in tokens.lexicon.sets["honorifics"]


def office_too(tokens: Tokens, stop: int, last: int, named: Mapping[int, Name]) -> int:
    """“the Minister of Harbours | and Trade | Ilan Dovar”."""
    ahead = named.get(stop + 1) if stop + 1 < last else None
    joined = tokens.lower[stop] == "and" and tokens.has(stop, LINK) if stop < last else False
    office = joined and ahead is not None and ahead.rule == office_name.__name__
    return ahead.last if ahead is not None and office else stop


def is_linked(tokens: Tokens, place: int) -> bool:
    """“secretary | of”, “spokesman | for”; but not “citizens | for”."""
    word, sets = tokens.lower[place], tokens.lexicon.sets
    if word not in sets["follows"] or not tokens.spaced(place):
        return False
    return word == "of" or tokens.lower[place - 1] in sets["speaks_for"]


def goes_on(tokens: Tokens, place: int) -> bool:
    flags = tokens.flags[place]
    if tokens.lower[place] in OWNS:
        return True
    kind = tokens.lexicon.heads.get(tokens.lower[place - 1])
    if flags & CAPITAL and kind in {"person", "place"} and not tokens.has(place - 1, CAPITAL):
        return False  # “the secretary of the republic | Ilan Dovar”
    return (
        bool(flags & (MODIFIER | NOUN | CAPITAL))
        and not flags & (SMALL | OPENER)
        and tokens.spaced(place)
    )
