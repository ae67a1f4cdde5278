"""Speakers: which entity the source of an attribution is. Unknown is an answer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from crossread.model.attribution import Attribution
from crossread.model.reading import Reading


class Speakers:
    """The stage: each attribution again, with its speaker where its source bears one name.

    A pronoun or a description (“the minister”) stays unknown.
    """

    needs: ClassVar[tuple[str, ...]] = ("attributions", "mentions", "entities")
    gives: ClassVar[str] = "attributions"

    def __call__(self, reading: Reading) -> Iterator[Attribution]:
        for item in reading.attributions:
            speakers = {
                mention.entity
                for mention in reading.mentions
                if mention.entity and any(part.holds(mention.span) for part in item.source)
            }
            yield replace(item, speaker=speakers.pop()) if len(speakers) == 1 else item
