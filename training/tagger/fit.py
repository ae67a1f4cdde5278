"""Fits the chances: how likely an attribution of the tagger is right.

    python -m training.tagger.fit ../shared --tier accurate [--folder FOLDER]

A logistic regression (iteratively reweighted least squares, with a ridge) over the features of
stages/attributions/chances.py, on the articles of PolNeAR train that the network never saw. The
least that a report needs is the one with the best sum of content F1 and full F1 on them.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.polnear import Roles, prepare, scorer
from crossread.model.reading import Reading
from crossread.stages.attributions.chances import features
from crossread.stages.attributions.links import Linked, linked
from crossread.stages.attributions.pieces import Piece, pieces
from crossread.weights.tagger import FILES, Tagger
from crossread.weights.words import Words, words
from training.tagger.examples import KEPT_OUT

Numbers = NDArray[np.float64]
RIDGE = 1.0
INSIDE = 0.4  # for reports inside reports, of which PolNeAR has none: by eye


class Found:
    """One article: what annotators have, and what the tagger finds, with its features."""

    def __init__(self, reading: Reading, gold: list[Roles], model: Tagger, shared: Path) -> None:
        score = scorer(shared)
        text, held = score.Text(reading.text), words(reading, model.vocabulary)
        tagged = model(held)
        made = linked(tagged, pieces(tagged.roles, held))
        self.text, self.gold = text, gold
        self.roles = [placed(one, held) for one in made]
        self.features = [features(tagged, one) for one in made]
        right, _ = score.prep(text, gold)
        found, _ = score.prep(text, self.roles)
        pairs = {p: g for g, p in score.pair(right, found)}
        self.right = [
            p in pairs and bool(score.src_ok(right[pairs[p]], one)[0])
            for p, one in enumerate(found)
        ]


def placed(one: Linked, held: Words) -> Roles:
    def spans(*found: Piece | None) -> list[list[int]]:
        return [[held.starts[p.first], held.stops[p.last - 1]] for p in found if p]

    return {
        "source": spans(one.source),
        "cue": spans(one.cue),
        "content": sorted(spans(*one.content)),
    }


def kept_out(shared: Path) -> Iterator[tuple[Reading, list[Roles]]]:
    path = shared / "gold/polnear/train.attributions.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % KEPT_OUT == 0:
                record = json.loads(line)
                yield prepare(record["text"]), record["passes"][0]


def fitted(rows: Numbers, right: Numbers) -> Numbers:
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - RIDGE * weights
        curve = (rows.T * (likely * (1 - likely) + 1e-6)) @ rows + RIDGE * np.eye(len(weights))
        weights += (step := np.linalg.solve(curve, slope))
        if np.abs(step).max() < 1e-8:
            break
    return weights


def chance(one: dict[str, float], weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(weights[name] * value for name, value in one.items()))))


def evaluate(
    articles: list[Found], weights: dict[str, float], least: float, shared: Path
) -> dict[str, Any]:
    score, total = scorer(shared), Counter[str]()
    for one in articles:
        kept = [
            roles
            for roles, known in zip(one.roles, one.features, strict=True)
            if chance(known, weights) >= least
        ]
        total.update(score.count_doc(one.text, one.gold, score.merge_same_cue(kept)))
    report: dict[str, Any] = score.report(total)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--tier", choices=("accurate", "fast"), default="accurate")
    parser.add_argument("--folder", type=Path, default=FILES)
    options = parser.parse_args()
    target = options.folder / f"{options.tier}.json"
    if not target.is_file():
        target.write_text(json.dumps({"chances": {}, "least": 0, "least inside": 0}))
    model = Tagger(options.tier, options.folder)
    articles = [Found(*one, model, options.shared) for one in kept_out(options.shared)]
    known = [row for one in articles for row in one.features]
    right = np.array([r for one in articles for r in one.right], float)
    names = list(known[0])
    rows = np.array([[row[name] for name in names] for row in known])
    weights = dict(zip(names, fitted(rows, right).round(4).tolist(), strict=True))
    best, least = 0.0, 0.0
    for share in np.arange(0.1, 0.5, 0.02):
        report = evaluate(articles, weights, float(share), options.shared)
        total = report["content"]["F"] + report["full"]["F"]
        if total > best:
            best, least = total, round(float(share), 2)
    judged = {"chances": weights, "least": least, "least inside": INSIDE}
    target.write_text(json.dumps(judged, indent=1) + "\n", encoding="utf-8")
    print(f"{len(right)} found, {right.mean():.1%} right; least {least}: {best / 2:.3f}")


if __name__ == "__main__":
    main()
