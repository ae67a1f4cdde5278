"""Who speaks: our speakers beside the chains of CoreNLP, on the reports that annotators marked.

    python -m bench.corenlp [--split dev|train] [--sample 150 --out FOLDER]
    python -m bench.corenlp --count FOLDER

PolNeAR comes with CoreNLP's chains (Manning et al. 2014; silver: nobody corrected them). The
speaker by CoreNLP is the name that stands for the chain of the source's head (else the longest in
it), or the name that the source itself is. Ours is the speaker of the attribution that matches,
else who the stage takes its source for; an entity that is nowhere named is unknown, too.
Neither is gold: where the two differ a person has to say who is right, and may not know which
answer is whose. So `--sample` writes `sample.tsv`, the answers in random order, and the order
apart, in `key.tsv`. Into its first two columns goes what each answer is: r right, w wrong,
u unknown; x in the first where it cannot be told. `--count` counts them by owner.
"""

import argparse
import csv
import gzip
import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.polnear import SHARED, Roles, match, records, roles, scorer
from crossread import recipes
from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.speakers import Speakers

SEED = 3
BEFORE = 4  # sentences of context
FIELDS = ("first", "second", "number", "A", "B", "source", "context")
VERDICTS = {"r": "right", "w": "wrong", "u": "unknown", "x": "cannot be told"}
WORD = re.compile(r"[^\W_]{2,}")
TITLES = ("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "the")
PROPER = ("NNP", "NNPS")
NAMES = ("PERSON", "ORGANIZATION", "LOCATION", "MISC")


@dataclass(frozen=True, slots=True)
class Token:
    """A token as CoreNLP read it; its head by place in the document, -1 for a root."""

    span: Span
    tag: str
    name: str  # the type of name that it is of, or “O”
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Peer:
    """What CoreNLP read in an article: tokens, and who is one by the heads of the mentions."""

    tokens: tuple[Token, ...]
    chains: tuple[tuple[int, ...], ...]  # the heads of each; that which stands for it is first

    def name(self, source: list[list[int]]) -> Span | None:
        """The name of who a source is: that of its chain, or the one that it is itself."""
        head = self.head([Span(*piece) for piece in source])
        if head is None:
            return None
        chain = next((chain for chain in self.chains if head in chain), (head,))
        named = [self.run(one) for one in chain if self.is_name(one)]
        return named[0] if self.is_name(chain[0]) else max(named, key=len, default=None)

    def is_name(self, place: int) -> bool:
        token = self.tokens[place]
        return token.tag in PROPER and token.name in NAMES

    def head(self, source: list[Span]) -> int | None:
        """The first word of a source that hangs on none of the others."""
        inside = [
            place
            for place, token in enumerate(self.tokens)
            if any(piece.holds(token.span) for piece in source) and token.tag[0].isalpha()
        ]
        return next((place for place in inside if self.tokens[place].head not in inside), None)

    def run(self, place: int) -> Span:
        """The whole name around its head."""
        start = stop = place
        while start and self.goes_on(start - 1, place):
            start -= 1
        while stop + 1 < len(self.tokens) and self.goes_on(stop + 1, place):
            stop += 1
        return Span(self.tokens[start].span.start, self.tokens[stop].span.stop)

    def goes_on(self, place: int, head: int) -> bool:
        one, other = self.tokens[place], self.tokens[head]
        return (one.name, one.sentence) == (other.name, other.sentence)


@dataclass(frozen=True, slots=True)
class Pair:
    """One source and who it is by both; None where unknown."""

    reading: Reading
    source: Span
    ours: str | None
    theirs: str | None

    @property
    def kind(self) -> str:
        if not self.ours or not self.theirs:
            return "only ours" if self.ours else "only theirs" if self.theirs else "neither"
        return "the same" if alike(self.ours, self.theirs) else "another"

    @property
    def differ(self) -> bool:
        return self.kind in {"only ours", "only theirs", "another"}


def alike(one: str, other: str) -> bool:
    """True if the words of one name are all in the other: “Mr. Dovar”, “Ilan Dovar”."""
    small, large = sorted((words(one), words(other)), key=len)
    return small <= large


def words(name: str) -> set[str]:
    return {word for word in WORD.findall(name.lower()) if word not in TITLES}


def peers(shared: Path, split: str) -> Iterator[Peer]:
    """CoreNLP's reading of each article, in the order of `bench.polnear.records`."""
    folder = shared / "gold/polnear"
    with (
        gzip.open(folder / f"{split}.corenlp.tsv.gz", "rt", encoding="utf-8") as tokens,
        gzip.open(folder / f"{split}.coref.jsonl.gz", "rt", encoding="utf-8") as chains,
    ):
        articles = tokens.read().split("# doc = ")[1:]
        for article, line in zip(articles, chains, strict=True):
            record = json.loads(line)
            doc, _, rows = article.partition("\n")
            if doc != record["doc"]:
                raise ValueError(f"tokens of {doc}, chains of {record['doc']}")
            yield peer(rows, record["chains"])


def peer(rows: str, chains: list[list[list[int]]]) -> Peer:
    tokens, firsts = list[Token](), list[int]()
    for number, sentence in enumerate(rows.strip("\n").split("\n\n")):
        first = len(tokens)
        firsts.append(first)
        for row in sentence.splitlines():
            start, stop, _, _, tag, name, head, _ = row.split("\t")
            on = first + int(head) if int(head) >= 0 else -1
            tokens.append(Token(Span(int(start), int(stop)), tag, name, on, number))
    ordered = (sorted(chain, key=lambda one: not one[4]) for chain in chains)
    heads = tuple(tuple(firsts[one[0]] + one[3] for one in chain) for chain in ordered)
    return Peer(tuple(tokens), heads)


def pairs(shared: Path, split: str, *, documents: int | None = None) -> Iterator[Pair]:
    """Each source of the gold attributions once, with both answers."""
    articles = records(shared, split, documents=documents)
    both = zip(articles, islice(peers(shared, split), documents), strict=True)
    for (text, gold), other in both:
        reading = recipes.read(make(text, language="en"))
        named = {mention.entity for mention in reading.mentions if mention.form == "name"}
        names = {entity.id: entity.name for entity in reading.entities if entity.id in named}
        seen = set[int]()
        for item, speaker in zip(gold, ours(shared, reading, gold), strict=True):
            if not item["source"] or item["source"][0][0] in seen:
                continue
            seen.add(item["source"][0][0])
            theirs = other.name(item["source"])
            source = Span(item["source"][0][0], item["source"][-1][1])
            mine = names.get(speaker) if speaker else None
            yield Pair(reading, source, mine, flat(theirs.of(text)) if theirs else None)


def ours(shared: Path, reading: Reading, gold: list[Roles]) -> list[str | None]:
    """For each gold attribution the speaker of ours that matches, else who its source would be."""
    score, items = scorer(shared), reading.attributions
    both = match(score, score.Text(reading.text), gold, [roles(item) for item in items])
    found = {g: items[p].speaker for g, p in both.pairs.items() if g in both.sourced}
    given = replace(reading, attributions=tuple(map(as_given, range(len(gold)), gold)))
    return [found.get(g, item.speaker) for g, item in enumerate(Speakers()(given))]


def as_given(number: int, item: Roles) -> Attribution:
    source, content = (
        tuple(Span(*piece) for piece in item[role]) for role in ("source", "content")
    )
    return Attribution(f"a{number}", content, source=source, voice="named")


def flat(text: str) -> str:
    return " ".join(text.split())


def context(one: Pair) -> str:
    """The sentence of a source, which is in brackets, with those before it and one behind."""
    text, sentences = one.reading.text, one.reading.sentences
    place = bisect_right([sentence.start for sentence in sentences], one.source.start) - 1
    start = sentences[max(0, place - BEFORE)].start
    stop = max(one.source.stop, sentences[min(place + 1, len(sentences) - 1)].stop)
    before, after = text[start : one.source.start], text[one.source.stop : stop]
    return f"{flat(before)} [[{flat(one.source.of(text))}]] {flat(after)}"


def draw(found: list[Pair], count: int, folder: Path) -> None:
    """Writes the sample, and apart from it whose the first answer of each is."""
    drawn = random.Random(SEED).sample(found, min(count, len(found)))
    order = random.Random()  # not to be known by who judges
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "sample.tsv").open("w", encoding="utf-8", newline="") as sample,
        (folder / "key.tsv").open("w", encoding="utf-8", newline="") as key,
    ):
        rows, owners = csv.writer(sample, delimiter="\t"), csv.writer(key, delimiter="\t")
        rows.writerow(FIELDS)
        for number, one in enumerate(drawn):
            answers = [("ours", one.ours), ("theirs", one.theirs)]
            order.shuffle(answers)
            words = flat(one.source.of(one.reading.text)), context(one)
            rows.writerow(("", "", number, *(name or "?" for _, name in answers), *words))
            owners.writerow((number, *(owner for owner, _ in answers)))


