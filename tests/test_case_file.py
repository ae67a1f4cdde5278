"""The page on the case file says what is there: each of its questions is asked."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crossread.case import Case
from crossread.settings import Settings
from crossread.store.schema import migrations
from tests.conftest import ROOT
from tests.papers import write

PAGE = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """As another program opens it: none of our functions are there."""
    folder: Path = tmp_path_factory.mktemp("case")
    with Case(folder / "a.crossread", Settings(workers=1)) as case:
        case.read([write(folder / "papers", 3)])
    with closing(sqlite3.connect(folder / "a.crossread")) as connection:
        yield connection


@pytest.mark.parametrize("question", re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL))
def test_each_question_can_be_asked(connection: sqlite3.Connection, question: str) -> None:
    connection.execute(question).fetchall()


def test_the_questions_find_something(connection: sqlite3.Connection) -> None:
    found = [connection.execute(q).fetchall() for q in re.findall(r"```sql\n(.*?)```", PAGE, re.S)]
    assert sum(map(bool, found)) >= 2


def test_every_table_is_named(connection: sqlite3.Connection) -> None:
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    ours = [name for name in names if "_search" not in name]
    assert [name for name in ours if f"`{name}`" not in PAGE] == []
    assert f"now {len(migrations())}." in PAGE


def test_every_view_can_be_looked_at(connection: sqlite3.Connection) -> None:
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    assert len(views) == 7
    for (view,) in views:
        connection.execute(f"SELECT words FROM {view}").fetchall()
    words = connection.execute("SELECT words FROM quotations_in_words").fetchall()
    assert ("We have tested it twice,",) in words
