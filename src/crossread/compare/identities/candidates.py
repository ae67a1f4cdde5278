"""Candidates: of several who may be meant, who it is."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.compare.identities.evidence import Clue, clues, total
from crossread.compare.identities.groups import Group
from crossread.compare.identities.scene import Profile, Scene

FEW = 12  # candidates who are all looked at; of more, only those who share something


@dataclass(frozen=True, slots=True)
class Chosen:
    """The likeliest of the candidates, how likely, and what speaks for it."""

    group: Group
    chance: float
    clues: tuple[Clue, ...]


class Candidates:
    """Those who may be meant by a name.

    Each has a weight: how much of the case is about it. Of whom nothing is to be said, it alone
    counts.
    """

    def __init__(
        self, scene: Scene, groups: Sequence[Group], fits: Sequence[float] | None = None
    ) -> None:
        """`fits`: how well the name of each fits, 1 where it fits as well as can be."""
        self.scene = scene
        self.groups = groups
        self.known = sum(len(group.places) for group in groups)
        self.weights = [
            len(group.places) * fit
            for group, fit in zip(groups, fits or [1.0] * len(groups), strict=True)
        ]
        self.sum = sum(self.weights)
        self.silent = max(range(len(groups)), key=lambda at: (self.weights[at], -at), default=0)
        self.sharing: dict[object, list[int]] = defaultdict(list)
        for at, group in enumerate(groups if len(groups) > FEW else ()):
            for thing in shareable(group.profile):
                self.sharing[thing].append(at)

    def best(self, profile: Profile, nobody: float) -> Chosen | None:
        """Who is meant most likely; `nobody` is the weight of all others, as a part."""
        if not self.groups:
            return None
        found = {
            at: clues(self.scene, profile, self.groups[at].profile) for at in self.worth(profile)
        }
        odds = {at: self.weights[at] * math.exp(total(clues)) for at, clues in found.items()}
        if self.silent not in odds:
            odds[self.silent] = self.weights[self.silent]
        rest = self.sum - sum(self.weights[at] for at in odds) + nobody * self.known
        at = max(odds, key=lambda number: (odds[number], -number))
        chance = odds[at] / (sum(odds.values()) + max(rest, 0.0))
        return Chosen(self.groups[at], chance, tuple(found.get(at, ())))

    def worth(self, profile: Profile) -> list[int]:
        """The candidates of whom there is something to say."""
        if len(self.groups) <= FEW:
            return list(range(len(self.groups)))
        return sorted({at for thing in shareable(profile) for at in self.sharing.get(thing, ())})


def shareable(profile: Profile) -> set[object]:
    """Companions and the words of roles."""
    words = {word for role in profile.roles for word in role.words}
    return (profile.company - profile.own) | words
