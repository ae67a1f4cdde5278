"""Reads GUM's documents: their text with its paragraphs and sentences, their words, who is who.

GUM (Zeldes 2017) in Universal Dependencies. Only the genres whose texts are CC BY or in the
public domain are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crossread.model.span import Span, Spans

SIZE = re.compile(r"\((\d+) s\)")
ENTITY = re.compile(r"\((?P<opens>[^()]+)(?P<alone>\))?|(?P<closes>\d+)\)")
KINDS = {"person": "person", "organization": "organisation", "place": "place"}
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


class Rows:
    """The tokens of a document as the treebank has them, each with its place in the text."""

    def __init__(self, document: Document, conllu: str) -> None:
        self.spans: list[tuple[int, int]] = []
        self.sentence: list[int] = []
        self.forms: list[str] = []
        self.tags: list[str] = []
        self.heads: list[int] = []  # in the document; -1 the root of its sentence
        self.notes: list[str] = []
        for number, lines in enumerate(conllu.strip().split("\n\n")):
            rows = [line.split("\t") for line in lines.splitlines() if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            first, place = len(self.tags), document.sentences[number].start
            for row in rows:
                start = document.text.find(row[1], place)
                start = start if 0 <= start <= place + 4 else place
                place = start + len(row[1])
                self.spans.append((start, place))
                self.sentence.append(number)
                self.forms.append(row[1].capitalize())
                self.tags.append(row[4])
                self.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
                self.notes.append(row[9])


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Someone or something as a document mentions it: its chain, its tokens and their head."""

    chain: str
    kind: str  # a type of entity; empty for events, times and things
    first: int
    last: int
    head: int


def mentioned(rows: Rows) -> Iterator[Mentioned]:
    """Each mention, in the order in which they end."""
    begun: list[tuple[str, str, int]] = []
    for place, note in enumerate(rows.notes):
        value = next((p[7:] for p in note.split("|") if p.startswith("Entity=")), "")
        for found in ENTITY.finditer(value):
            if found["opens"]:
                chain, kind, *_ = found["opens"].split("-")
                begun.append((chain, kind, place))
            chain = begun[-1][0] if found["alone"] else found["closes"]
            at = next((i for i in reversed(range(len(begun))) if begun[i][0] == chain), None)
            if at is not None:
                chain, kind, first = begun.pop(at)
                yield typed(rows, Mentioned(chain, kind, first, place, place))


def typed(rows: Rows, one: Mentioned) -> Mentioned:
    """With its head, and its type as entities have it: “the farmers” are a group."""
    inside = range(one.first, one.last + 1)
    head = next((t for t in inside if rows.heads[t] not in inside), one.last)
    plural = rows.tags[head] in {"NNS", "NNPS"}
    italic = one.kind in {"object", "abstract"} and 'rend:::"italic"' in rows.notes[one.first]
    kind = "work" if italic else KINDS.get(one.kind, "")
    return replace(one, kind="group" if kind == "person" and plural else kind, head=head)
