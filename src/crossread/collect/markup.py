"""What the markup of a page states: title, outlet, authors, dates, language, address.

Each field is a list of readers in order of trust; the first that finds something decides.
JSON-LD comes first, since it says what kind of thing a name is; then OpenGraph and other
`<meta>`; then microdata. Nothing is taken from the words of the story.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml import html

from crossread.collect import linked
from crossread.collect.stamp import stamp

SAVED: Final = re.compile(rb"saved from url=\(\d+\)\s*(https?://[^\s>]{3,2000})", re.I)
SPACE: Final = re.compile(r"\s+")
HOST: Final = re.compile(r"\.[a-z]{2,12}$", re.I)
LOCALE: Final = re.compile(r"^\s*([a-z]{2})(?:[-_][a-z0-9]{2,8})*\s*$", re.I)

TITLES: Final = """og:title twitter:title dc.title dcterms.title sailthru.title parsely-title
    title""".split()
OUTLETS: Final = """og:site_name application-name dc.publisher publisher
    apple-mobile-web-app-title""".split()
AUTHORS: Final = """author article:author og:article:author dc.creator dcterms.creator
    parsely-author sailthru.author byl byline citation_author dc.contributor authors""".split()
PUBLISHED: Final = """article:published_time og:published_time og:article:published_time
    datepublished date.published publishdate publish-date publish_date pubdate published
    parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.created dcterms.created
    dc.date dcterms.date article.published article:published displaydate publication_date
    citation_publication_date originalpublicationdate rnews:datepublished
    cxenseparse:recs:publishtime bt:pubdate date_published created ptime pdate date""".split()
MODIFIED: Final = """article:modified_time og:updated_time og:article:modified_time datemodified
    dcterms.modified dc.date.modified lastmod last-modified last_modified article.updated
    article:modified rnews:datemodified utime revision_date modified updated""".split()
URLS: Final = "og:url twitter:url parsely-link".split()


@dataclass(frozen=True, slots=True)
class Source:
    """The parts of a page that state things about it."""

    root: html.HtmlElement
    head: bytes  # its first bytes, for what browsers write there
    meta: dict[str, list[str]]  # what each `<meta>` says, by its lower-case name
    items: dict[str, list[html.HtmlElement]]  # elements by `itemprop`
    stories: list[linked.Node]
    known: dict[str, linked.Node]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the markup says; None or empty where it says nothing."""

    titles: tuple[str, ...]  # every form of the title, the best first
    outlet: str | None
    outlets: tuple[str, ...]  # every name of it: none of them is an author's
    authors: tuple[tuple[str, ...], ...]  # by each reader, as they stand there
    published: str | None
    modified: str | None
    language: str | None
    url: str | None


def stated(root: html.HtmlElement, head: bytes = b"") -> Stated:
    """What the markup of a page says of it."""
    source = read(root, head)
    titles = tuple(distinct(title_forms(source)))
    outlets = tuple(name for name in distinct(outlet_names(source)) if name not in titles[:1])
    return Stated(
        titles=titles,
        outlet=well_spelled(outlets),
        outlets=outlets,
        authors=tuple(tuple(distinct(reader(source))) for reader in AUTHOR_READERS),
        published=date_of(source, "datePublished", PUBLISHED),
        modified=date_of(source, "dateModified", MODIFIED),
        language=language(source),
        url=next(addresses(source), None),
    )


