"""Scenes: the paragraphs of a story, each as sentences ready for the rules."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.languages.language import Language
from crossread.model.block import STORY, Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.attributions.classes import classify, tables
from crossread.stages.attributions.drafts import Scene
from crossread.stages.attributions.grammar import grammar
from crossread.stages.attributions.groups import chunks
from crossread.stages.attributions.tokens import itemise

WHOLE = 4  # words: a quotation of so many is one item, and so is one that ends as a sentence does
NAME = 12  # words of the longest name in quotation marks
LONGEST_ASKED = 3000  # characters
IN_CREDIT = frozenset({"noun", "adverb", "prep", "comma", "to", "paren", "colon"})
AFTER_CREDIT = frozenset({"stop", "comma", "colon", "", "time", "prep"})


def paragraphs(reading: Reading, language: Language) -> Iterator[list[Scene]]:
    """The paragraphs of the story in order, each as its sentences."""
    s = q = 0
    for block in reading.blocks or (Block(Span(0, len(reading.text)), "paragraph"),):
        if block.kind not in STORY:
            continue
        while s < len(reading.sentences) and reading.sentences[s].start < block.span.start:
            s += 1
        while q < len(reading.quotations) and reading.quotations[q].span.start < block.span.start:
            q += 1
        sentences, quotes = [], []
        while s < len(reading.sentences) and reading.sentences[s].start < block.span.stop:
            sentences.append(reading.sentences[s])
            s += 1
        while q < len(reading.quotations) and reading.quotations[q].span.start < block.span.stop:
            if is_whole(reading.text, reading.quotations[q]):
                quotes.append(reading.quotations[q])
            q += 1
        headline = block.kind in {"title", "heading"}
        yield Paragraph(reading.text, quotes, language, title=headline).scenes(sentences)


def is_whole(text: str, quote: Quotation) -> bool:
    """True if a quotation is speech to be taken as one item, not a word in scare quotes."""
    if quote.depth > 0:
        return False
    inner = text[quote.inner.start : quote.inner.stop]
    words = inner[:400].split()
    ends = inner.rstrip()[-1:] in tuple(",.!?…")
    if quote.scare:
        return ends and len(words) > 2  # “They know it,” the advert says
    return ends or (len(words) >= WHOLE and not is_name(words))


def is_name(words: list[str]) -> bool:
    """“People’s Council of the Workers of Tarn”: every long word has a capital."""
    return len(words) < NAME and all(word[0].isupper() for word in words if len(word) > 3)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Makes the scenes of one paragraph; `quotes` are those to be taken whole."""

    text: str
    quotes: list[Quotation]
    language: Language
    title: bool

    def scenes(self, sentences: list[Span]) -> list[Scene]:
        found: list[Scene] = []
        for stretch in self.joined(sentences):
            made = self.scene(stretch)
            if made is None:
                continue
            if found and asks(found[-1]) and is_credit(made):
                first = found.pop().line.span.start
                made = self.scene(Span(first, stretch.stop)) or made
            made.before = found[-1].line.span if found else None
            found.append(made)
        return found

    def joined(self, sentences: list[Span]) -> list[Span]:
        """The sentences, with those made one that a single quotation holds together."""
        found: list[Span] = []
        q = 0
        for sentence in sentences:
            while q < len(self.quotes) and self.quotes[q].span.stop <= sentence.start:
                q += 1
            if found and q < len(self.quotes):
                quote, end = self.quotes[q].span, found[-1].stop
                if quote.start < end < quote.stop:
                    found[-1] = Span(found[-1].start, sentence.stop)
                    continue
            found.append(sentence)
        return found

    def scene(self, stretch: Span) -> Scene | None:
        """One sentence; None if it has no words."""
        first = bisect_left(self.quotes, stretch.start, key=begin)
        last = bisect_left(self.quotes, stretch.stop, key=begin)
        inside = [quote for quote in self.quotes[first:last] if stretch.holds(quote.span)]
        line = itemise(self.text, stretch, inside)
        if not len(line):
            return None
        known, words = tables(self.language), grammar(self.language)
        classify(line, known)
        return Scene(line, chunks(line, known, words), words, title=self.title or line.title)


def begin(quote: Quotation) -> int:
    return quote.span.start


def asks(before: Scene) -> bool:
    """“Who knows?” at the end of what looks like a sentence of its own."""
    last = len(before.chunks) - 1
    if len(before.line.span) > LONGEST_ASKED:
        return False
    return before.kind(last) == "quote" and before.last_letter(last) in tuple("?!…,—–")


def is_credit(after: Scene) -> bool:
    """“the mayor asked.” and no more before the next stop, quotation or comma."""
    for place, one in enumerate(after.chunks[:12]):
        if one.kind == "verb":
            return after.finite(place) and after.kind(place + 1) in AFTER_CREDIT
        if one.kind not in IN_CREDIT:
            return False
    return False
