"""Links: two appearances that are one, or may be, with how likely it is and what tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.compare.identities.evidence import Clue
from crossread.compare.identities.groups import Group
from crossread.compare.identities.scene import Scene


@dataclass(frozen=True, slots=True)
class Link:
    """Two appearances that are one, or may be."""

    one: int
    other: int
    score: float
    rule: str
    clauses: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[float, int, int]:
        """The best first."""
        return -self.score, self.one, self.other


@dataclass(frozen=True, slots=True)
class Why:
    """How likely two groups are one, by which rule, and what speaks for it."""

    score: float
    rule: str
    clauses: tuple[str, ...]


def between(scene: Scene, one: Group, other: Group, why: Why) -> Link:
    """A link from those of two groups who show best what they share."""
    mine, theirs = one.witness(scene, other.profile), other.witness(scene, one.profile)
    return Link(min(mine, theirs), max(mine, theirs), why.score, why.rule, why.clauses)


def said(found: Iterable[Clue]) -> tuple[str, ...]:
    """What speaks for it, then what speaks against it."""
    told = [clue for clue in found if clue.words]
    return (
        *(clue.words for clue in told if clue.weight > 0),
        *(f"but {clue.words}" for clue in told if clue.weight <= 0),
    )


def clause(sentence: str) -> str:
    """A sentence as a part of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
