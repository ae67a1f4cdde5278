"""Where results go: the terminal, a pipe, or a file that is whole or not there."""

import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from crossread.export.controls import line

WIDEST = 100  # longer lines are hard to read

Report = Callable[[int, int | None, str], None]


class Screen(Console):
    """A console that leaves it to the door what a closed pipe means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """Colours only on a terminal, and not where NO_COLOR is set; text is never markup."""
    made = Screen(stderr=stderr, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDEST)
    return made


def to_type(command: str, *, case: str | None = None) -> str:
    """A command as this user can type it: where `crossread` is not on the path, by its place."""
    program = "crossread"
    if shutil.which(program) is None:
        called = Path(sys.argv[0])
        program = str(called) if called.name == program else "python -m crossread"
    return f"{program} {command}" + (f" --case {shlex.quote(case)}" if case else "")


def json_out(value: Any) -> None:
    """One JSON value for a program to read, on standard output."""
    binary_out().write(
        json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"
    )


def binary_out() -> BinaryIO:
    """Standard output, for bytes in UTF-8 whatever the terminal has."""
    if sys.stdout is None:
        raise click.UsageError("standard output is closed; write to a file with `-o FILE`")
    return sys.stdout.buffer


@contextmanager
def writing(path: str) -> Iterator[BinaryIO]:
    """A file that appears, under its name, only when it is whole; `-` is standard output."""
    target = Path(path).resolve()
    if path == "-":
        yield binary_out()
    elif target.exists() and not target.is_file():  # /dev/stdout, a named pipe
        with target.open("wb") as out:
            yield out
    else:
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as out:
                yield out
            part.replace(target)
        except OSError as error:  # the user knows the file by its own name
            raise OSError(error.errno, error.strerror, path) from error
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def progress(verb: str) -> Iterator[Report]:
    """How far long work has come: a bar on a terminal, one plain line elsewhere; on stderr."""
    errors = console(stderr=True)
    if not errors.is_terminal:
        click.echo(f"{verb} …", err=True)
        yield lambda done, total, name: None
        return
    columns = (
        TextColumn("{task.description}", style="bold"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[file]}", style="dim", markup=False),
    )
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(verb, total=None, file="")

        def report(done: int, total: int | None, name: str) -> None:
            bar.update(task, completed=done, total=total, file=line(Path(name).name)[:30])

        yield report
