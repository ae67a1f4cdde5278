"""Finding in a page the stretches that an extraction library kept."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.align import kept, words_of

LINES = [
    "Home",
    "The dam above Orlo burst on Monday, said …",
    "Dam bursts",
    "The dam above Orlo burst on Monday, said the ministry.",
    "A warning",
    "“No one was told,” said Tom Quay, the mayor of Orlo.",
    "Home",
    "He left.",
    "Rain to go on until the end of the week",
]
STORY = "\n".join(LINES[number] for number in (3, 4, 5, 7))


def test_long_lines_by_their_words_and_short_ones_by_their_place() -> None:
    assert kept(LINES, STORY) == {3, 4, 5, 7}


def test_a_table_that_the_library_draws_is_found_again() -> None:
    assert kept(["Lower town", "12 dead", "Upper town", "3 dead"], "") == frozenset()
    assert kept(
        ["The toll by part of the town, as counted", "Lower", "12", "The count goes on, they say"],
        "The toll by part of the town, as counted\n| Lower | 12 |\nThe count goes on, they say",
    ) == {0, 1, 2, 3}


def test_what_the_story_says_twice_is_found_twice() -> None:
    line = "We will not leave, they sang, we will not leave"

    assert kept([line, "And then:", line], f"{line}\nAnd then:\n{line}") == {0, 1, 2}
    assert len(kept([line, "And then:", line], line)) == 1


def test_a_letter_of_chinese_or_japanese_is_a_word() -> None:
    assert words_of("昨日 dam_2 x") == ("昨", "日", "dam", "2", "x")


@given(st.lists(st.text(max_size=60), max_size=12), st.text(max_size=200))
def test_any_lines_and_any_story(lines: list[str], story: str) -> None:
    assert kept(lines, story) <= set(range(len(lines)))
