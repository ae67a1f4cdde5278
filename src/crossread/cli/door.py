"""The door: whatever happens inside, a user sees one sentence that says what to do.

Exit codes: 0 done, 1 some inputs failed, 2 wrong usage, 130 stopped with Ctrl-C.
"""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

import click

from crossread.cli.commands import crossread
from crossread.errors import CrossreadError, NotFoundError
from crossread.export.controls import line

FAILED, MISUSED, STOPPED, UNREAD = 1, 2, 130, 141  # the last two as shells count them: 128 + signal


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; gives its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack “these”
    try:
        code = run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()  # so that a full disk is noticed here
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - no traceback reaches a user
        return failed(error)
    return code


def run(arguments: list[str]) -> int:
    """What click's own `main` does, but for errors: those are ours."""
    try:
        with crossread.make_context("crossread", arguments) as context:
            return crossread.invoke(context) or 0
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code


def failed(error: BaseException) -> int:
    """Tells the user what happened; gives the exit code."""
    if isinstance(error, OSError):
        silence()
    match error:
        case BrokenPipeError():  # `crossread show | head`: the reader has seen enough
            return UNREAD
        case KeyboardInterrupt() | click.Abort():
            code = STOPPED
        case NotFoundError() | click.ClickException():
            code = MISUSED
        case _:
            code = FAILED
    say(error)
    return code


def say(error: BaseException) -> None:
    """One sentence on stderr; the whole trail too if CROSSREAD_DEBUG is 1."""
    if os.environ.get("CROSSREAD_DEBUG", "0") != "0":
        sys.excepthook(type(error), error, error.__traceback__)
    with suppress(OSError):
        click.echo(f"crossread: {line(sentence(error))}", err=True)


def sentence(error: BaseException) -> str:
    match error:
        case KeyboardInterrupt() | click.Abort():
            return "stopped; what was read is kept: run the same command again to go on"
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "crossread"
            return f"{error.format_message().rstrip('.')}; see `{command} --help`"
        case click.ClickException():
            return error.format_message()
        case CrossreadError():
            return str(error)
        case OSError():
            return of_system(error)
    return (
        f"this is a mistake in Crossread itself ({type(error).__name__}: {error}); nothing that was"
        " read is lost. For the details to report, set CROSSREAD_DEBUG=1 and run it again"
    )


WHAT_TO_DO = {
    errno.ENOSPC: "the disk is full; make room, and run the same command again",
    errno.EDQUOT: "your share of the disk is full; make room, and run the same command again",
    errno.ENOENT: "there is no such folder; make it, or choose another place",
    errno.EACCES: "you may not read or write there; choose another place",
    errno.EROFS: "nothing can be written there; choose another place",
}


def of_system(error: OSError) -> str:
    problem = error.strerror or type(error).__name__
    what = WHAT_TO_DO.get(error.errno or 0, f"{problem}; choose another place, or try again")
    return f"{error.filename or 'the result could not be written'}: {what}"


def silence() -> None:
    """Lets Python close a standard output that can no longer be written to without a word."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
