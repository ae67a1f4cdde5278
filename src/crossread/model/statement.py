"""Statement: one attribution with its words, as a reader sees it in a list."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans

GAP = " … "  # stands for the words between two pieces


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, where: all the words are the page's own."""

    article: str  # the article's id
    attribution: Attribution
    source: str  # "" where none is named
    cue: str
    content: str
    speaker: str | None  # the entity's fullest name; None = unknown
    passage: Span  # the sentences that hold it
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    file: str | None = None
    identity: str | None = None  # the id of whom the speaker is across articles
    known_as: str | None = None  # and the name; None = unknown


def words(text: str, spans: Spans) -> str:
    """The words of several pieces, with a mark where something stands between."""
    return GAP.join(" ".join(span.of(text).split()) for span in spans)


NOBODY = (None, None)


def statements(
    reading: Reading, identified: Mapping[str, tuple[str, str]] | None = None
) -> Iterator[Statement]:
    """The attributions of a reading in order, each with its words.

    `identified` has the id and the name of the identity of each entity.
    """
    article, text, known = reading.article, reading.text, identified or {}
    names = {entity.id: entity.name for entity in reading.entities}
    for item in reading.attributions:
        identity, known_as = known.get(item.speaker or "", NOBODY)
        yield Statement(
            article=article.id,
            attribution=item,
            source=words(text, item.source),
            cue=words(text, item.cue),
            content=words(text, item.content),
            speaker=names.get(item.speaker) if item.speaker else None,
            passage=passage(reading, item),
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            file=article.file,
            identity=identity,
            known_as=known_as,
        )


def passage(reading: Reading, item: Attribution) -> Span:
    """From the start of its first sentence to the end of its last."""
    spans = item.content + item.cue + item.source
    start, stop = min(s.start for s in spans), max(s.stop for s in spans)
    first = bisect_right(reading.sentences, start, key=lambda sentence: sentence.stop)
    last = bisect_left(reading.sentences, stop, key=lambda sentence: sentence.start)
    held = reading.sentences[first:last]
    return Span(min([start, *(s.start for s in held)]), max([stop, *(s.stop for s in held)]))
