"""What is called after a place leads back to it."""

import pytest

from crossread.languages.demonyms import called_after, places, seats
from crossread.languages.language import ENGLISH, UNDETERMINED


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("uzbeks", {"Uzbekistan"}),
        ("kazakhstani", {"Kazakhstan"}),
        ("u.s.", {"United States"}),
        ("pole", {"Poland"}),
        ("dominican", {"Dominica", "Dominican Republic"}),
        ("georgian", {"Georgia"}),
        ("muscovites", {"Moscow"}),
        ("moscow", {"Moscow"}),
    ],
)
def test_a_word_leads_to_its_places(word: str, names: set[str]) -> None:
    assert called_after(ENGLISH)[word] == names


def test_a_capital_is_a_seat() -> None:
    assert "Kazakhstan" in seats(ENGLISH)["astana"]
    assert "Russia" in seats(ENGLISH)["moscow"]
    assert "uzbeks" not in seats(ENGLISH)


def test_one_and_several() -> None:
    people = {pair for place in places(ENGLISH) for pair in place.people}

    assert ("Frenchwoman", "Frenchwomen") in people
    assert ("Swiss", "Swiss") in people


def test_a_language_without_the_table_has_none() -> None:
    assert not places(UNDETERMINED)
    assert not called_after(UNDETERMINED)
