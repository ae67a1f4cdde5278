"""Spellings: the full names that are one name, however it is written."""

from collections import defaultdict
from dataclasses import dataclass, field

from crossread.compare.identities.alike import ALIKE, Edge, Names

TRACE = 0.05  # names that so small a part bears do not make another doubtful


@dataclass(slots=True)
class Spelling:
    """One full name in all its spellings, with the edges that tie them."""

    forms: list[int]
    edges: list[Edge] = field(default_factory=list)


def spellings(names: Names) -> list[Spelling]:
    """The best edges first; no spelling holds two names that nobody can bear both of."""
    known = {form.number: Spelling([form.number]) for form in names.forms if form.whole}
    for form in sorted(doubtful(names)):
        names.forms[form].shape = "doubtful"
        del known[form]
    alike = [edge for edge in names.edges if edge.score >= ALIKE]
    for edge in sorted(alike, key=lambda edge: (edge.loss, -support(names, edge), edge)):
        one, other = known.get(edge.one), known.get(edge.other)
        if one is None or other is None or one is other:
            continue
        if any(names.conflict(a, b) for a in one.forms for b in other.forms):
            continue
        one.forms += other.forms
        one.edges += [*other.edges, edge]
        known |= dict.fromkeys(other.forms, one)
    return list({id(spelling): spelling for spelling in known.values()}.values())


def support(names: Names, edge: Edge) -> int:
    return min(len(names.forms[number].bearers) for number in (edge.one, edge.other))


def doubtful(names: Names) -> set[int]:
    """“Ivan Orlan” where there are an “Ivan Petrovich Orlan” and an “Ivan Ilyich Orlan”."""
    beside: dict[int, list[int]] = defaultdict(list)
    for edge in names.edges:
        if edge.score >= ALIKE:
            for mine, theirs in ((edge.one, edge.other), (edge.other, edge.one)):
                if len(names.forms[theirs].bearers) > TRACE * len(names.forms[mine].bearers):
                    beside[mine].append(theirs)
    return {
        form
        for form, others in beside.items()
        if names.forms[form].whole
        and any(names.conflict(a, b) for at, a in enumerate(others) for b in others[:at])
    }
