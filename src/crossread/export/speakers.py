"""The speakers of all articles as the report lists them: who is who, who said how much, and why.

A card for each identity that says something. Whose words the rest are is counted, not guessed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.export.notes import Entry, Note
from crossread.export.who import Doubt, Reason, doubts, reasons
from crossread.model.identity import Identities, Identity


@dataclass(frozen=True, slots=True)
class Card:
    """One speaker: names and roles, all statements by article, and why all this is one."""

    identity: Identity
    said: tuple[tuple[Entry, tuple[Note, ...]], ...]
    reasons: tuple[Reason, ...]
    doubts: tuple[Doubt, ...]

    @property
    def statements(self) -> int:
        return sum(len(notes) for _, notes in self.said)

    @property
    def outlets(self) -> list[tuple[str, int]]:
        """Statements by outlet, the most first; "" is where none is stated."""
        counts = Counter[str]()
        for entry, notes in self.said:
            counts[entry.outlet or ""] += len(notes)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def cards(entries: Sequence[Entry], found: Identities) -> list[Card]:
    """Who says something, the most quoted first."""
    said = statements_of(entries)
    doubted = doubts(found)
    made = [
        Card(each, said[each.id], reasons(each), doubted.get(each.id, ()))
        for each in found.identities
        if each.id in said
    ]
    return sorted(made, key=lambda card: (-card.statements, card.identity.name))


def statements_of(
    entries: Iterable[Entry],
) -> Mapping[str, tuple[tuple[Entry, tuple[Note, ...]], ...]]:
    """By identity, its statements in each article."""
    said: dict[str, list[tuple[Entry, tuple[Note, ...]]]] = {}
    for entry in entries:
        for identity, notes in by_identity(entry.notes):
            said.setdefault(identity, []).append((entry, notes))
    return {identity: tuple(held) for identity, held in said.items()}


def by_identity(notes: Iterable[Note]) -> Iterator[tuple[str, tuple[Note, ...]]]:
    groups: dict[str, list[Note]] = {}
    for note in notes:
        if note.identity:
            groups.setdefault(note.identity, []).append(note)
    return ((identity, tuple(held)) for identity, held in groups.items())
