"""Figures, ties, events and wording of all the articles: which of them are asked for."""

from collections.abc import Iterator, Sequence
from typing import Any

from crossread.store.database import Database, Row
from crossread.store.search import Condition, Filters, conditions, matching_in, question

# A claimed item with its article and the statement that claims it; `statement` is empty for the
# outlet's own words, so that conditions on statements hold of the item, too.
CLAIMED = """
    JOIN articles AS article ON article.id = item.article
    LEFT JOIN attributions AS statement
        ON (statement.article, statement.id) = (item.article, item.claimed_by)"""
PUBLISHED = "article.published IS NULL, article.published, article.id, item.n"

FIGURES = f"SELECT item.article, item.n FROM figure_words AS item {CLAIMED}"
EVENTS = f"""
    SELECT item.article, item.n FROM event_days AS dated
    JOIN events AS item ON (item.article, item.n) = (dated.article, dated.n) {CLAIMED}"""
UNDATED = f"""
    SELECT count(*) FROM events AS item {CLAIMED} WHERE {{which}} AND NOT EXISTS
        (SELECT 1 FROM event_days AS dated
            WHERE (dated.article, dated.n) = (item.article, item.n))"""
TIES = f"""
    SELECT DISTINCT item.article, item.n FROM members
    JOIN ties AS item ON item.article = members.article
        AND members.entity IN (item.subject, item.object) {CLAIMED}
    WHERE members.identity = ? AND {{which}} ORDER BY {PUBLISHED}"""
# Whoever is asked for comes first: there are far more labels than articles that name one.
LABELS = f"""
    SELECT item.article, item.n FROM members
    CROSS JOIN wording AS item ON item.article = members.article AND item.of = members.entity
    JOIN articles AS article ON article.id = item.article
    WHERE members.identity = ? AND item.kind = 'label' ORDER BY {PUBLISHED}"""

Place = tuple[str, int]  # an article's id, and the item's number in its layer


def figures(database: Database, counted: str, words: str, filters: Filters) -> Iterator[Place]:
    """Figures whose counted words or verb have all of `counted`, in articles with the words."""
    asked = [*named(counted), *holding(words), *conditions("", filters)]
    return places(database, f"{FIGURES} WHERE {{which}} ORDER BY {PUBLISHED}", asked)


def figures_without_date(database: Database, counted: str, words: str, filters: Filters) -> int:
    """How many more there are in articles whose date is not known."""
    if not filters.dated:
        return 0
    asked = [*named(counted), *holding(words), *conditions("", filters.without_dates())]
    undated = Condition("article.published IS NULL", ())
    return count(
        database, f"SELECT count(*) FROM figure_words AS item {CLAIMED}", [*asked, undated]
    )


def events(database: Database, filters: Filters) -> Iterator[Place]:
    """Events whose date is told, the earliest first; the dates of `filters` are theirs."""
    asked = [*conditions("", filters.without_dates()), *within(filters)]
    sql = f"{EVENTS} WHERE {{which}} ORDER BY dated.first, dated.last, {PUBLISHED}"
    return places(database, sql, asked)


def events_without_date(database: Database, filters: Filters) -> int:
    which, values = joined(list(conditions("", filters.without_dates())))
    row = database.one(UNDATED.format(which=which), values)
    return int(row[0]) if row else 0


def ties(database: Database, identity: str, filters: Filters) -> Iterator[Place]:
    """The ties in which an identity is either party."""
    which, values = joined(list(conditions("", filters)))
    return placed(database.rows(TIES.format(which=which), [identity, *values]))


def labels(database: Database, identity: str) -> Iterator[Place]:
    """What an identity is called, beside its names."""
    return placed(database.rows(LABELS, [identity]))


def named(counted: str) -> Iterator[Condition]:
    if counted.strip():
        yield matching_in("figure_search", "item.row", question(counted))


def holding(words: str) -> Iterator[Condition]:
    if words.strip():
        yield matching_in("article_search", "article.row", question(words))


def within(filters: Filters) -> Iterator[Condition]:
    """That the days of an event and those of the filters have one in common."""
    if (since := filters.since) is not None:
        yield Condition("substr(dated.last, 1, ?) >= ?", (len(since), since))
    if (until := filters.until) is not None:
        yield Condition("substr(dated.first, 1, ?) <= ?", (len(until), until))


def joined(parts: Sequence[Condition]) -> tuple[str, list[Any]]:
    sql = " AND ".join(["TRUE", *(part.sql for part in parts)])
    return sql, [value for part in parts for value in part.values]


def places(database: Database, sql: str, asked: Sequence[Condition]) -> Iterator[Place]:
    which, values = joined(asked)
    return placed(database.rows(sql.format(which=which), values))


def placed(rows: Iterator[Row]) -> Iterator[Place]:
    return ((str(row[0]), int(row[1])) for row in rows)


def count(database: Database, sql: str, asked: Sequence[Condition]) -> int:
    which, values = joined(asked)
    row = database.one(f"{sql} WHERE {which}", values)
    return int(row[0]) if row else 0
