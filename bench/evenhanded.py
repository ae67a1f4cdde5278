"""Is the reading the same whoever is named? 500 real sentences with their names swapped.

    python -m bench.evenhanded [--recipe NAME] [--show N]

Each sentence is read in its paragraph, before and after countries, parties, leaders, outlets or
genders were swapped for others of the same form (`bench.swaps`). A swap is even if each attribution
that touches the sentence has the same source, cue and content as before; its labels are its kind,
act, voice and whether it is negated. Its speaker is even if the same mentions are of it as before,
or if it was and is unknown. Times, figures, events, ties and wording are even if each stands where
it did, with its kind. The sentences are drawn with a fixed seed from PolNeAR dev, GUM's news,
interviews and speeches, and AllSides: a hundred with a name of each kind in them.
"""

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from bench import gum
from bench.facts import LAYERS
from bench.swaps import KINDS, Swap, swap
from crossread import recipes
from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SENTENCES = 500
DRAWS = 3  # other names for each kind of swap in a sentence
SEED = 3
WORDS = range(8, 151)  # of a paragraph: the longest are lists, the shortest captions
GENRES = ("news", "interview", "speech")

Read = Callable[[str], Reading]
Stretch = tuple[float, float]
Roles = tuple[tuple[Stretch, ...], ...]
Facts = frozenset[tuple[str, str, float, float]]  # layer, kind, where
Chain = frozenset[Stretch] | None  # where a speaker is mentioned; None if it is unknown


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in its paragraph, as read before any swap."""

    reading: Reading
    sentence: Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reported in a sentence before and after one swap, in offsets of the text before."""

    kind: str
    sample: Sample
    swap: Swap
    before: dict[Roles, tuple[str, ...]]
    after: dict[Roles, tuple[str, ...]]
    speakers: dict[Roles, tuple[Chain, Chain]]  # of what was found before and after
    facts: tuple[Facts, Facts]  # of the sentence, before and after

    @property
    def same_spans(self) -> bool:
        return self.before.keys() == self.after.keys()

    @property
    def same(self) -> bool:
        return self.before == self.after

    @property
    def same_speakers(self) -> bool:
        return all(before == after for before, after in self.speakers.values())

    def same_facts(self, layer: str) -> bool:
        before, after = ({one for one in some if one[0] == layer} for some in self.facts)
        return before == after


