"""A case is proved, and whatever was changed in it behind our back is found."""

from pathlib import Path

import pytest

from crossread.store.check import check
from crossread.store.store import Store
from tests.store.made import said, save


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "a.crossread")
    save(
        store,
        said("Vera Holm", "that the quay is shut", title="Quay"),
        said("Ivo Trent", "that it is open"),
    )
    return store


def test_a_sound_case_has_no_problem(store: Store) -> None:
    assert list(check(store)) == []
    assert list(check(store)) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE attributions SET content_words = 'x'", {"attributions 0", "statement_search"}),
        ("UPDATE attributions SET cue_words = 'x'", {"attributions 0"}),
        ("UPDATE attributions SET cue = '[[10,900]]'", {"attributions 0"}),
        ("UPDATE attributions SET cue = 'x'", {"reading"}),
        ("UPDATE sentences SET start = 60, stop = 50", {"reading"}),
        ("UPDATE entities SET name = 'x'", {"statement_search"}),
        ("UPDATE articles SET title = 'x' WHERE title IS NOT NULL", {"article_search"}),
        ("UPDATE texts SET text = 'x'", {"blocks 0", "sentences 0", "attributions 0"}),
        ("DELETE FROM entities", {"attributions 0", "statement_search"}),
        ("INSERT INTO statement_search (rowid, source) VALUES (90, 'x')", {"statement_search"}),
        ("DROP TABLE article_search", {"article_search"}),
    ],
)
def test_what_was_changed_is_found(store: Store, change: str, where: set[str]) -> None:
    store.database.run("PRAGMA foreign_keys = OFF")
    store.database.run(change)
    assert where <= {problem.where for problem in check(store)}


def test_rows_without_their_article_are_found(store: Store) -> None:
    store.database.run("PRAGMA foreign_keys = OFF")
    store.database.run("INSERT INTO sentences VALUES ('nowhere', 0, 0, 1)")
    assert "sentences" in {problem.where for problem in check(store)}


def test_a_text_that_is_missing_is_found(store: Store) -> None:
    store.database.run("DELETE FROM texts")
    assert "reading" in {problem.where for problem in check(store)}
