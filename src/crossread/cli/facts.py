"""What is dated, counted, tied and coloured in a case, in the few lines of `crossread show`."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crossread.case import Case
from crossread.cli.output import to_type
from crossread.cli.told import beneath, claimants
from crossread.cli.views import counted
from crossread.export.controls import line
from crossread.export.told import amount, when
from crossread.store.overview import CountedThing, Day, Facts

OUTLETS = 4


def told(out: Console, case: Case, *, named: str | None) -> None:
    """A part for each that the case has; nothing, where it has none."""
    facts = case.facts()
    events(out, facts, named=named)
    figures(out, case, facts, named=named)
    ties(out, case, facts, named=named)
    wording(out, facts)


def heading(out: Console, title: str, count: str) -> None:
    out.print(Text.assemble("\n", (title, "bold"), f"  {count}"))


def rest(out: Console, more: int, command: str, named: str | None) -> None:
    """… and 12 more: what to type."""
    told = f"… and {more:,} more: " if more > 0 else "with the words: "
    out.print(Text.assemble((told, "dim"), (to_type(command, case=named), "cyan")), soft_wrap=True)


def grid(rows: Iterable[tuple[str, str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(max_width=36, overflow="ellipsis")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, style="dim")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def events(out: Console, facts: Facts, *, named: str | None) -> None:
    """The dates with the most events, in the order of time."""
    if not facts.events:
        return
    undated = f"; {facts.undated:,} more have none" if facts.undated else ""
    many = f"{counted(facts.events, 'event')} on {counted(facts.dates, 'date')}{undated}"
    heading(out, "Dated events", many)
    out.print(grid((span(day), f"{day.events:,}", of_day(day)) for day in facts.days))
    rest(out, facts.dates - len(facts.days), "timeline", named)


def span(day: Day) -> str:
    """2031-03-01 to 2031-03-31 is March 2031."""
    if day.first == day.last:
        return when(day.first)
    if (day.first[4:], day.last[4:]) == ("-01-01", "-12-31") and day.first[:4] == day.last[:4]:
        return day.first[:4]
    whole = day.first[:7] == day.last[:7] and day.first[8:] == "01" and day.last[8:] >= "28"
    return when(day.first[:7]) if whole else when(f"{day.first}/{day.last}")


def of_day(day: Day) -> str:
    kinds = ", ".join(
        f"{line(kind)} {many}" if many > 1 else line(kind) for kind, many in day.kinds
    )
    return f"{kinds}  in {counted(day.articles, 'article')}"


def figures(out: Console, case: Case, facts: Facts, *, named: str | None) -> None:
    """What is counted in most articles, each with its first values."""
    if not facts.counted:
        return
    heading(out, "Figures", f"{facts.figures:,}, which count {facts.things:,} things")
    out.print(
        grid((thing(each), f"{each.figures:,}", values(case, each)) for each in facts.counted)
    )
    rest(out, facts.things - len(facts.counted), "find --counted WORD", named)


def thing(each: CountedThing) -> str:
    return line(f"{each.counted} {each.verb}")


def values(case: Case, each: CountedThing) -> str:
    """44 · at least 60 · 2,700"""
    found = dict.fromkeys(amount(one.figure) for one in case.figures_at(each.places))
    more = " · …" if each.figures > len(each.places) else ""
    return " · ".join(filter(None, found)) + more


def ties(out: Console, case: Case, facts: Facts, *, named: str | None) -> None:
    """The pairs that most articles tie, and who claims it."""
    if not facts.tied:
        return
    heading(out, "Ties", f"{facts.ties:,} between {counted(facts.pairs, 'pair')}")
    for pair in facts.tied:
        found = list(case.ties_at(pair.places))
        first = found[0]
        who = f"{line(first.subject.called)} {first.tie.kind} {line(first.object.called)}"
        out.print(Text(who))
        beneath(out, Text("; ".join(claimants(found, 2)), style="dim"), 2)
    rest(out, facts.pairs - len(facts.tied), "ties NAME", named)


def wording(out: Console, facts: Facts) -> None:
    """How often which kind of wording stands in the articles, and in which outlet's."""
    if not facts.wording:
        return
    heading(out, "Wording", kinds(facts.wording))
    shown = facts.wording_by_outlet[:OUTLETS]
    out.print(grid((line(name) or "no outlet given", "", kinds(held)) for name, held in shown))
    if more := len(facts.wording_by_outlet) - len(shown):
        out.print(Text(f"… and {counted(more, 'more outlet')}", style="dim"))


def kinds(counts: Sequence[tuple[str, int]]) -> str:
    return " · ".join(f"{line(kind)} {many:,}" for kind, many in counts)
