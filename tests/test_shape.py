"""The size budget of the house, and what may not be in it."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILE_LINES, FUNCTION_LINES = 400, 50
FORBIDDEN = {"util", "utils", "helper", "helpers", "common", "misc", "base"}
FOLDERS = ("src", "bench", "training", "tools", "tests")
MODULES = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_keeps_to_the_budget(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    long = [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in functions(ast.parse(source))
        if node.end_lineno and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]

    assert source.count("\n") <= FILE_LINES
    assert not long
    assert file.stem not in FORBIDDEN


@pytest.mark.parametrize(
    "file", [m for m in MODULES if "src" in m.parts], ids=lambda file: str(file.relative_to(ROOT))
)
def test_modules_and_public_classes_say_what_they_are(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and not n.name.startswith("_")]

    assert ast.get_docstring(tree), "a module says its one idea"
    assert [c.name for c in classes if not ast.get_docstring(c)] == []
