"""Example: a text as tokens, with what is to be learned of each."""

from dataclasses import dataclass, field

# The labels of a token. B- begins a span, I- goes on with it.
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TYPES = ("person", "organisation", "place", "group", "work")
NAMES = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
HEADS = ("O", *TYPES)  # the head of a description: “the | minister | of ports”
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
