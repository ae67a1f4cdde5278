"""The tagger away from home: GUM's news, interviews, speeches and more, by documents held out.

    python -m bench.breadth

GUM (Zeldes 2017) marks attribution as a relation between clauses: also “I think”, “we know”, and
within one sentence. So what is found there is a recall by another convention: the share of its
relations whose content has half of its words in common with one that was found, and of these the
share whose source has a word in common. Names: GUM's own, by span and type (F1).
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.gum import Document, documents
from bench.polnear import SHARED
from crossread import recipes
from crossread.collect.article import make
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.weights.tagger import NAMES, tagger
from crossread.weights.words import Words, words
from training.tagger.examples import Example
from training.tagger.gum import GENRES, gum

HALF = 0.5
Places = frozenset[int]


def tokens(found: Words, spans: tuple[Span, ...]) -> Places:
    return frozenset(
        t
        for t, start in enumerate(found.starts)
        if any(span.start <= start < span.stop for span in spans)
    )


def overlap(one: Places, other: Places) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def relations(example: Example, reading: Reading, held: Words) -> Counter[str]:
    """How many relations a document has, how many are found, and with their source."""
    mine = [(tokens(held, one.content), tokens(held, one.source)) for one in reading.attributions]
    count = Counter[str]()
    for gold in example.passes[0]:
        content, source = frozenset(gold["content"]), frozenset(gold["source"])
        best = max(mine, key=lambda one: overlap(one[0], content), default=None)
        found = best is not None and overlap(best[0], content) >= HALF
        count["relations"] += 1
        count["found"] += found
        count["with source"] += bool(found and best and best[1] & source)
    return count


def spans(labels: list[int]) -> Iterator[tuple[int, int, str]]:
    """The names of a sequence of labels."""
    start = 0
    for place, label in enumerate([*labels, 0]):
        inside = label > 0 and NAMES[label][0] == "I"
        before = labels[place - 1] if place else 0
        if before > 0 and not (inside and NAMES[label][2:] == NAMES[before][2:]):
            yield start, place, NAMES[before][2:]
        if label > 0 and not (inside and before > 0):
            start = place


def read(document: Document) -> tuple[Reading, Words]:
    """A document as its editors parted it, read anew."""
    layout = [Block(span, "paragraph") for span in document.paragraphs]
    reading = recipes.read(make(document.text, language="en", layout=layout))
    return reading, words(reading, tagger("accurate").vocabulary)


def figures(shared: Path) -> dict[str, Counter[str]]:
    """The counts of each genre."""
    model = tagger("accurate")
    texts = {document.name: document for document in documents(shared, GENRES)}
    counts: dict[str, Counter[str]] = {}
    for example in gum(shared, model.vocabulary, held_out=True):
        reading, held = read(texts[example.name])
        count = counts.setdefault(example.name.split("_")[1], Counter())
        if len(held) != len(example.tokens):
            count["left out"] += 1  # cut into other tokens
            continue
        count["documents"] += 1
        count.update(relations(example, reading, held))
        likely = np.argmax(model(held).names, -1).tolist()
        gold, mine = set(spans(example.names)), set(spans(likely))
        count.update({"names": len(gold), "given": len(mine), "right": len(gold & mine)})
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    counts = figures(parser.parse_args().shared)
    counts["all"] = sum(counts.values(), Counter())
    for genre, n in counts.items():
        found, source = n["found"] / max(1, n["relations"]), n["with source"] / max(1, n["found"])
        f1 = 2 * n["right"] / max(1, n["names"] + n["given"])
        print(
            f"{genre:14}{n['documents']:3} documents, {n['left out']} left out;"
            f"{n['relations']:5} relations, found {found:6.1%}, source of these {source:6.1%};"
            f"{n['names']:5} names, F1 {f1:6.1%}"
        )


if __name__ == "__main__":
    main()
