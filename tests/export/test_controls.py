import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from crossread.export.controls import line, visible

OBEYED = {"Cc", "Cs"}
TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert visible("a\x1b[31mb\x07\x7f\x9b") == "a␛[31mb␇␡‹U+009B›"
    assert visible("invoice\u202excod.exe") == "invoice‹U+202E›xcod.exe"
    assert visible("half \ud800") == "half \ufffd"


def test_a_line_cannot_be_written_over() -> None:
    assert visible("honest\rforged\r\nnext") == "honest\nforged\nnext"
    assert line("a\n\n b\u2028c\td") == "a b c d"


def test_honest_text_is_left_alone() -> None:
    text = "Қазақстан — «так», قال\u200f الوزير, 😀\tok\n"

    assert visible(text) == text


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_obeyed_is_left(text: str) -> None:
    left = [c for c in visible(text) if unicodedata.category(c) in OBEYED or c in TURNS]

    assert set(left) <= {"\n", "\t"}
    assert "\n" not in line(text)
