"""Tokens: the words and marks of one sentence, with the mentions, times and figures on them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TypeVar

from crossread.model.claims import Claims
from crossread.model.entity import EntityType, Mention
from crossread.model.facts import Figure, TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.stages.events.lexicon import Lexicon

# did|n’t · Dovar|’s · re-elected · U.S. · 3,000
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[’'](?:s|S|m|re|ve|ll|d)\b|[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|"
    r"\d[\d.,]*\d|[^\W_]+(?:[-‐‑’'](?!(?:s|S|m|re|ve|ll|d)\b)[^\W_]+)*|[^\w\s]|_"
)
Item = TypeVar("Item", TimeExpression, Figure, Mention)
WORD = re.compile(r"\w+")
NEAR = 30  # stretches of content that begin before the end of a sentence
MOST = 400  # tokens of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Layers:
    """What other stages found in the article, by where it stands."""

    reading: Reading
    named: tuple[Mention, ...]
    claims: Claims
    parts: Spans  # what is claimed, in the order of the text
    cues: frozenset[int]  # where words begin that report a saying
    begins: dict[int, Mention]  # the longest mention that begins here
    ends: dict[int, Mention]
    kinds: dict[str, EntityType]  # the types of the entities

    def names(self, sentence: Span) -> tuple[Mention, ...]:
        return inside(self.named, sentence)

    @classmethod
    def of(cls, reading: Reading) -> "Layers":
        begins: dict[int, Mention] = {}
        ends: dict[int, Mention] = {}
        for one in sorted(reading.mentions, key=lambda mention: len(mention.span)):
            begins[one.span.start] = ends[one.span.stop] = one
        kinds = {one.id: one.type for one in reading.entities}
        parts = sorted(part for item in reading.attributions for part in item.content)
        cues = frozenset(
            word.start()
            for item in reading.attributions
            for cue in item.cue
            for word in WORD.finditer(reading.text, cue.start, cue.stop)
        )
        claims = Claims(reading.attributions)
        named = tuple(one for one in reading.mentions if one.form == "name")
        return cls(reading, named, claims, tuple(parts), cues, begins, ends, kinds)


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence; lists of one length."""

    layers: Layers
    lexicon: Lexicon
    sentence: Span
    headline: bool
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    times: dict[int, TimeExpression] = field(default_factory=dict)  # by token
    figures: dict[int, Figure] = field(default_factory=dict)
    claimed: Spans | None = None

    def __post_init__(self) -> None:
        text = self.layers.reading.text
        for match in TOKEN.finditer(text, self.sentence.start, self.sentence.stop):
            word = match.group()
            low = word.lower().replace("’", "'")
            self.words.append(word)
            self.lower.append(low)
            kind = self.lexicon.word_class(word, low)
            large = word[0].isupper() and self.starts and not self.headline
            self.tags.append("NNP" if large and kind[:2] == "VB" else kind)
            self.starts.append(match.start())
            self.stops.append(match.end())
            if len(self.words) == MOST:
                break
        for mention in self.layers.names(self.sentence):
            for place in self.under(mention.span):
                self.tags[place] = "NNP"  # “Mira | Sold |”
        for time in inside(self.layers.reading.times, self.sentence):
            self.times.update(dict.fromkeys(self.under(time.span), time))
        for figure in inside(self.layers.reading.figures, self.sentence):
            if text[figure.span.stop : figure.span.stop + 1] != "-":  # not in “24-point”
                self.figures.update(dict.fromkeys(self.under(figure.span), figure))

    def __len__(self) -> int:
        return len(self.words)

    def under(self, span: Span) -> range:
        """The tokens that a span has a part of."""
        return range(bisect_right(self.stops, span.start), bisect_left(self.starts, span.stop))

    def at(self, start: int) -> int | None:
        """The token that begins at a place of the text."""
        place = bisect_left(self.starts, start)
        return place if place < len(self) and self.starts[place] == start else None

    def parts(self) -> Spans:
        """What is claimed in this sentence, by whomever."""
        if self.claimed is None:
            held = self.layers.parts
            last = bisect_left(held, self.sentence.stop, key=lambda one: one.start)
            near = held[max(0, last - NEAR) : last]
            self.claimed = tuple(one for one in near if one.stop > self.sentence.start)
        return self.claimed

    def low(self, place: int) -> str:
        """The word at a place, in small letters; empty beyond the sentence."""
        return self.lower[place] if 0 <= place < len(self) else ""

    def tag(self, place: int) -> str:
        return self.tags[place] if 0 <= place < len(self) else ""

    def has(self, place: int, *sets: str) -> bool:
        """True if the word at a place is in one of the small sets of the table."""
        return 0 <= place < len(self) and self.lexicon.is_in(self.lower[place], *sets)

    def ending(self, place: int) -> Mention | None:
        """The longest mention that ends with a token."""
        return self.layers.ends.get(self.stops[place]) if 0 <= place < len(self) else None

    def beginning(self, place: int) -> Mention | None:
        return self.layers.begins.get(self.starts[place]) if 0 <= place < len(self) else None


def inside(items: tuple[Item, ...], sentence: Span) -> tuple[Item, ...]:
    """Those items, in the order of the text, that begin in a sentence."""
    first = bisect_left(items, sentence.start, key=lambda one: one.span.start)
    last = bisect_left(items, sentence.stop, key=lambda one: one.span.start)
    return items[first:last]
