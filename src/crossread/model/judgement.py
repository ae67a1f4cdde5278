"""Judgement: what a person decided. Never changed, only followed by another that takes it back."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.entity import EntityType

Verdict = Literal["same", "different", "rename", "withdraw"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who is judged: whoever bears this name, in articles now and to come."""

    name: str
    type: EntityType | None = None  # None: of any type
    articles: tuple[str, ...] = ()  # only in these; empty: wherever the name stands


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on who is who.

    - `same`: `one` and `other` are one and the same
    - `different`: they are two, whatever else may speak for it
    - `rename`: `one` is to be shown under `name`
    - `withdraw`: the judgement with the number `withdrawn` holds no more
    """

    number: int  # from 1, in the order they were made
    verdict: Verdict
    one: Party | None = None
    other: Party | None = None
    name: str | None = None
    withdrawn: int | None = None
    who: str = ""
    when: str = ""  # ISO 8601, UTC
