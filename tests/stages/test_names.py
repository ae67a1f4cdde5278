"""Who a source is: mentions, entities and speakers, on marked sentences."""

import re

import pytest

from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.pipeline import Pipeline
from crossread.stages.entities import Entities
from crossread.stages.mentions import RULES, Mentions
from crossread.stages.speakers import Speakers
from tests.marks import cases, mark, unmark


class Given:
    """A stage that gives what a test has made by hand."""

    needs = ()

    def __init__(self, gives: str, *items: object) -> None:
        self.gives = gives
        self.items = items

    def __call__(self, reading: Reading) -> tuple[object, ...]:
        return self.items


def read(text: str, *sources: Span) -> Reading:
    end = Span(len(text) - 1, len(text))
    said = [Attribution(f"a{n}", content=(end,), source=(span,)) for n, span in enumerate(sources)]
    stages = (Mentions(), Entities(), Speakers())
    ends = [m.end() for m in re.finditer(r"[a-z]\.”? |$", text)]
    sentences = Given("sentences", *map(Span, [0, *ends[:-1]], ends))
    given = (
        Given("blocks", Block(Span(0, len(text)), "paragraph")),
        sentences,
        Given("attributions", *said),
    )
    return Pipeline("names", [*given, *stages])(Article("x", text))  # type: ignore[list-item]


@pytest.mark.parametrize("line", cases("names.en.txt"))
def test_names_in_sources(line: str) -> None:
    text, marks = unmark(line)
    sources = [(name, span) for name, span in marks if name == "source"]

    reading = read(text, *(span for _, span in sources))

    found = [(str(mention.type), mention.span) for mention in reading.mentions]
    assert mark(text, [*sources, *found]) == line
    named = any(sources[0][1].holds(span) for _, span in found)
    assert bool(reading.attributions[0].speaker) == named


def test_one_person_under_two_names_is_one_entity_with_the_reason() -> None:
    text = "Ilan Dovar left. Dovar spoke. She left too."
    reading = read(text, Span(0, 10), Span(17, 22), Span(30, 33))

    (entity,) = reading.entities
    assert entity.names == ("Ilan Dovar", "Dovar")
    assert entity.reason == "“Dovar” is of the one full name “Ilan Dovar” in the article."
    assert [item.speaker for item in reading.attributions] == ["e1", "e1", "e1"]


def test_a_surname_of_two_people_is_unknown() -> None:
    text = "Ilan Dovar left. Mira Dovar stayed. Dovar spoke."
    reading = read(text, Span(0, 10), Span(17, 27), Span(36, 41))

    assert [item.speaker for item in reading.attributions] == ["e1", "e2", None]


GOING_ON = [
    ("Ilan Dovar spoke at noon. He left.", "e1"),
    ("Ilan Dovar spoke in Terva. He left.", "e1"),
    ("Ilan Dovar spoke to Mira Sold. He left.", None),
    ("The minister spoke at noon. He left.", None),
]


@pytest.mark.parametrize(("text", "speaker"), GOING_ON)
def test_a_pronoun_goes_on_only_where_nobody_else_is_named(text: str, speaker: str | None) -> None:
    first = Span(0, text.index(" spoke"))
    reading = read(text, first, Span(text.index("He left"), text.index(" left")))

    assert reading.attributions[1].speaker == speaker


def test_one_person_is_not_called_he_and_then_she() -> None:
    text = "Ilan Dovar spoke. He left. She came."
    reading = read(text, Span(0, 10), Span(18, 20), Span(27, 30))

    assert [item.speaker for item in reading.attributions] == ["e1", "e1", None]


def test_every_rule_can_say_why() -> None:
    assert all(rule.__doc__ for rule in RULES)
