"""The commands from outside: what they write, and their exit codes."""

import json
import re
from pathlib import Path

from crossread.cli import commands
from crossread.cli.commands import crossread
from crossread.model.codec import from_line
from tests.cli.shell import STORY, one_sentence, typed

# read, show, find, check


def test_reading_counts_what_is_new_known_and_failed(folder: Path) -> None:
    (folder / "articles" / "noise.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")

    first = typed("read", "articles", "gone.html", cwd=folder)
    again = typed("read", "articles", cwd=folder)

    assert first.returncode == 1
    assert b"case.crossread: 1 new, 0 known already, 2 failed" in first.stdout
    assert b"noise.txt: is " in first.stderr
    assert b"gone.html: is not there" in first.stderr
    assert again.returncode == 1
    assert b"0 new, 1 known already, 1 failed" in again.stdout


def test_a_long_list_of_failures_is_cut_and_says_where_the_rest_is(folder: Path) -> None:
    for number in range(25):
        (folder / "articles" / f"empty{number}.txt").touch()

    done = typed("read", "articles", cwd=folder)
    listed = json.loads(typed("show", "--json", cwd=folder).stdout)

    assert done.stderr.count(b"is empty") == 20
    assert "… and 5 more; all of them: crossread show --json" in done.stderr.decode()
    assert len(listed["failures"]) == 25


def test_show_json_has_the_documented_shape(case: Path) -> None:
    value = json.loads(typed("show", "--json", cwd=case).stdout)

    assert sorted(value) == ["articles", "facts", "failures", "speakers", "summary"]
    assert value["speakers"]["first"][0].keys() == {"id", "name", "type", "statements", "names"}
    assert value["summary"]["articles"] == 1
    assert value["articles"][0]["title"] == "Harbour to close in May"
    assert value["articles"][0]["files"] == ["articles/harbour.txt"]
    assert sum(value["summary"]["kinds"].values()) == value["summary"]["statements"]


def test_a_long_title_pushes_nothing_away(folder: Path) -> None:
    story = "\n".join(
        ["date 2031-03-04", "", f"Harbour {'to close in May ' * 8}", *STORY.split("\n")]
    )
    (folder / "articles" / "long.txt").write_text(story, encoding="utf-8")
    typed("read", "articles", cwd=folder)

    lines = typed("show", cwd=folder).stdout.decode().splitlines()

    (head,) = [line for line in lines if line.startswith("Published ")]
    assert head.split() == ["Published", "Outlet", "Article", "Statements"]
    assert all(len(line) <= 80 for line in lines)


def test_find_shows_the_words_their_source_and_place(case: Path) -> None:
    text = typed("find", "harbour", cwd=case).stdout.decode()
    (found,) = json.loads(typed("find", "harbour close", "--json", cwd=case).stdout)

    assert "The port council — said" in text
    assert "the harbour would close in May" in text
    start, stop = found["passage"]
    assert f"{start}–{stop}" in text
    (span,) = found["attribution"]["source"]
    assert STORY[slice(*span)] == found["source"] == "The port council"


def test_find_filters(case: Path) -> None:
    assert json.loads(typed("find", "", "--speaker", "okoll", "--json", cwd=case).stdout)
    assert json.loads(typed("find", "", "--outlet", "Ledger", "--json", cwd=case).stdout) == []
    assert b"left out" in typed("find", "", "--from", "2031", cwd=case).stdout
    assert typed("find", "zeppelin", cwd=case).stdout == b"Nothing found.\n"


def test_unlikely_statements_are_left_out_where_asked(case: Path) -> None:
    everything = json.loads(typed("find", "", "--json", cwd=case).stdout)
    least = max(found["attribution"]["score"] for found in everything)
    asked = ["--min-score", str(least)]
    found = json.loads(typed("find", "", "--json", *asked, cwd=case).stdout)
    exported = from_line(typed("export", "json", "-o", "-", *asked, cwd=case).stdout.decode())
    parsed = typed("parse", "articles", *asked, cwd=case).stdout.decode()
    shown = json.loads(typed("show", "--json", *asked, cwd=case).stdout)
    page = typed("report", "-o", "-", *asked, cwd=case).stdout.decode()
    by_setting = typed("find", "", "--json", cwd=case, CROSSREAD_MIN_SCORE=str(least)).stdout

    assert 0 < len(found) < len(everything)
    assert json.loads(by_setting) == found
    assert len(exported.attributions) == len(found) == shown["summary"]["statements"]
    assert from_line(parsed).attributions == exported.attributions
    assert shown["articles"][0]["statements"] == len(found)
    assert page.count('class="said-what"') == len(found)
    checked = typed("check", cwd=case, CROSSREAD_MIN_SCORE="1").stdout.decode()
    assert f"and {len(everything)} statements" in checked


