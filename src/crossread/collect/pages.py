"""A page of HTML → an `Article`: its visible text, what part each stretch plays, who and when."""

import logging
from typing import Final

import trafilatura
from lxml import html

from crossread.collect import align, body, headline, markup
from crossread.collect.article import make
from crossread.collect.dom import tree
from crossread.collect.masthead import Masthead, masthead, visible_dates
from crossread.collect.names import cleaned
from crossread.collect.parts import parts
from crossread.collect.visible import Visible, visible
from crossread.errors import InputError
from crossread.languages.bylines import behind_label, byline_names
from crossread.languages.identify import identify
from crossread.model.article import Article
from crossread.model.block import STORY, Block

MEDIA: Final = "text/html"
HEAD: Final = 8192
# The library reads 75 pages a second, but takes minutes for a page as large as a phone book.
MOST_ELEMENTS: Final = 50_000
MOST_TEXT: Final = 2_000_000  # characters
LONG_TEXT: Final = 400  # characters of story, which tell its language better than its markup
EMPTY: Final = (
    "the page shows no words; if scripts draw it, open it in a browser and save it from there"
)

# The library warns of every page without a story; here such a page has no paragraph.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def page(data: bytes, *, file: str | None, url: str | None = None) -> Article:
    """The article of one HTML page. Raises InputError if there is nothing to read."""
    name = file or url or "page"
    root = tree(data, file=name)
    seen = visible(root, file=name)
    if not seen.stretches:
        raise InputError(name, EMPTY)
    stated = markup.stated(root, data[:HEAD])
    layout = blocks(root, seen, stated)
    shown = masthead(seen.text, layout)
    return make(
        seen.text,
        title=title(stated, shown),
        url=stated.url or url,
        outlet=stated.outlet,
        authors=cleaned(stated.authors or shown.authors, stated.outlets),
        published=stated.published or shown.published,
        modified=stated.modified or shown.modified,
        language=language(seen.text, layout, stated),
        file=file,
        media_type=MEDIA,
        layout=layout,
    )


def blocks(root: html.HtmlElement, seen: Visible, stated: markup.Stated) -> tuple[Block, ...]:
    """Each stretch with the part that it plays."""
    texts = [stretch.span.of(seen.text) for stretch in seen.stretches]
    found = parts(seen, align.kept(texts, story_by_library(root, seen)))
    shown = headline.find(found, stated.titles, stated.outlets)
    titles = frozenset(map(align.words_of, stated.titles))
    known = body.Known(
        headline=shown,
        titles=titles | {shown.words} if shown else titles,
        dated=lambda line: bool(visible_dates(line)),
        signed=is_signed,
        links=body.is_linked(found),
    )
    return tuple(
        Block(stretch.span, kind, stretch.xpath, rule)
        for stretch, (kind, rule) in zip(seen.stretches, body.kinds(found, known), strict=True)
    )


def story_by_library(root: html.HtmlElement, seen: Visible) -> str:
    """The story as trafilatura tells it; nothing for a page too large for it."""
    if seen.elements > MOST_ELEMENTS or len(seen.text) > MOST_TEXT:
        return ""
    document = trafilatura.bare_extraction(root, fast=True, include_comments=False)
    return str(getattr(document, "text", None) or "")


def is_signed(line: str) -> bool:
    return behind_label(line) is not None and bool(byline_names(line))


def title(stated: markup.Stated, shown: Masthead) -> str | None:
    """As the page shows it, since markup adds the outlet or words for search engines."""
    first = next(iter(stated.titles), None)
    return shown.title or (headline.without_outlet(first, stated.outlets) if first else None)


def language(text: str, layout: tuple[Block, ...], stated: markup.Stated) -> str | None:
    """The language of the story; what the markup says counts where there is little story."""
    story = "\n".join(block.span.of(text) for block in layout if block.kind in STORY)
    if stated.language and len(story) < LONG_TEXT:
        return stated.language
    return identify(story) or stated.language
