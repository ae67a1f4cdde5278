"""GUM as examples: gold names and descriptions, gold tags, and its attribution relations.

Only the genres whose texts are CC BY or in the public domain. Every third document of a genre is
held out for measuring, and never learned from.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.gum import Document, Rows, documents, mentioned
from bench.polnear import prepare
from crossread.weights.words import Vocabulary, Words, words
from training.tagger.examples import HEADS, NAMES, Example
from training.tagger.polnear import TITLES, touched

GENRES = ("news", "interview", "bio", "speech", "voyage", "textbook", "vlog", "conversation")
SIGNAL = re.compile(r"(sem-atsrc|lex-indwd|lex-indph)-([\d,-]+)")
PROPER = ("NNP", "NNPS")


def held(documents: list[Document]) -> frozenset[str]:
    """The names of the documents held out: every third of each genre."""
    genres: dict[str, list[str]] = {}
    for document in documents:
        genres.setdefault(document.genre, []).append(document.name)
    return frozenset(name for names in genres.values() for name in sorted(names)[::3])


def opened(shared: Path, *, held_out: bool) -> Iterator[tuple[Document, Rows]]:
    """The documents held out, or the others, each with its tokens."""
    listed = list(documents(shared, GENRES))
    out = held(listed)
    for document in listed:
        if (document.name in out) == held_out:
            path = shared / "gold" / "gum" / "documents" / f"{document.name}.conllu"
            yield document, Rows(document, path.read_text(encoding="utf-8"))


def gum(shared: Path, vocabulary: Vocabulary, *, held_out: bool = False) -> Iterator[Example]:
    """The documents to learn from, or those held out."""
    for document, rows in opened(shared, held_out=held_out):
        yield example(document, rows, vocabulary)


def example(document: Document, rows: Rows, vocabulary: Vocabulary) -> Example:
    reading = prepare(document.text)
    found = words(replace(reading, sentences=document.sentences), vocabulary)
    tags, names, heads = [""] * len(found), [0] * len(found), [0] * len(found)
    for (start, stop), tag in zip(rows.spans, rows.tags, strict=True):
        for token in touched(found, start, stop):
            tags[token] = tag if found.stops[token] >= stop else "PART"
    for one in mentioned(rows):
        if rows.tags[one.head] in PROPER:
            name(rows, found, names, (one.kind, *run(rows, one.first, one.last, one.head)))
        elif rows.tags[one.head] in {"NN", "NNS"} and one.kind in HEADS:
            for token in touched(found, *rows.spans[one.head]):
                heads[token] = HEADS.index(one.kind)
    return replace(
        Example.of(document.name, document.text, found),
        tags=tags,
        names=names,
        heads=heads,
        style=1,
        passes=[relations(rows, found)],
    )


def run(rows: Rows, first: int, last: int, head: int) -> tuple[int, int]:
    """The name itself: the proper nouns around the head, over “of” and “the”."""
    start = stop = head
    while start > first and rows.tags[start - 1] in PROPER:
        start -= 1
    while stop < last and rows.tags[stop + 1] in PROPER:
        stop += 1
    while stop + 2 <= last and rows.tags[stop + 1] == "IN":
        after = stop + 3 if rows.tags[stop + 2] == "DT" and stop + 3 <= last else stop + 2
        if rows.tags[after] not in PROPER or rows.notes[after].count("Entity=("):
            break
        stop = after
    return start, stop


def name(rows: Rows, found: Words, names: list[int], entity: tuple[str, int, int]) -> None:
    """Labels a name; the outermost of two that overlap stays."""
    kind, first, last = entity
    while kind == "person" and first <= last and rows.forms[first] in TITLES:
        first += 1
    if not kind or first > last:
        return
    covered = touched(found, rows.spans[first][0], rows.spans[last][1])
    for place, token in enumerate(covered):
        names[token] = NAMES.index(f"{'I' if place else 'B'}-{kind}")


def relations(rows: Rows, found: Words) -> list[dict[str, list[int]]]:
    """The attribution relations: what is said are the units of the sentence that hang on it."""
    unit_of, parents, signals = units(rows)
    made = []
    for unit, (target, signal) in signals.items():
        below = {u for u in parents if u != unit and hangs(u, target, parents, unit)} | {target}
        places = [t for t, u in enumerate(unit_of) if u in below]
        here = {rows.sentence[t] for t, u in enumerate(unit_of) if u in {unit, target}}
        places = [t for t in places if rows.sentence[t] in here]
        parts: dict[str, list[int]] = {key: [] for key in ("sem-atsrc", "lex-indwd", "lex-indph")}
        for key, numbers in SIGNAL.findall(signal):
            parts[key] += [t for piece in numbers.split(",") if piece for t in between(piece)]
        source, cue = parts["sem-atsrc"], parts["lex-indwd"] + parts["lex-indph"]
        roles = {"source": source, "cue": cue, "content": places}
        if cue and places:
            made.append({role: covered(rows, found, ts) for role, ts in roles.items()})
    return made


def between(piece: str) -> range:
    first, _, last = piece.partition("-")
    return range(int(first) - 1, int(last or first))


def covered(rows: Rows, found: Words, places: list[int]) -> list[int]:
    spans = [rows.spans[t] for t in places if t < len(rows.spans)]
    return sorted({token for span in spans for token in touched(found, *span)})


def hangs(unit: int, target: int, parents: dict[int, int], without: int) -> bool:
    seen = 0
    while unit in parents and unit != without and seen < 100:
        unit, seen = parents[unit], seen + 1
        if unit == target:
            return True
    return False


def units(rows: Rows) -> tuple[list[int], dict[int, int], dict[int, tuple[int, str]]]:
    """The discourse unit of each token, what each hangs on, and which are attributions."""
    unit, unit_of = 0, list[int]()
    parents: dict[int, int] = {}
    signals: dict[int, tuple[int, str]] = {}
    for note in rows.notes:
        value = next((p[10:] for p in note.split("|") if p.startswith("Discourse=")), "")
        primary = value.split(";")[0]
        if (arrow := re.match(r"([a-z_-]+):(\d+)->(\d+):\d+:?(.*)", primary)) is not None:
            kind, child, parent, signal = arrow.groups()
            unit = int(child)
            parents[unit] = int(parent)
            if kind.startswith("attribution"):
                signals[unit] = (int(parent), signal)
        elif primary.startswith("ROOT:"):
            unit = int(primary.split(":")[1])
        unit_of.append(unit)
    return unit_of, parents, signals
