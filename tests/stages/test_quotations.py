"""Quotations: cases as marked lines, what always holds, and that rules explain themselves."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.quotations import Quotations, ending, pairing, scare
from crossread.stages.sentences import Sentences
from tests.marks import cases, mark, unmark

SENTENCES, QUOTATIONS = Sentences(), Quotations()
RULES = (*pairing.RULES, *ending.RULES, *scare.RULES)
TRICKY = st.text(
    st.sampled_from("aB1 .?,:s“”„\"«»‘’'`「」\n\u00a0\u202eа😀\ud800\0") | st.characters()
)


def quotations(text: str, *blocks: Block) -> tuple[Quotation, ...]:
    reading = Reading(Article("x", text), blocks)
    return tuple(QUOTATIONS(replace(reading, sentences=tuple(SENTENCES(reading)))))


def name(quotation: Quotation) -> str:
    kind = "scare" if quotation.scare else "quotation"
    return "continued" if quotation.continues else kind


@pytest.mark.parametrize("line", cases("quotations.en.txt"))
def test_quotations(line: str) -> None:
    text, _ = unmark(line)

    assert mark(text, [(name(q), q.span) for q in quotations(text)]) == line


@pytest.mark.parametrize("rule", RULES)
def test_rules_explain_themselves(rule: object) -> None:
    assert rule.__doc__


def test_depth_counts_the_quotations_around() -> None:
    found = quotations(
        "“He told me ‘we shall “never” return,’ and left,” she said. “Yes,” he said."
    )

    assert [q.depth for q in found] == [0, 1, 2, 0]


def test_a_quotation_stays_in_its_block() -> None:
    text = "“We lost it\nand left,” he said."
    blocks = (Block(Span(0, 11), "heading"), Block(Span(12, 31), "caption"))

    assert [q.span.of(text) for q in quotations(text, *blocks)] == ["“We lost it", "and left,”"]


def test_furniture_is_not_searched() -> None:
    text = "“Like us!” “We lost,” he said."
    blocks = (Block(Span(0, 10), "boilerplate"), Block(Span(11, 30), "paragraph"))

    assert [q.span.of(text) for q in quotations(text, *blocks)] == ["“We lost,”"]


@given(TRICKY)
def test_quotations_are_in_order_and_nest(text: str) -> None:
    found = quotations(text)

    assert all(q.span.stop <= len(text) and q.span.holds(q.inner) for q in found)
    assert all(
        q.inner.trimmed(text) and q.span.start < q.inner.start for q in found if not q.continues
    )
    assert all(before.span.start <= after.span.start for before, after in pairwise(found))
    for one in found:
        around = [q for q in found if q is not one and q.span.meets(one.span)]
        assert all(q.span.holds(one.span) or one.span.holds(q.span) for q in around)
        assert one.depth == sum(q.span.holds(one.span) for q in around)
