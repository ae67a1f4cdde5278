"""What leaves a case as a file: the report page, and lines of JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from inspect import cleandoc
from pathlib import Path

from rich.text import Text

from crossread.case import Case
from crossread.cli import views
from crossread.cli.output import console, writing
from crossread.errors import InputError
from crossread.export import lines as json_lines
from crossread.export.controls import line
from crossread.export.report import page
from crossread.model.reading import Reading
from crossread.stages.attributions.rules import RULES


def report(case: Case, output: str) -> None:
    name, made = Path(case.path).stem, date.today().isoformat()
    with writing(output) as out:
        for part in page(case.readings, name=name, made=made, why=reasons(), who=case.identities()):
            out.write(part.encode("utf-8", "replace"))
    written(case, output, "open it in any browser")


def lines(case: Case, output: str) -> None:
    with writing(output) as out:
        json_lines.write(case.readings(), out)
    written(case, output, "one line an article")


def written(case: Case, output: str, hint: str) -> None:
    """Says what is in a file that was written; of standard output it says nothing."""
    if output != "-":
        size = Path(output).stat().st_size / 1000
        held = views.headline(case.summary()).rstrip(".")
        console().print(Text(f"{line(output)} ({size:,.0f} kB): {held}; {hint}."))


def parsed(results: Iterable[Reading | InputError], output: str = "-") -> bool:
    """Writes a line for each result as it comes; True if all could be read."""
    good = True
    with writing(output) as out:
        for result in results:
            if isinstance(result, InputError):
                good = False
                out.write(json_lines.failure(result))
            else:
                json_lines.write([result], out)
            out.flush()
    return good


def reasons() -> Mapping[str, str]:
    """What each rule says to whoever asks why: its docstring."""
    return {rule.__name__: cleandoc(rule.__doc__) for rule in RULES if rule.__doc__}
