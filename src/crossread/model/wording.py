"""Wording: how a thing is put."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span

WordingKind = Literal["scare-quote", "label", "hedge", "presumption", "insinuation"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that colour what they say: a label, a hedge, “it is obvious that”."""

    span: Span
    kind: WordingKind
    of: str | None = None  # the id of the entity that it speaks of, where that is clear
    rule: str = ""
