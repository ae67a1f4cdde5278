"""Weights of the labeller of lines: writes weights/furniture.json and bench/furniture.json.

    python -m venv /tmp/training && /tmp/training/bin/pip install scikit-learn==1.9.1 -e .
    /tmp/training/bin/python -m training.furniture ../shared

Each page is seen three times: whole; from a little above its story to a little below, as
people copy; and its story alone, so that no line is given up where there is no furniture.
Logistic regression with an L1 term, which keeps few weights. A second pass over the scores of
the lines around, as a chain model has, did not lower the words lost on held-out sites.
"""

import json
import random
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.furniture import FOLDS, HELD_OUT, Gold, pages
from crossread.weights.furniture import Weights, features

SHIPPED = Path(__file__).parent.parent / "src/crossread/weights/furniture.json"
STRENGTH = 0.03  # inverse of the regularisation
ABOVE, BELOW = 10, 25  # lines of furniture around a story that people copy with it, at most
SMALL = 0.02  # a weight nearer to zero is left out

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Some lines of a page: their features, whether they are furniture, how much they count."""

    fold: int
    names: list[Names]
    furniture: list[bool]
    counts: list[float]


def views(page: Gold) -> Iterator[View]:
    if not page.story:
        return
    start, stop, chance_of = min(page.story), max(page.story) + 1, random.Random(page.name)
    above = max(0, start - chance_of.randint(0, ABOVE))
    below = min(len(page.lines), stop + chance_of.randint(0, BELOW))
    for numbers in (
        list(range(len(page.lines))),
        list(range(above, below)),
        sorted(page.story),
    ):
        lines = [page.lines[number] for number in numbers]
        yield View(
            fold=page.fold,
            names=features(lines),
            furniture=[number not in page.story for number in numbers],
            counts=[max(1, line.words) ** 0.5 for line in lines],
        )


def fit(seen: Sequence[View]) -> Weights:
    table = DictVectorizer()
    matrix = table.fit_transform([dict.fromkeys(line, 1) for view in seen for line in view.names])
    matrix.indices = matrix.indices.astype("int32")  # the solver knows no others
    matrix.indptr = matrix.indptr.astype("int32")
    model = LogisticRegression(C=STRENGTH, l1_ratio=1.0, max_iter=300, solver="liblinear")
    model.fit(
        matrix,
        [answer for view in seen for answer in view.furniture],
        sample_weight=[count for view in seen for count in view.counts],
    )
    weights = dict(zip(table.feature_names_, model.coef_[0], strict=True))
    found = {name: round(float(w), 2) for name, w in sorted(weights.items()) if abs(w) >= SMALL}
    return {"": round(float(model.intercept_[0]), 3), **found}


def main() -> None:
    warnings.simplefilter("ignore", ConvergenceWarning)
    seen = [view for page in pages(Path(sys.argv[1])) for view in views(page)]
    held_out = [fit([view for view in seen if view.fold != fold]) for fold in range(FOLDS)]
    write(HELD_OUT, held_out)
    write(SHIPPED, fit(seen))
    print(f"{len(seen)} views; {SHIPPED.stat().st_size:,} and {HELD_OUT.stat().st_size:,} bytes")


def write(path: Path, weights: Weights | list[Weights]) -> None:
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
