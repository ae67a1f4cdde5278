"""Links: which source, cue and content belong to one attribution."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from crossread.stages.attributions.pieces import Piece
from crossread.weights.tagger import Array, Tagged

SOURCE, CUE, CONTENT = 1, 2, 3  # columns of a link
JOINED = 0.2  # a content and a cue less likely than this to belong together stay apart
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
    by_cue = {cue: asked(tagged, range(cue.first, min(cue.last, cue.first + ANCHORS))) for cue in cues}
    by_content = {content: asked(tagged, [content.first]) for content in contents}
    made = joined(by_cue, by_content)
    for one in made:
        asks = [by_cue[one.cue]] if one.cue else []
        heard = [by_content[piece] for piece in one.content]
        if heard:
            asks.append(np.mean(heard, axis=0))
        rows: Array = np.mean(asks, axis=0)
        give_source(one, rows, sources, found)
    return sorted(made, key=lambda one: min(p.first for p in [*one.content, one.cue] if p))


def asked(tagged: Tagged, anchors: Iterable[int]) -> Array:
    """What the anchors say of every token of the text, on average."""
    rows = np.zeros((len(tagged.words), 4), np.float32)
    number = 0
    for anchor in anchors:
        first, near = tagged.links(anchor)
        rows[first : first + len(near)] += near
        number += 1
    return rows / np.float32(number)


def joined(by_cue: dict[Piece, Array], by_content: dict[Piece, Array]) -> list[Linked]:
    """Each content goes to the cue it belongs to; one without a cue stands alone."""
    made = {cue: Linked(cue, []) for cue in by_cue}
    alone: list[Linked] = []
    for content, rows in by_content.items():
        best, chance = None, 0.0
        for cue, near in by_cue.items():
            there = float(near[content.first : content.last, CONTENT].mean())
            back = float(rows[cue.first : cue.last, CUE].mean())
            if there + back > 2 * chance:
                best, chance = cue, (there + back) / 2
        if best is None or chance < JOINED:
            alone.append(Linked(None, [content]))
        else:
            made[best].content.append(content)
            made[best].joined = max(made[best].joined, chance)
    return [one for one in made.values() if one.content] + alone


def give_source(one: Linked, rows: Array, sources: list[Piece], found: list[Piece]) -> None:
    """The source that belongs best, or words that nothing else holds and that may well be it."""
    chances = [(float(rows[s.first : s.last, SOURCE].mean()), s) for s in sources]
    chance, best = max(chances, key=lambda pair: pair[0], default=(0.0, None))
    one.spoken = chance
    if best is not None and chance >= SPOKEN:
        one.source = best
        return
    free = np.flatnonzero(rows[:, SOURCE] > FOUND)
    free = np.array([t for t in free if not any(p.meets(t, t + 1) for p in found)], dtype=int)
    if len(free):
        runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
        run = max(runs, key=lambda run: float(rows[run, SOURCE].sum()))
        one.source = Piece("source", int(run[0]), int(run[-1]) + 1)
        one.spoken = float(rows[run, SOURCE].mean())
