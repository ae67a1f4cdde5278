"""Divides a block into which something else was run, as copying a page often does.

A rule looks at one block and says which stretches of it are something else, of which kind;
what lies between stays what it was. Rules are precise rather than greedy: what they are not
sure of stays in the story.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from crossread.languages.dates import leading_date
from crossread.model.block import Block, BlockKind
from crossread.model.span import Span

Piece = tuple[Span, BlockKind]  # of a block: counted from the start of the article's text
Rule = Callable[[str, Sequence[Block], int], Iterable[Piece]]

WIRE = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҒҚӘҢӨҰҮ][\w.'’ ,\-]{0,60}?)?"  # PORT ELLERY, Nov. 3
    r"\((?:[A-Z][\w. ]{1,30})\)\s*(?:--|[-–—])\s+(?=\S)"  # (Harbour Press) —
)


def date_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“date 2022-01-18 The minister said …”: a date run into the first paragraph."""
    block = blocks[number]
    if any(other.kind == "paragraph" for other in blocks[:number]):
        return
    if found := leading_date(block.span.of(text)):
        start = block.span.start
        yield Span(start + found.start, start + found.stop).trimmed(text), "dateline"


def place_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“PORT ELLERY (Harbour Press) — The minister said …”: where a report was written."""
    block = blocks[number]
    if any(other.kind == "paragraph" for other in blocks[:number]):
        return
    if found := WIRE.match(text, block.span.start, block.span.stop):
        yield Span(block.span.start, found.end()).trimmed(text), "dateline"


RULES: tuple[Rule, ...] = (date_before_story, place_before_story)


def divide(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with those divided into which something else was run."""
    return tuple(
        piece
        for number, block in enumerate(blocks)
        for piece in (divided(text, blocks, number) if block.kind == "paragraph" else (block,))
    )


def divided(text: str, blocks: Sequence[Block], number: int) -> Iterator[Block]:
    block = blocks[number]
    for rule in RULES:
        if pieces := sorted(rule(text, blocks, number)):
            yield from cut(text, block, pieces, rule.__name__)
            return
    yield block


def cut(text: str, block: Block, pieces: Sequence[Piece], rule: str) -> Iterator[Block]:
    last = block.span.start
    for span, kind in pieces:
        if before := Span(last, span.start).trimmed(text):
            yield replace(block, span=before)
        yield Block(span, kind, xpath=block.xpath, rule=rule)
        last = span.stop
    if after := Span(last, block.span.stop).trimmed(text):
        yield replace(block, span=after)
