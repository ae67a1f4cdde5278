"""Judged: what people decided on who is who. It holds whatever else may speak for or against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from crossread.compare.identities.alike import APART
from crossread.compare.identities.forest import JUDGED, Forest
from crossread.compare.identities.forms import fold, shape
from crossread.compare.identities.scene import Scene
from crossread.compare.names import likeness
from crossread.model.identity import Join
from crossread.model.judgement import Judgement, Party

NameKey = tuple[str, ...]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold: not withdrawn, and no later one says otherwise of the same two.

    To withdraw a judgement that withdrew another makes that one hold again.
    """
    ordered = sorted(judgements, key=lambda one: one.number)
    gone: set[int] = set()
    for judgement in reversed(ordered):
        if judgement.verdict == "withdraw" and judgement.number not in gone:
            gone.add(judgement.withdrawn or 0)
    latest = {
        subject(judgement): judgement
        for judgement in ordered
        if judgement.number not in gone and judgement.verdict != "withdraw"
    }
    return sorted(latest.values(), key=lambda one: one.number)


def subject(judgement: Judgement) -> tuple[bool, frozenset[tuple[object, ...]]]:
    """What is judged: whether two are one, or how one is to be called."""
    parties = (side(party) for party in (judgement.one, judgement.other) if party)
    return judgement.verdict == "rename", frozenset(parties)


def side(party: Party) -> tuple[object, ...]:
    return fold(party.name), party.type, tuple(sorted(party.articles))


def called(party: Party) -> set[NameKey]:
    """The name of a party as that of a body and as that of a person, whose titles do not count."""
    return {fold(party.name), fold(party.name, "person")}


class Judged:
    """The judgements of a case that hold, and whom they speak of."""

    def __init__(self, scene: Scene, judgements: Sequence[Judgement]) -> None:
        self.scene = scene
        self.judgements = standing(judgements)
        parties = (party for one in self.judgements for party in (one.one, one.other) if party)
        wanted = {name for party in parties for name in called(party)}
        self.first, self.also = bearing(scene, wanted)

    def places(self, party: Party) -> tuple[set[int], set[int]]:
        """Who bears the name of a party first of all, and who among other names."""
        first = {place for name in called(party) for place in self.first[name]}
        also = {place for name in called(party) for place in self.also[name]}
        return self.fitting(party, first), self.fitting(party, also - first)

    def fitting(self, party: Party, places: Iterable[int]) -> set[int]:
        found = set()
        for place in places:
            one = self.scene.appearances[place]
            typed = party.type is None or party.type == one.type
            if typed and (not party.articles or one.member.article in party.articles):
                found.add(place)
        return found

    def written(self, places: set[int], party: Party) -> set[int]:
        """Those whose name is written just so."""
        name = party.name.split()
        return {place for place in places if self.scene.appearances[place].name.split() == name}

    def sides(self, judgement: Judgement) -> tuple[list[int], list[int]]:
        """Who is on which side. Whoever bears both names is where the fuller one puts them."""
        assert judgement.one and judgement.other
        parties = judgement.one, judgement.other
        (one, also_one), (other, also_other) = map(self.places, parties)
        if side(judgement.one) == side(judgement.other):  # two spellings of one name
            one, other = (self.written(*pair) for pair in zip((one, other), parties, strict=True))
        also_one, also_other = also_one - other, also_other - one
        both = also_one & also_other | one & other
        return sorted((one | also_one) - both), sorted((other | also_other) - both)

    def apply(self, forest: Forest) -> None:
        """The latest first: an earlier one yields where it cannot hold beside it."""
        for judgement in reversed(self.judgements):
            if judgement.verdict == "different":
                self.part(forest, judgement)
            elif judgement.verdict == "same":
                self.unite(forest, judgement)

    def part(self, forest: Forest, judgement: Judgement) -> None:
        one, other = ({forest.root(place) for place in places} for places in self.sides(judgement))
        for number, roots in enumerate((one - other, other - one)):
            for root in roots:
                forest.tree(root).sides.add((judgement.number, number))

    def unite(self, forest: Forest, judgement: Judgement) -> None:
        assert judgement.one and judgement.other
        one = self.meant(judgement.one, judgement.other)
        other = self.meant(judgement.other, judgement.one)
        words = decided(judgement)
        heads: list[int] = []
        for place in sorted(one | other):
            for head in heads:
                mine, theirs = self.scene.member(head), self.scene.member(place)
                if forest.judge(Join(mine, theirs, 1.0, words, JUDGED), head, place):
                    break
            else:
                heads.append(place)

    def meant(self, party: Party, other: Party) -> set[int]:
        """Who bears the name of a party; not those who bear it beside a full name of their own.

        That “Dovar” is Ilan Dovar says nothing of the Piotr Dovar whom an article calls Dovar.
        """
        first, also = self.places(party)
        if shape(party.name, "person") == "full":
            return first | also
        return first | {place for place in also if not self.another(place, other)}

    def another(self, place: int, party: Party) -> bool:
        """True of one whose own full name cannot be a name of the party."""
        one, form = self.scene.appearances[place], self.scene.form(place)
        return form.whole and likeness(one.name, party.name, one.type).score <= APART

    def renamed(self) -> Iterator[tuple[list[int], str]]:
        """Who is to be shown under another name, and under which, in the order of decision."""
        for judgement in self.judgements:
            if judgement.verdict == "rename" and judgement.one and judgement.name:
                first, also = self.places(judgement.one)
                yield sorted(first or also), judgement.name


def bearing(
    scene: Scene, wanted: set[NameKey]
) -> tuple[dict[NameKey, set[int]], dict[NameKey, set[int]]]:
    """Who bears each of these names: as the fullest name of an article, and as another."""
    first: dict[NameKey, set[int]] = defaultdict(set)
    also: dict[NameKey, set[int]] = defaultdict(set)
    for place, one in enumerate(scene.appearances if wanted else ()):
        if (main := fold(one.name, one.type)) in wanted:
            first[main].add(place)
        for name, _ in one.names:
            if (folded := fold(name, one.type)) in wanted and folded != main:
                also[folded].add(place)
    return first, also


def decided(judgement: Judgement) -> str:
    who = judgement.who or "Somebody"
    try:
        on = date.fromisoformat(judgement.when[:10])
        return f"{who} decided on {on.day} {on:%B %Y} that they are one."
    except ValueError:
        return f"{who} decided that they are one."
