"""Words: offsets that give the text back, pieces, and windows that miss nothing."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.languages.language import ENGLISH
from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.weights.dress import (
    CLOSES,
    HEADLINE,
    INSIDE,
    JOINED,
    OPENS,
    OUTSIDE,
    PARAGRAPH,
    SENTENCE,
    SPACED,
)
from crossread.weights.named import BEGINS, GOES_ON, NO
from crossread.weights.words import LONGEST, MARK, UNKNOWN, VEILED, Window, Words, windows, words
from tests.weights.made import plain, seen, vocabulary

TEXTS = st.text(
    st.sampled_from("aBé1 .?,:s“”„\"«»‘’'-–…_\n\t\u00a0\u2028\u202eа😀\ud800\0\u0301ÀΩ漢ß")
    | st.characters(),
    max_size=80,
)


@st.composite
def stretches(draw: st.DrawFn, text: str) -> list[Span]:
    """Some stretches of a text, in order, apart."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pairs = [Span(start, stop) for start, stop in pairwise(places)]
    return [pair for pair in pairs if draw(st.integers(0, 3))]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text, with any sentences, blocks and quotations in it, however little they fit."""
    text = draw(TEXTS)
    quotes = []
    for span in draw(stretches(text)):
        start = draw(st.integers(span.start, span.stop))
        inner = Span(start, draw(st.integers(start, span.stop)))
        quotes.append(Quotation(span, inner, depth=draw(st.integers(0, 1))))
    blocks = [
        Block(span, draw(st.sampled_from(["title", "heading", "paragraph", "boilerplate"])))
        for span in draw(stretches(text))
    ]
    sentences = tuple(draw(stretches(text)))
    return Reading(Article("x", text), tuple(blocks), sentences, tuple(quotes))


@given(readings())
def test_the_tokens_are_the_text_but_for_its_spaces(reading: Reading) -> None:
    found = words(reading, vocabulary())

    tokens = [found.span(t, t + 1).of(reading.text) for t in range(len(found))]
    whole = "".join(span.of(reading.text) for span in reading.sentences)
    assert "".join(tokens) == re.sub(r"\s", "", whole)
    assert all(tokens)
    spans = list(zip(found.starts, found.stops, strict=True))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for (_, stop), (start, _), before in zip(spans, spans[1:], found.before[1:], strict=False):
        assert before >= SENTENCE or (before == JOINED) == (stop == start)


@given(readings())
def test_all_that_is_told_is_told_of_every_token(reading: Reading) -> None:
    found = words(reading, vocabulary())

    lists = (found.stops, found.pieces, found.spelled, found.named, found.dress, found.quoted)
    assert {len(one) for one in (*lists, found.before, found.units())} == {len(found)}
    assert [t for t, before in enumerate(found.before) if before >= SENTENCE] == found.bounds[:-1]
    assert found.bounds[0] == 0 and found.bounds[-1] == len(found)
    assert all(one < other for one, other in pairwise(found.bounds))
    for token, (name, pieces) in enumerate(zip(found.named, found.pieces, strict=True)):
        assert (name == GOES_ON) == (not pieces)
        assert (name == BEGINS) == (pieces == (VEILED,))
        assert name != GOES_ON or (found.named[token - 1] != NO and token not in found.bounds)


@given(readings())
def test_a_token_is_quoted_where_an_outermost_quotation_holds_it(reading: Reading) -> None:
    found = words(reading, vocabulary())

    for start, stop, quoted in zip(found.starts, found.stops, found.quoted, strict=True):
        holding = [q for q in reading.quotations if q.span.start <= start < q.span.stop]
        outermost = [q for q in holding if q.depth == 0]
        if not outermost:
            assert quoted == OUTSIDE
        elif outermost[0].inner.start <= start and stop <= outermost[0].inner.stop:
            assert quoted == INSIDE
        else:
            assert quoted != OUTSIDE


def test_where_sentences_stand() -> None:
    text = "Dam holds\nThe mayor left. Nobody stayed.\nIt rained."
    blocks = (Block(Span(0, 9), "title"), Block(Span(10, 40), "paragraph"))
    sentences = (Span(0, 9), Span(10, 25), Span(26, 40), Span(41, 51))
    reading = Reading(Article("x", text), (*blocks, Block(Span(41, 51), "paragraph")), sentences)

    before = words(reading, vocabulary()).before

    assert [b for b in before if b >= SENTENCE] == [HEADLINE, PARAGRAPH, SENTENCE, PARAGRAPH]
    assert before[:2] == [HEADLINE, SPACED]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("said", "said"),
        ("SAID", "said"),
        ("unaffable", "una ##ffa ##ble"),
        ("tokenization", "token ##ization"),
        ("harbourmaster", "harbour ##master"),
        ("naïve", "naive"),
        ("ÜBER", "uber"),
        ("İzmir", "i ##z ##mir"),  # its small letter is two: an i and a dot
        ("é", "e"),
        ("e\u0301", "e"),
        ("42", "42"),
        ("—", "-"),
        ("…", "."),
        ("’", "'"),
        ("„", '"'),
        ("😀", "[UNK]"),
        ("𐌰", "[UNK]"),
        ("said😀", "[UNK]"),
        ("\u0301", "[UNK]"),
        ("\ud800", "[UNK]"),
        ("\0", "[UNK]"),
        ("x" * 100, "xx" + " ##xx" * (LONGEST - 1)),
        ("x" * 101, "[UNK]"),
        ("x" * 100_000, "[UNK]"),
    ],
    ids=ascii,
)
def test_pieces_of_words(word: str, pieces: str) -> None:
    known = vocabulary()

    assert known.pieces(word) == tuple(known.numbers[piece] for piece in pieces.split())
    assert known.pieces(word) == known.pieces(word)  # the second time it is kept


def test_the_signs_of_the_network_stand_where_it_learned_them() -> None:
    assert [vocabulary().numbers[sign] for sign in ("[UNK]", "[MASK]")] == [UNKNOWN, VEILED]


@given(st.text(min_size=1))
def test_any_token_has_a_few_pieces(token: str) -> None:
    pieces = vocabulary().pieces(token)

    assert 1 <= len(pieces) <= LONGEST
    assert all(0 <= piece < len(vocabulary().numbers) for piece in pieces)


MARKS = "“” „“ „” ”” «» »« ‹› \"\" ＂＂ 「」 『』 ‘’ ‚‘ ''".split()


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(
    "text",
    ["<The dam will hold,> the mayor said.", "The mayor said: <The dam will hold.>"],
)
def test_quotation_marks_of_all_languages_are_one(text: str, marks: str) -> None:
    def told(opening: str, closing: str) -> tuple[object, ...]:
        found = seen(text.replace("<", opening).replace(">", closing))
        return found.pieces, found.quoted, found.before

    pieces, quoted, _ = told(*marks)
    assert told(*marks) == told(*MARKS[0])
    sign = vocabulary().pieces(MARK)
    assert [(p, q) for p, q in zip(pieces, quoted, strict=True) if q >= OPENS] == [  # type: ignore[call-overload]
        (sign, OPENS),
        (sign, CLOSES),
    ]


@pytest.mark.parametrize(("word", "other"), sorted(ENGLISH.pairs("alike").items()))
def test_whether_a_man_or_a_woman_is_meant_is_not_seen(word: str, other: str) -> None:
    def told(one: str) -> tuple[object, ...]:
        found = seen(f"It held, the old {one} said.")
        return found.pieces, found.units(), [found.shown(t) for t in range(len(found))]

    assert told(word) == told(other)


SIZES = st.lists(
    st.tuples(st.integers(1, LONGEST), st.lists(st.integers(0, LONGEST), max_size=12)).map(
        lambda sentence: [sentence[0], *sentence[1]]
    ),
    max_size=25,
)
LONG = st.lists(st.integers(1, LONGEST), min_size=100, max_size=300)


@st.composite
def given_words(draw: st.DrawFn) -> Words:
    """Sentences of any length, at times a huge one among them; some begin a paragraph."""
    sentences = draw(SIZES)
    if draw(st.booleans()):
        sentences.insert(draw(st.integers(0, len(sentences))), draw(LONG))
    begin = draw(st.frozensets(st.integers(0, len(sentences))))
    return plain(*sentences, paragraphs=begin | {0})


def pieces(found: Words, first: int, last: int) -> int:
    return sum(len(found.pieces[token]) for token in range(first, last))


@given(given_words(), st.integers(10, 60), st.integers(0, 20))
def test_windows_tile_the_text_and_are_never_too_large(
    found: Words, most: int, context: int
) -> None:
    size = most + 2 * context + 2
    made = windows(found, size, context)

    cores = [window.core for window in made]
    assert [start for start, _ in cores] == [0, *(stop for _, stop in cores)][: len(cores)]
    assert (cores[-1][1] if cores else 0) == len(found)
    for one in made:
        first, last = one.core
        assert one.first <= first < last <= one.last
        assert 2 + pieces(found, one.first, one.last) <= size
        assert pieces(found, one.first, first) <= context
        assert pieces(found, last, one.last) <= context
        assert all(begins(found, place, most) for place in (one.first, first))
        assert all(place == len(found) or begins(found, place, most) for place in (last, one.last))


def begins(found: Words, place: int, most: int) -> bool:
    """True at the start of a sentence, and inside one too long for a window."""
    around = [(a, b) for a, b in pairwise(found.bounds) if a < place < b]
    return place in found.bounds or any(pieces(found, a, b) > most for a, b in around)


@given(given_words(), st.integers(10, 60))
def test_a_paragraph_is_cut_only_where_it_does_not_fit(found: Words, most: int) -> None:
    starts = [t for t, before in enumerate(found.before) if before >= PARAGRAPH]
    for first, last in pairwise([*starts, len(found)]):
        cut = [w for w in windows(found, most + 2, 0) if first < w.core[0] < last]

        assert not cut or pieces(found, first, last) > most


def test_windows_by_hand() -> None:
    found = plain([2, 2], [3], [1], [5], paragraphs=frozenset({0, 2}))

    assert windows(found, 12, 1) == [Window(0, 4, (0, 3)), Window(3, 5, (3, 5))]


def test_no_words_need_no_window() -> None:
    assert windows(Words(), 216, 32) == []
