"""Example: a text as tokens, with what is to be learned of each."""

from dataclasses import dataclass, field

from crossread.weights.tagger import HEADS, NAMES, ROLES, TYPES
from crossread.weights.words import Words

__all__ = ["HEADS", "KEPT_OUT", "NAMES", "ROLE", "ROLES", "SKIP", "TYPES", "Example"]

KEPT_OUT = 17  # every 17th article of train: for the linker, its threshold and its scores
SKIP = -100  # nothing is learned of this token

ROLE = {"source": 1, "cue": 2, "content": 3}


@dataclass(slots=True)
class Example:
    """One text. All lists are as long as `tokens`, but for `passes` and `bounds`."""

    name: str
    tokens: list[str]
    dress: list[int]
    quoted: list[int]
    before: list[int]
    bounds: list[int]  # of the sentences, by token
    tags: list[str] = field(default_factory=list)  # Penn Treebank; "" unknown
    names: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    style: int = 0  # 0 as PolNeAR marks attributions, 1 as GUM does
    # What each annotator marked: the attributions, each by role the tokens.
    passes: list[list[dict[str, list[int]]]] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, text: str, found: Words) -> "Example":
        """A text before anything is to be learned of it."""
        tokens = [text[a:b] for a, b in zip(found.starts, found.stops, strict=True)]
        return cls(name, tokens, found.dress, found.quoted, found.before, found.bounds)
