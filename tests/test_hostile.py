"""Every page is hostile: whatever comes in, a sound reading or one clear sentence comes out.

Two thousand inputs and more: bytes → documents → articles → every stage → JSON and back.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from crossread import recipes
from crossread.case import Case
from crossread.collect.documents import collect, documents
from crossread.errors import InputError
from crossread.export import lines
from crossread.model.check import problems
from crossread.model.codec import from_line, to_line
from crossread.model.reading import Reading
from tests.mutations import MARKS, mutated
from tests.papers import write

ARTICLES = Path(__file__).parent.parent / "src" / "crossread" / "demo" / "articles"
PAGES = [path.read_bytes() for path in sorted(ARTICLES.glob("*.html"))]
TEXTS = [path.read_bytes() for path in sorted(ARTICLES.glob("*.txt"))]
ROWS = (ARTICLES / "18-bulletins.jsonl").read_bytes()
TABLE = "url,outlet,title,text\nu,o,t,“We lost,” he said.\n".encode()
MAX_BYTES = 6_000_000
SEEDS = st.integers(0, 2**63)


def fuzz(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # a smaller seed is no simpler an input
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


def outcomes(path: Path) -> Iterator[Reading | InputError]:
    """What comes of a file; each reading is checked, each error is one sentence."""
    for found in documents([path]):
        if isinstance(found, InputError):
            yield clear(found, path)
            continue
        try:
            article = collect(found, max_bytes=MAX_BYTES)
        except InputError as error:
            yield clear(error, path)
        else:
            yield sound(recipes.read(article, recipe=recipe(article.text)))


def clear(error: InputError, path: Path) -> InputError:
    """It names the file, and says what is wrong in one line."""
    assert error.file == str(path)
    assert 0 < len(error.problem) < 400
    assert len(error.problem.splitlines()) == 1
    return error


def sound(reading: Reading) -> Reading:
    """Nothing lies outside the text; the JSON line says all of it, in bytes that can be written."""
    assert list(problems(reading)) == []
    line = to_line(reading)
    assert from_line(line) == reading
    assert lines.encoded(line).count(b"\n") == 1
    return reading


def recipe(text: str) -> str:
    """The tagger reads one text in eight: it takes ten times as long as the rules."""
    return recipes.DEFAULT if len(text) % 8 == 0 else "rules"


def read(folder: Path, name: str, data: bytes) -> list[Reading | InputError]:
    path = folder / name
    path.write_bytes(data)
    return list(outcomes(path))


@fuzz(900)
@given(st.sampled_from(PAGES), SEEDS)
def test_mutated_pages(folder: Path, page: bytes, seed: int) -> None:
    assert len(read(folder, "page.html", mutated(seed, page))) == 1


@fuzz(600)
@given(st.sampled_from(TEXTS), SEEDS)
def test_mutated_texts(folder: Path, text: bytes, seed: int) -> None:
    assert len(read(folder, "text.txt", mutated(seed, text))) == 1


@fuzz(300)
@given(SEEDS)
def test_mutated_tables(folder: Path, seed: int) -> None:
    read(folder, "rows.jsonl", mutated(seed, ROWS))
    read(folder, "rows.csv", mutated(seed, TABLE))


@fuzz(300)
@given(st.text(st.sampled_from("\ud800\udfff\0\u202e“”'\",.aБ 1\n") | st.characters()))
def test_any_text_in_a_row(folder: Path, text: str) -> None:
    row = {"text": f"{text} said Vera Holm, “{text}”", "title": text, "published": text}
    assert len(read(folder, "row.jsonl", json.dumps(row).encode())) == 1


@fuzz(300)
@given(st.binary(max_size=3000), st.sampled_from(("a.html", "a.txt", "a", "a.csv", "a.txt.gz")))
def test_any_bytes(folder: Path, data: bytes, name: str) -> None:
    read(folder, name, data)


# One case each, that must end soon and in the way said.

WE_LOST = "“We lost the bridge,” said Vera Holm, the mayor of Brindle. "

READ: dict[str, tuple[str, bytes]] = {
    "one long line": ("a.txt", WE_LOST.encode() * 500),
    "5 MB without a space": ("a.txt", b"x" * 5_000_000),
    "100,000 marks": ("a.txt", (MARKS * 9000).encode()),
    "20,000 stops": ("a.txt", b"He left. A. B. C. ... " * 3000),
    "10,000 tags never closed": ("a.html", b"<html><p>a<b>b" * 5_000),
    "script and one line": ("a.html", b"<script>var a = '<p>no</p>';</script>We lost it." * 1000),
    "half surrogates in a row": ("a.jsonl", b'{"text": "\\ud800 said Vera Holm. \\udfff"}'),
}
REFUSED: dict[str, tuple[str, bytes]] = {
    "nothing": ("a.txt", b""),
    "blanks": ("a.txt", b" \n\t\r\n" * 50),
    "an empty page": ("a.html", b"  "),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "a program": ("a", b"\x7fELF\x02\x01\x01\0" + bytes(2000)),
    "20,000 elements deep": ("a.html", b"<html><body>" + b"<div>" * 20_000 + WE_LOST.encode()),
    "50,000 attributes": ("a.html", b"<html><p " + b"a=b " * 50_000 + b">We lost the bridge."),
    "too large": ("a.txt", b"We lost. " * 700_000),
    "a broken archive": ("a.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0"),
    "a row that is no JSON": ("a.jsonl", b'{"text": "We lost'),
}


@pytest.mark.parametrize("name, data", READ.values(), ids=READ)
def test_what_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    (outcome,) = read(tmp_path, name, data)

    assert isinstance(outcome, Reading)


@pytest.mark.parametrize("name, data", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    (outcome,) = read(tmp_path, name, data)

    assert isinstance(outcome, InputError)


def crossread(
    *arguments: str | Path, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the command as a user does."""
    command = [sys.executable, "-m", "crossread", *map(str, arguments)]
    environment = {**os.environ, "CROSSREAD_MAX_SECONDS": "5"}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=environment,
        preexec_fn=limit,
        check=False,
        timeout=120,
    )


