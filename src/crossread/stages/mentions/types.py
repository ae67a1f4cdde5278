"""Types: what kind of thing a name is of, decided once for a whole article."""

import math
import re
from collections.abc import Iterator
from typing import cast

from crossread.model.entity import EntityType
from crossread.stages.mentions.evidence import (
    AFTER_ROLE,
    BEARER,
    BODILY,
    EITHER,
    INITIALS,
    OWNED,
    PLACED,
    TITLED,
    Evidence,
    Features,
)
from crossread.weights.name_types import NameTypes, name_types

WEB = re.compile(r"\w+\.[a-z]{2,4}")
MANY = re.compile(r"[A-Z]{2,}s")
NONE = "none"  # a law, a month, a word that only seems a name: no mention
# Whoever speaks or has a role, and whatever is called a ministry, is somebody.
SOMEBODY = frozenset({"source", AFTER_ROLE, BODILY, INITIALS, TITLED})
SHARED = 0.7  # how much the type of a longer name counts for the shorter
GOVERNING = ("government", "party", "media", "international")
RULING = frozenset({OWNED, *(f"ends with a noun of {kind}" for kind in GOVERNING)})
CALLED_SO = 1.5  # what speaks for a body, beside all else, if a name ends like one
LIKELY = 0.5  # that a longer name is a person’s
LEAST = 1e-3


def typed(evidence: Evidence, model: NameTypes | None = None) -> dict[str, EntityType]:
    """The type of each name; a name that is of nothing that can speak or act has none.

    A short form of a longer name is hardly of another type: “Dovar” is what “Ilan Dovar” is.
    """
    model = model or name_types()
    features = evidence()
    chances = {said: model(seen) for said, seen in features.items()}
    found: dict[str, EntityType] = {}
    for said, own in chances.items():
        longer = [chances[other] for other in longer_forms(said, evidence)]
        sure = known(said, evidence, features[said])
        if sure and not (sure == "place" and somebody(longer)):
            found[said] = sure
            continue
        shared = together(own, longer)
        if not SOMEBODY.isdisjoint(features[said]):
            shared.pop(NONE, None)
        either = EITHER in features[said] and " " not in said and not longer
        if either or not RULING.isdisjoint(features[said]):
            shared["organisation"] += CALLED_SO * (1 + either)
        best = max(shared, key=lambda kind: shared[kind])
        if best != NONE:
            found[said] = cast(EntityType, best)
    return found


def known(said: str, evidence: Evidence, features: Features) -> EntityType | None:
    """What a table or the form of a name alone decides: “Kazakhstan”, “EU”, “Ulan.kz”, “NGOs”."""
    lexicon = evidence.tokens.lexicon
    if said.isupper() and said.title() in lexicon.places:
        return "place"  # “NAIROBI”
    if said in lexicon.lands or (" " in said and said in lexicon.places):
        return "place"
    if PLACED in features and BODILY not in features:
        return "place"
    named = BEARER in features and said not in lexicon.places  # “the | Orlan | party”
    listed = said in lexicon.unions or said.lower() in lexicon.sets["platforms"]
    if named or listed or WEB.fullmatch(said):
        return "organisation"
    return "group" if MANY.fullmatch(said) or said.lower() in lexicon.several else None


def somebody(longer: list[dict[str, float]]) -> bool:
    """“Paris says”, where the article has a “Vera Paris”."""
    return bool(longer) and all(chances["person"] > LIKELY for chances in longer)


def longer_forms(said: str, evidence: Evidence) -> Iterator[str]:
    """“Ilan Dovar” for “Dovar”; “Ilan Dovar” for “Ilan” too."""
    if " " not in said:
        yield from evidence.tails.get(said, ())
        yield from evidence.fronts.get(said, ())
        yield from evidence.initials.get(said, ())


def together(own: dict[str, float], longer: list[dict[str, float]]) -> dict[str, float]:
    """The log chances of a name and of its longer forms, on average."""
    found = {kind: math.log(chance + LEAST) for kind, chance in own.items()}
    for kind in found if longer else ():
        others = [math.log(one[kind] + LEAST) for one in longer]
        found[kind] += SHARED * sum(others) / len(others)
    return found
