"""Words: what the tagger sees of a text: tokens with offsets, their pieces and their dress.

WordPiece (Wu et al. 2016) as BERT has it: lower case, no accents, the longest known piece first.
A token never holds a space or a mark together with letters, so that every boundary of a span is
one between two tokens, and an offset is read off, never searched for.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from crossread.languages.language import ENGLISH
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.weights.dress import (
    CLOSES,
    HEADLINE,
    INSIDE,
    JOINED,
    NAME,
    OPENS,
    OUTSIDE,
    PARAGRAPH,
    SENTENCE,
    SPACED,
    dress,
)
from crossread.weights.named import GOES_ON, NO, Written, named

TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
UNKNOWN, BEGIN, END, VEILED = 100, 101, 102, 103  # [UNK], [CLS], [SEP], [MASK] of BERT
LONGEST = 8  # pieces of one token; what a longer one has more adds nothing
MARK = '"'  # stands for every mark that opens or closes a quotation

# One glyph for all that do the same work, so that a page's typography changes nothing.
GLYPHS = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂", '"')
    | dict.fromkeys("‘’‚‛‹›`´ʼ", "'")
    | dict.fromkeys("–—−‐‑―", "-")
    | {"…": "."}
)


class Vocabulary:
    """The pieces, one a line in the file; its number is its place."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        self.numbers = {piece: number for number, piece in enumerate(lines)}
        self.known: dict[str, tuple[int, ...]] = {}

    def pieces(self, token: str) -> tuple[int, ...]:
        """The numbers of the pieces of a token; kept, since a few words make up most text."""
        found = self.known.get(token)
        if found is None:
            found = self.split(token)
            if len(self.known) < 200_000:  # a hostile text may have any number of words
                self.known[token] = found
        return found

    def split(self, token: str) -> tuple[int, ...]:
        word = plain(token.translate(GLYPHS))
        if not word or len(word) > 100:
            return (UNKNOWN,)
        found: list[int] = []
        start = 0
        while start < len(word):
            number, start = self.longest(word, start)
            if number is None:
                return (UNKNOWN,)
            found.append(number)
        return tuple(found[:LONGEST])

    def longest(self, word: str, start: int) -> tuple[int | None, int]:
        """The longest known piece from here on, and where it stops."""
        sign = "##" if start else ""
        for stop in range(len(word), start, -1):
            if (number := self.numbers.get(sign + word[start:stop])) is not None:
                return number, stop
        return None, start


def plain(word: str) -> str:
    """Lower case, without accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower)
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn")


@dataclass(slots=True)
class Words:
    """The tokens of a story, in the order of the text; `bounds` are the sentences, by token."""

    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    pieces: list[tuple[int, ...]] = field(default_factory=list)  # none where a name goes on
    spelled: list[tuple[int, ...]] = field(default_factory=list)  # those of the names as well
    named: list[int] = field(default_factory=list)
    dress: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=lambda: [0])

    def __len__(self) -> int:
        return len(self.starts)

    def shown(self, place: int) -> int:
        """The dress that the network sees."""
        return NAME if self.named[place] != NO else self.dress[place]

    def units(self) -> list[int]:
        """The tokens counted so that a name is one, however many words it has."""
        return list(accumulate(int(name != GOES_ON) for name in self.named))

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one token to before another."""
        return Span(self.starts[first], self.stops[last - 1])


def words(reading: Reading, vocabulary: Vocabulary) -> Words:
    """The tokens of the sentences of a story, with all that the tagger is told of them."""
    found = Words()
    headlines = {b.span.start for b in reading.blocks if b.kind in {"title", "heading"}}
    blocks = {b.span.start for b in reading.blocks}
    quotes = [quote for quote in reading.quotations if quote.depth == 0]
    reach, number = -1, 0
    for sentence in reading.sentences:
        last = found.stops[-1] if found.stops else 0
        opened = near(blocks, last, sentence)
        fresh = not last or any(reach < start for start in opened)
        headline = not headlines.isdisjoint(opened)
        reach = sentence.start
        first = len(found)
        for token in TOKEN.finditer(reading.text, sentence.start, sentence.stop):
            add(found, token.group(), token.start())
        if len(found) == first:
            continue
        found.before[first] = HEADLINE if headline else PARAGRAPH if fresh else SENTENCE
        found.bounds.append(len(found))
        number = mark(found, first, quotes, number)
    tokens = [reading.text[a:b] for a, b in zip(found.starts, found.stops, strict=True)]
    written = Written(tokens, found.dress, found.quoted, found.before, found.bounds)
    found.named = named(written)
    found.spelled = [vocabulary.pieces(token) for token in tokens]
    found.pieces = [
        seen(token, pieces, place, vocabulary)
        for token, pieces, place in zip(
            tokens, found.spelled, zip(found.named, found.quoted, strict=True), strict=True
        )
    ]
    return found


