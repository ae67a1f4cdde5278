"""A tagger's answer made by hand: every label and every link as a test wants it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from crossread.stages.attributions.pieces import IN_ORDER, Piece
from crossread.weights.tagger import LINKS, Array, Linker, Tagged
from crossread.weights.words import Words
from tests.weights.made import plain

REST = 0.01  # a link of which nothing is said
LABEL = -0.1  # the log probability of a label that is said


@dataclass(slots=True)
class Told(Tagged):
    """Tagged, with the probability of each link given: `chances[anchor, token, link]`."""

    chances: Array

    def links(self, anchor: int) -> tuple[int, Array]:
        return 0, self.chances[anchor]


def told(size: int, found: list[Piece], links: Mapping[tuple[Piece, Piece], float]) -> Told:
    """The pieces of a text of one sentence, and from anchor to piece how likely each link is."""
    chances = np.full((size, size, len(LINKS)), REST, np.float32)
    for (anchor, piece), chance in links.items():
        column = LINKS.index(piece.role)
        chances[anchor.first : anchor.last, piece.first : piece.last, column] = chance
    return Told(words(size), roles(size, found), *blank(size), linker(), chances)


def words(size: int) -> Words:
    return plain([1] * size) if size else plain()


def roles(size: int, found: list[Piece]) -> Array:
    rows = np.full((size, 7), -8, np.float32)
    rows[:, 0] = LABEL
    for piece in found:
        column = 2 * IN_ORDER.index(piece.role) + 1
        rows[piece.first : piece.last, 0] = -8
        rows[piece.first, column] = LABEL
        rows[piece.first + 1 : piece.last, column + 1] = LABEL
    return rows


def blank(
    size: int,
) -> tuple[Array, Array, Array, Array, "np.ndarray[tuple[int], np.dtype[np.int64]]"]:
    nothing = np.zeros((size, 1), np.float32)
    return nothing, nothing, nothing, nothing, np.arange(size, dtype=np.int64)


def linker(width: int = 1) -> Linker:
    """One that knows nothing: all links are as likely."""
    return Linker(
        np.zeros((49, width), np.float32),
        np.zeros((width, len(LINKS)), np.float32),
        np.zeros(len(LINKS), np.float32),
    )
