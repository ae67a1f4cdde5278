"""What a worker process does: one document after another, as its parent hands them in.

Started by `run/pool.py` as `python -m crossread.run.worker JOB MEGABYTES SECONDS`. Documents come
pickled on standard input, answers go pickled to standard output; when the input ends, because the
parent has finished or was killed, the worker ends.
"""

import os
import pickle
import pkgutil
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

Answer = tuple[str, Any]  # ("done", value), ("memory", None) or ("fault", what happened)

READY: Answer = ("ready", None)
GRACE = 5  # seconds after the parent should have killed us


def main() -> None:
    name, megabytes, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    requests, answers = sys.stdin.buffer, take_output()
    job = pkgutil.resolve_name(name)
    limit_memory(megabytes)
    send(answers, READY)
    while True:
        try:
            arguments = pickle.load(requests)
        except EOFError:
            return
        limit_time(seconds + GRACE)
        answer = answered(job, arguments)
        limit_time(0)
        send(answers, answer)
        if answer[0] == "memory":
            return  # what is left of this process may be broken


def answered(job: Callable[..., Any], arguments: tuple[Any, ...]) -> Answer:
    try:
        return "done", job(*arguments)
    except MemoryError:
        return "memory", None
    except Exception as error:  # noqa: BLE001  a fault in one document must not end the others
        return "fault", f"{type(error).__name__}: {error}"


def send(answers: BinaryIO, answer: Answer) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def take_output() -> BinaryIO:
    """Standard output for our answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return answers


def limit_memory(megabytes: int) -> None:
    """Bounds what the process itself fills; not address space, of which libraries reserve much."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    limit = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def limit_time(seconds: int) -> None:
    """The parent kills a worker that hangs; if the parent itself was killed, the alarm does.

    0 takes the limit away.
    """
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
