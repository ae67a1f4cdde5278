"""The bench of figures: Haskell terms are read, and what is out of scope is told."""

import pytest

from bench.figures import Example, Term, figures, read, right


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("(NumeralValue (-1.2e6))", Term(-1200000.0, -1200000.0)),
        ("(OrdinalData 3)", Term(3.0, 3.0)),
        ("(simple Dollar 1e4)", Term(10000.0, 10000.0, "Dollar")),
        ("(DurationData 90 Minute)", Term(90.0, 90.0, "Minute")),
        ('(simple Pound 2 (Just "meat"))', Term(2.0, 2.0, "Pound")),
        ("(between Dollar (1.1, 1.3))", Term(1.1, 1.3, "Dollar")),
        ("(under EUR 7)", Term(None, 7.0, "EUR")),
        ("(above Inch 5)", Term(5.0, None, "Inch")),
    ],
)
def test_terms(term: str, wanted: Term) -> None:
    assert read(term) == wanted


def test_an_unknown_term_is_an_error() -> None:
    with pytest.raises(ValueError, match="no term"):
        read("(nothing)")


@pytest.mark.parametrize(
    ("text", "term", "good"),
    [
        ("2 hours", Term(120.0, 120.0, "Minute"), True),
        ("3 hours", Term(120.0, 120.0, "Minute"), False),
        ("0.5 km", Term(500.0, 500.0, "Metre"), True),
        ("at least 5 km", Term(5.0, None, "Kilometre"), True),
        ("about dollars", None, True),
        ("5 dollars", None, False),
    ],
)
def test_right_is_the_same_in_any_unit(text: str, term: Term | None, good: bool) -> None:
    example = Example("Distance", text, term)

    assert right(example, figures(example)) is good


def test_what_is_out_of_scope_has_a_reason() -> None:
    assert Example("AmountOfMoney", "a dollar", Term(1.0, 1.0, "Dollar")).outside()
    assert Example("AmountOfMoney", "ten dollars", Term(10.0, 10.0, "Dollar")).outside() is None
