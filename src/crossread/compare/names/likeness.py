"""Likeness: how likely two names are names of one bearer, by their spelling alone, and why."""

from dataclasses import dataclass

# From here on two names count as alike: what is below says that they are two, or too little.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names are of one bearer, by spelling alone, and one sentence that says why."""

    score: float  # 0 to 1; from ALIKE on they may be one
    reason: str
