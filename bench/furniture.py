"""What the labeller of lines loses of stories, and keeps of furniture, on pages as plain text.

    python -m bench.furniture [--errors N]

The pages of ../shared/gold/article_extraction, as a reader copies them: their visible text. A
line belongs to the story if the words of the body that people marked stand in it. No page is
judged by weights that were trained on pages of its site: `furniture.json` holds five sets
of weights, each made without a fifth of the sites, written by `training/furniture.py`.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from crossread.collect import align
from crossread.collect.dom import tree
from crossread.collect.visible import visible
from crossread.model.block import STORY
from crossread.weights.furniture import Weights
from crossread.weights.labels import label
from crossread.weights.lines import Line, lines_of

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
HELD_OUT = Path(__file__).with_name("furniture.json")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Gold:
    """One page as text, and which of its lines are the story."""

    name: str
    fold: int
    text: str
    lines: tuple[Line, ...]
    story: frozenset[int]

    @property
    def story_alone(self) -> str:
        """The story's lines, as a careful reader copies them."""
        return "\n\n".join(self.lines[number].text for number in sorted(self.story))


def pages(shared: Path) -> Iterator[Gold]:
    folder = shared / "gold/article_extraction"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, page in sorted(truth.items()):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        text = visible(tree(data, file=name), file=name).text
        lines = lines_of(text)
        story = align.kept([line.text for line in lines], page["articleBody"])
        yield Gold(name, fold_of(page["url"]), text, lines, story)


def fold_of(url: str) -> int:
    """Pages of one site are always together."""
    site = urlsplit(url).netloc.encode()
    return int(hashlib.sha256(site).hexdigest(), 16) % FOLDS


@cache
def held_out() -> tuple[Weights, ...]:
    """For each fold the weights that were made without its pages."""
    return tuple(json.loads(HELD_OUT.read_text(encoding="utf-8")))


def measure(shared: Path) -> dict[str, float]:
    """Shares of words, over all pages: of the stories lost, of the furniture kept."""
    total: Counter[str] = Counter()
    for page in pages(shared):
        total.update(count(page))
    return {
        "furniture.story lost": total["lost"] / total["story"],
        "furniture.story lost, alone": total["lost alone"] / total["story"],
        "furniture.kept": total["kept"] / total["furniture"],
    }


def count(page: Gold) -> Counter[str]:
    """Words of one page: of its story, of what was lost of it, of its furniture, and so on."""
    weights = held_out()[page.fold]
    found: Counter[str] = Counter()
    for number, (line, block) in enumerate(
        zip(page.lines, label(page.text, weights=weights), strict=True)
    ):
        told = block.kind in STORY
        if number in page.story:
            found["story"] += line.words
            found["lost"] += 0 if told else line.words
            found[block.rule] += 0 if told else line.words
        else:
            found["furniture"] += line.words
            found["kept"] += line.words if told and block.kind != "title" else 0
    alone = lines_of(page.story_alone)
    for line, block in zip(alone, label(page.story_alone, weights=weights), strict=True):
        found["lost alone"] += 0 if block.kind in STORY else line.words
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", type=int, default=0, help="the longest lost lines to print")
    errors = parser.parse_args().errors
    for name, value in measure(SHARED).items():
        print(f"{name:<32} {value:.4f}")
    if errors:
        show(errors)


def show(most: int) -> None:
    total: Counter[str] = Counter()
    lost: list[tuple[int, str, str]] = []
    for page in pages(SHARED):
        total.update(count(page))
        blocks = label(page.text, weights=held_out()[page.fold])
        lost += [
            (page.lines[number].words, blocks[number].rule, page.lines[number].text[:100])
            for number in page.story
            if blocks[number].kind not in STORY
        ]
    print(*(f"{name:<24}{words}" for name, words in total.most_common()), sep="\n")
    print(*sorted(lost, reverse=True)[:most], sep="\n")


if __name__ == "__main__":
    main()
