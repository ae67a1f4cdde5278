"""Summaries and statements as a terminal shows them.

All that comes from an article passes `line`, which takes its control characters away, and goes to
rich as `Text`, never as markup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Protocol

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.case import ArticleRow, Failure, Problem, ReadReport, Summary
from crossread.cli.emphasis import emphasised
from crossread.cli.output import to_type
from crossread.export.controls import line
from crossread.export.dates import day, period
from crossread.export.naming import fuller, titled
from crossread.model.codec import encode_item
from crossread.model.span import Span
from crossread.model.statement import Statement

MOST = 20  # lines of a list; the rest is counted
ROWS = 10  # lines of a list with bars
SHORTEST_BAR, LONGEST_BAR = 6, 16  # characters for the greatest count


def result(out: Console, done: ReadReport, case: str, *, named: str | None) -> None:
    """What came of reading, and what to type next; `named` if the user named the case."""
    counts = [f"{done.added} new", f"{done.known} known already"]
    counts += [f"{done.reread} read again"] if done.reread else []
    counts += [f"{len(done.failed)} failed"] if done.failed else []
    out.print(Text(f"{line(case)}: {', '.join(counts)}, in {done.seconds:.1f} s.", style="bold"))
    if done.added or done.known or done.reread:
        next_steps(
            out,
            (to_type("show", case=named), "what is in it"),
            (to_type('find "WORDS"', case=named), "look for words"),
            (to_type("report -o report.html", case=named), "one page to send"),
        )


def next_steps(out: Console, *steps: tuple[str, str]) -> None:
    """Commands to type, each on one line of its own so that it can be copied."""
    out.print(Text("\nNext:", style="bold"))
    width = max(len(command) for command, _ in steps)
    beside = width + max(len(meaning) for _, meaning in steps) + 4 <= out.width
    for command, meaning in steps:
        if beside:
            shown = Text.assemble(("  " + command.ljust(width), "cyan"), ("  " + meaning, "dim"))
        else:
            shown = Text.assemble((f"  {meaning}:\n", "dim"), ("    " + command, "cyan"))
        out.print(shown, soft_wrap=True)


def failures(out: Console, failed: Sequence[Failure], *, named: str | None) -> None:
    """Each file that could not be read, and why."""
    for failure in failed[:MOST]:
        place = f", {failure.place}" if failure.place else ""
        out.print(
            Text.assemble((f"{line(failure.file)}{place}: ", "red"), line(failure.problem)),
            soft_wrap=True,
        )
    if len(failed) > MOST:
        out.print(Text(f"… and {len(failed) - MOST} more; all of them: {everything(named)}"))


def everything(named: str | None) -> str:
    """The command that has the whole of each list."""
    return to_type("show --json", case=named)


def headline(summary: Summary) -> str:
    """14 articles, 6 outlets, 92 statements, published 10–18 January 2022."""
    outlets = sum(name is not None for name, _ in summary.outlets)
    parts = [
        counted(summary.articles, "article"),
        counted(outlets, "outlet"),
        counted(summary.statements, "statement"),
    ]
    if summary.first and summary.last:
        parts.append(f"published {period(summary.first, summary.last)}")
    if summary.undated:
        parts.append(f"{summary.undated} without a date")
    return ", ".join(parts) + "."


def counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def bars(title: str, counts: Sequence[tuple[str, int]], width: int) -> Group:
    """A list with a bar for each count."""
    longest = max((cell_len(line(name)) for name, _ in counts[:ROWS]), default=0)
    names = min(longest, width - 4 - 2 - SHORTEST_BAR)
    room = width - names - 4 - 2
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=names, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", width=4)
    table.add_column(width=room)
    most = max((count for _, count in counts), default=1)
    for name, count in counts[:ROWS]:
        bar = "━" * max(1, round(min(room, LONGEST_BAR) * count / most))
        table.add_row(Text(line(name)), Text(str(count)), Text(bar, style="cyan"))
    if len(counts) > ROWS:
        table.add_row(Text(f"… and {len(counts) - ROWS} more", style="dim"))
    return Group(Text(title, style="bold"), table)


def kinds(summary: Summary) -> Text:
    return Text("  ·  ".join(f"{kind} {count}" for kind, count in summary.kinds))


def article_table(rows: Sequence[ArticleRow]) -> Table:
    """A line for each article, its title cut where the line ends."""
    outlets = max((cell_len(line(row.outlet or "")) for row in rows[:MOST]), default=0)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    table.add_column("Published", width=10)
    table.add_column("Outlet", width=max(6, min(18, outlets)), no_wrap=True, overflow="ellipsis")
    table.add_column("Article", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("Statements", justify="right", width=10)
    for row in rows[:MOST]:
        title = Text(line(titled(row.title, row.files[0] if row.files else None)))
        title.style = "" if row.title else "dim italic"
        published = line(row.published[:10]) if row.published else "—"
        table.add_row(Text(published), Text(line(row.outlet or "—")), title, str(row.statements))
    return table


def speaker(statement: Statement, words: str = "") -> Text:
    """Who, and how it was said: the minister — denied."""
    who = emphasised(line(statement.source), words)
    who.stylize("bold")
    if not statement.source:
        who = Text("no source named", style="italic dim")
    if name := fuller(statement):
        who.append(f" ({line(name)})", style="not bold")
    said = any(letter.isalpha() for letter in statement.cue)  # and not only a colon
    how = Text(f" — {line(statement.cue)}" if said else "", style="italic cyan")
    return Text.assemble(who, how)


def hits(out: Console, found: Iterable[Statement], words: str) -> int:
    """Each statement with its words and place, under its article; gives how many there were."""
    count = 0
    for _, of_article in groupby(found, key=lambda statement: statement.article):
        held = list(of_article)
        article_line(out, held[0], held[0].article)
        for statement in held:
            out.print(hit(statement, words))
        out.print()
        count += len(held)
    out.print(Text(f"{counted(count, 'statement')} found." if count else "Nothing found."))
    return count


def left_out(out: Console, undated: int) -> None:
    """What a filter by date cannot judge."""
    if undated:
        were = "was" if undated == 1 else "were"
        out.print(Text(f"{undated:,} more in articles without a date {were} left out."))


class Placed(Protocol):
    """What says of which article it is: a statement, or the article itself."""

    @property
    def title(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def file(self) -> str | None: ...


def article_line(out: Console, held: Placed, article: str) -> None:
    """Title, outlet, date and file, or else the id, of the article that has it."""
    published = day(held.published) if held.published else "no date given"
    file = line(near(held.file or article))
    about = [line(held.outlet or ""), published, file]
    out.print(Text(line(held.title or "No title"), style="bold underline"))
    out.print(Text(" · ".join(part for part in about if part), style="dim"))


def near(file: str) -> str:
    """A file as one would type it here."""
    here = Path.cwd()
    return str(Path(file).relative_to(here)) if Path(file).is_relative_to(here) else file


def hit(statement: Statement, words: str) -> Table:
    """One statement, with its place in the text at the right."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_row("", speaker(statement, words), place_at(statement.passage))
    content = Padding(emphasised(line(statement.content), words), (0, 0, 0, 3))
    table.add_row("", content, "")
    return table


