"""A page of HTML → an `Article`: its visible text, what part each stretch plays, who and when."""

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Final

import trafilatura
from lxml import html

from crossread.collect import align, body, headline, markup
from crossread.collect.article import make
from crossread.collect.dom import tree
from crossread.collect.masthead import Masthead, masthead, visible_dates
from crossread.collect.names import cleaned
from crossread.collect.parts import Part, parts
from crossread.collect.stamp import stamp
from crossread.collect.visible import Visible, visible
from crossread.errors import InputError
from crossread.languages.bylines import behind_label, byline_names
from crossread.languages.dates import dates_in, labelled
from crossread.languages.identify import NEIGHBOURS, identify
from crossread.model.article import Article
from crossread.model.block import STORY, Block, BlockKind

MEDIA: Final = "text/html"
HEAD: Final = 8192
# The library reads 75 pages a second, but takes minutes for a page as large as a phone book.
MOST_ELEMENTS: Final = 50_000
MOST_DEPTH: Final = 300
MOST_TEXT: Final = 2_000_000  # characters
IN_ADDRESS: Final = re.compile(r"/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
ZONE: Final = re.compile(r"[+-]\d\d:\d\d$")
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
    if not any(char.isalnum() for char in seen.text):
        raise InputError(name, EMPTY)
    stated = markup.stated(root, data[:HEAD])
    found = parts(seen, align.kept(texts(seen), story_by_library(root, seen)))
    kinds = tuple(body.kinds(found, known(found, stated)))
    layout = tuple(
        Block(stretch.span, kind, stretch.xpath, rule)
        for stretch, (kind, rule) in zip(seen.stretches, kinds, strict=True)
    )
    shown = masthead(seen.text, layout)
    outlet = stated.outlet or headline.outlet_behind(stated.titles, found, shown.title)
    return make(
        seen.text,
        title=title(stated, shown),
        url=stated.url or url,
        outlet=outlet,
        authors=authors(stated, signed(found, kinds), outlet),
        published=published(stated, shown, timed(found, kinds)),
        modified=stated.modified or shown.modified,
        language=language(seen.text, layout, stated),
        file=file,
        media_type=MEDIA,
        layout=layout,
    )


def texts(seen: Visible) -> list[str]:
    return [stretch.span.of(seen.text) for stretch in seen.stretches]


def known(found: tuple[Part, ...], stated: markup.Stated) -> body.Known:
    """What the rules need to know of the page as a whole."""
    shown = headline.find(found, stated.titles, stated.outlets)
    titles = frozenset(map(align.words_of, stated.titles))
    top, end = body.story_ends(found, shown)
    return body.Known(
        headline=shown,
        top=top,
        end=end,
        titles=titles | {shown.words} if shown else titles,
        dated=is_dated,
        signed=is_signed,
        links=body.is_linked(found),
    )


def story_by_library(root: html.HtmlElement, seen: Visible) -> str:
    """The story as trafilatura tells it; nothing for a page too large for it."""
    if seen.elements > MOST_ELEMENTS or len(seen.text) > MOST_TEXT or seen.depth > MOST_DEPTH:
        return ""
    document = trafilatura.bare_extraction(root, fast=True, include_comments=False)
    return str(getattr(document, "text", None) or "")


def is_dated(line: str, marked: bool) -> bool:
    return bool(visible_dates(line) or (marked and dates_in(line)))


def is_signed(line: str, marked: bool) -> bool:
    signed = marked or behind_label(line) is not None
    return signed and bool(byline_names(line, marked=marked))


Kinds = tuple[tuple[BlockKind, str], ...]


def signed(found: tuple[Part, ...], kinds: Kinds) -> Iterator[str]:
    """The lines of the bylines; a date may stand in the next line."""
    for part, (kind, _) in zip(found, kinds, strict=True):
        if kind == "byline":
            yield from part.text.splitlines()


def authors(stated: markup.Stated, lines: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """By the first reader that names a person; some pages state only the outlet."""
    shown = (name for line in lines for name in byline_names(line, marked=True))
    outlets = (*stated.outlets, outlet or "")
    found = (cleaned(entries, outlets) for entries in (*stated.authors, shown))
    return next((names for names in found if names), ())


def timed(found: tuple[Part, ...], kinds: Kinds) -> Iterator[str]:
    """Dates for machines in the datelines, and those that stand among other words."""
    for part, (kind, _) in zip(found, kinds, strict=True):
        if kind not in ("dateline", "byline"):
            continue
        text = part.text[:HEAD]
        dates = tuple(labelled(text, dates_in(text)))
        if part.time and not any(date.says == "modified" for date in dates):
            yield from filter(None, [stamp(part.time)])
        yield from (date.value for date in dates if date.value and date.says in ("", "published"))


def published(stated: markup.Stated, shown: Masthead, others: Iterable[str]) -> str | None:
    """As stated, as shown, or as the page's own address has it: `/2031/05/04/`."""
    dates = tuple(filter(None, (*others, shown.published, dated(stated.url))))
    if stated.published:
        local = (date for date in dates if same_minute(date, stated.published))
        return next(local, stated.published) if is_bare(stated.published) else stated.published
    first = shown.published or next(iter(dates), None)
    # What is written for machines may add the zone, or the seconds.
    return next((date for date in dates if first and date.startswith(first)), first)


def is_bare(date: str) -> bool:
    """A time without its zone: in markup it is often that of Greenwich, on the page it is local."""
    return "T" in date and not ZONE.search(date)


def same_minute(shown: str, stated: str) -> bool:
    """True if two times can be one moment in two zones."""
    return shown[13:16] == stated[13:16] != ""


def dated(url: str | None) -> str | None:
    found = IN_ADDRESS.search(url or "")
    return stamp("-".join(found.groups())) if found else None


def title(stated: markup.Stated, shown: Masthead) -> str | None:
    """As the page shows it, since markup adds the outlet or words for search engines."""
    first = next(iter(stated.titles), None)
    return shown.title or (headline.without_outlet(first, stated.outlets) if first else None)


def language(text: str, layout: tuple[Block, ...], stated: markup.Stated) -> str | None:
    """The language of the story; what the markup says counts where there is little story."""
    story = "\n".join(block.span.of(text) for block in layout if block.kind in STORY)
    told = stated.language
    if told and (len(story) < LONG_TEXT or told not in NEIGHBOURS.split()):
        return told
    return identify(story) or told
