"""Mentions: names, descriptions and pronouns of a story, on marked sentences."""

import pytest

from bench.polnear import prepare
from crossread.model.entity import Mention
from crossread.stages.mentions_new import Mentions
from tests.marks import cases, mark, unmark

DESCRIBED = {"person": "role", "organisation": "body", "group": "people", "place": "spot"}


def label(mention: Mention) -> str:
    return mention.type if mention.form == "name" else DESCRIBED[mention.type]


@pytest.mark.parametrize("line", cases("mentions.en.txt"))
def test_mentions(line: str) -> None:
    text, _ = unmark(line)

    found = Mentions()(prepare(text))

    assert mark(text, [(label(m), m.span) for m in found if m.form != "pronoun"]) == line


def test_pronouns_stand_for_somebody() -> None:
    text = "He told us that they had left it to her."

    found = [m for m in Mentions()(prepare(text)) if m.form == "pronoun"]

    assert [(m.span.of(text), m.type) for m in found] == [
        ("He", "person"),
        ("us", "group"),
        ("they", "group"),
        ("it", "organisation"),
        ("her", "person"),
    ]
