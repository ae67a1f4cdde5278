"""Chances: how likely an attribution of the tagger is right, from what is known of it.

A logistic regression over a few features, fitted on articles that the network never learned from
(training/tagger/fit.py). Right means: annotators have it, with at least half of the same words
as its content and as its source.
"""

import math
from collections.abc import Mapping

import numpy as np

from crossread.stages.attributions.links import Linked
from crossread.stages.attributions.pieces import IN_ORDER, Piece
from crossread.weights.dress import OUTSIDE
from crossread.weights.named import GOES_ON
from crossread.weights.tagger import Array, Tagged

CLOSE = 1e-4  # no probability counts as nearer to 0 or 1


def chance(tagged: Tagged, one: Linked, weights: Mapping[str, float]) -> float:
    """The probability that an attribution is right."""
    total = sum(weights[name] * value for name, value in features(tagged, one).items())
    return 1 / (1 + math.exp(-total))


def features(tagged: Tagged, one: Linked) -> dict[str, float]:
    """What is known of an attribution, each as a number of about the size of 1."""
    inside = [
        tagged.words.quoted[t] for piece in one.content for t in (piece.first, piece.last - 1)
    ]
    quoted = sum(state != OUTSIDE for state in inside) / len(inside)
    length = sum(int(tagged.units[p.last - 1] - tagged.units[p.first]) + 1 for p in one.content)
    found = {
        "always": 1.0,
        "content": min(sure(tagged, piece) for piece in one.content),
        "begins": min(begins(tagged.roles, piece) for piece in one.content),
        "cue": sure(tagged, one.cue) if one.cue else 0.0,
        "no cue": float(one.cue is None),
        "joined": logit(one.joined) if one.cue else 0.0,
        "source": sure(tagged, one.source) if one.source else 0.0,
        "spoken": logit(one.spoken) if one.source else 0.0,
        "no source": float(one.source is None),
        "other source": logit(one.spoken) if one.source is None else 0.0,
        "length": math.log(length),
        "pieces": float(len(one.content) > 1),
        "quoted": quoted,
        "quoted cue": quoted * (sure(tagged, one.cue) if one.cue else 0.0),
    }
    return found


def sure(tagged: Tagged, piece: Piece) -> float:
    """How sure the labels of a piece are: the mean over its tokens, where a name counts once."""
    named = tagged.words.named[piece.first : piece.last]
    counts = np.array([name != GOES_ON for name in named], np.float32)
    counts[0] = 1
    return logit(float(np.average(np.exp(mass(tagged.roles, piece)), weights=counts)))


def begins(rows: Array, piece: Piece) -> float:
    """How sure it is that the piece begins just where it does, and ends there."""
    column = 2 * IN_ORDER.index(piece.role) + 1
    starts = float(np.exp(rows[piece.first, column]))
    ends = 1.0
    if piece.last < len(rows):
        ends = 1 - float(np.exp(rows[piece.last, column + 1]))
    return logit(starts * ends)


def mass(rows: Array, piece: Piece) -> Array:
    """The log probability that each token plays the piece's role."""
    column = 2 * IN_ORDER.index(piece.role) + 1
    found: Array = np.logaddexp(
        rows[piece.first : piece.last, column], rows[piece.first : piece.last, column + 1]
    )
    return found


def logit(share: float) -> float:
    share = min(1 - CLOSE, max(CLOSE, share))
    return math.log(share / (1 - share))
