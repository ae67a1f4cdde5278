import pytest

from crossread.export.told import amount, number, valued, when
from crossread.model.facts import Figure
from crossread.model.span import Span

AT = Span(0, 1)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(AT, 44, 44), "44"),
        (Figure(AT, 2700, None, bound="at least"), "at least 2,700"),
        (Figure(AT, None, 60, bound="at most"), "at most 60"),
        (Figure(AT, 40, 60), "40–60"),
        (Figure(AT, 1.5e9, 1.5e9, "money", "EUR", bound="about"), "about 1,500,000,000 EUR"),
        (Figure(AT, 12.5, 12.5, "percent", "%"), "12.5%"),
        (Figure(AT, 1, 1, "duration", "year"), "1 year"),
        (Figure(AT, 4, 4, "duration", "year"), "4 years"),
        (Figure(AT, 3, 3, "ordinal"), "no. 3"),
        (Figure(AT, 3, 3, "measure", "\x1bkm"), "3 ␛km"),
        (Figure(AT, None, None), ""),
    ],
)
def test_a_figure_has_bound_value_and_unit(figure: Figure, words: str) -> None:
    assert amount(figure) == words


@pytest.mark.parametrize("value", [1e300, float("inf"), float("nan"), -0.0, 1e15])
def test_no_number_is_too_great(value: float) -> None:
    assert 0 < len(number(value)) < 30


def test_what_the_words_say_already_is_not_said_again() -> None:
    assert valued("2,700", Figure(AT, 2700, 2700)) == "2,700"
    assert valued("At least 60", Figure(AT, 60, None, bound="at least")) == "At least 60"
    assert valued("2.7 thousand", Figure(AT, 2700, 2700)) == "2.7 thousand (2,700)"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-19", "19 January 2022"),
        ("2022-01-19TNI", "19 January 2022, night"),
        ("2022-01-19T18:30", "19 January 2022, 18:30"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2022-W03", "week 3 of 2022"),
        ("2022-SU", "summer 2022"),
        ("199", "the 1990s"),
        ("2022-01-05/2022-01-10", "5 January 2022 to 10 January 2022"),
        ("2022-01/..", "since January 2022"),
        ("../2022-01-05", "until 5 January 2022"),
        ("2022-13", "2022-13"),
        ("\x1b", "␛"),
        (None, ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_told(value: str | None, words: str) -> None:
    assert when(value) == words
