"""The lines of a text, with what can be seen of each by itself.

Mail and old text files break paragraphs at a fixed width; such lines are put together again,
as far as it is sure, so that a sentence is never cut by one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.languages.dates import WORD, visible_dates
from crossread.model.span import Span
from crossread.weights.phrases import stands_in

BROKEN = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
PROSE = 12  # words of a line that tells a story, if it ends as a sentence does
SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]\s]*$")
OPENS = frozenset("“\"«„‘'‹")
KEY = 400  # characters by which lines are compared
WIDTHS = range(45, 101)  # at which programs break lines
ROW = re.compile(r"\s*[·|•]\s*|\s{2,}|\t")  # what stands between the words of a menu
ONE_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without the white space at its ends."""

    span: Span
    text: str
    key: str  # its words in lower case: what is compared to see whether two lines say the same
    words: int
    furniture: bool  # it says words of the table `furniture`
    date: bool  # it is made of a date
    is_sentence: bool  # it ends as a sentence does

    @property
    def is_prose(self) -> bool:
        return self.words >= PROSE and self.is_sentence and not self.furniture


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line that is not blank."""
    spans = [Span(found.start(), found.end()).trimmed(text) for found in BROKEN.finditer(text)]
    return tuple(line_at(text, span) for span in unwrapped(text, [s for s in spans if s]))


def line_at(text: str, span: Span) -> Line:
    words = span.of(text)
    return Line(
        span=span,
        text=words,
        key=key_of(words),
        words=sum(1 for _ in WORD.finditer(words)),
        furniture=words[0] not in OPENS and is_furniture(words),
        date=len(words) <= 200 and bool(visible_dates(words)),
        is_sentence=SENTENCE_END.search(words[-20:]) is not None,
    )


def is_furniture(line: str) -> bool:
    """“Subscribe to our newsletter”, or a row of such words: “Share · Copy · Send”."""
    if stands_in("furniture", line) is not None:
        return True
    items = ROW.split(line) if len(line) <= 200 else []
    short = len(items) > 1 and all(len(item.split()) <= 4 for item in items)
    return short and any(stands_in("furniture", item) is not None for item in items)


def key_of(text: str) -> str:
    return " ".join(WORD.findall(text[:KEY].lower()))


def unwrapped(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Joins lines that were broken for width: the next one's first word had no room left."""
    width = width_of(text, spans)
    held: Span | None = None
    for number, span in enumerate(spans):
        if held is None:
            held = span
            continue
        full = len(spans[number - 1]) + 1 + first_word(text, span) > width
        if width and full and adjacent(text, held, span):
            held = Span(held.start, span.stop)
        else:
            yield held
            held = span
    if held is not None:
        yield held


def width_of(text: str, spans: Sequence[Span]) -> int:
    """The width at which a text was broken; 0 if it was not."""
    pairs = [(a, b) for a, b in pairwise(spans) if len(a) in WIDTHS and adjacent(text, a, b)]
    broken = [a for a, b in pairs if goes_on(text, a, b)]
    if len(broken) < 3 or 3 * len(broken) < len(pairs):
        return 0
    return max(len(a) for a in broken)


def goes_on(text: str, left: Span, right: Span) -> bool:
    """True if a line ends in the midst of a sentence, and the next one goes on with it."""
    return text[left.stop - 1] not in ".!?…:;" and text[right.start].islower()


def adjacent(text: str, left: Span, right: Span) -> bool:
    return ONE_BREAK.fullmatch(text, left.stop, right.start) is not None


def first_word(text: str, span: Span) -> int:
    head = text[span.start : min(span.stop, span.start + 100)]
    return len(head.split(None, 1)[0])
