"""Plain texts: the text is kept, and the masthead read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.decode import decode
from crossread.collect.plain import plain
from crossread.model.block import STORY

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


SEEDS: list[tuple[str, str | None, tuple[str, ...], str | None, str | None]] = [
    ("000", "Tokayev decided", (), None, None),
    ("001", "The State Department", ("Ainur Kurmanov",), "2021-04-14T08:58", None),
    ("002", "In Kazakhstan, outraged", (), None, None),
    ("003", "Putin called", (), "2022-01-10T13:42", "2022-12-24T22:37"),
    ("004", None, (), "2022-01-18", None),
]


@pytest.mark.parametrize(("name", "title", "rest"), [(n, t, rest) for n, t, *rest in SEEDS])
def test_pages_that_a_reader_saved(
    shared: Path, name: str, title: str | None, rest: list[object]
) -> None:
    (path,) = (shared / "seeds").glob(f"{name}_*.txt")
    article = plain(decode(path.read_bytes()), file=None)
    assert (article.title or "").startswith(title or "")
    assert (article.title is None) == (title is None)
    assert [article.authors, article.published, article.modified] == rest


# How the furniture of those pages begins; and every line of 25 words without it is story.
FURNITURE = {
    "000": ["Your browser", "Connection problem"],
    "001": ["Views:", "Author column", "Subscribe", "If you find", "Dear Readers", "Prohibited"],
    "002": ["Related materials"],
}


@pytest.mark.parametrize("name", [name for name, *_ in SEEDS])
def test_their_furniture_is_told_from_their_story(shared: Path, name: str) -> None:
    (path,) = (shared / "seeds").glob(f"{name}_*.txt")
    article = plain(decode(path.read_bytes()), file=None)
    lines = [(b.kind in STORY, b.span.of(article.text)) for b in article.layout]
    starts = tuple(FURNITURE.get(name, ()))
    for told, line in lines:
        if starts and line.startswith(starts):
            assert not told, line
        elif len(line.split()) >= 25:
            assert told, line
    assert all(any(line.startswith(start) for _, line in lines) for start in starts)
