"""JSON lines: one reading a line, as `crossread parse` and `crossread export json` write them."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from crossread.errors import InputError
from crossread.model.codec import to_line
from crossread.model.reading import Reading


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Writes the readings in order, each as soon as it comes."""
    for reading in readings:
        out.write(encoded(to_line(reading)))


def failure(error: InputError) -> bytes:
    """The line of a file that could not be read."""
    record = {"file": error.file, "error": error.problem}
    return encoded(json.dumps(record, ensure_ascii=False))


def encoded(line: str) -> bytes:
    """A line in UTF-8, with its newline.

    Half a surrogate pair, which a JSON table can hold and UTF-8 cannot, comes out as `\\ud800`:
    what JSON itself calls it, so the text is the same when read again.
    """
    return line.encode("utf-8", "backslashreplace") + b"\n"
