"""Database: one SQLite file that is a case, opened with care; its errors in plain sentences."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from crossread.errors import CaseError
from crossread.store.schema import APPLICATION, migrations, statements_of

PATIENCE = 30.0  # seconds to wait while another process writes

WAIT = "another program is writing to it; wait until that has finished, and try again"

# What an error whose name starts so means to the user.
SENTENCES: dict[str, str] = {
    "SQLITE_FULL": "the disk is full; make room and run the same again: what was read is kept",
    "SQLITE_BUSY": WAIT,
    "SQLITE_LOCKED": WAIT,
    "SQLITE_READONLY": "it cannot be written here; copy it to a folder of your own",
    "SQLITE_PERM": "you may not open it; ask its owner for the right to",
    "SQLITE_CANTOPEN": "it cannot be opened or made; is the folder there, and may you write in it?",
    "SQLITE_NOTADB": "it is not a case; name another file",
    "SQLITE_CORRUPT": "it is damaged; go back to a copy, or read the articles into a new case",
    "SQLITE_IOERR": "the disk cannot be read or written; is it full, or was it taken away?",
}

Values = Sequence[Any]
Row = tuple[Any, ...]


def sentence(path: Path, error: sqlite3.Error) -> CaseError:
    """The error in one sentence that says what to do."""
    name = getattr(error, "sqlite_errorname", "")
    for start, words in SENTENCES.items():
        if name.startswith(start):
            return CaseError(f"{path}: {words}")
    return CaseError(f"{path}: the case cannot be used ({error})")


class Database:
    """A connection to a case file. Makes the file, or brings an older one up to date.

    Raises CaseError, always with one sentence: not a case, of a newer version, disk full …
    """

    def __init__(self, path: str | Path, *, patience: float = PATIENCE) -> None:
        self.path = Path(path)
        self.known_columns: dict[str, tuple[str, ...]] = {}
        if not has_search():
            raise CaseError(f"{self.path}: this Python's SQLite lacks FTS5; use another Python")
        if self.path.is_dir():
            raise CaseError(f"{self.path}: this is a folder; name a file in it")
        with self.plainly():
            self.connection = sqlite3.connect(
                self.address(), uri=True, timeout=patience, isolation_level=None
            )
        try:
            self.prepare()
        except BaseException:
            self.connection.close()
            raise

    def address(self) -> str:
        """Where nothing can be written, SQLite must be told so, or it cannot even read."""
        uri = self.path.resolve().as_uri()
        writable = os.access(self.path.parent, os.W_OK) and os.access(self.path, os.W_OK)
        if writable or not self.path.exists():
            return uri
        waiting = self.path.with_name(self.path.name + "-wal").exists()
        return uri + ("?mode=ro" if waiting else "?immutable=1")

    def prepare(self) -> None:
        with self.plainly():
            self.refuse_others()
            if self.version() < len(migrations()):
                self.connection.execute("PRAGMA journal_mode = WAL")
            # In WAL a killed process loses nothing that was committed; only a power cut may.
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute("PRAGMA foreign_keys = ON")
            # A case may come from a stranger: nothing in its schema may call functions.
            self.connection.execute("PRAGMA trusted_schema = OFF")
            self.migrate()

    def version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def refuse_others(self) -> None:
        """Raises CaseError for an SQLite file of another program, or a case of a newer one."""
        (application,) = self.connection.execute("PRAGMA application_id").fetchone()
        (tables,) = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != APPLICATION and (tables or application):
            raise CaseError(f"{self.path}: it is not a case; name another file")
        if self.version() > len(migrations()):
            raise CaseError(f"{self.path}: a newer Crossread made this case; update Crossread")

    def migrate(self) -> None:
        """Takes each step that the file lacks, all in one transaction."""
        if self.version() >= len(migrations()):
            return
        with self.transaction():
            # Another process may have been faster while we waited.
            for number, script in enumerate(migrations()[self.version() :], self.version() + 1):
                for statement in statements_of(script):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {number}")
            self.connection.execute(f"PRAGMA application_id = {APPLICATION}")

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """SQLite's errors become a CaseError."""
        try:
            yield
        except sqlite3.Error as error:
            raise sentence(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, whatever happens, `kill -9` included."""
        with self.plainly():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled back already
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the case for all that is read in it, whatever others write meanwhile."""
        with self.plainly():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    def run(self, sql: str, values: Values = ()) -> int:
        """Runs one statement; says how many rows it changed."""
        with self.plainly():
            return self.connection.execute(sql, [kept(value) for value in values]).rowcount

    def add(self, table: str, rows: Sequence[Values]) -> None:
        """Adds rows to a table, each with a value for every column but `row`."""
        if not rows:
            return
        marks = ", ".join("?" * len(rows[0]))
        columns = ", ".join(f'"{name}"' for name in self.columns(table))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        with self.plainly():
            self.connection.executemany(sql, [[kept(value) for value in row] for row in rows])

    def columns(self, table: str) -> tuple[str, ...]:
        if table not in self.known_columns:
            names = self.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table])
            self.known_columns[table] = tuple(name for (name,) in names if name != "row")
        return self.known_columns[table]

    def rows(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a query, as they come."""
        with self.plainly():
            for row in self.connection.execute(sql, [kept(value) for value in values]):
                # Nearly no row has such a value, and looking for one is quick.
                yield tuple(map(given, row)) if bytes in map(type, row) else row

    def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(self.rows(sql, values), None)

    def close(self) -> None:
        with self.plainly():
            self.connection.close()


def has_search() -> bool:
    """True if SQLite was built with full-text search; a few builds are not."""
    with closing(sqlite3.connect(":memory:")) as connection:
        found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
        return found.fetchone() is not None


def kept(value: Any) -> Any:
    """A broken page can hold half a character (a lone surrogate), which no UTF-8 has: as bytes."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def given(value: Any) -> Any:
    """What `kept` was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
