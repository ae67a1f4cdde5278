"""The notation of test cases reads what it writes."""

import pytest

from crossread.model.span import Span
from tests.marks import mark, unmark


def test_marks_are_read_and_written() -> None:
    line = "{source1|She} {cue1|said}: {quotation|“No {quotation|‘if’}.”}⏎Then she left."
    text, found = unmark(line)

    assert text == "She said: “No ‘if’.”\nThen she left."
    assert found[0] == ("source1", Span(0, 3))
    assert mark(text, found) == line


@pytest.mark.parametrize("line", ["{source|She said", "She} said"])
def test_a_broken_case_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="mark is"):
        unmark(line)
