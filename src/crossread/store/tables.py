"""How a layer lies in its table: columns from the fields of its dataclass, and back again.

| field           | columns                                                     |
|-----------------|-------------------------------------------------------------|
| one `Span`      | `x_start`, `x_stop`                                         |
| several `Spans` | `x`: JSON `[[start, stop], …]`; `x_words`: the words        |
| several strings | `x`: a JSON list                                            |
| anything else   | `x`                                                         |

Before them stand `article`, its id, and `n`, the item's place in its layer.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from crossread.model.codec import LAYERS
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.model.statement import words


@dataclass(frozen=True, slots=True)
class Shape:
    """How one sort of field is laid in columns: their endings, there and back."""

    endings: tuple[str, ...]
    write: Callable[[Any, str], tuple[Any, ...]]  # a value and the article's text
    read: Callable[..., Any]


def write_span(span: Span | None, text: str) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.stop)


def read_span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def write_spans(spans: Spans, text: str) -> tuple[str, str]:
    pairs = [[span.start, span.stop] for span in spans]
    return json.dumps(pairs, separators=(",", ":")), words(text, spans)


def read_spans(pairs: str, _words: str) -> Spans:
    return tuple(Span(*pair) for pair in json.loads(pairs))


ONE = Shape(("_start", "_stop"), write_span, read_span)
SEVERAL = Shape(("", "_words"), write_spans, read_spans)
STRINGS = Shape(
    ("",),
    lambda strings, text: (json.dumps(strings, ensure_ascii=False),),
    lambda strings: tuple(json.loads(strings)),
)
FLAG = Shape(("",), lambda flag, text: (int(flag),), bool)
PLAIN = Shape(("",), lambda value, text: (value,), lambda value: value)


def shape(hint: Any) -> Shape:
    """The shape of a field, by its annotation."""
    if hint in (Span, Span | None):
        return ONE
    if hint == Spans:
        return SEVERAL
    if hint == tuple[str, ...]:
        return STRINGS
    return FLAG if hint is bool else PLAIN


class Table:
    """One layer's table: its columns, and items to rows and back."""

    def __init__(self, layer: str, kind: type[Any]) -> None:
        hints = get_type_hints(kind)
        self.layer = layer
        self.kind = kind
        self.shapes = {field.name: shape(hints[field.name]) for field in fields(kind)}
        laid = [name + end for name, form in self.shapes.items() for end in form.endings]
        self.columns = ("article", "n", *laid)

    def rows(self, reading: Reading) -> list[tuple[Any, ...]]:
        items = enumerate(getattr(reading, self.layer))
        return [(reading.article.id, n, *self.values(item, reading.text)) for n, item in items]

    def values(self, item: Any, text: str) -> Iterator[Any]:
        for name, laid in self.shapes.items():
            yield from laid.write(getattr(item, name), text)

    def item(self, row: tuple[Any, ...]) -> Any:
        """The item of a row, whose `article` and `n` were left out."""
        values, place = {}, 0
        for name, laid in self.shapes.items():
            values[name] = laid.read(*row[place : place + len(laid.endings)])
            place += len(laid.endings)
        return self.kind(**values)

    def query(self) -> str:
        """The items of one article, in order."""
        columns = ", ".join(f'"{name}"' for name in self.columns[2:])
        return f"SELECT {columns} FROM {self.layer} WHERE article = ? ORDER BY n"


TABLES: dict[str, Table] = {
    layer: Table(layer, kind) for layer, kind in {**LAYERS, "sentences": Span}.items()
}
