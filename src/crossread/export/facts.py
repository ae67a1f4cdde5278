"""What is dated, counted, tied and coloured in all articles, as the report lists it.

Each line leads to its words and says who claims it. Nothing is joined that the articles do not say
in the same words, but for ties between the same two.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.export.controls import line
from crossread.export.told import (
    claimant,
    cut,
    details,
    happening,
    marks,
    outlet,
    valued,
    when,
)
from crossread.model.days import days
from crossread.model.reading import Reading
from crossread.model.told import Party, Telling, Told, ToldEvent, ToldFigure, ToldTie, ToldWording

KINDS = {
    "scare-quote": "scare quotes",
    "label": "label",
    "hedge": "hedge",
    "presumption": "presumption",
    "insinuation": "insinuation",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that one article tells: what it is, in which words, where, and who claims it."""

    head: str
    about: str
    marks: tuple[str, ...]  # negated, hedged
    words: tuple[str, str, str]  # of the sentence: before it, itself, behind it
    place: str
    anchor: str
    claimant: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An event; `first` and `last` sort it."""

    first: str
    last: str
    date: str
    row: Row


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure under what it counts."""

    thing: str
    row: Row


@dataclass(frozen=True, slots=True)
class Link:
    """A tie; the parties are told by `key`, and shown by `head` of the row."""

    key: tuple[str, str, str]
    row: Row


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article tells."""

    dated: tuple[Dated, ...] = ()
    amounts: tuple[Amount, ...] = ()
    links: tuple[Link, ...] = ()
    wording: tuple[str, ...] = ()  # the kind of each


Group = tuple[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Lists:
    """What all articles tell: groups of rows under their headings."""

    dates: tuple[Group, ...] = ()  # in the order of time
    things: tuple[Group, ...] = ()  # what most articles count comes first
    ties: tuple[Group, ...] = ()  # what most articles tie comes first
    kinds: tuple[str, ...] = ()  # of wording, the most frequent first
    wording: tuple[tuple[str, tuple[int, ...]], ...] = ()  # of each outlet, in the order of `kinds`

    @property
    def sections(self) -> tuple[tuple[str, str, tuple[Group, ...]], ...]:
        """Those that have something: id, heading, groups."""
        every = (
            ("timeline", "Timeline", self.dates),
            ("figures", "Figures", self.things),
            ("ties", "Ties", self.ties),
        )
        return tuple(section for section in every if section[2])


def facts(reading: Reading, identified: Mapping[str, tuple[str, str]] | None) -> Facts:
    """What one article tells."""
    telling = Telling(reading, identified)
    return Facts(
        dated=tuple(filter(None, map(dated, telling.events()))),
        amounts=tuple(filter(None, map(counted, telling.figures()))),
        links=tuple(map(link, telling.ties())),
        wording=tuple(item.kind for item in reading.wording),
    )


def dated(one: ToldEvent) -> Dated | None:
    told = days(one.event.when)
    if told is None:
        return None
    words, date = line(one.dated), when(one.event.when)
    about = " · ".join(filter(None, (happening(one), f"“{words}”" if words != date else "")))
    negated = ("negated",) if one.event.negated else ()
    first, last = told
    made = row(one.told, line(one.event.kind), about if words else happening(one), negated)
    return Dated(first or last, last or first, date, made)


def counted(one: ToldFigure) -> Amount | None:
    """Of a figure that counts something; the others stand in the text alone."""
    thing = line(f"{one.counted} {one.verb}")
    if not thing:
        return None
    return Amount(thing, row(one.told, valued(line(one.told.words), one.figure), "", ()))


def link(one: ToldTie) -> Link:
    head = f"{line(one.subject.called)} {one.tie.kind} {line(one.object.called)}"
    key = (name(one.subject), one.tie.kind, name(one.object))
    return Link(key, row(one.told, head, " · ".join(details(one.tie)), tuple(marks(one.tie))))


def name(party: Party) -> str:
    return party.identity or party.name.casefold()


def row(told: Told, head: str, about: str, marked: tuple[str, ...]) -> Row:
    article = f"a-{told.article.id}"
    return Row(
        head=head,
        about=about,
        marks=marked,
        words=parted(cut(line(told.sentence)), line(told.words)),
        place=outlet(told),
        anchor=f"{article}-{told.claim.attribution.id}" if told.claim else article,
        claimant=claimant(told),
    )


def parted(sentence: str, words: str) -> tuple[str, str, str]:
    before, found, behind = sentence.partition(words) if words else (sentence, "", "")
    return before, found, behind


def lists(told: Sequence[tuple[str, Facts]]) -> Lists:
    """Of all articles, each with its outlet: in groups, under what a reader looks for."""
    kinds, counts = wording(told)
    events = sorted(
        (each for _, held in told for each in held.dated), key=lambda one: (one.first, one.last)
    )
    amounts = (each for _, held in told for each in held.amounts)
    ties = (each for _, held in told for each in held.links)
    return Lists(
        dates=tuple(grouped((each.date, each.row) for each in events)),
        things=most_told(grouped((each.thing.casefold(), each.row) for each in amounts)),
        ties=tuple(
            (rows[0].head, rows)
            for _, rows in most_told(grouped(("\n".join(each.key), each.row) for each in ties))
        ),
        kinds=kinds,
        wording=counts,
    )


def grouped(pairs: Iterable[tuple[str, Row]]) -> list[Group]:
    groups: dict[str, list[Row]] = {}
    for heading, each in pairs:
        groups.setdefault(heading, []).append(each)
    return [(heading, tuple(rows)) for heading, rows in groups.items()]


def most_told(groups: Iterable[Group]) -> tuple[Group, ...]:
    """What most places tell comes first."""
    return tuple(sorted(groups, key=lambda one: (-len({r.place for r in one[1]}), one[0])))


def wording(
    told: Iterable[tuple[str, Facts]],
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    """The kinds, and of each outlet how often it has which."""
    outlets: dict[str, Counter[str]] = {}
    for where, held in told:
        if held.wording:
            outlets.setdefault(where, Counter()).update(held.wording)
    every = Counter[str]()
    for counts in outlets.values():
        every.update(counts)
    kinds = tuple(sorted(every, key=lambda kind: (-every[kind], kind)))
    ranked = sorted(outlets.items(), key=lambda item: (-item[1].total(), item[0]))
    return kinds, tuple((where, tuple(counts[kind] for kind in kinds)) for where, counts in ranked)


def put(one: ToldWording) -> str:
    """What a reader is told who points at the words: “label, of Varsk Holding”."""
    of = f", of {line(one.of.called)}" if one.of else ""
    return f"{KINDS.get(one.wording.kind, one.wording.kind)}{of}"
