"""From appearances to identities: first what is sure, then what other things speak for."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crossread.compare.identities.alike import ALIKE, Edge, Names
from crossread.compare.identities.bearers import bearers
from crossread.compare.identities.chances import JOIN, SUGGEST, logit
from crossread.compare.identities.describe import described
from crossread.compare.identities.evidence import clues, total
from crossread.compare.identities.forest import Forest
from crossread.compare.identities.forms import Form
from crossread.compare.identities.groups import Group
from crossread.compare.identities.judged import Judged
from crossread.compare.identities.links import Link, Why, between, clause, said
from crossread.compare.identities.partial import Partial
from crossread.compare.identities.scene import Scene
from crossread.compare.identities.sentences import reason
from crossread.compare.identities.spellings import Spelling, spellings
from crossread.model.identity import Appearance, Identities, Join
from crossread.model.judgement import Judgement

LARGEST = 12  # bearers of a name that a name nearly like it is compared with


def identities(appearances: Iterable[Appearance], judgements: Sequence[Judgement]) -> Identities:
    """Who is who in a case: the identities, and what is in doubt.

    The order of the appearances does not matter. What a person judged always holds; a judgement
    that is withdrawn, or followed by another on the same two, does not.
    """
    scene = Scene(appearances)
    names = Names(scene.forms)
    judged = Judged(scene, judgements)
    finder = Finder(scene, names, judged)
    finder.find()
    return described(scene, finder.forest, finder.doubts, judged)


class Finder:
    """Joins what can be joined, the best evidence first; keeps what is in doubt."""

    def __init__(self, scene: Scene, names: Names, judged: Judged) -> None:
        self.scene = scene
        self.names = names
        self.forest = Forest(scene, names.conflict)
        self.doubts: list[Link] = []
        self.turned: dict[int, list[int]] = defaultdict(list)
        self.spellings = spellings(names)
        scene.meet({form: one.forms[0] for one in self.spellings for form in one.forms})
        judged.apply(self.forest)

    def find(self) -> None:
        borne = Borne(self.scene, self.spellings)
        for spelling in self.spellings:
            self.settle(bearers(self.scene, spelling, borne.others(spelling)))
        self.settle([*People(self.scene, self.names, self.forest, borne).near()])
        people = People(self.scene, self.names, self.forest, borne)
        self.settle(
            [
                link
                for form in self.scene.forms
                if not form.whole
                for link in people.partial(form).links()
            ]
        )

    def settle(self, links: list[Link]) -> None:
        """The best first. What is not sure enough, or may not be joined, is in doubt."""
        for link in sorted(links, key=lambda link: link.order):
            sure = link.score >= JOIN and self.joined(link, link.one, link.other)
            if not sure and link.score >= SUGGEST and not self.placed(link):
                self.doubts.append(link)

    def joined(self, link: Link, one: int, other: int) -> bool:
        words = reason(self.scene, one, other, link.clauses)
        members = self.scene.member(one), self.scene.member(other)
        return self.forest.join(Join(*members, link.score, words, link.rule), one, other)

    def placed(self, link: Link) -> bool:
        """True if another of the same name takes one whom the first of them could not take."""
        if link.rule != "full_name":
            return False
        turned = self.turned[link.one]
        if any(self.joined(link, one, link.other) for one in turned):
            return True
        turned.append(link.other)
        return False


class Borne:
    """How many names of the case have each word: how common surnames and given names are."""

    def __init__(self, scene: Scene, spellings: Sequence[Spelling]) -> None:
        self.scene = scene
        people = [one for one in spellings if scene.forms[one.forms[0]].type == "person"]
        self.people = len(people)
        self.of = {form: spelling for spelling in spellings for form in spelling.forms}
        self.words = Counter(word for one in people for word in self.heard(one))

    def heard(self, spelling: Spelling) -> set[str]:
        return {word for form in spelling.forms for word in self.scene.forms[form].words}

    def edge(self, edge: Edge) -> float:
        """The same of two names that are nearly alike: of the commoner of them."""
        return max(self.others(self.of[number]) for number in (edge.one, edge.other))

    def others(self, spelling: Spelling) -> float:
        """How many more are to be expected to bear the name, were its words drawn by chance."""
        forms = [self.scene.forms[number] for number in spelling.forms]
        if forms[0].type != "person":
            return 0.0
        barest = min(forms, key=lambda form: (len(form.words), -len(form.bearers), form.number))
        others = math.prod(
            (self.words[word] - 1) / self.people for word in sorted(set(barest.words))
        )
        return others * self.people


class People:
    """Who has been made out so far, by the forms of their names."""

    def __init__(self, scene: Scene, names: Names, forest: Forest, borne: "Borne") -> None:
        self.scene, self.names, self.forest, self.borne = scene, names, forest, borne
        self.known: dict[int, list[Group]] = {}
        self.groups: dict[int, Group] = {}

    def of(self, form: int) -> list[Group]:
        """Those who bear a form, the most spoken of first."""
        if form not in self.known:
            roots = {self.forest.root(place) for place in self.scene.forms[form].bearers}
            groups = [self.group(root) for root in roots]
            self.known[form] = sorted(groups, key=lambda one: (-len(one.places), one.places[0]))
        return self.known[form]

    def group(self, root: int) -> Group:
        if root not in self.groups:
            places = sorted(self.forest.tree(root).places)
            self.groups[root] = Group(places, self.scene.profile(places))
        return self.groups[root]

    def near(self) -> Iterator[Link]:
        """Names that are nearly alike, of people for whom something else speaks."""
        found: dict[tuple[int, int], tuple[float, Edge]] = {}
        for edge in self.names.edges:
            if all(self.scene.forms[number].whole for number in (edge.one, edge.other)):
                for pair, speaks in self.nearly(edge):
                    if pair not in found or speaks > found[pair][0]:
                        found[pair] = speaks, edge
        sums: Counter[int] = Counter()
        for pair, (speaks, _) in found.items():
            sums.update(dict.fromkeys(pair, math.exp(speaks)))
        for (one, other), (speaks, edge) in found.items():
            score = math.exp(speaks) / (1 + max(sums[one], sums[other]))
            if score >= SUGGEST:
                yield self.nearest(edge, self.groups[one], self.groups[other], score)

    def nearly(self, edge: Edge) -> Iterator[tuple[tuple[int, int], float]]:
        """What speaks for each two of those who bear two names, by their roots."""
        name = logit(min(edge.score, ALIKE) / (1 + self.borne.edge(edge)))
        for one in self.of(edge.one)[:LARGEST]:
            for other in self.of(edge.other)[:LARGEST]:
                pair = self.forest.root(one.places[0]), self.forest.root(other.places[0])
                if one is not other:
                    found = clues(self.scene, one.profile, other.profile)
                    yield (min(pair), max(pair)), name + total(found)

    def nearest(self, edge: Edge, one: Group, other: Group, score: float) -> Link:
        """The link between those who bear just these two names."""
        forms = {edge.one, edge.other}
        mine, theirs = (
            Group(
                [place for place in group.places if self.scene.form_of[place] in forms],
                group.profile,
            )
            for group in (one, other)
        )
        found = clues(self.scene, one.profile, other.profile)
        why = Why(score, "name_and_more", (clause(edge.reason), *said(found)))
        return between(self.scene, mine, theirs, why)

    def partial(self, form: Form) -> Partial:
        """Who may bear a partial name in full."""
        options: dict[int, Group] = {}
        alike: dict[int, float] = {}
        for edge in self.names.of[form.number]:  # the most alike come first
            whole = edge.other if edge.one == form.number else edge.one
            if self.scene.forms[whole].whole:
                for group in self.of(whole):
                    options[group.places[0]] = group
                    alike.setdefault(group.places[0], edge.score)
        ranked = sorted(options.values(), key=lambda one: (-len(one.places), one.places[0]))
        scores = [alike[group.places[0]] for group in ranked]
        return Partial(self.scene, form, ranked, scores)
