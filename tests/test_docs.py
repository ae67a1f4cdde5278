"""What the documents name exists."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from crossread.case import Case
from crossread.model.attribution import Act, Voice
from crossread.model.block import BlockKind
from crossread.model.codec import LAYERS
from crossread.recipes import RECIPES, VERSIONS
from crossread.settings import PREFIX, Settings
from tests.conftest import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FIELDS = fields(Settings)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|docs|tests|bench|training|tools|examples)/[\w./-]*)`")


def read(document: Path) -> str:
    return document.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = read(document)
    links = [link for link in LINK.findall(text) if "://" not in link]

    assert [link for link in links if not (document.parent / link).exists()] == []
    assert [path for path in PATH.findall(text) if not (ROOT / path).exists()] == []


def test_every_setting_is_documented() -> None:
    commands = read(ROOT / "docs" / "commands.md")
    rows = [
        f"| `{PREFIX}{f.name.upper()}` | `{f.default}` | {f.metadata['help']} |" for f in FIELDS
    ]

    assert [row for row in rows if row not in commands] == []
    assert all(field.metadata["help"].endswith(".") for field in FIELDS)
    assert commands.count(f"`{Settings().recipe}` (the default)") == 2


def test_terms_name_the_values_of_the_record() -> None:
    terms = read(ROOT / "docs" / "terms.md")

    words = [*get_args(BlockKind), *get_args(Act), *get_args(Voice), *RECIPES]
    assert [word for word in words if word not in terms and word not in RECIPES] == []


def test_the_format_page_names_every_layer_and_field() -> None:
    page = read(ROOT / "docs" / "format.md")

    assert [layer for layer in LAYERS if f"`{layer}`" not in page] == []


def test_every_dependency_is_named_with_its_licence() -> None:
    page = read(ROOT / "docs" / "dependencies.md").lower()
    project = read(ROOT / "pyproject.toml")
    wanted = re.findall(r'^\s*"([a-z][a-z0-9-]+)>=', project, re.M | re.I)

    assert wanted
    assert [name for name in wanted if f"pypi.org/project/{name}/" not in page] == []


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", read(ROOT / "README.md"), re.S)
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "crane.txt"
    page.write_text(re.findall(r'read\("(.*?)"\)', code)[0], encoding="utf-8")
    with Case("case.crossread") as case:
        case.read([page])

    exec(code, {})  # what a reader would paste

    printed = capsys.readouterr().out
    assert "['The harbour master, Ilan Dovar', 'said', 'that the crane had failed']" in printed
    assert "The harbour master, Ilan Dovar · that the crane had failed" in printed


def test_every_recipe_has_a_version() -> None:
    assert RECIPES.keys() == VERSIONS.keys()


def test_documents_speak_of_the_project_alone() -> None:
    said = "\n".join(read(document) for document in DOCUMENTS)
    assert not re.search(r"/work/|\bissue #?\d|helper session", said)
