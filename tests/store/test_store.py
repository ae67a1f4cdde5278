"""What goes into a case comes out the same, whatever the order it went in."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from crossread.errors import NotFoundError
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.store.check import check
from crossread.store.rows import Failure, Found, Recipe
from crossread.store.search import Filters
from crossread.store.store import Store
from tests.model.strategies import readings
from tests.store.made import RULES, said, save


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "a.crossread")


@given(reading=readings())
@settings(max_examples=150, deadline=None)
def test_any_reading_is_loaded_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, reading: Reading
) -> None:
    store = Store(tmp_path_factory.mktemp("case") / "a.crossread")
    file = reading.article.file
    store.save(reading, RULES, None if file is None else Found(file))
    due = reading
    if file is None:  # when it was collected is told with the file that it was in
        due = replace(reading, article=replace(reading.article, collected=None))
    assert store.reading(reading.article.id) == due
    store.close()


def test_a_text_that_is_no_unicode_is_kept(store: Store) -> None:
    reading = said(
        "\ud83d The mayor", "that the\0 quay is \udcff shut", title="\ud800", file="\udc80"
    )
    save(store, reading)
    assert store.reading(reading.article.id) == reading
    assert [s.content for s in store.find("quay", Filters())] == ["that the\0 quay is \udcff shut"]
    assert store.articles()
    assert not list(check(store))


def test_the_layout_is_kept(store: Store) -> None:
    reading = said("Vera Holm", "that the quay is shut")
    save(store, reading)
    assert store.reading(reading.article.id).article.layout == reading.article.layout


def test_saving_twice_changes_nothing(store: Store) -> None:
    reading = said("Vera Holm", "that the quay is shut", file="a.txt")
    assert store.save(reading, RULES, Found("a.txt", fingerprint="1"))
    before = list(store.database.connection.iterdump())
    assert not store.save(reading, RULES, Found("a.txt", fingerprint="1"))
    assert list(store.database.connection.iterdump()) == before


def test_the_same_article_in_two_files_is_one_that_stands_in_both(store: Store) -> None:
    reading = said("Vera Holm", "that the quay is shut")
    store.save(reading, RULES, Found("b.txt"))
    store.save(reading, RULES, Found("a.txt"))
    (row,) = store.articles()
    assert row.files == ("a.txt", "b.txt")
    assert store.reading(row.id).article.file == "a.txt"


def test_it_does_not_matter_which_of_two_files_comes_first(tmp_path: Path) -> None:
    one = said("Vera Holm", "that the quay is shut")
    other = replace(one, article=replace(one.article, authors=("Ann Other",), layout=()))
    found = {"a.html": one, "b.html": other}
    stores = []
    for number, order in enumerate((["a.html", "b.html"], ["b.html", "a.html"])):
        store = Store(tmp_path / f"{number}.crossread")
        for name in order:
            store.save(found[name], RULES, Found(name))
        stores.append(store)
    forward, backward = (next(store.readings()) for store in stores)
    assert forward == backward
    assert forward.article.authors == ()
    assert forward.article.layout == backward.article.layout == one.article.layout
    assert not any(list(check(store)) for store in stores)


def test_a_newer_recipe_replaces_the_layers(store: Store) -> None:
    old = said("Vera Holm", "that the quay is shut")
    new = replace(old, attributions=(), entities=())
    save(store, old)
    store.save(new, Recipe("rules", "2"), Found("0.txt"))
    assert store.reading(old.article.id).attributions == ()
    assert not list(store.find("quay", Filters()))
    assert not list(check(store))


def test_a_file_that_changed_is_a_new_article_and_the_old_one_stays(store: Store) -> None:
    old, new = said("Vera Holm", "that it is shut"), said("Vera Holm", "that it is open")
    store.save(old, RULES, Found("a.txt", fingerprint="old"))
    store.save(new, RULES, Found("a.txt", fingerprint="new"))
    assert {reading.article.id for reading in store.readings()} == {old.article.id, new.article.id}
    assert store.knows(Found("a.txt", fingerprint="new"), RULES)


def test_known_is_what_was_read_from_these_bytes_by_this_recipe(store: Store) -> None:
    store.save(said("Vera Holm", "that it is shut"), RULES, Found("a.csv", "row 2", "f"))
    assert store.knows(Found("a.csv", "row 2", "f"), RULES)
    assert not store.knows(Found("a.csv", "row 3", "f"), RULES)
    assert not store.knows(Found("a.csv", "row 2", "g"), RULES)
    assert not store.knows(Found("a.csv", "row 2", "f"), Recipe("rules", "2"))


def test_each_failure_is_kept_until_its_file_is_looked_at_again(store: Store) -> None:
    failures = (
        Failure("a.csv", None, "row 2 is empty"),
        Failure("a.csv", None, "row 3 is empty"),
        Failure("a.csv", "row 5", "is too large"),
        Failure("b.txt", None, "is empty"),
    )
    for failure in (*reversed(failures), *failures):
        store.fail(failure)
    assert store.failures() == failures
    store.forget_failures("a.csv")
    assert store.failures() == failures[3:]


def test_articles_come_by_date_and_undated_ones_last(store: Store) -> None:
    dates = ["2021-05-02", None, "2021-05", "2019", "2021-05-02T10:00"]
    save(store, *(said(f"Speaker {n}", "so", published=date) for n, date in enumerate(dates)))
    due = ["2019", "2021-05", "2021-05-02", "2021-05-02T10:00", None]
    assert [row.published for row in store.articles()] == due
    assert [reading.article.published for reading in store.readings()] == due


def test_an_article_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no article 0000"):
        store.reading("0000")


def test_an_article_is_all_there_or_not_at_all(store: Store) -> None:
    broken = replace(said("Vera Holm", "that it is shut"), sentences=(Span(0, 2**70),))
    with pytest.raises(OverflowError):
        save(store, broken)
    assert not list(store.articles())
    assert store.summary().statements == 0
    assert not list(check(store))


def test_a_summary_counts(store: Store) -> None:
    save(
        store,
        said("Vera Holm", "that it is shut", outlet="Quay Post", published="2021-05-02"),
        said("vera holm", "that it is open", outlet="Quay Post"),
        said("Vera Holm", "that it is old", published="2021-04"),
        said("Ivo Trent", "so"),
    )
    store.fail(Failure("b.txt", None, "is empty"))
    summary = store.summary()
    assert (summary.articles, summary.statements, summary.failures) == (4, 4, 1)
    assert (summary.first, summary.last, summary.undated) == ("2021-04", "2021-05-02", 2)
    assert summary.outlets == ((None, 2), ("Quay Post", 2))
    assert summary.sources == (("Vera Holm", 3), ("Ivo Trent", 1))
    assert summary.kinds == (("indirect", 4),)
