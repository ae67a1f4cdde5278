"""Mentions: names, descriptions and pronouns of a story, on marked sentences."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bench.polnear import prepare
from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.mentions import RULES, Mentions
from tests.marks import cases, mark, unmark

DESCRIBED = {
    "person": "role",
    "organisation": "body",
    "group": "people",
    "place": "spot",
    "work": "paper",
}


def read(text: str, *sources: Span) -> tuple[Mention, ...]:
    end = Span(len(text) - 1, len(text))
    said = (Attribution(f"a{n}", content=(end,), source=(span,)) for n, span in enumerate(sources))
    return Mentions()(replace(prepare(text), attributions=tuple(said)))


def label(mention: Mention) -> str:
    return mention.type if mention.form == "name" else DESCRIBED[mention.type]


@pytest.mark.parametrize("line", cases("mentions.en.txt"))
def test_names_and_descriptions(line: str) -> None:
    text, _ = unmark(line)

    assert mark(text, [(label(m), m.span) for m in read(text) if m.form != "pronoun"]) == line


@pytest.mark.parametrize("line", cases("names.en.txt"))
def test_names_in_sources(line: str) -> None:
    text, marks = unmark(line)

    found = read(text, *(span for name, span in marks if name == "source"))

    named = {(str(mention.type), mention.span) for mention in found}
    assert {one for one in marks if one[0] != "source"} <= named


def test_pronouns_stand_for_somebody() -> None:
    text = "He told us that they had left it to her."

    found = [m for m in read(text) if m.form == "pronoun"]

    assert [(m.span.of(text), m.type) for m in found] == [
        ("He", "person"),
        ("us", "group"),
        ("they", "group"),
        ("it", "organisation"),
        ("her", "person"),
    ]


SOURCES = [
    ("Those close to the talks", "group"),
    ("As the harbourmaster", "person"),
    ("one of those", "person"),
    ("several hundred dockhands", "group"),
    ("the latest filings", "work"),
]


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_whoever_is_a_source_is_mentioned(source: str, kind: str) -> None:
    text = f"{source} said no."

    (found,) = read(text, Span(0, len(source)))

    assert (found.form, found.type) == ("nominal", kind)


def test_no_span_comes_twice_and_all_are_in_order() -> None:
    text = "The mayor of Nairobi, Ilan Dovar, and his lawyer left. The mayor spoke."
    spans = [m.span for m in read(text, Span(0, 32), Span(55, 64))]

    assert spans == sorted(set(spans))


def test_furniture_is_not_mentioned_but_titles_are() -> None:
    text = "Dovar leaves Kenya\nIlan Dovar left Kenya.\nRead Mira Sold on Ulan.kz"
    blocks = (
        Block(Span(0, 18), "title"),
        Block(Span(19, 41), "paragraph"),
        Block(Span(42, 67), "boilerplate"),
    )
    reading = Reading(Article("x", text), blocks, sentences=(Span(0, 18), Span(19, 41)))

    assert [m.span.of(text) for m in Mentions()(reading)] == [
        "Dovar",
        "Kenya",
        "Ilan Dovar",
        "Kenya",
    ]


SWAPS = [("Dovar", "Ngata"), ("Ilan", "Wiremu"), ("Orlan", "Smith")]


@pytest.mark.parametrize("line", cases("mentions.en.txt"))
def test_another_name_of_the_same_form_changes_nothing(line: str) -> None:
    swapped = line
    for old, new in SWAPS:
        swapped = swapped.replace(old, new)
    text, _ = unmark(swapped)

    assert mark(text, [(label(m), m.span) for m in read(text) if m.form != "pronoun"]) == swapped


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_can_say_why(rule: Callable[..., object]) -> None:
    assert rule.__doc__


@pytest.mark.parametrize("line", cases("mentions.en.txt"))
def test_every_mention_names_its_rule(line: str) -> None:
    text, _ = unmark(line)

    assert {mention.rule for mention in read(text)} <= {rule.__name__ for rule in RULES}
