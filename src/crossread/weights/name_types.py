"""The type of a name, by what is seen of it and around it: a multinomial logistic regression.

It knows no name: its features are the form of a name, the words of tables in it and the words
around it. Trained by `training/name_types.py`; the card is `name_types.md`.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class NameTypes:
    """The weights: a row a feature, a column a type; `none` is what nobody is."""

    types: tuple[str, ...]
    start: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def __call__(self, features: Mapping[str, float]) -> dict[str, float]:
        """The chance of each type, given the features and how strongly each holds (0 to 1)."""
        sums = list(self.start)
        for feature, share in features.items():
            for place, weight in enumerate(self.weights.get(feature, ())):
                sums[place] += share * weight
        top = max(sums)
        odds = [math.exp(one - top) for one in sums]
        return {kind: one / sum(odds) for kind, one in zip(self.types, odds, strict=True)}


@cache
def name_types() -> NameTypes:
    file = resources.files("crossread.weights").joinpath("name_types.json")
    stored = json.loads(file.read_text(encoding="utf-8"))
    weights = {feature: tuple(row) for feature, row in stored["weights"].items()}
    return NameTypes(tuple(stored["types"]), tuple(stored["start"]), weights)
