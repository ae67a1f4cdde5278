"""Block: a stretch of the page, and what part it plays there."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span

BlockKind = Literal[
    "title", "byline", "dateline", "heading", "paragraph", "caption", "aside", "boilerplate"
]

# The blocks that tell the story; who said what is looked for in these alone.
STORY: frozenset[BlockKind] = frozenset({"title", "heading", "paragraph", "caption"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page between two breaks.

    - `title`       the headline
    - `byline`      who wrote it
    - `dateline`    when it was published or changed, and where it was written
    - `heading`     a headline inside the story
    - `paragraph`   the story itself
    - `caption`     words under a picture
    - `aside`       a box beside the story that an editor wrote for it
    - `boilerplate` page furniture: menus, counters, subscribe lines, comment rules

    Blocks stand in the order of the text and never overlap.
    """

    span: Span
    kind: BlockKind
    xpath: str | None = None  # the element in the saved page; None where there is no markup
    rule: str = ""
