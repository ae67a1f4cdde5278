"""Within: what was said, as a text of its own, for the reports that stand inside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from crossread.languages.language import Language
from crossread.model.block import Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.stages.attributions.drafts import Draft

LEAST = 20  # characters: less holds no report
WORD = re.compile(r"[^\W\d_]+")


def within(reading: Reading, drafts: Iterable[Draft], spoken: Language) -> Reading | None:
    """The contents of these drafts as paragraphs of their own; None if none can hold a report.

    Nothing is copied: all offsets stay those of the article.
    """
    stretches = sorted(
        bared(span, reading.quotations) for draft in drafts for span in draft.content
    )
    apart: list[Span] = []
    for stretch in stretches:
        first = not (apart and apart[-1].meets(stretch))
        if first and len(stretch) >= LEAST and may_report(stretch.of(reading.text), spoken):
            apart.append(stretch)
    if not apart:
        return None
    return replace(
        reading,
        blocks=tuple(Block(stretch, "paragraph") for stretch in apart),
        sentences=tuple(parts(reading.sentences, apart)),
        quotations=tuple(raised(reading.quotations, apart)),
        attributions=(),
    )


def may_report(words: str, spoken: Language) -> bool:
    """True if a word of a cue stands in it: what has none is not worth a second look."""
    known = cue_forms(spoken)
    return any(word in known for word in WORD.findall(words.lower()))


@cache
def cue_forms(spoken: Language) -> frozenset[str]:
    """The forms of all listed verbs and nouns that report, by the tables of words."""
    lemmas = {row[0] for table in ("cues", "cue-nouns") for row in spoken.rows(table)}
    forms = {row[0] for row in spoken.rows("words") if len(row) > 2 and row[2] in lemmas}
    forms |= {form for form, lemma in spoken.pairs("irregular").items() if lemma in lemmas}
    return frozenset(forms | {lemma.split()[0] for lemma in lemmas})


def bared(span: Span, quotations: Iterable[Quotation]) -> Span:
    """Without the marks around it: what stood in them is now the text."""
    for quote in quotations:
        if quote.span.start == span.start and quote.inner.start < span.stop <= quote.span.stop:
            return Span(quote.inner.start, min(span.stop, quote.inner.stop))
    return span


def parts(sentences: Spans, stretches: list[Span]) -> Iterator[Span]:
    """The sentences, as far as they lie in the stretches."""
    place = 0
    for stretch in stretches:
        while place and sentences[place - 1].stop > stretch.start:
            place -= 1
        while place < len(sentences) and sentences[place].start < stretch.stop:
            start = max(sentences[place].start, stretch.start)
            stop = min(sentences[place].stop, stretch.stop)
            if start < stop:
                yield Span(start, stop)
            place += 1


def raised(quotations: Iterable[Quotation], stretches: list[Span]) -> Iterator[Quotation]:
    """The quotations inside the stretches; one inside a bared quotation is now outermost."""
    outer: Span | None = None
    for quote in quotations:
        if not any(stretch.holds(quote.span) for stretch in stretches):
            continue
        depth = 0 if outer is None or not outer.holds(quote.span) else quote.depth
        if depth == 0:
            outer = quote.span
        yield replace(quote, depth=depth)
