"""Blocks: cases as marked lines, what always holds, and that rules explain themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.article import make
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.blocks import Blocks
from crossread.weights import labels, runs
from tests.marks import cases, mark, unmark

BLOCKS = Blocks()
LINES = st.lists(
    st.sampled_from(
        [
            "Strike at the port of Ellery enters second week",
            "By Ada Brook",
            "3 June 2019",
            "Read also: Who bought the crane? The mayor knows nothing of it, he says.",
            "Related materials 10:21 – May 3 A crane. 08:14 – June 9 Another one? He left.",
            "The strike at the port of Ellery entered its second week on Sunday, people said.",
            "date 2031-05-07 The strike ended.",
            "PORT ELLERY (Harbour Press) — The strike ended.",
            "Share",
            "1 2 3",
            "",
            "\u202e\ufeff“”",
            "He left. Read also:",
            "From: a@b.example",
            "Subject: A crane",
        ]
    )
    | st.text(max_size=60)
)


def read(text: str, layout: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    return BLOCKS(Reading(make(text, layout=layout)))


@pytest.mark.parametrize("case", cases("blocks.en.txt"))
def test_blocks(case: str) -> None:
    text, _ = unmark(case)
    assert mark(text, [(block.kind, block.span) for block in read(text)]) == case


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
def test_blocks_stand_in_order_and_cover_all_words(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    last, left = 0, ""
    for block in read(text):
        assert last <= block.span.start < block.span.stop <= len(text)
        left += text[last : block.span.start]
        last = block.span.stop
    assert not (left + text[last:]).strip()


@given(LINES)
def test_reading_blocks_again_changes_nothing(lines: list[str]) -> None:
    text = "\n".join(lines)
    once = read(text)
    assert read(text, once) == once


def test_the_layout_of_a_page_is_kept_and_divided() -> None:
    text = "Menu\nHe left. Read also: Who bought the crane? She stayed in the town."
    layout = (
        Block(Span(0, 4), "boilerplate", "/html/body/ul", "menu"),
        Block(Span(5, len(text)), "paragraph", "/html/body/p", "story"),
    )
    found = read(text, layout)
    assert [(block.kind, block.xpath) for block in found] == [
        ("boilerplate", "/html/body/ul"),
        ("paragraph", "/html/body/p"),
        ("boilerplate", "/html/body/p"),
        ("paragraph", "/html/body/p"),
    ]
    assert found[2].span.of(text) == "Read also: Who bought the crane?"


def test_a_line_without_end_is_read_in_no_time() -> None:
    text = "He said that the port was closed. Read also " * 100_000
    assert sum(len(block.span) for block in read(text)) >= len(text) - 2


@pytest.mark.parametrize("rule", [*labels.RULES, *runs.HEAD_RULES, *runs.RULES])
def test_rules_can_explain_themselves(rule: object) -> None:
    assert rule.__doc__
