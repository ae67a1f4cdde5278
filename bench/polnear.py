"""Accuracy of attributions on PolNeAR (Newell, Margolin, Ruths; LREC 2018): train and dev only.

    python -m bench.polnear [--split dev|train] [--documents N] [--by-rule] [--errors N]

The scorer is ../shared/bench/score.py: a pair needs half of its content words in common (J50);
in “full” its source must be right as well. The corpus marks no report inside a report, so
attributions that have `inside` are not counted. It has “that” inside a content, Crossread has it
outside, which costs the exact figures of contents.
"""

import argparse
import gzip
import importlib.util
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.pipeline import Pipeline
from crossread.stages.attributions import Attributions
from crossread.stages.blocks import Blocks
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
Roles = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One article as annotators marked it, and as read up to its quotations."""

    reading: Reading
    attributions: list[Roles]


@cache
def scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", shared / "bench/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(shared: Path, split: str, *, documents: int | None = None) -> Iterator[Gold]:
    path = shared / f"gold/polnear/{split}.attributions.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if documents is not None and number >= documents:
                return
            record = json.loads(line)
            yield Gold(prepare(record["text"]), record["passes"][0])


BEFORE = Pipeline("up to quotations", [Blocks(), Sentences(), Quotations()])


def prepare(text: str) -> Reading:
    """A gold text as plain text, read up to the layers that attributions need."""
    return BEFORE(make(text, language="en"))


def roles(found: Attribution) -> Roles:
    return {
        role: [[span.start, span.stop] for span in getattr(found, role)]
        for role in ("source", "cue", "content")
    }


def evaluate(shared: Path, split: str, *, documents: int | None = None) -> dict[str, Any]:
    score, stage, total = scorer(shared), Attributions(), Counter[str]()
    for article in gold(shared, split, documents=documents):
        text = article.reading.text
        found = score.merge_same_cue([roles(a) for a in stage(article.reading) if a.inside is None])
        total.update(score.count_doc(score.Text(text), article.attributions, found))
    report: dict[str, Any] = score.report(total)
    return report


def measure(shared: Path) -> dict[str, float]:
    """The figures on dev that have a floor."""
    report = evaluate(shared, "dev")
    figures = {
        "content": report["content"]["F"],
        "content precision": report["content"]["P"],
        "full": report["full"]["F"],
        "source given content": report["source_acc"]["J50"],
        "direct content": report["types"]["direct"]["F"],
        "direct full": report["types"]["direct"]["full_F"],
        "mixed content": report["types"]["mixed"]["F"],
        "indirect content": report["types"]["indirect"]["F"],
        "exact content": report["exact"]["content"]["F"],
        "exact source": report["exact"]["source"]["F"],
        "exact cue": report["exact"]["cue"]["F"],
    }
    return {f"polnear.{name}": value for name, value in figures.items()}


def by_rule(shared: Path, split: str, documents: int | None) -> None:
    score, stage = scorer(shared), Attributions()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in gold(shared, split, documents=documents):
        text = score.Text(article.reading.text)
        right, _ = score.prep(text, article.attributions)
        mine = [a for a in stage(article.reading) if a.inside is None]
        found, _ = score.prep(text, [roles(a) for a in mine])
        pairs = {p: g for g, p in score.pair(right, found)}
        for place, item in enumerate(mine):
            count = counts[item.rule]
            count["found"] += 1
            if place in pairs:
                count["right"] += 1
                count["source"] += score.src_ok(right[pairs[place]], found[place])[0]
    for rule, count in sorted(counts.items(), key=lambda pair: -pair[1]["found"]):
        shares = count["right"] / count["found"], count["source"] / count["found"]
        print(
            f"{rule:24} {count['found']:6}  content {shares[0]:6.1%}  with source {shares[1]:6.1%}"
        )


def speed(shared: Path, documents: int | None) -> None:
    readings = [article.reading for article in gold(shared, "dev", documents=documents)]
    stage, words = Attributions(), sum(len(reading.text.split()) for reading in readings)
    started = time.process_time()
    for reading in readings:
        stage(reading)
    print(f"{words / (time.process_time() - started):,.0f} words/s, this stage alone")


def errors(shared: Path, split: str, number: int, documents: int | None) -> None:
    """Prints missed, invented and wrongly sourced attributions, at random."""
    score, stage, lines = scorer(shared), Attributions(), []
    for article in gold(shared, split, documents=documents):
        raw = article.reading.text
        text = score.Text(raw)
        right, _ = score.prep(text, article.attributions)
        mine = [a for a in stage(article.reading) if a.inside is None]
        found, _ = score.prep(text, [roles(a) for a in mine])
        pairs = score.pair(right, found)
        for g, p in pairs:
            if not score.src_ok(right[g], found[p])[0]:
                theirs, ours = shown(raw, article.attributions[g]), shown(raw, roles(mine[p]))
                lines.append(f"SOURCE  {theirs}\n     ME {ours} [{mine[p].rule}]")
        for g in set(range(len(right))) - {g for g, _ in pairs}:
            lines.append(f"MISSED  {shown(raw, article.attributions[g])}")
        for p in set(range(len(found))) - {p for _, p in pairs}:
            lines.append(
                f"INVENT  {shown(raw, roles(mine[p]))} [{mine[p].rule} {mine[p].score or 0:.2f}]"
            )
    for line in random.Random(number).sample(lines, min(number, len(lines))):
        print(line)


def shown(text: str, item: Roles) -> str:
    parts = (" … ".join(text[s:e] for s, e in item[role]) for role in ("source", "cue", "content"))
    return " | ".join(" ".join(part.split()) for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--by-rule", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    if options.errors:
        errors(options.shared, options.split, options.errors, options.documents)
    elif options.by_rule:
        by_rule(options.shared, options.split, options.documents)
    elif options.speed:
        speed(options.shared, options.documents)
    else:
        report = evaluate(options.shared, options.split, documents=options.documents)
        scorer(options.shared).show(report, f"PolNeAR {options.split}")


if __name__ == "__main__":
    main()
