"""What is written is read back, and it is what the schema says."""

import json
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from crossread.errors import InputError
from crossread.model import codec
from crossread.model.reading import Reading
from tests.model.strategies import readings


def schema() -> dict[str, Any]:
    file = resources.files("crossread.model") / "parse.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


VALIDATOR = Draft202012Validator(schema())


@given(readings())
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert codec.from_line(codec.to_line(reading)) == reading


@given(readings())
def test_a_line_is_as_the_schema_says(reading: Reading) -> None:
    VALIDATOR.validate(json.loads(codec.to_line(reading)))


def test_the_schema_is_a_schema_and_knows_every_layer() -> None:
    Draft202012Validator.check_schema(schema())
    layers = set(schema()["$defs"]["reading"]["properties"])
    assert layers == {*codec.LAYERS, "version", "file", "article", "sentences"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"version": 99}', "format 99"),
        ('{"version": 1, "article": {}}', "not a reading"),
    ],
)
def test_a_line_of_something_else_is_refused(line: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        codec.from_line(line)
