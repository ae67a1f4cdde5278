"""Pieces: the best labels that make sense, and the stretches they give."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.stages.attributions.pieces import IN_ORDER, Piece, likeliest, pieces
from crossread.weights.dress import PARAGRAPH
from crossread.weights.tagger import ROLES
from tests.weights.made import plain

Rows = list[list[float]]

SCORES = st.floats(-40, 0, width=32)
ROWS = st.lists(SCORES, min_size=7, max_size=7)
MANY = st.lists(ROWS, max_size=40)


def follows(label: int, before: int | None) -> bool:
    """True if a label may stand after another: I- only after B- or I- of its kind."""
    return not ROLES[label].startswith("I-") or before in {label - 1, label}


def sound(labels: list[int] | tuple[int, ...]) -> bool:
    return all(follows(label, before) for before, label in pairwise([None, *labels]))


def score(rows: Rows, labels: list[int] | tuple[int, ...]) -> float:
    return sum(row[label] for row, label in zip(rows, labels, strict=True))


@given(MANY)
def test_a_piece_goes_on_only_after_its_own_kind(rows: Rows) -> None:
    labels = likeliest(rows)

    assert len(labels) == len(rows)
    assert sound(labels)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_no_other_labels_are_better(rows: Rows) -> None:
    others = [labels for labels in product(range(7), repeat=len(rows)) if sound(labels)]

    best = max(score(rows, labels) for labels in others)
    assert score(rows, likeliest(rows)) == pytest.approx(best, abs=1e-6)


@given(MANY, st.data())
def test_pieces_are_apart_in_order_and_of_one_paragraph(rows: Rows, data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(1, 7), max_size=len(rows)))
    lengths = [size for number, size in enumerate(sizes) if sum(sizes[: number + 1]) <= len(rows)]
    lengths += [len(rows) - sum(lengths)] * (sum(lengths) < len(rows))
    begin = data.draw(st.frozensets(st.integers(0, len(rows)))) | {0}
    words = plain(*([1] * length for length in lengths), paragraphs=begin)

    found = pieces(np.array(rows, np.float32).reshape(-1, 7), words)

    assert all(0 <= one.first < one.last <= len(rows) for one in found)
    assert all(one.last <= other.first for one, other in pairwise(found))
    breaks = [t for t, before in enumerate(words.before) if before >= PARAGRAPH]
    assert not any(one.first < place < one.last for one in found for place in breaks)
    labels = likeliest(np.array(rows, np.float32).reshape(-1, 7).tolist())
    held = {t: one.role for one in found for t in range(one.first, one.last)}
    assert held == {t: ROLES[label][2:] for t, label in enumerate(labels) if label}


def rows_of(labels: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Rows that leave no doubt: `. S s C c T t` for O, B- and I- of source, cue, content."""
    rows = np.full((len(labels), 7), -20, np.float32)
    rows[range(len(labels)), [".SsCcTt".index(label) for label in labels]] = 0
    return rows


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("", []),
        ("....", []),
        ("SsCTtt", [("source", 0, 2), ("cue", 2, 3), ("content", 3, 6)]),
        ("TtTt", [("content", 0, 2), ("content", 2, 4)]),
        (".S.Cc.T", [("source", 1, 2), ("cue", 3, 5), ("content", 6, 7)]),
    ],
)
def test_pieces_by_hand(labels: str, found: list[tuple[str, int, int]]) -> None:
    words = plain([1] * len(labels)) if labels else plain()

    assert [(p.role, p.first, p.last) for p in pieces(rows_of(labels), words)] == found


def test_what_goes_on_over_a_paragraph_is_two_pieces() -> None:
    words = plain([1, 1, 1], [1, 1], paragraphs=frozenset({0, 1}))

    assert pieces(rows_of(".Tttt"), words) == [Piece("content", 1, 3), Piece("content", 3, 5)]


def test_what_cannot_begin_begins_where_it_is_likely() -> None:
    rows = rows_of(".tt.")
    rows[1, 5] = -3

    assert likeliest(rows.tolist()) == [0, 5, 6, 0]


def test_roles_stand_in_the_order_of_the_labels() -> None:
    assert tuple(role[2:] for role in ROLES[1::2]) == IN_ORDER
