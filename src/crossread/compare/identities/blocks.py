"""Blocks: which forms are compared with which. Never all with all."""

from collections import defaultdict
from collections.abc import Iterator

from crossread.compare.identities.forms import Form
from crossread.compare.names import keys

LARGE = 60  # full names in a block; a larger one is split by the rest of the name

Pair = tuple[int, int]


def blocks(forms: list[Form]) -> dict[tuple[str, str], list[Form]]:
    """The forms of each blocking key: two that can be alike share one."""
    found: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        for key in keys(form.name, form.type):
            found[form.type, key].append(form)
    return found


def pairs(forms: list[Form]) -> Iterator[Pair]:
    """Each pair that shares a block, once, the lower number first."""
    seen: set[Pair] = set()
    for block in blocks(forms).values():
        for one, other in inside(block):
            pair = (min(one, other), max(one, other))
            if one != other and pair not in seen:
                seen.add(pair)
                yield pair


def inside(block: list[Form]) -> Iterator[Pair]:
    full = [form for form in block if form.whole]
    part = [form for form in block if not form.whole]
    for group in [full] if len(full) <= LARGE else split(full):
        yield from ((a.number, b.number) for at, a in enumerate(group) for b in group[:at])
    for group in [part] if len(part) <= LARGE else []:
        yield from ((a.number, b.number) for at, a in enumerate(group) for b in group[:at])
    yield from ((a.number, b.number) for a in part[:LARGE] for b in full)


def split(block: list[Form]) -> Iterator[list[Form]]:
    """A block of many (“Smith”) by the first letters of each word, then by whole words."""
    for length in (2, 5, None):
        parts: dict[str, list[Form]] = defaultdict(list)
        for form in block:
            for start in {word[:length] for word in form.words if len(word) > 1}:
                parts[start].append(form)
        yield from (part for part in parts.values() if 1 < len(part) <= LARGE)
        large = [part for part in parts.values() if len(part) > LARGE]
        left = {form.number: form for part in large for form in part}
        block = [left[number] for number in sorted(left)]
