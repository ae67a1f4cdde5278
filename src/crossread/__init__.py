"""Crossread: who is reported to have said what in contested news, tied to the exact words.

    recipes.py    the named lists of stages: read this first
    pipeline.py   Pipeline: stages in an order that is checked when it is built
    case.py       Case and read: the one deep facade        cli/   the commands
    people.py     who is who in a case, and what somebody decided on it
    model/        the record: Span, Article, Attribution, … Reading; to and from JSON
    languages/    what differs between languages, as tables
    collect/      files -> Article: pages, text, tables
    stages/       Reading -> the items of one layer
    weights/      the shipped models, each with its card
    store/        a case on disk                            run/   processes that read
    export/       other people's formats                    demo/  the articles of `crossread demo`

Nothing is loaded until it is used, so that `crossread --help` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossread.case import Case, read
    from crossread.errors import CrossreadError
    from crossread.model.reading import Reading

__all__ = ["Case", "CrossreadError", "Reading", "read"]
__version__ = "0.1.0"

HOMES = {
    "Case": "crossread.case",
    "CrossreadError": "crossread.errors",
    "Reading": "crossread.model.reading",
    "read": "crossread.case",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
