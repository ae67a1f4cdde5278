"""Is the speaker right, unknown or wrong? GUM's reports, of whose sources GUM says who they are.

    python -m bench.coreference [--held] [--errors N [--genre NAME] [--verdict wrong]]

GUM (Zeldes 2017) marks reports as relations between clauses, and says of every mention which chain
it is of. A report counts if it was found (half of the words of its content, a word of its source)
and if its source is of a chain of people, bodies or places. Where that chain has a name somewhere,
the speaker is right if most names of our entity lie on mentions of that chain; wrong if they lie
elsewhere; unknown if no entity, or none with a name, is given. Where the chain has no name, any
name is wrong. Then: how well all chains of people and bodies agree with GUM's (`bench.chains`).

Every third document of a genre is held out: measured with `--held`, never looked at.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.breadth import HALF, Places, overlap, read, tokens
from bench.chains import Chains, agreement, chains, conll
from bench.gum import Document, Mentioned, Rows, documents, mentioned
from bench.polnear import SHARED
from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.weights.words import Words
from training.tagger.gum import GENRES, PROPER, held, relations
from training.tagger.polnear import TITLES

PARTIES = ("person", "organisation", "group")
WHO = (*PARTIES, "place")
TALKING = "I, we, you"  # between those who talk: who is meant is not written
WRITTEN = f"all but by {TALKING}"
PRONOUNS = {
    TALKING: "i me my we us our you your myself ourselves".split(),
    "he, she": "he him his she her himself herself".split(),
    "they, it": "they them their it its themselves itself this that these those".split(),
    "who": "who whom whose which".split(),
}
VERDICTS = ("right", "wrong", "unknown")


@dataclass(frozen=True, slots=True)
class Known:
    """A document as its editors understood it: who is mentioned where, and by which chain."""

    document: Document
    rows: Rows
    mentions: tuple[Mentioned, ...]
    named: frozenset[str]  # the chains that have a name

    def span(self, one: Mentioned) -> Span:
        return Span(self.rows.spans[one.first][0], self.rows.spans[one.last][1])

    def words(self, one: Mentioned) -> str:
        return self.span(one).of(self.document.text)

    def at(self, mine: Mention) -> Mentioned | None:
        """The mention that ours is: of several the one most like it.

        Its head is in ours; or else it has a title before our name (“the mayor Ilan Dovar”), what
        we name is more than its name (“Tervapress news agency”), or we have its title alone.
        """
        inside = [one for one in self.mentions if mine.span.holds(Span(*self.rows.spans[one.head]))]
        around = [one for one in self.mentions if self.span(one).holds(mine.span)]
        if mine.form == "nominal":
            near = inside + around
        else:
            near = inside or [one for one in around if self.is_called(one, mine.span)]
        return max(near, key=lambda one: alike(self.span(one), mine.span), default=None)

    def is_called(self, one: Mentioned, name: Span) -> bool:
        """True if this name is at the end of a mention, or all the name that there is in it."""
        rows = self.rows
        behind = [t for t in range(one.first, one.last + 1) if rows.spans[t][0] >= name.stop]
        before = rows.spans[one.first][0] < name.start
        return not behind or not (before or any(rows.tags[t] in PROPER for t in behind))

    def form(self, one: Mentioned) -> str:
        """How someone is mentioned: by name, by a pronoun, by a description."""
        word = self.rows.forms[one.head].lower()
        forms = (form for form, words in PRONOUNS.items() if word in words)
        return next(forms, "name" if is_name(self.rows, one) else "description")


@dataclass(frozen=True, slots=True)
class Report:
    """A report that both found: who GUM says its source is, and who we say."""

    known: Known
    reading: Reading
    item: Attribution
    source: Mentioned
    held: bool

    @property
    def named(self) -> bool:
        return self.source.chain in self.known.named

    @property
    def verdict(self) -> str:
        return verdict(self.known, self.reading, self.item.speaker, self.source.chain)


def verdict(known: Known, reading: Reading, entity: str | None, due: str) -> str:
    """Whether an entity is who a chain is, by where most of its names lie."""
    names = (known.at(one) for one in reading.mentions if is_of(one, entity))
    on = Counter(one.chain if one else "" for one in names).most_common()  # “”: on no chain
    if not on:
        return "unknown"
    clear = len(on) == 1 or on[0][1] > on[1][1]
    return "right" if due in known.named and clear and on[0][0] == due else "wrong"


def alike(one: Span, other: Span) -> float:
    shared = min(one.stop, other.stop) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared)


def is_of(one: Mention, entity: str | None) -> bool:
    return entity is not None and one.entity == entity and one.form == "name"


def is_name(rows: Rows, one: Mentioned) -> bool:
    """True if its head is a proper noun and more than a title: not “the President”."""
    start = stop = one.head
    while start > one.first and rows.tags[start - 1] in PROPER:
        start -= 1
    while stop < one.last and rows.tags[stop + 1] in PROPER:
        stop += 1
    proper = [rows.forms[t] for t in range(start, stop + 1) if rows.tags[t] in PROPER]
    return any(form not in TITLES for form in proper)


def known(document: Document, conllu: str) -> Known:
    rows = Rows(document, conllu)
    mentions = tuple(mentioned(rows))
    named = {one.chain for one in mentions if is_name(rows, one)}
    return Known(document, rows, mentions, frozenset(named))


@dataclass(frozen=True, slots=True)
class Judged:
    """A document as we read it, beside what its editors say."""

    known: Known
    reading: Reading
    found: Words
    held: bool


def judged(shared: Path, halves: Sequence[bool]) -> Iterator[Judged]:
    """The documents held out, the rest, or both."""
    listed = list(documents(shared, GENRES))
    out = held(listed)
    for document in listed:
        if (document.name in out) in halves:
            path = shared / "gold" / "gum" / "documents" / f"{document.name}.conllu"
            gold = known(document, path.read_text(encoding="utf-8"))
            yield Judged(gold, *read(document), document.name in out)


def reports(one: Judged) -> Iterator[Report]:
    """The reports of a document that both found, and whose source is someone."""
    mine = [(item, tokens(one.found, item.content)) for item in one.reading.attributions]
    sources = {item.id: tokens(one.found, item.source) for item, _ in mine}
    for relation in relations(one.known.rows, one.found):
        source = frozenset(relation["source"])
        near = [(item, content) for item, content in mine if sources[item.id] & source]
        found = best(near, frozenset(relation["content"]))
        who = one.known.at(whole(one.found, source)) if source else None
        if found and who and who.kind in WHO:
            yield Report(one.known, one.reading, found, who, one.held)


def best(near: list[tuple[Attribution, Places]], content: Places) -> Attribution | None:
    """The attribution whose content is most like this one, if half of it is."""
    ranked = max(near, key=lambda pair: overlap(pair[1], content), default=None)
    return ranked[0] if ranked and overlap(ranked[1], content) >= HALF else None


def whole(found: Words, places: Places) -> Mention:
    """A source as one mention."""
    span = Span(found.starts[min(places)], found.stops[max(places)])
    return Mention(span, "person", "name")


def pair(one: Judged) -> tuple[Chains, Chains]:
    """The chains of people and bodies: GUM's, and ours, by what GUM says that a mention is.

    Where GUM has no mention, by what we say.
    """
    gold = [(item.chain, item) for item in one.known.mentions if item.kind in PARTIES]
    mine = [(item, one.known.at(item)) for item in one.reading.mentions if item.entity]
    kept = ((item.entity, who or item) for item, who in mine if kind(item, who) in PARTIES)
    return chains(gold), chains(kept)


def kind(mine: Mention, who: Mentioned | None) -> str:
    return who.kind if who else mine.type


def verdicts(found: Iterable[Report]) -> dict[str, Counter[str]]:
    """The verdicts of all named sources, of each genre and of each form; and of the unnamed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        form = one.known.form(one.source)
        groups = ["all", f"in {one.known.document.genre}", f"by {form}"]
        groups += [] if form == TALKING else [WRITTEN]
        for group in groups if one.named else ["never named"]:
            counts[group][one.verdict] += 1
    return dict(sorted(counts.items()))


