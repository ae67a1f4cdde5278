"""What is asked for is found, however it is spelled; and nothing that is typed is an error."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.model.likely import likely
from crossread.model.reading import Reading
from crossread.model.statement import statements
from crossread.store.rows import Count
from crossread.store.search import Filters, fold
from crossread.store.store import Store
from tests.store.made import said, save

READINGS = (
    said(
        "Mayor Vera Holm",
        "that the quay’s wall burst open",
        outlet="Quay Post",
        published="2021-05-02",
    ),
    said("Ivo Trent", "the wall was open", outlet="The Evening Buoy", published="2021-06"),
    said("Тоқаев", "ёлка стоит", title="Касым Токаев", published="2022-01-10T13:42"),
    said("Łukasz Ørsted", "that noñe came", outlet="Quay Post"),
    said("a harbour pilot", "it can’t hold"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("case") / "a.crossread")
    save(store, *READINGS)
    return store


def found(store: Store, words: str, **filters: Any) -> list[str]:
    return [statement.source for statement in store.find(words, Filters(**filters))]


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("wall", ["Mayor Vera Holm", "Ivo Trent"]),
        ("OPEN Wall", ["Mayor Vera Holm", "Ivo Trent"]),  # all words, any order
        ('"burst open"', ["Mayor Vera Holm"]),  # a phrase
        ("“burst open” wall", ["Mayor Vera Holm"]),  # in anyone's marks
        ("«wall open»", []),
        ("bur*", ["Mayor Vera Holm"]),  # a beginning
        ("bur", []),
        ("quay", ["Mayor Vera Holm"]),  # not the outlet's name
        ("quay's", ["Mayor Vera Holm"]),  # any apostrophe
        ("cant", []),
        ("can`t", ["a harbour pilot"]),
        ("vera", ["Mayor Vera Holm"]),  # who said it
        ("елка", ["Тоқаев"]),
        ("ТОКАЕВ", ["Тоқаев"]),
        ("касым", ["Тоқаев"]),  # the speaker's other name
        ("lukasz orsted none", ["Łukasz Ørsted"]),
    ],
)
def test_words_are_found(store: Store, words: str, sources: list[str]) -> None:
    assert found(store, words) == sources


@pytest.mark.parametrize("least", [0.0, 0.4, 0.41, 0.9, 1.0])
def test_what_is_unlikely_is_left_out_everywhere(tmp_path: Path, least: float) -> None:
    store, scores = Store(tmp_path / "a.crossread"), (0.1, 0.4, 0.9, None)
    readings = [
        with_score(reading, score) for reading, score in zip(READINGS, scores, strict=False)
    ]
    save(store, *readings)
    kept = [likely(reading, least) for reading in store.readings()]
    sources = [statement.source for reading in kept for statement in statements(reading)]
    filters = Filters(least=least)

    assert [statement.source for statement in store.find("", filters)] == sources
    assert store.count("", filters).found == len(sources)
    assert store.count("", Filters(least=least, until="2030")).undated == 1
    summary = store.summary(least=least)
    assert summary.statements == sum(dict(summary.kinds).values()) == len(sources)
    assert sum(count for _, count in summary.sources) == len(sources)
    assert summary.articles == len(readings)
    rows = list(store.articles(least=least))
    assert [row.statements for row in rows] == [len(reading.attributions) for reading in kept]
    assert sum(row.statements for row in store.articles("wall", least=least)) == sum(
        "wall" in reading.text for reading in kept if reading.attributions
    )


def with_score(reading: Reading, score: float | None) -> Reading:
    (item,) = reading.attributions
    return replace(reading, attributions=(replace(item, score=score),))


def test_without_a_question_all_are_found(store: Store) -> None:
    assert len(found(store, " ")) == len(READINGS)


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        ({"speaker": "holm"}, ["Mayor Vera Holm"]),
        ({"speaker": "Holm Mayor"}, ["Mayor Vera Holm"]),
        ({"speaker": "wall"}, []),  # that is in what they said
        ({"speaker": "касым токаев"}, ["Тоқаев"]),
        ({"outlet": "quay"}, ["Mayor Vera Holm", "Łukasz Ørsted"]),
        ({"outlet": "evening BUOY"}, ["Ivo Trent"]),
        ({"since": "2021-06"}, ["Ivo Trent", "Тоқаев"]),
        ({"since": "2021-06-15"}, ["Тоқаев"]),  # June may be before the 15th
        ({"until": "2021-05"}, ["Mayor Vera Holm"]),
        ({"until": "2021"}, ["Mayor Vera Holm", "Ivo Trent"]),
        ({"since": "2022-01-10", "until": "2022-01-10"}, ["Тоқаев"]),
        ({"outlet": "quay", "until": "2021", "speaker": "vera"}, ["Mayor Vera Holm"]),
    ],
)
def test_filters_leave_out_the_rest(
    store: Store, filters: dict[str, str], sources: list[str]
) -> None:
    assert found(store, "", **filters) == sources


def test_undated_articles_are_counted_where_a_date_is_asked_for(store: Store) -> None:
    assert store.count("", Filters()) == Count(found=5, undated=0)
    assert store.count("", Filters(since="2021-06")) == Count(found=2, undated=2)
    assert store.count("", Filters(until="2030", outlet="quay")) == Count(found=1, undated=1)
    assert store.count("hold", Filters(until="2030")) == Count(found=0, undated=1)


@pytest.mark.parametrize("date", ["yesterday", "2021-5", "10.01.2022", "", "2021-01-01x"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(InputError, match="not a date"):
        Filters(since=date)


@pytest.mark.parametrize("words", ["!!!", "*", '"', '""', "-", "“”", "\0", "\ud800", "👍"])
def test_a_question_without_a_word_finds_nothing(store: Store, words: str) -> None:
    assert found(store, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "wall AND", "wall OR open", "NOT wall", "NEAR(wall open)", "wall)", "(wall", "content:wall",
        "{content source} : wall", "^wall", "wall^", "-wall", "wall + open", '"wall', 'wall"',
        "'; DROP TABLE articles; --", "wall*open*", "**wall", "%wall%", "w" * 5000,
        "wall " * 3000, "(" * 500, '"' * 500, "\ud800wall", "wall\0open", "ﬁ ½ ² ㎏",
    ],
)  # fmt: skip
def test_a_hostile_question_is_a_question(store: Store, words: str) -> None:
    found(store, words)
    found(store, "", speaker=words)
    list(store.articles(words))


@given(words=st.text(max_size=60), name=st.text(st.sampled_from('wal"*():^-+{} AND'), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_question_is_a_question(store: Store, words: str, name: str) -> None:
    found(store, words, speaker=name)
    found(store, name, outlet=words)


def test_articles_are_found_by_their_text_and_title(store: Store) -> None:
    assert [row.title for row in store.articles("стоит касым")] == ["Касым Токаев"]
    assert len(list(store.articles("wall"))) == 2
    assert list(store.articles("!")) == []


@given(text=st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_statements_are_found_lazily_in_a_large_case(tmp_path: Path) -> None:
    store = Store(tmp_path / "large.crossread")
    save(store, *(said(f"Speaker {n}", "that the wall held") for n in range(300)))
    loaded = []
    load = store.load
    store.load = lambda *given: loaded.append(given) or load(*given)  # type: ignore[method-assign,func-returns-value]
    next(store.find("wall", Filters()))
    assert len(loaded) == 1
