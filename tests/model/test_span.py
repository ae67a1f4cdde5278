"""Spans count code points, half-open."""

import pytest

from crossread.model.span import Span


def test_a_span_counts_code_points() -> None:
    text = "🙂 Orlan said"
    assert Span(2, 7).of(text) == "Orlan"
    assert Span(1, 8).trimmed(text) == Span(2, 7)


def test_what_holds_and_what_meets() -> None:
    assert Span(0, 5).holds(Span(0, 5))
    assert not Span(0, 5).holds(Span(4, 6))
    assert Span(0, 5).meets(Span(4, 6))
    assert not Span(0, 5).meets(Span(5, 6))


@pytest.mark.parametrize("ends", [(3, 2), (-1, 2)])
def test_a_backward_span_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a stretch"):
        Span(*ends)
