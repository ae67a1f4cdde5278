"""Chances: from what speaks for it to how likely it is."""

import math

JOIN = 0.9  # from here on two are joined
BELOW = 0.89  # the most that a suggestion can be
SUGGEST = 0.5  # from here on it is left to a person; below, it is not worth asking
SUREST = 0.97  # a name alone never makes it surer than this


def logit(chance: float) -> float:
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))


def likely(evidence: float) -> float:
    """The chance that stands for so much evidence."""
    return 1 / (1 + math.exp(-evidence))
