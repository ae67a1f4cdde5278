"""Tables of articles: CSV, TSV, JSON lines and JSON lists, read row by row, in bounded memory.

The columns wished are url, outlet, title, authors, published, text; other names that people use
for them are in COLUMNS. Other columns are left alone.
"""

import csv
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from crossread.collect.article import make
from crossread.collect.decode import SAMPLE, decode, encoding
from crossread.collect.names import cleaned
from crossread.collect.stamp import stamp
from crossread.errors import InputError
from crossread.languages.dates import visible_date
from crossread.languages.identify import identify
from crossread.model.article import Article
from crossread.weights.labels import label
from crossread.weights.runs import divide

Row = tuple[tuple[str, str], ...]

COLUMNS: dict[str, str] = {
    name: column
    for column, names in {
        "text": "text body content article articlebody article_body article_text full_text fulltext"
        " maintext story newbody",
        "title": "title headline heading newstitle",
        "url": "url link address web_url permalink canonical_url newslink",
        "outlet": "outlet source publisher publication site newspaper domain media newssource",
        "authors": "authors author byline by creator writer",
        "published": "published date published_at publishedat publish_date published_date"
        " pub_date pubdate publication_date date_published datepublished date_publish time",
        "modified": "modified updated updated_at date_modified datemodified",
        "language": "language lang",
    }.items()
    for name in names.split()
}
LONGEST_ROW = 30_000_000  # characters; a longer row fails
PIECE = 65_536  # characters read at a time from a JSON list


def rows(path: Path) -> Iterator[tuple[str, Row] | InputError]:
    """Each row with its place (“row 17”); a row that cannot be read as an error value."""
    kind = (path.suffixes[-2:] if path.suffix.lower() == ".gz" else path.suffixes[-1:])[0].lower()
    try:
        with open_table(path) as lines:
            reader = READERS[kind](lines, str(path))
            yield from checked(reader, str(path))
    except (OSError, EOFError, ValueError) as error:
        yield InputError(str(path), f"cannot be read as a table ({error})")


def open_table(path: Path) -> TextIO:
    opened: Any = gzip.open if path.suffix.lower() == ".gz" else open
    with opened(path, "rb") as binary:
        head = binary.read(SAMPLE)
    if b"\0" not in head:  # so that no letter is cut in two
        head = head[: head.rfind(b"\n") + 1] or head
    name, mark = encoding(head)
    if mark and not name.startswith("utf-8"):
        name = name[:6]  # “utf-16”, unlike “utf-16-le”, leaves the mark out
    # What is not of the encoding that the beginning shows is mended field by field.
    return opened(  # type: ignore[no-any-return]
        path,
        "rt",
        encoding="utf-8-sig" if name == "utf-8" else name,
        errors="surrogateescape",
        newline="",
    )


def checked(
    reader: Iterator[tuple[int, Row | str]], file: str
) -> Iterator[tuple[str, Row] | InputError]:
    """Rows that have a text. If the first has no such column, the file is no table of articles."""
    first = True
    for number, row in reader:
        place = f"row {number}"
        if isinstance(row, str):
            yield InputError(file, f"{place} {row}")
        elif "text" in {column for name, _ in row if (column := column_of(name))}:
            told = any(name == "text" for name, _ in known(row))
            wished = tuple((name, value) for name, value in row if column_of(name))
            yield (place, wished) if told else InputError(file, f"{place} has an empty text")
        else:
            # A column may be called anything; the sentence must stay one line.
            columns = " ".join(", ".join(dict.fromkeys(n for n, _ in row)).split()) or "none"
            if first:
                problem = f"has no column named text, only {columns[:300]}; rename the one"
                yield InputError(file, f"{problem} that holds the articles' text")
                return
            yield InputError(file, f"{place} has no text, only {columns[:300]}")
        first = False
    if first:
        yield InputError(file, "holds no rows")


def known(row: Row) -> Iterator[tuple[str, str]]:
    """The columns that are wished, under our names; the first of two that mean the same."""
    seen: dict[str, str] = {}
    for name, value in row:
        column = column_of(name)
        if column and value.strip() and seen.setdefault(column, name) == name:
            yield column, value


def column_of(name: str) -> str | None:
    return COLUMNS.get(name.strip().lower().replace(" ", "_").replace("-", "_"))


