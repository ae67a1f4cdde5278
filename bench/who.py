"""Who is who on marked stories: are the mentions of one person or body tied to one entity?

    python -m bench.who [FILE] [--errors]

The stories stand in tests/cases/who.en.txt. Of each marked mention after the first of its chain:
right if it is of the entity that most of the chain's marked names are of, unknown if it is of none
or was not found, wrong if it is of another. A mention marked `x` must be of no entity.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from crossread import recipes
from crossread.collect.article import make
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from tests.marks import CASES, unmark

STORIES = CASES / "who.en.txt"


def entity_at(reading: Reading, span: Span) -> str | None:
    """The entity of the mention that is most like a marked one; None if it has none."""
    near = [one for one in reading.mentions if one.span.meets(span)]
    best = max(near, key=lambda one: likeness(one, span), default=None)
    return best.entity if best and likeness(best, span) >= 0.5 else None


def likeness(one: Mention, span: Span) -> float:
    shared = min(one.span.stop, span.stop) - max(one.span.start, span.start)
    return shared / (len(one.span) + len(span) - shared)


def verdicts(line: str) -> Iterator[tuple[str, Span, Reading]]:
    """The verdict on each marked mention of a story that is not the first of its chain."""
    text, marks = unmark(line)
    reading = recipes.read(make(text, language="en"))
    chains: dict[str, list[Span]] = defaultdict(list)
    for name, span in marks:
        chains[name].append(span)
    for name, spans in chains.items():
        found = [entity_at(reading, span) for span in spans]
        if name == "x":
            for span, entity in zip(spans, found, strict=True):
                yield ("x kept" if entity is None else "x wrong"), span, reading
            continue
        known = Counter(entity for entity in found if entity)
        due = found[0] or (known.most_common(1)[0][0] if known else None)
        for span, entity in zip(spans[1:], found[1:], strict=True):
            verdict = "unknown" if entity is None else "right" if entity == due else "wrong"
            yield verdict, span, reading


def count(file: Path, *, errors: bool = False) -> Counter[str]:
    total = Counter[str]()
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        for verdict, span, reading in verdicts(line):
            total[verdict] += 1
            if errors and verdict not in {"right", "x kept"}:
                print(f"{verdict}: {span.of(reading.text)!r} in {reading.text!r}")
    return total


def figures(total: Counter[str]) -> dict[str, float]:
    linked = total["right"] + total["wrong"] + total["unknown"]
    unclear = total["x kept"] + total["x wrong"]
    return {
        "who.right": total["right"] / max(1, linked),
        "who.wrong": total["wrong"] / max(1, linked),
        "who.unclear kept unknown": total["x kept"] / max(1, unclear),
    }


def measure(shared: Path) -> dict[str, float]:
    """The figures that have a bound; the stories are the project's own."""
    return figures(count(STORIES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=STORIES)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    total = count(given.file, errors=given.errors)
    print(dict(total), {name: f"{value:.1%}" for name, value in figures(total).items()})


if __name__ == "__main__":
    main()
