"""Wording: how well it is found on marked sentences, and how much of it news has.

    python -m bench.wording [--publishers [--documents N]] [--errors]

The marked sentences are tests/cases/wording.en.txt: one is right if its kind and its words are.
With `--publishers`, as an example of use, each kind is counted per 1,000 words in PolNeAR train, by
publisher, in the outlet's own words and in those that it reports: what kind of words stand where,
and no more. What is found in running news is judged by eye: `bench.facts wording`.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.mentions import Score, count
from bench.polnear import SHARED
from crossread import recipes
from crossread.collect.article import make
from crossread.model.block import Block
from crossread.model.claims import Claims
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.wording import Wording
from crossread.stages.wording import Wordings
from tests.marks import cases, unmark

KINDS = {
    "scare": "scare-quote",
    "label": "label",
    "hedge": "hedge",
    "presumed": "presumption",
    "hint": "insinuation",
}
STAGE = Wordings()
Found = set[tuple[str, Span]]


def judged() -> Iterator[tuple[str, Found, Found]]:
    """Each marked text with what is marked in it and what is found."""
    for line in cases("wording.en.txt"):
        text, marks = unmark(line)
        layout = (Block(Span(0, len(text)), "paragraph"),)
        reading = recipes.read(make(text, language="en", layout=layout), recipe="rules")
        mine = {(str(one.kind), one.span) for one in STAGE(reading)}
        yield text, {(KINDS[name], span) for name, span in marks}, mine


def scores() -> dict[str, Score]:
    """Of each kind, and of all."""
    found = {kind: Score() for kind in (*KINDS.values(), "all")}
    for _, gold, mine in judged():
        for kind, score in found.items():
            right, ours = (
                {one for one in some if kind in {one[0], "all"}} for some in (gold, mine)
            )
            count(score, right, ours, ours)
    return found


def measure(_: Path) -> dict[str, float]:
    """The figures that have floors."""
    figures = {}
    for kind, score in scores().items():
        figures[f"wording.{kind} precision"] = score.precision
        figures[f"wording.{kind} recall"] = score.recall
    return figures


def articles(shared: Path, documents: int | None) -> Iterator[tuple[str, Reading]]:
    """The articles of PolNeAR train, each with its publisher: the start of its name."""
    path = shared / "gold/polnear/train.attributions.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, documents):
            record = json.loads(line)
            publisher = record["doc"].partition("_")[0]
            yield publisher, recipes.read(make(record["text"], language="en"))


def by_publisher(shared: Path, documents: int | None) -> None:
    """Prints each kind per 1,000 words: all of them, then those in the outlet's own voice."""
    words: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for publisher, reading in articles(shared, documents):
        words[publisher] += len(reading.text.split())
        claims, wording = Claims(reading.attributions), STAGE(reading)
        found[publisher].update(one.kind for one in wording)
        own[publisher].update(one.kind for one in wording if is_own(one, claims))
    print(f"{'per 1,000 words':18}", *(f"{kind:>19}" for kind in KINDS.values()))
    for publisher, number in sorted(words.items()):
        pairs = ((found[publisher][kind], own[publisher][kind]) for kind in KINDS.values())
        rates = (f"{1000 * a / number:6.2f} (own {1000 * b / number:5.2f})" for a, b in pairs)
        print(f"{publisher:18}", *(f"{rate:>19}" for rate in rates))


def is_own(one: Wording, claims: Claims) -> bool:
    return claims.by(one.span) is None


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--errors", action="store_true", help="what is missed and what is wrong")
    parser.add_argument("--publishers", action="store_true", help="counts per 1,000 words")
    parser.add_argument("--documents", type=int, help="only so many")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    if options.publishers:
        return by_publisher(options.shared, options.documents)
    for kind, score in scores().items():
        total = score.found + score.missed
        print(f"{kind:12} {total:4} marked   P {score.precision:.3f}  R {score.recall:.3f}")
    if options.errors:
        for text, gold, mine in judged():
            for kind, span in sorted(gold ^ mine):
                verdict = "missed" if (kind, span) in gold else "wrong"
                print(f"{verdict:7} {kind:12} [{span.of(text)}]  {text}")
    return None


if __name__ == "__main__":
    main()
