"""Which stretches of a page an extraction library kept, found again by their words.

Libraries give the story as text, without saying where in the page it stood. Most of it is
found by runs of three words; short lines, which occur anywhere, only between two that are.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

# A letter of Chinese or Japanese counts as a word, since no space parts theirs.
WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
RUN: Final = 3
LONGEST: Final = 20_000  # characters of a line that are looked at
NEAR: Final = 6  # lines before the first and after the last long one
SHARE: Final = 0.7  # of a stretch's runs that the library must have kept

Words = tuple[str, ...]


def words_of(text: str, *, most: int = LONGEST) -> Words:
    """The words of a line, without case; of an endless line its beginning."""
    return tuple(WORD.findall(text[:most].lower()))


def kept(stretches: Sequence[str], story: str) -> frozenset[int]:
    """The numbers of the stretches that stand in `story`, in about the same order."""
    told = words_of(story, most=len(story))
    places: dict[Words, list[int]] = defaultdict(list)
    for at, run in enumerate(runs(told)):
        places[run].append(at)
    words = [words_of(stretch) for stretch in stretches]
    found: dict[int, int] = {}
    last = 0
    for number, line in enumerate(words):
        where = place(line, places, last) if len(line) > RUN else None
        if where is not None:
            found[number] = where
            last = where + len(line)
    for number in surplus(words, found, places):
        del found[number]
    return frozenset(found) | frozenset(short_lines(words, found, told))


def runs(words: Words) -> Iterator[Words]:
    return zip(*(words[offset:] for offset in range(RUN)), strict=False)


def place(line: Words, places: dict[Words, list[int]], last: int) -> int | None:
    """Where the line stands in the story, behind `last` if it can; None if too little does."""
    hits = [places[run] for run in runs(line) if run in places]
    if len(hits) < SHARE * (len(line) - RUN + 1):
        return None
    behind = bisect_left(hits[0], last)
    return hits[0][behind] if behind < len(hits[0]) else hits[0][0]


def surplus(
    words: Sequence[Words], found: dict[int, int], places: dict[Words, list[int]]
) -> list[int]:
    """Of lines that say the same, those beyond the times that the story says it.

    A teaser repeats the first sentence; the line with the most found lines around it stays.
    """
    free = {run: len(where) for run, where in places.items()}
    left_over: list[int] = []
    for number in sorted(found, key=lambda number: (-company(number, found), number)):
        told = [run for run in runs(words[number]) if run in free]
        if 2 * sum(free[run] > 0 for run in told) < len(told):
            left_over.append(number)
            continue
        for run in told:
            free[run] -= 1
    return left_over


def company(number: int, found: dict[int, int]) -> int:
    return sum(number + step in found for step in (-3, -2, -1, 1, 2, 3))


def short_lines(words: Sequence[Words], found: dict[int, int], told: Words) -> Iterator[int]:
    """Lines of a few words that stand in the story between the same two longer ones."""
    if not found:
        return
    first, last = min(found), max(found)
    ends = {max(-1, first - NEAR): 0, **found, min(len(words), last + NEAR): len(told)}
    for before, after in pairwise(sorted(ends)):
        start = ends[before] + (len(words[before]) if before in found else 0)
        stop = ends[after]
        for number in range(before + 1, after):
            line = words[number]
            if not line or number in found or start >= stop:
                continue
            at = position(line, told, start, stop)
            if at is not None:
                yield number
                start = at + len(line)


def position(line: Words, told: Words, start: int, stop: int) -> int | None:
    for at in range(start, min(stop, start + 200) - len(line) + 1):
        if told[at : at + len(line)] == line:
            return at
    return None
