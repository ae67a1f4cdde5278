"""How well two names are told to be of one bearer by their spelling: `python -m bench.names`.

Sets: nomenklatura's name_bench (826 pairs; its rows of an even number may be looked at, those of an
odd number are only measured), with the answers of its own matcher beside ours; 80 spellings of one
head of state; names of Wikidata in Latin and Cyrillic letters (the part of 20 % only measured).
"""

import csv
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.compare.names import ALIKE, keys, likeness
from crossread.languages.spelling import key
from crossread.model.entity import EntityType

TYPES: dict[str, EntityType] = {"Person": "person", "Vessel": "work"}  # the rest: organisations
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SEED = 7

# How surnames of our languages end: of all the world's names in Wikidata, those that we are for.
SURNAMES = re.compile(r"(?:[оеё]ва?|ина?|[сц]кий|[сц]кая|енко|ч?ук|юк|ян|бай|бек|улы)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are of one bearer, and what nomenklatura's matcher says."""

    number: int
    group: str
    schema: str
    one: str
    other: str
    same: bool
    theirs: bool | None  # None: it was not asked

    @property
    def type(self) -> EntityType:
        return TYPES.get(self.schema, "organisation")

    @property
    def ours(self) -> bool:
        return likeness(self.one, self.other, self.type).score >= ALIKE


def pairs(shared: Path) -> list[Pair]:
    folder = shared / "gold" / "names" / "name_bench" / "contrib" / "name_bench"
    cases, frozen = rows(folder / "cases.csv"), rows(folder / "run_data" / "logicv2-frozen.csv")
    theirs = {(row["schema"], row["name1"], row["name2"]): row for row in frozen}
    found = []
    for number, row in enumerate(cases):
        answer = theirs.get((row["schema"], row["name1"], row["name2"]))
        said = None if answer is None else answer["predicted_match"] == "true"
        same = row["is_match"] == "true"
        names = row["name1"], row["name2"]
        found.append(Pair(number, row["case_group"], row["schema"], *names, same, said))
    return found


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scores(answers: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall, F1 and accuracy of (said, so)."""
    counts = Counter(answers)
    hits, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    right = hits + counts[False, False]
    precision, recall = share(hits, hits + wrong), share(hits, hits + missed)
    f1 = share(2 * hits, 2 * hits + wrong + missed)
    accuracy = share(right, counts.total())
    return {"precision": precision, "recall": recall, "f1": f1, "accuracy": accuracy}


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def wikidata(shared: Path, part: int) -> list[tuple[str, str]]:
    """Names in Latin and in Cyrillic letters, one pair a line."""
    folder = shared / "gold" / "names" / "wikidata_transliteration" / "data"
    lines = (folder / f"wd_russian_{part}").read_text(encoding="utf-8").splitlines()
    split = [line.split("\t") for line in lines]
    return [(latin, letters.replace(" ", "")) for latin, letters, _ in split]


def transliterated(names: Sequence[tuple[str, str]]) -> dict[str, float]:
    """How many pairs are joined, by key and by likeness; how many wrong ones, too."""
    equal = sum(key(one) == key(other) for one, other in names)
    alike = sum(likeness(one, other, "person").score >= ALIKE for one, other in names)
    wrong = mismatched(names)
    false = sum(likeness(one, other, "person").score >= ALIKE for one, other in wrong)
    found = sum(bool(keys(one, "person") & keys(other, "person")) for one, other in names)
    return {
        "key": equal / len(names),
        "alike": alike / len(names),
        "false": false / len(wrong),
        "blocked": found / len(names),
        **collisions(names),
    }


def mismatched(names: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each name with one of another bearer whose key begins with the same letter."""
    chance, begins = random.Random(SEED), defaultdict[str, list[str]](list)
    true = set(names)
    for _, other in names:
        begins[key(other)[:1]].append(other)
    found = ((one, chance.choice(begins[key(other)[:1]])) for one, other in names)
    return [pair for pair in found if pair not in true]


def collisions(names: Sequence[tuple[str, str]]) -> dict[str, float]:
    """How many Cyrillic names share their key with another; how many pairs of one key are true."""
    latin, cyrillic = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for one, other in names:
        latin[key(one)].add(one)
        cyrillic[key(other)].add(other)
    shared = sum(len(some) for some in cyrillic.values() if len(some) > 1)
    true, of_one_key = set(names), 0
    right = 0
    for folded, some in cyrillic.items():
        for one in latin.get(folded, ()):
            of_one_key += len(some)
            right += sum((one, other) in true for other in some)
    total = sum(len(some) for some in cyrillic.values())
    return {"key shared": shared / total, "key precision": right / of_one_key}


def putin(shared: Path) -> list[tuple[str, bool]]:
    """The spellings of one head of state, each with whether it is joined with the English one."""
    path = shared / "gold" / "names" / "name_bench" / "tests" / "fixtures" / "putin_names.txt"
    names = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    one = "Vladimir Putin"
    return [(name, likeness(name, one, "person").score >= ALIKE) for name in names]


def speed(cases: Sequence[Pair]) -> float:
    """Pairs a second of one core, each pair of names new, their parts not."""
    names = [pair.one for pair in cases if pair.type == "person"]
    some = [(one, other) for one in names for other in names[:60]][:30_000]
    for name in names:
        likeness(name, names[0], "person")
    start = time.process_time()
    for one, other in some:
        likeness(one, other, "person")
    return len(some) / (time.process_time() - start)


def measure(shared: Path) -> dict[str, float]:
    cases = pairs(shared)
    found = {
        f"names.{name}": value for name, value in scores((p.ours, p.same) for p in cases).items()
    }
    odd = [pair for pair in cases if pair.number % 2]
    held = scores((pair.ours, pair.same) for pair in odd)
    found |= {f"names.{name} (held)": value for name, value in held.items()}
    true = [pair for pair in cases if pair.same]
    blocked = sum(bool(keys(p.one, p.type) & keys(p.other, p.type)) for p in true)
    found["names.blocked"] = blocked / len(true)
    joined = [said for _, said in putin(shared)]
    found["names.one of many spellings"] = sum(joined) / len(joined)
    wiki = transliterated(wikidata(shared, 20))
    found |= {f"names.wikidata {name}": value for name, value in wiki.items()}
    ours = [pair for pair in wikidata(shared, 20) if SURNAMES.search(pair[1])]
    surnames = transliterated(ours)
    return found | {f"names.surnames {name}": value for name, value in surnames.items()}


def main() -> int:
    cases = pairs(SHARED)
    print(f"{speed(cases):.0f} pairs a second")
    show("all", cases)
    show("even rows", [pair for pair in cases if not pair.number % 2])
    show("odd rows (held)", [pair for pair in cases if pair.number % 2])
    for group in sorted({pair.group for pair in cases}):
        show(f"group {group}", [pair for pair in cases if pair.group == group])
    for schema in sorted({pair.schema for pair in cases}):
        show(f"schema {schema}", [pair for pair in cases if pair.schema == schema])
    for name, value in measure(SHARED).items():
        print(f"  {name:<36} {value:8.4f}")
    return 0


def show(title: str, cases: Sequence[Pair]) -> None:
    for who, answers in (
        ("Crossread", [(pair.ours, pair.same) for pair in cases]),
        ("nomenklatura logic-v2", [(p.theirs, p.same) for p in cases if p.theirs is not None]),
    ):
        figures = "  ".join(f"{name} {value:.3f}" for name, value in scores(answers).items())
        print(f"{title:<24} {len(answers):>4}  {who:<22} {figures}")


if __name__ == "__main__":
    sys.exit(main())
