"""Whether two names may be names of one place."""

from functools import cache, lru_cache

from crossread.compare.names import bodies
from crossread.compare.names.known import folded, places
from crossread.compare.names.likeness import ALIKE, Likeness
from crossread.compare.names.words import respelled
from crossread.languages.language import UNDETERMINED
from crossread.languages.spelling import sound


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """How likely two names are of one place: Alma-Ata is Almaty, Германия is Germany."""
    if one.casefold() == other.casefold():
        return bodies.likeness(one, other)
    mine, theirs = places(without_kind(one)), places(without_kind(other))
    if mine & theirs and folded(one) != folded(other):
        sure = len(mine) == len(theirs) == 1  # Mexico is a land and a town
        verb = "are" if sure else "may be"
        reason = f"‘{one.strip()}’ and ‘{other.strip()}’ {verb} names of one place."
        return Likeness(0.95 if sure else 0.6, reason)
    if mine and theirs and not mine & theirs:
        return Likeness(0.05, f"‘{one.strip()}’ and ‘{other.strip()}’ are different places.")
    if folded(one) == folded(other) and folded(one):
        return Likeness(0.98, respelled(one.strip(), other.strip()))
    return settled(one, other)


def settled(one: str, other: str) -> Likeness:
    """Word by word; but the town of Tarn is Tarn, and the region of Tarn is not."""
    town = without_kind(one), without_kind(other)
    found = bodies.likeness(*town)
    if town == (one, other) or found.score < ALIKE:
        return found
    return Likeness(0.95 * found.score, f"‘{one.strip()}’ and ‘{other.strip()}’ may be one town.")


@lru_cache(maxsize=1 << 16)
def without_kind(name: str) -> str:
    """“город Тарн”, “the city of Tarn” → Тарн, Tarn; but Tarn City is no other Tarn."""
    words = name.split()
    kept = [word for place, word in enumerate(words) if not says_town(words, place)]
    return " ".join(kept).removeprefix("the of ").removeprefix("of ") or name


def says_town(words: list[str], place: int) -> bool:
    """Whether a word only says that the place is a town: small, in front, or before “of”."""
    word = words[place]
    if word.casefold().strip(".") not in towns():
        return False
    before_of = place + 1 < len(words) and words[place + 1] == "of"
    return word.islower() or before_of or (place == 0 and not word.isascii())


@cache
def towns() -> frozenset[str]:
    """Words that say that a place is a town."""
    return frozenset(word for row in UNDETERMINED.rows("towns") for word in row)


def keys(name: str) -> frozenset[str]:
    """What two names of one place share at least one of: the line of a table, or a sound."""
    name = without_kind(name)
    known = frozenset(f"p:{place}" for place in places(name))
    return known or bodies.keys(name) | {f"p:{sound(folded(name))}"}