def shares(count: Counter[str]) -> dict[str, float]:
    return {verdict: count[verdict] / max(1, count.total()) for verdict in VERDICTS}


def measure(shared: Path) -> dict[str, float]:
    """The figures that have a floor or a ceiling, over all documents and those held out."""
    both = list(judged(shared, (False, True)))
    figures = {"chains.conll": conll(agreement(map(pair, both)))}
    for name, some in (("", both), ("held ", [one for one in both if one.held])):
        counts = verdicts(report for one in some for report in reports(one))
        for verdict, share in shares(counts["all"]).items():
            figures[f"speakers.{name}{verdict}"] = share
            figures[f"speakers.{name}third person {verdict}"] = shares(counts[WRITTEN])[verdict]
        figures[f"speakers.{name}wrong name"] = shares(counts["never named"])["wrong"]
    return figures


def show(one: Report) -> str:
    """An error with the words around it."""
    text, gold = one.reading.text, one.known
    source = gold.span(one.source)
    names = {m.span.of(text) for m in one.reading.mentions if is_of(m, one.item.speaker)}
    due = {gold.words(m) for m in gold.mentions if m.chain == one.source.chain}
    words = (gold.words(one.source), text[source.stop : source.stop + 120])
    before = text[max(0, source.start - 400) : source.start]
    return (
        f"{one.verdict.upper()} {gold.document.name}, {gold.form(one.source)}\n"
        f"  due {sorted(due, key=len)[-6:]}\n  got {sorted(names)}; {reason(one)}\n"
        f"  {flat(before)} [[{flat(words[0])}]] {flat(words[1])}\n"
        f"  content: {flat(' … '.join(span.of(text) for span in one.item.content))[:100]}"
    )


