"""Bytes of a page → a tree of elements. Bounded: what no browser would show is refused."""

import codecs
import re
from itertools import islice

from lxml import etree, html

from crossread.collect.decode import MARKS, binary, is_utf8, one_byte, wide
from crossread.errors import InputError

# libxml2 stops, and drops what follows, at this depth; browsers stop at 512.
MAX_DEPTH = 2048
# libxml2 compares each attribute of a tag with all others: 100,000 take eight seconds.
MAX_ATTRIBUTES = 2000

HEAD = 4096  # a declaration of the encoding stands within the first bytes
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""", re.I)
XML_ENCODING = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_.-]{2,40})""", re.I
)
# Python also calls base64, rot13 or idna an encoding; a page may declare only these.
ALLOWED = re.compile(
    r"(utf-?8|windows|cp\d|iso-?\d|iso8859|latin|koi8|mac|gb|big5|shift|euc|us-)", re.I
)
LATIN = frozenset({"iso8859-1", "ascii"})  # browsers read both as windows-1252
BRACKETS = re.compile(rb"[<>]")
NOISE = re.compile(r"[\x00-\x08\x0e-\x1f]")  # signs that no page shows
SAMPLE = 100_000  # characters in which they are counted
MOST_NOISE = 0.05  # more of them are no damage to a page: it is no page
PIECES = 500  # stretches of a page that tell its encoding
LONG_TAG = re.compile(rb"<[a-zA-Z][^>]{8000,}")
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def tree(data: bytes, *, file: str) -> html.HtmlElement:
    """The page as elements, without comments. Raises InputError if it cannot be one."""
    if what := binary(data):
        raise InputError(file, f"{what}, not a page")
    refuse_endless_tags(data, file=file)
    # Bytes, not str: lxml takes a str only without surrogates and without a declaration.
    text = page_text(data)
    if len(NOISE.findall(text, 0, SAMPLE)) > MOST_NOISE * len(text[:SAMPLE]):
        raise InputError(file, "is binary data, not a page; save the page again")
    source = text.encode("utf-8", "replace")
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root: html.HtmlElement | None = etree.fromstring(source, parser)
    except etree.LxmlError as error:
        raise InputError(file, f"not a page that can be read ({error}); save it again") from error
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise InputError(
            file,
            f"its elements are nested more than {MAX_DEPTH:,} deep, which no browser shows; "
            "save the page again from a browser",
        )
    if root is None:
        raise InputError(file, "the page is empty; save it again")
    return root


def refuse_endless_tags(data: bytes, *, file: str) -> None:
    for tag in LONG_TAG.finditer(data):
        count = len(QUOTED.sub(b"", tag.group()).split())
        if count > MAX_ATTRIBUTES:
            raise InputError(file, f"one of its tags has {count:,} attributes; save it again")


def page_text(data: bytes) -> str:
    """The page decoded: what cannot be decoded becomes U+FFFD."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """UTF-8 if it is that, whatever it says; else what it says; else what its letters say.

    A page that was saved anew is often UTF-8 and still declares what it was before. Bytes
    beyond ASCII that happen to be UTF-8 are all but never anything else.
    """
    declared = declared_encoding(data)
    if data.isascii():
        return wide(data) or declared or "utf-8"
    if is_utf8(data):
        return "utf-8"
    if declared not in (None, "utf-8"):
        return str(declared)
    # Only words that hold letters beyond ASCII tell, and a page may begin with tags alone.
    telling = (piece for piece in BRACKETS.split(data) if not piece.isascii())
    return wide(data) or one_byte(b" ".join(islice(telling, PIECES)))


def declared_encoding(data: bytes) -> str | None:
    head = data[:HEAD]
    found = XML_ENCODING.search(head) or CHARSET.search(head)
    name = found.group(1).decode("ascii") if found else ""
    if not ALLOWED.match(name):
        return None
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if encoding in LATIN else encoding