def place_at(span: Span) -> Text:
    return Text(f"{span.start}–{span.stop}", style="dim")


def problems(out: Console, found: Sequence[Problem], summary: Summary) -> None:
    """What is wrong with a case, or that nothing is."""
    for problem in islice(found, MOST):
        out.print(Text(line(str(problem))))
    if len(found) > MOST:
        out.print(Text(f"… and {len(found) - MOST} more; all of them: add --json"))
    if found:
        out.print(Text(f"{counted(len(found), 'problem')} found.", style="bold red"))
    else:
        articles, said = (
            counted(summary.articles, "article"),
            counted(summary.statements, "statement"),
        )
        out.print(Text("The case is sound: every span lies in its text, every id resolves."))
        out.print(Text(f"Looked at {articles} and {said}.", style="dim"))


def summary_json(summary: Summary) -> dict[str, Any]:
    return {
        **asdict(summary),
        "outlets": [{"outlet": name, "articles": count} for name, count in summary.outlets],
        "sources": [{"source": name, "statements": count} for name, count in summary.sources],
        "kinds": dict(summary.kinds),
    }


def identity_json(statement: Statement) -> dict[str, str | None] | None:
    if statement.identity is None:
        return None
    return {"id": statement.identity, "name": statement.known_as}


def statement_json(statement: Statement) -> dict[str, Any]:
    return {
        "article": {
            "id": statement.article,
            "title": statement.title,
            "outlet": statement.outlet,
            "published": statement.published,
            "file": statement.file,
        },
        "source": statement.source or None,
        "cue": statement.cue or None,
        "content": statement.content,
        "speaker": statement.speaker,
        "identity": identity_json(statement),
        "passage": [statement.passage.start, statement.passage.stop],
        "attribution": encode_item(statement.attribution),
    }