def flat(text: str) -> str:
    return " ".join(text.split())


def reason(one: Report) -> str:
    """The mentions in the source, each with its entity and why it is of it."""
    inside = (m for m in one.reading.mentions for s in one.item.source if s.holds(m.span))
    return "; ".join(
        f"“{m.span.of(one.reading.text)}” {m.entity} {m.rule} {m.reason}" for m in inside
    )


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--held", action="store_true", help="the documents held out instead")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="N errors at random")
    parser.add_argument("--genre", choices=GENRES, help="of the errors")
    parser.add_argument("--verdict", choices=VERDICTS, help="of the errors")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    articles = list(judged(options.shared, (options.held,)))
    found = [report for one in articles for report in reports(one)]
    half = "held out" if options.held else "not held out"
    print(f"{len(found)} reports whose source is someone, documents {half}")
    for group, count in verdicts(found).items():
        parts = "  ".join(f"{verdict} {share:6.1%}" for verdict, share in shares(count).items())
        print(f"  {group:22} {count.total():5}  {parts}")
    agreed = agreement(map(pair, articles))
    for measure, value in agreed.items():
        print(f"  {measure:6} precision {value.precision:6.1%}  recall {value.recall:6.1%}", end="")
        print(f"  F1 {value.f1:6.1%}")
    print(f"  CoNLL  {conll(agreed):6.1%}")
    errors = [
        one
        for one in found
        if one.verdict != ("right" if one.named else "unknown")
        and options.genre in (None, one.known.document.genre)
        and options.verdict in (None, one.verdict)
    ]
    drawn = random.Random(options.seed).sample(errors, min(options.errors, len(errors)))
    print(*map(show, drawn), sep="\n\n")


if __name__ == "__main__":
    main()
