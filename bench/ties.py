"""How ties are read: the marked cases, and what is found in PolNeAR train.

    python -m bench.ties [--misses | --counts [DOCUMENTS]]

A tie is right if subject, kind, object, whether it is negated or hedged, and who claims it are.
"""

import argparse
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from bench import polnear
from crossread import recipes
from crossread.collect.article import make
from crossread.model.facts import Tie
from crossread.model.reading import Reading
from crossread.stages.ties import Ties
from tests.marks import cases

FILE = "ties.en.txt"
KINDS = "funds|owns|leads|founded|belongs to|employs|supports|is kin of|is part of"
TOLD = re.compile(rf"(.+?) ({KINDS}) (.+?)(?: \((.+)\))?")
MISSED = "~"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A tie by its names."""

    subject: str
    kind: str
    object: str
    negated: bool = False
    hedged: bool = False
    by: str = ""  # the first words of the source


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and the ties that it tells of; `missed` where they are known not to be found."""

    text: str
    ties: tuple[Told, ...]
    missed: bool = False


def case(line: str) -> Case:
    text, _, ties = line.removeprefix(MISSED).partition(" | ")
    found = () if ties.strip() == "-" else tuple(sorted(map(told, ties.split(";"))))
    return Case(text.strip(), found, line.startswith(MISSED))


def told(written: str) -> Told:
    """Raises ValueError for what is no tie."""
    match = TOLD.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"no tie: {written}")
    subject, kind, other, rest = match.groups()
    marks = (rest or "").split(", ")
    by = next((mark[3:] for mark in marks if mark.startswith("by ")), "")
    return Told(subject, kind, other, "not" in marks, "hedged" in marks, by)


def marked() -> list[Case]:
    return [case(line) for line in cases(FILE)]


def read(text: str, recipe: str = "accurate") -> Reading:
    reading = recipes.read(make(text, language="en"), recipe=recipe)
    return replace(reading, ties=tuple(Ties()(reading)))


def named(reading: Reading, tie: Tie) -> Told:
    names = {entity.id: entity.name for entity in reading.entities}
    sources = {item.id: item.source for item in reading.attributions}
    source = sources.get(tie.claimed_by or "", ())
    by = source[0].of(reading.text) if source else ""
    return Told(names[tie.subject], tie.kind, names[tie.object], tie.negated, tie.hedged, by)


@cache
def found(text: str) -> tuple[Told, ...]:
    reading = read(text)
    return tuple(sorted(named(reading, tie) for tie in reading.ties))


def same(one: Told, other: Told) -> bool:
    """True if all is alike; of the source, the first words."""
    return replace(one, by="") == replace(other, by="") and other.by.startswith(one.by)


def hits(wanted: Case) -> int:
    return sum(any(same(one, other) for other in found(wanted.text)) for one in wanted.ties)


def measure() -> dict[str, float]:
    """Precision and recall on the marked cases."""
    all_of = marked()
    right = sum(map(hits, all_of))
    wanted = sum(len(one.ties) for one in all_of)
    made = sum(len(found(one.text)) for one in all_of)
    return {"cases": len(all_of), "precision": right / made, "recall": right / wanted}


def counts(documents: int) -> Counter[str]:
    """How many ties of each kind are found in the first articles of PolNeAR train."""
    stage = Ties()
    tally: Counter[str] = Counter()
    for text, _ in polnear.records(polnear.SHARED, "train", documents=documents):
        tally.update(tie.kind for tie in stage(recipes.read(make(text, language="en"))))
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--counts", type=int, nargs="?", const=50)
    asked = parser.parse_args()
    if asked.misses:
        for one in marked():
            if hits(one) != len(one.ties) or len(found(one.text)) != len(one.ties):
                print(one.text, "\n    wanted", *one.ties, "\n    found ", *found(one.text))
    elif asked.counts:
        print(dict(counts(asked.counts).most_common()))
    else:
        print(measure())


if __name__ == "__main__":
    main()
