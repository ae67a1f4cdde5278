"""Weights of the attribution rules: writes languages/data/en/weights.tsv.

    python -m training.attributions ../shared

Every proposal of every rule on PolNeAR train is right if annotators marked a content that
shares at least half of its words with it (Jaccard). A proposal whose cue lies inside another
annotated content is left out: the corpus marks no report within a report. Logistic regression
by FTRL-Proximal (McMahan et al. 2013), whose L1 term keeps the table short.
"""

import math
import random
import sys
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

from bench.polnear import gold, roles, scorer
from crossread.languages.language import ENGLISH, read_table
from crossread.stages.attributions import Attributions, proposals
from crossread.stages.attributions.cues import cues
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.weigh import names

DATA = Path(__file__).parent.parent / "src/crossread/languages/data/en"
ALPHA, BETA, L1, L2 = 0.05, 1.0, 1.0, 2.0
PASSES = 8
OFTEN = 6  # what is known of fewer proposals gets no weight
WEIGHED = {"complements", "nouns", "tags", "headlines", "comparisons", "introductions", "passives"}
CASES = 20  # a rule with fewer is given no figure
Example = tuple[list[str], int]


def examples(shared: Path, split: str) -> list[Example]:
    score = scorer(shared)
    known = cues(ENGLISH)
    found: list[Example] = []
    for article in gold(shared, split):
        text = score.Text(article.reading.text)
        right = [score_tokens(text, a["content"]) for a in article.attributions]
        for _, parts in proposals(article.reading):
            for draft in chain.from_iterable(parts):
                if draft.sure:
                    continue
                label = judge(score, text, draft, right)
                if label is not None:
                    found.append((names(draft, known), label))
    return found


def score_tokens(text: Any, spans: list[list[int]]) -> frozenset[int]:
    return frozenset(text.tokens(spans))


def judge(score: Any, text: Any, draft: Draft, right: list[frozenset[int]]) -> int | None:
    content = text.tokens([(s.start, s.stop) for s in draft.content])
    if any(score.jac(content, answer) >= 0.5 for answer in right):
        return 1
    cue = text.tokens([(draft.cue.start, draft.cue.stop)]) if draft.cue else frozenset()
    if cue and any(cue <= answer for answer in right):
        return None
    return 0


def fit(data: list[Example]) -> dict[str, float]:
    seen = Counter(name for features, _ in data for name in features)
    data = [([name for name in features if seen[name] >= OFTEN], label) for features, label in data]
    z: dict[str, float] = defaultdict(float)
    n: dict[str, float] = defaultdict(float)
    chance = random.Random(7)
    for _ in range(PASSES):
        chance.shuffle(data)
        for features, label in data:
            weights = {name: weight(z[name], n[name]) for name in features}
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights.values()))))) - label
            for name, value in weights.items():
                grown = n[name] + error * error
                z[name] += error - (math.sqrt(grown) - math.sqrt(n[name])) / ALPHA * value
                n[name] = grown
    found = {name: weight(z[name], n[name]) for name in z}
    return {name: value for name, value in found.items() if abs(value) >= 0.05}


def weight(z: float, n: float) -> float:
    if abs(z) <= L1:
        return 0.0
    return -(z - math.copysign(L1, z)) / ((BETA + math.sqrt(n)) / ALPHA + L2)


def measured(shared: Path) -> dict[str, float]:
    """Of each rule that does not weigh its proposals: the share of right ones among its own."""
    score, stage = scorer(shared), Attributions()
    found, right = Counter[str](), Counter[str]()
    for article in gold(shared, "train"):
        text = score.Text(article.reading.text)
        answers, _ = score.prep(text, article.attributions)
        mine = [item for item in stage(article.reading) if item.inside is None]
        found.update(item.rule for item in mine)
        given, _ = score.prep(text, [roles(item) for item in mine])
        right.update(mine[place].rule for _, place in score.pair(answers, given))
    sure = {rule for rule in found if rule not in WEIGHED and found[rule] >= CASES}
    return {rule: right[rule] / found[rule] for rule in sorted(sure)}


def write(table: str, what: str, values: dict[str, float]) -> None:
    head = f"# {what}, measured on PolNeAR train by training/attributions.py."
    lines = [f"{name}\t{value:.2f}" for name, value in sorted(values.items()) if "\t" not in name]
    (DATA / f"{table}.tsv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def main(shared: Path) -> None:
    found = examples(shared, "train")
    print(len(found), "proposals, right:", sum(label for _, label in found))
    write("weights", "Weights of what is known of a proposal", fit(found))
    for cached in (cues, read_table):
        cached.cache_clear()
    write("rules", "How often a rule that does not weigh is right", measured(shared))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
