"""Wording: how a thing is put. It says what kind of words stand where, and judges nothing.

what stands there   tokens · lexicon: the tables, ready to be looked up
the kinds           marked: scare quotes · labels: what a party is called · phrases: hedges,
                    presumptions, insinuations
of whom             about: the party that it speaks of, where that is clear
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.wording import Wording
from crossread.stages.wording import labels, phrases
from crossread.stages.wording.about import Parties
from crossread.stages.wording.labels import Line
from crossread.stages.wording.lexicon import Lexicon, lexicon
from crossread.stages.wording.marked import Scene, keeps_at_a_distance
from crossread.stages.wording.tokens import Tokens, tokens

__all__ = ["RULES", "Wordings"]

# What finds wording; each says by an example what it finds.
RULES: tuple[Callable[..., object], ...] = (
    keeps_at_a_distance,
    *labels.RULES,
    *phrases.RULES.values(),
)


class Wordings:
    """The stage: every wording of the story, in the order of the text."""

    needs: ClassVar[tuple[str, ...]] = (
        "sentences",
        "quotations",
        "mentions",
        "entities",
        "attributions",
    )
    gives: ClassVar[str] = "wording"

    def __call__(self, reading: Reading) -> tuple[Wording, ...]:
        tables = language(reading.article.language)
        if not tables.rows("hedges"):
            return ()
        sources = {span.start for item in reading.attributions for span in item.source}
        known, parties = lexicon(tables), Parties(reading.mentions, sources)
        named = [(one.span, one.type) for one in reading.mentions if one.form == "name"]
        named.sort()
        found = set(in_marks(reading, known, parties))
        for sentence in reading.sentences:
            words = tokens(reading.text, sentence)
            found.update(of_phrases(words, known, parties))
            found.update(of_labels(Line(words, known, places(words, named)), parties))
        return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.stop, one.kind)))


def in_marks(reading: Reading, known: Lexicon, parties: Parties) -> Iterator[Wording]:
    for quote in Scene(reading, known).scare_quotes():
        of = parties.of_marks(quote.span, quote.inner)
        yield Wording(quote.span, "scare-quote", of, keeps_at_a_distance.__name__)


def of_phrases(words: Tokens, known: Lexicon, parties: Parties) -> Iterator[Wording]:
    for one in phrases.phrases(words, known):
        of = parties.of_phrase(words, one.first, one.last)
        yield Wording(words.span(one.first, one.last), one.kind, of, one.rule)


def of_labels(line: Line, parties: Parties) -> Iterator[Wording]:
    for one in labels.labels(line):
        span, head = line.tokens.span(one.first, one.last), line.tokens.span(one.head, one.head + 1)
        one_party = not line.several(one.head)
        of = parties.of_label(span, head, line.tokens.text, one_party=one_party)
        yield Wording(span, "label", of, one.rule)


def places(words: Tokens, named: Sequence[tuple[Span, str]]) -> dict[int, str]:
    """The tokens of a sentence that are in names, each with the type of the outer name."""
    found = dict[int, str]()
    if not len(words):
        return found
    place = bisect_left(named, words.starts[0], key=lambda one: one[0].start)
    while place < len(named) and named[place][0].start < words.stops[-1]:
        span, kind = named[place]
        first, last = (bisect_left(words.starts, end) for end in (span.start, span.stop))
        found |= {one: kind for one in range(first, last) if one not in found}
        place += 1
    return found
