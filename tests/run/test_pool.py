"""A pool whose workers can hang, crash and eat memory: each harms its own task alone."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from crossread.run.pool import Bounds, Pool, Trouble

BOUNDS = Bounds(seconds=30, megabytes=500)


def pool(job: str, *arguments: object, workers: int = 2, bounds: Bounds = BOUNDS) -> Pool[object]:
    return Pool(f"tests.run.jobs:{job}", arguments, workers=workers, bounds=bounds)


def test_every_task_is_answered() -> None:
    answers = dict(pool("double").run(range(50)))
    assert answers == {number: 2 * number for number in range(50)}


def test_answers_come_in_order_where_that_is_asked_for() -> None:
    assert [task for task, _ in pool("double").run(range(50), ordered=True)] == list(range(50))


@pytest.mark.parametrize(
    ("task", "trouble"),
    [
        ("eat", Trouble("memory")),
        ("crash", Trouble("died")),
        ("raise", Trouble("fault", "ZeroDivisionError: by nothing")),
    ],
)
def test_trouble_harms_its_own_task_alone(task: str, trouble: Trouble) -> None:
    answers = dict(pool("misbehave").run(["one", task, "two", "print", "three"]))
    assert answers.pop(task) == trouble
    assert answers == {t: f"did {t}" for t in ("one", "two", "print", "three")}


@pytest.mark.parametrize("task", ["hang", "spin"])
def test_what_takes_too_long_is_ended(task: str) -> None:
    started = time.monotonic()
    short = Bounds(seconds=1, megabytes=500)
    answers = dict(pool("misbehave", bounds=short).run(["one", task, "two"]))
    assert answers == {"one": "did one", task: Trouble("time"), "two": "did two"}
    assert time.monotonic() - started < 60  # it would take ten minutes


def test_a_worker_that_was_ended_from_outside_costs_no_task(tmp_path: Path) -> None:
    assert list(pool("misbehave", str(tmp_path)).run(["die once"])) == [("die once", "lived")]


def test_workers_are_ended_while_idle_and_the_tasks_go_on() -> None:
    answers = []
    for _, process in pool("where", workers=1).run(range(6)):
        assert isinstance(process, int)
        answers.append(process)
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    assert len(answers) == 6
    assert len(set(answers)) > 1


def test_a_worker_that_cannot_start_is_told_from_one_that_died() -> None:
    assert list(pool("nothing").run(["one"])) == [("one", Trouble("start"))]


def test_a_system_without_processes_to_spare_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr("subprocess.Popen", refuse)
    assert list(pool("double").run([1])) == [(1, Trouble("start", "no more processes"))]


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    answers = pool("double").run(endless())
    for _ in range(20):
        next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert len(taken) <= 20 + 2 * 2


def test_closing_early_ends_the_workers_at_once() -> None:
    answers = pool("misbehave").run(["one", "hang", "hang"])
    next(answers)
    started = time.monotonic()
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 60  # they would take ten minutes
