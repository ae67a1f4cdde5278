"""The bench that says how well chains of mentions agree, on examples worked out in print."""

import random
from itertools import permutations

import pytest

from bench.chains import Chain, agreement, best_pairs, chains, conll


def split(text: str) -> list[Chain]:
    return [frozenset(chain) for chain in text.split()]


def test_the_example_of_the_reference_scorer() -> None:
    """Pradhan et al. 2014, section 4; LEA as in Moosavi and Strube 2016, section 4."""
    found = agreement([(split("abc defg"), split("ab cd fghi"))])

    assert (found["MUC"].recall, found["MUC"].precision) == pytest.approx((2 / 5, 2 / 5))
    assert (found["B3"].recall, found["B3"].precision) == pytest.approx((35 / 84, 4 / 8))
    assert (found["CEAF-e"].recall, found["CEAF-e"].precision) == pytest.approx((0.65, 1.3 / 3))
    assert (found["LEA"].recall, found["LEA"].precision) == pytest.approx((5 / 21, 1 / 3))
    assert conll(found) == pytest.approx((0.40 + 0.4545 + 0.52) / 3, abs=1e-4)


@pytest.mark.parametrize("gold", ["ab", "abc de", "ab cd efgh"])
def test_what_agrees_is_all_right(gold: str) -> None:
    found = agreement([(split(gold), split(gold))])

    assert [one.f1 for one in found.values()] == pytest.approx([1.0] * 4)


@pytest.mark.parametrize(("gold", "mine"), [("abc", ""), ("", "abc"), ("", ""), ("abc", "de")])
def test_nothing_found_is_nothing_right(gold: str, mine: str) -> None:
    found = agreement([(split(gold), split(mine))])

    assert [one.f1 for one in found.values()] == [0.0] * 4


def test_documents_are_counted_together() -> None:
    """One link of one, and none of three: a quarter, not a half."""
    found = agreement([(split("ab"), split("ab")), (split("cdef"), [])])

    assert found["MUC"].recall == 0.25
    assert found["MUC"].precision == 1.0


def test_a_mention_alone_is_no_chain() -> None:
    found = chains([("e1", 4), ("e2", 7), ("e1", 9)])

    assert found == [frozenset({4, 9})]


@pytest.mark.parametrize("seed", range(20))
def test_chains_are_paired_so_that_they_are_worth_most(seed: int) -> None:
    draw = random.Random(seed)
    rows, columns = draw.randint(1, 5), draw.randint(1, 5)
    table = [[draw.choice((0, 0, draw.random())) for _ in range(columns)] for _ in range(rows)]
    long = table if rows >= columns else [[*row] for row in zip(*table, strict=True)]
    most = max(
        sum(long[row][column] for column, row in enumerate(order))
        for order in permutations(range(len(long)), len(long[0]))
    )

    assert best_pairs(table) == pytest.approx(most)
