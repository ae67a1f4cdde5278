"""Pieces: from what the tagger says of each token to stretches of source, cue and content."""

from dataclasses import dataclass
from typing import Literal

from crossread.weights.dress import PARAGRAPH
from crossread.weights.tagger import Array
from crossread.weights.words import Words

Role = Literal["source", "cue", "content"]
IN_ORDER: tuple[Role, ...] = ("source", "cue", "content")
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens from `first` to before `last` that play one role."""

    role: Role
    first: int
    last: int

    def meets(self, first: int, last: int) -> bool:
        return self.first < last and first < self.last


def pieces(rows: Array, words: Words) -> list[Piece]:
    """The likeliest stretches, in the order of the text; none goes beyond its paragraph."""
    found: list[Piece] = []
    role, start = 0, 0
    labels = likeliest(rows.tolist())
    for place, label in enumerate([*labels, 0]):
        now = (label + 1) // 2
        breaks = place < len(words) and words.before[place] >= PARAGRAPH
        if role and (now != role or label % 2 or breaks):
            found.append(Piece(IN_ORDER[role - 1], start, place))
            role = 0
        if now and not role:
            role, start = now, place
    return found


def likeliest(rows: list[list[float]]) -> list[int]:
    """The best sequence of labels in which I- only follows B- or I- of its kind (Viterbi)."""
    if not rows:
        return []
    scores = [NEVER if k in {2, 4, 6} else score for k, score in enumerate(rows[0])]
    trail: list[list[int]] = []
    for row in rows[1:]:
        best = max(range(7), key=scores.__getitem__)
        came = [best] * 7
        for k in (2, 4, 6):
            came[k] = k if scores[k] >= scores[k - 1] else k - 1
        scores = [scores[before] + score for before, score in zip(came, row, strict=True)]
        trail.append(came)
    labels = [max(range(7), key=scores.__getitem__)]
    for came in reversed(trail):
        labels.append(came[labels[-1]])
    return labels[::-1]
