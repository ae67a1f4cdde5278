"""Each thing that cannot be is named, and a sound reading has none of them."""

from dataclasses import replace

import pytest

from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.check import problems
from crossread.model.entity import Entity, Mention
from crossread.model.facts import Event, Figure, Tie
from crossread.model.reading import Reading
from crossread.model.span import Span
from tests.store.made import said

SOUND = said("Vera Holm", "that the quay is shut")
(ITEM,) = SOUND.attributions
END = len(SOUND.text)


def test_a_sound_reading_has_no_problem() -> None:
    assert not list(problems(SOUND))


@pytest.mark.parametrize(
    ("broken", "where", "words"),
    [
        ({"sentences": (Span(0, END + 1),)}, "sentences 0", "beyond the text's end, 37"),
        ({"figures": (Figure(Span(0, 1), 1, 1, counted=Span(90, 91)),)}, "figures 0", "beyond"),
        (
            {"blocks": (Block(Span(0, 9), "title"), Block(Span(8, 12), "paragraph"))},
            "blocks 1",
            "8 to 12 begins before 0 to 9 ends",
        ),
        ({"sentences": (Span(20, 30), Span(0, 9))}, "sentences 1", "begins before"),
        ({"entities": ()}, "attributions 0", "its speaker is e1, but there is no such entity"),
        ({"mentions": (Mention(Span(0, 4), "person", "name", "e7"),)}, "mentions 0", "e7"),
        ({"ties": (Tie("e1", "funds", "e7", Span(0, 4)),)}, "ties 0", "its object is e7"),
        ({"events": (Event(Span(0, 4), "paid", who=("e1", "e7")),)}, "events 0", "its who is e7"),
        (
            {"events": (Event(Span(0, 4), "paid", claimed_by="a7"),)},
            "events 0",
            "its claimed_by is a7, but there is no such attribution",
        ),
        ({"entities": (Entity("e1", "Holm", "person"),) * 2}, "entities 1", "id of another"),
    ],
)
def test_what_cannot_be_is_named(broken: dict[str, object], where: str, words: str) -> None:
    reading: Reading = replace(SOUND, **broken)  # type: ignore[arg-type]
    assert [problem.where for problem in problems(reading)] == [where]
    assert words in next(problems(reading)).problem


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"content": ()}, "nothing is attributed"),
        ({"content": (Span(20, 20),)}, "nothing is attributed"),
        ({"inside": "a1"}, "report itself"),
        ({"content": (Span(25, 30), Span(15, 20))}, "pieces of its content are out of order"),
        ({"cue": (Span(8, 14),)}, "0 to 9 and 8 to 14 play two roles"),
    ],
)
def test_what_no_attribution_can_be_is_named(broken: dict[str, object], words: str) -> None:
    item: Attribution = replace(ITEM, **broken)  # type: ignore[arg-type]
    found = list(problems(replace(SOUND, attributions=(item,))))
    assert len(found) == 1
    assert words in str(found[0])
    assert str(found[0]).startswith(f"article {SOUND.article.id}, attributions 0: ")