def counted(folder: Path) -> Counter[tuple[str, str]]:
    """How often each was right, wrong, unknown, by what was written into the sample."""
    with (
        (folder / "sample.tsv").open(encoding="utf-8", newline="") as sample,
        (folder / "key.tsv").open(encoding="utf-8", newline="") as key,
    ):
        owners = {number: order for number, *order in csv.reader(key, delimiter="\t")}
        count: Counter[tuple[str, str]] = Counter()
        for row in csv.DictReader(sample, delimiter="\t"):
            if row["first"] == "x":
                count["both", VERDICTS["x"]] += 1
            else:
                for owner, field in zip(owners[row["number"]], FIELDS, strict=False):
                    count[owner, VERDICTS[row[field]]] += 1
    return count


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--documents", type=int, help="only so many")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="N that differ")
    parser.add_argument("--out", type=Path, default=Path("build/corenlp"))
    parser.add_argument("--count", type=Path, metavar="FOLDER", help="of a sample, once judged")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    if options.count:
        for (owner, verdict), number in sorted(counted(options.count).items()):
            print(f"  {owner:8} {verdict:16} {number:4}")
        return
    found = list(pairs(options.shared, options.split, documents=options.documents))
    for kind, number in Counter(one.kind for one in found).most_common():
        print(f"  {kind:12} {number:5}  {number / len(found):6.1%}")
    if options.sample:
        draw([one for one in found if one.differ], options.sample, options.out)


if __name__ == "__main__":
    main()
