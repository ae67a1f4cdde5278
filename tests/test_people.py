"""What somebody decides on who is who holds, also for articles that come later."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.case import Case
from crossread.compare.identities import identities
from crossread.errors import AmbiguousError, InputError, NotFoundError
from crossread.model.reading import Reading
from crossread.settings import Settings
from crossread.store.rows import Found, Recipe
from tests.store.made import RULES, named

FULL, INITIAL, CYRILLIC = "Taskyn Orvalin", "T. Orvaline", "Ильга Деревон"


ARTICLES = (
    named(FULL, "that the crane was old", outlet="The Sered Ledger", published="2031-03-04"),
    named(INITIAL, "that nobody had asked", outlet="The Coast Courier", published="2031-03-05"),
    named(CYRILLIC, "that it was late", outlet="The Coast Courier", published="2031-03-06"),
)


def add(case: Case, *readings: Reading, recipe: Recipe = RULES) -> None:
    for reading in readings:
        case.store.save(reading, recipe, Found(f"{reading.article.id}.html"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "crane.crossread"
    (tmp_path / "note.txt").write_text("Rain fell on Sered.", encoding="utf-8")
    with Case(path, Settings(workers=1)) as case:
        case.read([tmp_path / "note.txt"])
        add(case, *ARTICLES)
    return path


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case(path, Settings(judge="dana")) as case:
        yield case


def names(case: Case) -> list[set[str]]:
    """The names of each identity."""
    return [{one.name for one in each.names} for each in case.identities().identities]


def test_each_is_somebody_else_until_somebody_decides(case: Case) -> None:
    assert sorted(map(len, names(case))) == [1, 1, 1]
    assert case.judgements() == ()


def test_what_is_decided_holds_and_says_who_and_when(case: Case) -> None:
    decision = case.same(FULL, INITIAL)
    (one,) = decision.identities
    assert {FULL, INITIAL} in names(case)
    assert {member.article for member in one.members} == {a.article.id for a in ARTICLES[:2]}
    assert any("dana decided" in join.reason for join in one.joins)
    (kept,) = case.judgements()
    assert (kept.number, kept.who, kept.when[:2]) == (1, "dana", "20")
    assert case.check() == ()


def test_it_holds_when_the_articles_are_read_again(case: Case) -> None:
    case.same(FULL, INITIAL)
    add(case, *(replace(each, sentences=()) for each in ARTICLES), recipe=Recipe("rules", "9"))
    assert {FULL, INITIAL} in names(case)
    assert len(case.judgements()) == 1


def test_it_carries_to_articles_that_come_later(case: Case) -> None:
    case.same(FULL, CYRILLIC)
    add(case, named("Taskyn Orvalin", "that he was ill"), named("Ilga Derevon", "that she was not"))
    (one,) = case.who(FULL)
    assert {named.name for named in one.names} == {FULL, CYRILLIC, "Ilga Derevon"}
    assert len(one.members) == 4


def test_two_of_one_name_are_told_apart_by_their_articles(case: Case) -> None:
    other = named(FULL, "that he had never seen a crane", outlet="Folio")
    add(case, other)
    assert len(case.who(FULL)) == 1
    here, there = ARTICLES[0].article.id, other.article.id
    case.different(f"{FULL}@{here[:8]}", f"{FULL} @ {there}")
    one, two = case.who(FULL)
    assert {len(one.members), len(two.members)} == {1}
    with pytest.raises(AmbiguousError) as error:
        case.same(FULL, INITIAL)
    assert one.id in str(error.value)
    assert two.id in str(error.value)
    case.same(two.id, INITIAL)
    judged = case.judgements()[-1]
    assert judged.one is not None
    assert judged.one.articles == (two.members[0].article,)
    assert sorted(map(len, names(case))) == [1, 1, 2]


def test_what_was_joined_is_parted_by_two_of_its_names(case: Case) -> None:
    add(case, named("Таскын Орвалин", "that he would go"))
    assert {FULL, "Таскын Орвалин"} in names(case)
    case.different("Таскын Орвалин", "taskyn")
    assert {FULL} in names(case)
    assert {"Таскын Орвалин"} in names(case)


def test_withdrawn_it_holds_no_more_and_the_withdrawal_can_be_withdrawn(case: Case) -> None:
    before = case.identities()
    case.same(FULL, INITIAL)
    assert case.withdraw(1).new
    assert case.identities() == before
    assert not case.withdraw(1).new
    assert len(case.judgements()) == 2
    assert case.standing() == ()
    case.withdraw(2)
    assert {FULL, INITIAL} in names(case)
    assert case.withdraw(1).new
    assert case.identities() == before
    assert [one.withdrawn for one in case.judgements()] == [None, 1, 2, 1]


def test_what_is_so_already_is_told_and_not_kept_twice(case: Case) -> None:
    assert case.same(FULL, INITIAL).new
    again = case.same("t. orvaline", "TASKYN orvalin")
    assert (again.new, again.judgement.number) == (False, 1)
    assert case.different(FULL, CYRILLIC).new
    assert not case.different(CYRILLIC, FULL).new
    assert case.rename(FULL, "The master").new
    assert not case.rename("The master", "The master").new
    assert len(case.judgements()) == 3


def test_the_later_of_two_that_contradict_holds(case: Case) -> None:
    case.same(FULL, INITIAL)
    case.different(FULL, INITIAL)
    assert {FULL} in names(case)
    case.same(FULL, INITIAL)
    assert {FULL, INITIAL} in names(case)
    assert len(case.judgements()) == 3


def test_a_name_that_somebody_chose_is_shown_and_the_others_stay(case: Case) -> None:
    case.rename(INITIAL, "  Taskyn \n Orvaline ")
    (one,) = case.who("taskyn orvaline")
    assert one.name == "Taskyn Orvaline"
    assert [named.name for named in one.names] == [INITIAL]
    assert [said.known_as for said in case.statements(speaker="taskyn orvaline")] == [one.name]
    case.withdraw(1)
    assert case.who(INITIAL)[0].name == INITIAL


def test_whom_nobody_is_called_is_told_with_who_is_near(case: Case) -> None:
    with pytest.raises(NotFoundError, match=r"nobody in this case is called “Orvalen”.*Orvalin"):
        case.same("Orvalen", INITIAL)
    with pytest.raises(NotFoundError, match="there is no judgement 7; none has been made"):
        case.withdraw(7)
    with pytest.raises(InputError, match="is no other"):
        case.different(FULL, "taskyn orvalin")
    with pytest.raises(NotFoundError, match=f"calls nobody “{INITIAL}”"):
        case.same(f"{INITIAL}@{ARTICLES[0].article.id}", FULL)
    assert case.judgements() == ()


@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mOrvalin\x07", "<b onclick=alert(1)>Orvalin</b>", "'; DROP TABLE judgements; --",
        "\udcff\ud83dOrvalin", "Or\0valin", "\u202enilavrO", "[bold]Orvalin[/]", "👍 Orvalin", "@",
    ],
)  # fmt: skip
def test_hostile_names_are_names(case: Case, name: str) -> None:
    if any(letter.isalnum() for letter in name):
        shown = case.rename(FULL, name).identities[0].name
        assert not set("\x1b\x07\0\u202e\ud83d") & set(shown)
        assert case.who(shown)[0].name == shown
    for typed in ((name, INITIAL), (name + "@" + name, INITIAL)):
        try:
            case.same(*typed)
        except (NotFoundError, InputError) as error:
            assert len(str(error)) < 1000
    assert case.check() == ()


def test_a_name_without_end_is_refused_in_one_short_sentence(case: Case) -> None:
    huge = "Orvalin " * 1_250_000
    for verb, given in (
        (case.same, (huge, FULL)),
        (case.rename, (FULL, huge)),
        (case.different, ("@" * 10_000_000, FULL)),
    ):
        with pytest.raises((NotFoundError, InputError)) as error:
            verb(*given)
        assert len(str(error.value)) < 400
    assert len(case.same(FULL, INITIAL, who=huge).judgement.who) <= 300


def test_who_decides_is_the_login_where_nothing_else_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "mira")
    with Case(path) as case:
        assert case.same(FULL, INITIAL).judgement.who == "mira"
        assert case.rename(FULL, "X Y", who="ada").judgement.who == "ada"
        monkeypatch.setattr("getpass.getuser", no_login)
        assert case.different(FULL, CYRILLIC).judgement.who == ""


def no_login() -> str:
    raise OSError("no such user")


def test_identities_are_made_once_and_anew_when_something_changed(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.identities()
    made = []
    monkeypatch.setattr(
        "crossread.people.identities",
        lambda *given: made.append(1) or identities(*given),  # type: ignore[func-returns-value]
    )
    list(case.statements())
    case.summary()
    case.who(FULL)
    assert made == []
    case.same(FULL, INITIAL)
    case.identities()
    assert made == [1]
    monkeypatch.setattr("crossread.people.VERSION", "newer")
    case.identities()
    assert made == [1, 1]


JUDGE = """
import sys
from crossread.case import Case
with Case(sys.argv[1]) as case:
    for number in range(int(sys.argv[3])):
        case.rename("Taskyn Orvalin", f"{sys.argv[2]} {number}")
        print(number, flush=True)
"""


def judging(path: Path, who: str, times: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", JUDGE, str(path), who, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_two_may_decide_at_once(path: Path) -> None:
    processes = [judging(path, who, 15) for who in ("ada", "mira")]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, b"")
    with Case(path) as case:
        made = case.judgements()
        assert [one.number for one in made] == list(range(1, 31))
        for who in ("ada", "mira"):
            assert [one.name for one in made if (one.name or "").startswith(who)] == [
                f"{who} {number}" for number in range(15)
            ]
        assert [one.name for one in case.who(FULL)] == [made[-1].name]
        assert case.check() == ()


def test_whoever_is_killed_loses_nothing_that_was_decided(path: Path) -> None:
    moments = random.Random(7)
    told = 0
    for _ in range(4):
        process = judging(path, "ada", 1000)
        assert process.stdout is not None
        for _ in range(moments.randrange(1, 6)):
            told += bool(process.stdout.readline())
        time.sleep(moments.random() * 0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        with Case(path) as case:
            assert case.check() == ()
            made = case.judgements()
            assert [one.number for one in made] == list(range(1, len(made) + 1))
            assert [one.name for one in case.who(FULL)] == [made[-1].name]
    assert len(made) >= told
