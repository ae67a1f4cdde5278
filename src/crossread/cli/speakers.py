"""Who is quoted most, by identity, as `crossread show` has it; what is unknown or in doubt."""

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crossread.cli.output import to_type
from crossread.export.controls import line
from crossread.export.reckoning import Reckoning
from crossread.export.who import also
from crossread.store.speakers import Speakers

BAR = 12  # characters for the greatest count
OTHERS = 3  # other names of one speaker


def quoted_most(out: Console, found: Speakers, *, named: str | None) -> None:
    """A line for each speaker: how much, and under which other names."""
    out.print(Text("Quoted most", style="bold"))
    if found.first:
        out.print(bars(found, out.width))
    if more := found.speakers - len(found.first):
        out.print(Text(f"… and {more:,} more", style="dim"))
    out.print(Text(reckoned(found).sentence))
    in_doubt(out, found, named=named)


def reckoned(found: Speakers) -> Reckoning:
    return Reckoning(found.known, found.unknown, found.anonymous, found.sourceless)


def bars(found: Speakers, width: int) -> Table:
    longest = max(cell_len(line(identity.name)) for identity, _ in found.first)
    most = max(count for _, count in found.first)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=min(longest, width // 3), no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", width=4)
    table.add_column(width=BAR)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis", style="dim")
    for identity, count in found.first:
        bar = Text("━" * max(1, round(BAR * count / most)), style="cyan")
        others = also(identity, OTHERS)
        beside = Text(f"also: {line(others)}" if others else "")
        table.add_row(Text(line(identity.name)), Text(str(count)), bar, beside)
    return table


def in_doubt(out: Console, found: Speakers, *, named: str | None) -> None:
    """How many may be one, the likeliest of them, and what to type to see why."""
    if not found.suggestions:
        return
    one = found.suggestions == 1
    told = "1 pair" if one else f"{found.suggestions:,} pairs"
    out.print(Text(f"\nIn doubt: {told} of names may be one", style="bold"))
    for doubt in found.doubted:
        out.print(Text(f"  {line(doubt.one_name)} / {line(doubt.other_name)}"))
        command = to_type(f"who {doubt.one}", case=named)
        out.print(Text(f"    {command}", style="cyan"), soft_wrap=True)
    if more := found.suggestions - len(found.doubted):
        out.print(Text(f"  … and {more:,} more", style="dim"))


def speakers_json(found: Speakers) -> dict[str, object]:
    return {
        "first": [
            {
                "id": identity.id,
                "name": identity.name,
                "type": identity.type,
                "statements": count,
                "names": [each.name for each in identity.names],
            }
            for identity, count in found.first
        ],
        "speakers": found.speakers,
        "known": found.known,
        "unknown": found.unknown,
        "anonymous": found.anonymous,
        "sourceless": found.sourceless,
        "suggestions": found.suggestions,
    }
