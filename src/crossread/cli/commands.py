"""The commands and their help. What reads pages is loaded only when a command needs it."""

from dataclasses import asdict

import click

from crossread import settings
from crossread.cli.judging import different, judgements, rename, same, ties, who, withdraw
from crossread.cli.options import (
    Date,
    case_option,
    chosen_settings,
    inputs,
    json_option,
    new_or_old,
    opened,
    recipe_option,
    score_option,
    written,
)

START = """\
Crossread reads the news about a contested story: who is reported to have said what,
each line tied to the exact words in the page.

Start here:

  crossread demo                 see it work on a small set of articles that come with it
  crossread read FOLDER          read your saved pages (.html, .txt, .csv, .jsonl) into a case
  crossread show                 what is in the case: articles, outlets, who is quoted most
  crossread find "WORDS"         statements that hold these words
  crossread report -o page.html  one page with every article and who said what in it

All commands: crossread --help. One of them: crossread read --help.
"""


class InOrder(click.Group):
    """Commands are listed as they stand here: what to type first comes first."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=InOrder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="crossread", message="Crossread %(version)s")
@click.pass_context
def crossread(context: click.Context) -> None:
    """Crossread reads the news about a contested story and records who is reported to have
    said what, each line tied to the exact words in the page. It never says who is right.

    \b
    Start with:
      crossread demo
    """
    if context.invoked_subcommand is None:
        click.echo(START, nl=False)


@crossread.command(short_help="See it work on articles that come with it.")
def demo() -> None:
    """Read the articles that come with Crossread and show who said what.

    They are about an invented event in an invented country. Nothing is asked for, and nothing
    but a temporary case is written.

    \b
    Example:
      crossread demo
    """
    from crossread.cli import demo as show_demo

    show_demo.run(settings.load())


@crossread.command(short_help="Read saved pages into a case.")
@inputs
@case_option
@recipe_option
def read(paths: tuple[str, ...], file: str | None, recipe: str | None) -> int:
    """Read saved pages into a case: files, or folders with all that is in them.

    Web pages (.html), plain text (.txt) and tables with an article a row (.csv, .jsonl) are
    read. The case is made if it is not there. You may stop with Ctrl-C and run the same command
    again: what was read is kept, and skipped. With another recipe, it is read anew.

    \b
    Examples:
      crossread read articles/
      crossread read articles/ more.html --case dam.crossread
      crossread read articles/ --recipe rules
    """
    from crossread.cli import views
    from crossread.cli.output import console, progress

    chosen = chosen_settings(case=file, recipe=recipe)
    with new_or_old(chosen) as case:
        with progress("Reading") as report:
            result = case.read(paths, progress=report)
        views.failures(console(stderr=True), result.failed, named=file)
        views.result(console(), result, chosen.case, named=file)
    return 1 if result.failed else 0


@crossread.command(short_help="What is in a case: articles, outlets, sources.")
@score_option
@case_option
@json_option
def show(file: str | None, as_json: bool, min_score: float | None) -> None:
    """Show what is in a case: articles, outlets, the sources quoted most; what is dated, counted
    and tied, and how it is put; what failed.

    \b
    Examples:
      crossread show
      crossread show --case dam.crossread --json
    """
    from crossread.cli import overview, views
    from crossread.cli.output import console, json_out
    from crossread.cli.speakers import speakers_json
    from crossread.cli.told_json import facts_json

    with opened(file, min_score) as case:
        if as_json:
            json_out(
                {
                    "summary": views.summary_json(case.summary()),
                    "speakers": speakers_json(case.speakers(views.MOST)),
                    "facts": facts_json(case.facts()),
                    "articles": [asdict(row) for row in case.articles()],
                    "failures": [asdict(failure) for failure in case.failures()],
                }
            )
        else:
            overview.overview(console(), case, named=file)


@crossread.command(short_help="Find statements by their words, or figures by what they count.")
@click.argument("words", required=False)
@click.option("--counted", metavar="WORDS", help="Figures that count this: people, detained.")
@click.option("--speaker", metavar="NAME", help="Only what this source is reported to have said.")
@click.option("--outlet", metavar="NAME", help="Only in articles of this outlet.")
@click.option("--from", "since", metavar="DATE", type=Date(), help="Published then or later.")
@click.option("--to", "until", metavar="DATE", type=Date(), help="Published then or before.")
@score_option
@case_option
@json_option
def find(
    words: str | None,
    file: str | None,
    as_json: bool,
    min_score: float | None,
    **filters: str | None,
) -> None:
    """Find statements by their words, each with its source, article and place.

    All the words must be there, in any order; "in quotes" they must stand together, and flood*
    finds floods and flooded. Case and accents do not matter. Give "" to filter only.

    With --counted, find figures instead, by what they count or by what was done to it, each
    with who claims it; then the WORDS, if you give any, must be in the article.

    \b
    Examples:
      crossread find "dam gate"
      crossread find flood* --speaker minister --from 2022-01 --to 2022-02-15
      crossread find "" --outlet Courier --json
      crossread find --counted detained
    """
    from crossread.cli import finding

    counted = filters.pop("counted")
    if words is None and counted is None:
        raise click.UsageError("Missing argument 'WORDS', or --counted WORDS")
    with opened(file, min_score) as case:
        if counted is None:
            finding.statements(case, words or "", filters, as_json=as_json)
        else:
            finding.figures(case, counted, words or "", filters, as_json=as_json)


@crossread.command(short_help="What happened when, as the articles tell it.")
@click.option("--outlet", metavar="NAME", help="Only in articles of this outlet.")
@click.option("--from", "since", metavar="DATE", type=Date(), help="Happened then or later.")
@click.option("--to", "until", metavar="DATE", type=Date(), help="Happened then or before.")
@score_option
@case_option
@json_option
def timeline(
    file: str | None, as_json: bool, min_score: float | None, **filters: str | None
) -> None:
    """List the dated events in order, each with its words, its outlet and who claims it.

    A date is as exact as the article gives it: an event of January 2022 stands before those of
    its days, and is found for each of them.

    \b
    Examples:
      crossread timeline
      crossread timeline --from 2022-01-05 --to 2022-01-08 --outlet Courier
      crossread timeline --json
    """
    from crossread.cli import finding

    with opened(file, min_score) as case:
        finding.timeline(case, filters, as_json=as_json)


for command in (who, ties, same, different, rename, judgements, withdraw):
    crossread.add_command(command)


@crossread.command(short_help="Write one page to read and to send.")
@click.option(
    "-o", "output", metavar="FILE.html", type=written, required=True, help="The page to write."
)
@score_option
@case_option
def report(output: str, file: str | None, min_score: float | None) -> None:
    """Write one page with every article, and who said what marked in it, to send to a colleague.

    The page needs nothing else: no network, no script. Any browser shows and prints it.

    \b
    Example:
      crossread report -o dam.html
    """
    from crossread.cli import writers

    with opened(file, min_score) as case:
        writers.report(case, output)


@crossread.command(short_help="Write a case for other programs.")
@click.argument("format", type=click.Choice(["json"]))
@click.option(
    "-o", "output", metavar="PATH", type=written, required=True, help="The file; - is stdout."
)
@score_option
@case_option
def export(
    format: str,  # noqa: A002 - what users call it
    output: str,
    file: str | None,
    min_score: float | None,
) -> None:
    """Write a case in a format that other programs read.

    json: one line of JSON for each article, as `crossread parse` writes them.

    \b
    Examples:
      crossread export json -o readings.jsonl
      crossread export json -o - | head -1
    """
    from crossread.cli import writers

    with opened(file, min_score) as case:
        writers.lines(case, output)


@crossread.command(short_help="Files to lines of JSON, without a case.")
@inputs
@recipe_option
@score_option
def parse(paths: tuple[str, ...], recipe: str | None, min_score: float | None) -> int:
    """Read files and write one line of JSON for each, in order; no case is made.

    A table gives a line for each row. A file that cannot be read gives a line that says why. The
    path - is standard input.

    \b
    Examples:
      crossread parse page.html
      crossread parse articles/ > readings.jsonl
      crossread parse articles/ --recipe fast --min-score 0.7
    """
    from crossread import case
    from crossread.cli import writers
    from crossread.cli.standard import called, with_input

    with with_input(paths) as (files, kept):
        results = case.parse(files, chosen_settings(recipe=recipe, min_score=min_score))
        good = writers.parsed(called(result, kept) for result in results)
    return 0 if good else 1


@crossread.command(short_help="Prove that a case is sound.")
@case_option
@json_option
def check(file: str | None, as_json: bool) -> int:
    """Prove a case: every span lies in its text, every id leads to something.

    \b
    Example:
      crossread check --case dam.crossread
    """
    from crossread.cli import views
    from crossread.cli.output import console, json_out

    with opened(file, min_score=0.0) as case:  # it counts all that it has looked at
        problems = case.check()
        if as_json:
            json_out({"sound": not problems, "problems": [asdict(p) for p in problems]})
        else:
            views.problems(console(), problems, case.summary())
    return 1 if problems else 0
