"""The marked stories of who is who: each mark is whole, and says one party of one type."""

import re

import pytest

from tests.marks import cases, unmark

FILE = "who.en.txt"
TYPES = {"p": "person", "o": "organisation", "g": "group", "l": "place"}
MARK = re.compile(r"[pogl][1-9]|x")


@pytest.mark.parametrize("line", cases(FILE))
def test_every_mark_is_whole_words_of_a_known_type(line: str) -> None:
    text, marks = unmark(line)

    assert all(MARK.fullmatch(name) for name, _ in marks)
    for _, span in marks:
        assert span.of(text) == span.of(text).strip() != ""
        assert not cuts_a_word(text, span.start)
        assert not cuts_a_word(text, span.stop)


def cuts_a_word(text: str, place: int) -> bool:
    return re.fullmatch(r"\w\w", text[max(0, place - 1) : place + 1]) is not None


def test_what_the_file_holds() -> None:
    marks = [[name for name, _ in unmark(line)[1]] for line in cases(FILE)]
    linked = [line for line in marks if any(line.count(name) > 1 for name in set(line) - {"x"})]
    unclear = [line for line in marks if "x" in line]

    assert len(linked) >= 160
    assert len(unclear) >= 20
    assert {name[0] for line in marks for name in line} == {*TYPES, "x"}
