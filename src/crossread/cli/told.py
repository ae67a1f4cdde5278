"""Figures, events, ties and wording as a terminal shows them, each with who claims it and where.

All that comes from an article passes `line`, as in views.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.cli.output import to_type
from crossread.cli.views import article_line, counted, place_at
from crossread.export.controls import line
from crossread.export.told import (
    TURNED,
    claimant,
    cut,
    details,
    happening,
    marks,
    outlet,
    valued,
    when,
)
from crossread.model.facts import TieKind
from crossread.model.identity import Identity
from crossread.model.told import Told, ToldEvent, ToldFigure, ToldTie, ToldWording

STRONG = "bold"
CLAIM = "italic cyan"


def figures(out: Console, found: Iterable[ToldFigure]) -> None:
    """Each figure with what it counts, its sentence and its claimant, under its article."""
    total = 0
    for _, of_article in groupby(found, key=lambda one: one.told.article.id):
        held = list(of_article)
        article_line(out, held[0].told.article, held[0].told.article.id)
        for one in held:
            out.print(titled(figure_words(one), one.told))
            beneath(out, sentence(one.told), 3)
            beneath(out, Text(claimant(one.told), style=CLAIM), 3)
        out.print()
        total += len(held)
    out.print(Text(f"{counted(total, 'figure')} found." if total else "Nothing found."))


def figure_words(one: ToldFigure) -> Text:
    """2.7 thousand (2,700)  people detained"""
    thing = " ".join(filter(None, (line(one.counted), line(one.verb))))
    value = valued(line(one.told.words), one.figure)
    return Text.assemble((value, STRONG), f"  {thing}" if thing else "")


def titled(words: Text, told: Told) -> Table:
    """A first line, with its place in the text at the right."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_row("", words, place_at(told.place))
    return table


def beneath(out: Console, words: Text, by: int) -> None:
    out.print(Padding(words, (0, 0, 0, by), expand=False))


def sentence(told: Told) -> Text:
    """The sentence, cut where it is too long, with the words themselves made to stand out."""
    shown, words = cut(line(told.sentence)), line(told.words)
    text = Text(shown)
    start = shown.find(words)
    if words and start >= 0:
        text.stylize(STRONG, start, start + len(words))
    return text


def timeline(out: Console, found: Iterable[ToldEvent], undated: int) -> None:
    """The events of each date under it, the earliest date first."""
    total = 0
    for value, of_date in groupby(found, key=lambda one: one.event.when):
        out.print(Text(when(value), style="bold underline"))
        for one in of_date:
            event(out, one)
            total += 1
        out.print()
    out.print(Text(f"{counted(total, 'dated event')}." if total else "No dated events."))
    if undated:
        out.print(Text(f"{undated:,} more without a date that can be told."))


def event(out: Console, one: ToldEvent) -> None:
    """What, who, where and how many; the sentence; which outlet, and who claims it."""
    kind = f"{'not: ' if one.event.negated else ''}{line(one.event.kind)}"
    about = happening(one)
    words = line(one.dated)
    dated = f"  “{words}”" if words and words != when(one.event.when) else ""
    first = Text.assemble((kind, STRONG), f"  {about}" if about else "", (dated, "dim"))
    out.print(titled(first, one.told))
    beneath(out, sentence(one.told), 3)
    beneath(out, reported(one.told), 3)


def reported(told: Told) -> Text:
    """The Sered Ledger, 5 March 2031 · Oren Dask — said"""
    return Text.assemble((f"{outlet(told)} · ", "dim"), (claimant(told), CLAIM))


def ties(out: Console, who: Identity, found: Sequence[ToldTie]) -> None:
    """All ties of one identity, by kind and direction, and by the other party."""
    out.print(Text.assemble((line(who.name), "bold"), (f"  {who.type}, {line(who.id)}", "dim")))
    articles = len({one.told.article.id for one in found})
    told = f"{counted(len(found), 'tie')} in {counted(articles, 'article')}."
    out.print(Text(told if found else "No tie is told of them."))
    sides = [(one, is_subject(one, who)) for one in found]
    for kind, side, held in by_kind(sides):
        out.print(Text(f"\n{line(who.name)} {phrase(kind, subject=side)}", style="bold"))
        for _, claims in by_party(held, subject=side):
            other = claims[0].object if side else claims[0].subject
            beneath(out, Text(line(other.called)), 2)
            for one in claims:
                tie(out, one)


