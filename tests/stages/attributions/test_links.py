"""Links: pieces of which it is told how likely they belong together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.stages.attributions.links import JOINED, SOURCE, SPOKEN, Linked, asked, linked
from crossread.stages.attributions.pieces import Piece, pieces
from crossread.weights.tagger import NEAR, Tagged, bucket
from tests.stages.attributions.told import REST, blank, linker, roles, told, words

# “The mayor said it held, and the driver warned of rain.”
MAYOR, SAID, HELD = Piece("source", 0, 2), Piece("cue", 2, 3), Piece("content", 3, 5)
DRIVER, WARNED, RAIN = Piece("source", 6, 8), Piece("cue", 8, 10), Piece("content", 10, 12)
ALL = [MAYOR, SAID, HELD, DRIVER, WARNED, RAIN]
SIZE = 13


def both(one: Piece, other: Piece, chance: float) -> dict[tuple[Piece, Piece], float]:
    return {(one, other): chance, (other, one): chance}


def spoke(source: Piece, cue: Piece, content: Piece) -> dict[tuple[Piece, Piece], float]:
    """All three belong together."""
    return {**both(cue, content, 0.9), (cue, source): 0.9, (content, source): 0.9}


def found(held: list[Piece], links: dict[tuple[Piece, Piece], float]) -> list[Linked]:
    return linked(told(SIZE, held, links), held)


def parts(one: Linked) -> tuple[Piece | None, Piece | None, list[Piece]]:
    return one.source, one.cue, one.content


def test_each_content_goes_to_its_cue_and_source() -> None:
    made = found(ALL, spoke(MAYOR, SAID, HELD) | spoke(DRIVER, WARNED, RAIN))

    assert [parts(one) for one in made] == [(MAYOR, SAID, [HELD]), (DRIVER, WARNED, [RAIN])]
    assert all(one.joined == pytest.approx(0.9) for one in made)
    assert all(one.spoken == pytest.approx(0.9) for one in made)


def test_it_is_likelihood_that_joins_not_nearness() -> None:
    made = found(ALL, spoke(MAYOR, WARNED, HELD) | spoke(DRIVER, SAID, RAIN))

    assert [parts(one) for one in made] == [(DRIVER, SAID, [RAIN]), (MAYOR, WARNED, [HELD])]


def test_two_contents_of_one_cue_are_one_attribution() -> None:
    held = [MAYOR, SAID, HELD, RAIN]

    (made,) = found(held, spoke(MAYOR, SAID, HELD) | both(SAID, RAIN, 0.7))

    assert parts(made) == (MAYOR, SAID, [HELD, RAIN])
    assert made.joined == pytest.approx(0.9)


@pytest.mark.parametrize(("chance", "alone"), [(JOINED - 0.05, True), (JOINED + 0.05, False)])
def test_a_content_without_a_likely_cue_stands_alone(chance: float, alone: bool) -> None:
    (made,) = found([SAID, HELD], both(SAID, HELD, chance))

    assert made.content == [HELD]
    assert (made.cue is None) == alone


def test_both_sides_of_a_link_are_asked() -> None:
    (made,) = found([SAID, HELD], {(SAID, HELD): 0.9})

    assert made.joined == pytest.approx((0.9 + REST) / 2)


def test_a_content_needs_no_cue_to_have_a_source() -> None:
    (made,) = found([MAYOR, HELD], {(HELD, MAYOR): 0.8})

    assert parts(made) == (MAYOR, None, [HELD])
    assert made.spoken == pytest.approx(0.8)


def test_a_cue_without_content_reports_nothing() -> None:
    assert found([MAYOR, SAID], {(SAID, MAYOR): 0.9}) == []


@pytest.mark.parametrize(("chance", "known"), [(SPOKEN - 0.05, False), (SPOKEN + 0.05, True)])
def test_a_source_that_is_not_likely_is_none(chance: float, known: bool) -> None:
    links = {**both(SAID, HELD, 0.9), (SAID, MAYOR): chance, (HELD, MAYOR): chance}

    (made,) = found([MAYOR, SAID, HELD], links)

    assert made.source == (MAYOR if known else None)
    assert made.spoken == pytest.approx(chance)


def test_words_that_no_piece_holds_may_be_the_source() -> None:
    links = {**both(SAID, HELD, 0.9), (SAID, DRIVER): 0.9, (HELD, DRIVER): 0.8}

    for others in ([], [MAYOR]):
        (made,) = found([*others, SAID, HELD], links)

        assert made.source == DRIVER
        assert made.spoken == pytest.approx(0.85)


def test_words_of_another_piece_are_no_source() -> None:
    held = Piece("source", RAIN.first, RAIN.last)
    links = {**both(SAID, HELD, 0.9), (SAID, held): 0.9, (HELD, held): 0.9}

    made = found([SAID, HELD, RAIN], links)

    assert [one.source for one in made] == [None, None]


def test_the_likelier_of_two_stretches_is_the_source() -> None:
    wide, narrow = Piece("source", 6, 9), Piece("source", 10, 11)
    links = {**both(SAID, HELD, 0.9), (SAID, wide): 0.6, (HELD, wide): 0.6}
    links |= {(SAID, narrow): 0.9, (HELD, narrow): 0.9}

    (made,) = found([SAID, HELD], links)

    assert made.source == wide


def test_nothing_is_linked_to_nothing() -> None:
    assert linked(told(0, [], {}), []) == []
    assert linked(told(3, [], {}), []) == []


@given(st.integers(0, 30), st.integers(0, 2**32 - 1))
@settings(deadline=None)
def test_every_content_is_in_one_attribution(size: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    answer = told(size, [], {})
    answer.roles = dice.normal(size=(size, 7)).astype(np.float32)
    answer.chances = dice.random((size, size, 4), np.float32)
    held = pieces(answer.roles, answer.words)

    made = linked(answer, held)

    contents = [piece for one in made for piece in one.content]
    assert sorted(contents, key=lambda p: p.first) == [p for p in held if p.role == "content"]
    cues = [one.cue for one in made if one.cue]
    assert len(set(cues)) == len(cues)
    for one in made:
        assert 0 <= one.joined <= 1 and 0 <= one.spoken <= 1
        assert one.source is None or 0 <= one.source.first < one.source.last <= size


def test_no_more_is_kept_of_a_piece_than_what_is_near() -> None:
    size = 1000
    answer = Tagged(words(size), roles(size, []), *blank(size), linker())

    around = asked(answer, 500, 504)

    assert around.first == 500 - NEAR
    assert len(around.rows) == 2 * NEAR + 3
    sizes = np.arange(size + 1)
    found_means = around.means(SOURCE, [Piece("source", 440, 460), Piece("source", 0, 20)], sizes)
    assert found_means.tolist() == [0.25, 0]


@pytest.mark.parametrize("anchor", [0, 5, NEAR, NEAR + 1, 399])
def test_links_reach_no_further_than_what_is_near(anchor: int) -> None:
    size = 400
    answer = Tagged(words(size), roles(size, []), *blank(size), linker())

    first, near = answer.links(anchor)

    assert first == max(0, anchor - NEAR)
    assert first + len(near) == min(size, anchor + NEAR)
    assert np.allclose(near, 0.25)


def test_buckets_of_distance_mirror_one_another() -> None:
    apart = np.arange(-1000, 1001)
    found_buckets = bucket(apart)

    assert found_buckets.min() == 0 and found_buckets.max() == 48
    assert (np.diff(found_buckets) >= 0).all()
    assert (found_buckets + found_buckets[::-1] == 48).all()
    assert len(set(found_buckets[993:1008])) == 15  # exact when near
