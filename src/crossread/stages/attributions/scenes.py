"""Scenes: the paragraphs of a story, each as sentences ready for the rules."""

from collections.abc import Iterator

from crossread.model.block import STORY, Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.attributions.chunks import chunk
from crossread.stages.attributions.classes import Tables, classify
from crossread.stages.attributions.drafts import Scene
from crossread.stages.attributions.tokens import itemise

WHOLE = 4  # words: a quotation of so many, or one that ends as a sentence does, is one item


def paragraphs(reading: Reading, tables: Tables) -> Iterator[list[Scene]]:
    """The paragraphs of the story in order, each as its sentences."""
    sentences, quotations = list(reading.sentences), list(reading.quotations)
    s = q = 0
    for block in reading.blocks or (Block(Span(0, len(reading.text)), "paragraph"),):
        if block.kind not in STORY:
            continue
        while s < len(sentences) and sentences[s].start < block.span.start:
            s += 1
        while q < len(quotations) and quotations[q].span.start < block.span.start:
            q += 1
        inside: list[Span] = []
        while s < len(sentences) and sentences[s].start < block.span.stop:
            inside.append(sentences[s])
            s += 1
        marks: list[Quotation] = []
        while q < len(quotations) and quotations[q].span.start < block.span.stop:
            if whole(reading.text, quotations[q]):
                marks.append(quotations[q])
            q += 1
        yield scenes(reading.text, inside, marks, tables, title=block.kind in {"title", "heading"})


def whole(text: str, quote: Quotation) -> bool:
    """True if a quotation is speech to be taken as one item, not a word in scare quotes."""
    if quote.depth > 0 or quote.scare:
        return False
    words = text[quote.inner.start : min(quote.inner.stop, quote.inner.start + 400)].split()
    return len(words) >= WHOLE or text[quote.inner.start : quote.inner.stop].rstrip()[-1:] in tuple(
        ",.!?…"
    )


def scenes(
    text: str, sentences: list[Span], quotes: list[Quotation], tables: Tables, *, title: bool
) -> list[Scene]:
    found: list[Scene] = []
    for stretch in joined(sentences, quotes):
        made = scene(text, stretch, quotes, tables, title=title)
        if made is None:
            continue
        if found and asked(found[-1]) and credit_alone(made):
            both = scene(
                text, Span(found[-1].line.span.start, stretch.stop), quotes, tables, title=title
            )
            found[-1] = both or made
        else:
            made.before = found[-1].line.span if found else None
            found.append(made)
    return found


def scene(
    text: str, stretch: Span, quotes: list[Quotation], tables: Tables, *, title: bool
) -> Scene | None:
    line = itemise(text, stretch, [quote for quote in quotes if stretch.holds(quote.span)])
    if not len(line):
        return None
    classify(line, tables)
    return Scene(line, chunk(line, tables), title=title or line.title)


def asked(before: Scene) -> bool:
    """“Who knows?” at the end of what looks like a sentence of its own."""
    if before.kind(len(before.chunks) - 1) != "quote":
        return False
    return before.line.text[before.quote(len(before.chunks) - 1).inner.stop - 1] in "?!…,—–"


def credit_alone(after: Scene) -> bool:
    """“the mayor asked.” and no more before the next stop, quotation or comma."""
    for place, one in enumerate(after.chunks[:12]):
        if one.kind == "verb":
            return one.form == "finite" and after.kind(place + 1) in {
                "stop",
                "comma",
                "colon",
                "",
                "time",
                "prep",
            }
        if one.kind not in {"noun", "adverb", "prep", "comma", "to", "paren", "colon"}:
            return False
    return False


def joined(sentences: list[Span], quotes: list[Quotation]) -> list[Span]:
    """The sentences, with those made one that a single quotation holds together."""
    found: list[Span] = []
    q = 0
    for sentence in sentences:
        while q < len(quotes) and quotes[q].span.stop <= sentence.start:
            q += 1
        if (
            found
            and q < len(quotes)
            and quotes[q].span.start < found[-1].stop
            and found[-1].stop < quotes[q].span.stop
        ):
            found[-1] = Span(found[-1].start, sentence.stop)
        else:
            found.append(sentence)
    return found
