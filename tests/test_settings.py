"""Settings: defaults, what the environment changes, and one sentence for what it may not."""

from dataclasses import fields

import pytest

from crossread import recipes
from crossread.cli.options import RECIPES
from crossread.errors import InputError
from crossread.settings import Settings, load, share


def test_without_an_environment_the_defaults_hold() -> None:
    assert load({}) == Settings()
    assert load({"CROSSREAD_UNKNOWN": "7", "WORKERS": "7"}) == Settings()


def test_each_sort_of_setting_is_read() -> None:
    given = {"CROSSREAD_CASE": "7", "CROSSREAD_WORKERS": "7", "CROSSREAD_MIN_SCORE": "0.7"}

    assert load(given) == Settings(case="7", workers=7, min_score=0.7)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("CROSSREAD_WORKERS", "many", "'many' is not a whole number"),
        ("CROSSREAD_WORKERS", "0.5", "'0.5' is not a whole number"),
        ("CROSSREAD_WORKERS", "-1", "'-1' is not a whole number"),
        ("CROSSREAD_MIN_SCORE", "much", "'much' is not a number from 0 to 1"),
        ("CROSSREAD_MIN_SCORE", "", "'' is not a number from 0 to 1"),
        ("CROSSREAD_MIN_SCORE", "70", "'70' is not a number from 0 to 1"),
        ("CROSSREAD_MIN_SCORE", "0,7", "'0,7' is not a number from 0 to 1"),
    ],
)
def test_what_is_no_number_is_told(name: str, value: str, problem: str) -> None:
    with pytest.raises(InputError) as told:
        load({name: value})

    assert str(told.value) == f"{name}: {problem}; set it to one, or unset it"


@pytest.mark.parametrize("value", ["-0.01", "1.01", "nan", "inf", "-inf", "1e9"])
def test_a_share_is_from_0_to_1(value: str) -> None:
    assert [share(sound) for sound in ("0", "1", " .5 ", "1e-3")] == [0, 1, 0.5, 0.001]
    with pytest.raises(ValueError, match="is not a number from 0 to 1"):
        share(value)


def test_the_recipes_that_are_named_are_those_there_are() -> None:
    help_of = {each.name: each.metadata["help"] for each in fields(Settings)}

    assert Settings().recipe == recipes.DEFAULT
    assert (*recipes.RECIPES,) == RECIPES
    assert [name for name in RECIPES if name not in help_of["recipe"]] == []
