"""Forest: which appearances are one, joined one by one; what must stay apart is never joined."""

from collections.abc import Callable
from dataclasses import dataclass, field

from crossread.compare.identities.scene import Scene
from crossread.model.identity import Join

FULL = ("full", "doubtful")

Side = tuple[int, int]  # the number of a judgement that two differ, and which of the two

Conflicts = Callable[[int, int], bool]  # of two forms: can nobody bear both?


@dataclass(slots=True)
class Tree:
    """Appearances that are one, so far."""

    places: list[int]
    forms: set[int]
    sides: set[Side] = field(default_factory=set)
    judged: bool = False  # a person joined some of them: their names may differ


class Forest:
    """Trees of appearances, and the joins that made them."""

    def __init__(self, scene: Scene, conflicts: Conflicts) -> None:
        self.scene = scene
        self.conflicts = conflicts
        self.parent = list(range(len(scene.appearances)))
        self.trees: dict[int, Tree] = {}
        self.joins: dict[int, list[Join]] = {}

    def root(self, place: int) -> int:
        while self.parent[place] != place:
            self.parent[place] = self.parent[self.parent[place]]
            place = self.parent[place]
        return place

    def tree(self, root: int) -> Tree:
        if root not in self.trees:
            self.trees[root] = Tree([root], {self.scene.form_of[root]})
        return self.trees[root]

    def refused(self, one: int, other: int) -> bool:
        """True if what must stay apart would come together."""
        mine, theirs = self.tree(self.root(one)), self.tree(self.root(other))
        if opposed(mine.sides, theirs.sides):
            return True
        if mine.judged or theirs.judged:  # a name that fits one of those is enough
            return not self.fits(mine.forms, theirs.forms)
        full, part = self.parted(mine.forms)
        fuller, rest = self.parted(theirs.forms)
        if any(self.conflicts(a, b) for a in full for b in fuller if a != b):
            return True
        pairs = [(part, fuller), (rest, full)] if full or fuller else [(part, rest)]
        return any(not self.fits({name}, names) for some, names in pairs for name in some)

    def fits(self, some: set[int], names: set[int]) -> bool:
        """True if one of some fits one of the names: “B. Orlan” fits “Bek Orlan”."""
        if not names:
            return True
        return any(a == b or not self.conflicts(a, b) for a in some for b in names)

    def parted(self, forms: set[int]) -> tuple[set[int], set[int]]:
        """Full names, and the others."""
        full = {form for form in forms if self.scene.forms[form].shape in FULL}
        return full, forms - full

    def join(self, join: Join, one: int, other: int) -> bool:
        """Makes one of two trees; False if it must not be. True also if they are one already."""
        mine, theirs = self.root(one), self.root(other)
        if mine != theirs:
            if self.refused(mine, theirs):
                return False
            self.unite(join, mine, theirs)
        return True

    def judge(self, join: Join, one: int, other: int) -> bool:
        """The same for what a person decided: only another judgement can be against it."""
        mine, theirs = self.root(one), self.root(other)
        if mine != theirs:
            if opposed(self.tree(mine).sides, self.tree(theirs).sides):
                return False
            self.unite(join, mine, theirs)
            self.tree(self.root(mine)).judged = True
        return True

    def unite(self, join: Join, mine: int, theirs: int) -> None:
        if len(self.tree(mine).places) < len(self.tree(theirs).places):
            mine, theirs = theirs, mine
        kept, gone = self.tree(mine), self.tree(theirs)
        kept.places += gone.places
        kept.forms |= gone.forms
        kept.sides |= gone.sides
        kept.judged = kept.judged or gone.judged
        self.parent[theirs] = mine
        self.joins.setdefault(mine, []).append(join)
        self.joins[mine] += self.joins.pop(theirs, [])
        del self.trees[theirs]


JUDGED = "judgement"


def opposed(one: set[Side], other: set[Side]) -> bool:
    return any((number, 1 - side) in other for number, side in one)
