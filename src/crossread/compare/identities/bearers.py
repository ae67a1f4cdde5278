"""Bearers: who bears a full name.

One, where the name is rare. Where it is common, or where some are called what nobody is at once,
only those are one for whom something else speaks.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from crossread.compare.identities.alike import Edge
from crossread.compare.identities.candidates import Candidates
from crossread.compare.identities.chances import JOIN, SUREST, likely, logit
from crossread.compare.identities.evidence import clues, roles_apart, total
from crossread.compare.identities.forms import Form
from crossread.compare.identities.groups import Group, by_role, rare_company
from crossread.compare.identities.links import Link, Why, between, clause, said
from crossread.compare.identities.scene import Scene
from crossread.compare.identities.spellings import Spelling

COMMON = 0.25  # others of the same name that are to be expected in the case by chance
ARTICLES = 3  # in which those are who are expected by chance, each
SAME_ROLE = 0.96  # of one full name and called the same
EQUAL = "the full name is the same"


def bearers(scene: Scene, spelling: Spelling, others: float) -> list[Link]:
    """The links between the bearers of one name; `others`: how many more bear it by chance."""
    forms = [scene.forms[number] for number in spelling.forms]
    places = sorted(place for form in forms for place in form.bearers)
    groups, quiet = by_role(scene, places)
    against = any(
        roles_apart(scene, one.profile, other.profile) for one, other in combinations(groups, 2)
    )
    if others < COMMON and not against:
        return [*alone(forms, others), *spelt(scene, spelling.edges)]
    return list(Several(scene, others, groups).links(quiet))


def alone(forms: Sequence[Form], others: float) -> Iterator[Link]:
    """The same name, that nobody else bears."""
    score = max(JOIN, SUREST - others / 4)
    for form in forms:
        for place in form.bearers[1:]:
            clauses = (f"{EQUAL}, and nothing tells of two who bear it",)
            yield Link(form.bearers[0], place, score, "full_name", clauses)


def spelt(scene: Scene, edges: Iterable[Edge]) -> Iterator[Link]:
    """One name in two spellings."""
    for edge in edges:
        ends = [scene.forms[number].bearers[0] for number in (edge.one, edge.other)]
        yield Link(min(ends), max(ends), edge.score, "spelling", (clause(edge.reason),))


class Several:
    """A name of several bearers, or of nobody knows how many."""

    def __init__(self, scene: Scene, others: float, groups: Sequence[Group]) -> None:
        self.scene = scene
        self.others = others
        self.name = min(SUREST, 1 / (1 + others))  # the chance that two bearers are one
        self.groups = groups
        self.known = [group for group in groups if particular(group)] or [*groups]
        self.vague = [group for group in groups if group not in self.known]

    def links(self, quiet: Sequence[int]) -> Iterator[Link]:
        for group in self.groups:
            yield from self.inside(group)
        yield from self.merge()
        yield from self.chosen(self.vague)
        yield from self.chosen([Group([place], self.scene.profile([place])) for place in quiet])

    def merge(self) -> Iterator[Link]:
        """The best first; nobody who is called what another cannot be is put to that other."""
        name, known = logit(self.name), self.known
        pairs = [
            (self.link(known[a], known[b], name), a, b)
            for a, b in combinations(range(len(known)), 2)
        ]
        kept = {at: {at} for at in range(len(known))}
        for link, a, b in sorted(pairs, key=lambda pair: pair[0].order):
            yield link
            if link.score >= JOIN and kept[a] is not kept[b] and self.fit(kept[a], kept[b]):
                kept[a] |= kept[b]
                kept |= dict.fromkeys(kept[b], kept[a])
        merged = {min(group): sorted(group) for group in kept.values()}
        self.known = [self.together([known[at] for at in group]) for group in merged.values()]

    def fit(self, one: Iterable[int], other: Iterable[int]) -> bool:
        pairs = ((self.known[a], self.known[b]) for a in one for b in other)
        return not any(roles_apart(self.scene, a.profile, b.profile) for a, b in pairs)

    def together(self, groups: Sequence[Group]) -> Group:
        if len(groups) == 1:
            return groups[0]
        places = sorted(place for group in groups for place in group.places)
        return Group(places, self.scene.profile(places))

    def inside(self, group: Group) -> Iterator[Link]:
        """Two of one full name who are called the same."""
        head = group.places[0]
        first = {role.words for role in self.scene.roles(head)}
        for place in group.places[1:]:
            same = [role.text for role in self.scene.roles(place) if role.words in first]
            role = f"both are called {same[0]}" if same else "another of the name is called both"
            yield Link(head, place, SAME_ROLE, "full_name_and_role", (EQUAL, role))

    def link(self, one: Group, other: Group, name: float) -> Link:
        found = clues(self.scene, one.profile, other.profile)
        why = Why(likely(name + total(found)), "full_name_and_more", (EQUAL, *said(found)))
        return between(self.scene, one, other, why)

    def chosen(self, unknown: Sequence[Group]) -> Iterator[Link]:
        """Those of whom too little is said: one of the others, if that tells which, or unknown."""
        candidates = Candidates(self.scene, self.known)
        nobody = max(1 - SUREST, self.others * ARTICLES / max(1, candidates.known))
        left = []
        for group in unknown:
            best = candidates.best(group.profile, nobody)
            if best:
                why = Why(best.chance, "full_name_and_company", (EQUAL, *said(best.clues)))
                yield between(self.scene, group, best.group, why)
            if not best or best.chance < JOIN:
                left.append(group)
        name = logit(min(self.name, 0.5 if len(self.known) > 1 else 1.0))
        for a, b in sorted(rare_company(left)):
            yield self.link(left[a], left[b], name)
        self.known += [group for group in left if group.profile.roles]


def particular(group: Group) -> bool:
    return any(role.particular for role in group.profile.roles)
