"""What is made of a reading's layers when it is stored, so that many articles can be asked.

The days of its events, and the words of what its figures count.
"""

from collections.abc import Callable, Iterator
from typing import Any

from crossread.model.claims import Claims
from crossread.model.days import days
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.store.search import fold

Rows = Iterator[tuple[Any, ...]]


def event_days(reading: Reading) -> Rows:
    """For the table of this name; an open beginning sorts by its end, and the other way round."""
    for n, event in enumerate(reading.events):
        if told := days(event.when):
            first, last = told
            yield reading.article.id, n, first or last, last or first


def figure_words(reading: Reading) -> Rows:
    """For the table of this name, but for its `row`."""
    claims = Claims(reading.attributions)
    for n, figure in enumerate(reading.figures):
        counted, verb = folded(reading, figure.counted), folded(reading, figure.verb)
        yield reading.article.id, n, counted, verb, claims.by(figure.span)


def folded(reading: Reading, span: Span | None) -> str:
    return " ".join(fold(span.of(reading.text)).split()) if span else ""


DERIVED: dict[str, Callable[[Reading], Rows]] = {
    "event_days": event_days,
    "figure_words": figure_words,
}
