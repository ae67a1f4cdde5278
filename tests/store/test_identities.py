"""Identities are kept as they were made, and are out of date as soon as anything changes."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.errors import CaseError, NotFoundError
from crossread.model.entity import Mention
from crossread.model.identity import Identities, Identity, Member, Named
from crossread.model.judgement import Judgement, Party
from crossread.model.span import Span
from crossread.store.check import check
from crossread.store.database import Database
from crossread.store.rows import Found, Recipe
from crossread.store.search import Filters
from crossread.store.store import Store
from tests.people import ARTICLES, DEREVON, IN_COURIER, LEDGER, MASTER, ORVALINE, WHO
from tests.store.made import RULES, said

SAME = Judgement(0, "same", Party("A. Dovar", "person", ("1", "2")), Party("Довар"), who="dana")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crane.crossread"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = Store(path)
    for reading in ARTICLES:
        made.save(reading, RULES, Found(reading.article.file or ""))
    made.keep_identities(WHO, made.changed(), "1")
    yield made
    made.close()


def test_identities_come_back_as_they_were_kept(store: Store) -> None:
    assert store.identities() == WHO
    assert store.identity("i77a") == ORVALINE
    assert not list(check(store))
    with pytest.raises(NotFoundError, match="no identity i9"):
        store.identity("i9")


def test_names_that_are_no_unicode_come_back(store: Store) -> None:
    odd = Identity("i1", "\ud83d Or\0val", "person", (IN_COURIER,), (Named("\udcff ﬁ", 2, ()),))
    store.keep_identities(Identities((odd,)), store.changed(), "1")
    assert store.identities().identities == (odd,)
    assert store.bearers("\ud83d or val") == (odd,)
    assert not list(check(store))


def test_what_is_kept_is_of_now_until_something_changes(store: Store) -> None:
    assert store.has_identities("1")
    assert not store.has_identities("2")
    store.save(LEDGER, RULES, Found("z.html"))
    assert store.has_identities("1")  # it was known
    store.save(LEDGER, Recipe("rules", "newer"), Found("z.html"))
    assert not store.has_identities("1")
    store.keep_identities(WHO, store.changed(), "1")
    store.judge(SAME)
    assert not store.has_identities("1")


def test_identities_made_of_less_do_not_replace_later_ones(store: Store) -> None:
    store.keep_identities(Identities(), store.changed() - 1, "1")
    assert store.identities() == WHO
    assert store.has_identities("1")


def test_what_fails_half_way_leaves_what_was_kept(path: Path, store: Store) -> None:
    broken = replace(ORVALINE, names=(Named("T. Orvaline", 2**70, ()),))
    with pytest.raises(OverflowError):
        store.keep_identities(Identities((MASTER, broken)), store.changed(), "1")
    assert Store(path).identities() == WHO
    assert not list(check(store))


def test_where_nothing_can_be_written_they_are_kept_in_memory(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(store.database.connection.iterdump())
    with monkeypatch.context() as patch:
        patch.setattr(Database, "address", lambda self: path.as_uri() + "?mode=ro")
        reader = Store(path)
    alone = Identities((DEREVON,))
    reader.keep_identities(alone, reader.changed(), "2")
    assert reader.has_identities("2")
    assert reader.identities() == alone
    assert reader.bearers("деревон") == (DEREVON,)
    assert not list(check(reader))
    reader.keep_identities(WHO, reader.changed(), "3")
    assert reader.identities() == WHO
    assert list(store.database.connection.iterdump()) == before
    assert store.has_identities("1")
    store.judge(SAME)
    assert not reader.has_identities("3")
    reader.close()


def test_appearances_are_the_entities_that_have_a_name(store: Store) -> None:
    text = "Ada  Tarn spoke. “I am Tarn,” she said. Tarn left with the mayor. The mayor wept."
    reading = said("Ada Tarn", "x")
    spans = [(0, 9, "name", "e1"), (23, 27, "name", "e1"), (29, 32, "pronoun", "e1"),
             (40, 44, "name", "e1"), (55, 64, "nominal", "e2")]  # fmt: skip
    (mayor,) = reading.entities
    made = replace(
        reading,
        article=replace(reading.article, id="00", text=text, outlet="Post", published="2031-01"),
        mentions=tuple(Mention(Span(a, b), "person", form, who) for a, b, form, who in spans),  # type: ignore[arg-type]
        entities=(*reading.entities, replace(mayor, id="e2", name="the mayor")),
        attributions=(),
    )
    store.save(made, RULES)
    found = list(store.appearances())
    assert [one.member.article for one in found] == ["00", *(a.article.id for a in ARTICLES[:1]),
        *[ARTICLES[1].article.id] * 2, ARTICLES[2].article.id]  # fmt: skip
    assert found[0].names == (("Tarn", 2), ("Ada Tarn", 1))
    assert (found[0].outlet, found[0].published, found[0].roles) == ("Post", "2031-01", ())
    assert found[1].roles == ("harbour master of Sered",)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("i77a", [ORVALINE]),
        ("Taskyn Orvalin", [MASTER]),
        ("taskyn  ORVALIN", [MASTER]),
        ("orvalin", [MASTER]),  # the whole of one name, though a part of others
        ("orval", [MASTER, ORVALINE]),
        ("t. orvaline", [ORVALINE]),
        ("Орвалин", [MASTER]),
        ("Derevon", [DEREVON]),  # as it sounds
        ("Ilga", [DEREVON]),
        ("Orvalin Derevon", []),
        ("", []),
        ("!", []),
        ("'; DROP TABLE identities; --", []),
        ("x" * 10_000_000, []),
        ("<script>\x1b[31m", []),
    ],
)
def test_who_bears_a_name(store: Store, typed: str, who: list[Identity]) -> None:
    assert list(store.bearers(typed)) == who


def test_what_is_near_a_name(store: Store) -> None:
    assert store.near("Taskin Orvaln")[0] == "Taskyn Orvalin"
    assert "Ильга Деревон" in store.near("Ilga Dereven")
    assert store.near("y" * 10_000_000) == ()


@pytest.mark.parametrize("name", ["Orvalin", "Таскын", "taskyn", "orv*", "i3f2", "taskyn orv*"])
def test_statements_are_found_by_any_name_of_their_speaker(store: Store, name: str) -> None:
    found = [one for one in store.find("", Filters(speaker=name)) if one.identity == "i3f2"]
    assert [one.source for one in found] == ["Taskyn Orvalin", "He", "Таскын Орвалин"]
    assert {one.known_as for one in found} == {"Taskyn Orvalin"}
    assert found[2].speaker == "Таскын Орвалин"
    assert store.count("", Filters(speaker="Таскын")).found == 3


def test_a_summary_counts_by_identity(store: Store) -> None:
    named = [
        replace(each, attributions=tuple(replace(one, voice="named") for one in each.attributions))
        for each in ARTICLES
    ]
    for reading in named:
        store.save(reading, Recipe("rules", "2"))
    store.save(said("taskyn ORVALIN", "so it is"), RULES)  # unknown, but called like one alone
    store.keep_identities(WHO, store.changed(), "1")
    sources = dict(store.summary().sources)
    assert sources["Taskyn Orvalin"] == 4
    assert sources["Two dockers"] == 1
    assert "Таскын Орвалин" not in sources


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("DELETE FROM entities WHERE id = 'e2'", "identity i77b"),
        (
            "INSERT INTO members SELECT 'i77a', 9, article, entity FROM members WHERE n = 1",
            "members",
        ),
        ("DELETE FROM identities WHERE id = 'i77a'", "identity_names"),
        ("DELETE FROM identities WHERE id = 'i77a'", "suggestions"),
        ("UPDATE identities SET name = 'x'", "identity_search"),
        (
            "INSERT INTO judgements VALUES"
            " (1, 'withdraw', NULL, NULL, '[]', NULL, NULL, '[]', NULL, 7, '', '')",
            "judgements",
        ),
    ],
)
def test_what_was_changed_by_hand_is_found(store: Store, change: str, where: str) -> None:
    store.database.run("PRAGMA foreign_keys = OFF")
    store.database.run(change)
    assert where in {problem.where for problem in check(store)}


def test_a_judgement_comes_back_under_its_number(store: Store) -> None:
    kept = store.judge(SAME)
    again = store.judge(replace(SAME, verdict="different"))
    assert (kept.number, again.number) == (1, 2)
    assert kept.when
    assert replace(kept, number=0, when="") == SAME
    assert store.judgements() == (kept, again)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE judgements SET who = 'x'",
        "DELETE FROM judgements",
        "REPLACE INTO judgements SELECT * FROM judgements",
        "UPDATE OR REPLACE judgements SET number = 1 WHERE number = 2",
    ],
)
def test_a_judgement_can_be_neither_changed_nor_taken_out(
    path: Path, store: Store, change: str
) -> None:
    kept = store.judge(SAME), store.judge(SAME)
    with pytest.raises(CaseError, match="a judgement is never"):
        store.database.run(change)
    other = sqlite3.connect(path)  # another program, which has none of our settings
    with pytest.raises(sqlite3.IntegrityError, match="withdraw it"):
        other.execute(change)
    other.close()
    assert store.judgements() == kept


def test_a_withdrawal_is_of_a_judgement_that_is_there(store: Store) -> None:
    with pytest.raises(CaseError):
        store.judge(Judgement(0, "withdraw", withdrawn=3))
    assert store.judgements() == ()


def test_a_party_is_kept_as_json_that_others_read(store: Store) -> None:
    store.judge(SAME)
    row = store.database.one("SELECT one, one_articles, other_articles FROM judgements")
    assert row is not None
    assert (row[0], json.loads(row[1]), json.loads(row[2])) == ("A. Dovar", ["1", "2"], [])


def test_entities_of_an_article_have_their_identities(store: Store) -> None:
    assert store.identified(LEDGER.article.id) == {"e1": ("i3f2", "Taskyn Orvalin")}
    assert store.identified("nowhere") == {}
    assert Member(LEDGER.article.id, "e1") in MASTER.members
