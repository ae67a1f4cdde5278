"""How well sentences and quotations are found, on public gold sets.

    python -m bench.segments

Sentences: F1 of exact spans against GUM's editors (gold) and CoreNLP (silver; PolNeAR dev).
`inner` counts only the ends that lie inside a paragraph, since the ends of paragraphs are
given. Quotations: against the quoted regions of the scorer of attributions, and against the
contents that PolNeAR's annotators marked.
"""

import gzip
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from bench import gum
from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences

SENTENCES, QUOTATIONS = Sentences(), Quotations()
SHORT = 5  # words; a shorter quoted region may be a scare quote


def measure(shared: Path) -> dict[str, float]:
    """Every figure of this page, by its name."""
    return {**on_gum(shared), **on_corenlp(shared), **on_polnear(shared, "dev")}


def read(text: str, paragraphs: Iterable[Span]) -> Reading:
    """A reading with sentences and quotations; each paragraph is a block."""
    blocks = tuple(Block(span, "paragraph") for span in paragraphs)
    reading = Reading(Article("bench", text), blocks)
    reading = replace(reading, sentences=tuple(SENTENCES(reading)))
    return replace(reading, quotations=tuple(QUOTATIONS(reading)))


def on_gum(shared: Path) -> dict[str, float]:
    counts: dict[str, Counter[str]] = {}
    for document in gum.documents(shared):
        found = read(document.text, document.paragraphs).sentences
        edges = {span.stop for span in document.paragraphs}
        for name in (document.genre, "all"):
            count = counts.setdefault(name, Counter())
            count.update(compared(found, document.sentences, edges))
    return {
        f"sentences.gum.{genre}.{key}": f1
        for genre, count in counts.items()
        for key, f1 in (("f1", f_score(count, "")), ("inner", f_score(count, "inner ")))
    }


def on_corenlp(shared: Path) -> dict[str, float]:
    count: Counter[str] = Counter()
    silver = corenlp(shared, "dev")
    for record in polnear(shared, "dev"):
        if record["doc"] not in silver:
            continue
        lines = tuple(lines_of(record["text"]))
        found = read(record["text"], lines).sentences
        count.update(compared(found, silver[record["doc"]], {span.stop for span in lines}))
    return {
        "sentences.corenlp.f1": f_score(count, ""),
        "sentences.corenlp.inner": f_score(count, "inner "),
    }


def compared(found: Spans, gold: Spans, edges: set[int]) -> Counter[str]:
    count = Counter(tp=len(set(found) & set(gold)), found=len(found), gold=len(gold))
    ends = {span.stop for span in found} - edges
    gold_ends = {span.stop for span in gold} - edges
    count.update(
        {"inner tp": len(ends & gold_ends), "inner found": len(ends), "inner gold": len(gold_ends)}
    )
    return count


def f_score(count: Counter[str], prefix: str) -> float:
    total = count[f"{prefix}found"] + count[f"{prefix}gold"]
    return 2 * count[f"{prefix}tp"] / total if total else 0.0


def on_polnear(shared: Path, split: str) -> dict[str, float]:
    """Quotations against quoted regions and gold contents; scare quotes against their lack."""
    score = scorer(shared)
    count: Counter[str] = Counter()
    for record in polnear(shared, split):
        text = record["text"]
        quotations = read(text, lines_of(text)).quotations
        count.update(regions_agree(score.Text(text), quotations, record))
        count.update(scares_agree(text, quotations, record))
    share = {
        "quotations.regions.recall": ("covered", "in region"),
        "quotations.regions.precision": ("in both", "in quotation"),
        "quotations.content.recall": ("content covered", "content in region"),
        "quotations.scare.precision": ("scare right", "scare found"),
        "quotations.scare.recall": ("scare right", "scare gold"),
        "quotations.speech.long": ("long content", "long"),
        "quotations.speech.short": ("short content", "short"),
    }
    return {name: count[part] / max(1, count[whole]) for name, (part, whole) in share.items()}


def regions_agree(
    scored: Any, quotations: Iterable[Quotation], record: dict[str, Any]
) -> Counter[str]:
    """Words in the scorer's regions, in our quotations with double marks, and in both."""
    doubles = [q for q in quotations if is_double(scored.text, q)]
    ours = words_in(scored, [[q.span.start, q.span.stop] for q in doubles])
    regions = words_in(scored, scored.regions)
    content = words_in(scored, contents(record))
    return Counter(
        {
            "covered": len(ours & regions),
            "in region": len(regions),
            "in both": len(ours & regions),
            "in quotation": len(ours),
            "content covered": len(ours & regions & content),
            "content in region": len(regions & content),
        }
    )


def is_double(text: str, quotation: Quotation) -> bool:
    """True if its marks are among those that the scorer knows."""
    return text[quotation.span.start] in '“”"' or text[quotation.span.start :][:2] in ("``", "''")


def words_in(scored: Any, spans: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(scored.words(scored.tokens(list(spans))))


def scares_agree(
    text: str, quotations: Iterable[Quotation], record: dict[str, Any]
) -> Counter[str]:
    """A short quotation is a scare quote by the gold if no content holds any of it."""
    spans = [Span(*pair) for pair in contents(record)]
    count: Counter[str] = Counter()
    for quotation in quotations:
        if quotation.depth or not is_double(text, quotation):
            continue
        size = len(quotation.inner.of(text).split())
        kind = "short" if size < SHORT else "long"
        speech = any(quotation.inner.meets(span) for span in spans)
        count[kind] += 1
        count[f"{kind} content"] += speech
        if kind == "short":
            count["scare gold"] += not speech
            count["scare found"] += quotation.scare
            count["scare right"] += quotation.scare and not speech
    return count


def contents(record: dict[str, Any]) -> list[list[int]]:
    return [span for item in record["passes"][0] for span in item["content"]]


def polnear(shared: Path, split: str) -> Iterator[dict[str, Any]]:
    path = shared / "gold" / "polnear" / f"{split}.attributions.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def corenlp(shared: Path, split: str) -> dict[str, Spans]:
    """The sentences that CoreNLP found, by document."""
    path = shared / "gold" / "polnear" / f"{split}.corenlp.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        parts = file.read().split("# doc = ")
    return {
        name: tuple(sentences(body))
        for name, _, body in (part.partition("\n") for part in parts if part.strip())
    }


def sentences(body: str) -> Iterator[Span]:
    for block in body.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.strip().splitlines()]
        if rows:
            yield Span(int(rows[0][0]), int(rows[-1][1]))


def lines_of(text: str) -> Iterator[Span]:
    """Each line that is not empty, as PolNeAR parts its paragraphs."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line)).trimmed(text)
        start += len(line) + 1


def scorer(shared: Path) -> ModuleType:
    """The scorer of attributions, which lies with the gold sets."""
    spec = importlib.util.spec_from_file_location("score", shared / "bench" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "bench" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    for name, value in measure(folder).items():
        print(f"{name:40} {value:.4f}")