def read_csv(lines: TextIO, file: str) -> Iterator[tuple[int, Row | str]]:
    csv.field_size_limit(LONGEST_ROW)
    head = lines.readline(PIECE)
    names = next(csv.reader([head], delimiter=delimiter(head)), [])
    reader = csv.reader(bounded(lines), delimiter=delimiter(head))
    number = 0
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # Most likely a quotation mark that is never closed: what follows would be nonsense.
            yield number, f"cannot be read ({error}); the rows behind it are not read"
            return
        if not any(values):
            continue
        if len(values) > len(names):
            yield number, f"has {len(values)} fields, but the head names {len(names)} columns"
            continue
        yield number, tuple(zip(map(mended, names), map(mended, values), strict=False))


def bounded(lines: TextIO) -> Iterator[str]:
    """Lines of a file, none longer than a row may be; the csv reader refuses what is cut."""
    while line := lines.readline(LONGEST_ROW + 1):
        yield line


def delimiter(head: str) -> str:
    """The sign that parts the columns: the one that gives the most names that we know."""

    def names(sign: str) -> int:
        return len(dict(known(tuple((name.strip(' "\r\n'), "x") for name in head.split(sign)))))

    return max(",\t;|", key=lambda sign: (names(sign), head.count(sign)))


def read_lines(lines: TextIO, file: str) -> Iterator[tuple[int, Row | str]]:
    number = 0
    while line := lines.readline(LONGEST_ROW):
        number += 1
        if not line.endswith("\n") and len(line) == LONGEST_ROW:
            while (rest := lines.readline(PIECE)) and not rest.endswith("\n"):
                pass
            yield number, "is too long"
        elif line.strip():
            yield number, from_json(line)


def from_json(line: str) -> Row | str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    return fields(value)


def fields(value: object) -> Row | str:
    if not isinstance(value, Mapping):
        return "is not a JSON object"
    return tuple(
        (str(name), mended(str(part)))
        for name, parts in value.items()
        for part in (parts if isinstance(parts, list) else [parts])
        if part is not None and not isinstance(part, Mapping | list)
    )


def read_list(lines: TextIO, file: str) -> Iterator[tuple[int, Row | str]]:
    """The objects of a JSON list, one at a time; a single object counts as a list of one."""
    decoder, waiting, number = json.JSONDecoder(), "", 0
    while True:
        piece = lines.read(max(PIECE, len(waiting)))  # doubling, so that long rows stay linear
        waiting = (waiting + piece).lstrip(" \t\r\n,[" if number else " \t\r\n[")
        while waiting and waiting[0] != "]":
            try:
                value, stop = decoder.raw_decode(waiting)
            except (ValueError, RecursionError) as error:
                if piece and len(waiting) < LONGEST_ROW:
                    break
                yield number + 1, f"{fault(waiting, error)}; the rows behind it are not read"
                return
            number += 1
            yield number, fields(value)
            waiting = waiting[stop:].lstrip(" \t\r\n,")
        if not piece or waiting.startswith("]"):
            return


def fault(waiting: str, error: Exception) -> str:
    return "is too long" if len(waiting) >= LONGEST_ROW else f"is not JSON ({error})"


READERS = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".json": read_list,
}


def mended(value: str) -> str:
    """A field that is in another encoding than the beginning of its table."""
    if value.isascii() or not any("\udc80" <= char <= "\udcff" for char in value):
        return value
    data = value.encode("utf-8", "surrogateescape")
    try:
        return decode(data)
    except ValueError:
        return data.decode("utf-8", "replace")


def article(row: Row, *, file: str | None) -> Article:
    """The article of one row. The text is the cell, character for character."""
    values = dict(reversed(list(known(row))))
    text, title = values.get("text", ""), line_of(values.get("title"))
    outlet = line_of(values.get("outlet"))
    authors = [value for name, value in known(row) if name == "authors"]
    language = values.get("language", "").strip().lower()
    return make(
        text,
        title=title,
        url=line_of(values.get("url")),
        outlet=outlet,
        authors=cleaned(authors, [outlet] if outlet else []),
        published=when(values.get("published")),
        modified=when(values.get("modified")),
        language=language[:2] if re.fullmatch(r"[a-z]{2}([-_].*)?", language) else identify(text),
        file=file,
        media_type="text/plain",
        layout=divide(text, label(text, title=title)),
    )


def line_of(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def when(value: str | None) -> str | None:
    """A date as machines write it, else as pages show it; None if it is neither."""
    return (stamp(value) or visible_date(value.strip())) if value else None
