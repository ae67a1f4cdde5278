"""Every setting: its name, its default and one sentence. Read by `case.py`, `cli.py` and `web/`.

A setting can be changed by the environment: `CROSSREAD_WORKERS=4`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

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
        default="rules", metadata={"help": "The list of stages that articles are read with."}
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
    changed: dict[str, str | int] = {}
    for setting in fields(Settings):
        name = PREFIX + setting.name.upper()
        if name not in environment:
            continue
        value = environment[name]
        changed[setting.name] = value if setting.type is str else whole_number(name, value)
    return Settings(**changed)  # type: ignore[arg-type]


def whole_number(name: str, value: str) -> int:
    if not value.isdecimal():
        raise InputError(name, f"{value!r} is not a whole number; set it to one, or unset it")
    return int(value)
