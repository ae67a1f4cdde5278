"""Pipeline: stages in an order that is checked when it is built."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from crossread.errors import PipelineError
from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.stages.stage import Stage

LAYERS = frozenset(field.name for field in fields(Reading)) - {"article"}


class Pipeline:
    """A list of stages that makes an `Article` a `Reading`: a pure function.

    Raises PipelineError if a stage needs a layer that no earlier stage gives.
    """

    def __init__(self, name: str, stages: Sequence[Stage]) -> None:
        self.name = name
        self.stages = tuple(stages)
        check_order(self.stages)

    def __call__(self, article: Article) -> Reading:
        reading = Reading(article)
        for stage in self.stages:
            layer: dict[str, Any] = {stage.gives: tuple(stage(reading))}
            reading = replace(reading, **layer)
        return reading


def check_order(stages: Sequence[Stage]) -> None:
    given: set[str] = set()
    for stage in stages:
        name = type(stage).__name__
        if stage.gives not in LAYERS:
            raise PipelineError(f"{name} gives {stage.gives!r}, which is no layer of a reading")
        if missing := [need for need in stage.needs if need not in given]:
            raise PipelineError(f"{name} needs {', '.join(missing)}, which no earlier stage gives")
        given.add(stage.gives)