def test_a_score_out_of_bounds_is_told(case: Path) -> None:
    for command in (["find", ""], ["show"], ["parse", "articles"], ["export", "json", "-o", "-"]):
        done = typed(*command, "--min-score", "70", cwd=case)

        assert "'--min-score': '70' is not a number from 0 to 1" in one_sentence(done)
        assert done.returncode == 2
    done = typed("show", cwd=case, CROSSREAD_MIN_SCORE="high")
    assert "CROSSREAD_MIN_SCORE: 'high' is not a number from 0 to 1" in one_sentence(done)


def test_a_recipe_can_be_chosen(folder: Path) -> None:
    read = typed("read", "articles", "--recipe", "rules", cwd=folder)
    known = typed("read", "articles", cwd=folder, CROSSREAD_RECIPE="rules")
    wrong = typed("parse", "articles", "--recipe", "tea", cwd=folder)
    unknown = typed("parse", "articles", cwd=folder, CROSSREAD_RECIPE="tea")

    assert b"1 new" in read.stdout
    assert b"1 known" in known.stdout
    assert "'tea' is not one of" in one_sentence(wrong)
    assert "no recipe is called 'tea'; there is: " in one_sentence(unknown)
    assert (wrong.returncode, unknown.returncode) == (2, 2)


def test_check_proves_a_case(case: Path) -> None:
    done = typed("check", cwd=case)
    as_json = json.loads(typed("check", "--json", cwd=case).stdout)

    assert done.returncode == 0
    assert b"The case is sound" in done.stdout
    assert as_json == {"sound": True, "problems": []}


def test_a_damaged_case_is_told(case: Path) -> None:
    (case / "case.crossread").write_bytes(b"SQLite format 3\0" + b"garbage" * 200)

    done = typed("show", cwd=case)

    assert done.returncode == 1
    assert "case.crossread" in one_sentence(done)


# parse and export


def test_parse_gives_a_line_a_file_in_order(folder: Path) -> None:
    (folder / "t.jsonl").write_text('{"text": "Half \\ud83d."}\n{"title": "no text"}\n', "utf-8")

    done = typed("parse", "gone.txt", "articles", "t.jsonl", "-", cwd=folder, more="< articles/*")

    lines = done.stdout.decode("utf-8").splitlines()
    values = [json.loads(line) for line in lines]
    assert done.returncode == 1
    assert done.stderr == b""
    assert [value["file"] for value in values] == [
        "gone.txt", "articles/harbour.txt", "t.jsonl", "t.jsonl", "-",
    ]  # fmt: skip
    assert ["error" in value for value in values] == [True, False, False, True, False]
    assert from_line(lines[1]).text == from_line(lines[4]).text == STORY
    assert from_line(lines[2]).text == "Half \ud83d."


def test_parse_is_utf8_whatever_the_terminal_has(folder: Path) -> None:
    done = typed("parse", "articles", cwd=folder, PYTHONIOENCODING="ascii")
    shown = typed("parse", "articles", cwd=folder, PYTHONIOENCODING="ascii", LC_ALL="C")

    assert "“Nobody asked us,”" in done.stdout.decode("utf-8")
    assert shown.stdout == done.stdout


def test_export_and_parse_agree(case: Path) -> None:
    exported = typed("export", "json", "-o", "-", cwd=case).stdout.decode()
    written = typed("export", "json", "-o", "all.jsonl", cwd=case)
    parsed = typed("parse", "articles", cwd=case).stdout.decode()

    assert written.returncode == 0
    assert (case / "all.jsonl").read_text("utf-8") == exported
    kept, read = from_line(exported), from_line(parsed)
    assert kept.attributions == read.attributions
    assert kept.text == read.text


def test_the_version_is_given(tmp_path: Path) -> None:
    assert re.fullmatch(
        r"Crossread \d+\.\d+\.\d+\n", typed("--version", cwd=tmp_path).stdout.decode()
    )


def test_the_demo_shows_who_said_what(tmp_path: Path) -> None:
    done = typed("demo", cwd=tmp_path, TMPDIR=str(tmp_path))

    text = done.stdout.decode()
    (made,) = tmp_path.glob("crossread-*/demo.crossread")
    assert done.returncode == 0
    assert len(text.splitlines()) <= 42
    assert max(map(len, text.splitlines())) <= 80 + len(str(made))
    assert f"crossread show --case {made}" in text
    assert " — said" in text
    assert "“I will not resign while bodies are still being" in text
    assert text.count("Dolgayev: I will not resign") == 1


def test_next_commands_can_be_typed_where_crossread_is_not_on_the_path(folder: Path) -> None:
    (folder / "my cases").mkdir()
    named = typed("read", "articles", "--case", "my cases/a.crossread", cwd=folder, PATH="/bin")
    shown = typed("show", "--case", "my cases/a.crossread", cwd=folder)

    assert b"python -m crossread show --case 'my cases/a.crossread'" in named.stdout
    assert shown.returncode == 0


def test_commands_stand_in_the_order_of_use() -> None:
    assert list(crossread.commands)[:3] == ["demo", "read", "show"]
    assert commands.START.count("crossread ") >= 6
