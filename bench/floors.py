"""Accuracy floors: every measured figure against the least it may be. `make floors` runs it.

A floor stands in `bench/floors.json` and only ever rises. A figure of an error ("… lost",
"… kept") has a ceiling instead, which only ever falls. The sets are public; where their folder
is missing nothing is measured, except in CI, where that is a failure.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bench import coreference, evenhanded, extraction, furniture, marked, names, polnear, segments

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.json")

MEASURES: tuple[Callable[[Path], dict[str, float]], ...] = (
    extraction.measure,
    furniture.measure,
    segments.measure,
    polnear.measure,
    marked.measure,
    names.measure,
    evenhanded.measure,
    coreference.measure,
)


def main() -> int:
    if not SHARED.is_dir():
        print(f"floors: nothing measured, {SHARED.name}/ is not beside the project")
        return 1 if os.environ.get("CI") else 0
    bounds = json.loads(FLOORS.read_text(encoding="utf-8"))
    found: dict[str, float] = {}
    for measure in MEASURES:
        found.update(measure(SHARED))
    return report(found, floors=bounds["floors"], ceilings=bounds["ceilings"])


def report(found: dict[str, float], *, floors: dict[str, float], ceilings: dict[str, float]) -> int:
    """Prints each figure with its bound; 1 if one is missed or was not measured."""
    failed = sorted((floors.keys() | ceilings.keys()) - found.keys())
    for name, value in sorted(found.items()):
        low, high = floors.get(name), ceilings.get(name)
        missed = (low is not None and value < low) or (high is not None and value > high)
        bound = f"at least {low}" if low is not None else f"at most {high}" if high else ""
        print(f"  {name:<36} {value:8.3f}  {bound:<18}{'  MISSED' if missed else ''}")
        failed += [name] if missed else []
    print(f"floors: {len(found)} figures, {len(failed)} missed {', '.join(failed)}".rstrip())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
