"""How an article lies in the tables `articles` and `texts`, and how it comes back."""

import base64
import json
import zlib
from dataclasses import asdict
from typing import Any

from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.span import Span
from crossread.store.database import Row

COLUMNS = (
    "id", "title", "url", "outlet", "published", "authors", "modified", "language", "media_type",
    "text", "layout", "file", "collected",
)  # fmt: skip

# Two files with the same article: the first by name stands for both, whichever was read first.
ARTICLE = """
    SELECT id, title, url, outlet, published, authors, modified, language, media_type, text, layout,
        (SELECT min(path) FROM files WHERE files.article = articles.id),
        (SELECT min(collected) FROM files WHERE files.article = articles.id)
    FROM articles JOIN texts ON texts.article = articles.id WHERE id = ?"""


def row(article: Article) -> list[str | None]:
    """For the table `articles`."""
    told = [article.id, article.title, article.url, article.outlet, article.published]
    return [*told, *unidentifying(article)]


def unidentifying(article: Article) -> list[str | None]:
    """What does not count for the id, so two pages with the same id can differ in it."""
    authors = json.dumps(article.authors, ensure_ascii=False)
    return [authors, article.modified, article.language, article.media_type]


def packed(layout: tuple[Block, ...]) -> str:
    """Deflated to a tenth: a page of a thousand words can have two hundred blocks."""
    blocks = json.dumps([asdict(block) for block in layout]).encode()
    return base64.b64encode(zlib.compress(blocks)).decode()


def unpacked(layout: str) -> tuple[Block, ...]:
    blocks = json.loads(zlib.decompress(base64.b64decode(layout)))
    return tuple(Block(**{**block, "span": Span(**block["span"])}) for block in blocks)


def article(found: Row) -> Article:
    """From a row of the query ARTICLE."""
    values: dict[str, Any] = dict(zip(COLUMNS, found, strict=True))
    values["authors"] = tuple(json.loads(values["authors"]))
    values["layout"] = unpacked(values["layout"])
    return Article(**values)
