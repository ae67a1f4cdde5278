"""Entities: one person or body for all the mentions of one article that are tied together."""

from collections.abc import Iterator
from typing import ClassVar

from crossread.model.entity import Entity, Mention
from crossread.model.reading import Reading


class Entities:
    """The stage: an entity for each id that mentions bear, under its fullest name."""

    needs: ClassVar[tuple[str, ...]] = ("mentions",)
    gives: ClassVar[str] = "entities"

    def __call__(self, reading: Reading) -> Iterator[Entity]:
        groups: dict[str, list[Mention]] = {}
        for mention in reading.mentions:
            if mention.entity:
                groups.setdefault(mention.entity, []).append(mention)
        for entity, mentions in groups.items():
            said = (" ".join(mention.span.of(reading.text).split()) for mention in mentions)
            names = tuple(dict.fromkeys(said))
            name = max(names, key=len)
            kind = mentions[0].type
            yield Entity(entity, name, kind, names=names, reason=reason(name, names))


def reason(name: str, names: tuple[str, ...]) -> str:
    short = [f"“{other}”" for other in names if other != name]
    if not short:
        return f"The article names “{name}”."
    return f"{' and '.join(short)} is of the one full name “{name}” in the article."
