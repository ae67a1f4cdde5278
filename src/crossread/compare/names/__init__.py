"""Names: how likely two are of one bearer by their spelling alone, and which to compare at all.

What speaks for one bearer besides the spelling (roles, company, place) is weighed elsewhere.
"""

from crossread.compare.names import blocking, bodies, persons, places
from crossread.compare.names.likeness import ALIKE, Likeness
from crossread.model.entity import EntityType

__all__ = ["ALIKE", "Likeness", "keys", "likeness"]


def likeness(one: str, other: str, kind: EntityType) -> Likeness:
    """How likely two full names are names of one bearer, and why, in one sentence."""
    if kind == "person":
        return persons.likeness(one, other)
    return places.likeness(one, other) if kind == "place" else bodies.likeness(one, other)


def keys(name: str, kind: EntityType) -> frozenset[str]:
    """Blocking keys: two names that can be alike share at least one."""
    if kind == "person":
        return blocking.keys(name)
    return places.keys(name) if kind == "place" else bodies.keys(name)
