"""Making an `Article`: the one place that gives it its id."""

import hashlib
from collections.abc import Sequence

from crossread.model.article import Article
from crossread.model.block import Block

DIGITS = 16  # of the id: 64 bits, so that two of a billion articles meet once in forty cases


def make(  # noqa: PLR0913  every field of an Article, each by its name
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    authors: Sequence[str] = (),
    published: str | None = None,
    modified: str | None = None,
    language: str | None = None,
    file: str | None = None,
    media_type: str | None = None,
    collected: str | None = None,
    layout: Sequence[Block] = (),
) -> Article:
    """An article whose id follows from what it says.

    Where and when it was read do not count, so a page read twice is one article.
    """
    return Article(
        id=identity(text, url, outlet, title, published),
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        authors=tuple(authors),
        published=published,
        modified=modified,
        language=language,
        file=file,
        media_type=media_type,
        collected=collected,
        layout=tuple(layout),
    )


def identity(*parts: str | None) -> str:
    # Half of a surrogate pair can stand in a broken page; UTF-8 alone would refuse it.
    content = "\0".join(part or "" for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:DIGITS]
