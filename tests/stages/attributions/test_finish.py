"""Finish: whatever spans are proposed, what is recorded of them lies in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model.span import Span
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.finish import Finish
from tests.weights.made import read

PARTS = st.sampled_from(
    'The mayor said said: “ ” " ‘ ’ . ? , : he left « » \n that Mr. 😀'.split(" ")
)


def test_an_opening_mark_alone_with_a_space_after_it() -> None:
    text = "The mayor said: “ The dam held"
    (item,) = Finish(read(text))([Draft("told", [Span(16, 17), Span(18, 30)])])

    assert all(0 <= span.start < span.stop <= len(text) for span in item.content)


@given(st.lists(PARTS, max_size=40), st.data())
@settings(deadline=None)
def test_whatever_is_proposed_lies_in_the_text(parts: list[str], data: st.DataObject) -> None:
    reading = read(" ".join(parts))
    places = st.integers(0, len(reading.text))
    marks = [Span(quote.span.start, quote.span.start + 1) for quote in reading.quotations]
    spans = st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair)))
    spans |= st.sampled_from(marks) if marks else st.nothing()
    drafts = [
        Draft("told", content, cue=cue, source=source)
        for content, cue, source in data.draw(
            st.lists(st.tuples(st.lists(spans, max_size=3), spans, spans), max_size=4)
        )
    ]

    for item in Finish(reading)(drafts):
        found = item.content + item.cue + item.source
        assert item.content
        assert all(0 <= span.start <= span.stop <= len(reading.text) for span in found)
