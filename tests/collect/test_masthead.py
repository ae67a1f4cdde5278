"""Dates and names as mastheads show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.masthead import byline_names, masthead, visible_date, visible_dates
from crossread.languages.dates import leading_date
from crossread.model.block import Block
from crossread.model.span import Span
from tests.marks import cases


@pytest.mark.parametrize("case", cases("datelines.txt"))
def test_dates_of_lines(case: str) -> None:
    line, _, value = case.rpartition("|")
    assert visible_date(line.strip()) == (value.strip() or None)


def test_what_a_date_is_the_date_of() -> None:
    found = visible_dates("Published Jan 10, 2022 Updated Jan 12, 2022 4:00 pm")
    assert [(date.says, date.value) for date in found] == [
        ("published", "2022-01-10"),
        ("modified", "2022-01-12T16:00"),
    ]


def test_a_date_before_the_first_sentence() -> None:
    found = leading_date(" date 2031-05-07 The port was closed, the mayor said.")
    assert found and (found.start, found.stop, found.value) == (1, 16, "2031-05-07")
    assert leading_date("On 2022-01-18 the port was closed.") is None
    assert leading_date("2022-01-18 was a dull day.") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Brook.", ("Ada Brook",)),
        ("By Ada Brook and Tom Quay, Staff writers", ("Ada Brook", "Tom Quay")),
        ("by Jean-Luc de la Tour for The Harbour", ("Jean-Luc de la Tour",)),
        ("By Ada Brook | June 3, 2019", ("Ada Brook",)),
        ("Автор: Анна Ручьева", ("Анна Ручьева",)),
        ("Текст: Марія Іваненко", ("Марія Іваненко",)),
        ("Reporting by Ada Brook in Port Ellery; editing by Tom Quay", ("Ada Brook",)),
        ("By Reuters", ("Reuters",)),
        ("By Staff", ()),
        ("By the time the ferry came", ()),
        ("By Monday the port was closed", ()),
        ("Text messages show what was said", ()),
        ("Read More", ()),
        ("Author column, Policy, Harbour, Story of the day", ()),
        ("Tags: ,", ()),
    ],
)
def test_names_in_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


def test_the_date_of_publication_is_the_one_that_says_so() -> None:
    lines = ["3 June 2019", "Published 2 June 2019", "Updated 4 June 2019"]
    text = "\n".join(lines)
    blocks = [Block(Span(text.index(x), text.index(x) + len(x)), "dateline") for x in lines]
    said = masthead(text, blocks)
    assert (said.published, said.modified) == ("2019-06-02", "2019-06-04")


def test_the_story_is_not_asked() -> None:
    text = "3 June 2019"
    assert masthead(text, [Block(Span(0, len(text)), "paragraph")]).published is None


@given(st.text(max_size=200))
def test_any_line_is_read(line: str) -> None:
    for date in visible_dates(line):
        assert 0 <= date.start < date.stop <= len(line)
    byline_names(line)
    leading_date(line)
