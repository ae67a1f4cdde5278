"""Standard input as a file: `-` among the paths of `crossread parse`."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from crossread.errors import InputError
from crossread.model.reading import Reading

NAME = "-"


@contextmanager
def with_input(paths: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """The paths, `-` replaced by a file with what stood on standard input; and that file."""
    given = tuple(paths)
    if NAME not in given:
        yield given, None
        return
    if sys.stdin is None:
        raise click.UsageError("standard input is closed; name a file")
    with TemporaryDirectory(prefix="crossread-") as folder:
        kept = Path(folder) / "input"
        with kept.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out)
        yield tuple(str(kept) if path == NAME else path for path in given), str(kept)


def called(result: Reading | InputError, kept: str | None) -> Reading | InputError:
    """The same, where the kept file is called `-` again."""
    if isinstance(result, InputError):
        return InputError(NAME, result.problem) if result.file == kept else result
    if result.article.file == kept:
        return replace(result, article=replace(result.article, file=NAME))
    return result
