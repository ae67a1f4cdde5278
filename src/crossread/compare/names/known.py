"""Names that tables know to be of one: Almaty and Alma-Ata, the UN and ООН."""

from functools import cache, lru_cache

from crossread.languages.language import UNDETERMINED
from crossread.languages.spelling import key


@cache
def bearers(table: str) -> dict[str, frozenset[int]]:
    """The folded names of a table, each with the numbers of the lines that it stands on."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(UNDETERMINED.rows(table)):
        for name in row:
            found.setdefault(folded(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items() if name}


@lru_cache(maxsize=1 << 17)
def folded(name: str) -> str:
    """The keys of the words of a name, in one: “United Nations” → unitednations."""
    return "".join(key(word) for word in name.split()[:20])


@lru_cache(maxsize=1 << 16)
def places(name: str) -> frozenset[int]:
    """The places that tables know under this name."""
    bare = folded(name.casefold().removeprefix("the "))
    return bearers("places").get(bare, frozenset())
