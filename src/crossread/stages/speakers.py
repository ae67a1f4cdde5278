"""Speakers: which entity the source of an attribution is. Unknown is an answer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.stages.source import Source


class Speakers:
    """The stage: each attribution again, with its speaker where that is sure.

    Who speaks is the mention at the head of the source: of “the lawyer of Ilan Dovar” the lawyer.
    Of two who speak together neither is the speaker, nor is anyone of what is not likely to be a
    report at all (a score below `sources.SURE`).
    """

    needs: ClassVar[tuple[str, ...]] = ("attributions", "mentions", "entities")
    gives: ClassVar[str] = "attributions"

    def __call__(self, reading: Reading) -> Iterator[Attribution]:
        tables = language(reading.article.language)
        ordered = sorted(reading.mentions, key=lambda one: (one.span.start, -one.span.stop))
        for item in reading.attributions:
            head = Source(item, reading.text, tables).head(ordered)
            yield replace(item, speaker=head.entity if head else None)
