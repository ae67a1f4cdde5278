"""Identity: the entities of several articles that are one person, body or place."""

from dataclasses import dataclass

from crossread.model.entity import EntityType


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """An entity of an article, by the ids of both."""

    article: str
    entity: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """One entity as one article has it: what identities are made of."""

    member: Member
    name: str
    type: EntityType
    names: tuple[tuple[str, int], ...] = ()  # as written, each with its number of mentions
    roles: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None  # as in Article


@dataclass(frozen=True, slots=True)
class Named:
    """One of the names of an identity, and how often each outlet uses it."""

    name: str
    mentions: int
    outlets: tuple[tuple[str, int], ...] = ()  # mentions by outlet; "" where none is stated


@dataclass(frozen=True, slots=True)
class Held:
    """A role that articles give an identity, with where and when."""

    role: str
    articles: int
    first: str | None = None  # published; None where no article states a date
    last: str | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Why two entities are one, or may be."""

    one: Member
    other: Member
    score: float  # the likelihood that they are one, 0 to 1
    reason: str  # one sentence
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation, place, group or work, as all the articles speak of it."""

    id: str
    name: str  # the fullest that is used, or the one that a person chose
    type: EntityType
    members: tuple[Member, ...] = ()
    names: tuple[Named, ...] = ()  # the most used first
    roles: tuple[Held, ...] = ()  # the most used first
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two identities that may be one: for a person to decide."""

    one: str  # the ids of the two
    other: str
    score: float
    reason: str  # one sentence


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in a case, and what is in doubt."""

    identities: tuple[Identity, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
