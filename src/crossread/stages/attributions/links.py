"""Links: which source, cue and content belong to one attribution."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.stages.attributions.pieces import Piece
from crossread.weights.tagger import NEAR, Array, Tagged

SOURCE, CUE, CONTENT = 1, 2, 3  # columns of a link
JOINED = 0.45  # a content and a cue less likely than this to belong together stay apart
SPOKEN = 0.3  # the same of a source
FOUND = 0.5  # words that no piece holds are source or content if so likely
ANCHORS = 2  # tokens of a cue that are asked


@dataclass(slots=True)
class Linked:
    """An attribution by its pieces, and how sure each link is."""

    cue: Piece | None
    content: list[Piece]
    source: Piece | None = None
    joined: float = 0.0  # that the content belongs to the cue
    spoken: float = 0.0  # that the source belongs to both


@dataclass(frozen=True, slots=True)
class Around:
    """What a piece says of the tokens around it, a row a token from `first` on; 0 of the rest.

    Only these are kept: a long text has many pieces, and each looks only so far.
    """

    first: int
    rows: Array

    def means(self, column: int, found: Sequence[Piece], sizes: NDArray[np.int64]) -> Array:
        """The mean of a column over each of the pieces, where a name counts once."""
        end = len(self.rows)
        counts = np.diff(sizes[self.first : self.first + end + 1])
        sums = np.concatenate([np.zeros(1), np.cumsum(self.rows[:, column] * counts)])
        first = np.array([piece.first for piece in found], np.int64)
        last = np.array([piece.last for piece in found], np.int64)
        whole = sums[np.clip(last - self.first, 0, end)] - sums[np.clip(first - self.first, 0, end)]
        means: Array = (whole / np.maximum(1, sizes[last] - sizes[first])).astype(np.float32)
        return means


def linked(tagged: Tagged, found: list[Piece]) -> list[Linked]:
    """The attributions of a text, in the order of their first words."""
    cues = [piece for piece in found if piece.role == "cue"]
    contents = [piece for piece in found if piece.role == "content"]
    sources = [piece for piece in found if piece.role == "source"]
    by_cue = {cue: asked(tagged, cue.first, min(cue.last, cue.first + ANCHORS)) for cue in cues}
    by_content = {one: asked(tagged, one.first, one.first + 1) for one in contents}
    free = np.ones(len(tagged.words), bool)
    for piece in found:
        free[piece.first : piece.last] = False
    sizes = np.concatenate([np.zeros(1, np.int64), np.cumsum(tagged.counts, dtype=np.int64)])
    made = joined(by_cue, by_content, sizes)
    for one in made:
        around = mean([by_content[piece] for piece in one.content])
        if one.cue:
            around = mean([around, by_cue[one.cue]])
        give_source(one, around, sizes, sources, free=free)
    return sorted(made, key=lambda one: min(p.first for p in [*one.content, one.cue] if p))


def asked(tagged: Tagged, first: int, last: int) -> Around:
    """What these tokens, as anchors, say of the tokens around them, on average."""
    return mean([Around(*tagged.links(anchor)) for anchor in range(first, last)])


def mean(found: Sequence[Around]) -> Around:
    first = min(one.first for one in found)
    last = max(one.first + len(one.rows) for one in found)
    rows = np.zeros((last - first, 4), np.float32)
    for one in found:
        rows[one.first - first : one.first - first + len(one.rows)] += one.rows
    return Around(first, rows / np.float32(len(found)))


def joined(
    by_cue: dict[Piece, Around], by_content: dict[Piece, Around], sizes: NDArray[np.int64]
) -> list[Linked]:
    """Each content goes to the cue it belongs to; one without a cue stands alone."""
    cues, contents = list(by_cue), list(by_content)
    chances = [np.zeros(0, np.float32)] * len(contents)  # of the cues near each, in order
    lowest, highest = near(cues, contents)
    for number, content in enumerate(contents):
        chances[number] = by_content[content].means(
            CUE, cues[lowest[number] : highest[number]], sizes
        )
    for number, cue in enumerate(cues):
        first, last = (
            np.searchsorted(highest, number, "right"),
            np.searchsorted(lowest, number, "right"),
        )
        for place, there in enumerate(
            by_cue[cue].means(CONTENT, contents[first:last], sizes), int(first)
        ):
            chances[place][number - lowest[place]] += there
    made = {cue: Linked(cue, []) for cue in cues}
    alone: list[Linked] = []
    for number, content in enumerate(contents):
        row = chances[number] / 2
        best = int(row.argmax()) if len(row) else 0
        if not len(row) or row[best] < JOINED:
            alone.append(Linked(None, [content]))
        else:
            one = made[cues[lowest[number] + best]]
            one.content.append(content)
            one.joined = max(one.joined, float(row[best]))
    return [one for one in made.values() if one.content] + alone


def near(cues: list[Piece], contents: list[Piece]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each content, the first of the cues that can be linked to it, and where they end."""
    starts = [cue.first for cue in cues]
    first = np.searchsorted(starts, [one.first - NEAR - ANCHORS for one in contents])
    return first, np.searchsorted(starts, [one.last + NEAR for one in contents])


def give_source(
    one: Linked,
    around: Around,
    sizes: NDArray[np.int64],
    sources: list[Piece],
    *,
    free: NDArray[np.bool_],
) -> None:
    """The source that belongs best, or words that nothing else holds and that may well be it."""
    if sources:
        chances = around.means(SOURCE, sources, sizes)
        best = int(chances.argmax())
        one.spoken = float(chances[best])
        if one.spoken >= SPOKEN:
            one.source = sources[best]
            return
    column = around.rows[:, SOURCE]
    likely = np.flatnonzero((column > FOUND) & free[around.first : around.first + len(column)])
    if len(likely):
        runs = np.split(likely, np.flatnonzero(np.diff(likely) > 1) + 1)
        run = max(runs, key=lambda run: float(column[run].sum()))
        first = around.first + int(run[0])
        one.source = Piece("source", first, first + len(run))
        one.spoken = float(column[run].mean())
