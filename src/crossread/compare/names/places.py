"""Whether two names may be names of one place."""

from functools import lru_cache

from crossread.compare.names import bodies
from crossread.compare.names.known import folded, places
from crossread.compare.names.likeness import Likeness
from crossread.compare.names.words import respelled
from crossread.languages.spelling import sound


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """How likely two names are of one place: Alma-Ata is Almaty, Германия is Germany."""
    if one.casefold() == other.casefold():
        return bodies.likeness(one, other)
    mine, theirs = places(one), places(other)
    if mine & theirs and folded(one) != folded(other):
        return Likeness(0.95, f"‘{one.strip()}’ and ‘{other.strip()}’ are names of one place.")
    if mine and theirs and not mine & theirs:
        return Likeness(0.05, f"‘{one.strip()}’ and ‘{other.strip()}’ are different places.")
    if folded(one) == folded(other) and folded(one):
        return Likeness(0.98, respelled(one.strip(), other.strip()))
    return bodies.likeness(one, other)


def keys(name: str) -> frozenset[str]:
    """What two names of one place share at least one of: the line of a table, or a sound."""
    known = frozenset(f"p:{place}" for place in places(name))
    return known or bodies.keys(name) | {f"p:{sound(folded(name))}"}