def paragraphs(shared: Path) -> Iterator[str]:
    """The paragraphs of all three sets, in their order."""
    for name, field in (("polnear/dev.attributions", "text"), ("allsides/articles", "text")):
        with gzip.open(shared / f"gold/{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                yield from json.loads(line)[field].split("\n")
    for document in gum.documents(shared):
        if document.genre in GENRES:
            yield from (span.of(document.text) for span in document.paragraphs)


def samples(shared: Path, read: Read) -> list[Sample]:
    """The sentences: for each kind in turn, those that hold one of its names and a report."""
    texts = sorted({text.strip() for text in paragraphs(shared)})
    texts = [text for text in texts if len(text.split()) in WORDS]
    random.Random(SEED).shuffle(texts)
    chosen: dict[tuple[str, Span], Sample] = {}
    for kind in KINDS:
        wanted = len(chosen) + SENTENCES // len(KINDS)
        for text in texts:
            if len(chosen) == wanted:
                break
            if places := [place.start for place in KINDS[kind](text)]:
                chosen.update(fresh(read(text), places, chosen.keys()))
    return [*chosen.values()]


def fresh(
    reading: Reading, places: Sequence[int], known: Collection[tuple[str, Span]]
) -> dict[tuple[str, Span], Sample]:
    """Of a paragraph the first sentence, not yet drawn, with a name and a report in it."""
    for sentence in reading.sentences:
        named = any(sentence.start <= place < sentence.stop for place in places)
        key = reading.text, sentence
        if named and key not in known and reports(reading, sentence):
            return {key: Sample(reading, sentence)}
    return {}


def reports(reading: Reading, sentence: Span) -> list[Attribution]:
    return [
        found
        for found in reading.attributions
        if any(span.meets(sentence) for span in (*found.source, *found.cue, *found.content))
    ]


def outcomes(shared: Path, recipe: str | None = None) -> Iterator[Outcome]:
    """Each sample under each kind of swap that changes the sentence."""

    @cache
    def read(text: str) -> Reading:
        article = make(text, language="en")
        return recipes.read(article, recipe=recipe) if recipe else recipes.read(article)

    for number, sample in enumerate(samples(shared, read)):
        for kind, draw in product(KINDS, range(DRAWS)):
            swapped = swap(kind, sample.reading.text, f"{number} {draw}")
            if any(sample.sentence.meets(Span(e.start, e.stop)) for e in swapped.edits):
                yield compared(kind, sample, swapped, read(swapped.text))


def compared(kind: str, sample: Sample, swapped: Swap, after: Reading) -> Outcome:
    start, stop = sample.sentence.start, sample.sentence.stop
    before = {
        spans(found, swapped.kept): labels(found)
        for found in reports(sample.reading, sample.sentence)
    }
    moved = {spans(found, swapped.origin): labels(found) for found in after.attributions}
    touching = {
        roles: names
        for roles, names in moved.items()
        if any(a < stop and start < b for pieces in roles for a, b in pieces)
    }
    chains = speakers(sample.reading, swapped.kept), speakers(after, swapped.origin)
    both = {roles: (chains[0][roles], chains[1][roles]) for roles in before if roles in moved}
    told = facts(sample.reading, swapped.kept), facts(after, swapped.origin)
    here = tuple(
        frozenset(one for one in some if one[2] < stop and start < one[3]) for some in told
    )
    return Outcome(kind, sample, swapped, before, touching, both, (here[0], here[1]))


def facts(reading: Reading, place: Callable[[int], float]) -> Facts:
    """What is told beside the attributions, each offset through `place`."""
    found = set()
    for layer in LAYERS:
        for item in getattr(reading, layer):
            span = item.trigger if layer == "events" else item.span
            kind = item.type if layer == "times" else item.kind
            found.add((layer, kind, place(span.start), place(span.stop)))
    return frozenset(found)


def speakers(reading: Reading, place: Callable[[int], float]) -> dict[Roles, Chain]:
    """Where the speaker of each attribution is mentioned, each offset through `place`."""
    chains: dict[str | None, set[Stretch]] = defaultdict(set)
    for one in reading.mentions:
        chains[one.entity].add((place(one.span.start), place(one.span.stop)))
    return {
        spans(found, place): frozenset(chains[found.speaker]) if found.speaker else None
        for found in reading.attributions
    }


def spans(found: Attribution, place: Callable[[int], float]) -> Roles:
    """Source, cue and content, each offset through `place`."""
    return tuple(
        tuple((place(span.start), place(span.stop)) for span in pieces)
        for pieces in (found.source, found.cue, found.content)
    )


def labels(found: Attribution) -> tuple[str, ...]:
    return found.kind, found.act, found.voice, "negated" if found.negated else ""


def shares(found: Sequence[Outcome]) -> dict[str, float]:
    """Of all swaps the share that left spans, labels, speakers alone; of each kind, the spans."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        kinds[outcome.kind].append(outcome)
    figures = {"spans": mean([one.same_spans for one in found])}
    figures["spans and labels"] = mean([one.same for one in found])
    figures["speakers"] = mean([one.same_speakers for one in found])
    figures |= {layer: mean([one.same_facts(layer) for one in found]) for layer in LAYERS}
    for kind, some in kinds.items():
        figures[f"{kind}"] = mean([one.same_spans for one in some])
    return figures


def mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def measure(shared: Path) -> dict[str, float]:
    """The figures that have a floor, of the recipe that is used where none is named."""
    figures = shares([*outcomes(shared)])
    return {f"evenhanded.{name}": value for name, value in figures.items()}


def show(outcome: Outcome) -> str:
    """The sentence before and after, and what was found in one and not in the other."""
    text, sentence = outcome.sample.reading.text, outcome.sample.sentence
    lines = [f"{outcome.kind}: {sentence.of(text)}"]
    edits = [edit for edit in outcome.swap.edits if sentence.meets(Span(edit.start, edit.stop))]
    lines += ["  " + ", ".join(f"{text[edit.start : edit.stop]} → {edit.new}" for edit in edits)]
    for sign, some, others in (
        ("-", outcome.before, outcome.after),
        ("+", outcome.after, outcome.before),
    ):
        for roles, names in some.items():
            if others.get(roles) != names:
                words = " | ".join(" … ".join(cut(text, piece) for piece in p) for p in roles)
                lines.append(f"  {sign} {words}  [{' '.join(names).strip()}]")
    for roles, chains in outcome.speakers.items():
        if chains[0] != chains[1]:
            said = " … ".join(cut(text, piece) for piece in (*roles[0], *roles[1]))
            was, now = (" = ".join(cut(text, one) for one in sorted(c or ())) for c in chains)
            lines.append(f"  speaker of {said}: {was or 'unknown'} → {now or 'unknown'}")
    for sign, facts in (
        ("-", outcome.facts[0] - outcome.facts[1]),
        ("+", outcome.facts[1] - outcome.facts[0]),
    ):
        for layer, kind, start, stop in sorted(facts):
            lines.append(f"  {sign} {layer} {kind}: {cut(text, (start, stop))}")
    return "\n".join(lines)


def cut(text: str, piece: tuple[float, float]) -> str:
    return text[int(piece[0]) : int(piece[1])].replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--recipe", help="the default one if none is named")
    parser.add_argument("--show", type=int, default=0, help="so many changes, drawn at random")
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    found = [*outcomes(options.shared, options.recipe)]
    drawn = len({(one.sample.reading.text, one.sample.sentence) for one in found})
    print(f"{drawn} sentences, {len(found)} swaps")
    for kind in (*KINDS, "all"):
        some = [one for one in found if kind in {one.kind, "all"}]
        print(
            f"  {kind:<12} {len(some):5} swaps   spans {mean([x.same_spans for x in some]):7.2%}",
            end="",
        )
        print(f"   and labels {mean([x.same for x in some]):7.2%}", end="")
        print(f"   speakers {mean([x.same_speakers for x in some]):7.2%}")
    print(
        "  " + "   ".join(f"{one} {mean([x.same_facts(one) for x in found]):.2%}" for one in LAYERS)
    )
    changed = [one for one in found if not one.same or not one.same_speakers]
    changed += [one for one in found if one.facts[0] != one.facts[1] and one not in changed]
    for outcome in random.Random(SEED).sample(changed, min(options.show, len(changed))):
        print(show(outcome))


if __name__ == "__main__":
    main()
