"""PolNeAR as examples: its attributions, and CoreNLP's tags and names, cleaned.

CoreNLP's names are silver and often wrong: nearly half of a well-known surname was no person in
the dev texts. So a name gets the type that it has most often in the whole corpus, a surname that
of the full names that end in it, and what stays in doubt is skipped.
"""

import gzip
import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.polnear import prepare
from crossread.weights.words import Vocabulary, Words, words
from training.tagger.examples import NAMES, SKIP, Example

SILVER = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "misc"}
SMALL = frozenset("of the for and de la al el bin von van on to in ' ’ s & - . ,".split())
LAWS = frozenset("Act Amendment Agreement Partnership Bill Treaty Accord Declaration".split())
CERTAIN = 0.6  # the share of a type that decides
Row = tuple[int, int, str, str, str]  # start, stop, lemma, tag, name


def polnear(shared: Path, split: str, vocabulary: Vocabulary) -> Iterator[Example]:
    """The articles of a split, in the order of the file."""
    silver = annotations(shared, split)
    kinds = corpus_types(shared)
    with gzip.open(shared / f"gold/polnear/{split}.attributions.jsonl.gz", "rt") as file:
        for line in file:
            record = json.loads(line)
            yield example(record, silver.get(record["doc"], []), kinds, vocabulary)


def example(
    record: dict[str, Any], rows: list[Row], kinds: dict[str, str], vocabulary: Vocabulary
) -> Example:
    reading = prepare(record["text"])
    found = words(reading, vocabulary)
    tags, names = dressed(record["text"], rows, found, kinds)
    return replace(
        Example.of(record["doc"], reading.text, found),
        tags=tags,
        names=names,
        heads=[SKIP] * len(found),
        passes=[
            [placed(one, found) for one in every if one["content"]] for every in record["passes"]
        ],
    )


def placed(one: dict[str, list[list[int]]], found: Words) -> dict[str, list[int]]:
    """The tokens of each role."""
    return {
        role: sorted({t for span in one[role] for t in touched(found, *span)})
        for role in ("source", "cue", "content")
    }


def touched(found: Words, start: int, stop: int) -> range:
    first = bisect_left(found.stops, start + 1)
    return range(first, bisect_left(found.starts, stop))


