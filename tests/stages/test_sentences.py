"""Sentences: cases as marked lines, what always holds, and that rules explain themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.sentences import RULES, Sentences
from tests.marks import cases

SENTENCES = Sentences()
TRICKY = st.text(
    st.sampled_from("aA1 .?!…,;:—“”\"'«»()[]\n\u00a0\u202eАбü他。😀\ud800\0") | st.characters()
)


def barred(text: str, found: tuple[Span, ...]) -> str:
    """The text with a bar where a sentence begins after another."""
    parts, last = [], 0
    for before, span in pairwise(found):
        bar = before.stop if text[before.stop : span.start].strip("\n") else span.start
        parts.append(text[last:bar])
        last = bar
    return "|".join([*parts, text[last:]]).replace("\n", "⏎")


@pytest.mark.parametrize("line", cases("sentences.en.txt"))
def test_sentences(line: str) -> None:
    text = line.replace("|", "").replace("⏎", "\n")

    assert barred(text, tuple(SENTENCES(Reading(Article("x", text))))) == line


@pytest.mark.parametrize("rule", RULES)
def test_rules_explain_themselves(rule: object) -> None:
    assert rule.__doc__


def test_a_sentence_never_crosses_a_block() -> None:
    text = "A heading\nThe dam broke. Nobody\nread on below"
    blocks = (Block(Span(0, 9), "heading"), Block(Span(10, 31), "paragraph"))

    found = SENTENCES(Reading(Article("x", text), blocks))

    assert [span.of(text) for span in found] == ["A heading", "The dam broke.", "Nobody"]


def test_furniture_has_no_sentences() -> None:
    text = "Subscribe. The dam broke."
    blocks = (Block(Span(0, 10), "boilerplate"), Block(Span(11, 25), "paragraph"))

    assert [s.of(text) for s in SENTENCES(Reading(Article("x", text), blocks))] == [
        "The dam broke."
    ]


@given(TRICKY)
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    found = tuple(SENTENCES(Reading(Article("x", text))))

    assert all(span == span.trimmed(text) and len(span) > 0 for span in found)
    assert all(before.stop <= after.start for before, after in pairwise(found))
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())


@given(TRICKY, st.integers(0, 30), st.integers(0, 30))
def test_sentences_stay_inside_blocks(text: str, one: int, other: int) -> None:
    start, stop = sorted((min(one, len(text)), min(other, len(text))))
    block = Block(Span(start, stop), "paragraph")

    assert all(block.span.holds(s) for s in SENTENCES(Reading(Article("x", text), (block,))))
