"""From the paths that a user names to documents, one an article, and from each to its `Article`.

Walking is cheap and lazy, so that it can run beside the reading of what it has found; what
cannot be read is not raised but yielded, so that the rest goes on.
"""

import gzip
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from crossread.collect import tables
from crossread.collect.decode import binary, decode
from crossread.collect.pages import page
from crossread.collect.plain import plain
from crossread.errors import InputError
from crossread.model.article import Article

Media = Literal["page", "text", "row"]

PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TABLES = frozenset(tables.READERS)
# What lies beside articles in folders of saved pages, and is none.
BESIDE = """.css .js .mjs .map .json5 .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff
    .woff .woff2 .ttf .otf .eot .mp3 .mp4 .m4a .ogg .wav .webm .avi .mov .m3u8 .py .pyc .log .lock
    .crossread .crossread-wal .crossread-shm .db .sqlite .tmp .part .crdownload .download"""
# What may hold articles, but cannot be read.
UNREAD: dict[str, str] = {
    ".mhtml": "is a web archive (MHTML); save the page as “Web page, HTML only”",
    ".mht": "is a web archive (MHTML); save the page as “Web page, HTML only”",
    ".webarchive": "is a Safari web archive; save the page as “Page source”",
    ".warc": "is a WARC archive, which Crossread does not read yet; save its pages as HTML",
}
ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
FETCHES_NOTHING = "Crossread fetches nothing; save each page in your browser and give the files"
HEAD = 4096  # bytes that are looked at to tell what a file is
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A small unit of work: a file, or one row of a table, that holds one article."""

    file: str
    media: Media
    place: str | None = None  # “row 17”
    row: tables.Row = ()


def documents(paths: Sequence[str | Path]) -> Iterator[Document | InputError]:
    """Every document of these files and folders, in a stable order; nothing twice."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if ADDRESS.match(str(path)):
            yield InputError(str(path), f"is an address: {FETCHES_NOTHING}")
        else:
            yield from walk(Path(path), seen, named=True)


def walk(
    path: Path, seen: set[tuple[int, int]], *, named: bool = False
) -> Iterator[Document | InputError]:
    """One path; `named` if the user gave it, so that nothing about it is passed over."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield InputError(str(path), reason(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        if mark(status) not in seen:  # a link may lead back to a folder above
            seen.add(mark(status))
            yield from folder(path, seen)
    elif not stat.S_ISREG(status.st_mode):
        yield InputError(str(path), "is not a file or folder but a device, pipe or socket")
    elif mark(status) not in seen:
        seen.add(mark(status))
        if named or ending(path) not in BESIDE.split():
            yield from file(path, empty=status.st_size == 0)


def mark(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def reason(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link to nothing" if path.is_symlink() else "is not there; check the name"
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions or leave it out"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def folder(path: Path, seen: set[tuple[int, int]]) -> Iterator[Document | InputError]:
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield InputError(str(path), reason(path, error))
        return
    pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGES}
    for name in names:
        # Browsers keep the pictures and scripts of “Page.html” in a folder “Page_files”.
        if not name.startswith(".") and not (name.endswith("_files") and name[:-6] in pages):
            yield from walk(path / name, seen)


def ending(path: Path) -> str:
    """The extension, of what is inside for a compressed file."""
    plain_name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain_name.suffix.lower()


def file(path: Path, *, empty: bool) -> Iterator[Document | InputError]:
    name, kind = str(path), ending(path)
    if empty:
        yield InputError(name, "is empty")
    elif kind in UNREAD:
        yield InputError(name, UNREAD[kind])
    elif kind in TABLES:
        for row in tables.rows(path):
            yield row if isinstance(row, InputError) else Document(name, "row", *row)
    else:
        try:
            media = look(path)
        except (OSError, EOFError, ValueError) as error:
            yield InputError(
                name, reason(path, error) if isinstance(error, OSError) else str(error)
            )
        else:
            yield Document(name, media)


def look(path: Path) -> Media:
    """Whether a file is a page or a text, by its name and its first bytes."""
    if ending(path) in PAGES:
        return "page"
    head = read(path, HEAD)
    if what := binary(head):
        raise ValueError(f"is {what}, which Crossread does not read; save its words as text")
    return "page" if HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else "text"


def read(path: Path, most: int) -> bytes:
    """Up to so many bytes of a file, unpacked if it is compressed."""
    opened = gzip.open if path.suffix.lower() == ".gz" else open
    with opened(path, "rb") as data:
        return bytes(data.read(most))


def collect(document: Document, *, max_bytes: int) -> Article:
    """The article of a document. Raises InputError: which file, what is wrong, what to do."""
    if document.media == "row":
        return collect_row(document, max_bytes)
    path = Path(document.file)
    try:
        data = read(path, max_bytes + 1)
    except (OSError, EOFError) as error:
        raise InputError(document.file, reason(path, error)) from error
    if len(data) > max_bytes:
        raise InputError(document.file, too_large(max_bytes))
    if not data.strip():
        raise InputError(document.file, "is empty")
    if document.media == "page":
        return page(data, file=document.file)
    return collect_text(document.file, data)


def too_large(most: int) -> str:
    return f"is larger than {most:,} bytes; set CROSSREAD_MAX_BYTES higher to read it"


def collect_text(name: str, data: bytes) -> Article:
    try:
        text = decode(data)
    except ValueError as error:
        raise InputError(name, f"is {error}; save its words as text") from error
    if not text.strip():
        raise InputError(name, "is empty")
    lines = text[:100_000].split()
    if lines and all(ADDRESS.fullmatch(line) for line in lines):
        raise InputError(name, f"is a list of addresses: {FETCHES_NOTHING}")
    return plain(text, file=name)


def collect_row(document: Document, max_bytes: int) -> Article:
    size = sum(len(value.encode("utf-8", "surrogatepass")) for _, value in document.row)
    if size > max_bytes:
        raise InputError(document.file, f"{document.place} {too_large(max_bytes)}")
    return tables.article(document.row, file=document.file)
