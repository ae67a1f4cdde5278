"""Reads GUM's documents: their text with its paragraphs and sentences.

GUM (Zeldes 2017) in Universal Dependencies. Only the genres whose texts are CC BY or in the
public domain are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.model.span import Span, Spans

SIZE = re.compile(r"\((\d+) s\)")
OPEN_GENRES = ("news", "interview", "bio", "speech", "voyage", "textbook", "vlog")


@dataclass(frozen=True, slots=True)
class Document:
    """One text as its editors split it."""

    name: str
    genre: str
    text: str
    paragraphs: Spans
    sentences: Spans


def documents(shared: Path, genres: Sequence[str] = OPEN_GENRES) -> Iterator[Document]:
    """The documents of these genres, in the order of their names."""
    for path in sorted((shared / "gold" / "gum" / "documents").glob("GUM_*.conllu")):
        genre = path.stem.split("_")[1]
        if genre in genres:
            yield document(path.stem, genre, path.read_text(encoding="utf-8"))


def document(name: str, genre: str, conllu: str) -> Document:
    text, paragraphs, sentences = "", list[Span](), list[Span]()
    start, ends = 0, set[int]()
    for number, sentence in enumerate(conllu.strip().split("\n\n")):
        lines = sentence.splitlines()
        blocks = [line for line in lines if line.startswith("# newpar")]
        # “head (1 s)”: the heading is over after one sentence, though no new block begins
        ends |= {number + int(count) for line in blocks for count in SIZE.findall(line)}
        if text and (blocks or number in ends):
            paragraphs.append(Span(start, len(text.rstrip())))
            text = text.rstrip() + "\n\n"
            start = len(text)
        words = next(line for line in lines if line.startswith("# text = "))[9:].strip()
        sentences.append(Span(len(text), len(text) + len(words)))
        text += words + ("" if "SpaceAfter=No" in lines[-1] else " ")
    paragraphs.append(Span(start, len(text.rstrip())))
    return Document(name, genre, text, tuple(paragraphs), tuple(sentences))
