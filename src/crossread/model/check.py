"""What holds for every reading, whoever made it; `problems` names what does not."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

from crossread.model.attribution import Attribution
from crossread.model.codec import LAYERS
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans

# Fields that name another item of the same reading, and the layer where it is.
ENTITIES = {
    "attributions": ("speaker",),
    "mentions": ("entity",),
    "ties": ("subject", "object"),
    "events": ("who", "where"),
    "wording": ("of",),
}
ATTRIBUTIONS = {"attributions": ("inside",), "ties": ("claimed_by",), "events": ("claimed_by",)}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a case that cannot be: a fault in Crossread, or a damaged file."""

    article: str
    where: str  # "attributions 3", counted from 0; or a table
    problem: str

    def __str__(self) -> str:
        place = f"article {self.article}, {self.where}" if self.article else self.where
        return f"{place}: {self.problem}"


def problems(reading: Reading) -> Iterator[Problem]:
    """All that is wrong with a reading; nothing, if it is sound."""
    for find in (spans_outside, overlaps, unresolved, repeated_ids, broken_attributions):
        for where, problem in find(reading):
            yield Problem(reading.article.id, where, problem)


Found = Iterator[tuple[str, str]]


def items(reading: Reading) -> Iterator[tuple[str, str, Any]]:
    """Each item with its layer, and where it stands."""
    for layer in LAYERS:
        for number, item in enumerate(getattr(reading, layer)):
            yield layer, f"{layer} {number}", item


def spans_outside(reading: Reading) -> Found:
    """Every span lies in the text."""
    end = len(reading.text)
    for number, sentence in enumerate(reading.sentences):
        if sentence.stop > end:
            yield f"sentences {number}", f"{said(sentence)} lies beyond the text's end, {end}"
    for _, where, item in items(reading):
        for span in spans_of(item):
            if span.stop > end:
                yield where, f"{said(span)} lies beyond the text's end, {end}"


def overlaps(reading: Reading) -> Found:
    """Blocks and sentences stand in the order of the text, and no two share a character."""
    for layer, spans in (
        ("blocks", tuple(block.span for block in reading.blocks)),
        ("sentences", reading.sentences),
    ):
        for number, (one, other) in enumerate(pairwise(spans), 1):
            if one.stop > other.start:
                yield f"{layer} {number}", f"{said(other)} begins before {said(one)} ends"


def unresolved(reading: Reading) -> Found:
    """Every id that an item names is the id of an item."""
    entities = {entity.id for entity in reading.entities}
    attributions = {attribution.id for attribution in reading.attributions}
    for known, references, thing in (
        (entities, ENTITIES, "entity"),
        (attributions, ATTRIBUTIONS, "attribution"),
    ):
        for layer, where, item in items(reading):
            for field in references.get(layer, ()):
                for name in sorted(set(named(getattr(item, field))) - known):
                    yield where, f"its {field} is {name}, but there is no such {thing}"


def repeated_ids(reading: Reading) -> Found:
    for layer in ("attributions", "entities"):
        seen = set[str]()
        for number, item in enumerate(getattr(reading, layer)):
            if item.id in seen:
                yield f"{layer} {number}", f"{item.id} is the id of another, too"
            seen.add(item.id)


def broken_attributions(reading: Reading) -> Found:
    """Something is attributed; pieces are in order; no character plays two roles."""
    for number, item in enumerate(reading.attributions):
        where = f"attributions {number}"
        if not item.content or not all(item.content):
            yield where, "nothing is attributed"
        if item.inside == item.id:
            yield where, "it is said to report itself"
        for role in ("content", "cue", "source", "venue"):
            pieces: Spans = getattr(item, role)
            if any(one.stop > other.start for one, other in pairwise(pieces)):
                yield where, f"the pieces of its {role} are out of order"
        for one, other in pairwise(sorted(roles(item))):
            if one.meets(other):
                yield where, f"{said(one)} and {said(other)} play two roles"


def roles(item: Attribution) -> Spans:
    return item.content + item.cue + item.source


def spans_of(item: object) -> Iterator[Span]:
    for field in fields(item):  # type: ignore[arg-type]
        value = getattr(item, field.name)
        parts = value if isinstance(value, tuple) else (value,)
        yield from (part for part in parts if isinstance(part, Span))


def named(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def said(span: Span) -> str:
    return f"{span.start} to {span.stop}"
