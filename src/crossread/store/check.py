"""Proves a case: each reading is sound, and what is stored twice is the same twice."""

from collections.abc import Iterator
from itertools import zip_longest

from crossread.errors import CaseError, NotFoundError
from crossread.model.check import Problem, problems
from crossread.model.reading import Reading
from crossread.store import identities
from crossread.store.derived import DERIVED
from crossread.store.search import COLUMNS, INDEXES
from crossread.store.store import Store
from crossread.store.tables import TABLES

WITHDRAWN = "SELECT number, withdrawn FROM judgements WHERE withdrawn >= number"
OUT_OF_DATE = "SELECT 1 FROM freshness WHERE made_of IS NOT changed"
IDS = "SELECT id FROM identities"
NO_ENTITY = """
    SELECT identity, article, entity FROM members WHERE NOT EXISTS (SELECT 1 FROM entities
        WHERE (entities.article, entities.id) = (members.article, members.entity))"""
OF_TWO = "SELECT article, entity FROM members GROUP BY 1, 2 HAVING count(*) > 1"


def check(store: Store) -> Iterator[Problem]:
    """All that is wrong with a case; nothing, if it is sound."""
    for (fault,) in store.database.rows("PRAGMA integrity_check"):
        if fault != "ok":
            yield Problem("", "file", str(fault))
    for table, _, parent, _ in store.database.rows("PRAGMA foreign_key_check"):
        owner = "a judgement" if parent == "judgements" else "an article"
        yield Problem("", str(table), f"a row belongs to {owner} that is not there")
    for article in store.ids():
        try:
            reading = store.reading(article)
        except (CaseError, NotFoundError) as error:  # someone changed it by hand
            yield Problem(article, "reading", f"it cannot be read back ({error})")
            continue
        yield from problems(reading)
        yield from stored_otherwise(store, reading)
    yield from unresolved(store)
    for index in INDEXES:
        if not identities.is_shadowed(store.database, index):
            yield from index_out_of_step(store, index)


def stored_otherwise(store: Store, reading: Reading) -> Iterator[Problem]:
    """The words beside the spans, which are there to be searched, are the words of the text."""
    article = reading.article.id
    for layer, table in TABLES.items():
        names = ", ".join(f'"{name}"' for name in table.columns)
        sql = f"SELECT {names} FROM {layer} WHERE article = ? ORDER BY n"
        for row, due in zip(store.database.rows(sql, [article]), table.rows(reading), strict=True):
            if row != due:
                yield Problem(article, f"{layer} {row[1]}", "its words are not those of the text")
    for name, made in DERIVED.items():
        columns = ", ".join(store.database.columns(name))
        sql = f"SELECT {columns} FROM {name} WHERE article = ? ORDER BY n"
        if list(store.database.rows(sql, [article])) != list(made(reading)):
            yield Problem(article, name, "it is not what the layers make")


def unresolved(store: Store) -> Iterator[Problem]:
    """Identities that are not out of date have entities, each its own, and so has each row."""
    for number, withdrawn in store.database.rows(WITHDRAWN):
        yield Problem("", f"judgements {number}", f"it withdraws {withdrawn}, which came later")
    if store.database.one(OUT_OF_DATE):
        return
    for identity, article, entity in store.database.rows(NO_ENTITY):
        yield Problem(article, f"identity {identity}", f"it has {entity}, but there is no such")
    for article, entity in store.database.rows(OF_TWO):
        yield Problem(article, "members", f"{entity} is of more than one identity")
    for table in ("members", "identity_names", "identity_roles", "joins"):
        sql = f"SELECT DISTINCT identity FROM {table} WHERE identity NOT IN ({IDS})"
        for (identity,) in store.database.rows(sql):
            yield Problem("", table, f"a row is of identity {identity}, but there is no such")
    sql = f"SELECT one, other FROM suggestions WHERE one NOT IN ({IDS}) OR other NOT IN ({IDS})"
    for one, other in store.database.rows(sql):
        yield Problem("", "suggestions", f"{one} and {other} are not both identities")


def index_out_of_step(store: Store, index: str) -> Iterator[Problem]:
    """A full-text index that is built anew has the same words at the same places."""
    database = store.database
    sql = database.one("SELECT sql FROM sqlite_master WHERE name = ?", [index])
    if sql is None:
        yield Problem("", index, "the index is not there")
        return
    database.run(sql[0].replace(index, "temp.anew", 1))
    database.run(f"INSERT INTO temp.anew (rowid, {COLUMNS[index]}) {INDEXES[index]}")
    database.run(f"CREATE VIRTUAL TABLE temp.words_are USING fts5vocab(main, {index}, instance)")
    database.run("CREATE VIRTUAL TABLE temp.words_due USING fts5vocab(temp, anew, instance)")
    both = (database.rows(f"SELECT * FROM temp.words_{side}") for side in ("are", "due"))
    if any(one != other for one, other in zip_longest(*both)):
        yield Problem("", index, "the index does not hold the words of the case")
    for table in ("words_are", "words_due", "anew"):
        database.run(f"DROP TABLE temp.{table}")
