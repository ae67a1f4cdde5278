"""Every setting: its name, its default and one sentence. Read by `case.py`, `cli.py` and `web/`.

A setting can be changed by the environment: `CROSSREAD_WORKERS=4`.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from crossread.errors import InputError

PREFIX = "CROSSREAD_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be set. The metadata of each field is its one sentence."""

    case: str = field(
        default="case.crossread",
        metadata={"help": "The case file that commands use when none is named."},
    )
    recipe: str = field(
        default="accurate",
        metadata={"help": "How articles are read, by name: accurate, fast or rules."},
    )
    min_score: float = field(
        default=0.0,
        metadata={
            "help": "Statements less likely to be right than this, from 0 to 1, are left out."
        },
    )
    judge: str = field(
        default="",
        metadata={"help": "Who decides on who is who; if empty, the name you are logged in by."},
    )
    workers: int = field(
        default=0, metadata={"help": "Processes that read side by side; 0 means one a core."}
    )
    max_bytes: int = field(
        default=20_000_000, metadata={"help": "A larger file is refused, in bytes."}
    )
    max_seconds: int = field(
        default=60,
        metadata={"help": "An article that takes longer to read is given up, in seconds."},
    )
    max_memory: int = field(
        default=2_000, metadata={"help": "Memory that one worker may take, in megabytes."}
    )
    debug: int = field(
        default=0, metadata={"help": "1 shows the whole trail of an error, for a bug report."}
    )


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings, with what the environment changes. Raises InputError for a bad number."""
    changed: dict[str, Any] = {}
    for setting in fields(Settings):
        name = PREFIX + setting.name.upper()
        if name not in environment:
            continue
        try:
            changed[setting.name] = READERS[setting.type](environment[name])
        except ValueError as error:
            raise InputError(name, f"{error}; set it to one, or unset it") from error
    return Settings(**changed)


def whole_number(value: str) -> int:
    if not value.isdecimal():
        raise ValueError(f"{value!r} is not a whole number")
    return int(value)


def share(value: str) -> float:
    """A part of a whole, as a probability is."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # nor is “nan”
        raise ValueError(f"{value!r} is not a number from 0 to 1")
    return number


READERS: dict[Any, Callable[[str], str | int | float]] = {
    str: str,
    int: whole_number,
    float: share,
}
