"""Where the time of a recipe goes: a watch on its stages, and on the parts of the longest."""

import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import wraps
from types import TracebackType
from typing import Any
from unittest.mock import patch

from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.pipeline import Pipeline
from crossread.stages.attributions import tagged
from crossread.stages.attributions.finish import Finish
from crossread.weights.tagger import Tagger

# What is watched inside the stage of the tagger: where its name stands, and what part it is of.
PARTS: tuple[tuple[Any, str, str], ...] = (
    (tagged, "words", "tokens"),
    (Tagger, "__call__", "network"),
    (tagged, "pieces", "links"),
    (tagged, "linked", "links"),
    (tagged, "chance", "links"),
    (tagged.Finder, "said", "kinds"),
    (Finish, "__call__", "clean spans"),
    (tagged, "within", "second look"),
)
LOOK = (tagged.Finder, "__call__")  # all looks but the first are one part, whatever is in them
REST = "rest"


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of the processor: of each stage, and of the parts of a stage that has some."""

    stages: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    parts: dict[str, dict[str, float]] = field(default_factory=dict)


class Watch:
    """Takes the time of stages; while it is open, of their parts too."""

    def __init__(self) -> None:
        self.times = Times()
        self.parts: dict[str, float] = defaultdict(float)
        self.looks = 0
        self.busy = False  # a part is being timed: what it calls belongs to it
        self.patches = ExitStack()

    def __enter__(self) -> "Watch":
        for owner, name, part in PARTS:
            self.put(owner, name, self.timed(getattr(owner, name), part))
        self.put(*LOOK, self.look(getattr(*LOOK)))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.patches.close()

    def put(self, owner: Any, name: str, call: Callable[..., Any]) -> None:
        self.patches.enter_context(patch.object(owner, name, call))

    def read(self, pipeline: Pipeline, article: Article) -> Reading:
        """What the pipeline does, with an eye on the clock."""
        reading = Reading(article)
        for stage in pipeline.stages:
            name, self.looks = type(stage).__name__, 0
            self.parts.clear()
            started = time.process_time()
            layer: dict[str, Any] = {stage.gives: tuple(stage(reading))}
            taken = time.process_time() - started
            reading = replace(reading, **layer)
            self.times.stages[name] += taken
            if "network" in self.parts:
                self.keep_parts(name, taken)
        return reading

    def keep_parts(self, stage: str, taken: float) -> None:
        kept = self.times.parts.setdefault(stage, defaultdict(float))
        for part, seconds in self.parts.items():
            kept[part] += seconds
        kept[REST] += taken - sum(self.parts.values())

    def timed(self, call: Callable[..., Any], part: str) -> Callable[..., Any]:
        @wraps(call)
        def watched(*given: Any, **named: Any) -> Any:
            if self.busy:
                return call(*given, **named)
            self.busy, started = True, time.process_time()
            try:
                return call(*given, **named)
            finally:
                self.parts[part] += time.process_time() - started
                self.busy = False

        return watched

    def look(self, call: Callable[..., Any]) -> Callable[..., Any]:
        again = self.timed(call, "second look")

        @wraps(call)
        def watched(*given: Any, **named: Any) -> Any:
            self.looks += 1
            return (again if self.looks > 1 else call)(*given, **named)

        return watched
