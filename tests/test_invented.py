"""Who is who over an invented press: exact enough, and the same for the same seed."""

from bench.identities import scores
from bench.invented import Press
from crossread.compare.identities import identities

ARTICLES = 250


def test_few_are_joined_who_are_two_and_most_are_found() -> None:
    made = list(Press(ARTICLES).appearances())
    truth = {one.member: being for being, one in made}

    found = identities([one for _, one in made], [])

    measured = scores([[truth[member] for member in one.members] for one in found.identities])
    assert measured["b3_precision"] >= 0.99
    assert measured["pair_precision"] >= 0.99
    assert measured["b3_recall"] >= 0.88


def test_the_press_is_the_same_for_the_same_seed() -> None:
    assert list(Press(20).appearances()) == list(Press(20).appearances())
    assert list(Press(20).appearances()) != list(Press(20, seed=5).appearances())


def test_scores_of_a_known_answer() -> None:
    measured = scores([[1, 1, 2], [2]])

    assert measured["pair_precision"] == round(1 / 3, 4)
    assert measured["pair_recall"] == 0.5
    assert measured["b3_precision"] == round((2 * 2 / 3 + 1 / 3 + 1) / 4, 4)
    assert measured["b3_recall"] == round((1 + 1 + 1 / 2 + 1 / 2) / 4, 4)
