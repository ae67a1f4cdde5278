"""What several commands share: their options, and the case that is meant."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossread import settings
from crossread.errors import NotFoundError

if TYPE_CHECKING:
    from crossread.case import Case

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
RECIPES = ("accurate", "fast", "rules")  # of `recipes.py`, which takes a second to load


class Date(click.ParamType[str]):
    """A day, month or year: 2022-01-18, 2022-01, 2022."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        if not DATE.fullmatch(str(value)):
            self.fail(f"{value!r} is not a date; write it as 2022-01-18, 2022-01 or 2022")
        return str(value)


class Score(click.ParamType[float]):
    """A probability: 0.5."""

    name = "number"

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        try:
            return settings.share(str(value))
        except ValueError as error:
            self.fail(str(error))


case_option = click.option(
    "--case",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="The case: one file with the articles and all that was read in them."
    " Default: case.crossread, in this folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program.")
score_option = click.option(
    "--min-score",
    metavar="NUMBER",
    type=Score(),
    help="Leave out statements less likely to be right than this, from 0 (nothing is left out)"
    " to 1. Those without a score stay.",
)
recipe_option = click.option(
    "--recipe",
    type=click.Choice(RECIPES),
    help="How articles are read: accurate, fast (a smaller network) or rules (no network, the"
    f" least work). Default: {settings.Settings().recipe}.",
)
written = click.Path(dir_okay=False, allow_dash=True)
inputs = click.argument("paths", metavar="PATH...", nargs=-1, required=True)


@contextmanager
def opened(file: str | None, min_score: float | None = None) -> "Iterator[Case]":
    """The case that is meant, which must be there."""
    chosen = chosen_settings(case=file, min_score=min_score)
    if not Path(chosen.case).exists():
        make = f"crossread read FOLDER --case {chosen.case}" if file else "crossread read FOLDER"
        raise NotFoundError(f"there is no case at {chosen.case}; make one with `{make}`")
    with new_or_old(chosen) as case:
        yield case


def new_or_old(chosen: settings.Settings) -> "Case":
    from crossread.case import Case

    return Case(chosen.case, settings=chosen)


def chosen_settings(**options: Any) -> settings.Settings:
    """The settings, with the options that were given in place of theirs."""
    given = {name: value for name, value in options.items() if value not in {None, ""}}
    return replace(settings.load(), **given)