def annotations(shared: Path, split: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    name = ""
    with gzip.open(shared / f"gold/polnear/{split}.corenlp.tsv.gz", "rt") as file:
        for line in file:
            if line.startswith("# doc = "):
                name = line[8:].strip()
            elif len(parts := line.rstrip("\n").split("\t")) == 8:
                found[name].append((int(parts[0]), int(parts[1]), parts[2], parts[4], parts[5]))
    return found


def runs(rows: list[Row]) -> Iterator[list[Row]]:
    """The names as CoreNLP has them."""
    run: list[Row] = []
    for row in rows:
        if run and (row[4] != run[0][4] or row[0] > run[-1][1] + 1):
            yield run
            run = []
        if row[4] in SILVER:
            run.append(row)
    if run:
        yield run


def written(run: list[Row]) -> str:
    return " ".join(row[2] for row in run)


def corpus_types(shared: Path) -> dict[str, str]:
    """The type of each name that the corpus has more than once, "" where in doubt."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    surnames, given = Counter[str](), Counter[str]()
    for rows in annotations(shared, "train").values():
        for run in runs(rows):
            counts[written(run)][type_of(run)] += 1
            if run[0][4] == "PERSON" and len(run) > 1:
                given[run[0][2]] += 1
                surnames[run[-1][2]] += 1
    kinds = {
        name: "person" if is_full_name(name, count, given) else decided(count)
        for name, count in counts.items()
    }
    for name, count in surnames.items():
        if count >= 3 and counts[name]["person"] * 3 >= sum(counts[name].values()):
            kinds[name] = "person"
    return kinds | WELL_KNOWN


def is_full_name(name: str, count: Counter[str], given: Counter[str]) -> bool:
    """“Gennifer Flowers”: a given name that the corpus has often, and one or two words more."""
    parts = name.split()
    common = len(parts) in {2, 3} and given[parts[0]] >= 5 and parts[-1] not in NO_SURNAMES
    return common and count["place"] + count["organisation"] < 20


NO_SURNAMES = frozenset(
    "University Foundation County City Hall House Center College Institute Campaign Inc News "
    "Report Post Times Street Airport School Park Tower Library Party Americans Act".split()
)


def type_of(run: list[Row]) -> str:
    kind, last = SILVER[run[0][4]], run[-1]
    if kind != "misc":
        return kind
    if last[2] in LAWS:
        return "work"
    peoples = len(run) <= 2 and (last[3] in {"JJ", "NNPS", "NNS"} or last[2].endswith(PEOPLES))
    return "group" if peoples else ""


PEOPLES = ("an", "ans", "ish", "ese", "i", "is", "ist", "ists", "crat", "crats", "cratic", "ic")


def decided(count: Counter[str]) -> str:
    kind, times = count.most_common(1)[0]
    return kind if times >= CERTAIN * sum(count.values()) else ""


# What CoreNLP has wrong throughout, of the names that the corpus has most often.
WELL_KNOWN = {
    name: kind
    for kind, listed in {
        "organisation": "White House|Facebook|Twitter|Google|Amazon|Politico|POLITICO|Wall Street|"
        "New Hampshire Union Leader|Clinton Foundation|Gallup|PAC|Democratic National Convention|"
        "Republican National Convention",
        "group": "GOP|Dems|LGBT|Latino|Hispanic|African-American|Republican|Democratic",
        "place": "New Hampshire|Philippines|Trump Tower|Nice|DC|D.C.|USA|Cleveland|Oval Office",
        "person": "Bush|Cruz|Warren|Bill|Carson|Garland",
        "work": "Constitution|Common Core|Obamacare|TPP|State of the Union",
        "": "Election|Amendment|Internet|Social Security|Medicare|Medicaid|Senate Minority|SVP|Fed",
    }.items()
    for name in listed.split("|")
}


TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Sen. Gov. Rep. Lt. Gen. Col. Maj. Rev. Prof. Sgt. Capt. Judge Justice "
    "Sheriff Mr Mrs Ms Dr Sen Gov Rep President Senator Governor Secretary General Major Prime "
    "Minister Congressman Congresswoman Representative Speaker Mayor Chairman Vice Chancellor "
    "King Queen Prince Pope Professor Ambassador Chief State of Treasury Defense Attorney R-IN "
    "R D".split()
)


def dressed(
    text: str, rows: list[Row], found: Words, kinds: dict[str, str]
) -> tuple[list[str], list[int]]:
    """The tags and the names of the tokens."""
    tags, names = [""] * len(found), [0] * len(found)
    for start, stop, _, tag, _ in rows:
        for token in touched(found, start, stop):
            tags[token] = tag if found.stops[token] >= stop else "PART"
    if not rows:
        return tags, [SKIP] * len(found)
    for run in runs(rows):
        label(run, found, names, kinds)
    known_elsewhere(rows, found, names, kinds)
    return tags, names


def label(run: list[Row], found: Words, names: list[int], kinds: dict[str, str]) -> None:
    kind = kinds.get(written(run), type_of(run))
    proper = all(row[2][:1].isupper() or row[2] in SMALL or "-" in row[2] for row in run)
    covered = touched(found, run[0][0], run[-1][1])
    for place, token in enumerate(covered):
        begins = "I" if place else "B"
        names[token] = NAMES.index(f"{begins}-{kind}") if kind and proper else SKIP
    first = next((n for n, row in enumerate(run) if row[2] not in TITLES), len(run))
    if first and kind == "person":  # “Gov. Tove”: the title is no part of the name
        for token in touched(found, run[0][0], run[first - 1][1]):
            names[token] = 0
        for token in touched(found, run[first][0], run[first][1]) if first < len(run) else ():
            names[token] = NAMES.index("B-person")
            break


def known_elsewhere(rows: list[Row], found: Words, names: list[int], kinds: dict[str, str]) -> None:
    """A name that the corpus knows counts where CoreNLP overlooked it; others are skipped."""
    for number, (start, stop, word, tag, name) in enumerate(rows):
        if name in SILVER or tag not in {"NNP", "NNPS"}:
            continue
        if word in TITLES:
            continue
        kind = kinds.get(word) or kinds.get(word.title(), "")
        inside = number and rows[number - 1][3] == "NNP" and rows[number - 1][4] in SILVER
        for place, token in enumerate(touched(found, start, stop)):
            if not kind or inside:
                names[token] = SKIP if word[:1].isupper() else 0
            elif not names[token]:
                names[token] = NAMES.index(f"{'I' if place else 'B'}-{kind}")
