"""Article: one page as it was collected."""

from dataclasses import dataclass, field

from crossread.model.block import Block


@dataclass(frozen=True, slots=True)
class Article:
    """One page as collected. The text is never changed; blocks say what is furniture.

    A field that the page does not state is None, never guessed. Dates are ISO 8601 and
    as exact as the page: "2022-01-10", "2022-01-10T13:42" or "2022-01-10T13:42+06:00".
    """

    id: str  # hash of content: see `crossread.collect.article.make`
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None  # ISO 639-1
    file: str | None = None  # where it was read from
    media_type: str | None = None
    collected: str | None = None
    # What the markup, or the lines, of the page say of its parts. A reading keeps its own
    # `blocks`, so this is not kept with it.
    layout: tuple[Block, ...] = field(default=(), compare=False, repr=False)
