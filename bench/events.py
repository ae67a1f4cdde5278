"""How well events are read: the marked cases, and how many there are in ordinary news.

    python -m bench.events [--per-kind]

The cases are `tests/cases/events.en.txt`. A word is right if it is found with its kind, and with
whether it is said not to have happened; “whole” if who, where, when and how many are right, too.
How often a kind is found says nothing of right or wrong: it shows what an article yields. It is
counted in the first 300 articles of PolNeAR train, read by the recipe `rules`.
"""

import argparse
from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.polnear import SHARED, records
from crossread import recipes
from crossread.collect.article import make
from crossread.model.reading import Reading
from crossread.stages.events import Events
from crossread.stages.figures import Figures
from crossread.stages.times import Times
from tests.marks import unmark
from tests.stages.test_events import BEHIND, GIVEN, LINES, as_read

ARTICLES = 300


def answers(line: str, *, whole: bool) -> Counter[tuple[str, ...]]:
    """The triggers of a line, each with its kind; whole, with what stands behind the arrow."""
    marked, _, rest = line.partition(BEHIND)
    triggers = [one for one in unmark(marked)[1] if one[0] not in GIVEN]
    told = rest.split(" | ") if rest else []
    return Counter(
        (name, str(span.start), *([words] if whole else []))
        for (name, span), words in zip(triggers, told, strict=True)
    )


def cases() -> dict[str, float]:
    """Precision and recall on the marked cases."""
    found: dict[str, float] = {}
    read = [(line, as_read(line)) for line in LINES]
    for name, whole in (("cases", False), ("cases whole", True)):
        pairs = [(answers(line, whole=whole), answers(mine, whole=whole)) for line, mine in read]
        right = sum((gold & mine).total() for gold, mine in pairs)
        found[f"events.{name} P"] = right / max(1, sum(mine.total() for _, mine in pairs))
        found[f"events.{name} R"] = right / max(1, sum(gold.total() for gold, _ in pairs))
    return found


def kinds(shared: Path) -> tuple[Counter[str], int]:
    """How often each kind is found, and in how many words."""
    counts, words = Counter[str](), 0
    for text, _ in islice(records(shared, "train"), ARTICLES):
        reading = full(recipes.read(make(text, language="en"), recipe="rules"))
        counts.update(event.kind for event in reading.events)
        words += len(text.split())
    return counts, words


def full(reading: Reading) -> Reading:
    """With times, figures and events, if the recipe has none yet."""
    reading = replace(reading, times=reading.times or tuple(Times()(reading)))
    reading = replace(reading, figures=reading.figures or tuple(Figures()(reading)))
    return replace(reading, events=Events()(reading))


def measure(shared: Path) -> dict[str, float]:
    counts, words = kinds(shared)
    return cases() | {"events.per 1000 words": 1000 * counts.total() / max(1, words)}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--per-kind", action="store_true", help="each kind, per 1,000 words")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    options = parser.parse_args()
    for name, figure in measure(options.shared).items():
        print(f"{name:28} {figure:.3f}")
    if options.per_kind:
        counts, words = kinds(options.shared)
        for kind, count in counts.most_common():
            print(f"  {kind:14} {1000 * count / words:.3f}")


if __name__ == "__main__":
    main()
