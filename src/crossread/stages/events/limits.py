"""Limits: what must be found with a word, since it may mean something else.

“Sold released 44 people” is a release, “Sold released a statement” is none.
"""

from collections.abc import Callable
from dataclasses import dataclass

from crossread.stages.events.trigger import Told, Trigger

PEOPLE = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found of one event."""

    types: tuple[str, ...]  # of those it happened to
    parties: tuple[str, ...]  # of all who take part
    kinds: frozenset[str]  # of the figures
    place: bool  # it is told where
    told_place: bool  # by the object: “left | Tarn”
    date: bool
    patient: str  # what kind of thing it happened to
    acted_on: bool  # there is somebody else who did it


def someone(found: Found) -> bool:
    counted = "count" in found.kinds and found.patient in {*PEOPLE, "number"}
    return not PEOPLE.isdisjoint(found.types) or counted


def victim(found: Found) -> bool:
    return bool(found.types) or "count" in found.kinds or date(found)


def company(found: Found) -> bool:
    """“met | Mira Tevan |”, “met | in Tarn |”; not “met | the deadline | on Friday”."""
    return named(found) if found.acted_on else date(found)


def named(found: Found) -> bool:
    return not {"person", "organisation"}.isdisjoint(found.types)


def ground(found: Found) -> bool:
    return found.place or "count" in found.kinds or "place" in found.parties


def date(found: Found) -> bool:
    return found.place or found.date


ASKS: dict[str, Callable[[Found], bool]] = {
    "someone": someone,
    "victim": victim,
    "named": named,
    "company": company,
    "ground": ground,
    "date": date,
    "place": lambda found: found.told_place,
    "money": lambda found: "money" in found.kinds,
    "sum": lambda found: bool(found.kinds),
}


def enough(trigger: Trigger, told: Told, *, place: str | None, dated: bool) -> bool:
    """True if what the table asks for with this word has been found."""
    asks = ASKS.get(trigger.happening.limits.get("asks", ""))
    if asks is None:
        return True
    types = trigger.tokens.layers.kinds
    found = Found(
        types=tuple(types.get(one, "") for one in told.patient.who),
        parties=tuple(types.get(one, "") for one in told.who),
        kinds=frozenset(figure.kind for figure in told.figures),
        place=place is not None,
        told_place=told.place is not None,
        date=dated,
        patient=told.patient.kind,
        acted_on=told.agent.there,
    )
    return asks(found)
