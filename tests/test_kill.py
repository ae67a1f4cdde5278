"""Killed at any moment and run again, a case is the same as one that was never disturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from crossread.case import Case
from crossread.store.store import Store
from tests.papers import write

PAPERS = 60
KILLS = 25  # in all; each at another moment
BATCH = 5  # of one case, before it is left to finish

READ = """
import sys
from crossread.case import Case
from crossread.settings import Settings
with Case(sys.argv[1], Settings(workers=2)) as case:
    case.read(sys.argv[2:], progress=lambda done, total, name: print(done, flush=True))
"""

# These say when or how often something was done, or tie a row to its index: they may differ.
MAY_DIFFER = {"row", "collected", "happened", "changed", "made_of"}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("kill") / "papers", PAPERS)
    (folder / "copy.txt").write_bytes((folder / "007.txt").read_bytes())
    (folder / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, papers: Path) -> list[str]:
    path = tmp_path_factory.mktemp("kill") / "undisturbed.crossread"
    read_whole(path, papers)
    with Case(path) as case:
        assert (case.summary().articles, case.summary().failures) == (PAPERS, 1)
    return dump(path)


@pytest.mark.parametrize("seed", range(KILLS // BATCH))
def test_a_killed_case_is_the_same_when_run_again(
    tmp_path: Path, papers: Path, undisturbed: list[str], seed: int
) -> None:
    moments, path = random.Random(seed), tmp_path / "a.crossread"
    for _ in range(BATCH):
        with reading(path, papers) as process:
            await_moment(process, moments)
            if moments.random() < 0.3:
                kill_workers(process)  # and then the parent, in the midst of starting others
                time.sleep(moments.random() * 0.02)
            process.kill()
        assert_whole(path)
    read_whole(path, papers)
    assert dump(path) == undisturbed


def test_killed_workers_cost_nothing(tmp_path: Path, papers: Path, undisturbed: list[str]) -> None:
    with reading(tmp_path / "a.crossread", papers) as process:
        assert process.stdout is not None
        process.stdout.readline()
        kill_workers(process)
        process.stdout.read()
    assert process.returncode == 0
    assert dump(tmp_path / "a.crossread") == undisturbed


def test_ctrl_c_stops_at_once_and_keeps_what_is_read(
    tmp_path: Path, papers: Path, undisturbed: list[str]
) -> None:
    path = tmp_path / "a.crossread"
    with reading(path, papers) as process:
        assert process.stdout is not None
        process.stdout.readline()
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    assert workers
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert_whole(path)
    read_whole(path, papers)
    assert dump(path) == undisturbed


def reading(path: Path, papers: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", READ, str(path), str(papers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def read_whole(path: Path, papers: Path) -> None:
    with reading(path, papers) as process:
        process.communicate()
    assert process.returncode == 0


def await_moment(process: subprocess.Popen[bytes], moments: random.Random) -> None:
    """While it starts, or a few milliseconds after one of the first articles was kept."""
    assert process.stdout is not None
    if moments.random() < 0.2:
        time.sleep(moments.random() * 0.6)
        return
    for _ in range(moments.randrange(1, 12)):
        process.stdout.readline()
    time.sleep(moments.random() * 0.005)


def kill_workers(process: subprocess.Popen[bytes]) -> None:
    for child in children(process.pid):
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def children(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            after_name = status.read_text().rpartition(")")[2].split()
            if int(after_name[1]) == parent:
                found.append(int(status.parent.name))
    return found


def assert_whole(path: Path) -> None:
    """What is there is sound, also in the middle."""
    if path.exists():
        with Case(path) as case:
            assert case.check() == ()


def dump(path: Path) -> list[str]:
    """All that a case holds, who is who in it too, in an order of its own."""
    with Case(path) as case:
        assert case.identities().identities
    store = Store(path)
    lines = sorted(str(row) for table in tables(store) for row in rows(store, table))
    store.close()
    return lines


def tables(store: Store) -> Iterator[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%'"
    yield from (name for (name,) in store.database.rows(sql + " ESCAPE '\\'"))


def rows(store: Store, table: str) -> Iterator[object]:
    names = [name for name in store.database.columns(table) if name not in MAY_DIFFER]
    columns = ", ".join(f'"{name}"' for name in names)
    for row in store.database.rows(f"SELECT {columns} FROM {table}"):
        yield table, *row
