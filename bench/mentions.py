"""How well names are found, and how well their types: on the open genres of GUM.

    python -m bench.mentions [--recipe NAME] [--held] [--errors N [--genre NAME]]

GUM (Zeldes 2017) marks every mention. One whose head is a proper noun is a name: the proper nouns
around its head, without titles. A name inside a name, or beside a common noun that GUM has as the
head, may be found, but need not be. Every third
document of a genre is held out: measured with `--held`, never looked at.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bench.gum import Document, Rows, mentioned
from bench.polnear import SHARED
from crossread import recipes
from crossread.collect.article import make
from crossread.model.reading import Reading
from crossread.model.span import Span
from training.tagger.gum import PROPER, opened, run
from training.tagger.polnear import TITLES

TYPES = ("person", "organisation", "place")
Names = dict[Span, str]
T = TypeVar("T")


@dataclass(slots=True)
class Score:
    """Names by what became of them."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.wrong + self.missed)

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(frozen=True, slots=True)
class Judged:
    """The names of a document as its editors see them, and as we do."""

    document: Document
    gold: Names
    inner: frozenset[Span]  # names that are neither asked for nor wrong
    mine: Names


@dataclass(slots=True)
class Scores:
    spans: Score = field(default_factory=Score)  # the right words, of whatever type
    types: Score = field(default_factory=Score)  # and the right type
    each: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in TYPES})
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, one: Judged) -> None:
        mine = {s: t for s, t in one.mine.items() if t in TYPES and s not in one.inner}
        count(self.spans, set(one.gold), set(mine), set(one.mine))
        count(self.types, set(one.gold.items()), set(mine.items()), set(mine.items()))
        for kind, score in self.each.items():
            gold = {span for span, other in one.gold.items() if other == kind}
            ours = {span for span, other in mine.items() if other == kind}
            count(score, gold, ours, ours)
        self.confused.update(
            (kind, one.mine[span]) for span, kind in one.gold.items() if span in one.mine
        )


def count(score: Score, gold: set[T], mine: set[T], any_type: set[T]) -> None:
    score.found += len(gold & any_type)
    score.wrong += len(mine - gold)
    score.missed += len(gold - any_type)


def beside_nouns(rows: Rows) -> Iterator[Span]:
    """“the city mayor | Ilan Dovar”: GUM has the whole as one mention, and no name in it."""
    for one in mentioned(rows):
        if one.kind in TYPES and rows.tags[one.head] not in PROPER:
            inside = range(one.first, one.last + 1)
            proper = [place for place in inside if rows.tags[place] in PROPER]
            for first in proper:
                for last in (place for place in proper if place >= first):
                    yield Span(rows.spans[first][0], rows.spans[last][1])


def gold_names(rows: Rows) -> tuple[Names, dict[Span, Span]]:
    """The names of people, bodies and places, without their titles.

    And the longer names that are as good: “Senate of the United States” as good as “Senate”.
    """
    found, longer = Names(), dict[Span, Span]()
    for one in mentioned(rows):
        if one.kind not in TYPES or rows.tags[one.head] not in PROPER:
            continue
        first, last = run(rows, one.first, one.last, one.head)
        while one.kind == "person" and first <= last and rows.forms[first] in TITLES:
            first += 1
        if first <= last:
            span = Span(rows.spans[first][0], rows.spans[last][1])
            found.setdefault(span, one.kind)
            for place in range(last + 1, one.last + 1):
                if rows.tags[place] in PROPER:
                    longer[Span(span.start, rows.spans[place][1])] = span
    return found, longer


def judged(shared: Path, recipe: str, *, held_out: bool = False) -> Iterator[Judged]:
    for document, rows in opened(shared, held_out=held_out):
        reading = recipes.read(make(document.text, language="en"), recipe=recipe)
        yield judge(document, rows, reading)


def judge(document: Document, rows: Rows, reading: Reading) -> Judged:
    gold, longer = gold_names(rows)
    inner = {span for span in gold if any(other != span and other.holds(span) for other in gold)}
    outer = {span: kind for span, kind in gold.items() if span not in inner}
    names = {one.span: str(one.type) for one in reading.mentions if one.form == "name"}
    mine = {longer.get(span, span): kind for span, kind in names.items()}
    free = (inner | set(beside_nouns(rows))) - outer.keys()
    return Judged(document, outer, frozenset(free), mine)


def measure(shared: Path) -> dict[str, float]:
    """The figures that have floors: of the documents held out, by the default recipe."""
    scores = Scores()
    for one in judged(shared, recipes.DEFAULT, held_out=True):
        scores.add(one)
    figures = {"names F1": scores.spans.f1, "names and types F1": scores.types.f1}
    return figures | {f"names of {kind} F1": score.f1 for kind, score in scores.each.items()}


def errors(one: Judged) -> Iterator[str]:
    """Names missed, invented and mistyped, each in its words."""
    text = one.document.text
    for span in sorted(one.gold.keys() | one.mine.keys()):
        gold, mine = one.gold.get(span, "-"), one.mine.get(span, "-")
        if gold != mine and span not in one.inner and not {gold, mine} <= {"-", "group", "work"}:
            around = text[max(0, span.start - 40) : span.stop + 40].replace("\n", "⏎")
            yield f"{one.document.genre:9} {gold:12} {mine:12} [{span.of(text)}]  {around}"


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--recipe", choices=[*recipes.RECIPES], default=recipes.DEFAULT)
    parser.add_argument("--held", action="store_true", help="the documents held out")
    parser.add_argument("--errors", type=int, metavar="N", help="N errors at random")
    parser.add_argument("--genre", help="errors of one genre")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    found = list(judged(options.shared, options.recipe, held_out=options.held))
    if options.errors and not options.held:
        lines = [
            line
            for one in found
            if options.genre in {None, one.document.genre}
            for line in errors(one)
        ]
        few = min(options.errors, len(lines))
        print(*random.Random(options.errors).sample(lines, few), sep="\n")
    scores = Scores()
    for one in found:
        scores.add(one)
    print(f"spans          {scores.spans}\nspans + types  {scores.types}")
    for kind, score in scores.each.items():
        print(f"{kind:14} {score}")
    print("as   ", *(f"{gold}→{mine} {n}" for (gold, mine), n in scores.confused.most_common()))


if __name__ == "__main__":
    main()
