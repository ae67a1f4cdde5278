"""What the visible masthead says: title, byline and dates, from blocks that are labelled.

Nothing is read from inside the story: only from blocks of the kinds title, byline, dateline.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.languages.bylines import byline_names, not_names
from crossread.languages.dates import VisibleDate, leading_date, visible_date, visible_dates
from crossread.model.block import Block, BlockKind

__all__ = ["Masthead", "byline_names", "masthead", "visible_date", "visible_dates"]

RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r"\s*[|/•·»,–—]\s*|\s{2,}")
SUBJECT = re.compile(r"(?:subject|тема)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a page says of itself where a reader can see it; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def masthead(text: str, blocks: Iterable[Block]) -> Masthead:
    """The masthead of a page whose blocks are labelled."""
    blocks = tuple(blocks)
    title = next(of_kind(text, blocks, "title"), None)
    head = blocks[: next((i for i, b in enumerate(blocks) if b.kind == "paragraph"), None)]
    signed = [*of_kind(text, head, "byline")] or [*of_kind(text, blocks, "byline")]
    names = [name for line in signed for name in byline_names(line)]
    # What stands above the title is often the date of the day on which the page was saved.
    at = next((i for i, block in enumerate(blocks) if block.kind == "title"), 0)
    lines = [*of_kind(text, blocks[at:], "dateline"), *of_kind(text, blocks[:at], "dateline")]
    dates = [date for line in lines for date in dates_of(line)]
    return Masthead(
        title=SUBJECT.sub("", title, count=1) if title else None,
        outlet=outlet(text, blocks),
        authors=tuple(dict.fromkeys(names)),
        published=published(dates),
        modified=next((date.value for date in dates if date.says == "modified"), None),
    )


def outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """The name that stands above the title and again in the notice of copyright below.

    “The Ellery Observer … © 2019 The Ellery Observer. All rights reserved.”
    """
    kinds = [block.kind for block in blocks]
    if "title" not in kinds:
        return None
    lines = (block.span.of(text)[:300] for block in blocks if block.kind == "boilerplate")
    notices = " ".join(line for line in lines if RIGHTS.search(line))
    above = [block.span.of(text)[:100] for block in blocks[: kinds.index("title")]]
    for line in above if notices else ():
        for name in [] if RIGHTS.search(line) else BETWEEN_NAMES.split(line):
            again = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            if is_outlet(name) and again.search(notices):
                return name
    return None


def is_outlet(name: str) -> bool:
    words = name.split()
    plain = {word.lower() for word in words}
    return 1 < len(words) <= 5 and name[0].isupper() and not plain <= not_names()


def of_kind(text: str, blocks: Iterable[Block], kind: BlockKind) -> Iterator[str]:
    return (" ".join(b.span.of(text).split()) for b in blocks if b.kind == kind)


def dates_of(line: str) -> tuple[VisibleDate, ...]:
    found = visible_dates(line)
    head = None if found else leading_date(line)
    return (head,) if head else found


def published(dates: list[VisibleDate]) -> str | None:
    """The date that is said to be of publication, else the first that says nothing."""
    said = [date.value for date in dates if date.says == "published"]
    bare = [date.value for date in dates if date.says == ""]
    return next((value for value in said + bare if value), None)
