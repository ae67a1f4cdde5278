"""The identities that were made last, as they lie in their tables, and how they come back.

They are those of the case as long as neither a reading nor a judgement has changed since: a
counter tells. So they are made once, not whenever somebody looks.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from crossread.model.identity import (
    Held,
    Identities,
    Identity,
    Join,
    Member,
    Named,
    Suggestion,
)
from crossread.store.database import Database, Row
from crossread.store.search import COLUMNS, INDEXES

BATCH = 10_000  # rows that are written at once
TABLES = ("identities", "members", "identity_names", "identity_roles", "joins", "suggestions")
AROUND = ("freshness", "identity_search")  # what belongs to them

CLEAR = "INSERT INTO identity_search (identity_search) VALUES ('delete-all')"

OF_ARTICLE = """
    SELECT members.entity, identities.id, identities.name FROM members
    JOIN identities ON identities.id = members.identity WHERE members.article = ?"""


def changed(database: Database) -> int:
    """How often readings or judgements have changed."""
    row = database.one("SELECT changed FROM main.freshness")
    return int(row[0]) if row else 0


def raise_change(database: Database) -> None:
    """Within the transaction that changes a reading or adds a judgement."""
    database.run("UPDATE main.freshness SET changed = changed + 1")


def are_current(database: Database, version: str) -> bool:
    """True if the identities that are kept were made of all that is there, by this version."""
    sql = "SELECT 1 FROM freshness WHERE (made_of, made_by) = (?, ?)"
    return database.one(sql, [changed(database), version]) is not None


def keep_made(database: Database, found: Identities, made_of: int, version: str) -> None:
    """Keeps identities with what they were made of, unless later ones are kept meanwhile."""
    sql = "SELECT 1 FROM freshness WHERE made_of > ?"
    if database.one(sql, [made_of]) is None:
        keep(database, found)
        database.run("UPDATE freshness SET (made_of, made_by) = (?, ?)", [made_of, version])


def shadow(database: Database) -> None:
    """Where the file cannot be written: tables of the same names, for this connection alone.

    SQLite takes them for the file's own from then on.
    """
    database.run("PRAGMA temp_store = MEMORY")
    names = json.dumps([*TABLES, *AROUND])
    sql = """SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL
        AND tbl_name IN (SELECT value FROM json_each(?)) AND tbl_name NOT IN
            (SELECT name FROM temp.sqlite_master) ORDER BY type DESC"""
    for name, made in list(database.rows(sql, [names])):
        database.run(made.replace(name, f"temp.{name}", 1))
    database.run("INSERT INTO temp.freshness SELECT changed, NULL, NULL FROM main.freshness")


def is_shadowed(database: Database, table: str) -> bool:
    """True if a table is this connection's own."""
    return database.one("SELECT 1 FROM temp.sqlite_master WHERE name = ?", [table]) is not None


def keep(database: Database, found: Identities) -> None:
    """Puts these identities in the place of those that are kept."""
    for table in TABLES:
        database.run(f"DELETE FROM {table}")
    database.run(CLEAR)
    write(database, "identities", ((one.id, one.name, one.type) for one in found.identities))
    write(database, "members", numbered_rows(found, "members", of_member))
    write(database, "identity_names", numbered_rows(found, "names", of_named))
    write(database, "identity_roles", numbered_rows(found, "roles", of_held))
    write(database, "joins", numbered_rows(found, "joins", of_join))
    write(
        database,
        "suggestions",
        ((n, s.one, s.other, s.score, s.reason) for n, s in enumerate(found.suggestions)),
    )
    words, columns = INDEXES["identity_search"], COLUMNS["identity_search"]
    database.run(f"INSERT INTO identity_search (rowid, {columns}) {words}")


def write(database: Database, table: str, rows: Iterable[Sequence[Any]]) -> None:
    coming = iter(rows)
    while batch := list(islice(coming, BATCH)):
        database.add(table, batch)


def numbered_rows(found: Identities, field: str, row: Any) -> Iterator[tuple[Any, ...]]:
    for identity in found.identities:
        for n, item in enumerate(getattr(identity, field)):
            yield (identity.id, n, *row(item))


def of_member(member: Member) -> tuple[Any, ...]:
    return member.article, member.entity


def of_named(named: Named) -> tuple[Any, ...]:
    return named.name, named.mentions, json.dumps(named.outlets, ensure_ascii=False)


def of_held(held: Held) -> tuple[Any, ...]:
    outlets = json.dumps(held.outlets, ensure_ascii=False)
    return held.role, held.articles, held.first, held.last, outlets


def of_join(join: Join) -> tuple[Any, ...]:
    one, other = of_member(join.one), of_member(join.other)
    return *one, *other, join.score, join.reason, join.rule


def load(database: Database, ids: Sequence[str] | None = None) -> Iterator[Identity]:
    """Identities in the order in which they were made: those with these ids, or all."""
    members = items(database, "members", ids)
    names = items(database, "identity_names", ids)
    roles = items(database, "identity_roles", ids)
    joins = items(database, "joins", ids)
    which, values = among("id", ids)
    sql = f"SELECT id, name, type FROM identities WHERE {which} ORDER BY row"
    for identity, name, kind in database.rows(sql, values):
        yield Identity(
            id=identity,
            name=name,
            type=kind,
            members=tuple(Member(*row) for row in members.get(identity, ())),
            names=tuple(to_named(row) for row in names.get(identity, ())),
            roles=tuple(to_held(row) for row in roles.get(identity, ())),
            joins=tuple(to_join(row) for row in joins.get(identity, ())),
        )


def items(database: Database, table: str, ids: Sequence[str] | None) -> dict[str, list[Row]]:
    """The rows of each identity, in order, without its id and their number."""
    which, values = among("identity", ids)
    found: dict[str, list[Row]] = {}
    sql = f"SELECT * FROM {table} WHERE {which} ORDER BY identity, n"
    for identity, _, *rest in database.rows(sql, values):
        found.setdefault(identity, []).append(tuple(rest))
    return found


def among(column: str, ids: Sequence[str] | None) -> tuple[str, list[str]]:
    if ids is None:
        return "TRUE", []
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(list(ids))]


def to_named(row: Row) -> Named:
    name, mentions, outlets = row
    return Named(name, mentions, tuple((outlet, count) for outlet, count in json.loads(outlets)))


def to_held(row: Row) -> Held:
    role, articles, first, last, outlets = row
    return Held(role, articles, first, last, tuple(json.loads(outlets)))


def to_join(row: Row) -> Join:
    article, entity, other_article, other_entity, *rest = row
    return Join(Member(article, entity), Member(other_article, other_entity), *rest)


def suggestions(database: Database) -> tuple[Suggestion, ...]:
    sql = "SELECT one, other, score, reason FROM suggestions ORDER BY n"
    return tuple(Suggestion(*row) for row in database.rows(sql))


def identified(database: Database, article: str) -> dict[str, tuple[str, str]]:
    """Of each entity of an article, the id and the name of its identity."""
    rows = database.rows(OF_ARTICLE, [article])
    return {entity: (identity, name) for entity, identity, name in rows}