def is_subject(one: ToldTie, who: Identity) -> bool:
    return one.subject.identity == who.id


def phrase(kind: TieKind, *, subject: bool) -> str:
    return kind if subject else TURNED[kind]


def by_kind(
    sides: Iterable[tuple[ToldTie, bool]],
) -> Iterator[tuple[TieKind, bool, list[ToldTie]]]:
    """The kind that is told most comes first; what one is before what others are to one."""
    groups: dict[tuple[TieKind, bool], list[ToldTie]] = {}
    for one, side in sides:
        groups.setdefault((one.tie.kind, side), []).append(one)
    ranked = sorted(groups.items(), key=lambda item: (not item[0][1], -len(item[1]), item[0][0]))
    return ((kind, side, held) for (kind, side), held in ranked)


def by_party(found: Iterable[ToldTie], *, subject: bool) -> list[tuple[str, list[ToldTie]]]:
    """The claims of each other party, whom most is told of first."""
    groups: dict[str, list[ToldTie]] = {}
    for one in found:
        other = one.object if subject else one.subject
        groups.setdefault(other.identity or other.name, []).append(one)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def tie(out: Console, one: ToldTie) -> None:
    """Who claims it, where, how sure; and the words."""
    beneath(out, Text.assemble(reported(one.told), *marked(one)), 4)
    beneath(out, Text(f"“{cut(line(one.told.words))}”"), 6)


def marked(one: ToldTie) -> list[tuple[str, str]]:
    """What stands behind a tie: negated, hedged, how much, when."""
    doubt = [(f" · {mark}", "bold red") for mark in marks(one.tie)]
    return doubt + [(f" · {part}", "") for part in details(one.tie)]


def in_short(
    out: Console, who: Identity, found: Sequence[ToldTie], *, most: int, named: str | None
) -> None:
    """The ties of one identity in a few lines, a pair in each: for `crossread who`."""
    if not found:
        return
    out.print(Text("\nTies", style="bold"))
    sides = [(one, is_subject(one, who)) for one in found]
    lines = [
        (kind, side, claims)
        for kind, side, held in by_kind(sides)
        for _, claims in by_party(held, subject=side)
    ]
    for kind, side, claims in lines[:most]:
        other = claims[0].object if side else claims[0].subject
        told = f"{phrase(kind, subject=side)} {line(other.called)}"
        beneath(out, Text.assemble(told, ("  " + "; ".join(claimants(claims)), "dim")), 2)
    if found:
        command = to_type(f"ties {who.id}", case=named)
        more = f"… and {len(lines) - most} more: " if len(lines) > most else "with the words: "
        out.print(Text.assemble(("  " + more, "dim"), (command, "cyan")), soft_wrap=True)


def claimants(claims: Iterable[ToldTie], most: int = 3) -> list[str]:
    """Of one tie, who claims it where: “Oren Dask — said, hedged (The Ledger, The Post)”."""
    told: dict[str, dict[str, None]] = {}
    for one in claims:
        who = ", ".join((claimant(one.told), *marks(one.tie)))
        told.setdefault(who, {})[line(one.told.article.outlet or "no outlet given")] = None
    shown = [f"{who} ({', '.join(outlets)})" for who, outlets in told.items()]
    return shown[:most] + ([f"{len(shown) - most} more"] if len(shown) > most else [])


def called(out: Console, found: Sequence[ToldWording], *, most: int) -> None:
    """What somebody is called beside their names, and by which outlets."""
    if not found:
        return
    out.print(Text("\nCalled", style="bold"))
    labels: dict[str, list[ToldWording]] = {}
    for one in found:
        labels.setdefault(line(one.told.words).casefold(), []).append(one)
    ranked = sorted(labels.values(), key=lambda held: (-len(held), held[0].told.words))
    for held in ranked[:most]:
        who = Counter(place_of(one) for one in held)
        about = "; ".join(f"{name} {many}" if many > 1 else name for name, many in who.items())
        words = Text.assemble(f"“{line(held[0].told.words)}”", (f"  {about}", "dim"))
        beneath(out, words, 2)
    if len(ranked) > most:
        out.print(Text(f"  … and {len(ranked) - most} more", style="dim"))


def place_of(one: ToldWording) -> str:
    """The outlet; and who speaks, where it is not the outlet."""
    where = line(one.told.article.outlet or "no outlet given")
    return f"{claimant(one.told)} ({where})" if one.told.claim else where
