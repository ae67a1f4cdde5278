"""Words of a sentence, with a long quotation as one item that nothing looks into."""

import re
from dataclasses import dataclass, field

from crossread.model.quotation import Quotation
from crossread.model.span import Span

# U.S. · O’Brien · 1,5 · do|n’t · Karin|’s · well-known
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z][’'][A-Z]\w+|\d+(?:[.,:]\d+)*\w*(?:-\w+)*|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"
    r"|\w+?(?=n[’']t\b)|\w+(?:[-‑.&@_/]\w+)*[.](?=[),;]*[^\S\n]*[^\W_])|\w+(?:[-‑.&@_/]\w+)*|\.\.\.|--|\S"
)
MARKS = frozenset('“”„‟«»"″')

QUOTE = "Q"  # the tag of an item that is a whole quotation
LONGEST = 400  # items of a sentence that are looked at: what is longer is no sentence


@dataclass(slots=True)
class Line:
    """One sentence as items: words, punctuation, and quotations as single items."""

    text: str
    span: Span
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # as they stand
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    title: bool = False  # Most Words Have a Capital
    capitals: bool = False  # MOST WORDS ARE IN CAPITALS

    def __len__(self) -> int:
        return len(self.words)

    def over(self, first: int, last: int) -> Span:
        """The stretch of text from one item to before another; empty if none is between."""
        start = self.starts[first]
        return Span(start, max(start, self.stops[last - 1]))

    def add(self, start: int, stop: int, word: str) -> None:
        self.starts.append(start)
        self.stops.append(stop)
        self.words.append(word)
        self.lower.append(word.lower().replace("’", "'"))


def itemise(text: str, span: Span, quotes: list[Quotation]) -> Line:
    """The items of a stretch; `quotes` are those to be taken whole, in order."""
    line = Line(text, span)
    at = span.start
    for quote in quotes:
        if quote.span.start < at or len(line) >= LONGEST:
            continue
        add_words(line, at, quote.span.start)
        line.quotes[len(line)] = quote
        line.add(quote.span.start, quote.span.stop, '"')
        at = quote.span.stop
    add_words(line, at, span.stop)
    return line


def add_words(line: Line, start: int, stop: int) -> None:
    for match in TOKEN.finditer(line.text, start, stop):
        if len(line) >= LONGEST:
            return
        word = match.group()
        if word not in MARKS:
            line.add(match.start(), match.end(), word)
