"""Places, and what is called after them: the table `demonyms`, as values.

“The Tashkent government”, “Uzbek”, “Uzbekistani” and “Uzbeks” all lead to Uzbekistan.
"""

from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language, Row

PARTED = "|"
NONE = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table: a land, a part of one, a region, a state, a city or a union."""

    kind: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[tuple[str, str], ...]  # one, several: (“Pole”, “Poles”)
    capitals: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """All that it, its people and what is of it are called; not its capital."""
        people = (word for pair in self.people for word in pair)
        return frozenset((*self.names, *self.adjectives, *people))


@cache
def places(tables: Language) -> tuple[Place, ...]:
    return tuple(place(row) for row in tables.rows("demonyms"))


@cache
def called_after(tables: Language) -> dict[str, frozenset[str]]:
    """Each word, in small letters, with the first names of the places that it may lead to.

    “dominican” leads to two; “moscow” only to the city, though it may stand for a government.
    """
    found: dict[str, set[str]] = {}
    for one in places(tables):
        for word in one.words:
            found.setdefault(word.lower(), set()).add(one.names[0])
    return {word: frozenset(names) for word, names in found.items()}


@cache
def seats(tables: Language) -> dict[str, frozenset[str]]:
    """Each capital, in small letters, with the lands and parts that are ruled from there."""
    found: dict[str, set[str]] = {}
    for one in places(tables):
        for capital in one.capitals:
            found.setdefault(capital.lower(), set()).add(one.names[0])
    return {capital: frozenset(names) for capital, names in found.items()}


def place(row: Row) -> Place:
    kind, _, names, adjectives, people, capitals = row
    return Place(
        kind,
        names=cell(names),
        adjectives=cell(adjectives),
        people=tuple(
            (one, several) for one, _, several in (p.partition("/") for p in cell(people))
        ),
        capitals=cell(capitals),
    )


def cell(text: str) -> tuple[str, ...]:
    return () if text == NONE else tuple(text.split(PARTED))
