"""Of how many statements it is known who spoke: what is unknown is counted, not hidden."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from crossread.model.attribution import Voice

Standing = Literal["known", "unknown", "anonymous", "sourceless"]


def standing(*, known: bool, source: str, voice: Voice) -> Standing:
    """What is known of the speaker of a statement."""
    if known:
        return "known"
    if not source:
        return "sourceless"
    return "anonymous" if voice == "anonymous" else "unknown"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Of how many statements the speaker is known, and what the others have for a source."""

    known: int = 0
    unknown: int = 0  # a source is given, and who that is is not known
    anonymous: int = 0
    sourceless: int = 0

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> "Reckoning":
        counts = Counter(standings)
        return cls(*(counts[each] for each in get_args(Standing)))

    @property
    def all(self) -> int:
        return self.known + self.unknown + self.anonymous + self.sourceless

    @property
    def sentence(self) -> str:
        """Who spoke is known for 5 of 8 statements. Of the others, 2 have …, and 1 names none."""
        whole = f"Who spoke is known for {self.share}."
        parts = [
            f"{count:,} {one if count == 1 else many}"
            for count, one, many in (
                (self.unknown, *(f"{verb} a source whose name is not known" for verb in HAS)),
                (self.anonymous, *(f"{verb} an anonymous source" for verb in HAS)),
                (self.sourceless, "names no source", "name no source"),
            )
            if count
        ]
        if self.all - self.known == 1 and self.known:
            return f"{whole} The other {parts[0].removeprefix('1 ')}."
        if not parts:
            return whole
        *first, last = parts
        listed = f"{', '.join(first)}, and {last}" if first else last
        return f"{whole} Of the others, {listed}."

    @property
    def share(self) -> str:
        if self.known < self.all:
            return f"{self.known:,} of {self.all:,} statements"
        return "the one statement" if self.all == 1 else f"all {self.all:,} statements"


HAS = ("has", "have")
