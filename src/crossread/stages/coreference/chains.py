"""Chains: the mentions of one article that refer to the same person, body or place."""

from collections import Counter
from dataclasses import dataclass, field

from crossread.model.entity import EntityType
from crossread.stages.coreference.places import Place


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention is of a chain: the rule, and its words to the reader."""

    rule: str
    reason: str
    score: float | None = None


@dataclass(slots=True)
class Chain:
    """What has been tied together so far, with the reason for each mention."""

    type: EntityType
    places: list[Place] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)  # by the number of the place
    names: dict[str, None] = field(default_factory=dict)  # as written, in order
    roles: dict[str, None] = field(default_factory=dict)  # as written, without “the”
    called: Counter[str] = field(default_factory=Counter)  # “he”, “she”: what speaks for each

    def add(self, place: Place, link: Link) -> None:
        self.places.append(place)
        self.links[place.number] = link

    @property
    def name(self) -> str:
        """The fullest name; "" where it is only described."""
        return max(self.names, key=len, default="")

    @property
    def known(self) -> bool:
        """True if it says who: by a name, or by a description that comes up again."""
        described = any(place.form != "pronoun" for place in self.places)
        return bool(self.names) or (described and len(self.places) > 1)

    @property
    def gender(self) -> str:
        """“he” or “she”, where the text says so without contradiction; else ""."""
        (best, votes), *rest = [*self.called.most_common(2), ("", 0)][:2]
        against = rest[0][1] if rest else 0
        return best if votes > 2 * against else ""

    def before(self, place: Place) -> Place | None:
        """Its last mention before a place, and not in what is reported to be said there."""
        own = place.source
        earlier = [
            one
            for one in self.places
            if one.number < place.number and not any(own is item for item in one.told)
        ]
        return max(earlier, key=lambda one: one.number, default=None)