def test_the_rest_goes_on(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", 3)
    bad = {
        "001-empty.txt": b"",
        "002-picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "003-deep.html": b"<html>" + b"<div>" * 20_000 + WE_LOST.encode(),
        "004-one-line.txt": WE_LOST.encode() * 90_000,  # 5 MB: more than five seconds allow
    }
    for name, data in bad.items():
        (papers / name).write_bytes(data)

    done = crossread("read", papers, "--case", tmp_path / "a.crossread")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [done.stderr.count(name) for name in bad] == [1] * len(bad)
    with Case(tmp_path / "a.crossread") as case:
        assert len(case.articles()) == 3
        assert case.check() == ()


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = write(tmp_path / "papers", 2)
    shut = papers / "shut"
    shut.mkdir()
    listdir = os.listdir

    def refused(path: Path) -> list[str]:  # root may read every folder, so it is played
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refused)
    found = list(documents([papers]))

    (error,) = (one for one in found if isinstance(one, InputError))
    assert error.file == str(shut)
    assert "may not be read" in error.problem
    assert len(found) == 3


def test_a_full_disk_ends_in_one_sentence_and_the_case_stays_whole(tmp_path: Path) -> None:
    few, case = write(tmp_path / "few", 2), tmp_path / "a.crossread"
    assert crossread("read", few, "--case", case).returncode == 0
    many = write(tmp_path / "many", 300, start=10)
    most = case.stat().st_size + 50_000

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = crossread("read", many, "--case", case, limit=full)

    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert str(case) in done.stderr
    assert crossread("check", "--case", case).returncode == 0
    assert crossread("read", many, "--case", case).returncode == 0
