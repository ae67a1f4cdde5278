"""Facts judged by eye: draws items of a layer at random, and says how many were right.

    python -m bench.facts LAYER --draw N --seed S --out sheet.txt     to read and to mark
    python -m bench.facts LAYER --judge sheet.txt                     keeps the marks
    python -m bench.facts [LAYER]                                     precision of what was judged

LAYER is times, figures, events, ties or wording. Drawn from the first 3,000 sentences of PolNeAR
train, read by the recipe `accurate`. A sheet has a line for each item, its words in brackets in
their context, and begins with `?`: who judges writes `r` (right) or `w` (wrong) in its place. What
is kept, in `bench/judged/LAYER.tsv`, has no text: the number of the document, the offsets, a digest
of what was found, the verdict. An item that the program no longer finds so is counted as gone.
"""

import argparse
import hashlib
import importlib
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.polnear import SHARED, records
from crossread import recipes
from crossread.collect.article import make
from crossread.model.codec import encode_item
from crossread.model.reading import Reading
from crossread.model.span import Span

JUDGED = Path(__file__).resolve().parent / "judged"
LAYERS = ("times", "figures", "events", "ties", "wording")
SENTENCES = 3000
WHERE = frozenset({"span", "trigger"})
AROUND = 160  # characters of context on each side
STAGES: list[Any] = []  # that are tried after those of the recipe: --stage
PUBLISHED = "2016-06-15"  # PolNeAR states no dates: all relative times count from this one


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was found, and where."""

    document: int
    span: Span
    found: Any
    reading: Reading

    @property
    def digest(self) -> str:
        """What was found, in short: equal as long as nothing about it changes."""
        told = json.dumps(shown(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:10]

    @property
    def key(self) -> tuple[int, int, int, str]:
        return self.document, self.span.start, self.span.stop, self.digest


def shown(one: Item) -> dict[str, Any]:
    """What is judged: the fields, with spans and ids as words."""
    text = one.reading.text
    names = {entity.id: entity.name for entity in one.reading.entities}
    sources = {
        item.id: " ".join(span.of(text) for span in item.source)
        for item in one.reading.attributions
    }
    values = encode_item(one.found)
    return {
        name: said(value, text, names | sources)
        for name, value in values.items()
        if not (value is None or value is False or value in ("", [])) and name not in WHERE
    }


def said(value: Any, text: str, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        return Span(*value).of(text)
    if isinstance(value, list):
        return [said(one, text, names) for one in value]
    return value


def readings(shared: Path) -> Iterator[tuple[int, Reading]]:
    """The documents of PolNeAR train, until there are enough sentences."""
    sentences = 0
    for number, (text, _) in enumerate(records(shared, "train")):
        reading = recipes.read(make(text, language="en", published=PUBLISHED))
        for stage in STAGES:
            layer: dict[str, Any] = {stage.gives: tuple(stage(reading))}
            reading = replace(reading, **layer)
        yield number, reading
        sentences += len(reading.sentences)
        if sentences >= SENTENCES:
            return


def items(shared: Path, layer: str) -> Iterator[Item]:
    for number, reading in readings(shared):
        for found in getattr(reading, layer):
            span = found.trigger if layer == "events" else found.span
            yield Item(number, span, found, reading)


def line(one: Item) -> str:
    """An item as it stands in a sheet."""
    text, span = one.reading.text, one.span
    before = flat(text[max(0, span.start - AROUND) : span.start])
    after = flat(text[span.stop : span.stop + AROUND])
    told = json.dumps(shown(one), ensure_ascii=False)
    key = "\t".join(map(str, one.key))
    return f"?\t{key}\n    {told}\n    {before} [[{flat(span.of(text))}]] {after}\n"


def flat(text: str) -> str:
    return " ".join(text.split())


def marks(sheet: Path) -> Iterator[tuple[str, str]]:
    """The key of each item of a sheet with its verdict. Raises ValueError if one is not marked."""
    for row in sheet.read_text(encoding="utf-8").splitlines():
        verdict, _, key = row.partition("\t")
        if key and not row.startswith(" "):
            if verdict.strip() not in {"r", "w"}:
                raise ValueError(f"{sheet}: not marked r or w: {row}")
            yield key, verdict.strip()


def keep(layer: str, sheet: Path) -> Path:
    """Writes the verdicts of a sheet, in the order of the documents."""
    rows = sorted(
        ((*map(int, key.split("\t")[:3]), key.split("\t")[3], v) for key, v in marks(sheet))
    )
    JUDGED.mkdir(exist_ok=True)
    path = JUDGED / f"{layer}.tsv"
    head = "# document of PolNeAR train\tstart\tstop\tdigest\tverdict: r or w\n"
    path.write_text(head + "".join("\t".join(map(str, row)) + "\n" for row in rows), "utf-8")
    return path


def verdicts(layer: str) -> dict[tuple[int, int, int, str], str]:
    path = JUDGED / f"{layer}.tsv"
    if not path.exists():
        return {}
    rows = (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines())
    return {(int(r[0]), int(r[1]), int(r[2]), r[3]): r[4] for r in rows if not r[0].startswith("#")}


def measure(shared: Path, layers: Sequence[str] = LAYERS) -> dict[str, float]:
    """For each layer the share judged right of what is still found, and how much of it is gone."""
    wanted = {layer: verdicts(layer) for layer in layers}
    wanted = {layer: found for layer, found in wanted.items() if found}
    seen: dict[str, Counter[str]] = {layer: Counter() for layer in wanted}
    for number, reading in readings(shared) if wanted else ():
        for layer, known in wanted.items():
            for found in getattr(reading, layer):
                span = found.trigger if layer == "events" else found.span
                if verdict := known.get(Item(number, span, found, reading).key):
                    seen[layer][verdict] += 1
    figures = {}
    for layer, count in seen.items():
        figures[f"judged.{layer}"] = count["r"] / max(1, count.total())
        figures[f"judged.{layer} gone"] = 1 - count.total() / len(wanted[layer])
    return figures


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("layer", nargs="?", choices=LAYERS)
    parser.add_argument("--draw", type=int, default=0, metavar="N", help="N items, to be judged")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/sheet.txt"))
    parser.add_argument(
        "--stage", action="append", default=[], metavar="MODULE:CLASS", help="also run this stage"
    )
    parser.add_argument("--judge", type=Path, metavar="SHEET", help="a sheet that is marked")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    for name in options.stage:
        module, _, stage = name.partition(":")
        STAGES.append(getattr(importlib.import_module(module), stage)())
    if options.judge:
        print(keep(options.layer, options.judge))
    elif options.draw:
        found = list(items(options.shared, options.layer))
        drawn = random.Random(options.seed).sample(found, min(options.draw, len(found)))
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text("\n".join(map(line, drawn)), encoding="utf-8")
        print(f"{len(drawn)} of {len(found)} in {options.out}")
    else:
        layers = [options.layer] if options.layer else LAYERS
        for name, figure in measure(options.shared, layers).items():
            print(f"{name:24} {figure:.3f}")


if __name__ == "__main__":
    main()
