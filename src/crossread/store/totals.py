"""The summary of a case: what is counted in it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from crossread.languages.language import words_of_all
from crossread.store.database import Database
from crossread.store.rows import Summary
from crossread.store.search import Condition, fold

TOP = 20  # sources that are named

TOTALS = """
    SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM attributions WHERE {likely}),
        (SELECT count(*) FROM failures), (SELECT min(published) FROM articles),
        (SELECT max(published) FROM articles),
        (SELECT count(*) FROM articles WHERE published IS NULL)"""
OUTLETS = "SELECT outlet, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"
KINDS = """
    SELECT kind, count(*) FROM attributions WHERE {likely}
    GROUP BY 1 ORDER BY 2 DESC, 1"""
SOURCES = """
    SELECT coalesce(identities.name, (SELECT name FROM entities
        WHERE (entities.article, entities.id) = (attributions.article, speaker)), source_words
    ) AS called, identities.id, count(*) FROM attributions
    LEFT JOIN members ON (members.article, members.entity) = (attributions.article, speaker)
    LEFT JOIN identities ON identities.id = members.identity
    WHERE voice NOT IN ('none', 'anonymous') AND called <> '' AND {likely}
    GROUP BY 1, 2"""


def summary(database: Database, likely: Condition) -> Summary:
    """The totals; of the statements, those that fulfil the condition."""
    (row,) = counts(database, TOTALS, likely)
    articles, statements, failures, first, last, undated = row
    return Summary(
        articles=articles,
        statements=statements,
        failures=failures,
        first=first,
        last=last,
        undated=undated,
        outlets=tuple(database.rows(OUTLETS)),
        sources=sources(database, likely),
        kinds=tuple(counts(database, KINDS, likely)),
    )


def counts(database: Database, sql: str, likely: Condition) -> Iterator[Any]:
    return database.rows(sql.format(likely=likely.sql), likely.values)


def sources(database: Database, likely: Condition) -> tuple[tuple[str, int], ...]:
    """Who is quoted most, where that is more than “they” or “who”.

    Each identity is one, under its name. Of all others, names that differ only in accents or case
    are one; and whoever is called as one identity is called counts as that.
    """
    found = list(counts(database, SOURCES, likely))
    names = {identity: name for name, identity, _ in found if identity}
    bearers: dict[str, list[str]] = {}
    for identity, name in names.items():
        bearers.setdefault(fold(name), []).append(identity)
    totals, spellings = Counter[str](), dict[str, Counter[str]]()
    pronouns = words_of_all("pronouns")
    for name, identity, count in found:
        if identity or name.lower() not in pronouns:
            called = bearers.get(fold(name), ())
            key = identity or (called[0] if len(called) == 1 else fold(name))
            totals[key] += count
            spellings.setdefault(key, Counter())[name] += count
    shown = {key: names.get(key) or likeliest(spellings[key]) for key in totals}
    ranked = sorted(totals.items(), key=lambda item: (-item[1], shown[item[0]]))[:TOP]
    return tuple((shown[key], count) for key, count in ranked)


def likeliest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))
