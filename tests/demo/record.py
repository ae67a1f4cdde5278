"""The expected record of the demo, and where its words stand in an article as it was read.

`expected/*.json` holds one article each: what the page states of itself, every line of its
story, snippets of its furniture, and every attribution in the notation of `tests/marks.py`
(`{source|…} {cue|…} {content|…}`; a list, since one may go on in the next paragraph).
In it `act` is what the cue names, and `voice` how the source is given: “the minister” is a role
though the page names him elsewhere, and an institution is a group. A pronoun has the voice of
whom it stands for. `speaker` is an id of the cast, whether or not a program can know.
`findings.json` says what holds across articles. All words are the page's own, with white
space collapsed.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from crossread.collect.documents import Document, collect, documents
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.recipes import read
from tests.conftest import ROOT
from tests.marks import unmark

ARTICLES = ROOT / "src/crossread/demo/articles"
HERE = Path(__file__).parent

Record = dict[str, Any]
Key = tuple[str, str | None]  # file, and the row where it is a table


def records() -> dict[Key, Record]:
    found = (json.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("expected/*.json")))
    return {(record["file"], record["place"]): record for record in found}


def findings() -> Record:
    found: Record = json.loads((HERE / "findings.json").read_text("utf-8"))
    return found


@cache
def readings() -> dict[Key, Reading]:
    """The demo articles as the rules read them, which were mended by this record."""
    found: dict[Key, Reading] = {}
    for document in documents([ARTICLES]):
        assert isinstance(document, Document)
        article = collect(document, max_bytes=1_000_000)
        found[Path(document.file).name, document.place] = read(article, recipe="rules")
    return found


@dataclass(frozen=True)
class Words:
    """A text with its white space collapsed, and the way back to its own offsets."""

    text: str

    @cached_property
    def pieces(self) -> list[re.Match[str]]:
        return list(re.finditer(r"\S+", self.text))

    @cached_property
    def collapsed(self) -> str:
        return " ".join(piece.group() for piece in self.pieces)

    @cached_property
    def offsets(self) -> list[int]:
        """For each character of the collapsed text, where it stands; a blank after its word."""
        return [at for piece in self.pieces for at in range(piece.start(), piece.end() + 1)]

    def __contains__(self, words: str) -> bool:
        return collapse(words) in self.collapsed

    def spans(self, words: str) -> Spans:
        """Every place where the words stand."""
        words = collapse(words)
        return tuple(
            self.back(Span(at.start(), at.start() + len(words)))
            for at in re.finditer(f"(?={re.escape(words)})", self.collapsed)
        )

    def back(self, span: Span) -> Span:
        return Span(self.offsets[span.start], self.offsets[span.stop - 1] + 1)

    def attribution(self, expected: Record) -> Attribution:
        """An expected attribution at its place. Raises ValueError if its words are not there."""
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": [], "venue": []}
        for line in expected["words"]:
            passage, marks = unmark(line)
            start = self.collapsed.index(collapse(passage))
            for role, span in marks:
                roles[role].append(self.back(Span(start + span.start, start + span.stop)))
        values = {name: value for name, value in expected.items() if name != "words"}
        values |= {role: tuple(spans) for role, spans in roles.items()}
        return Attribution(**values)


def collapse(words: str) -> str:
    return " ".join(words.split())
