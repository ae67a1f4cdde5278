"""Finds quotation marks, and tells from what stands beside each which way it may face.

A mark has two leanings: its shape (`“` opens, `”` closes, `"` does either) and its place
(`_“word` opens, `word”_` closes, where `_` is a space). Machine translation spoils shapes,
careless typing spoils places; both are kept, so that pairing can weigh them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from crossread.model.span import Span

Family = Literal["double", "angle", "single", "corner"]
Facing = Literal["opens", "closes", "either"]

MARK = re.compile(r"``|''|[“”„‟\"«»‹›‘’‚‛'`「」『』＂]")
SHAPES: dict[str, tuple[Family, Facing]] = {
    "“": ("double", "opens"),
    "„": ("double", "opens"),
    "‟": ("double", "opens"),
    "``": ("double", "opens"),
    "”": ("double", "closes"),
    '"': ("double", "either"),
    "＂": ("double", "either"),
    "''": ("double", "either"),
    "«": ("angle", "opens"),
    "‹": ("angle", "opens"),
    "»": ("angle", "closes"),
    "›": ("angle", "closes"),
    "「": ("corner", "opens"),
    "『": ("corner", "opens"),
    "」": ("corner", "closes"),
    "』": ("corner", "closes"),
    "‘": ("single", "opens"),
    "‚": ("single", "opens"),
    "‛": ("single", "opens"),
    "`": ("single", "opens"),
    "’": ("single", "closes"),
    "'": ("single", "either"),
}
LOW = frozenset("„‚")  # German and Polish: a low mark opens, so that “ or ‘ closes
MOST = 20_000  # marks of one paragraph that are read; what has more is no prose
NEIGHBOURS = 4  # marks that may stand side by side: “‘Never,’” he said

DECADE = re.compile(r"\d{1,2}(?:\d\d)?s?\b(?!\S*[’'](?!\w))")  # ’90s, not ‘9 may’
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark."""

    span: Span
    shape: str
    family: Family
    leans: Facing  # by its shape
    place: Facing  # by what stands beside it


def marks(text: str, block: Span, clipped: frozenset[str]) -> Iterator[Mark]:
    """The quotation marks of a block, without apostrophes and signs for feet and inches."""
    for found in islice(MARK.finditer(text, block.start, block.stop), MOST):
        family, leans = SHAPES[found.group()]
        before, after = beside(text, found, block)
        if family == "single" and is_apostrophe(text, found, clipped):
            continue
        place = facing(before, after)
        yield Mark(Span(*found.span()), found.group(), family, leans, place)


def beside(text: str, found: re.Match[str], block: Span) -> tuple[str, str]:
    """The characters on either side, past other marks; "" at the ends of the block."""
    left, right = found.start() - 1, found.end()
    edge = max(block.start, left - NEIGHBOURS)
    while left > edge and text[left] in SHAPES:
        left -= 1
    edge = min(block.stop - 1, right + NEIGHBOURS)
    while right < edge and text[right] in SHAPES:
        right += 1
    return (
        text[left] if left >= block.start else "",
        text[right] if right < block.stop else "",
    )


def facing(before: str, after: str) -> Facing:
    """Which way a mark faces by what stands on either side of it."""
    free = not before or before.isspace() or before in "([{<—–-=/:¿¡|•*#"
    shut = not after or after.isspace() or after in ")]}>,.;:?!…—–-/|*"
    if free and not shut:
        return "opens"
    if shut and (before and not before.isspace()) and (not free or before in "—–-"):
        return "closes"
    return "either"


def is_apostrophe(text: str, found: re.Match[str], clipped: frozenset[str]) -> bool:
    """True in “don’t”, “the ’90s”, “get ’em”, “6'2"”."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    if not after.isalnum() or before.isalnum():
        return False
    if found.group() in "’'‘" and DECADE.match(text, found.end(), found.end() + 12):
        return True
    word = WORD.match(text, found.end(), found.end() + 12)
    return word is not None and word.group().casefold() in clipped
