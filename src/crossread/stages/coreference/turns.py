"""Turns: pronouns that are sources, and say by where they stand who speaks. Rules in order."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crossread.model.attribution import Attribution
from crossread.stages.coreference.chains import Chain
from crossread.stages.coreference.descriptions import quoted
from crossread.stages.coreference.places import Place
from crossread.stages.coreference.roles import said

LINKS = re.compile(r",?\s+")  # “Dovar|, |who”
CLOSE = 2  # sentences
PEOPLE = frozenset({"he", "she"})
BODIES = frozenset({"organisation", "group", "place"})


@dataclass(slots=True)
class Turn:
    """A pronoun that is a source, and the article before it."""

    text: str
    place: Place
    places: Sequence[Place]  # all of the article
    owner: Mapping[int, Chain]  # by the number of the place
    spoke: Chain | None  # who spoke last
    aside: frozenset[str]  # “of”, “by”: before what goes on after an object

    def near(self) -> list[Place]:
        """The mentions before it in its sentence and the last two, the last first."""
        found = []
        for place in reversed(self.places[: self.place.number]):
            if self.place.sentence - place.sentence > CLOSE:
                break
            found.append(place)
        return found


Rule = Callable[[Turn], tuple[Chain, str] | None]


def relative(turn: Turn) -> tuple[Chain, str] | None:
    """“Dovar, who says that …”: whoever stands right before."""
    if turn.place.refers not in {"who", "which"}:
        return None
    before = [
        one
        for one in turn.near()
        if one.span.stop < turn.place.span.start
        and LINKS.fullmatch(turn.text[one.span.stop : turn.place.span.start])
    ]
    longest = min(before, key=lambda one: one.span.start, default=None)
    chain = turn.owner.get(longest.number) if longest else None
    if longest is None or chain is None or not chain.known:
        return None
    if (turn.place.refers == "who") != (chain.type in {"person", "group"}):
        return None
    return chain, f"“{said(turn.place, turn.text)}” after {quoted(said(longest, turn.text))}."


def body_speaks_on(turn: Turn) -> tuple[Chain, str] | None:
    """“The ministry denied it. It added that …”: the body that spoke last, if no other came up."""
    one, place = turn.spoke, turn.place
    if place.refers not in {"it", "they"} or one is None or one.type not in BODIES:
        return None
    last = one.before(place)
    if last is None or place.block - last.block > 2 or place.sentence - last.sentence > 2 * CLOSE:
        return None  # the paragraph between may be what the body is quoted as saying
    others = [p for p in turn.near() if p.number > last.number and p.first and is_body(turn, p)]
    if any(turn.owner.get(other.number) is not one for other in others):
        return None
    word = said(place, turn.text)
    return one, f"“{word}” goes on with {quoted(one.name)}, which spoke last."


def is_body(turn: Turn, place: Place) -> bool:
    """“Fourteen people” is no “it”."""
    kinds = BODIES - {"group"} if turn.place.refers == "it" else BODIES
    return place.form != "pronoun" and place.mention.type in kinds


def person_speaks_on(turn: Turn) -> tuple[Chain, str] | None:
    """“Dovar said that Sold lied. “She knew it,” he added”: the one who spoke last, and no other.

    Whoever came up since only in what was said is no other.
    """
    one, place = turn.spoke, turn.place
    if place.refers not in PEOPLE or one is None or one.type != "person":
        return None
    last = one.before(place)
    if one.gender not in {"", place.refers} or last is None or place.block - last.block > 2:
        return None
    if any(rivals(turn, other, one) for other in turn.places[last.number + 1 : place.number]):
        return None
    word = said(place, turn.text)
    return one, f"“{word}” goes on with {quoted(one.name)}, who spoke last."


def rivals(turn: Turn, other: Place, one: Chain) -> bool:
    """True of somebody else who came up, and not in what the one is reported to have said."""
    spoken = [place.source for place in one.places if place.source is not None]
    own = other.source is not None and other.source in spoken  # “Dovar, | a fellow at a school,”
    if turn.owner.get(other.number) is one or own or not other.outside:
        return False
    person = other.form != "pronoun" or other.refers in PEOPLE
    told = any(item in spoken and not aimed(turn, other, item) for item in other.told)
    return other.mention.type == "person" and person and not told


def aimed(turn: Turn, place: Place, item: Attribution) -> bool:
    """“accused | Dovar | of theft”: who is accused may well answer."""
    ahead = turn.text[place.span.stop : place.span.stop + 20].split()
    begins = any(part.start == place.span.start for part in item.content)
    return begins and bool(ahead) and ahead[0] in turn.aside


def of_its_own(turn: Turn) -> tuple[Chain, str] | None:
    """“The bureau has found nothing, it said”: the body that its own words begin with."""
    place, item = turn.place, turn.place.source
    if place.refers not in {"it", "they"} or item is None:
        return None
    start = min(part.start for part in item.content)
    if start > place.span.start:
        return None
    same = [one for one in turn.near() if one.span.start >= start and one.outside]
    subject = min(same, key=lambda one: (one.span.start, -one.span.stop), default=None)
    if subject is None or not (subject.verbal and is_body(turn, subject)):
        return None
    chain = turn.owner.get(subject.number)
    if chain is None or chain.type == "place":
        return None
    return chain, f"“{said(place, turn.text)}” speaks of {quoted(said(subject, turn.text))} itself."


RULES: tuple[Rule, ...] = (relative, person_speaks_on, body_speaks_on, of_its_own)
