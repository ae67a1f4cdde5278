"""The whole of `crossread show`: a case at a glance."""

from rich.console import Console
from rich.text import Text

from crossread.case import Case
from crossread.cli.facts import told
from crossread.cli.speakers import quoted_most
from crossread.cli.views import (
    MOST,
    ROWS,
    article_table,
    bars,
    everything,
    failures,
    headline,
    kinds,
)


def overview(out: Console, case: Case, *, named: str | None) -> None:
    """The whole of `crossread show`."""
    summary = case.summary()
    out.print(Text(headline(summary), style="bold"))
    if not summary.articles:
        return
    outlets = [(name or "no outlet given", count) for name, count in summary.outlets]
    out.print()
    out.print(bars("Articles by outlet", outlets, out.width))
    out.print()
    speakers = case.speakers(ROWS)
    if speakers.speakers:
        quoted_most(out, speakers, named=named)
    else:
        out.print(bars("Sources named most", summary.sources, out.width))
    out.print(Text.assemble("\n", ("How it is given  ", "bold"), kinds(summary)))
    told(out, case, named=named)
    out.print()
    out.print(article_table(case.articles()))
    if summary.articles > MOST:
        rest = summary.articles - MOST
        out.print(Text(f"… and {rest} more; all of them: {everything(named)}", "dim"))
    if summary.failures:
        out.print(Text("\nCould not be read", style="bold"))
        failures(out, case.failures(), named=named)
