"""The door: help, wrong usage, where results go, and what goes wrong inside."""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.cli import door
from crossread.cli.commands import crossread
from tests.cli.shell import STORY, on_terminal, one_sentence, typed

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
