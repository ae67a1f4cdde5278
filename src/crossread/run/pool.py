"""Pool: processes that each do one thing at a time, and can be killed while they do it.

The standard pools cannot end one task that hangs without ending the others. Each worker here is
a fresh interpreter, neither forked (the parent may have threads, as a progress bar does) nor made
by `multiprocessing` (which would run the user's own script once more in every worker). It costs
half a second to start one, side by side, and keeps each document's faults in its own process.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock, Timer
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")

WAITING = 2  # tasks in hand for each worker, so that none is idle and few are in memory


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a task has no answer."""

    kind: str  # "time", "memory", "died" or "fault"; "start": no process could be started
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may take."""

    seconds: int
    megabytes: int


# What is raised at a pipe whose other end has gone, maybe in the middle of an answer.
BROKEN = (EOFError, OSError, ValueError, pickle.UnpicklingError)


class Worker:
    """One process, and the pipes to it."""

    def __init__(self, job: str, bounds: Bounds) -> None:
        self.bounds = bounds
        self.ready = False
        self.late = False
        numbers = [str(bounds.megabytes), str(bounds.seconds)]
        self.process = subprocess.Popen(
            # -P: no module is taken from the folder in which the user happens to be.
            [sys.executable, "-P", "-m", "crossread.run.worker", job, *numbers],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,  # Ctrl-C is for the parent, which then ends its workers
        )

    def ask(self, arguments: tuple[Any, ...]) -> Any:
        """The job's answer, or a Trouble."""
        try:
            if not self.ready:
                pickle.load(self.answers)  # it says so; loading our code takes its own time
                self.ready = True
            with self.time_limit():
                pickle.dump(arguments, self.requests, pickle.HIGHEST_PROTOCOL)
                self.requests.flush()
                kind, value = pickle.load(self.answers)
        except BROKEN:
            return Trouble("time" if self.late else "died" if self.ready else "start")
        return value if kind == "done" else Trouble(kind, value or "")

    @contextmanager
    def time_limit(self) -> Iterator[None]:
        timer = Timer(self.bounds.seconds, self.kill_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # so that it cannot kill whoever comes next

    @property
    def requests(self) -> Any:
        return self.process.stdin

    @property
    def answers(self) -> Any:
        return self.process.stdout

    def kill_late(self) -> None:
        self.late = True
        self.process.kill()

    def kill(self) -> None:
        """Ends the process at once; whoever waits for its answer learns that it died."""
        self.process.kill()

    def close(self) -> None:
        """Ends the process and lets go of the pipes, when nobody waits for it any more."""
        self.kill()
        for pipe in (self.requests, self.answers):
            with suppress(OSError):  # words that it did not live to read
                pipe.close()
        self.process.wait()


class Pool(Generic[Task]):
    """Runs `job(task, *arguments)` for many tasks; the job is named by its place, `module:name`."""

    def __init__(
        self, job: str, arguments: tuple[Any, ...], *, workers: int, bounds: Bounds
    ) -> None:
        self.job = job
        self.arguments = arguments
        self.count = workers
        self.bounds = bounds
        self.idle: deque[Worker] = deque()
        self.living: set[Worker] = set()
        self.lock = Lock()
        self.stopped = False

    def run(self, tasks: Iterable[Task], *, ordered: bool = False) -> Iterator[tuple[Task, Any]]:
        """Each task with its answer or Trouble: as they are done, or in the order of the tasks.

        Takes tasks only as it needs them. Ends all workers when it ends, also when it is
        closed early or interrupted.
        """
        threads = ThreadPoolExecutor(self.count, thread_name_prefix="crossread")
        waiting: dict[Future[Any], Task] = {}
        try:
            for task in tasks:
                waiting[threads.submit(self.answer, task)] = task
                if len(waiting) >= WAITING * self.count:
                    yield from finished(waiting, ordered)
            while waiting:
                yield from finished(waiting, ordered)
        finally:
            self.stop(threads)

    def answer(self, task: Task) -> Any:
        """Tries a second time, in a fresh worker, what may not be the task's own fault."""
        answer = self.try_once(task)
        if isinstance(answer, Trouble) and answer.kind in {"died", "memory", "start"}:
            answer = self.try_once(task)
        return answer

    def try_once(self, task: Task) -> Any:
        try:
            worker = self.take()
        except OSError as error:  # the system has no process to spare
            return Trouble("start", str(error))
        if worker is None:
            return Trouble("died")
        answer = worker.ask((task, *self.arguments))
        broken = isinstance(answer, Trouble) and answer.kind != "fault"
        self.give_back(worker, broken=broken or worker.late)
        return answer

    def take(self) -> Worker | None:
        """An idle worker, or a new one; None when all is stopped."""
        with self.lock:
            if self.stopped:
                return None
            if self.idle:
                return self.idle.popleft()
            worker = Worker(self.job, self.bounds)
            self.living.add(worker)
            return worker

    def give_back(self, worker: Worker, *, broken: bool) -> None:
        with self.lock:
            if not broken:
                self.idle.append(worker)
                return
            self.living.discard(worker)
        worker.close()

    def stop(self, threads: ThreadPoolExecutor) -> None:
        """Ends all workers, whatever they are doing, and then the threads that wait for them."""
        with self.lock:
            self.stopped = True
            for worker in self.living:
                worker.kill()
        threads.shutdown(cancel_futures=True)
        for worker in self.living:
            worker.close()


def finished(waiting: dict[Future[Any], Task], ordered: bool) -> Iterator[tuple[Task, Any]]:
    """Waits for at least one task, and takes those that are done out of the waiting ones."""
    if ordered:
        done = [next(iter(waiting))]
    else:
        done = list(wait(waiting, return_when=FIRST_COMPLETED).done)
    for future in done:
        yield waiting.pop(future), future.result()


def environment() -> dict[str, str]:
    """Ours, with the places that we load modules from, and one thread for each worker."""
    places = os.pathsep.join(place for place in sys.path if place)
    return {**os.environ, "PYTHONPATH": places, "OMP_NUM_THREADS": "1"}
