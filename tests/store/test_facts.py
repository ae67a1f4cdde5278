"""Figures by what they count, events in order, ties of an identity: of all articles at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.case import Case
from crossread.errors import NotFoundError
from crossread.settings import Settings
from crossread.store.check import check
from crossread.store.rows import Recipe
from crossread.store.store import Store
from tests.store.made import save
from tests.told import RAID, TALLY, TOLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = Store(tmp_path / "raid.crossread")
    save(store, *TOLD)
    assert not list(check(store))
    store.close()
    return tmp_path / "raid.crossread"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case(path) as made:
        yield made


def likely(path: Path) -> Case:
    return Case(path, Settings(min_score=0.5))


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        ("detained", ["44", "at least 60", "2.7 thousand"]),
        ("PEOPLE detained", ["44", "2.7 thousand"]),
        ("sail*", ["at least 60"]),
        ("", ["44", "at least 60", "1.5 million euros", "2.7 thousand"]),
        ("ferries", []),
        ("!", []),
        ("'; DROP TABLE figures; --", []),
    ],
)
def test_figures_are_found_by_what_they_count(case: Case, counted: str, words: list[str]) -> None:
    assert [one.told.words for one in case.figures(counted)] == words


def test_a_figure_comes_with_its_article_and_claimant(case: Case) -> None:
    own, claimed, other = case.figures("detained")
    assert (own.counted, own.verb, own.told.claim) == ("people", "detained", None)
    assert own.told.article.outlet == "The Sered Ledger"
    assert own.told.sentence == "On 4 March 2031 the police detained 44 people in Tarvel."
    assert claimed.told.claim is not None
    assert claimed.told.claim.known_as == "Oren Dask"
    assert other.told.claim is not None
    assert (other.told.claim.source, other.told.claim.speaker) == ("The port", None)


def test_figures_pass_the_filters_of_find(case: Case) -> None:
    def found(counted: str = "detained", words: str = "", **filters: str) -> list[str]:
        return [one.told.words for one in case.figures(counted, words, **filters)]

    assert found(outlet="courier") == ["2.7 thousand"]
    assert found(since="2031") == ["44", "at least 60"]
    assert case.undated_figures("detained", since="2031") == 1
    assert case.undated_figures("detained") == 0
    assert found(until="2030") == []
    assert found(speaker="dask") == ["at least 60"]
    assert found(words="obvious") == ["2.7 thousand"]
    assert found(words="obvious raid") == []


def test_events_come_in_the_order_of_their_dates(case: Case) -> None:
    found = list(case.timeline())
    assert [(one.event.when, one.dated, one.told.words) for one in found] == [
        ("2031", "early 2031", "came"),
        ("2031-03-03", "3 March", "detained"),
        ("2031-03-04", "4 March 2031", "detained"),
    ]
    assert [party.called for party in found[0].who] == ["Varsk Holding"]
    assert found[2].where is not None
    assert (found[2].where.name, found[2].figures) == ("Tarvel", ("44 people",))
    assert case.undated_events() == 1


def test_the_dates_of_a_timeline_are_those_of_the_events(case: Case) -> None:
    def found(**filters: str) -> list[str | None]:
        return [one.event.when for one in case.timeline(**filters)]

    assert found(since="2031-03-04") == ["2031", "2031-03-04"]
    assert found(since="2031-03", until="2031-03-03") == ["2031", "2031-03-03"]
    assert found(until="2030") == []
    assert found(outlet="ledger", since="2031-03") == ["2031", "2031-03-04"]


def test_ties_are_of_whoever_bears_the_name_in_both_directions(case: Case) -> None:
    owner = list(case.ties("Varsk Holding"))
    assert [(one.tie.kind, one.object.called) for one in owner] == [
        ("owns", "Sered Ferry Line"), ("funds", "Ilka Moren"), ("owns", "Sered Ferry Line"),
    ]  # fmt: skip
    assert len({one.subject.identity for one in owner}) == 1
    claim = owner[0].told.claim
    assert claim is not None
    assert claim.source == "Oren Dask"
    assert (owner[2].tie.hedged, owner[2].told.claim) == (True, None)

    owned = list(case.ties("sered ferry line"))
    assert [one.subject.called for one in owned] == ["Varsk Holding"] * 2
    with pytest.raises(NotFoundError):
        case.ties("Nobody")


def test_what_is_claimed_in_unlikely_statements_is_left_out(path: Path) -> None:
    with likely(path) as case:
        assert [one.tie.kind for one in case.ties("Varsk Holding")] == ["owns", "owns"]
        assert list(case.ties("Ilka Moren")) == []
        assert case.facts().ties == 2
        assert [one.told.words for one in case.figures()] == ["44", "at least 60", "2.7 thousand"]
        assert case.facts().figures == 3
        assert case.facts().events == 3


def test_labels_are_of_whom_they_speak(case: Case) -> None:
    assert [one.told.words for one in case.labels("Varsk Holding")] == ["militants"]
    assert list(case.labels("Ilka Moren")) == []


def test_the_facts_of_a_case_are_counted(case: Case) -> None:
    facts = case.facts()
    assert (facts.events, facts.undated, facts.dates) == (3, 1, 3)
    assert [(day.first, day.last, day.kinds) for day in facts.days] == [
        ("2031-01-01", "2031-12-31", (("arrive", 1),)),
        ("2031-03-03", "2031-03-03", (("detain", 1),)),
        ("2031-03-04", "2031-03-04", (("detain", 1),)),
    ]
    assert (facts.figures, facts.things) == (4, 2)
    first, second = facts.counted
    assert (first.counted, first.verb, first.figures, first.outlets) == ("people", "detained", 2, 2)
    assert second.counted == "sailors"
    assert first.places == ((RAID.article.id, 0), (TALLY.article.id, 0))
    assert (facts.ties, facts.pairs) == (3, 2)
    assert [(pair.ties, pair.articles) for pair in facts.tied] == [(2, 2), (1, 1)]
    assert facts.wording == (("label", 1), ("presumption", 1), ("scare-quote", 1))
    assert facts.wording_by_outlet[0] == (
        "The Sered Ledger", (("label", 1), ("scare-quote", 1)),
    )  # fmt: skip


def test_a_case_read_again_keeps_nothing_of_the_old_reading(path: Path) -> None:
    store = Store(path)
    bare = replace(RAID, figures=(), events=(), ties=(), wording=())
    store.save(bare, Recipe("rules", "2"))
    assert not list(check(store))
    assert [one for one in store.database.rows("SELECT article, n FROM figure_words")] == [
        (TALLY.article.id, 0)
    ]
    assert store.facts().events == 1
    assert [one.told.words for one in store.figures("detained", "", Case(path).filters())] == [
        "2.7 thousand"
    ]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE figure_words SET counted = 'ferries'", {"figure_words", "figure_search"}),
        ("UPDATE event_days SET first = '1999-01-01'", {"event_days"}),
        ("DELETE FROM event_days", {"event_days"}),
    ],
)
def test_what_was_changed_by_hand_is_found(path: Path, change: str, where: set[str]) -> None:
    store = Store(path)
    store.database.run(change)
    assert where <= {problem.where for problem in check(store)}
