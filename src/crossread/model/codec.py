"""To and from JSON, versioned: the only place that knows that shape.

The shape is `parse.schema.json`, beside this file. Spans are `[start, stop]`, code points of
`article.text`. What a reader of the JSON can tell from the rest is not written twice.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from crossread.errors import InputError
from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.entity import Entity, Mention
from crossread.model.facts import Event, Figure, Tie, TimeExpression
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.wording import Wording

VERSION = 1

Item = TypeVar("Item")

LAYERS: dict[str, type[Any]] = {
    "blocks": Block,
    "attributions": Attribution,
    "mentions": Mention,
    "entities": Entity,
    "times": TimeExpression,
    "figures": Figure,
    "ties": Tie,
    "events": Event,
    "wording": Wording,
    "quotations": Quotation,
}

# Fields of one Span, of one Span or None, and of several.
ONE = frozenset({"span", "inner", "trigger"})
MAYBE = frozenset({"counted", "verb"})
SEVERAL = {(Attribution, name) for name in ("content", "cue", "source", "venue")} | {
    (Event, "figures")
}


def encode(reading: Reading) -> dict[str, Any]:
    """A reading as plain JSON values: one line of `crossread parse`."""
    record: dict[str, Any] = {
        "version": VERSION,
        "file": reading.article.file,
        "article": encode_article(reading.article),
    }
    for layer in LAYERS:
        record[layer] = [encode_item(item) for item in getattr(reading, layer)]
    record["sentences"] = [[span.start, span.stop] for span in reading.sentences]
    return record


def encode_article(article: Article) -> dict[str, Any]:
    values = {f.name: getattr(article, f.name) for f in fields(Article)}
    del values["layout"], values["file"]
    values["authors"] = list(article.authors)
    return values


def encode_item(item: object) -> dict[str, Any]:
    return {f.name: plain(getattr(item, f.name)) for f in fields(item)}  # type: ignore[arg-type]


def plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.stop]
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def decode(record: dict[str, Any]) -> Reading:
    """The reading that `encode` wrote. Raises InputError if it is not of this version."""
    found = record.get("version")
    file = str(record.get("file"))
    if found != VERSION:
        raise InputError(file, f"written in format {found}, but this program reads {VERSION}")
    try:
        return Reading(
            article=decode_article(record["article"], file=record.get("file")),
            sentences=tuple(Span(*pair) for pair in record["sentences"]),
            **{
                layer: tuple(decode_item(kind, item) for item in record[layer])
                for layer, kind in LAYERS.items()
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(file, f"not a reading that Crossread wrote ({error})") from error


def decode_article(values: dict[str, Any], *, file: str | None = None) -> Article:
    return Article(**{**values, "authors": tuple(values["authors"]), "file": file})


def decode_item(kind: type[Item], values: dict[str, Any]) -> Item:
    return kind(**{name: field_reader(kind, name)(value) for name, value in values.items()})


def field_reader(kind: type[Any], name: str) -> Callable[[Any], Any]:
    if name in ONE:
        return lambda pair: Span(*pair)
    if name in MAYBE:
        return lambda pair: None if pair is None else Span(*pair)
    if (kind, name) in SEVERAL:
        return lambda pairs: tuple(Span(*pair) for pair in pairs)
    return lambda value: tuple(value) if isinstance(value, list) else value


def to_line(reading: Reading) -> str:
    """One line of JSON, without its newline."""
    return json.dumps(encode(reading), ensure_ascii=False)


def from_line(line: str) -> Reading:
    """The reading of one line. Raises InputError if the line is not one."""
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError("JSON line", f"not JSON ({error})") from error
    if not isinstance(record, dict):
        raise InputError("JSON line", "not a JSON object")
    return decode(record)
