"""Finds quotations: marks, their pairs, where they end, and whether they are speech.

The order of work: `marks` finds the marks of each paragraph, `pairing` pairs them, `ending`
ends those that have no closing mark, `scare` tells names and distance from speech.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from crossread.languages.language import LANGUAGES, Language
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.quotations import scare
from crossread.stages.quotations.ending import Draft, Paragraph, drafts
from crossread.stages.quotations.marks import marks
from crossread.stages.quotations.pairing import paired

__all__ = ["Quotations"]

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
REACH = 250  # characters of the sentence that are looked at on either side of a quotation


class Quotations:
    """The stage: every pair of quotation marks in the story, in order, outer ones first."""

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences")
    gives: ClassVar[str] = "quotations"

    def __init__(self, languages: Iterable[Language] = LANGUAGES.values()) -> None:
        known = tuple(languages)
        self.clipped = frozenset(word for one in known for word in one.words("clipped"))
        self.kinds = {
            word: kind for one in known for word, kind in one.pairs("quotation-cues").items()
        }
        self.cues = frozenset(word for word, kind in self.kinds.items() if kind == "after")

    def __call__(self, reading: Reading) -> Iterator[Quotation]:
        text = reading.text
        parts = [
            Paragraph(span, paired(text, span, tuple(marks(text, span, self.clipped)), self.cues))
            for span in paragraphs(reading)
        ]
        found = [draft for draft in drafts(text, parts, self.cues) if draft.inner.trimmed(text)]
        starts = [sentence.start for sentence in reading.sentences]
        for draft, depth in with_depth(found):
            sentence = around(draft.span, reading.sentences, starts)
            yield Quotation(
                span=draft.span,
                inner=draft.inner,
                depth=depth,
                scare=not draft.continues and self.scare(text, draft, sentence),
                continues=draft.continues,
                rule=draft.rule,
            )

    def scare(self, text: str, draft: Draft, sentence: Span) -> bool:
        inner, span = (
            text[draft.inner.start : min(draft.inner.stop, draft.inner.start + REACH)],
            draft.span,
        )
        words = tuple(scare.WORD.findall(inner)[: scare.LONGEST_NAME + 1])
        if len(words) > scare.LONGEST_NAME:
            return False
        before = text[max(sentence.start, span.start - REACH) : span.start]
        after = text[span.stop : min(max(sentence.stop, span.stop), span.stop + REACH)]
        return scare.is_scare(
            scare.Short(words, inner, before, after, text[span.start], self.kinds)
        )


def paragraphs(reading: Reading) -> Iterator[Span]:
    """The story's paragraphs: its blocks, parted also where a line is empty."""
    for block in reading.story:
        start = block.start
        for gap in PARAGRAPH.finditer(reading.text, block.start, block.stop):
            yield Span(start, gap.start()).trimmed(reading.text)
            start = gap.end()
        yield Span(start, block.stop).trimmed(reading.text)


def with_depth(found: Iterable[Draft]) -> Iterator[tuple[Draft, int]]:
    """Each quotation with the number of quotations that it stands in."""
    outer: list[Span] = []
    for draft in sorted(found, key=lambda one: (one.span.start, -one.span.stop)):
        while outer and outer[-1].stop <= draft.span.start:
            outer.pop()
        yield draft, len(outer)
        outer.append(draft.span)


def around(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> Span:
    """From the start of the first to the end of the last sentence that holds a quotation."""
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, max(span.start, span.stop - 1)) - 1
    if first < 0:
        return span
    return Span(sentences[first].start, max(span.stop, sentences[last].stop))
