import io
import json

from crossread.errors import InputError
from crossread.export.lines import failure, write
from crossread.model.codec import from_line
from tests.readings import READINGS, reading


def test_a_reading_is_a_line_that_can_be_read_again() -> None:
    out = io.BytesIO()

    write(READINGS, out)

    lines = out.getvalue().decode("utf-8").splitlines()
    assert [from_line(line) for line in lines] == list(READINGS)


def test_half_a_character_survives() -> None:
    broken = reading("00", ("paragraph", "half \ud83d of an emoji"))
    out = io.BytesIO()

    write([broken], out)

    assert from_line(out.getvalue().decode("utf-8")) == broken


def test_a_failure_names_its_file() -> None:
    line = failure(InputError("Größe.txt", "is empty"))

    assert json.loads(line) == {"file": "Größe.txt", "error": "is empty"}
