"""Which lines of a text are page furniture: a model over what is seen of lines, and a stretch.

Small decision trees, each of which corrects those before it (gradient boosting, Friedman 2001),
give each line the chance that it is furniture. A page tells one story: the stretch of lines
whose chances speak for it together. The trees are trained by `training/furniture.py`; the card
is `furniture.md`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from crossread.weights.features import features
from crossread.weights.lines import Line
from crossread.weights.prose import Stretch, best_run

# What the trees say: "start", the sum before the first; "trees", each a list of nodes. A node
# is [feature, threshold, node if not above it, node if above], or [value].
Weights = Mapping[str, Any]
CERTAIN = 0.98  # a chance as high as this speaks against the story
MOST_WORDS = 4  # of a line that count


@cache
def shipped() -> Weights:
    file = resources.files("crossread.weights").joinpath("furniture.json")
    weights: Weights = json.loads(file.read_text(encoding="utf-8"))
    return weights


def scores(lines: Sequence[Line], weights: Weights | None = None) -> list[float]:
    """For each line the chance, 0 to 1, that it is furniture."""
    weights = shipped() if weights is None else weights
    return [chance(row, weights) for row in features(lines)]


def chance(row: Sequence[float], weights: Weights) -> float:
    total = weights["start"] + sum(leaf(tree, row) for tree in weights["trees"])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def leaf(tree: Sequence[Sequence[float]], row: Sequence[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        feature, threshold, low, high = node
        node = tree[int(low if row[int(feature)] <= threshold else high)]
    return node[0]


def told(lines: Sequence[Line], chances: Sequence[float]) -> Stretch:
    """The stretch of lines that tells the story: the run whose evidence is greatest.

    A line speaks by its words, a few at most, for the story or against it.
    """
    return best_run(
        [
            (logit(CERTAIN) - logit(chance)) * min(max(1, line.words), MOST_WORDS)
            for line, chance in zip(lines, chances, strict=True)
        ]
    )


def logit(chance: float) -> float:
    chance = max(1e-5, min(1 - 1e-5, chance))
    return math.log(chance / (1 - chance))
