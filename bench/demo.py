"""How the demo articles are read, against the record in `tests/demo` that a careful reader made.

    python -m bench.demo [FILE]     every miss, and the figures

An attribution is found if half of its content words are (Jaccard, one-to-one, best first), as in
`bench/polnear.py`; here reports inside reports, questions and written interviews count as well.
"""

import argparse
import re
from collections.abc import Iterator
from functools import cache

from crossread.model.attribution import Attribution
from crossread.model.block import STORY, BlockKind
from crossread.model.entity import Entity
from crossread.model.reading import Reading
from crossread.model.span import Spans
from crossread.model.statement import words
from tests.demo.record import Record, Words, findings, readings, records

STATED = ("title", "outlet", "authors", "published", "modified", "language", "url")
OF_PAGES = ("wrong", "unstated", "lost", "kept")
SAID = ("kind", "act", "negated", "voice")
FULL_MINUTE = re.compile(r"(?<=T\d\d:\d\d):00")  # 13:42:00 says what 13:42 says
TOLD: frozenset[BlockKind] = STORY | {"aside"}  # a correction stands beside the story
Pairs = list[tuple[Attribution, Attribution]]


def misses(file: str = "") -> dict[str, list[str]]:
    """Every difference from the record by its kind, each as a line to print."""
    found: dict[str, list[str]] = {
        name: []
        for name in (*OF_PAGES, "missed", "extra", "source", *SAID, "speaker", "unknown", "right")
    }
    for key, record in records().items():
        if file in key[0]:
            reading = readings()[key]
            for name, line in [*of_page(record, reading), *of_attributions(record, reading)]:
                found[name].append(" ".join(filter(None, (*key, line))))
    return found


def of_page(record: Record, reading: Reading) -> Iterator[tuple[str, str]]:
    """Fields read wrongly or not at all, story lost, furniture kept."""
    for name in STATED:
        value = getattr(reading.article, name)
        value = list(value) if isinstance(value, tuple) else value
        if isinstance(value, str):
            value = FULL_MINUTE.sub("", value)
        if value and value != record[name]:
            yield "wrong", f"{name} is {record[name]!r}, not {value!r}"
        elif record[name] and not value:
            yield "unstated", f"{name} is {record[name]!r}"
    yield from (("lost", line) for line in record["story"] if told(reading, line, TOLD) < 0.5)
    yield from (("kept", line) for line in record["furniture"] if told(reading, line, STORY) > 0.5)


def told(reading: Reading, snippet: str, kinds: frozenset[BlockKind]) -> float:
    """The largest share of a snippet in blocks of these kinds, over the places it stands."""
    shares = []
    for span in Words(reading.text).spans(snippet):
        blocks = [b.span for b in reading.blocks if b.kind in kinds and b.span.meets(span)]
        held = sum(min(b.stop, span.stop) - max(b.start, span.start) for b in blocks)
        shares.append(held / len(span))
    return max(shares)


def of_attributions(record: Record, reading: Reading) -> Iterator[tuple[str, str]]:
    """Who said what: missed, invented, given to the wrong source, right."""
    text, page = reading.text, Words(reading.text)
    gold = [page.attribution(item) for item in record["attributions"]]
    pairs = paired(text, gold, reading.attributions)
    met, taken = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    yield from (("missed", roles(text, item)) for item in gold if item.id not in met)
    for item in reading.attributions:
        if item.id not in taken:
            yield "extra", f"{roles(text, item)} ({item.rule})"
    for one, other in pairs:
        if overlap(tokens(text, one.source), tokens(text, other.source)) >= 0.5:
            yield "right", roles(text, one)
        else:
            given = words(text, other.source) or "no one"
            yield "source", f"{roles(text, one)}: given to {given} ({other.rule})"
        yield from of_pair(reading, one, other)


def of_pair(reading: Reading, one: Attribution, other: Attribution) -> Iterator[tuple[str, str]]:
    """What is said of an attribution that was found, and who its speaker is held to be."""
    line = roles(reading.text, one)
    for name in SAID:
        if getattr(one, name) != getattr(other, name):
            yield name, f"{line}: {getattr(one, name)}, not {getattr(other, name)} ({other.rule})"
    entity = next((e for e in reading.entities if e.id == other.speaker), None)
    names = surnames().get(one.speaker or "", frozenset())
    named = entity is not None and bool(entity.names)  # “the woman” is no name, right or wrong
    if entity and named and not is_cast(entity, one.speaker, names):
        yield "speaker", f"{line}: {one.speaker}, not {entity.name}"
    elif names and not named:
        yield "unknown", f"{line}: {one.speaker}"


def is_cast(entity: Entity, speaker: str | None, names: frozenset[str]) -> bool:
    """True if an entity bears a name of who it is in the record, or is no person."""
    own = entity.name.split()[-1]
    return own in names or entity.type != "person" or entity.name.lower() == speaker


@cache
def surnames() -> dict[str, frozenset[str]]:
    """The last names of each person of the cast, in all their spellings."""
    return {
        who["id"]: frozenset(name.split()[-1] for name in who["spellings"])
        for who in findings()["people"]
    }


def roles(text: str, item: Attribution) -> str:
    return " | ".join(words(text, spans) for spans in (item.source, item.cue, item.content))


def tokens(text: str, spans: Spans) -> frozenset[int]:
    """Where the words begin that the spans touch."""
    return frozenset(
        span.start + word.start() for span in spans for word in re.finditer(r"\w+", span.of(text))
    )


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard: the share of the words of either that both have."""
    return len(one & other) / len(one | other) if one | other else 1.0


def paired(text: str, right: list[Attribution], found: tuple[Attribution, ...]) -> Pairs:
    gold = [tokens(text, item.content) for item in right]
    mine = [tokens(text, item.content) for item in found]
    scores = sorted(
        (-overlap(g, m), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine) if g & m
    )
    pairs, used, taken = Pairs(), set[int](), set[int]()
    for score, i, j in scores:
        if score <= -0.5 and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((right[i], found[j]))
    return pairs


def figures(found: dict[str, list[str]]) -> dict[str, float]:
    """Shares of what is right; counts of what went wrong with pages and speakers."""
    met = len(found["right"]) + len(found["source"])
    return {
        "recall": met / (met + len(found["missed"])),
        "precision": met / (met + len(found["extra"])),
        "source": len(found["right"]) / met,
        **{name: 1 - len(found[name]) / met for name in SAID},
        **{name: len(found[name]) for name in (*OF_PAGES, "speaker", "unknown")},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", nargs="?", default="", help="part of the name of one article")
    found = misses(parser.parse_args().file)
    for name, lines in found.items():
        for line in lines if name != "right" else []:
            print(f"{name:9} {line}")
    for name, value in figures(found).items():
        print(f"{name:9} {value:.3f}" if isinstance(value, float) else f"{name:9} {value}")


if __name__ == "__main__":
    main()
