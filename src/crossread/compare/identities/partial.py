"""Partial: a surname alone, with initials, or a name that two fuller ones contain.

It never joins by itself. It is one of those who bear the name in full, if what is said of it
leaves one only; those that are of nobody so far may still be one another.
"""

import math
from collections.abc import Iterator, Sequence

from crossread.compare.identities.candidates import Candidates, Chosen
from crossread.compare.identities.chances import BELOW, JOIN, likely, logit
from crossread.compare.identities.evidence import clues, total
from crossread.compare.identities.forms import Form
from crossread.compare.identities.groups import Group, by_role, rare_company
from crossread.compare.identities.links import Link, Why, between, said
from crossread.compare.identities.scene import Scene

# The weight of all whom the case does not name, beside those who bear the name in full here.
UNNAMED = {"single": 1 / 3, "initials": 1 / 12, "doubtful": 1 / 12}
# How like a partial name is to a full one that has it just so. What is less so fits less.
JUST_SO = {"single": 0.65, "initials": 0.8, "doubtful": 0.95}
SAME = 0.45  # that two of one surname are one, where nobody bears it in full
TELLING = 0.2  # a clue of less weight does not speak for a surname alone


class Partial:
    """The bearers of one partial name, and who may bear it in full."""

    def __init__(
        self, scene: Scene, form: Form, groups: Sequence[Group], alike: Sequence[float]
    ) -> None:
        """`alike`: how like the name of each group is to this."""
        self.scene = scene
        self.form = form
        fits = [min(1.0, one / JUST_SO[form.shape]) ** 6 for one in alike]
        self.candidates = Candidates(scene, groups, fits)
        self.names = len({scene.form_of[group.places[0]] for group in groups})

    def links(self) -> Iterator[Link]:
        """Of each bearer, who it is most likely to be."""
        known = 1 + math.log(max(1.0, self.candidates.known))
        unnamed = UNNAMED[self.form.shape] * max(1.0, self.names / 2) / known
        left = []
        for place in self.form.bearers:
            single = Group([place], self.scene.profile([place]))
            best = self.candidates.best(single.profile, unnamed)
            score = self.score(best) if best else 0.0
            if best:
                clauses = (self.borne(best), *said(best.clues))
                why = Why(score, f"{self.form.shape}_name", clauses)
                yield between(self.scene, single, best.group, why)
            if score < JOIN:
                left.append(place)
        yield from self.among(left)

    def score(self, best: Chosen) -> float:
        """A surname alone is never enough, however well known its bearer is."""
        spoken = any(clue.weight >= TELLING for clue in best.clues)
        if self.form.shape == "single" and not spoken:
            return min(best.chance, BELOW)
        return best.chance

    def borne(self, best: Chosen) -> str:
        """How many bear the name here."""
        number = len(self.candidates.groups)
        if self.form.shape == "doubtful":
            return "the one name may be short for the other"
        if number == 1:
            return "the surname is borne by nobody else here"
        name = self.scene.form(best.group.places[0]).name
        return f"of the {number} who bear the surname here, ‘{name}’ fits best"

    def among(self, left: Sequence[int]) -> Iterator[Link]:
        """Two of one surname alone, of whom more is said that is the same."""
        name = logit(SAME / (1 + self.names / 2))
        groups, quiet = by_role(self.scene, left)
        singles = [Group([place], self.scene.profile([place])) for place in quiet]
        for group in groups:
            head = Group(group.places[:1], self.scene.profile(group.places[:1]))
            for place in group.places[1:]:
                yield self.pair(head, Group([place], self.scene.profile([place])), name)
        both = [*groups, *singles]
        for a, b in sorted(rare_company(both)):
            yield self.pair(both[a], both[b], name)

    def pair(self, one: Group, other: Group, name: float) -> Link:
        found = clues(self.scene, one.profile, other.profile)
        clauses = (f"the name ‘{self.form.name}’ is the same", *said(found))
        return between(
            self.scene, one, other, Why(likely(name + total(found)), "same_part", clauses)
        )
