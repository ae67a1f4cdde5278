"""Word classes for English: writes languages/data/en/words.tsv and classes.tsv.

    python -m training.words ../shared

Counts how often each lower-case word form has each word class in silver tags of PolNeAR train
(CoreNLP) and gold tags of the openly licensed genres of GUM. Names are left out: a form that
is mostly capitalised inside sentences never enters the table.
"""

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent.parent / "src/crossread/languages/data/en"
OPEN_GENRES = ("news", "interview", "bio", "voyage", "textbook", "vlog", "conversation", "speech")
PUNCTUATION = {",": ",", ".": ".", ":": ":", "-LRB-": "(", "-RRB-": ")", "``": "Q", "''": "Q"}
CLASSES = {
    "NNS": "NN", "FW": "NN", "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB",
    "RP": "RB", "WP": "WDT", "WP$": "WDT", "PDT": "DT", "LS": "CD", "SYM": ":", "#": "$", "HYPH": ":",
    "NFP": ":", "AFX": "JJ", "ADD": "NN", "GW": "NN", "XX": "NN", **PUNCTUATION,
}  # fmt: skip
LEAST = 3  # times a form must be seen
Token = tuple[str, str, str]  # form, class, lemma


def polnear(shared: Path) -> Iterator[list[Token]]:
    words: list[Token] = []
    with gzip.open(shared / "gold/polnear/train.corenlp.tsv.gz", "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 7:
                if words:
                    yield words
                words = []
            else:
                _, _, form, lemma, tag = columns[:5]
                words.append((form, CLASSES.get(tag, tag), lemma))


def gum(shared: Path) -> Iterator[list[Token]]:
    for path in sorted((shared / "gold/gum/documents").glob("*.conllu")):
        if path.stem.split("_")[1] not in OPEN_GENRES:
            continue
        words: list[Token] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                words.append((columns[1], CLASSES.get(columns[4], columns[4]), columns[2]))
            elif not line and words:
                yield words
                words = []


def main(shared: Path) -> None:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    capital: Counter[str] = Counter()
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for source in (polnear, gum):
        for sentence in source(shared):
            before = "START"
            for place, (form, tag, lemma) in enumerate(sentence):
                follows[before][tag] += 1
                before = tag
                lower = form.lower().replace("’", "'")
                if form != form.lower():
                    capital[lower] += place > 0
                elif tag != "NNP":
                    forms[lower][tag] += 1
                    if tag.startswith("VB") or tag == "MD":
                        lemmas[lower][lemma.lower()] += 1
    # What a rare word's ending says of its class.
    for form, tags in forms.items():
        total = sum(tags.values())
        if total <= 10 and form.isalpha() and len(form) > 4:
            for size in (2, 3, 4):
                for tag, count in tags.items():
                    endings[form[-size:]][tag] += count
    write_words(forms, lemmas, capital)
    write_classes(forms, follows, endings)


def write_words(
    forms: dict[str, Counter[str]], lemmas: dict[str, Counter[str]], capital: Counter[str]
) -> None:
    lines = [
        "# Word forms of English and how often each is of which word class (Penn Treebank classes, some joined).",
        "# Counted by training/words.py in PolNeAR train (CoreNLP tags) and the CC-BY genres of UD English GUM.",
        "# form\tclass:count …\tlemma of the verb",
    ]
    for form in sorted(forms):
        tags = forms[form]
        total = sum(tags.values())
        if total < LEAST or capital[form] > 3 * total or not form.strip() or "\t" in form:
            continue
        if not any(c.isalpha() for c in form) or len(form) > 24:
            continue
        kept = [(tag, n) for tag, n in tags.most_common(4) if n >= max(2, total * 0.02)]
        if not kept:
            continue
        known = " ".join(f"{tag}:{n}" for tag, n in kept)
        verb = lemmas[form].most_common(1)[0][0] if any(t.startswith("VB") for t, _ in kept) else ""
        lines.append(f"{form}\t{known}\t{verb}".rstrip())
    (DATA / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_classes(
    forms: dict[str, Counter[str]],
    follows: dict[str, Counter[str]],
    endings: dict[str, Counter[str]],
) -> None:
    lines = [
        "# Word classes: how often one follows another, and what an unknown word's ending says of it.",
        "# Counted by training/words.py, from the same texts as words.tsv. -100 × natural logarithm.",
    ]
    for before in sorted(follows):
        total = sum(follows[before].values())
        cells = " ".join(
            f"{tag}:{-100 * math.log(n / total):.0f}"
            for tag, n in follows[before].most_common()
            if n > 2
        )
        lines.append(f"after\t{before}\t{cells}")
    everywhere: Counter[str] = Counter()
    for row in follows.values():
        everywhere.update(row)
    total = sum(everywhere.values())
    lines.append(
        "all\t\t"
        + " ".join(f"{t}:{-100 * math.log(n / total):.0f}" for t, n in everywhere.most_common())
    )
    for ending in sorted(endings):
        n = sum(endings[ending].values())
        if n >= 25:
            cells = " ".join(f"{t}:{k}" for t, k in endings[ending].most_common(4) if k >= n * 0.05)
            lines.append(f"ending\t{ending}\t{cells}")
    (DATA / "classes.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    DATA.mkdir(parents=True, exist_ok=True)
    main(Path(sys.argv[1]))
