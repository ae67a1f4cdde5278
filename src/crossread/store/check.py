"""Proves a case: each reading is sound, and what is stored twice is the same twice."""

from collections.abc import Iterator
from itertools import zip_longest

from crossread.errors import CaseError, NotFoundError
from crossread.model.check import Problem, problems
from crossread.model.reading import Reading
from crossread.store.search import COLUMNS, INDEXES
from crossread.store.store import Store
from crossread.store.tables import TABLES


def check(store: Store) -> Iterator[Problem]:
    """All that is wrong with a case; nothing, if it is sound."""
    for (fault,) in store.database.rows("PRAGMA integrity_check"):
        if fault != "ok":
            yield Problem("", "file", str(fault))
    for table, *_ in store.database.rows("PRAGMA foreign_key_check"):
        yield Problem("", str(table), "a row belongs to an article that is not there")
    for article in store.ids():
        try:
            reading = store.reading(article)
        except (CaseError, NotFoundError) as error:  # someone changed it by hand
            yield Problem(article, "reading", f"it cannot be read back ({error})")
            continue
        yield from problems(reading)
        yield from stored_otherwise(store, reading)
    for index in INDEXES:
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
