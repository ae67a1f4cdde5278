"""Jobs for worker processes that behave, and that do not."""

import ctypes
import os
import time


def double(number: int) -> int:
    return 2 * number


def where(_task: int) -> int:
    return os.getpid()


def misbehave(task: str, folder: str = "") -> str:
    """Does what it is told: each of these is what a hostile page might bring about."""
    match task:
        case "hang":
            time.sleep(600)
        case "spin":  # in C, where no signal handler written in Python gets its turn
            ctypes.CDLL(None).sleep(600)
        case "eat":
            return str(len(bytearray(3_000_000_000)))
        case "crash":
            ctypes.string_at(0)
        case "raise":
            raise ZeroDivisionError("by nothing")
        case "print":
            print("this must not come between the answers", flush=True)  # noqa: T201
        case "die once":
            return die_once(folder)
    return f"did {task}"


def die_once(folder: str) -> str:
    """As if the machine, short of memory, had ended this process, which was not to blame."""
    try:
        os.mkdir(os.path.join(folder, "died"))
    except FileExistsError:
        return "lived"
    os.abort()
