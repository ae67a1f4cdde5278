"""Evidence: what speaks for and against two being one, beside their names.

Each rule looks at two profiles and gives a clue: a weight (how many times likelier this is to be
seen of one than of two, as a natural logarithm) and the words that tell it to a reader.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crossread.compare.identities.roles import apart
from crossread.compare.identities.scene import Profile, Scene

WEEK = 7
TELLING = 5  # shared names that are looked at: those of one story come together


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that speaks for it, or against it."""

    weight: float
    words: str = ""  # a clause; empty where it is not worth telling


Rule = Callable[[Scene, Profile, Profile], Clue | None]


def shared_role(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Both are called “mayor of Tarn”, which few others are."""
    best: Clue | None = None
    for mine in one.roles:
        for theirs in other.roles:
            if mine.words != theirs.words:
                continue
            usual, most = (0.2, 3.0) if mine.particular else (1.0, 2.0)
            others = max(scene.holders.get(mine.words, 0) - 2, 0)
            chance = (others + usual) / (len(scene.tokens) + 20)
            clue = Clue(min(most, math.log(1 + 0.5 / chance)), f"both are called {mine.text}")
            if best is None or (clue.weight, clue.words) > (best.weight, best.words):
                best = clue
    return best


def roles_apart(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """One is called “mayor of Tarn”, the other “mayor of Lorha”, and nothing is common to them."""
    words = {role.words for role in one.roles}
    if any(role.words in words for role in other.roles):
        return None
    found = (apart(a, b, scene.places) for a in one.roles for b in other.roles)
    clauses = [clause for clause in found if clause]
    if len(clauses) == len(one.roles) * len(other.roles) and clauses:
        return Clue(-3.0, min(clauses))
    return None


def shared_company(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Both are named together with Ilka Orlan, whom few other articles name."""
    shared = (one.company & other.company) - one.own - other.own
    if not shared:
        return None
    looked = one.looked * other.looked
    ranked = sorted(shared, key=lambda name: (scene.spread[name], name))[:TELLING]
    weights = [math.log(1 + 0.2 / scene.chance(name, looked)) for name in ranked]
    told = " and ".join(told_name(scene, name) for name in ranked[:2])
    return Clue(min(3.0, sum(weights)), f"both are named with {told}")


def close_in_time(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Both are of the same week."""
    if not one.days or not other.days:
        return None
    gap = max(one.days[0] - other.days[1], other.days[0] - one.days[1], 0)
    return Clue(0.2) if gap <= WEEK else None


def one_outlet(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """The same paper has both."""
    return Clue(0.1) if one.outlets & other.outlets else None


def one_article(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """One article has both, and its own reading kept them apart."""
    if one.articles.isdisjoint(other.articles):
        return None
    return Clue(-2.0, "one article names both, apart from each other")


RULES: tuple[Rule, ...] = (
    shared_role,
    roles_apart,
    shared_company,
    close_in_time,
    one_outlet,
    one_article,
)


def clues(scene: Scene, one: Profile, other: Profile) -> list[Clue]:
    """All that the rules find, in their order."""
    return [clue for rule in RULES if (clue := rule(scene, one, other))]


def total(found: Iterable[Clue]) -> float:
    return sum(clue.weight for clue in found)


def told_name(scene: Scene, name: int) -> str:
    return scene.shown[name]
