"""What leaves a case as a file: the report page, and lines of JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from inspect import cleandoc
from pathlib import Path

from crossread import recipes
from crossread.case import Case
from crossread.cli.output import writing
from crossread.errors import InputError
from crossread.export import lines as json_lines
from crossread.export.report import page
from crossread.model.reading import Reading


def report(case: Case, output: str) -> None:
    name, made = Path(case.path).stem, date.today().isoformat()
    with writing(output) as out:
        for part in page(case.readings, name=name, made=made, why=reasons(case.settings.recipe)):
            out.write(part.encode("utf-8", "replace"))


def lines(case: Case, output: str) -> None:
    with writing(output) as out:
        json_lines.write(case.readings(), out)


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


def reasons(recipe: str) -> Mapping[str, str]:
    """What each rule says to whoever asks why: its docstring."""
    rules = [
        rule
        for stage in recipes.pipeline(recipe).stages
        for rule in getattr(stage, "rules", ())
        if rule.__doc__
    ]
    return {rule.__name__: cleandoc(rule.__doc__) for rule in rules}
