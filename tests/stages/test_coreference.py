"""Who is who in one article: each link has its reason, and what is not sure stays unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bench.who import STORIES, count, figures
from crossread import recipes
from crossread.collect.article import make
from crossread.model.check import problems
from crossread.model.entity import Mention
from crossread.model.reading import Reading

SAID = "“The dam will hold,” {} said."


def read(text: str) -> Reading:
    return recipes.read(make(text, language="en"), recipe="rules")


def mention(reading: Reading, words: str) -> Mention:
    return next(one for one in reading.mentions if one.span.of(reading.text) == words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Dovar", "“Dovar” is the surname of “Ilan Dovar”; nobody else here bears it."),
        ("Tervan President", "“Tervan President” stands before “Ilan Dovar”."),
        (
            "the Tervan leader",
            "“the Tervan leader” is “Ilan Dovar”, before called “Tervan President”.",
        ),
        (
            "he",
            "“he” after “the Tervan leader” spoke, same sentence; no one else came up since.",
        ),
    ],
)
def test_each_link_has_its_reason(words: str, reason: str) -> None:
    reading = read(
        "Tervan President Ilan Dovar came back on Monday. Dovar looked tired.\n\n"
        "“The dam will hold,” the Tervan leader said, adding that he had seen it."
    )

    found = mention(reading, words)

    assert found.reason == reason
    assert found.entity == mention(reading, "Ilan Dovar").entity


@pytest.mark.parametrize(
    ("story", "speaker"),
    [
        ("Ilan Dovar spoke at noon. " + SAID.format("Dovar"), "Ilan Dovar"),
        ("Ilan Dovar met Oren Dovar. " + SAID.format("Dovar"), "Dovar"),
        ("Ilan Dovar came. " + SAID.format("Dovar’s lawyer"), None),
        ("Ilan Dovar came. " + SAID.format("Ilan Dovar and Mira Sold"), None),
        (
            "Mira Sold lost her hat. Mira Sold said she would not sleep. "
            "Ilan Dovar met Mira Sold. “It was dark,” she said.",
            "Mira Sold",
        ),
        ("“Vera Orlan lied,” said Ilan Dovar, a baker. " + SAID.format("he"), "Ilan Dovar"),
        ("“I said no,” said Ilan Dovar. Mira Sold came. " + SAID.format("she"), "Mira Sold"),
        ("“It is late,” said Terva’s Ilan Dovar. “He lies,” he said.", "Ilan Dovar"),
        ("Prime Minister Ilan Dovar came. " + SAID.format("the premier"), "Ilan Dovar"),
        ("Vice President Ilan Dovar came. " + SAID.format("the president"), None),
        ("Ferrin Salt Ltd dug a canal. " + SAID.format("the company"), "Ferrin Salt Ltd"),
        ("Ferrin Salt Ltd dug a canal. " + SAID.format("the union"), None),
        ("“It is dry,” the Tarn Gazette said. " + SAID.format("it"), "Tarn Gazette"),
        ("Terva’s president Ilan Dovar came. " + SAID.format("Terva"), "Terva"),
        ("Ilan Dovar, the mayor of Tarn, left. " + SAID.format("the mayor"), "Ilan Dovar"),
        (SAID.format("a spokesman for the Orlan Port Authority"), None),
    ],
)
def test_the_speaker(story: str, speaker: str | None) -> None:
    reading = read(story)
    names = {entity.id: entity.name for entity in reading.entities}

    assert names.get(reading.attributions[-1].speaker or "") == speaker


def test_roles_are_kept_with_the_entity() -> None:
    reading = read("State Secretary Ilan Dovar, a former judge, came. Dovar was tired.")

    (entity,) = [one for one in reading.entities if one.type == "person"]

    assert entity.names == ("Ilan Dovar", "Dovar")
    assert set(entity.roles) == {"State Secretary", "former judge"}


def test_stories_marked_by_hand() -> None:
    found = figures(count(STORIES))

    assert found["who.wrong"] <= 0.08
    assert found["who.right"] >= 0.6


PIECES = [
    "Ilan Dovar",
    "Dovar",
    "he",
    "She",
    "the mayor",
    "(KNB)",
    "said",
    "“",
    "”",
    ", ",
    ". ",
    "\n",
]


@given(some.lists(some.sampled_from(PIECES), max_size=40))
def test_any_text_is_tied_soundly(pieces: list[str]) -> None:
    reading = read(" ".join(pieces))

    assert not list(problems(reading))
    assert all(one.reason for one in reading.mentions if one.entity)
