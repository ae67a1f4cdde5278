"""Writes the tagger's card, weights/tagger.md: what it is, what it was made from, how good it is.

    python -m training.tagger.card ../shared

The words stand in training/tagger.md; the figures are measured here.
"""

import argparse
import hashlib
from pathlib import Path

from bench.polnear import evaluate, judged
from crossread.weights.tagger import FILES

TEMPLATE = Path(__file__).parent.parent / "tagger.md"
TARGET = FILES.parent / "tagger.md"
TIERS = ("accurate", "fast")


def scores(shared: Path) -> str:
    """A table of the dev split, a column a tier."""
    reports = [evaluate(shared, judged(shared, "dev", tier)) for tier in TIERS]
    rows = {
        "content found, precision": [r["content"]["P"] for r in reports],
        "content found, recall": [r["content"]["R"] for r in reports],
        "content found, F1": [r["content"]["F"] for r in reports],
        "content and source right, F1": [r["full"]["F"] for r in reports],
        "direct: found / right": [(r["types"]["direct"]) for r in reports],
        "mixed: found / right": [(r["types"]["mixed"]) for r in reports],
        "indirect: found / right": [(r["types"]["indirect"]) for r in reports],
        "source, to the word, F1": [r["exact"]["source"]["F"] for r in reports],
        "cue, to the word, F1": [r["exact"]["cue"]["F"] for r in reports],
        "content, to the word, F1": [r["exact"]["content"]["F"] for r in reports],
    }
    lines = [f"| | {' | '.join(f'`{tier}`' for tier in TIERS)} |", "|---|---|---|"]
    for name, cells in rows.items():
        lines.append(f"| {name} | {' | '.join(shown(cell) for cell in cells)} |")
    return "\n".join(lines)


def shown(cell: float | dict[str, float]) -> str:
    if isinstance(cell, dict):
        return f"{100 * cell['F']:.1f} / {100 * cell['full_F']:.1f}"
    return f"{100 * cell:.1f}"


def files() -> str:
    """The shipped files, with their sizes and the start of their hashes."""
    rows = []
    for path in sorted(FILES.iterdir()):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:16]
        rows.append(f"| `{path.name}` | {len(data) / 1e6:.2f} MB | `{digest}` |")
    return "\n".join(["| file | size | SHA-256 begins |", "|---|---|---|", *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    options = parser.parse_args()
    text = TEMPLATE.read_text(encoding="utf-8")
    text = text.replace("{scores}", scores(options.shared)).replace("{files}", files())
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
