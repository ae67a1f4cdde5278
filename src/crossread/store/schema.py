"""The shape of a case file, as numbered steps that are never changed once released.

A step is a file `migrations/00N.sql`. A new case takes all of them, an older one those that it
lacks; so a fresh case and an old one that was brought up to date are the same. Where the model
gains a field, `tests/store/test_schema.py` fails until a step adds its column.
"""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import resources

APPLICATION = 0x43527364  # "CRsd" in the file's header: this SQLite file is a case


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each step, in order."""
    folder = resources.files("crossread.store").joinpath("migrations")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


def statements_of(script: str) -> Iterator[str]:
    """Each SQL statement of a script: `executescript` would end our transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
