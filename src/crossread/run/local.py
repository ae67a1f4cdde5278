"""Reads documents on this machine, in processes: bounded in memory and time, whatever comes."""

import os
from collections.abc import Generator, Iterable
from typing import Any, TypeAlias, TypedDict, TypeVar

from crossread import recipes
from crossread.collect.documents import Document, collect
from crossread.errors import CrossreadError, InputError
from crossread.model.reading import Reading
from crossread.run.pool import Bounds, Pool, Trouble

Input: TypeAlias = Document | InputError  # what could not even be walked goes through as it is
Given = TypeVar("Given", bound=Input)


class Limits(TypedDict):
    """What reading may take; the settings of the same names."""

    workers: int
    max_bytes: int
    max_seconds: int
    max_memory: int


JOB = "crossread.run.local:read_one"
NO_PROCESS = "no process to read with can be started; is memory left, is Crossread installed whole?"


def read_one(document: Input, recipe: str, max_bytes: int) -> Reading | InputError:
    """What a worker does with a document: collect it and read it."""
    if isinstance(document, InputError):
        return document
    try:
        return recipes.read(collect(document, max_bytes=max_bytes), recipe=recipe)
    except InputError as error:
        return error


def read_all(  # noqa: PLR0913  one setting each
    documents: Iterable[Given],
    *,
    recipe: str,
    workers: int = 0,
    max_bytes: int,
    max_seconds: int,
    max_memory: int,
    ordered: bool = False,
) -> Generator[tuple[Given, Reading | InputError], None, None]:
    """Each document with its reading, or with the one sentence that says why there is none.

    They come as they are done, or if `ordered`, as they were given. Documents are taken only as
    there are workers for them, so an endless table takes no more memory than a short one.
    """
    bounds = Bounds(seconds=max_seconds, megabytes=max_memory)
    pool = Pool[Given](JOB, (recipe, max_bytes), workers=workers or cores(), bounds=bounds)
    for document, answer in pool.run(documents, ordered=ordered):
        yield document, explained(document, answer, bounds)


def explained(document: Input, answer: Any, bounds: Bounds) -> Reading | InputError:
    if isinstance(answer, Trouble) and answer.kind == "start":
        raise CrossreadError(NO_PROCESS)  # the next document would fare no better
    if isinstance(answer, Trouble):
        return InputError(document.file, sentence(answer, bounds))
    assert isinstance(answer, Reading | InputError)
    return answer


def sentence(trouble: Trouble, bounds: Bounds) -> str:
    match trouble.kind:
        case "time":
            more = "set CROSSREAD_MAX_SECONDS to allow more"
            return f"takes longer than {bounds.seconds} seconds to read; {more}"
        case "memory":
            more = "set CROSSREAD_MAX_MEMORY to allow more"
            return f"needs more memory than {bounds.megabytes} MB to read; {more}"
        case "died":
            return "the process that read it came to a sudden end; try it again"
        case _:
            return f"a fault in Crossread kept it from being read ({trouble.detail}); report it"


def cores() -> int:
    """How many this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
