"""Who is who at scale: seconds, memory and accuracy over an invented press.

    python -m bench.identities [SIZE ...] [-o bench/identities.json]

Each size runs in a process of its own. The true bearer of each name is known, so precision and
recall are exact: over pairs of appearances, and as B-cubed (of each appearance: which part of
those it was put together with is truly its own, which part of its own it was put together with).
The press is invented (`bench/invented.py`): the curve is what to trust, more than its height.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.invented import Press
from bench.speed import machine
from crossread.compare.identities import identities
from crossread.model.identity import Appearance, Identities, Member

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
Measures = dict[str, float]


def main() -> None:
    options = parsed()
    if options.one:
        print(json.dumps(measured(options.sizes[0])))
        return
    rows = []
    for size in options.sizes:
        command = [sys.executable, "-m", "bench.identities", str(size), "--one"]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
        rows.append(json.loads(answer.stdout))
        print(*(f"{name} {value}" for name, value in rows[-1].items()), sep="  ", flush=True)
    if options.output:
        table = {"machine": machine(), "seed": 4, "sizes": rows}
        options.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of articles")
    parser.add_argument("-o", "--output", type=Path, help="where the figures are kept")
    parser.add_argument("--one", action="store_true", help="one size, in this process")
    return parser.parse_args()


def measured(size: int) -> Measures:
    made = list(Press(size).appearances())
    before = memory()
    clock, started = time.process_time(), time.perf_counter()
    found = identities([appearance for _, appearance in made], [])
    taken, passed = time.process_time() - clock, time.perf_counter() - started
    truth = {one.member: (being, one.type) for being, one in made}
    people = [
        [truth[member][0] for member in identity.members if truth[member][1] == "person"]
        for identity in found.identities
    ]
    everybody = [[truth[member][0] for member in one.members] for one in found.identities]
    return {
        "articles": size,
        "appearances": len(made),
        "bearers": len({being for being, _ in made}),
        "identities": len(found.identities),
        "suggestions": len(found.suggestions),
        "seconds": round(taken, 1),
        "passed": round(passed, 1),
        "memory_mb": round(memory()),
        "memory_of_input_mb": round(before),
        **{f"people_{name}": value for name, value in scores(people).items()},
        **{f"all_{name}": value for name, value in scores(everybody).items()},
        "suggestions_right": suggested(found, truth),
        **by_name(made),
    }


def by_name(made: Iterable[tuple[int, Appearance]]) -> Measures:
    """What would come of it if people of one written name were one, and no others."""
    named: dict[str, list[int]] = {}
    for being, one in made:
        if one.type == "person":
            named.setdefault(one.name, []).append(being)
    return {f"people_by_name_{name}": value for name, value in scores(named.values()).items()}


def memory() -> float:
    """The most that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scores(clusters: Iterable[Sequence[int]]) -> Measures:
    """Precision and recall over pairs, and B-cubed."""
    counted = [Counter(cluster) for cluster in clusters]
    truly: Counter[int] = Counter()
    for count in counted:
        truly.update(count)
    together = sum(pairs(count.total()) for count in counted)
    right = sum(pairs(number) for count in counted for number in count.values())
    owned = sum(pairs(number) for number in truly.values())
    total = truly.total()
    precision = sum(n * n / count.total() for count in counted for n in count.values()) / total
    recall = sum(n * n / truly[being] for count in counted for being, n in count.items()) / total
    measures = {
        "pair_precision": right / together if together else 1.0,
        "pair_recall": right / owned if owned else 1.0,
        "b3_precision": precision,
        "b3_recall": recall,
    }
    return {name: round(value, 4) for name, value in measures.items()}


def pairs(number: int) -> int:
    return number * (number - 1) // 2


def suggested(found: Identities, truth: Mapping[Member, tuple[int, str]]) -> float:
    """How many of the suggestions are of two that are truly one, for the most part."""
    most = {
        identity.id: Counter(truth[member][0] for member in identity.members).most_common(1)[0][0]
        for identity in found.identities
    }
    right = sum(most[one.one] == most[one.other] for one in found.suggestions)
    return round(right / len(found.suggestions), 4) if found.suggestions else 0.0


if __name__ == "__main__":
    main()
