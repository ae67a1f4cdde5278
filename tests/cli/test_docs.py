"""`docs/commands.md` and the commands name each other."""

import re

import click
import pytest

from crossread.cli.commands import crossread
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
NAMED = re.findall(r"^## ([a-z]+)$", PAGE, re.M)


def part(name: str) -> str:
    return re.split(r"^## ", PAGE.partition(f"\n## {name}\n")[2], maxsplit=1, flags=re.M)[0]


def options(command: click.Command) -> list[str]:
    return [
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


def test_each_command_has_its_part_and_no_other() -> None:
    assert list(crossread.commands) == NAMED


@pytest.mark.parametrize("name", list(crossread.commands))
def test_each_option_is_named_and_each_named_exists(name: str) -> None:
    command, said = crossread.commands[name], part(name)
    table = re.findall(r"`(-[-a-z]+)[ `]", "\n".join(re.findall(r"^\|.*", said, re.M)))

    assert sorted(set(table)) == sorted(options(command))


@pytest.mark.parametrize("name", list(crossread.commands))
def test_help_has_an_example_and_so_has_the_page(name: str) -> None:
    text = crossread.commands[name].help or ""
    examples = re.findall(r"^\s*(crossread .*)$", text.partition("Example")[2], re.M)

    assert examples
    assert [example for example in examples if example.strip() not in part(name)] == []


def test_every_example_can_be_typed() -> None:
    typed = re.findall(r"^ {4}(?:cat \S+ \| )?crossread ([^\n|>]+)", PAGE, re.M)

    for line in typed:
        arguments = re.findall(r'"[^"]*"|\S+', line)
        name, *rest = [argument.strip('"') for argument in arguments]
        crossread.commands[name].make_context(name, rest, resilient_parsing=False).close()
    assert len(typed) > len(crossread.commands)
