"""Which part of a page shows its headline, and the headline without the outlet's name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from crossread.collect.align import Words, words_of
from crossread.collect.parts import Part
from crossread.collect.visible import HEADINGS

LONGEST: Final = 60  # words
LIKE: Final = 0.6  # of the words that a headline and a title have between them
BARE: Final = 0.9  # the same, of a line that no element calls a headline
BEHIND: Final = re.compile(r"(.{1,300})\s*(?:[|•·—–-]|::)\s+([^|•·—–:]{2,40})$")
SEPARATOR: Final = re.compile(r"\s+[|•·—–-]\s+|\s*[|»]\s*|\s+::\s+")


def find(parts: Sequence[Part], titles: Iterable[str], outlets: Iterable[str]) -> Part | None:
    """The part that says what the markup's title says; else the last `<h1>` above the story."""
    named = [words for words in map(words_of, titles) if words]
    houses = frozenset(map(words_of, outlets))
    first = next((part.number for part in parts if part.kept and len(part.words) > 8), 0)
    able = [part for part in parts if 0 < len(part.words) <= LONGEST and part.words not in houses]
    scored = [(score(part, named, first), part) for part in able]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best and best[0] > NOTHING:
        return best[1]
    return only_heading(able, first)


Score = tuple[int, float, int]
NOTHING: Final[Score] = (0, 0.0, 0)


def score(part: Part, titles: Sequence[Words], first: int) -> Score:
    rank = rank_of(part)
    likeness = max((alike(part.words, title) for title in titles), default=0.0)
    if likeness < (LIKE if rank else BARE):
        return NOTHING
    return rank + 1, round(likeness, 1), -abs(part.number - first)


def rank_of(part: Part) -> int:
    """How sure its element is that it is a headline; a breadcrumb only repeats one."""
    if part.marks & {"menu", "related", "share"}:
        return 0
    if part.tag == "h1":
        return 3
    return 2 if part.tag in HEADINGS else int("headline" in part.marks)


def alike(words: Words, title: Words) -> float:
    """1 for the same words; nearly 1 where the title has the outlet's name behind them."""
    if words == title:
        return 1.0
    if len(words) > 2 and title[: len(words)] == words:
        return 0.95
    left, right = set(words), set(title)
    return len(left & right) / len(left | right)


def only_heading(parts: Sequence[Part], first: int) -> Part | None:
    headings = [p for p in parts if p.tag == "h1" and "menu" not in p.marks and p.linked < 0.9]
    above = [part for part in headings if part.number < first]
    return above[-1] if above else next(iter(headings), None)


def without_outlet(title: str, outlets: Iterable[str]) -> str:
    """“Dam bursts | The Weir” → “Dam bursts”, if the outlet is The Weir."""
    houses = ["".join(words_of(outlet)) for outlet in outlets]
    parts = SEPARATOR.split(title)
    while len(parts) > 1 and is_house(parts[-1], houses):
        title = title[: title.rindex(parts.pop())].rstrip(" |•·—–-»:")
    return title


def outlet_behind(titles: Iterable[str], parts: Sequence[Part], shown: str | None) -> str | None:
    """The Weir, where the browser's title is “Dam bursts – The Weir”.

    What stands behind the separator counts if the rest is a title too, by the markup or on
    the page, or if the page shows The Weir by itself, as a masthead does.
    """
    alone = {part.words for part in parts if not part.kept and len(part.words) <= 6}
    titles = tuple(titles)
    for found in filter(None, map(BEHIND.match, titles)):
        if found.group(1).rstrip() in (shown, *titles) or words_of(found.group(2)) in alone:
            return found.group(2)
    return None


def is_house(text: str, houses: Iterable[str]) -> bool:
    name = "".join(words_of(text))
    return any(name and (name in house or (house and house in name)) for house in houses)
