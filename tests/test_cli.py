"""The doors from outside: real processes, exit codes, pipes, full disks."""

import json
import os
import pty
import re
import resource
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossread.cli import commands, door
from crossread.cli.commands import crossread
from crossread.model.codec import from_line

STORY = """Harbour to close in May

The port council said that the harbour would close in May. “Nobody asked us,” said Dana Okoll,
a fisherman.
"""

Done = subprocess.CompletedProcess[bytes]


def typed(*arguments: str | Path, cwd: Path, more: str = "", **environment: str) -> Done:
    """What a user sees who types this; `more` is what the shell adds: `| head`, `> FILE`."""
    line = shlex.join([sys.executable, "-m", "crossread", *map(str, arguments)])
    settings = {**os.environ, "CROSSREAD_WORKERS": "1", **environment}
    script = f"set -o pipefail; {line} {more}"
    return subprocess.run(
        ["bash", "-c", script], cwd=cwd, env=settings, capture_output=True, check=False, timeout=60
    )


def one_sentence(done: Done) -> str:
    text = done.stderr.decode().removeprefix("Reading …\n")
    assert text.startswith("crossread: "), text
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "harbour.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("read")
    (place / "articles").mkdir()
    (place / "articles" / "harbour.txt").write_text(STORY, encoding="utf-8")
    assert typed("read", "articles", cwd=place).returncode == 0
    return place


