"""A folder with an article, and a case made from it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import STORY, typed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "harbour.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("read")
    (place / "articles").mkdir()
    (place / "articles" / "harbour.txt").write_text(STORY, encoding="utf-8")
    assert typed("read", "articles", cwd=place).returncode == 0
    return place


@pytest.fixture
def case(read_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(read_once, tmp_path / "case")
