"""Pronouns: who “he” is. Each who was mentioned before is weighed; nobody is better than a guess.

The weights are learnt (training/coreference.py) from GUM's open-licence documents; a pronoun is
tied only where the likelihood of the first is at least `SURE`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.stages.coreference.chains import Chain
from crossread.stages.coreference.places import Place

SURE = 0.6
SPEAKING_ON = 0.45  # of who spoke last and is said to speak on
ALONE = 0.2  # of the same, where nobody else can be meant
UNRIVALLED = 0.35  # of the only one who can be meant, named not more than CLOSE sentences before
CLOSE = 2
FARTHEST = 10  # sentences
CHECKED = 6  # mentions of someone, for pronouns of the other gender
PEOPLE = frozenset({"he", "she"})


@dataclass(slots=True)
class Candidate:
    """Someone whom a pronoun may mean, with what speaks for and against it."""

    chain: Chain
    last: Place
    features: dict[str, float]


def candidates(
    place: Place, chains: Sequence[Chain], spoke: Chain | None, passive: frozenset[str]
) -> list[Candidate]:
    """All who can be meant, the last mentioned first.

    `passive` are the words behind which someone does nothing: “by”, “of”.
    """
    found = []
    for chain in chains:
        last = chain.before(place)
        if last is None or place.sentence - last.sentence > FARTHEST or not possible(place, chain):
            continue
        if acts_on(chain, place):
            continue
        found.append((last, chain))
    found.sort(key=lambda pair: -pair[0].number)
    return [
        Candidate(
            chain,
            last,
            named_for(
                place,
                features(place, chain, last)
                | {f"rank {min(rank, 3)}": 1.0}
                | spoken(place, last, spoke is chain)
                | {"after preposition": float(last.after in passive)},
            ),
        )
        for rank, (last, chain) in enumerate(found)
    ]


def possible(place: Place, chain: Chain) -> bool:
    """By number and gender, as far as the text tells them."""
    if place.refers in PEOPLE:
        return chain.type == "person" and chain.gender in {"", place.refers}
    if place.refers == "it":
        return chain.type in {"organisation", "place", "work"}
    if place.refers == "they":
        return chain.type in {"group", "organisation"}
    return False


def acts_on(chain: Chain, place: Place) -> bool:
    """“Dovar | had called | him”: whoever does it does it to somebody else."""
    return any(one.number == place.doer for one in chain.places[-CHECKED:])


def otherwise(place: Place, chain: Chain) -> bool:
    """“He says | she has counted”: two people, though one of the two links may be wrong."""
    return place.refers in PEOPLE and any(
        one.refers in PEOPLE
        and one.refers != place.refers
        and place.sentence == one.sentence
        and one.number < place.number
        for one in chain.places[-CHECKED:]
    )


def named_for(place: Place, found: dict[str, float]) -> dict[str, float]:
    """The features under the pronoun that they speak for: “he” and “she” share theirs."""
    word = "he" if place.refers in PEOPLE else place.refers
    return {f"{word}: {name}": value for name, value in found.items() if value}


def spoken(place: Place, last: Place, spoke: bool) -> dict[str, float]:
    """Did this one speak last, and near?"""
    return {
        "spoke": float(spoke),
        "spoke near": float(spoke and place.block - last.block <= 1),
        "source": float(last.source is not None),
        "both source": float(last.source is not None and place.source is not None),
    }


def features(place: Place, chain: Chain, last: Place) -> dict[str, float]:
    """What speaks for one being meant, each by a name that training and reasons share."""
    apart = place.sentence - last.sentence
    blocks = place.block - last.block
    subject = last.first and not last.possessive and last.form != "pronoun"
    found = {
        f"apart {min(apart, 4)}": 1.0,
        f"blocks {min(blocks, 3)}": 1.0,
        f"form {last.form}": 1.0,
        "first": float(last.first),
        "subject": float(subject and last.verbal),
        "verbal": float(last.verbal),
        "possessive": float(last.possessive),
        "gender": float(bool(chain.gender)),
        "same word": float(last.refers == place.refers and last.refers != ""),
        "often": float(np.log1p(min(20, sum(p.number < place.number for p in chain.places)))),
        "named": float(bool(chain.names)),
        "speech crossed": float(place.quote != last.quote and last.quote is not None),
        "same speech": float(place.quote is not None and place.quote == last.quote),
        "out of speech": float(place.quote is not None and last.quote is None),
        "own speech": float(place.quote is not None and speaks(place, chain)),
        "in own content": float(any(last.source is item for item in place.told)),
        f"use {place.use} apart {min(apart, 1)}": 1.0,
        f"type {chain.type}": 1.0,
    }
    if apart == 0:
        found["same sentence subject"] = float(last.first)
    return found


def speaks(place: Place, chain: Chain) -> bool:
    """True if the pronoun stands in what this one is quoted as saying."""
    return any(one.source in place.told for one in chain.places if one.source is not None)


def weigh(found: Sequence[Candidate], weights: Mapping[str, float], refers: str) -> list[float]:
    """The likelihood of each; what is missing to 1 is the likelihood of nobody."""
    key = "he" if refers in PEOPLE else refers
    nobody = weights.get(f"{key}: nobody", 0.0) + weights.get(f"{key}: nobody alone", 0.0) * (
        len(found) == 1
    )
    scores = np.array(
        [nobody, *(sum(weights.get(f, 0.0) * v for f, v in one.features.items()) for one in found)]
    )
    likely = np.exp(scores - scores.max())
    return [float(one) for one in (likely / likely.sum())[1:]]
