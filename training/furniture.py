"""Weights of the labeller of lines: writes weights/furniture.json and bench/furniture.json.

    python -m venv /tmp/training && /tmp/training/bin/pip install scikit-learn==1.9.1 -e .
    /tmp/training/bin/python -m training.furniture ../shared

Each page is seen many times: whole; from somewhere above its story to somewhere below, as
people copy; and its story alone, whole and in part, also a sentence or a few words a line, so
that no line is given up where there is no furniture.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

from bench.furniture import FOLDS, HELD_OUT, Gold, pages
from crossread.weights.features import features, names
from crossread.weights.furniture import Weights, chance
from crossread.weights.lines import Line, lines_of

SHIPPED = Path(__file__).parent.parent / "src/crossread/weights/furniture.json"
TREES, LEAVES, RATE, FEWEST, SHRINK, BINS = 60, 24, 0.15, 30, 10.0, 64
CLOSE, WIDE = (10, 25), (60, 90)  # lines above and below a story that people copy, at most
PART, HEAD = (2, 12), (2, 8)  # lines of a story that stand alone, at least and at most
VERSE, VERSES = (4, 9), 40  # words of a line of verse; lines of it that are looked at
SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class View:
    """Some lines of a page: what is seen of them, which are furniture, how much they count."""

    fold: int
    rows: list[list[float]]
    furniture: list[bool]
    counts: list[float]


def views(page: Gold) -> Iterator[View]:
    if not page.story:
        return
    chance_of, story = random.Random(page.name), sorted(page.story)
    for numbers in stretches(page, story, chance_of):
        lines = [page.lines[number] for number in numbers]
        yield view(page.fold, lines, [number not in page.story for number in numbers])
    paragraphs = [page.lines[number].text for number in story]
    sentences = [part for text in paragraphs for part in SENTENCE.split(text)]
    words, length = page.story_alone.split(), chance_of.randint(*VERSE)
    verses = [
        " ".join(words[at : at + length])
        for at in range(0, min(len(words), length * VERSES), length)
    ]
    for texts in (sentences[:VERSES], verses):
        lines = list(lines_of("\n".join(texts)))
        yield view(page.fold, lines, [False] * len(lines))


def stretches(page: Gold, story: list[int], chance_of: random.Random) -> Iterator[list[int]]:
    """The numbers of the lines of each view."""
    start, stop, total = story[0], story[-1] + 1, len(page.lines)
    yield list(range(total))
    yield story
    for most_above, most_below in (CLOSE, WIDE, WIDE):
        above = max(0, start - chance_of.randint(0, most_above))
        below = min(total, stop + chance_of.randint(0, most_below))
        yield list(range(above, below))
        yield [*range(above, start), *story[: chance_of.randint(*HEAD)], *range(stop, below)]
    at = chance_of.randrange(len(story))
    yield story[at : at + chance_of.randint(*PART)]
    yield story[: chance_of.randint(*HEAD)]


def view(fold: int, lines: Sequence[Line], furniture: list[bool]) -> View:
    counts = [max(1, min(80, line.words)) ** 0.5 for line in lines]
    return View(fold, features(lines), furniture, counts)


def fit(seen: Sequence[View]) -> Weights:
    rows = numpy.array([row for view in seen for row in view.rows], dtype=float)
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=RATE,
        min_samples_leaf=FEWEST,
        l2_regularization=SHRINK,
        max_bins=BINS,
        early_stopping=False,
        random_state=0,
    )
    model.fit(
        rows,
        [answer for view in seen for answer in view.furniture],
        sample_weight=[count for view in seen for count in view.counts],
    )
    weights = {
        "names": names(lines_of("A line.")[0]),
        "start": round(float(model._baseline_prediction[0, 0]), 4),
        "trees": [tree(trees[0].nodes) for trees in model._predictors],
    }
    ours = [chance(row, weights) for row in rows[::50]]
    assert numpy.allclose(ours, model.predict_proba(rows[::50])[:, 1], atol=0.01)
    return weights


def tree(nodes: Any) -> list[list[float]]:
    """The nodes of a tree as `furniture.leaf` reads them."""
    return [
        [round(float(node["value"]), 3)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]),
            float(node["num_threshold"]),
            int(node["left"]),
            int(node["right"]),
        ]
        for node in nodes
    ]


def main() -> None:
    seen = [view for page in pages(Path(sys.argv[1])) for view in views(page)]
    held_out = [fit([view for view in seen if view.fold != fold]) for fold in range(FOLDS)]
    write(HELD_OUT, held_out)
    write(SHIPPED, fit(seen))
    print(f"{len(seen)} views; {SHIPPED.stat().st_size:,} and {HELD_OUT.stat().st_size:,} bytes")


def write(path: Path, weights: Weights | list[Weights]) -> None:
    """A tree a line."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace("]],", "]],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
