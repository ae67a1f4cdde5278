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
    "RP": "RB", "WP": "WDT", "WP$": "WDT", "PDT": "DT", "LS": "CD", "SYM": ":", "#": "$",
    "HYPH": ":", "NFP": ":", "AFX": "JJ", "ADD": "NN", "GW": "NN", "XX": "NN", **PUNCTUATION,
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


Counts = dict[str, Counter[str]]


class Tally:
    """What is counted over all sentences."""

    def __init__(self) -> None:
        self.forms: Counts = defaultdict(Counter)
        self.lemmas: Counts = defaultdict(Counter)
        self.follows: Counts = defaultdict(Counter)
        self.capital: Counter[str] = Counter()

    def add(self, sentence: list[Token]) -> None:
        before = "START"
        for place, (form, tag, lemma) in enumerate(sentence):
            self.follows[before][tag] += 1
            before = tag
            lower = form.lower().replace("’", "'")
            if form != form.lower():
                self.capital[lower] += place > 0
            elif tag != "NNP":
                self.forms[lower][tag] += 1
                if tag.startswith("VB") or tag == "MD":
                    self.lemmas[lower][lemma.lower()] += 1

    def endings(self) -> Counts:
        """What the ending of a rare word says of its class."""
        found: Counts = defaultdict(Counter)
        for form, tags in self.forms.items():
            if sum(tags.values()) <= 10 and form.isalpha() and len(form) > 4:
                for size in (2, 3, 4):
                    found[form[-size:]].update(tags)
        return found


def word_lines(tally: Tally) -> Iterator[str]:
    yield "# Word forms of English and how often each is of which word class (Penn classes,"
    yield "# some joined). Counted by training/words.py in PolNeAR train (CoreNLP) and the CC-BY"
    yield "# genres of UD English GUM. No form that is mostly written with a capital: no names."
    yield "# form\tclass:count …\tlemma of the verb"
    for form in sorted(tally.forms):
        tags = tally.forms[form]
        total = sum(tags.values())
        if total < LEAST or tally.capital[form] > 3 * total or len(form) > 24:
            continue
        if "\t" in form or not any(c.isalpha() for c in form):
            continue
        kept = [(tag, n) for tag, n in tags.most_common(4) if n >= max(2, total * 0.02)]
        if not kept:
            continue
        known = " ".join(f"{tag}:{n}" for tag, n in kept)
        verb = any(tag.startswith("VB") for tag, _ in kept)
        lemma = tally.lemmas[form].most_common(1)[0][0] if verb else ""
        yield f"{form}\t{known}\t{lemma}".rstrip()


def class_lines(tally: Tally) -> Iterator[str]:
    yield "# Word classes: how often one follows another, and what an unknown ending says of"
    yield "# it. Counted by training/words.py, from the same texts as words.tsv."
    yield "# after and all: -100 × natural logarithm of the share; ending: counts"
    everywhere: Counter[str] = Counter()
    for before, row in sorted(tally.follows.items()):
        everywhere.update(row)
        yield f"after\t{before}\t{costs(row, least=3)}"
    yield f"all\t\t{costs(everywhere, least=1)}"
    for ending, tags in sorted(tally.endings().items()):
        total = sum(tags.values())
        if total >= 25:
            cells = [f"{tag}:{n}" for tag, n in tags.most_common(4) if n >= total * 0.05]
            yield f"ending\t{ending}\t{' '.join(cells)}"


def costs(row: Counter[str], *, least: int) -> str:
    total = sum(row.values())
    cells = [(tag, -100 * math.log(n / total)) for tag, n in row.most_common() if n >= least]
    return " ".join(f"{tag}:{cost:.0f}" for tag, cost in cells)


def main(shared: Path) -> None:
    tally = Tally()
    for source in (polnear, gum):
        for sentence in source(shared):
            tally.add(sentence)
    for name, lines in (("words", word_lines), ("classes", class_lines)):
        text = "\n".join(lines(tally)) + "\n"
        (DATA / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    DATA.mkdir(parents=True, exist_ok=True)
    main(Path(sys.argv[1]))
