"""Links: which source, cue and content belong to one attribution."""

from dataclasses import dataclass

import numpy as np

from crossread.stages.attributions.pieces import Piece
from crossread.weights.tagger import Array, Tagged

SOURCE, CUE, CONTENT = 1, 2, 3  # columns of a link
JOINED = 0.45  # a content and a cue less likely than this to belong together stay apart
SPOKEN = 0.3  # the same of a source
FOUND = 0.5  # words that no piece holds are source or content if so likely
ANCHORS = 4  # tokens of a cue that are asked


@dataclass(slots=True)
class Linked:
    """An attribution by its pieces, and how sure each link is."""

    cue: Piece | None
    content: list[Piece]
    source: Piece | None = None
    joined: float = 0.0  # that the content belongs to the cue
    spoken: float = 0.0  # that the source belongs to both


def linked(tagged: Tagged, found: list[Piece]) -> list[Linked]:
    """The attributions of a text, in the order of their first words."""
    cues = [piece for piece in found if piece.role == "cue"]
    contents = [piece for piece in found if piece.role == "content"]
    sources = [piece for piece in found if piece.role == "source"]
    by_cue = {cue: asked(tagged, cue.first, min(cue.last, cue.first + ANCHORS)) for cue in cues}
    by_content = {one: asked(tagged, one.first, one.first + 1) for one in contents}
    made = joined(by_cue, by_content)
    for one in made:
        asks = [by_content[piece] for piece in one.content]
        rows = np.mean(asks, axis=0)
        if one.cue:
            rows = (rows + by_cue[one.cue]) / 2
        give_source(one, rows, sources, found)
    return sorted(made, key=lambda one: min(p.first for p in [*one.content, one.cue] if p))


def asked(tagged: Tagged, first: int, last: int) -> Array:
    """What these tokens, as anchors, say of every token of the text, on average."""
    rows = np.zeros((len(tagged.words), 4), np.float32)
    for anchor in range(first, last):
        start, near = tagged.links(anchor)
        rows[start : start + len(near)] += near
    return rows / np.float32(last - first)


def means(column: Array, found: list[Piece]) -> Array:
    """The mean of a column over each of the pieces."""
    sums = np.concatenate([np.zeros(1, np.float32), np.cumsum(column, dtype=np.float32)])
    first, last = (np.array([getattr(p, end) for p in found]) for end in ("first", "last"))
    found_means: Array = (sums[last] - sums[first]) / (last - first)
    return found_means


def joined(by_cue: dict[Piece, Array], by_content: dict[Piece, Array]) -> list[Linked]:
    """Each content goes to the cue it belongs to; one without a cue stands alone."""
    cues, contents = list(by_cue), list(by_content)
    if not cues or not contents:
        return [Linked(None, [content]) for content in contents]
    there = np.array([means(by_cue[cue][:, CONTENT], contents) for cue in cues])
    back = np.array([means(by_content[one][:, CUE], cues) for one in contents])
    chances = (there.T + back) / 2
    made = {cue: Linked(cue, []) for cue in cues}
    alone: list[Linked] = []
    for content, row in zip(contents, chances, strict=True):
        best = int(row.argmax())
        if row[best] < JOINED:
            alone.append(Linked(None, [content]))
        else:
            one = made[cues[best]]
            one.content.append(content)
            one.joined = max(one.joined, float(row[best]))
    return [one for one in made.values() if one.content] + alone


def give_source(one: Linked, rows: Array, sources: list[Piece], found: list[Piece]) -> None:
    """The source that belongs best, or words that nothing else holds and that may well be it."""
    if sources:
        chances = means(rows[:, SOURCE], sources)
        best = int(chances.argmax())
        one.spoken = float(chances[best])
        if one.spoken >= SPOKEN:
            one.source = sources[best]
            return
    free = [
        int(t)
        for t in np.flatnonzero(rows[:, SOURCE] > FOUND)
        if not any(piece.meets(int(t), int(t) + 1) for piece in found)
    ]
    if free:
        runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
        run = max(runs, key=lambda run: float(rows[run, SOURCE].sum()))
        one.source = Piece("source", int(run[0]), int(run[-1]) + 1)
        one.spoken = float(rows[run, SOURCE].mean())
