"""Alike: names that are spellings of one name, and names that are parts of another."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from crossread.compare.identities.blocks import pairs
from crossread.compare.identities.forms import UNCERTAIN, Form
from crossread.compare.names import Likeness, likeness

ALIKE = 0.9  # two full names from here on are one name in two spellings
NEAR = 0.5  # below, nothing else is asked
APART = 0.2  # from here down nobody bears both


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two forms that are alike."""

    loss: float  # 1 less the likeness: the best come first
    one: int
    other: int
    reason: str = ""

    @property
    def score(self) -> float:
        return 1 - self.loss


class Names:
    """All forms of a case, with the edges between them."""

    def __init__(self, forms: list[Form]) -> None:
        self.forms = forms
        self.found: dict[tuple[int, int], Likeness] = {}
        self.edges: list[Edge] = sorted([*self.spelt(), *uncertain(forms)])
        self.of: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            self.of[edge.one].append(edge)
            self.of[edge.other].append(edge)

    def spelt(self) -> list[Edge]:
        edges = []
        for one, other in pairs(self.forms):
            found = self.likeness(one, other)
            if found.score >= NEAR:
                self.found[one, other] = found
                edges.append(Edge(1 - found.score, one, other, found.reason))
        return edges

    def likeness(self, one: int, other: int) -> Likeness:
        one, other = min(one, other), max(one, other)
        if known := self.found.get((one, other)):
            return known
        mine, theirs = self.forms[one], self.forms[other]
        return likeness(mine.name, theirs.name, mine.type)

    def conflict(self, one: int, other: int) -> bool:
        """True of two that nobody can bear both of: “Ilan Dovar” and “Piotr Dovar”."""
        mine, theirs = self.forms[one], self.forms[other]
        if mine.type != theirs.type:
            return not (mine.words == theirs.words and {mine.type, theirs.type} <= UNCERTAIN)
        return self.likeness(one, other).score <= APART


def uncertain(forms: list[Form]) -> list[Edge]:
    """“Orvan Canal Board” as an organisation here and as a group there."""
    alike: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        if form.type in UNCERTAIN and len(form.words) > 1:
            alike[form.words].append(form)
    return [
        Edge(0.05, one.number, other.number, "Both have the same name.")
        for same in alike.values()
        for one, other in pairwise(same)
    ]
