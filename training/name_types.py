"""Weights of the types of names: writes weights/name_types.json.

    python -m venv /tmp/training && /tmp/training/bin/pip install scikit-learn==1.9.1 -e .
    /tmp/training/bin/python -m training.name_types ../shared

From the open genres of GUM (every third document held out) and from PolNeAR train with CoreNLP's
names as silver (every 17th article kept out). One example is one name of one article.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.gum import Rows, documents, mentioned
from crossread import recipes
from crossread.collect.article import make
from crossread.languages.language import ENGLISH
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.mentions import gathered
from crossread.stages.mentions.evidence import Features
from crossread.stages.mentions.lexicon import lexicon
from crossread.stages.mentions.tokens import tokens
from crossread.weights.tagger import NAMES, tagger
from crossread.weights.words import Words, words
from training.tagger.examples import KEPT_OUT, SKIP
from training.tagger.gum import GENRES, PROPER, held, run
from training.tagger.polnear import TITLES, annotations, corpus_types, dressed, touched

SHIPPED = Path(__file__).parent.parent / "src/crossread/weights/name_types.json"
NONE = "none"
CERTAIN = 0.7  # the share of a name's words that have one silver label
SILVER, SILVER_NONE = 0.15, 0.1  # what a silver name counts, and one that CoreNLP knows not
FEWEST, SHRINK, SMALL = 6, 0.7, 0.03

Label = Callable[[Span], str | None]  # the type of a stretch of text; None: in doubt


@dataclass(frozen=True, slots=True)
class Example:
    """A name of an article: what is seen of it, what it is, how much that counts."""

    features: Features
    kind: str
    count: float


def named(reading: Reading, label: Label, silver: bool) -> Iterator[Example]:
    found = tokens(reading, lexicon(ENGLISH))
    evidence = gathered(reading, found)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for name in evidence.names:
        kind = label(found.span(name.first, name.last))
        if kind:
            labels[name.said][kind] += 1
    features = evidence()
    for said, counts in labels.items():
        kind, most = counts.most_common(1)[0]
        times = counts.total()
        weight = (SILVER_NONE if kind == NONE else SILVER) if silver else 1.0
        yield Example(features[said], kind, weight * most / times * math.sqrt(min(times, 4)))


def gum(shared: Path) -> Iterator[Example]:
    listed = list(documents(shared, GENRES))
    out = held(listed)
    for document in listed:
        if document.name not in out:
            path = shared / "gold" / "gum" / "documents" / f"{document.name}.conllu"
            known = proper(Rows(document, path.read_text(encoding="utf-8")))
            reading = recipes.read(make(document.text, language="en"), recipe="fast")
            yield from named(reading, by_gold(known), silver=False)


def proper(rows: Rows) -> dict[Span, str]:
    """Everything with a proper name, of whatever kind; the shorter form of a name comes first."""
    found: dict[Span, str] = {}
    longer: dict[Span, str] = {}
    for one in mentioned(rows):
        if rows.tags[one.head] not in PROPER:
            continue
        kind = one.kind or NONE
        first, last = run(rows, one.first, one.last, one.head)
        while kind == "person" and first < last and rows.forms[first] in TITLES:
            first += 1
        found.setdefault(Span(rows.spans[first][0], rows.spans[last][1]), kind)
        for place in range(last + 1, one.last + 1):
            if rows.tags[place] in PROPER:
                longer[Span(rows.spans[first][0], rows.spans[place][1])] = kind
    return longer | found


def by_gold(known: dict[Span, str]) -> Label:
    def label(span: Span) -> str | None:
        if span in known:
            return known[span]
        near = [one for one in known if one.meets(span)]
        kinds = {known[one] for one in near if span.start == one.start or span.stop == one.stop}
        return NONE if not near else kinds.pop() if len(kinds) == 1 else None

    return label


def polnear(shared: Path) -> Iterator[Example]:
    silver, kinds = annotations(shared, "train"), corpus_types(shared)
    vocabulary = tagger("fast").vocabulary
    with gzip.open(shared / "gold/polnear/train.attributions.jsonl.gz", "rt") as file:
        for number, line in enumerate(file):
            if number % KEPT_OUT == 0:
                continue
            record = json.loads(line)
            reading = recipes.read(make(record["text"], language="en"), recipe="fast")
            found = words(reading, vocabulary)
            _, names = dressed(record["text"], silver.get(record["doc"], []), found, kinds)

            yield from named(reading, by_silver(found, names, reading.text), silver=True)


def by_silver(found: Words, names: list[int], text: str) -> Label:
    def label(span: Span) -> str | None:
        return agreed([names[n] for n in touched(found, span.start, span.stop)], span.of(text))

    return label


def agreed(labels: list[int], said: str) -> str | None:
    if not labels or SKIP in labels:
        return None
    kinds = Counter(NAMES[label][2:] if label else NONE for label in labels)
    kind, most = kinds.most_common(1)[0]
    if most < CERTAIN * len(labels) or (kind == "group" and not said.endswith("s")):
        return None
    return kind


def fit(examples: list[Example]) -> Iterator[str]:
    """The lines of the file."""
    counts = Counter(feature for one in examples for feature in one.features)
    rows = [{f: v for f, v in one.features.items() if counts[f] >= FEWEST} for one in examples]
    vectors = DictVectorizer()
    model = LogisticRegression(C=SHRINK, max_iter=1000)
    table = vectors.fit_transform(rows)
    model.fit(table, [one.kind for one in examples], [one.count for one in examples])
    yield f'{{"types": {json.dumps([str(kind) for kind in model.classes_])},'
    yield f'"start": {json.dumps(rounded(model.intercept_))},\n"weights": {{'
    kept = [
        f"  {json.dumps(str(feature))}: {json.dumps(rounded(row))}"
        for feature, row in zip(vectors.get_feature_names_out(), model.coef_.T, strict=True)
        if max(map(abs, row)) > SMALL
    ]
    yield ",\n".join(kept) + "\n}}"


def rounded(row: Iterable[float]) -> list[float]:
    return [round(float(one), 2) for one in row]


def main() -> None:
    shared = Path(sys.argv[1])
    lines = fit([*gum(shared), *polnear(shared)])
    SHIPPED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
