"""Chances: a probability whatever the tagger says, and higher where it is surer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.stages.attributions.chances import begins, chance, features, logit, sure
from crossread.stages.attributions.links import Linked
from crossread.stages.attributions.pieces import Piece
from crossread.weights.dress import CLOSES, INSIDE, OPENS
from tests.stages.attributions.told import Told, told

SOURCE, CUE, CONTENT = Piece("source", 0, 2), Piece("cue", 2, 3), Piece("content", 3, 6)
SIZE = 7
WHOLE = Linked(CUE, [CONTENT], SOURCE, joined=0.9, spoken=0.8)
ALONE = Linked(None, [CONTENT])


def answer() -> Told:
    return told(SIZE, [SOURCE, CUE, CONTENT], {})


LOGS = st.one_of(st.floats(-1e9, 0, width=32), st.sampled_from([0.0, -np.inf, -30.0, -1e-7]))
SHARES = st.floats(0, 1)
WEIGHTS = st.fixed_dictionaries(
    {name: st.floats(-3, 3) for name in features(answer(), WHOLE)},
)


@given(st.lists(LOGS, min_size=7 * SIZE, max_size=7 * SIZE), SHARES, SHARES, WEIGHTS)
def test_a_chance_lies_between_0_and_1(
    logs: list[float], joined: float, spoken: float, weights: dict[str, float]
) -> None:
    tagged = answer()
    tagged.roles = np.array(logs, np.float32).reshape(SIZE, 7)
    for one in (
        Linked(CUE, [CONTENT], SOURCE, joined, spoken),
        Linked(CUE, [CONTENT, Piece("content", 6, 7)], None, joined, spoken),
        Linked(None, [CONTENT], SOURCE, joined, spoken),
        Linked(None, [CONTENT], None, joined, spoken),
    ):
        assert 0 <= chance(tagged, one, weights) <= 1
        assert all(np.isfinite(value) for value in features(tagged, one).values())


def test_what_is_not_there_counts_as_such() -> None:
    known, bare = features(answer(), WHOLE), features(answer(), ALONE)

    assert (known["no cue"], known["no source"]) == (0, 0)
    assert (bare["no cue"], bare["no source"]) == (1, 1)
    assert (bare["cue"], bare["joined"], bare["source"], bare["spoken"]) == (0, 0, 0, 0)


def test_the_same_is_known_of_every_attribution() -> None:
    assert list(features(answer(), WHOLE)) == list(features(answer(), ALONE))


@pytest.mark.parametrize(
    ("states", "quoted"),
    [((OPENS, INSIDE, CLOSES), 1.0), ((OPENS, INSIDE, 0), 0.5), ((0, INSIDE, 0), 0.0)],
)
def test_it_is_quoted_by_its_ends(states: tuple[int, ...], quoted: float) -> None:
    tagged = answer()
    tagged.words.quoted[CONTENT.first : CONTENT.last] = states

    assert features(tagged, WHOLE)["quoted"] == quoted


def test_surer_labels_are_surer() -> None:
    tagged, doubted = answer(), answer()
    doubted.roles[4, 6] = -2.0

    assert sure(doubted, CONTENT) < sure(tagged, CONTENT)
    assert sure(doubted, CUE) == sure(tagged, CUE)


def test_a_piece_that_may_go_on_ends_less_surely() -> None:
    tagged, doubted = answer(), answer()
    doubted.roles[CONTENT.last, 6] = -0.7

    assert begins(doubted.roles, CONTENT) < begins(tagged.roles, CONTENT)


def test_a_piece_may_end_with_the_text() -> None:
    last = Piece("content", 3, SIZE)

    assert np.isfinite(begins(answer().roles, last))


def test_no_share_is_certain() -> None:
    assert logit(0) == pytest.approx(-logit(1))
    assert logit(0.5) == 0
    assert logit(-1) == logit(0)
