"""Who says how much, counted by identity."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.model.identity import Identities
from crossread.store.rows import Recipe
from crossread.store.search import likely
from crossread.store.speakers import Doubted, speakers
from crossread.store.store import Store
from tests.people import ARTICLES, MASTER, WHO


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "crane.crossread")
    for reading in ARTICLES:
        made.save(reading, Recipe("rules", "1"))
    yield made
    made.close()


def test_statements_are_counted_by_identity_and_the_rest_by_their_source(store: Store) -> None:
    store.keep_identities(WHO, made_of=100, version="1")

    found = speakers(store.database, likely(0), most=2)

    assert [(one.name, count) for one, count in found.first] == [
        ("Taskyn Orvalin", 3), ("T. Orvaline", 1),
    ]  # fmt: skip
    assert found.first[0][0] == MASTER
    assert (found.speakers, found.known) == (3, 5)
    assert (found.unknown, found.anonymous, found.sourceless) == (2, 0, 1)


def test_what_is_in_doubt_is_counted_and_named(store: Store) -> None:
    store.keep_identities(WHO, made_of=100, version="1")

    found = speakers(store.database, likely(0), most=2)

    assert found.suggestions == 1
    assert found.doubted == (Doubted("i3f2", "Taskyn Orvalin", "i77a", "T. Orvaline"),)


def test_without_identities_everybody_is_unknown(store: Store) -> None:
    store.keep_identities(Identities(), made_of=100, version="1")

    found = speakers(store.database, likely(0), most=2)

    assert (found.first, found.known, found.unknown) == ((), 0, 7)