def seen(
    token: str, spelled: tuple[int, ...], place: tuple[int, int], vocabulary: Vocabulary
) -> tuple[int, ...]:
    """The pieces that the network sees: of a name only that it is one."""
    name, quoted = place
    if name:
        return () if name == GOES_ON else (VEILED,)
    if quoted >= OPENS:
        return vocabulary.pieces(MARK)
    other = alike().get(token.lower())
    return vocabulary.pieces(other) if other else spelled


@cache
def alike() -> dict[str, str]:
    """Words that differ only in whether a man or a woman is meant."""
    return ENGLISH.pairs("alike")


def near(starts: Iterable[int], last: int, sentence: Span) -> list[int]:
    """The blocks that begin between the sentence before and this one."""
    return [start for start in range(last, sentence.start + 1) if start in starts]


def add(found: Words, token: str, start: int) -> None:
    joined = bool(found.stops) and found.stops[-1] == start
    found.starts.append(start)
    found.stops.append(start + len(token))
    found.dress.append(dress(token))
    found.quoted.append(OUTSIDE)
    found.before.append(JOINED if joined else SPACED)


def mark(found: Words, first: int, quotes: Sequence[Quotation], number: int) -> int:
    """Says of the tokens from `first` on where they stand to the quotations."""
    for place in range(first, len(found)):
        start, stop = found.starts[place], found.stops[place]
        while number < len(quotes) and quotes[number].span.stop <= start:
            number += 1
        if number == len(quotes):
            break
        span, inner = quotes[number].span, quotes[number].inner
        if span.start <= start < span.stop:
            opens, closes = stop <= inner.start, start >= inner.stop
            found.quoted[place] = OPENS if opens else CLOSES if closes else INSIDE
    return number


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens read at once: from `first` to before `last`; what counts is the core of them."""

    first: int
    last: int
    core: tuple[int, int]


def windows(found: Words, size: int, context: int) -> list[Window]:
    """Windows whose cores tile the text: whole paragraphs where they fit, else sentences.

    `size` is in pieces, [CLS] and [SEP] and the context on both sides included. The context
    is of whole sentences, so that nothing is read as the start of one that is not.
    """
    units = pieced(found, size - 2 * context - 2)
    lengths = [sum(len(p) for p in found.pieces[a:b]) for a, b in pairwise(units)]
    made: list[Window] = []
    start = 0
    while start < len(lengths):
        stop = reach(found, (units, lengths), start, size - 2 * context - 2)
        first, room = start, context
        while first and lengths[first - 1] <= room:
            first -= 1
            room -= lengths[first]
        last, room = stop, context
        while last < len(lengths) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        made.append(Window(units[first], units[last], (units[start], units[stop])))
        start = stop
    return made


def pieced(found: Words, most: int) -> list[int]:
    """The bounds of the sentences, and more where one is too long for a window."""
    units = [0]
    for first, last in pairwise(found.bounds):
        length = 0
        for place in range(first, last):
            length += len(found.pieces[place])
            if length > most:
                units.append(place)
                length = len(found.pieces[place])
        units.append(last)
    return units


def reach(found: Words, cut: tuple[list[int], list[int]], start: int, most: int) -> int:
    """How far a core goes: to the last paragraph's end that fits, or the last sentence's."""
    units, lengths = cut
    stop, length, whole = start, 0, start
    while stop < len(lengths) and (stop == start or length + lengths[stop] <= most):
        length += lengths[stop]
        stop += 1
        if stop == len(lengths) or found.before[units[stop]] >= PARAGRAPH:
            whole = stop
    return whole if whole > start else stop
