"""Within: what was said as a text of its own."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.languages.language import ENGLISH, RUSSIAN
from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.within import LEAST, within
from crossread.weights.words import words
from tests.marks import unmark
from tests.weights.made import read, vocabulary


def held(line: str) -> Reading | None:
    """The contents marked in a line, read as a text."""
    text, marks = unmark(line)
    drafts = [Draft("told", [span]) for name, span in marks if name == "content"]
    return within(read(text), drafts, ENGLISH)


def texts(reading: Reading, spans: list[Span]) -> list[str]:
    return [span.of(reading.text) for span in spans]


def test_the_marks_around_are_gone() -> None:
    reading = held("{content|“The mayor says it held. So be it,”} the driver told us.")

    assert reading is not None
    inner = "The mayor says it held. So be it,"
    assert texts(reading, [block.span for block in reading.blocks]) == [inner]
    assert texts(reading, list(reading.sentences)) == ["The mayor says it held.", "So be it,"]
    assert reading.quotations == ()


def test_a_quotation_in_what_was_said_is_now_an_outermost_one() -> None:
    reading = held("{content|“The mayor said ‘the dam will hold’ and left,”} the driver told us.")

    assert reading is not None
    (quote,) = reading.quotations
    assert quote.span.of(reading.text) == "‘the dam will hold’"
    assert quote.depth == 0


def test_a_quotation_in_one_that_was_kept_stays_inside_it() -> None:
    reading = held(
        "He said {content|that “the mayor told them ‘we shall not go’ and left” that day}."
    )

    assert reading is not None
    assert [quote.depth for quote in reading.quotations] == [0, 1]


def test_what_was_not_said_is_gone() -> None:
    line = "“We left.” He said {content|that the mayor had warned them of it}. “We stayed.”"
    reading = held(line)

    assert reading is not None
    assert texts(reading, list(reading.sentences)) == ["that the mayor had warned them of it"]
    assert reading.quotations == ()
    assert reading.text == unmark(line)[0]


def test_each_content_is_a_paragraph() -> None:
    reading = held(
        "{content|The mayor said it held}, he says. He says {content|that they denied it all}."
    )

    assert reading is not None
    assert [block.kind for block in reading.blocks] == ["paragraph", "paragraph"]


def test_of_two_contents_that_meet_the_first_is_read() -> None:
    reading = held("He said {content|that she said {content|that they all lied to him then}}.")

    assert reading is not None
    assert len(reading.blocks) == 1


def test_little_holds_no_report() -> None:
    assert held("He said {content|he said so}.") is None
    assert held("He left.") is None
    assert held("{content|said " + "x" * (LEAST - 5) + "}") is not None
    assert held("{content|said " + "x" * (LEAST - 6) + "}") is None


def test_where_no_word_reports_there_is_no_report() -> None:
    text = "that the water had risen in the night"

    assert held("He said {content|" + text + "}.") is None
    assert held("He said {content|" + text + ", he added}.") is not None
    assert held("He said {content|" + text + ": “Go”}.") is None
    whole = read(f"{text}, he said")
    assert within(whole, [Draft("told", [Span(0, len(whole.text))])], RUSSIAN) is None


def test_a_quotation_that_never_closes() -> None:
    reading = held("He said: {content|“The mayor told them to go, and they all went}")

    assert reading is not None
    assert texts(reading, [block.span for block in reading.blocks]) == [
        "The mayor told them to go, and they all went"
    ]


PARTS = st.sampled_from("The mayor said “ ” ‘ ’ \" ' . ? , : he left « » \n aé 😀".split(" "))


@st.composite
def odd(draw: st.DrawFn) -> tuple[Reading, list[Draft]]:
    """Quotations that overlap, stand out of order or are empty; drafts of anything."""
    text = " ".join(draw(st.lists(PARTS, max_size=40)))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair)))
    quotes = []
    for span in sorted(draw(st.lists(spans, max_size=6))):
        inner = sorted(draw(st.lists(st.integers(span.start, span.stop), min_size=2, max_size=2)))
        depth = draw(st.integers(0, 3))
        quotes.append(Quotation(span, Span(*inner), depth, continues=draw(st.booleans())))
    cuts = sorted(draw(st.sets(places, max_size=8)))
    sentences = tuple(Span(one, other) for one, other in pairwise(cuts))
    block = Block(Span(0, len(text)), "paragraph")
    drafts = [
        Draft("told", draw(st.lists(spans, max_size=2))) for _ in range(draw(st.integers(0, 3)))
    ]
    drafts += [Draft("told", [quote.span]) for quote in quotes]
    return Reading(Article("x", text), (block,), sentences, tuple(quotes)), drafts


@given(odd())
@settings(deadline=None)
def test_all_that_is_left_lies_in_what_was_said(made: tuple[Reading, list[Draft]]) -> None:
    whole, drafts = made

    reading = within(whole, drafts, ENGLISH)

    if reading is None:
        return
    said = [span for draft in drafts for span in draft.content]
    blocks = [block.span for block in reading.blocks]
    assert all(any(span.holds(block) for span in said) for block in blocks)
    assert all(one.stop <= other.start for one, other in pairwise(blocks))
    assert all(any(block.holds(one) for block in blocks) for one in reading.sentences)
    assert all(one.stop <= other.start for one, other in pairwise(reading.sentences))
    assert all(one.start < one.stop for one in reading.sentences)
    for quote in reading.quotations:
        assert any(block.holds(quote.span) for block in blocks)
        before = [q.depth for q in whole.quotations if q.span == quote.span]
        assert 0 <= quote.depth <= max(before)
    if reading.quotations:
        assert reading.quotations[0].depth == 0
    found = words(reading, vocabulary())
    tokens = [found.span(t, t + 1) for t in range(len(found))]
    assert all(any(block.holds(token) for block in blocks) for token in tokens)


@given(st.lists(PARTS, max_size=60), st.data())
@settings(deadline=None)
def test_of_a_real_reading_every_word_of_a_sentence_is_kept(
    parts: list[str], data: st.DataObject
) -> None:
    whole = read(" ".join(parts))
    spans = [s for s in whole.sentences if data.draw(st.booleans())]

    reading = within(whole, [Draft("told", [span]) for span in spans], ENGLISH)

    blocks = [block.span for block in reading.blocks] if reading else []
    kept = reading.sentences if reading else ()
    assert "".join(s.of(whole.text) for s in kept) == "".join(b.of(whole.text) for b in blocks)