@pytest.fixture
def case(read_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(read_once, tmp_path / "case")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(crossread, list(arguments), catch_exceptions=False)


# Help and wrong usage


def test_alone_it_says_what_to_type_first(tmp_path: Path) -> None:
    done = typed(cwd=tmp_path)

    assert done.returncode == 0
    assert b"crossread demo" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_help_is_quick(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = typed("--help", cwd=tmp_path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert done.returncode == 0
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 0.3, "0.05 s on an idle machine: something heavy is loaded at the door"


def test_help_loads_nothing_that_reads_pages() -> None:
    heavy = "sys.modules.keys() & {'lxml', 'numpy', 'rich', 'sqlite3', 'trafilatura', 'jinja2'}"
    script = f"import sys, crossread.cli; print(sorted({heavy}))"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["find"], "Missing argument 'WORDS'"),
        (["show", "--colour"], "No such option"),
        (["export", "xml", "-o", "x"], "is not 'json'"),
        (["report"], "Missing option '-o'"),
        (["find", "dam", "--from", "yesterday"], "write it as 2022-01-18"),
        (["show", "--case", "nowhere.crossread"], "crossread read FOLDER --case nowhere.crossread"),
        (["find", "dam"], "make one with `crossread read FOLDER`"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(
    arguments: list[str], says: str, tmp_path: Path
) -> None:
    done = typed(*arguments, cwd=tmp_path)

    assert says in one_sentence(done)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == [], "nothing is made by mistake"


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

    assert sorted(value) == ["articles", "failures", "summary"]
    assert value["summary"]["articles"] == 1
    assert value["articles"][0]["title"] == "Harbour to close in May"
    assert value["articles"][0]["files"] == ["articles/harbour.txt"]
    assert sum(value["summary"]["kinds"].values()) == value["summary"]["statements"]


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


# Where results go


def test_a_report_is_whole_or_not_there(case: Path) -> None:
    good = typed("report", "-o", "page.html", cwd=case)
    bad = typed("report", "-o", "nowhere/page.html", cwd=case)

    assert good.returncode == 0
    assert (case / "page.html").read_text("utf-8").endswith("</html>")
    assert bad.returncode == 1
    assert "nowhere/page.html: there is no such folder" in one_sentence(bad)
    assert list(case.glob(".*part")) == []


@pytest.mark.parametrize(
    "arguments",
    [["export", "json", "-o", "-"], ["show"], ["show", "--json"], ["parse", "articles"]],
)
def test_a_full_disk_is_told(arguments: list[str], case: Path) -> None:
    done = typed(*arguments, cwd=case, more="> /dev/full")

    assert "the disk is full" in one_sentence(done)
    assert done.returncode == 1


def test_a_full_disk_at_the_file_is_told(case: Path) -> None:
    done = typed("report", "-o", "/dev/full", cwd=case)

    assert "the disk is full" in one_sentence(done)
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("arguments", [["export", "json", "-o", "-"], ["find", "harbour"]])
def test_a_reader_who_goes_away_is_no_error(arguments: list[str], case: Path) -> None:
    done = typed(*arguments, cwd=case, more="| (exec <&-; sleep 1)")

    assert done.stderr == b""
    assert done.returncode == 141


def test_standard_output_may_be_closed(case: Path) -> None:
    shown = typed("show", cwd=case, more=">&-")
    lines = typed("parse", "articles", cwd=case, more=">&-")

    assert (shown.returncode, shown.stderr) == (0, b"")
    assert lines.returncode == 2
    assert "standard output is closed" in one_sentence(lines)


def test_text_of_an_article_cannot_steer_the_terminal(folder: Path) -> None:
    evil = "The mayor said that [bold red]all[/] was \x1b[2Jwell \u202eand quiet\x07.\n" + STORY
    (folder / "articles" / "evil.txt").write_text(evil, "utf-8")
    typed("read", "articles", cwd=folder)

    outputs = [
        typed(*line, cwd=folder) for line in (["show"], ["find", "mayor"], ["find", "quiet"])
    ]

    text = b"".join(done.stdout for done in outputs).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)
    assert "[bold red]all[/]" in text
    assert "␛[2J" in text


def test_colours_are_for_terminals(case: Path) -> None:
    piped = typed("show", cwd=case).stdout
    shown = on_terminal("show", cwd=case)
    plain = on_terminal("show", cwd=case, NO_COLOR="1")

    assert b"\x1b" not in piped
    assert b"\x1b[36m" in shown
    assert not re.search(rb"\x1b\[[0-9;]*3[0-9]", plain)


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> bytes:
    """What the command writes when it stands before a terminal."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "crossread", *arguments]
    with subprocess.Popen(command, cwd=cwd, env=settings, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while part := read_some(ours):
            seen += part
    os.close(ours)
    assert process.returncode == 0, seen
    return seen


def read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other end was closed
        return b""


# What goes wrong inside


def test_a_fault_inside_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty() -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(crossread.commands["demo"], "callback", faulty)

    assert door.main(["demo"]) == 1
    told = capsys.readouterr().err
    assert "a mistake in Crossread itself (ZeroDivisionError" in told
    assert told.count("\n") == 1

    monkeypatch.setenv("CROSSREAD_DEBUG", "1")
    assert door.main(["demo"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(crossread.commands["demo"], "callback", stopped)

    assert door.main(["demo"]) == 130
    assert capsys.readouterr().err.startswith("crossread: stopped; what was read is kept")


def test_a_setting_that_is_no_number_is_told(tmp_path: Path) -> None:
    done = typed("show", cwd=tmp_path, CROSSREAD_WORKERS="many")

    assert "CROSSREAD_WORKERS: 'many' is not a whole number" in one_sentence(done)


def test_the_version_is_given() -> None:
    assert re.fullmatch(r"Crossread \d+\.\d+\.\d+\n", run("--version").stdout)


def test_the_demo_shows_who_said_what(tmp_path: Path) -> None:
    done = typed("demo", cwd=tmp_path, TMPDIR=str(tmp_path))

    text = done.stdout.decode()
    (made,) = tmp_path.glob("crossread-*/demo.crossread")
    assert done.returncode == 0
    assert len(text.splitlines()) <= 40
    assert max(map(len, text.splitlines())) <= 80 + len(str(made))
    assert f"crossread show --case {made}" in text
    assert "Yasak — said" in text
    assert text.count("RIOT IN DZHARIN") >= 1


def test_commands_stand_in_the_order_of_use() -> None:
    assert list(crossread.commands)[:3] == ["demo", "read", "show"]
    assert commands.START.count("crossread ") >= 6
