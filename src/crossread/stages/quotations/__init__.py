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
        for draft, outer in with_outer(found):
            near = around(draft.span, reading.sentences, starts)
            yield Quotation(
                span=draft.span,
                inner=draft.inner,
                depth=len(outer),
                scare=not draft.continues and self.scare(text, draft, clipped(near, outer)),
                continues=draft.continues,
                rule=draft.rule,
            )

    def scare(self, text: str, draft: Draft, near: Span) -> bool:
        """True if a short quotation, by the words near it, is no speech."""
        inner, span = draft.inner, draft.span
        quoted = text[inner.start : min(inner.stop, inner.start + REACH)]
        words = tuple(scare.WORD.findall(quoted)[: scare.LONGEST_NAME + 1])
        if len(words) > scare.LONGEST_NAME:
            return False
        before = text[max(near.start, span.start - REACH) : span.start]
        after = text[span.stop : min(max(near.stop, span.stop), span.stop + REACH)]
        return scare.is_scare(
            scare.Short(words, quoted, before, after, text[span.start], self.kinds)
        )


def paragraphs(reading: Reading) -> Iterator[Span]:
    """The story's paragraphs: its blocks, parted also where a line is empty."""
    for block in reading.story:
        start = block.start
        for gap in PARAGRAPH.finditer(reading.text, block.start, block.stop):
            yield Span(start, gap.start()).trimmed(reading.text)
            start = gap.end()
        yield Span(start, block.stop).trimmed(reading.text)


def with_outer(found: Iterable[Draft]) -> Iterator[tuple[Draft, tuple[Draft, ...]]]:
    """Each quotation with those that it stands in, the outermost first."""
    outer: list[Draft] = []
    for draft in sorted(found, key=lambda one: (one.span.start, -one.span.stop)):
        while outer and outer[-1].span.stop <= draft.span.start:
            outer.pop()
        yield draft, tuple(outer)
        outer.append(draft)


def clipped(near: Span, outer: Sequence[Draft]) -> Span:
    """Inside another quotation only its own words count: who says the whole is another matter."""
    if not outer:
        return near
    inner = outer[-1].inner
    start = max(near.start, inner.start)
    return Span(start, max(start, min(near.stop, inner.stop)))


def around(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> Span:
    """From the start of the first to the end of the last sentence that holds a quotation."""
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, max(span.start, span.stop - 1)) - 1
    if first < 0:
        return span
    return Span(sentences[first].start, max(span.stop, sentences[last].stop))
