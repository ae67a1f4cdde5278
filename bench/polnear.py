"""Accuracy of attributions on PolNeAR (Newell, Margolin, Ruths; LREC 2018): train and dev only.

    python -m bench.polnear [--recipe NAME] [--split dev|train] [--documents N]
                            [--by-rule | --errors N | --speed]

Articles are read from their plain text by the whole recipe. The scorer is ../shared/bench/score.py:
a pair needs half of its content words in common (J50); in “full” its source must be right as well.
The corpus marks no report inside a report, so attributions that have `inside` are not counted.
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

from bench import calibration
from crossread import recipes
from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.pipeline import Pipeline
from crossread.stages.blocks import Blocks
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
ROLES = ("source", "cue", "content")
WARMING = 5  # articles that are read before time is taken

Roles = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One article as annotators marked it, and as read up to its quotations."""

    reading: Reading
    attributions: list[Roles]


@dataclass(frozen=True, slots=True)
class Match:
    """Gold and found attributions, and which of them are one: places in both lists."""

    gold: list[Any]  # as the scorer prepares them
    found: list[Any]
    pairs: dict[int, int]
    sourced: frozenset[int]  # gold that was found, with the right source


@dataclass(frozen=True, slots=True)
class Judged:
    """One article as a recipe reads it, beside what annotators marked."""

    reading: Reading
    gold: list[Roles]
    mine: list[Attribution]
    merged: list[Roles]  # mine; those of one cue are one
    apart: Match  # of mine as they are
    match: Match  # of the merged


@cache
def scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", shared / "bench/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(
    shared: Path, split: str, *, documents: int | None = None
) -> Iterator[tuple[str, list[Roles]]]:
    """Each text with the attributions of its first annotator."""
    path = shared / f"gold/polnear/{split}.attributions.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if documents is not None and number >= documents:
                return
            record = json.loads(line)
            yield record["text"], [item for item in record["passes"][0] if item["content"]]


def gold(shared: Path, split: str, *, documents: int | None = None) -> Iterator[Gold]:
    for text, attributions in records(shared, split, documents=documents):
        yield Gold(prepare(text), attributions)


BEFORE = Pipeline("up to quotations", [Blocks(), Sentences(), Quotations()])


def prepare(text: str) -> Reading:
    """A gold text as plain text, read up to the layers that attributions need."""
    return BEFORE(make(text, language="en"))


def roles(found: Attribution) -> Roles:
    return {role: [[span.start, span.stop] for span in getattr(found, role)] for role in ROLES}


@cache
def judged(
    shared: Path, split: str, recipe: str, documents: int | None = None
) -> tuple[Judged, ...]:
    read, score = recipes.pipeline(recipe), scorer(shared)
    return tuple(
        judge(score, read(make(text, language="en")), attributions)
        for text, attributions in records(shared, split, documents=documents)
    )


def judge(score: Any, reading: Reading, attributions: list[Roles]) -> Judged:
    mine = [item for item in reading.attributions if item.inside is None]
    apart = [roles(item) for item in mine]
    merged = score.merge_same_cue(apart)
    text = score.Text(reading.text)
    return Judged(
        reading=reading,
        gold=attributions,
        mine=mine,
        merged=merged,
        apart=match(score, text, attributions, apart),
        match=match(score, text, attributions, merged),
    )


def match(score: Any, text: Any, attributions: list[Roles], mine: list[Roles]) -> Match:
    right, found = (score.prep(text, items)[0] for items in (attributions, mine))
    pairs = dict(score.pair(right, found))
    sourced = frozenset(g for g, p in pairs.items() if score.src_ok(right[g], found[p])[0])
    return Match(right, found, pairs, sourced)


def evaluate(shared: Path, articles: tuple[Judged, ...]) -> dict[str, Any]:
    score, total = scorer(shared), Counter[str]()
    for article in articles:
        text = score.Text(article.reading.text)
        total.update(score.count_doc(text, article.gold, article.merged))
    report: dict[str, Any] = score.report(total)
    return report


def measure(shared: Path) -> dict[str, float]:
    """The figures on dev that have a floor; of recipes but the default one, two each."""
    articles = judged(shared, "dev", recipes.DEFAULT)
    report = evaluate(shared, articles)
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
        "calibration error": calibration.error(list(scored(articles))),
    }
    for recipe in recipes.RECIPES:
        if recipe != recipes.DEFAULT:
            other = evaluate(shared, judged(shared, "dev", recipe))
            figures |= {f"{recipe}.{name}": other[name]["F"] for name in ("content", "full")}
    return {f"polnear.{name}": value for name, value in figures.items()}


def scored(articles: tuple[Judged, ...]) -> Iterator[calibration.Scored]:
    """Each attribution that has a score, and whether its content and source are right."""
    for article in articles:
        right = {p for g, p in article.apart.pairs.items() if g in article.apart.sourced}
        for place, item in enumerate(article.mine):
            if item.score is not None:
                yield item.score, place in right


