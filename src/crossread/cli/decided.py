"""What somebody decided on who is who, as a terminal shows it."""

from collections.abc import Collection, Sequence

from rich.console import Console
from rich.text import Text

from crossread.case import Decision
from crossread.cli.output import to_type
from crossread.cli.views import counted
from crossread.cli.who import verdict
from crossread.export.controls import line
from crossread.export.dates import day
from crossread.model.identity import Identity
from crossread.model.judgement import Judgement

MOST = 6  # identities that are named


def decision(
    out: Console, made: Decision, judgements: Sequence[Judgement], *, named: str | None
) -> None:
    """What holds now, of whom it speaks, and how to take it back."""
    judgement = made.judgement
    first = (
        said(judgement, judgements) if made.new else f"Already so: {said(judgement, judgements)}"
    )
    out.print(Text(f"{first}."))
    if made.identities:
        shown = ", ".join(map(one, made.identities[:MOST]))
        rest = f" and {len(made.identities) - MOST} more" if len(made.identities) > MOST else ""
        out.print(Text(f"Now: {shown}{rest}."))
    if warning := unheeded(made):
        out.print(Text(warning, style="yellow"))
    back = to_type(f"withdraw {judgement.number}", case=named)
    out.print(Text.assemble("To take it back: ", (back, "cyan")), soft_wrap=True)


def said(judgement: Judgement, judgements: Sequence[Judgement]) -> str:
    """Judgement 3: “A. Yasak” and “Anvar Yasak” are the same"""
    return f"Judgement {judgement.number}: {of(judgement, judgements)}"


def of(judgement: Judgement, judgements: Sequence[Judgement]) -> str:
    """What was decided; of one that withdraws another, what that was."""
    earlier = next((one for one in judgements if one.number == judgement.withdrawn), None)
    if earlier is None:
        return verdict(judgement)
    return f"{earlier.number} holds no more ({of(earlier, judgements)})"


def one(identity: Identity) -> str:
    articles = len({member.article for member in identity.members})
    return f"{line(identity.name)} ({line(identity.id)}) in {counted(articles, 'article')}"


def unheeded(made: Decision) -> str:
    """Where what was decided cannot hold beside something else."""
    if made.judgement.verdict == "same" and len(made.identities) > 1:
        return "They are not one yet: another judgement, or their types, keep them apart."
    if made.judgement.verdict == "different" and len(made.identities) == 1:
        return "They are one still: these articles do not tell which of them is meant."
    return ""


def listed(
    out: Console,
    judgements: Sequence[Judgement],
    gone: Collection[int],
    *,
    named: str | None,
) -> None:
    """Each with its number, who and when; those that hold no more are faint."""
    if not judgements:
        out.print(Text("Nothing has been decided yet."))
        out.print(Text.assemble("To decide: ", (to_type("same A B", case=named), "cyan")))
        return
    for judgement in judgements:
        when = day(judgement.when[:10]) if judgement.when else ""
        by = ", ".join(filter(None, (line(judgement.who), when)))
        holds = judgement.number not in gone
        told = Text(f"{judgement.number:>3}  {of(judgement, judgements)}", "" if holds else "dim")
        told.append(f"  {by}" + ("" if holds else "  withdrawn"), style="dim")
        out.print(told)
    back = to_type("withdraw NUMBER", case=named)
    out.print(Text.assemble("\nTo take one back: ", (back, "cyan")))
