"""One identity as a terminal shows it: names, roles, statements, and why all this is one.

All that comes from an article passes `line`, as in views.py.
"""

import shlex
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.cli.output import to_type
from crossread.cli.profile import Place, Profile
from crossread.cli.told import called, in_short
from crossread.cli.views import counted
from crossread.export.controls import line
from crossread.export.dates import day, period
from crossread.export.who import Doubt, also, reasons
from crossread.model.identity import Identity, Join
from crossread.model.judgement import Judgement, Party
from crossread.model.statement import Statement

NAMES, ROLES, REASONS, DOUBTS, TIES, LABELS = (
    12,
    8,
    8,
    3,
    5,
    5,
)  # lines of each list; the rest is counted
FITTING = 20
LONGEST = 280  # characters of a statement


def profile(out: Console, found: Profile, *, named: str | None) -> None:
    """The whole of `crossread who`, for one identity."""
    who = found.identity
    out.print(Text.assemble((line(who.name), "bold"), (f"  {who.type}, {line(who.id)}", "dim")))
    out.print(Text(said(found)))
    names(out, who)
    roles(out, who)
    statements(out, found, named=named)
    in_short(out, who, found.ties, most=TIES, named=named)
    called(out, found.called, most=LABELS)
    why(out, found)
    in_doubt(out, found, named=named)
    decided(out, found.judgements, named=named)


def said(found: Profile) -> str:
    """12 statements in 3 articles; named in 5: The Ledger 9, The Post 3."""
    named_in = len({member.article for member in found.identity.members})
    if not found.statements:
        return f"No statement is known to be theirs; named in {counted(named_in, 'article')}."
    told = f"{counted(found.statements, 'statement')} in {counted(found.articles, 'article')}"
    told += f" (named in {named_in})" if named_in != found.articles else ""
    return f"{told}: {by_outlet(found.outlets)}."


