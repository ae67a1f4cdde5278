"""An article's id follows from what it says, not from where it was found."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.article import make


def test_where_it_was_read_does_not_count() -> None:
    first = make("Words.", title="A", file="a.txt", collected="2019-06-03")
    second = make("Words.", title="A", file="b.txt", authors=("Ada Brook",))
    assert first.id == second.id
    assert len(first.id) == 16


def test_what_it_says_counts() -> None:
    ids = {
        make("Words.").id,
        make("Words").id,
        make("Words.", title="A").id,
        make("Words.", outlet="A").id,
        make("Words.", url="A").id,
        make("Words.", published="2019-06-03").id,
    }
    assert len(ids) == 6


@given(st.text(st.characters(), max_size=50))
def test_any_text_has_an_id(text: str) -> None:
    assert make(text + "\ud800").id != make(text).id
