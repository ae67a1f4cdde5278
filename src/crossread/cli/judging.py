"""The commands on who is who: one identity, and what somebody decides."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from crossread.cli.options import case_option, json_option, opened, score_option

if TYPE_CHECKING:
    from crossread.case import Case, Decision

as_option = click.option("--as", "judge", metavar="NAME", help="Who decides. Default: your login.")


@click.command(short_help="One person, body or place: names, roles, statements, reasons.")
@click.argument("name")
@score_option
@case_option
@json_option
def who(name: str, file: str | None, as_json: bool, min_score: float | None) -> int:
    """Show who bears a name: all names and roles, statements, outlets, and why it is one.

    A part of the name is enough, in any letters. Where several bear it, they are listed, each
    with its id, which can be typed for the name.

    \b
    Examples:
      crossread who "Anvar Yasak"
      crossread who yasak --json
    """
    from crossread.cli.output import console, json_out
    from crossread.cli.profile import known_of, profile, profile_json
    from crossread.cli.who import nobody, several
    from crossread.cli.who import profile as shown

    with opened(file, min_score) as case:
        found = case.who(name)
        if as_json:
            known = known_of(case)
            json_out([profile_json(profile(case, known, one)) for one in found])
        elif not found:
            nobody(console(), name, case.near(name), named=file)
        elif len(found) > 1:
            counted = [(one, case.count("", speaker=one.id).found) for one in found]
            several(console(), name, counted, named=file)
        else:
            shown(console(), profile(case, known_of(case), found[0]), named=file)
    return 0 if found else 1


@click.command(short_help="Who funds, owns, leads or is kin of whom.")
@click.argument("name")
@score_option
@case_option
@json_option
def ties(name: str, file: str | None, as_json: bool, min_score: float | None) -> int:
    """Show the ties of whoever bears a name: who funds, owns, leads, employs, is kin of whom.

    Each comes with its words, its outlet and who claims it. A name is found as `crossread who`
    finds it.

    \b
    Examples:
      crossread ties "Varsk Holding"
      crossread ties 99843ce25a --json
    """
    from crossread.cli import told
    from crossread.cli.output import console, json_out
    from crossread.cli.told_json import tie_json
    from crossread.cli.who import nobody, several

    with opened(file, min_score) as case:
        found = case.who(name)
        if as_json:
            json_out([tie_json(tie) for one in found for tie in case.ties(one.id)])
        elif not found:
            nobody(console(), name, case.near(name), named=file)
        elif len(found) > 1:
            held = [(one, len(list(case.ties(one.id)))) for one in found]
            several(console(), name, held, named=file, command="ties", thing="tie")
        else:
            told.ties(console(), found[0], list(case.ties(found[0].id)))
    return 0 if found else 1


@click.command(short_help="Decide that two names are one person, body or place.")
@click.argument("a")
@click.argument("b")
@as_option
@case_option
def same(a: str, b: str, judge: str | None, file: str | None) -> None:
    """Decide that A and B are one, in these articles and in all that you add later.

    A and B are names or ids, as `crossread who` shows them. NAME@ARTICLE is whom the article with
    that id calls so.

    \b
    Examples:
      crossread same "Anvar Yasak" "Анвар Ясак"
      crossread same 99843ce25a e78490aeba
    """
    with opened(file) as case:
        told(case, case.same(a, b, judge), named=file)


@click.command(short_help="Decide that two are not one.")
@click.argument("a")
@click.argument("b")
@as_option
@case_option
def different(a: str, b: str, judge: str | None, file: str | None) -> None:
    """Decide that A and B are two, whatever else speaks for it.

    A and B are names or ids, as `crossread who` shows them. NAME@ARTICLE is whom the article with
    that id calls so: for two people of the same name.

    \b
    Examples:
      crossread different "Anvar Yasak" "A. Yasak"
      crossread different "A. Yasak@5f0b360e" "A. Yasak@c3f6af7c"
    """
    with opened(file) as case:
        told(case, case.different(a, b, judge), named=file)


@click.command(short_help="Decide under which name one is shown.")
@click.argument("name")
@click.argument("new")
@as_option
@case_option
def rename(name: str, new: str, judge: str | None, file: str | None) -> None:
    """Decide that whoever bears NAME is shown as NEW. All names stay findable.

    \b
    Example:
      crossread rename "A. Yasak" "Anvar Yasak"
    """
    with opened(file) as case:
        told(case, case.rename(name, new, judge), named=file)


@click.command(short_help="What was decided, by whom and when.")
@case_option
@json_option
def judgements(file: str | None, as_json: bool) -> None:
    """List what was decided on who is who, also what was withdrawn since.

    \b
    Examples:
      crossread judgements
      crossread judgements --json
    """
    from crossread.cli import decided
    from crossread.cli.output import console, json_out

    with opened(file) as case:
        made, gone = case.judgements(), case.withdrawn()
        if as_json:
            json_out([asdict(one) | {"holds": one.number not in gone} for one in made])
        else:
            decided.listed(console(), made, gone, named=file)


@click.command(short_help="Take a decision back.")
@click.argument("number", type=click.IntRange(min=1))
@as_option
@case_option
def withdraw(number: int, judge: str | None, file: str | None) -> None:
    """Take back the judgement with this number; `crossread judgements` lists them.

    To take back a withdrawal, withdraw that: the first judgement holds again.

    \b
    Example:
      crossread withdraw 3
    """
    with opened(file) as case:
        told(case, case.withdraw(number, judge), named=file)


def told(case: "Case", decision: "Decision", *, named: str | None) -> None:
    from crossread.cli import decided
    from crossread.cli.output import console

    decided.decision(console(), decision, case.judgements(), named=named)
