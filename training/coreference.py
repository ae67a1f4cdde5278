"""Learns what speaks for one whom a pronoun may mean, from GUM's chains.

    python -m training.coreference ../shared > src/crossread/languages/data/en/antecedents.tsv

The documents of GUM (Zeldes 2017) whose licence is open and that are not held out. Each pronoun is
a choice between those mentioned before and nobody; the weights are of a conditional logit, with a
small penalty. Who is mentioned is tied as GUM has it while learning, so that one error does not
breed others. Prints the table; on stderr, how good it is on each fifth of the documents, learnt
from the others.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.coreference import Judged, Known, judged
from crossread.stages.coreference import telling
from crossread.stages.coreference.chains import Chain
from crossread.stages.coreference.places import Place
from crossread.stages.coreference.pronouns import PEOPLE, Candidate

PENALTY = 0.5
ROUNDS = 400
RATE = 0.1
Array = NDArray[np.float64]


@dataclass(slots=True)
class Choice:
    """One pronoun: what speaks for each who may be meant, and which it is (-1: nobody)."""

    document: str
    refers: str
    features: list[dict[str, float]]  # of nobody first
    right: int  # among the features


def choices(one: Judged) -> Iterator[Choice]:
    """All choices of a document, each made as its editors say."""
    made: list[Choice] = []
    told = telling(one.reading)

    def judge(place: Place, found: Sequence[Candidate]) -> list[float]:
        key = "he" if place.refers in PEOPLE else place.refers
        due = chain_at(one.known, place)
        nobody = {f"{key}: nobody": 1.0, f"{key}: nobody alone": float(len(found) == 1)}
        right = next(
            (n for n, c in enumerate(found) if due and chain_of(one.known, c.chain) == due), -1
        )
        choice = Choice(
            one.known.document.name, place.refers, [nobody, *(c.features for c in found)], right + 1
        )
        if due or place.refers in PEOPLE:
            made.append(choice)
        return [float(n == right) for n in range(len(found))]

    told.judge = judge
    told.go()
    yield from made


def chain_at(known: Known, place: Place) -> str:
    found = known.at(place.mention)
    return found.chain if found else ""


def chain_of(known: Known, chain: Chain) -> str:
    """The chain of GUM on which most of its mentions lie, names before others."""
    on = Counter[str]()
    for place in chain.places:
        if there := chain_at(known, place):
            on[there] += 3 if place.form == "name" else 1
    return on.most_common(1)[0][0] if on else ""


def learn(made: Sequence[Choice]) -> dict[str, float]:
    """The weights under which what is right is likeliest."""
    index = {
        name: n
        for n, name in enumerate(sorted({f for c in made for row in c.features for f in row}))
    }
    weights = np.zeros(len(index))
    rows = [table(choice, index) for choice in made]
    speed, steady = np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, ROUNDS + 1):
        slope = -PENALTY * weights / len(made)
        for choice, features in zip(made, rows, strict=True):
            slope += (features[choice.right] - shares(features @ weights) @ features) / len(made)
        speed = 0.9 * speed + 0.1 * slope
        steady = 0.999 * steady + 0.001 * slope**2
        weights += RATE * (speed / (1 - 0.9**step)) / (np.sqrt(steady / (1 - 0.999**step)) + 1e-8)
    return {name: float(weights[n]) for name, n in index.items()}


def table(choice: Choice, index: dict[str, int]) -> Array:
    rows = np.zeros((len(choice.features), len(index)))
    for row, features in zip(rows, choice.features, strict=True):
        for name, value in features.items():
            if name in index:
                row[index[name]] = value
    return rows


def shares(scores: Array) -> Array:
    likely = np.exp(scores - scores.max())
    return np.asarray(likely / likely.sum())


def judge(made: Sequence[Choice], weights: dict[str, float], sure: float) -> Counter[str]:
    count = Counter[str]()
    for choice in made:
        scores = [sum(weights.get(f, 0.0) * v for f, v in row.items()) for row in choice.features]
        likely = shares(np.array(scores))[1:]
        key = "he, she" if choice.refers in PEOPLE else choice.refers
        best = int(likely.argmax())
        verdict = (
            "unknown" if likely[best] < sure else "right" if best + 1 == choice.right else "wrong"
        )
        count[f"{key} {verdict}"] += 1
        count[f"{key} reachable"] += choice.right > 0
        count[key] += 1
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    made = [c for one in judged(parser.parse_args().shared, (False,)) for c in choices(one)]
    names = sorted({choice.document for choice in made})
    parts = [set(names[part::5]) for part in range(5)]
    learnt = [learn([c for c in made if c.document not in out]) for out in parts]
    for sure in (0.5, 0.6, 0.7, 0.8):
        count = Counter[str]()
        for out, weights in zip(parts, learnt, strict=True):
            count += judge([c for c in made if c.document in out], weights, sure)
        print(sure, dict(sorted(count.items())), file=sys.stderr)
    for name, weight in sorted(learn(made).items()):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
