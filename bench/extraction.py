"""Accuracy of pages: which of their words are the story, on 181 pages of many outlets.

    python -m bench.extraction [--errors]

The set is scrapinghub/article-extraction-benchmark, and so is the measure: runs of four words
that the extracted and the gold body share, each page normed to weigh the same; precision and
recall are means over pages, F1 is of those means. Its gold body is without headline, standfirst
and captions, so of our blocks the paragraphs count, and the headings after the first of them.

Rules were made looking at the pages whose id begins with an even digit (“developed”); the
others (“held”) were only counted.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from crossread.collect import align, pages
from crossread.collect.dom import tree
from crossread.collect.visible import visible
from crossread.model.article import Article
from crossread.model.block import STORY, Block

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
WORD = re.compile(r"\w+")
RUN = 4

Shares = tuple[float, float, float]  # found, too much, missed: of all runs of a page


@dataclass(frozen=True, slots=True)
class Result:
    """One page, as the library alone tells it and as ours does."""

    page: str
    library: Shares
    aligned: Shares  # the library's story found again in our blocks, before the rules
    ours: Shares
    story: int  # words of gold story
    lost: int  # of these, in blocks that are not read as story
    told: int  # words in our paragraphs
    extra: int  # of these, not in the gold story
    missing: tuple[Block, ...]
    furniture: tuple[Block, ...]
    article: Article

    @property
    def developed(self) -> bool:
        return int(self.page[0], 16) % 2 == 0


def measure(shared: Path) -> dict[str, float]:
    """The figures of all pages, by name."""
    results = tuple(read_all(shared))
    found = {
        "extraction.library f1": f1(result.library for result in results),
        "extraction.aligned f1": f1(result.aligned for result in results),
        "extraction.f1": f1(result.ours for result in results),
        "extraction.precision": precision(result.ours for result in results),
        "extraction.recall": recall(result.ours for result in results),
        "extraction.story lost": ratio(results, "lost", "story"),
        "extraction.furniture kept": ratio(results, "extra", "told"),
    }
    for half, developed in (("developed", True), ("held", False)):
        part = tuple(result for result in results if result.developed is developed)
        found[f"extraction.library f1 ({half})"] = f1(result.library for result in part)
        found[f"extraction.f1 ({half})"] = f1(result.ours for result in part)
        found[f"extraction.story lost ({half})"] = ratio(part, "lost", "story")
        found[f"extraction.furniture kept ({half})"] = ratio(part, "extra", "told")
    return found


def read_all(shared: Path) -> Iterator[Result]:
    folder = shared / "gold/article_extraction"
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for page, answer in sorted(gold.items()):
        data = gzip.decompress((folder / f"html/{page}.html.gz").read_bytes())
        yield read(page, data, answer["articleBody"])


def read(page: str, data: bytes, gold: str) -> Result:
    article = pages.page(data, file=page)
    root = tree(data, file=page)
    library = pages.story_by_library(root, visible(root, file=page))
    texts = [block.span.of(article.text) for block in article.layout]
    story = align.kept(texts, gold)
    body = body_of(article)
    sizes = [len(align.words_of(text)) for text in texts]
    blocks = article.layout
    missing = [n for n in story if blocks[n].kind not in STORY]
    furniture = [n for n in body if n not in story]
    return Result(
        page=page,
        library=shares(gold, library),
        aligned=shares(gold, "\n".join(texts[n] for n in sorted(align.kept(texts, library)))),
        ours=shares(gold, "\n".join(texts[n] for n in body)),
        story=sum(sizes[n] for n in story),
        lost=sum(sizes[n] for n in missing),
        told=sum(sizes[n] for n in body),
        extra=sum(sizes[n] for n in furniture),
        missing=tuple(blocks[n] for n in sorted(missing)),
        furniture=tuple(blocks[n] for n in furniture),
        article=article,
    )


def body_of(article: Article) -> list[int]:
    """The numbers of the blocks that the gold calls the body."""
    body: list[int] = []
    for number, block in enumerate(article.layout):
        if block.kind == "paragraph" or (block.kind == "heading" and body):
            body.append(number)
    return body


def shares(gold: str, found: str) -> Shares:
    right, answer = runs(gold), runs(found)
    counts = ((right & answer).total(), (answer - right).total(), (right - answer).total())
    total = sum(counts) or 1
    return counts[0] / total, counts[1] / total, counts[2] / total


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    found = (tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return Counter(run for run in found if run)


def precision(results: Iterable[Shares]) -> float:
    return mean(found / (found + extra) for found, extra, _ in results if found + extra)


def recall(results: Iterable[Shares]) -> float:
    return mean(found / (found + missed) for found, _, missed in results if found + missed)


def f1(results: Iterable[Shares]) -> float:
    counted = tuple(results)
    exact, whole = precision(counted), recall(counted)
    return 2 * exact * whole / (exact + whole)


def ratio(results: Iterable[Result], part: str, whole: str) -> float:
    counted = tuple(results)
    return float(sum(getattr(r, part) for r in counted) / sum(getattr(r, whole) for r in counted))


def show(result: Result) -> None:
    print(f"{result.page[:8]}  library {fraction(result.library)}  ours {fraction(result.ours)}")
    for name, blocks in (("lost", result.missing), ("kept", result.furniture)):
        for block in blocks:
            words = " ".join(block.span.of(result.article.text).split())[:90]
            print(f"    {name} as {block.kind} by {block.rule}: {words}")


def fraction(shares: Shares) -> str:
    return "/".join(f"{share:.2f}" for share in shares)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="show those of developed pages")
    if parser.parse_args().errors:
        for result in read_all(SHARED):
            if result.developed:
                show(result)
    for name, value in measure(SHARED).items():
        print(f"{name:<40} {value:.4f}")


if __name__ == "__main__":
    main()
