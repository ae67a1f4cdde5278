"""Mention and Entity: a name, description or pronoun, and who it is."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span

EntityType = Literal["person", "organisation", "place", "group", "work"]
Form = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to someone or something: a name, a description or a pronoun."""

    span: Span
    type: EntityType
    form: Form
    entity: str | None = None  # an entity's id; None = unknown
    score: float | None = None
    rule: str = ""
    reason: str = ""  # why it is of this entity, in one sentence


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place, group or work, as one article speaks of it."""

    id: str
    name: str  # the fullest name that the article gives
    type: EntityType
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    reason: str = ""  # why these mentions are one, in one sentence
