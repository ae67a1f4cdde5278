"""From proposals to the record: clean spans, and by how much of them is quoted, the kind."""

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from crossread.model.attribution import Attribution, Kind
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.stages.attributions.drafts import Draft

WORD = re.compile(r"\w+")
BEFORE = re.compile(r"(\w+)\s+$")  # the word that a span follows
EDGES = " \t\n\r\u00a0,;:–—-"


class Finish:
    """Makes the attributions of one reading of the proposals that stand."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.quotes = [quote for quote in reading.quotations if quote.depth == 0]
        self.starts = [quote.span.start for quote in self.quotes]

    def __call__(self, drafts: list[Draft]) -> tuple[Attribution, ...]:
        made = ((draft, self.attribution(draft)) for draft in drafts)
        kept = [(draft, one) for draft, one in made if apart(one)]
        ids = {id(draft): f"a{number}" for number, (draft, _) in enumerate(kept, 1)}
        return tuple(
            replace(one, id=ids[id(draft)], inside=ids.get(id(draft.inside))) for draft, one in kept
        )

    def attribution(self, draft: Draft) -> Attribution:
        """The record of a proposal, before it is known which others are kept."""
        content = self.pieces(draft)
        return Attribution(
            id="",
            content=content,
            cue=(draft.cue,) if draft.cue else (),
            source=(self.whole(self.trimmed(draft.source)),) if draft.source else (),
            kind=self.kind(content),
            act=draft.act,
            negated=draft.negated,
            voice=draft.voice,
            venue=tuple(self.whole(span) for span in draft.venue),
            score=None if draft.score is None else round(draft.score, 3),
            rule=draft.rule,
        )

    def pieces(self, draft: Draft) -> Spans:
        """The content in order, its pieces joined where nothing stands between them."""
        found: list[Span] = []
        spans = sorted(self.whole(self.trimmed(span)) for span in draft.content)
        for span in (self.introduced(span, draft) for span in spans):
            if not span.of(self.text).strip():
                continue
            if found and not self.text[found[-1].stop : span.start].strip():
                found.append(Span(found.pop().start, span.stop))
            else:
                found.append(span)
        return tuple(found)

    def introduced(self, span: Span, draft: Draft) -> Span:
        """With the “that” before it, as in PolNeAR: “said | that the dam held”."""
        before = BEFORE.search(self.text, max(0, span.start - 12), span.start)
        if before is None or draft.scene is None:
            return span
        words = draft.scene.grammar.complementers
        return Span(before.start(1), span.stop) if before[1].lower() in words else span

    def trimmed(self, span: Span) -> Span:
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip(EDGES))
        stop = span.start + len(words.rstrip(EDGES))
        if words[: stop - span.start].endswith(".") and not words.endswith(("..", "Inc.", ".S.")):
            stop = self.without_stop(start, stop)
        return Span(start, stop) if start < stop else span

    def without_stop(self, start: int, stop: int) -> int:
        """Without the full stop that ends the sentence; one of an abbreviation stays."""
        last = self.text[start : stop - 1].rsplit(maxsplit=1)[-1:]
        return stop if last and "." in last[0] else stop - 1

    def whole(self, span: Span) -> Span:
        """Both marks of a quotation, or neither."""
        for quote in self.near(span):
            if span.start == quote.inner.start and quote.inner.stop <= span.stop:
                span = Span(quote.span.start, span.stop)
            if span.stop == quote.inner.stop and span.start <= quote.inner.start:
                span = Span(span.start, quote.span.stop)
            if span.start == quote.span.start and quote.inner.start < span.stop < quote.inner.stop:
                span = Span(quote.inner.start, span.stop)
        return span

    def near(self, span: Span) -> list[Quotation]:
        first = max(0, bisect_left(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.stop)
        return [quote for quote in self.quotes[first:last] if quote.span.meets(span)]

    def kind(self, content: Spans) -> Kind:
        """By how much of it stands in quotation marks."""
        inside = outside = False
        for span in content:
            near = self.near(span)
            quotes = [one.span for one in near if not one.scare or one.span.holds(span)]
            for word in WORD.finditer(self.text, span.start, span.stop):
                if any(quote.start <= word.start() < quote.stop for quote in quotes):
                    inside = True
                else:
                    outside = True
        return "mixed" if inside and outside else "direct" if inside else "indirect"


def apart(one: Attribution) -> bool:
    """False of a misreading: nothing is said, or a word would be both content and source."""
    roles = sorted(one.content + one.cue + one.source)
    whole = bool(one.content) and all(one.content)
    return whole and all(before.stop <= after.start for before, after in pairwise(roles))
