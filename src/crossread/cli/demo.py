"""The demo: the articles that come with Crossread, read before your eyes."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import resources
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crossread.case import ArticleRow, Case
from crossread.cli import views
from crossread.cli.output import console, progress, to_type
from crossread.export.controls import line
from crossread.export.dates import day
from crossread.model.statement import Statement
from crossread.settings import Settings

# A sentence that one paper prints whole and another cuts, then one article as it is.
SOUGHT, SHOWN = "resign", "15-orvpress-toll.html"
FOUND = f"What “{SOUGHT}” finds: one answer of a minister, as two papers print it"
READ = "Who said what in one article"
ROOM = 10  # lines for the statements of an article: all fits a terminal of 40


def run(settings: Settings) -> None:
    out = console()
    file = Path(mkdtemp(prefix="crossread-")) / "demo.crossread"
    articles = resources.files("crossread.demo").joinpath("articles")
    with (
        resources.as_file(articles) as folder,
        Case(file, replace(settings, case=str(file))) as case,
    ):
        with progress("Reading") as report:
            done = case.read([folder], progress=report)
        out.print(Text(f"Read {views.headline(case.summary())}", style="bold"))
        views.failures(console(stderr=True), done.failed, named=str(file))
        rows = {row.id: row for row in case.articles()}
        show_articles(out, FOUND, rows, case.find(SOUGHT))
        rows = {one: row for one, row in rows.items() if row.files[0].endswith(SHOWN)}
        show_articles(out, READ, rows, case.statements())
    views.next_steps(
        out,
        (to_type("show", case=str(file)), "what is in it"),
        (to_type("report -o demo.html", case=str(file)), "all of it, marked in place"),
        (to_type("read FOLDER"), "your own pages"),
    )


def show_articles(
    out: Console, heading: str, rows: dict[str, ArticleRow], statements: Iterable[Statement]
) -> None:
    """The statements that stand in these articles, an article at a time."""
    out.print()
    out.print(Text(heading, style="dim"))
    for article, found in groupby(statements, key=lambda statement: statement.article):
        if article in rows:
            show_article(out, rows[article], list(found))


def show_article(out: Console, row: ArticleRow, found: list[Statement]) -> None:
    out.print()
    out.print(Text(line(row.title or "No title"), style="bold"))
    about = [line(row.outlet or ""), day(row.published) if row.published else ""]
    origin = Text(" · ".join(part for part in about if part), style="not dim italic")
    out.print(Rule(origin, align="left", style="dim"))
    show_statements(out, found)


def show_statements(out: Console, found: list[Statement]) -> None:
    """As many as there is room for; at least one."""
    shown, room = 0, ROOM
    for statement in found:
        row = beside(statement)
        height = len(out.render_lines(row))
        if shown and height > room:
            break
        out.print(row)
        shown, room = shown + 1, room - height
    if rest := len(found) - shown:
        out.print(Text(f"… and {views.counted(rest, 'more statement')}", style="dim"))


def beside(statement: Statement) -> Table:
    """The source and the cue, and the words at their right."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=3)
    table.add_column(ratio=5)
    table.add_row(views.speaker(statement), Text(line(statement.content)))
    return table
