"""Types: what kind of thing a name is of, decided once for a whole article.

Each place where the name stands votes; a short form of a longer name has the type of the longer.
"""

import re
from collections import defaultdict
from typing import cast

from crossread.model.entity import EntityType
from crossread.stages.mentions_new.lexicon import BODY, COUNTRY, HEAD, LOUD, ORDINARY, PEOPLE
from crossread.stages.mentions_new.runs import Name
from crossread.stages.mentions_new.tokens import Tokens

IN_PLACE = frozenset("in at near from across around outside into".split())
ABOUT_PLACE = frozenset("city region town village province district oblast county".split())
COMPASS = frozenset("north south east west northern southern eastern western central new".split())
STATES = frozenset("republic kingdom state commonwealth".split())
WEAK, SURE = 0.5, 6.0


def typed(
    names: list[Name], tokens: Tokens, roles: frozenset[int], sources: frozenset[int]
) -> dict[str, EntityType]:
    """The type of each name; `roles`: where descriptions of people end, `sources`: begin."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        for kind, weight in around(name, tokens):
            votes[name.said][kind] += weight
        if after_role(name, tokens, roles):
            votes[name.said]["person"] += 4
        if tokens.starts[name.first] in sources:
            votes[name.said]["person"] += 1
    for name in names:
        for kind, weight in inside(name, tokens):
            votes[name.said][kind] += weight
    return by_longer({said: best(one) for said, one in votes.items()}, votes)


def after_role(name: Name, tokens: Tokens, roles: frozenset[int]) -> bool:
    """“the mayor | Ilan Dovar”, “the mayor, | Ilan Dovar, …”."""
    if name.first and tokens.stops[name.first - 1] in roles:
        return tokens.spaced(name.first)
    comma = name.first > 1 and tokens.words[name.first - 1] == ","
    return comma and tokens.stops[name.first - 2] in roles


def best(votes: dict[str, float]) -> EntityType:
    return cast(EntityType, max(votes, key=lambda kind: votes[kind]))


def by_longer(
    types: dict[str, EntityType], votes: dict[str, dict[str, float]]
) -> dict[str, EntityType]:
    """“Dovar” is what “Ilan Dovar” is."""
    ends: dict[str, EntityType] = {}
    for said, kind in types.items():
        words = said.split()
        if kind == "person" and len(words) > 1:
            ends[words[-1]] = "person"
            ends.setdefault(words[0], "person")
    return {
        said: ends.get(said, kind) if votes[said].get(kind, 0) < SURE else kind
        for said, kind in types.items()
    }


def inside(name: Name, tokens: Tokens) -> list[tuple[str, float]]:
    """What the words of the name itself say."""
    answers = (rule(name, tokens) for rule in INSIDE)
    return next(answer for answer in answers if answer)


Votes = list[tuple[str, float]]


def a_people(name: Name, _: Tokens) -> Votes:
    """“Tervans”, “NGOs”."""
    many = name.rule == "people_name" or re.fullmatch(r"[A-Z]{2,}s", name.said)
    return [("group", 9)] if many else []


def a_place(name: Name, tokens: Tokens) -> Votes:
    """“Kazakhstan”, “North Kazakhstan”, “Republic of Kazakhstan”; not “Michael Jordan”."""
    if name.said in tokens.lexicon.places:
        return [("place", 9)]
    if name.last - name.first == 1:
        return []
    first, before, last = (tokens.lower[n] for n in (name.first, name.last - 2, name.last - 1))
    if last == "federation" and tokens.has(name.first, PEOPLE):
        return [("place", 9)]
    ends = tokens.has(name.last - 1, COUNTRY) and (before in COMPASS or first in STATES)
    return [("place", 9)] if ends else []


def a_body(name: Name, tokens: Tokens) -> Votes:
    """“Ministry of Health”, “KNB”, “Vlast.kz”."""
    places = range(name.first, name.last)
    web = "." in name.said[1:-1] and name.said.rpartition(".")[2].islower()
    if web or any(tokens.has(n, BODY) for n in places):
        return [("organisation", 6)]
    return [("organisation", 2)] if len(places) == 1 and tokens.has(name.first, LOUD) else []


def by_shape(name: Name, tokens: Tokens) -> Votes:
    """Two to four words that are in no dictionary are mostly a person’s."""
    places = range(name.first, name.last)
    plain = any(tokens.has(n, ORDINARY | PEOPLE) for n in places)
    if len(places) == 1:
        return [("person", WEAK), ("place", WEAK / 2)]
    return [("organisation", 1)] if plain or len(places) > 4 else [("person", 2)]


INSIDE = (a_people, a_place, a_body, by_shape)


def around(name: Name, tokens: Tokens) -> list[tuple[str, float]]:
    """What stands beside the name says."""
    found: list[tuple[str, float]] = []
    before = tokens.lower[name.first - 1] if name.first else ""
    after = tokens.lower[name.last] if name.last < len(tokens) else ""
    if name.titled:
        found.append(("person", 5))
    if name.marked:
        found.append(("organisation", 3))
    if before in IN_PLACE:
        found.append(("place", 2))
    if after in ABOUT_PLACE:
        found.append(("place", 4))
    elif tokens.lexicon.heads.get(after) == "organisation":
        found.append(("organisation", 1))
    if before == "the":
        found.append(("organisation", 1.5))
    elif before in tokens.lexicon.heads:
        kind = tokens.lexicon.heads[before]
        if kind in {"person", "organisation"}:
            found.append((kind, 4 if kind == "person" else 3))
    if after == "," and name.last + 1 < len(tokens):
        found += apposed(name.last + 1, tokens)
    return found


def apposed(place: int, tokens: Tokens) -> list[tuple[str, float]]:
    """“Dovar, | a lawyer from Terva, …”."""
    if tokens.lower[place] in {"who", "whose"}:
        return [("person", 3)]
    if tokens.lower[place] not in {"a", "an", "the", "his", "her"}:
        return []
    for ahead in range(place + 1, min(place + 6, len(tokens))):
        if tokens.lower[ahead] in {",", ".", "of", "who", "that"}:
            break
        if tokens.has(ahead, HEAD):
            return [(tokens.lexicon.heads[tokens.lower[ahead]], 4)]
    return []
