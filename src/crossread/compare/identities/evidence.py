"""Evidence: what speaks for and against two being one, beside their names.

Each rule looks at two profiles and gives a clue: a weight (how many times likelier this is to be
seen of one than of two, as a natural logarithm) and the words that tell it to a reader.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crossread.compare.identities.roles import Role, apart
from crossread.compare.identities.scene import ELSEWHERE, Profile, Scene

WEEK = 7
# How often two articles on one person are of one circle and of one story, and which part of the
# names they then share.
CIRCLES = ((0.4, 0.1), (0.2, 0.5))


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that speaks for it, or against it."""

    weight: float
    words: str = ""  # a clause; empty where it is not worth telling


Rule = Callable[[Scene, Profile, Profile], Clue | None]


def shared_role(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Both are called “mayor of Tarn”, which few others are; or one of them just “mayor”."""
    found = []
    for mine in one.roles:
        for theirs in other.roles:
            if mine.covers(theirs) or theirs.covers(mine):
                bare, full = sorted((mine, theirs), key=lambda role: len(role.words))
                found.append((bare.words == full.words, called(scene, bare, full)))
    if not found:
        return None
    return max(found, key=lambda pair: (pair[1].weight, *pair[:1], pair[1].words))[1]


def called(scene: Scene, bare: Role, full: Role) -> Clue:
    usual, most = (0.2, 3.0) if bare.particular else (1.0, 2.0)
    others = max(scene.holders.get(bare.words, 0) - 2, 0)
    chance = (others + usual) / (scene.names + 20)
    words = f"both are called {bare.text}"
    if bare.words != full.words:
        words = f"one is called {bare.text}, the other {full.text}"
    return Clue(min(most, math.log(1 + 0.5 / chance)), words)


def roles_apart(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """One is called “mayor of Tarn”, the other “mayor of Lorha”, and nothing is common to them."""
    if any(a.covers(b) or b.covers(a) for a in one.roles for b in other.roles):
        return None
    found = (apart(a, b, scene.places) for a in one.roles for b in other.roles)
    clauses = [clause for clause in found if clause]
    if len(clauses) == len(one.roles) * len(other.roles) and clauses:
        return Clue(-3.0, min(clauses))
    return None


def shared_company(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Both are named together with Ilka Orlan, whom few other articles name."""
    own = one.own | other.own | (one.grounds & other.grounds)
    shared = (one.company & other.company) - own
    if not shared:
        return None
    weight = kept_company(scene, one, other, shared)
    ranked = sorted(shared, key=lambda name: (scene.spread[name], name))
    told = " and ".join(scene.shown[name] for name in ranked[:2])
    return Clue(weight, f"both are named with {told}" if weight > 0.2 else "")


def kept_company(scene: Scene, one: Profile, other: Profile, shared: set[int]) -> float:
    """How much a shared company says: it may be of one circle, of one story, or of neither.

    A name that many articles have is shared by chance; and of one story not one name is shared,
    but several.
    """
    looked = one.looked * other.looked
    alone = min(len(one.company), len(other.company)) - len(shared) - 1
    chances = [scene.chance(name, looked) for name in shared]
    odds = 1 - sum(part for part, _ in CIRCLES)
    for part, share in CIRCLES:
        speaks = sum(math.log(share / chance + 1 - share) for chance in chances)
        odds += part * math.exp(min(speaks + max(alone, 0) * math.log(1 - share), 20))
    return min(3.0, max(0.0, math.log(odds)))


def shared_ground(scene: Scene, one: Profile, other: Profile) -> Clue | None:
    """Tarn is what both articles name most of all places."""
    shared = one.grounds & other.grounds
    if not shared:
        return None
    ground = min(shared, key=lambda name: (scene.grounds[name], name))
    others = max(scene.grounds[ground] - 1, 0.5) / (scene.size + ELSEWHERE)
    chance = min(1.0, others * max(len(one.grounds), len(other.grounds)))
    weight = min(1.5, math.log(0.6 / chance + 0.4))
    words = f"{scene.shown[ground]} is the place that both name most"
    return Clue(weight, words if weight >= 0.2 else "")


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
    shared_ground,
    close_in_time,
    one_outlet,
    one_article,
)


def clues(scene: Scene, one: Profile, other: Profile) -> list[Clue]:
    """All that the rules find, in their order."""
    return [clue for rule in RULES if (clue := rule(scene, one, other))]


def total(found: Iterable[Clue]) -> float:
    return sum(clue.weight for clue in found)
