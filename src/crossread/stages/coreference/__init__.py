"""Coreference: which mentions of an article are one person, body or place, and why.

Names are tied to names first, then the descriptions that stand beside a name. Then the article is
read from its start: each other description and pronoun is tied to who was mentioned before, where
that is sure. Each link has its reason in words. What is not sure stays without an entity.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.sources import heads
from crossread.stages.coreference.chains import Chain, Link
from crossread.stages.coreference.descriptions import RULES, Told, quoted
from crossread.stages.coreference.genders import call
from crossread.stages.coreference.lexicon import Description, Lexicon, lexicon
from crossread.stages.coreference.namesakes import name_chains
from crossread.stages.coreference.places import Place, places
from crossread.stages.coreference.pronouns import (
    ALONE,
    CLOSE,
    SPEAKING_ON,
    SURE,
    UNRIVALLED,
    Candidate,
    candidates,
    otherwise,
    weigh,
)
from crossread.stages.coreference.roles import said, with_roles
from crossread.stages.coreference.turns import RULES as TURNS
from crossread.stages.coreference.turns import Turn
from crossread.stages.source import Source

MOST = 200  # chains that a description or pronoun may go on with
FURTHER = "further up"
BLOCKS_APART = {0: "same paragraph", 1: "the paragraph before"}


Judge = Callable[[Place, Sequence[Candidate]], list[float]]


class Coreference:
    """The stage: the mentions again, each with its entity and the reason, where that is sure."""

    needs: ClassVar[tuple[str, ...]] = (
        "blocks", "sentences", "quotations", "attributions", "mentions",
    )  # fmt: skip
    gives: ClassVar[str] = "mentions"

    def __call__(self, reading: Reading) -> Iterator[Mention]:
        told = telling(reading)
        told.go()
        return told.mentions()


@dataclass(slots=True)
class Telling:
    """An article as it is read from its start: who was mentioned so far, who spoke last."""

    reading: Reading
    words: Lexicon
    places: list[Place]
    chains: list[Chain]
    owner: dict[int, Chain] = field(default_factory=dict)  # by the number of the place
    begun: dict[int, Chain] = field(default_factory=dict)  # those mentioned so far, by identity
    spoke: Chain | None = None
    judge: Judge | None = None  # in place of the weights: for learning them
    ordered: tuple[Mention, ...] = ()
    named: tuple[Chain, ...] = ()

    def go(self) -> None:
        self.named = tuple(self.chains)
        self.ordered = tuple(place.mention for place in self.places)
        for chain in self.chains:
            self.owner.update((place.number, chain) for place in chain.places)
        call(self.places, self.owner)
        for place in self.places:
            self.read(place)
        for place in self.places:
            if place.refers == "i":
                self.speaking(place)

    def read(self, place: Place) -> None:
        """Who one mention is, with all that stands before it."""
        if place.number not in self.owner and place.form == "nominal":
            self.describe(place)
        elif place.number not in self.owner and place.refers:
            self.refer(place)
        chain = self.owner.get(place.number)
        if chain is None:
            return
        if place.form == "name" and place.after in self.words.addresses:
            chain.called[self.words.addresses[place.after]] += 2  # “Ms Dovar”
        self.begun.pop(id(chain), None)
        self.begun[id(chain)] = chain  # the last mentioned last
        if place.source is not None and place.outside and self.leads(place):
            self.spoke = chain

    def recent(self) -> list[Chain]:
        """Who was mentioned lately: the work for each mention is bounded."""
        return list(islice(reversed(self.begun.values()), MOST))[::-1]

    def leads(self, place: Place) -> bool:
        """True if this mention is whom the source speaks of."""
        item = place.source
        if item is None:
            return False
        tables = language(self.reading.article.language)
        return Source(item, self.reading.text, tables).head(self.ordered) == place.mention

    def describe(self, place: Place) -> None:
        text = self.reading.text
        described = self.words.describe(said(place, text))
        told = Told(text, self.words, self.recent(), self.named, self.spoke, place, described)
        for rule in RULES:
            if found := rule(told):
                self.tie(place, found[0], Link(rule.__name__, found[1]))
                return
        if place.after in self.words.small["predicate"] or not (
            introduced(described) or place.source
        ):
            return
        gender = self.words.gender(described.head)
        self.begin(place, Chain(place.mention.type), gender, f"“{said(place, text)}”")

    def begin(self, place: Place, chain: Chain, gender: str, whom: str) -> None:
        """Someone without a name comes up."""
        if gender:
            chain.called[gender] += 2
        chain.add(place, Link("described", f"The article speaks of {whom}."))
        self.chains.append(chain)
        self.owner[place.number] = chain

    def refer(self, place: Place) -> None:
        subject = place.use == "subject" and place.outside
        if subject and place.source is not None and self.leads(place):
            text, before = self.reading.text, self.words.small["before"]
            turn = Turn(text, place, self.places, self.owner, self.spoke, before)
            for rule in TURNS:
                if said_so := rule(turn):
                    self.tie(place, said_so[0], Link(rule.__name__, said_so[1]))
                    return
        found = candidates(place, self.recent(), self.spoke, self.words.small["before"])
        if not found:
            return
        likely = (self.judge or self.weigh)(place, found)
        best = max(range(len(found)), key=likely.__getitem__)
        if likely[best] < self.least(place, found, found[best]):
            return
        if otherwise(place, found[best].chain):
            self.begin(place, Chain("person"), place.refers, "somebody else")
            return
        reason = why(place, found[best], found, self.reading.text)
        self.tie(place, found[best].chain, Link("pronoun", reason, likely[best]))
        if place.refers in {"he", "she"} and likely[best] > 0.8:
            found[best].chain.called[place.refers] += 1

    def least(self, place: Place, found: Sequence[Candidate], best: Candidate) -> float:
        """How likely the best must be: less where the one who spoke last is said to speak on."""
        goes_on = place.source is not None and place.outside and place.use == "subject"
        near = place.block - best.last.block <= 1
        if not (goes_on and near and best.chain is self.spoke and best.chain.names):
            close = [one for one in found if is_close(place, one)]
            alone = close == [best] and bool(best.chain.names)
            return UNRIVALLED if alone and (len(found) == 1 or leads(best)) else SURE
        return ALONE if len(found) == 1 else SPEAKING_ON

    def weigh(self, place: Place, found: Sequence[Candidate]) -> list[float]:
        return weigh(found, self.words.pronouns, place.refers)

    def speaking(self, place: Place) -> None:
        """“I lost,” said Dovar: “I” is who is quoted."""
        if place.outside or place.number in self.owner:
            return
        for item in place.told:
            for mention in heads(item.source, self.ordered)[:1]:
                at = bisect_left(self.ordered, key_of(mention), key=key_of)
                chain = self.owner.get(at)
                if chain is not None and item.kind != "indirect":
                    who = quoted(chain.name)
                    reason = f"“{place.pronoun}” in what {who} is quoted as saying."
                    self.tie(place, chain, Link("speaking", reason))
                    return

    def tie(self, place: Place, chain: Chain, link: Link) -> None:
        chain.add(place, link)
        self.owner[place.number] = chain

    def mentions(self) -> Iterator[Mention]:
        """The mentions, tied: a chain of a bare description alone is no entity."""
        ids: dict[int, str] = {}
        for place in self.places:
            chain = self.owner.get(place.number)
            if chain is None or not chain.known:
                yield place.mention
                continue
            link = chain.links[place.number]
            entity = ids.setdefault(id(chain), f"e{len(ids) + 1}")
            yield replace(
                place.mention,
                entity=entity,
                type=chain.type if place.form != "name" else place.mention.type,
                score=link.score if link.score is not None else place.mention.score,
                rule=link.rule,
                reason=link.reason,
            )


def is_close(place: Place, one: Candidate) -> bool:
    near = place.block - one.last.block <= 1
    return near and place.sentence - one.last.sentence <= CLOSE


def leads(one: Candidate) -> bool:
    """True if the sentence that mentions someone last begins with them."""
    return any(at.first and at.sentence == one.last.sentence for at in one.chain.places)


def key_of(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.stop


def introduced(one: Description) -> bool:
    return one.definite or one.indefinite


def telling(reading: Reading) -> Telling:
    """An article ready to be gone through: its names tied, and what stands beside them."""
    tables = language(reading.article.language)
    found, words = places(reading, tables), lexicon(tables)
    chains = name_chains(found, reading.text, tables)
    with_roles(found, chains, reading.text, words)
    return Telling(reading, words, found, chains)


def why(place: Place, one: Candidate, found: list[Candidate], text: str) -> str:
    """“he” after “Putin said”, same paragraph; no one else is named since."""
    last = one.last
    word = place.span.of(text)
    pronoun = last.form == "pronoun"
    who = quoted((pronoun and one.chain.name) or said(last, text))
    spoke = " spoke" if last.source is not None else ""
    where = FURTHER if place.sentence != last.sentence else "same sentence"
    if where == FURTHER:
        where = BLOCKS_APART.get(place.block - last.block, FURTHER)
    since = [c for c in found if c is not one and c.last.number > last.number]
    rest = "no one else came up since" if not since else "more likely than anyone named since"
    return f"“{word}” after {who}{spoke}, {where}; {rest}."
