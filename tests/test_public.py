"""The names that other programs may use, and what they do."""

import subprocess
import sys
from pathlib import Path

import pytest

import crossread
from crossread.errors import InputError

TEXT = "The harbour master, Ilan Dovar, said that the crane had failed."


def test_every_public_name_is_there() -> None:
    assert sorted(crossread.HOMES) == crossread.__all__
    assert all(getattr(crossread, name) for name in crossread.__all__)
    with pytest.raises(AttributeError):
        crossread.nothing  # noqa: B018


def test_a_text_and_a_file_are_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")

    of_text, of_file = crossread.read(TEXT), crossread.read(file)
    assert of_text.attributions
    assert of_text.attributions == of_file.attributions == crossread.read(str(file)).attributions


def test_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        crossread.read(tmp_path / "none.txt")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="several"):
        crossread.read(tmp_path)


def test_importing_loads_nothing_heavy() -> None:
    code = "import crossread, sys; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
