"""Plain texts: the text is kept, and the masthead read."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.decode import decode
from crossread.collect.plain import plain
from crossread.model.article import Article

PAGE = """Skip to content
The Ellery Observer
Monday, June 3, 2019

Strike at the port of Ellery enters second week
By Ada Brook and Tom Quay, Staff writers
Published June 2, 2019 6:40 p.m.
Updated June 3, 2019 9:12 a.m.
Share

The strike at the port of Ellery entered its second week on Sunday, people close to it said.

“They have not called us once,” said Mara Lind, who leads the union.

Sign up for our newsletter
© 2019 The Ellery Observer. All rights reserved.
"""

LETTER = """From: Harbour Letter <letter@example.org>
To: readers@example.org
Date: Mon, 3 Jun 2019 09:00:00 +0200
Subject: The crane that nobody ordered

Good morning. The port authority confirmed yesterday that a crane worth
two million crowns was bought without a tender, and that nobody on the
board can say who signed the order.

The chair of the board, who was told of it by the newspaper, said that an
inquiry would begin on Tuesday.
"""


def test_a_copied_page() -> None:
    article = plain(PAGE, file="page.txt")
    assert article.text == PAGE
    assert article.title == "Strike at the port of Ellery enters second week"
    assert article.authors == ("Ada Brook", "Tom Quay")
    assert article.published == "2019-06-02T18:40"
    assert article.modified == "2019-06-03T09:12"
    assert article.outlet == "The Ellery Observer"
    assert article.language == "en"


def test_an_outlet_is_only_who_says_that_the_rights_are_theirs() -> None:
    assert plain(PAGE.replace("2019 The Ellery", "2019 Other"), file=None).outlet is None
    assert plain(PAGE.replace("© 2019 The Ellery Observer. ", ""), file=None).outlet is None


def test_a_letter() -> None:
    article = plain(LETTER, file=None)
    assert article.title == "The crane that nobody ordered"
    assert article.published == "2019-06-03T09:00:00+02:00"
    # Its lines are broken for width: a paragraph is one block all the same.
    assert [b.kind for b in article.layout].count("paragraph") == 2


def test_what_a_text_does_not_say_is_not_guessed() -> None:
    text = "The mayor spoke on March 30, 2019 of a strike, as Ada Brook wrote.\n\nHe then left."
    article = plain(text, file=None)
    assert (article.title, article.authors, article.published) == (None, (), None)


@given(st.text(max_size=300))
def test_blocks_cover_any_text(text: str) -> None:
    layout = plain(text, file=None).layout
    last, uncovered = 0, ""
    for block in layout:
        assert last <= block.span.start < block.span.stop <= len(text)
        uncovered += text[last : block.span.start]
        last = block.span.stop
    assert not (uncovered + text[last:]).strip()


# Of pages that a reader saved: the number of the line that is the title, of the one that names
# the author, the dates, and the lines that are furniture.
SEEDS: list[tuple[str, int | None, int | None, str | None, str | None, set[int]]] = [
    ("000", 4, None, None, None, {2, 27}),
    ("001", 1, 3, "2021-04-14T08:58", None, {6, 8, 17, 65, 67, 74, 76, 78, 80, *range(83, 98)}),
    ("002", 1, None, None, None, set()),
    ("003", 9, None, "2022-01-10T13:42", "2022-12-24T22:37", {11}),
    ("004", None, None, "2022-01-18", None, set()),
]


def seed(shared: Path, name: str) -> tuple[Article, list[str]]:
    (path,) = (shared / "seeds").glob(f"{name}_*.txt")
    text = decode(path.read_bytes())
    return plain(text, file=None), ["", *map(str.strip, text.split("\n"))]


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case[0])
def test_the_mastheads_of_saved_pages(shared: Path, case: tuple[Any, ...]) -> None:
    name, title, author, published, modified, _ = case
    article, lines = seed(shared, name)
    assert article.title == (lines[title] if title else None)
    assert article.authors == ((lines[author].strip("."),) if author else ())
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case[0])
def test_furniture_and_story_of_saved_pages(shared: Path, case: tuple[Any, ...]) -> None:
    article, lines = seed(shared, case[0])
    furniture = {lines[number] for number in case[-1]} - {""}
    blocks = [(block.kind, block.span.of(article.text)) for block in article.layout]
    marked = {line for kind, line in blocks if kind == "boilerplate"}

    assert furniture <= marked
    # What else is marked was run into a line of the story, in the third page.
    assert len(marked - furniture) == (1 if case[0] == "002" else 0)


def test_what_was_run_into_a_line_is_cut_out(shared: Path) -> None:
    article, lines = seed(shared, "002")
    blocks = [(block.kind, block.span.of(article.text)) for block in article.layout]
    (run,) = [line for kind, line in blocks if kind == "boilerplate"]

    assert lines[7].startswith(run) and run.endswith("?")
    assert ("paragraph", lines[7].removeprefix(run).strip()) in blocks
    assert [kind for kind, _ in blocks[:3]] == ["title", "heading", "paragraph"]
    assert " ".join(line for _, line in blocks[1:3]) == lines[3]
