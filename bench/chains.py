"""How well chains of mentions agree: MUC, B³, CEAF-e, their mean as CoNLL-2012 has it, and LEA.

MUC (Vilain et al. 1995) counts links, B³ (Bagga and Baldwin 1998) mentions, CEAF-e (Luo 2005)
whole chains, paired so that they agree best; CoNLL is the mean of the three F1 (Pradhan et al.
2012). LEA (Moosavi and Strube 2016) counts the links of each chain, and a chain by its size.
A chain of one mention says nothing of who is who, so such are left out on both sides.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import comb, inf

import numpy as np
from numpy.typing import NDArray

Chain = frozenset[Hashable]
Chains = Sequence[Chain]
Part = tuple[float, float]  # how much is right, and of how much


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of one measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def chains(links: Iterable[tuple[Hashable, Hashable]]) -> list[Chain]:
    """Chains of two and more, from pairs of a chain's name and a mention."""
    held: dict[Hashable, set[Hashable]] = {}
    for name, mention in links:
        held.setdefault(name, set()).add(mention)
    return [frozenset(mentions) for mentions in held.values() if len(mentions) > 1]


def parts(chain: Chain, others: Chains) -> list[int]:
    """Into pieces of which size the other side cuts a chain; mentions that it lacks are ones."""
    shared = [size for other in others if (size := len(chain & other))]
    return shared + [1] * (len(chain) - sum(shared))


def muc(some: Chains, others: Chains) -> Part:
    links = [len(chain) - len(parts(chain, others)) for chain in some]
    return sum(links), sum(len(chain) - 1 for chain in some)


def b_cubed(some: Chains, others: Chains) -> Part:
    shared = (len(one & other) ** 2 / len(one) for one, other in product(some, others))
    return sum(shared), sum(map(len, some))


def ceaf_e(some: Chains, others: Chains) -> Part:
    if not some or not others:
        return 0.0, len(some)
    table = [[2 * len(a & b) / (len(a) + len(b)) for b in others] for a in some]
    return best_pairs(table), len(some)


def lea(some: Chains, others: Chains) -> Part:
    found = 0.0
    for chain in some:
        links = sum(comb(len(chain & other), 2) for other in others)
        found += len(chain) * links / comb(len(chain), 2)
    return found, sum(map(len, some))


MEASURES: dict[str, Callable[[Chains, Chains], Part]] = {
    "MUC": muc,
    "B3": b_cubed,
    "CEAF-e": ceaf_e,
    "LEA": lea,
}


def agreement(documents: Iterable[tuple[Chains, Chains]]) -> dict[str, Agreement]:
    """Each measure over all documents: gold chains, and those found, of each."""
    both = list(documents)
    return {
        name: Agreement(
            precision=share(measure(mine, gold) for gold, mine in both),
            recall=share(measure(gold, mine) for gold, mine in both),
        )
        for name, measure in MEASURES.items()
    }


def share(counted: Iterable[Part]) -> float:
    right, due = map(sum, zip((0.0, 0.0), *counted, strict=True))
    return right / due if due else 0.0


def conll(found: dict[str, Agreement]) -> float:
    """The mean of three: what CoNLL-2012 ranked by."""
    return sum(found[name].f1 for name in ("MUC", "B3", "CEAF-e")) / 3


def best_pairs(table: Sequence[Sequence[float]]) -> float:
    """The most that the pairs of a row and a column can be worth, when none is paired twice."""
    worth = np.array(table)
    pairs = Pairs(worth if worth.shape[0] <= worth.shape[1] else worth.T)
    for row in range(len(pairs.worth)):
        pairs.add(row)
    return float(sum(pairs.worth[row, at] for at, row in enumerate(pairs.rows) if row >= 0))


class Pairs:
    """The best pairs of the rows so far (the Hungarian method: Kuhn 1955, Munkres 1957)."""

    def __init__(self, worth: NDArray[np.float64]) -> None:
        self.worth = worth
        self.rows = np.full(worth.shape[1], -1)  # of each column
        self.row_prices, self.prices = np.zeros(worth.shape[0]), np.zeros(worth.shape[1])

    def add(self, row: int) -> None:
        """Gives a row a column, and others another where that is worth more."""
        least, came = np.full(len(self.rows), inf), np.full(len(self.rows), -1)
        done, column, at = np.zeros(len(self.rows), bool), -1, row
        while at >= 0:
            slack = -self.worth[at] - self.row_prices[at] - self.prices
            nearer = ~done & (slack < least)
            least[nearer], came[nearer] = slack[nearer], column
            column = int(np.argmin(np.where(done, inf, least)))
            step = least[column]
            self.row_prices[[row, *self.rows[done]]] += step
            self.prices[done] -= step
            least[~done] -= step
            done[column] = True
            at = int(self.rows[column])
        while column >= 0:
            before = int(came[column])
            self.rows[column] = self.rows[before] if before >= 0 else row
            column = before
