"""Who says how much in a case, by identity, and of how many statements that is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.model.identity import Identity
from crossread.store import identities
from crossread.store.database import Database
from crossread.store.search import Condition

MOST_DOUBTED = 3

COUNTED = """
    SELECT identities.id, count(*) FROM attributions
    JOIN members ON (members.article, members.entity) = (attributions.article, speaker)
    JOIN identities ON identities.id = members.identity
    WHERE {likely} GROUP BY 1 ORDER BY 2 DESC, identities.name, 1"""
UNKNOWN = """
    SELECT count(*) FILTER (WHERE source_words <> '' AND voice <> 'anonymous'),
        count(*) FILTER (WHERE source_words <> '' AND voice = 'anonymous'),
        count(*) FILTER (WHERE source_words = '')
    FROM attributions WHERE {likely} AND NOT EXISTS (SELECT 1 FROM members
        WHERE (members.article, members.entity) = (attributions.article, speaker))"""
SUGGESTED = "SELECT count(*) FROM suggestions"
DOUBTED = """
    SELECT one, first.name, other, second.name FROM suggestions
    JOIN identities AS first ON first.id = one JOIN identities AS second ON second.id = other
    ORDER BY score DESC, n LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Doubted:
    """Two identities that may be one, by their ids and names."""

    one: str
    one_name: str
    other: str
    other_name: str


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says most; how many say something; and what is not known."""

    first: tuple[tuple[Identity, int], ...] = ()  # with the number of statements, the most first
    speakers: int = 0
    known: int = 0  # statements whose speaker is an identity
    unknown: int = 0  # that have a source, and who it is is not known
    anonymous: int = 0
    sourceless: int = 0
    suggestions: int = 0
    doubted: tuple[Doubted, ...] = ()  # the likeliest of them


def speakers(database: Database, likely: Condition, most: int) -> Speakers:
    """Those who say most, and the counts of all; of statements that fulfil the condition."""
    counted = list(database.rows(COUNTED.format(likely=likely.sql), likely.values))
    unknown = database.one(UNKNOWN.format(likely=likely.sql), likely.values) or (0, 0, 0)
    suggested = database.one(SUGGESTED) or (0,)
    return Speakers(
        first=tuple(named(database, counted[:most])),
        speakers=len(counted),
        known=sum(count for _, count in counted),
        unknown=unknown[0],
        anonymous=unknown[1],
        sourceless=unknown[2],
        suggestions=suggested[0],
        doubted=tuple(Doubted(*row) for row in database.rows(DOUBTED, [MOST_DOUBTED])),
    )


def named(database: Database, counted: Sequence[tuple[str, int]]) -> Iterator[tuple[Identity, int]]:
    held = {one.id: one for one in identities.load(database, [each for each, _ in counted])}
    return ((held[each], count) for each, count in counted)
