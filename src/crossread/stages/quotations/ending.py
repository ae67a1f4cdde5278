"""Ends the quotations that have no closing mark in their paragraph.

By custom a quotation of several paragraphs has an opening mark before each and one closing
mark at the very end. Where there is no sign of that, a mark that never closes is a slip, and
is let go rather than guessed at.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from crossread.model.span import Span
from crossread.stages.quotations.marks import Mark
from crossread.stages.quotations.pairing import Pairing, inside, within

SAID_AT_END = re.compile(r",(?=\s(\w+(?:\s\w+){0,2})\.?$)")  # “…, he said.” ends a paragraph
TAIL = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation before its depth and its use are known."""

    span: Span
    inner: Span
    rule: str
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its marks as far as they could be paired."""

    span: Span
    pairing: Pairing


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark that opens and never closes, and what surrounds it."""

    text: str
    mark: Mark
    here: Paragraph
    coming: Paragraph | None
    goes_on: bool  # the paragraph before it went on into this one
    cues: frozenset[str]


Rule = Callable[[Loose], int | None]


def said_at_end(loose: Loose) -> int | None:
    """“We lost, he said. — the comma ends it, since he said ends the paragraph."""
    stop = loose.here.span.stop
    start = max(loose.mark.span.stop, stop - TAIL)
    found = SAID_AT_END.search(loose.text[start:stop])
    if found is None or not set(found.group(1).casefold().split()) & loose.cues:
        return None
    return start + found.end()


def goes_on(loose: Loose) -> int | None:
    """“We lost. (new paragraph) “We know it,” he said — it goes on in the next paragraph."""
    first = first_mark(loose.coming) if loose.coming else None
    same = first is not None and first.shape == loose.mark.shape
    return loose.here.span.stop if same else None


def closes_in_next(loose: Loose) -> int | None:
    """“We lost. (new paragraph) We know it,” he said — the next has a closing mark alone."""
    if loose.coming is None or orphan(loose.coming) is None:
        return None
    return loose.here.span.stop


def after_colon(loose: Loose) -> int | None:
    """He said: “We lost. (end) — after a colon it runs to the end of the paragraph."""
    start = loose.mark.span.start
    before = loose.text[max(loose.here.span.start, start - 3) : start].rstrip()
    return loose.here.span.stop if before.endswith(":") else None


def last_of_several(loose: Loose) -> int | None:
    """The last paragraph of a quotation of several, whose closing mark was forgotten."""
    at_start = loose.mark.span.start == loose.here.span.start
    return loose.here.span.stop if loose.goes_on and at_start else None


RULES: tuple[Rule, ...] = (
    said_at_end,
    goes_on,
    closes_in_next,
    after_colon,
    last_of_several,
)


def drafts(text: str, paragraphs: Sequence[Paragraph], cues: frozenset[str]) -> Iterator[Draft]:
    """All quotations of the paragraphs, those without a closing mark too."""
    before = ""  # the rule by which the paragraph before ran on into this one
    for here, coming in zip_longest(paragraphs, paragraphs[1:]):
        found = [
            Draft(Span(p.opening.span.start, p.closing.span.stop), inside(p), p.rule)
            for p in here.pairing.pairs
        ]
        end = orphan(here)
        if before == closes_in_next.__name__ and end is not None:
            start = here.span.start
            found.append(Draft(Span(start, end.span.stop), Span(start, end.span.start), before))
        rest = unended(text, here, coming, (before == goes_on.__name__, cues))
        found += [rest] if rest else []
        for draft in found:
            starts = bool(before) and draft.span.start == here.span.start
            yield replace(draft, continues=starts)
        before = rest.rule if rest and rest.span.stop == here.span.stop else ""


def unended(
    text: str, here: Paragraph, coming: Paragraph | None, known: tuple[bool, frozenset[str]]
) -> Draft | None:
    """The quotation that the last loose opening mark of a paragraph begins."""
    mark = next((m for m in reversed(here.pairing.unclosed) if m.leans != "closes"), None)
    if mark is None or within(mark, here.pairing.pairs):
        return None
    loose = Loose(text, mark, here, coming, *known)
    for rule in RULES:
        if stop := rule(loose):
            inner = Span(mark.span.stop, stop).trimmed(text)
            return Draft(Span(mark.span.start, stop), inner, rule.__name__) if inner else None
    return None


def first_mark(paragraph: Paragraph) -> Mark | None:
    """The opening mark with which a paragraph begins."""
    pairing = paragraph.pairing
    marks = [pair.opening for pair in pairing.pairs[:1]] + pairing.unclosed[:1]
    start = paragraph.span.start
    return next((m for m in marks if m.family != "single" and m.span.start == start), None)


def orphan(paragraph: Paragraph) -> Mark | None:
    """The closing mark that comes before any other in a paragraph and was never opened."""
    pairing = paragraph.pairing
    if not pairing.unopened:
        return None
    mark = pairing.unopened[0]
    others = [pair.opening for pair in pairing.pairs[:1]] + pairing.unclosed[:1]
    first = all(mark.span < other.span for other in others)
    return mark if first and mark.place == "closes" and mark.leans != "opens" else None
