"""The commands on who is who from outside: what they write, and their exit codes."""

import json
from pathlib import Path

import pytest

from crossread.store.rows import Found
from crossread.store.store import Store
from tests.cli.shell import on_terminal, one_sentence, typed
from tests.store.made import RULES, named

FULL, INITIAL, OTHER = "Taskyn Orvalin", "T. Orvaline", "Taskyn Derevon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Store(tmp_path / "case.crossread")
    for name, content in ((FULL, "that it was old"), (INITIAL, "that it was new"), (OTHER, "no")):
        store.save(named(name, content, outlet="The Ledger"), RULES, Found(f"{name}.html"))
    store.close()
    return tmp_path


def test_one_is_shown_with_names_statements_and_outlets(folder: Path) -> None:
    text = typed("who", "orvalin", cwd=folder).stdout.decode()
    (value,) = json.loads(typed("who", FULL, "--json", cwd=folder).stdout)

    assert text.startswith("Taskyn Orvalin  person, ")
    assert "1 statement in 1 article: The Ledger 1." in text
    assert (value["name"], value["statements"], value["articles"]) == (FULL, 1, 1)


def test_several_are_listed_and_nobody_is_told(folder: Path) -> None:
    several = typed("who", "taskyn", cwd=folder)
    nobody = typed("who", "Orvalen", cwd=folder)

    assert several.returncode == 0
    assert "“taskyn” fits 2:" in several.stdout.decode()
    assert nobody.returncode == 1
    assert "Nobody in this case is called “Orvalen”" in nobody.stdout.decode()
    assert json.loads(typed("who", "Orvalen", "--json", cwd=folder).stdout) == []


def test_what_is_decided_is_told_with_how_to_take_it_back(folder: Path) -> None:
    done = typed("same", FULL, INITIAL, cwd=folder, CROSSREAD_JUDGE="dana")
    again = typed("same", INITIAL, FULL, cwd=folder)
    found = json.loads(typed("find", "", "--speaker", "orvalin", "--json", cwd=folder).stdout)

    assert done.stdout.decode().splitlines()[0] == (
        "Judgement 1: “Taskyn Orvalin” and “T. Orvaline” are the same."
    )
    assert "Now: " in done.stdout.decode()
    assert "To take it back: crossread withdraw 1" in done.stdout.decode()
    assert again.returncode == 0
    assert again.stdout.decode().startswith("Already so: Judgement 1: ")
    assert {one["source"] for one in found} == {FULL, INITIAL}
    assert len({one["identity"]["id"] for one in found}) == 1


def test_decisions_are_listed_and_withdrawn(folder: Path) -> None:
    assert "Nothing has been decided yet" in typed("judgements", cwd=folder).stdout.decode()
    typed("different", FULL, OTHER, "--as", "Ada Bird", cwd=folder)
    typed("rename", INITIAL, "The master", cwd=folder)
    withdrawn = typed("withdraw", "1", cwd=folder)
    listed = typed("judgements", cwd=folder).stdout.decode()
    values = json.loads(typed("judgements", "--json", cwd=folder).stdout)

    assert "Judgement 3: 1 holds no more" in withdrawn.stdout.decode()
    assert "are different Ada Bird" in " ".join(listed.split())
    assert "is shown as “The master”" in " ".join(listed.split())
    assert [value["holds"] for value in values] == [False, True, True]
    assert typed("check", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["same", "taskyn", INITIAL], "“taskyn” fits 2: ", 2),
        (["same", "Orvalen", INITIAL], "nobody in this case is called “Orvalen”; did you mean", 2),
        (["different", FULL, FULL], "is no other", 1),
        (["rename", FULL, " \n"], "the new name: is empty", 1),
        (["withdraw", "9"], "there is no judgement 9; none has been made", 2),
        (["withdraw", "x"], "'x' is not a valid integer", 2),
        (["same", FULL], "Missing argument", 2),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_sentence(
    folder: Path, arguments: list[str], said: str, code: int
) -> None:
    done = typed(*arguments, cwd=folder)

    assert said in one_sentence(done)
    assert done.returncode == code
    assert done.stdout == b""


def test_a_name_cannot_drive_the_terminal(folder: Path) -> None:
    typed("rename", FULL, "\x1b[2J\x07[red]Orvalin", cwd=folder)

    for command in (["who", "taskyn orvalin"], ["judgements"], ["show"], ["find", "old"]):
        seen = on_terminal(*command, cwd=folder)
        assert b"\x1b[2J" not in seen
        assert b"\x07" not in seen
        assert b"Orvalin" in seen
