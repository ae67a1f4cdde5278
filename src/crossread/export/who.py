"""Who is who, as a reader sees it: names in short, reasons counted, doubts with both sides.

All is taken from the values of `model/identity.py`; nothing is decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.identity import Identities, Identity, Join, Named
from crossread.model.reading import Reading

Identified = dict[str, dict[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why entities are one: a sentence, and the joins of which it holds."""

    words: str
    joins: tuple[Join, ...]

    @property
    def score(self) -> float:
        """The least of their likelihoods."""
        return min(join.score for join in self.joins)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another identity that may be this one: for a person to decide."""

    other: Identity
    score: float
    reason: str


def identified(found: Identities) -> Identified:
    """By article and entity, the id and the name of the identity."""
    known: Identified = {}
    for each in found.identities:
        for member in each.members:
            known.setdefault(member.article, {})[member.entity] = (each.id, each.name)
    return known


def doubts(found: Identities) -> dict[str, tuple[Doubt, ...]]:
    """What each identity may be besides, by its id; the likeliest first."""
    known = {each.id: each for each in found.identities}
    sides: dict[str, list[Doubt]] = {}
    for each in sorted(found.suggestions, key=lambda suggestion: -suggestion.score):
        for here, there in ((each.one, each.other), (each.other, each.one)):
            if here in known and there in known:
                sides.setdefault(here, []).append(Doubt(known[there], each.score, each.reason))
    return {identity: tuple(held) for identity, held in sides.items()}


def reasons(identity: Identity) -> tuple[Reason, ...]:
    """Each sentence once, the least likely first: what is most open to doubt stands on top."""
    said: dict[str, list[Join]] = {}
    for join in identity.joins:
        said.setdefault(join.reason, []).append(join)
    grouped = [Reason(words, tuple(joins)) for words, joins in said.items()]
    return tuple(sorted(grouped, key=lambda reason: (reason.score, reason.words)))


def others(identity: Identity) -> tuple[Named, ...]:
    """Its other names, without those that only leave out a part: “Orlan” of “Ilka Orlan”."""
    whole = words(identity.name)
    return tuple(named for named in identity.names if not words(named.name) <= whole)


def words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(".", " ").split())


def also(identity: Identity, most: int) -> str:
    """Other names in short: “Орлан, I. Orlan and 2 more”; "" where there are none."""
    names = [named.name for named in others(identity)]
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def tie(reading: Reading, item: Attribution) -> str:
    """Why the source is this speaker: what is said of the mention in its words."""
    if item.speaker is None:
        return ""
    told = (one.reason for one in within(reading.mentions, item) if one.entity == item.speaker)
    return next(filter(None, told), "")


def within(mentions: Sequence[Mention], item: Attribution) -> Iterator[Mention]:
    """The mentions that stand in the words of the source."""
    return (one for one in mentions if any(part.holds(one.span) for part in item.source))
