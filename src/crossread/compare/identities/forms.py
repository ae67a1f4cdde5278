"""Forms: a name as it is folded, and all the appearances that bear it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from crossread.compare.names.parts import person
from crossread.languages.spelling import key
from crossread.model.entity import EntityType
from crossread.model.identity import Appearance

# full: a given and a family name, or the name of anything that is no person
# initials: “A. Dovar”     single: “Dovar”
# doubtful: in full, but two who are not one bear it in a fuller form
Shape = Literal["full", "initials", "single", "doubtful"]

POSSESSIVE = re.compile(r"[’'ʼ]s?$")
EDGES = ' \t\n“”«»"„,;:()[]'
ARTICLES = frozenset({"the"})
# Which of these a body is can be uncertain, so an equal name of several words may be of any.
UNCERTAIN: frozenset[EntityType] = frozenset({"organisation", "group", "place"})


@dataclass(slots=True)
class Form:
    """One folded name of one type, with those that bear it, in order."""

    number: int
    type: EntityType
    words: tuple[str, ...]  # folded
    name: str = ""  # as it is written most
    shape: Shape = "full"
    bearers: list[int] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The word that is most likely a surname, folded."""
        parts = person(self.name)
        return parts.words[parts.surname].key if parts.words else " ".join(self.words)

    @property
    def whole(self) -> bool:
        """True if the name may tell by itself who is meant."""
        return self.shape == "full"


@lru_cache(maxsize=1 << 18)
def fold(name: str, kind: EntityType | None = None) -> tuple[str, ...]:
    """“The Ministry's” and “ministry” are the same words, “Токаев” and “President Tokayev” are."""
    if kind == "person" and (parts := person(POSSESSIVE.sub("", name.strip(EDGES)))).words:
        generation = (parts.generation,) if parts.generation else ()
        return (*(word.key for word in parts.words), *generation)
    words = POSSESSIVE.sub("", name.strip(EDGES)).replace(".", ". ").split()
    folded = [key(bare) for word in words if (bare := word.strip(EDGES + "."))]
    kept = [word for word in folded if word]
    return tuple(kept[1:] if len(kept) > 1 and kept[0] in ARTICLES else kept)


def shape(name: str, kind: EntityType) -> Shape:
    if kind != "person":
        return "full"
    parts = person(POSSESSIVE.sub("", name.strip(EDGES)))
    written = sum(not word.initial for word in parts.words)
    if written > 1:
        return "full"
    return "initials" if len(parts.words) > 1 else "single"


def forms(appearances: Iterable[Appearance]) -> list[Form]:
    """The forms of all names, in the order in which they are first met."""
    found: dict[tuple[EntityType, tuple[str, ...]], Form] = {}
    written: list[Counter[str]] = []
    for place, appearance in enumerate(appearances):
        words = fold(appearance.name, appearance.type) or (appearance.name,)
        form = found.get((appearance.type, words))
        if form is None:
            form = Form(len(found), appearance.type, words)
            found[appearance.type, words] = form
            written.append(Counter())
        form.bearers.append(place)
        written[form.number][appearance.name] += 1
    for form, spellings in zip(found.values(), written, strict=True):
        form.name = min(spellings, key=lambda name: (-spellings[name], name))
        form.shape = shape(form.name, form.type)
    return list(found.values())
