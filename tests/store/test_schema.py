"""A case file is made, brought up to date, and refused where it is not ours."""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.errors import CaseError
from crossread.model.facts import Figure
from crossread.model.identity import Identities, Identity
from crossread.model.span import Span
from crossread.store import database, schema
from crossread.store.check import check
from crossread.store.rows import Found
from crossread.store.search import INDEXES
from crossread.store.store import Store
from crossread.store.tables import TABLES
from tests.store.made import RULES, said, save

NEXT = "ALTER TABLE articles ADD COLUMN mood TEXT;\n-- a remark; with a semicolon\nSELECT 1;\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.crossread"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The migrations, to which a test can add."""
    steps = list(schema.migrations())
    monkeypatch.setattr(database, "migrations", lambda: tuple(steps))
    yield steps


@pytest.mark.parametrize("layer", TABLES)
def test_each_layer_has_a_column_for_each_field(path: Path, layer: str) -> None:
    columns = Store(path).database.columns(layer)
    assert columns == TABLES[layer].columns, "write the next step in store/migrations"


def test_a_case_of_version_1_is_brought_up_to_date(path: Path) -> None:
    reading = said("Vera Holm", "that the quay is shut", title="Quay", file="a.txt")
    by_hand(path)
    store = Store(path)
    assert store.reading(ID) == reading
    assert not list(check(store))
    fresh = Store(path.with_name("fresh.crossread"))
    assert tables_of(store) == tables_of(fresh)


ID = "5f0b360ec3f6af7c"


def by_hand(path: Path) -> None:
    """A case as the first version of Crossread wrote it."""
    connection = sqlite3.connect(path)
    connection.executescript(schema.migrations()[0])
    connection.executescript(
        f"""
        PRAGMA application_id = {0x43527364};
        PRAGMA user_version = 1;
        INSERT INTO articles VALUES
            (7, '{ID}', 'Quay', NULL, NULL, NULL, '[]', NULL, NULL, NULL);
        INSERT INTO texts VALUES
            ('{ID}', 'Vera Holm said that the quay is shut.', 'eJyLjgUAARUAuQ==');
        INSERT INTO files VALUES ('a.txt', '', '{ID}', '', NULL);
        INSERT INTO readings VALUES ('{ID}', 'rules', '1');
        INSERT INTO blocks VALUES ('{ID}', 0, 0, 37, 'paragraph', NULL, '');
        INSERT INTO sentences VALUES ('{ID}', 0, 0, 37);
        INSERT INTO entities VALUES ('{ID}', 0, 'e1', 'Quay', 'person', '["Vera Holm"]', '[]', '');
        INSERT INTO attributions VALUES (3, '{ID}', 0, 'a1', '[[15,36]]', 'that the quay is shut',
            '[[10,14]]', 'said', '[[0,9]]', 'Vera Holm', 'indirect', 'state', 0, 'named', 'e1',
            '[]', '', NULL, NULL, 'by hand');
        INSERT INTO article_search (rowid, title, text)
            VALUES (7, 'quay', 'vera holm said that the quay is shut.');
        INSERT INTO statement_search (rowid, content, source, speaker)
            VALUES (3, 'that the quay is shut', 'vera holm', 'quay ["vera holm"]');
        """
    )
    connection.close()


def tables_of(store: Store) -> list[object]:
    return list(store.database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"))


def test_an_older_case_takes_the_steps_that_it_lacks(path: Path, steps: list[str]) -> None:
    reading = said("Vera Holm", "that the quay is shut", file="a.txt")
    store = Store(path)
    save(store, reading)
    store.close()

    steps += [NEXT, "UPDATE articles SET mood = 'calm';"]
    store = Store(path)
    assert store.database.version() == len(steps)
    assert store.database.one("SELECT mood FROM articles") == ("calm",)
    assert store.reading(reading.article.id) == reading
    store.close()
    Store(path).close()  # none is taken twice


def test_a_step_that_fails_leaves_the_case_as_it_was(path: Path, steps: list[str]) -> None:
    Store(path).close()
    steps += [NEXT, "INSERT INTO nowhere VALUES (1);"]
    with pytest.raises(CaseError, match="nowhere"):
        Store(path)
    del steps[-2:]
    store = Store(path)
    assert "mood" not in store.database.columns("articles")


def test_a_case_of_a_newer_crossread_is_refused(path: Path, steps: list[str]) -> None:
    steps.append(NEXT)
    Store(path).close()
    del steps[-1]
    with pytest.raises(CaseError, match="a newer Crossread made this case; update Crossread"):
        Store(path)


def test_what_is_not_a_case_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Not a case, but a letter that someone wrote by hand." * 30)
    with pytest.raises(CaseError, match="not a case"):
        Store(path)
    assert path.read_text().startswith("Not a case")


def test_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE wages (name, amount)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="not a case"):
        Store(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_case(path: Path) -> None:
    path.touch()  # what is left when a process is killed at the right moment
    assert list(Store(path).articles()) == []


def test_a_damaged_case_is_said_to_be_damaged(path: Path) -> None:
    store = Store(path)
    for number in range(30):
        save(store, said(f"Vera Holm {number}", "that the quay is shut " * 50))
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged"):
        list(Store(path).readings())


@pytest.mark.parametrize("place", ["/proc/a.crossread", "{0}/not/there/a.crossread"])
def test_where_no_file_can_be_made_that_is_said(tmp_path: Path, place: str) -> None:
    with pytest.raises(CaseError, match="cannot be opened or made"):
        Store(place.format(tmp_path))


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is a folder"):
        Store(tmp_path)


def test_a_full_disk_is_said_and_what_was_kept_stays(path: Path) -> None:
    store = Store(path)
    kept = said("Vera Holm", "that the quay is shut")
    save(store, kept)
    (pages,) = store.database.one("PRAGMA page_count") or (0,)
    store.database.run(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(CaseError, match="the disk is full; make room"):
        save(store, said("Ivo Trent", "that it is open " * 2000))
    assert [row.id for row in store.articles()] == [kept.article.id]
    assert not list(check(store))
    store.close()
    save(Store(path), said("Ivo Trent", "that it is open " * 2000))


def test_a_case_that_another_process_writes_to_is_waited_for(path: Path) -> None:
    Store(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(path, patience=0.1)
    assert list(store.articles()) == []  # reading goes on meanwhile
    with pytest.raises(CaseError, match="another program is writing to it; wait"):
        save(store, said("Vera Holm", "that the quay is shut"))
    other.execute("ROLLBACK")
    save(store, said("Vera Holm", "that the quay is shut"))
    other.close()


READ_ONLY = """
import os, sys
from crossread.errors import CaseError
from crossread.store.rows import Failure
from crossread.store.schema import migrations
from crossread.store.store import Store
migrations()  # another user may not load our code
if os.getuid() == 0:
    os.setuid(65534)  # root may write anywhere
