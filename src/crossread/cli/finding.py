"""What `find` and `timeline` print: a list to read, or one for a program."""

from collections.abc import Mapping

from crossread.case import Case
from crossread.cli import told, views
from crossread.cli.output import console, json_out
from crossread.cli.told_json import event_json, figure_json

Filters = Mapping[str, str | None]


def statements(case: Case, words: str, filters: Filters, *, as_json: bool) -> None:
    found = case.find(words, **filters)
    if as_json:
        json_out([views.statement_json(statement) for statement in found])
    else:
        views.hits(console(), found, words)
        views.left_out(console(), case.count(words, **filters).undated)


def figures(case: Case, counted: str, words: str, filters: Filters, *, as_json: bool) -> None:
    found = case.figures(counted, words, **filters)
    if as_json:
        json_out([figure_json(figure) for figure in found])
    else:
        told.figures(console(), found)
        views.left_out(console(), case.undated_figures(counted, words, **filters))


def timeline(case: Case, filters: Filters, *, as_json: bool) -> None:
    found = case.timeline(**filters)
    if as_json:
        json_out([event_json(event) for event in found])
    else:
        told.timeline(console(), found, case.undated_events(outlet=filters.get("outlet")))