def by_outlet(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{line(outlet) or 'no outlet given'} {count}" for outlet, count in counts)


def heading(out: Console, words: str) -> None:
    out.print(Text(f"\n{words}", style="bold"))


def rest(out: Console, items: int, most: int, more: str = "") -> None:
    if items > most:
        out.print(Text(f"  … and {items - most} more{more}", style="dim"))


def names(out: Console, who: Identity) -> None:
    """Each name with how often it stands, and in which outlets."""
    if not who.names:
        return
    heading(out, "Names")
    longest = max(cell_len(line(named.name)) for named in who.names[:NAMES])
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(width=min(longest, out.width // 2))
    table.add_column(justify="right")
    table.add_column()
    for named in who.names[:NAMES]:
        where = Text(by_outlet(named.outlets), style="dim")
        table.add_row("", Text(line(named.name)), Text(f"{named.mentions:,}"), where)
    out.print(table)
    rest(out, len(who.names), NAMES)


def roles(out: Console, who: Identity) -> None:
    """Each role with its outlets and the time in which they give it."""
    if not who.roles:
        return
    heading(out, "Roles")
    for role in who.roles[:ROLES]:
        about = [", ".join(line(outlet) or "no outlet given" for outlet in role.outlets)]
        about += [period(role.first, role.last)] if role.first and role.last else []
        told = Text.assemble(line(role.role), ("  " + " · ".join(filter(None, about)), "dim"))
        indented(out, told)
    rest(out, len(who.roles), ROLES)


def indented(out: Console, words: Text, by: int = 2) -> None:
    out.print(Padding(words, (0, 0, 0, by), expand=False))


def statements(out: Console, found: Profile, *, named: str | None) -> None:
    """The first of them, each under its article, with the source's own words."""
    if not found.first:
        return
    heading(out, "Statements" if found.statements == len(found.first) else "First statements")
    article = ""
    for statement, tie in found.first:
        if statement.article != article:
            indented(out, Text(place(of_statement(statement)), style="underline"))
            article = statement.article
        indented(out, quoted(statement, found.identity.name), 4)
        if tie and line(statement.source) != line(found.identity.name):
            indented(out, Text(f"({line(tie)})", style="dim"), 6)
    everything = to_type(f'find "" --speaker {found.identity.id}', case=named)
    rest(out, found.statements, len(found.first), f": {everything}")


def quoted(statement: Statement, name: str) -> Text:
    """“He” denied: that he had been warned."""
    source, cue = line(statement.source), line(statement.cue)
    who = "" if source == line(name) else f"“{source}” "
    how = cue if any(letter.isalpha() for letter in cue) else ""
    words = line(statement.content)
    cut = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    head = f"{who}{how}".strip()
    return Text.assemble((f"{head}: " if head else "", "italic cyan"), cut)


def of_statement(statement: Statement) -> Place:
    return Place(statement.title, statement.outlet, statement.published)


def place(where: Place) -> str:
    """4 March 2031 · The Sered Ledger · Harbour master blames the crane"""
    published = day(where.published[:10]) if where.published else "no date given"
    parts = (published, line(where.outlet or ""), line(where.title or "No title"))
    return " · ".join(filter(None, parts))


def why(out: Console, found: Profile) -> None:
    """Each reason to join, the least sure first, with where it can be seen."""
    told = reasons(found.identity)
    if not told:
        return
    heading(out, "Why they are one")
    for reason in told[:REASONS]:
        indented(out, Text.assemble(line(reason.words), (sure(reason.score), "dim")))
        for where in both(reason.joins[0], found.places):
            indented(out, Text(where, style="dim"), 4)
        if more := len(reason.joins) - 1:
            indented(out, Text(f"and {counted(more, 'more pair')} of articles", style="dim"), 4)
    rest(out, len(told), REASONS, ", each at least as sure")


def sure(score: float) -> str:
    """What a person decided needs no number."""
    return f"  {score:.0%} sure" if score < 1 else ""


def both(join: Join, places: dict[str, Place]) -> list[str]:
    """The two articles of a join; of one article, it alone."""
    articles = dict.fromkeys((join.one.article, join.other.article))
    return [place(places[article]) for article in articles if article in places]


def in_doubt(out: Console, found: Profile, *, named: str | None) -> None:
    """Who else this may be, and what to type to decide."""
    if not found.doubts:
        return
    heading(out, "In doubt: the same, or somebody else?")
    for doubt in found.doubts[:DOUBTS]:
        one_doubt(out, found.identity, doubt, named=named)
    rest(out, len(found.doubts), DOUBTS)


def one_doubt(out: Console, who: Identity, doubt: Doubt, *, named: str | None) -> None:
    other = doubt.other
    about = f"  {other.type}, {line(other.id)}{sure(doubt.score)}"
    indented(out, Text.assemble(line(other.name), (about, "dim")))
    indented(out, Text(line(doubt.reason)), 4)
    for verdict in ("same", "different"):
        command = to_type(f"{verdict} {who.id} {other.id}", case=named)
        out.print(Text(f"    {command}", style="cyan"), soft_wrap=True)


def decided(out: Console, judgements: Sequence[Judgement], *, named: str | None) -> None:
    """What a person decided, and how to take it back."""
    if not judgements:
        return
    heading(out, "Decided")
    for judgement in judgements:
        when = day(judgement.when[:10]) if judgement.when else ""
        by = ", ".join(filter(None, (line(judgement.who), when)))
        told = Text.assemble(f"{judgement.number}. {verdict(judgement)}", (f"  {by}", "dim"))
        indented(out, told)
        command = to_type(f"withdraw {judgement.number}", case=named)
        out.print(Text(f"    {command}", style="cyan"), soft_wrap=True)


def verdict(judgement: Judgement) -> str:
    one, other = party(judgement.one), party(judgement.other)
    match judgement.verdict:
        case "same":
            return f"{one} and {other} are the same"
        case "different":
            return f"{one} and {other} are different"
        case "rename":
            return f"{one} is shown as “{line(judgement.name or '')}”"
        case "withdraw":
            return f"{judgement.withdrawn} holds no more"


def party(judged: Party | None) -> str:
    if judged is None:
        return "nobody"
    only = f", in {counted(len(judged.articles), 'article')} alone" if judged.articles else ""
    return f"“{line(judged.name)}”{only}"


def several(
    out: Console,
    name: str,
    found: Sequence[tuple[Identity, int]],
    *,
    named: str | None,
    command: str = "who",
    thing: str = "statement",
) -> None:
    """Who fits a name that is not one alone, with the number of things of each."""
    out.print(Text(f"“{line(name)}” fits {len(found)}:"))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for identity, count in found[:FITTING]:
        others = also(identity, 3)
        beside = f"  {identity.type}" + (f", also: {line(others)}" if others else "")
        who = Text.assemble((line(identity.name), "bold"), (beside, "dim"))
        table.add_row("", Text(line(identity.id)), who, Text(counted(count, thing)))
    out.print(table)
    rest(out, len(found), FITTING)
    first = found[0][0].id
    out.print(Text.assemble("\nOne of them: ", (to_type(f"{command} {first}", case=named), "cyan")))


def nobody(out: Console, name: str, near: Sequence[str], *, named: str | None) -> None:
    """That nobody bears the name, and who bears one like it."""
    out.print(Text(f"Nobody in this case is called “{line(name)}”."))
    if near:
        listed = ", ".join(f"“{line(other)}”" for other in near)
        out.print(Text(f"Near it: {listed}."))
    command = to_type(f"find {shlex.quote(line(name))}", case=named)
    out.print(Text.assemble("Statements that hold the words: ", (command, "cyan")))