store = Store(sys.argv[1])
print(len(list(store.articles())))
try:
    store.fail(Failure("a.txt", None, "is empty"))
except CaseError as error:
    print(error)
"""


def test_a_case_where_nothing_can_be_written_can_still_be_read() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "a.crossread")
        store = Store(path)
        save(store, said("Vera Holm", "that the quay is shut"))
        store.close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        path.parent.chmod(0o755)
    count, sentence = done.stdout.splitlines()
    assert count == "1"
    assert sentence == f"{path}: it cannot be written here; copy it to a folder of your own"


def test_an_sqlite_without_full_text_search_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "has_search", lambda: False)
    with pytest.raises(CaseError, match="lacks FTS5; use another Python"):
        Store(path)


def test_indexes_keep_no_words(path: Path) -> None:
    store = Store(path)
    reading = said("Vera Holm", "that the quay is shut")
    counted = replace(reading, figures=(Figure(Span(0, 4), 1, 1, counted=Span(5, 9)),))
    store.save(counted, RULES, Found("a.txt"))
    store.keep_identities(Identities((Identity("i1", "Vera Holm", "person"),)), 1, "1")
    for index in INDEXES:
        assert store.database.one(f"SELECT count(*) FROM {index}_docsize") == (1,)
        row = store.database.one(f"SELECT * FROM {index}")
        assert row is not None
        assert not any(row)