@dataclass(slots=True)
class Group:
    """Attributions of one sort: how many, those paired, those with the right source too."""

    count: int = 0
    found: int = 0
    right: int = 0

    def add(self, *, found: bool, right: bool) -> None:
        self.count += 1
        self.found += found
        self.right += right

    def __str__(self) -> str:
        shares = self.found / self.count, self.right / self.count
        return f"{self.count:5}  content {shares[0]:6.1%}  and source {shares[1]:6.1%}"


def groups(articles: tuple[Judged, ...]) -> dict[str, Group]:
    """How much is found of each sort; where gold has no source, none is right."""
    groups: dict[str, Group] = defaultdict(Group)
    for article in articles:
        pairs, sourced = article.match.pairs, article.match.sourced
        for place, item in enumerate(article.gold):
            for name in sorts(item, article.reading.sentences):
                groups[name].add(found=place in pairs, right=place in sourced)
    return dict(sorted(groups.items()))


def sorts(item: Roles, sentences: tuple[Span, ...]) -> Iterator[str]:
    """What may make a gold attribution hard, or easy."""
    yield "no source" if not item["source"] else "a source"
    yield "content in pieces" if len(item["content"]) > 1 else "content in one piece"
    pieces = [Span(start, stop) for role in ROLES for start, stop in item[role]]
    held = sum(any(sentence.meets(piece) for piece in pieces) for sentence in sentences)
    yield "over sentences" if held > 1 else "in one sentence"


def show(shared: Path, articles: tuple[Judged, ...], name: str) -> None:
    scorer(shared).show(evaluate(shared, articles), name)
    for sort, group in groups(articles).items():
        print(f"  {sort:21}{group}")
    print(*calibration.table(list(scored(articles))), sep="\n")


def by_rule(articles: tuple[Judged, ...]) -> None:
    rules: dict[str, Group] = defaultdict(Group)
    for article in articles:
        gold = {p: g for g, p in article.apart.pairs.items()}
        for place, item in enumerate(article.mine):
            right = gold.get(place) in article.apart.sourced
            rules[item.rule].add(found=place in gold, right=right)
    for rule, group in sorted(rules.items(), key=lambda pair: -pair[1].count):
        print(f"{rule:24}{group}")


def errors(articles: tuple[Judged, ...]) -> Iterator[str]:
    """Missed, invented and wrongly sourced attributions."""
    for article in articles:
        raw, mine, paired = article.reading.text, article.mine, article.apart.pairs
        for g, item in enumerate(article.gold):
            if g not in paired:
                yield f"MISSED  {shown(raw, item)}"
            elif g not in article.apart.sourced:
                ours = mine[paired[g]]
                yield f"SOURCE  {shown(raw, item)}\n     ME {shown(raw, roles(ours))} [{ours.rule}]"
        for p, ours in enumerate(mine):
            if p not in paired.values():
                yield f"INVENT  {shown(raw, roles(ours))} [{ours.rule} {ours.score or 0:.2f}]"


def shown(text: str, item: Roles) -> str:
    parts = (" … ".join(text[s:e] for s, e in item[role]) for role in ROLES)
    return " | ".join(" ".join(part.split()) for part in parts)


def speed(shared: Path, recipe: str, documents: int | None) -> None:
    """The whole recipe, from text to reading, in the time that the processor spent."""
    texts = [text for text, _ in records(shared, "dev", documents=documents)]
    read, words = recipes.pipeline(recipe), sum(len(text.split()) for text in texts)
    for text in texts[:WARMING]:
        read(make(text, language="en"))
    started = time.process_time()
    for text in texts:
        read(make(text, language="en"))
    taken = time.process_time() - started
    print(f"{recipe}: {words / taken:,.0f} words/s from text to reading, {len(texts)} articles")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--recipe", choices=[*recipes.RECIPES], default=recipes.DEFAULT)
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--documents", type=int, help="only so many")
    parser.add_argument("--by-rule", action="store_true", help="how good each rule is")
    parser.add_argument("--errors", type=int, metavar="N", help="N errors at random")
    parser.add_argument("--speed", action="store_true", help="words a second")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    if options.speed:
        return speed(options.shared, options.recipe, options.documents)
    articles = judged(options.shared, options.split, options.recipe, options.documents)
    if options.by_rule:
        by_rule(articles)
    elif options.errors:
        lines = list(errors(articles))
        drawn = random.Random(options.errors).sample(lines, min(options.errors, len(lines)))
        print(*drawn, sep="\n")
    else:
        show(options.shared, articles, f"PolNeAR {options.split}, recipe {options.recipe}")
    return None


if __name__ == "__main__":
    main()