def read(root: html.HtmlElement, head: bytes) -> Source:
    meta: dict[str, list[str]] = {}
    items: dict[str, list[html.HtmlElement]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := squeeze(element.get("content", "")):
            for key in name.lower().split() or ():
                meta.setdefault(key, []).append(content)
    for element in root.iterfind(".//*[@itemprop]"):
        for key in element.get("itemprop", "").lower().split():
            items.setdefault(key, []).append(element)
    found = linked.nodes(root)
    return Source(root, head, meta, items, linked.stories(found), linked.by_id(found))


def squeeze(text: str) -> str:
    return SPACE.sub(" ", text[:2_000]).strip()


def distinct(values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in map(squeeze, values):
        if value and value not in seen:
            seen.add(value)
            yield value


Reader = Callable[[Source], Iterable[str]]


def from_meta(source: Source, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from source.meta.get(name, ())


def from_stories(source: Source, key: str) -> Iterator[str]:
    for node in source.stories[:1]:
        yield from linked.texts(node.get(key))


def from_items(source: Source, name: str) -> Iterator[str]:
    """Microdata: the machine's form where there is one, else the words."""
    for element in source.items.get(name.lower(), ())[:20]:
        value = element.get("content") or element.get("datetime") or words(element)
        if value:
            yield value


def words(element: html.HtmlElement) -> str:
    return squeeze(" ".join(element.itertext()))


def title_forms(source: Source) -> Iterator[str]:
    yield from from_stories(source, "headline")
    yield from from_meta(source, TITLES)
    yield from islice(from_items(source, "headline"), 1)  # others are of other stories
    for element in source.root.iterfind("./head/title"):
        yield words(element)


def outlet_names(source: Source) -> Iterator[str]:
    """The site before the publisher: of agency copy the publisher is the agency."""
    for name in source.meta.get("og:site_name", ()):
        yield bare(name)
    for node in source.stories[:1]:
        yield from map(bare, linked.organisations(node.get("publisher"), source.known))
    yield from map(bare, from_meta(source, OUTLETS[1:]))
    for node in source.known.values():
        if linked.is_a(node, OUTLET):
            yield from map(bare, linked.texts(node.get("name")))


OUTLET: Final = re.compile(r"(NewsMediaOrganization|^WebSite|^Newspaper)$")


def well_spelled(outlets: tuple[str, ...]) -> str | None:
    """The first name; if a machine wrote it, as “exampletoday.com”, then “Example Today”."""
    first = next(iter(outlets), None)
    if first is None or " " in first or not (HOST.search(first) or first.islower()):
        return first
    stem = letters(HOST.sub("", first))
    alike = (name for name in outlets[1:] if stem in letters(name) and not name.islower())
    return next(alike, first)


def letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


def bare(name: str) -> str:
    """An address becomes its host, and “@example” example."""
    host = urlsplit(name).hostname if is_web(name) else None
    return host.removeprefix("www.") if host else name.lstrip("@")


def linked_authors(source: Source) -> Iterator[str]:
    for node in source.stories[:1]:
        for key in ("author", "creator"):
            yield from linked.people(node.get(key), source.known)


def meta_authors(source: Source) -> Iterator[str]:
    """The first `<meta>` that names someone; an address of a profile is no name."""
    for name in AUTHORS:
        if found := [text for text in source.meta.get(name, ()) if not is_address(text)]:
            yield from found
            return


def item_authors(source: Source) -> Iterator[str]:
    """Microdata: `itemprop=author`, or within it `itemprop=name`; not of a comment."""
    for element in source.items.get("author", ())[:20]:
        kinds = (above.get("itemtype", "").lower() for above in element.iterancestors())
        if any("comment" in kind for kind in kinds):
            continue
        for name in element.xpath(".//*[@itemprop='name']") or [element]:
            yield element.get("content") or name.get("content") or words(name)


AUTHOR_READERS: tuple[Reader, ...] = (linked_authors, meta_authors, item_authors)


def is_address(text: str) -> bool:
    return "://" in text or text.startswith(("www.", "/", "@"))


def date_of(source: Source, key: str, names: Iterable[str]) -> str | None:
    """The first date that can be read; of two that name one moment the more exact."""
    places = (from_stories(source, key), from_meta(source, names), from_items(source, key))
    found = [date for place in places for text in place if (date := stamp(text))]
    if not found:
        return None
    same_day = [date for date in found if date.startswith(found[0][:10])]
    return found[0] if len(found[0]) > len("2031-05-04") else max(same_day, key=len)


def language(source: Source) -> str | None:
    stated_by = (
        source.root.get("lang"),
        source.root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *(body.get("lang") for body in source.root.iterfind("./body")),
        *from_stories(source, "inLanguage"),
        *from_meta(source, ("og:locale", "language", "content-language", "dc.language")),
    )
    codes = (LOCALE.match(text) for text in stated_by if text)
    return next((code.group(1).lower() for code in codes if code), None)


def addresses(source: Source) -> Iterator[str]:
    """Where the page stood: as it says itself, else as the browser wrote when saving it."""
    hrefs = [
        element.get("href", "")
        for element in source.root.iter("link")
        if "canonical" in element.get("rel", "").lower().split()
    ]
    saved = SAVED.search(source.head)
    for text in (
        *hrefs,
        *from_meta(source, URLS),
        *from_stories(source, "url"),
        *([saved.group(1).decode("ascii", "replace")] if saved else ()),
    ):
        if is_web(text.strip()):
            yield text.strip()


def is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
