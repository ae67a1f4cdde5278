from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from crossread.export.highlight import Piece, cut
from crossread.model.attribution import Attribution
from crossread.model.span import Span
from tests.readings import HARBOUR


def shown(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [
        (piece.words, " ".join([f"+{i}" for i in piece.content] + [f"@{i}" for i in piece.source]))
        for piece in pieces
        if piece.content or piece.source
    ]


def test_what_nests_is_cut_where_it_begins_and_ends() -> None:
    block = HARBOUR.blocks[3].span

    (pieces,) = cut(HARBOUR.text, [block], HARBOUR.attributions)

    assert shown(pieces) == [
        ("the port council", "@a1"),
        ("after ", "+a1"),
        ("fishermen", "+a1 @a2"),
        (" ", "+a1"),
        ("warned", "+a1"),
        (" that ", "+a1"),
        ("the spoil would bury their grounds", "+a1 +a2"),
    ]
    assert [piece.words for piece in pieces if piece.cue] == ["said", "warned"]
    assert [piece.first for piece in pieces if piece.first] == [("a1",), ("a2",)]


def test_an_attribution_begins_once_even_over_several_blocks() -> None:
    item = Attribution("a1", content=(Span(2, 8),))

    blocks = list(cut("aaaa bbbb", [Span(0, 4), Span(5, 9)], [item]))

    assert [[(p.words, p.first) for p in pieces] for pieces in blocks] == [
        [("aa", ()), ("aa", ("a1",))],
        [("bbb", ()), ("b", ())],
    ]


TEXT = "abcdefghijklmnopqrstuvwxyz"
SPANS = st.tuples(st.integers(0, 26), st.integers(0, 26)).map(lambda p: Span(min(p), max(p)))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=6), st.integers(0, 26))
def test_pieces_hold_the_text_and_the_very_words(contents: list[list[Span]], middle: int) -> None:
    items = [Attribution(f"a{i}", content=tuple(sorted(spans))) for i, spans in enumerate(contents)]

    stretches = [Span(0, middle), Span(middle, 26)]
    pieces = [piece for held in cut(TEXT, stretches, items) for piece in held]

    assert "".join(piece.words for piece in pieces) == TEXT
    for item in items:
        covered = {place for span in item.content for place in range(span.start, span.stop)}
        words = "".join(piece.words for piece in pieces if item.id in piece.content)
        assert words == "".join(TEXT[place] for place in sorted(covered))
        assert sum(item.id in piece.first for piece in pieces) == bool(covered)
