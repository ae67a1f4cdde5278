"""Speakers: which entity the source of an attribution is. Unknown is an answer."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

from crossread.languages.language import Language, language
from crossread.model.attribution import Attribution
from crossread.model.entity import Entity, Mention
from crossread.model.reading import Reading
from crossread.model.span import Span

SURE = 0.4  # of an attribution that is less likely to be right, the speaker stays unknown
WORD = re.compile(r"[^\W\d_][\w-]*")


class Speakers:
    """The stage: each attribution again, with its speaker where that is sure.

    A source that bears one name is who it names. “He” and “she” go on with the person who spoke
    last, if nobody else has come up since. A description (“the minister”) stays unknown, and so
    does the speaker of what is not likely to be a report at all (a score below `SURE`).
    """

    needs: ClassVar[tuple[str, ...]] = ("blocks", "attributions", "mentions", "entities")
    gives: ClassVar[str] = "attributions"

    def __call__(self, reading: Reading) -> Iterator[Attribution]:
        scene = Scene(reading, language(reading.article.language))
        spoken = {}
        for item in sorted(reading.attributions, key=lambda item: place(item).start):
            spoken[item.id] = scene.speaker(item)
        return (replace(item, speaker=spoken[item.id]) for item in reading.attributions)


def place(item: Attribution) -> Span:
    """Where the source stands; of a source-less one, where it begins."""
    return item.source[0] if item.source else item.content[0]


@dataclass(slots=True)
class Scene:
    """Who has spoken so far, going through an article from its start."""

    reading: Reading
    tables: Language
    starts: list[int] = field(init=False)  # where each mention starts
    last: tuple[str, Span] | None = None  # the person who spoke last, and where
    called: dict[str, str] = field(default_factory=dict)  # “he” or “she”, as each was called

    def __post_init__(self) -> None:
        self.starts = [mention.span.start for mention in self.reading.mentions]

    def speaker(self, item: Attribution) -> str | None:
        if not item.source or (item.score is not None and item.score < SURE):
            return None
        found = self.named(item) or self.going_on(item)
        if found and self.person(found):
            self.last = (found, place(item))
        elif item.voice == "role":
            self.last = None  # “the minister said”: now “he” may be the minister
        return found

    def named(self, item: Attribution) -> str | None:
        """The one entity whose name stands in the source."""
        found = {mention.entity for part in item.source for mention in self.within(part)}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def within(self, span: Span) -> Iterator[Mention]:
        """The mentions that lie in a stretch of text."""
        mentions = self.reading.mentions
        for place in range(bisect_left(self.starts, span.start), len(mentions)):
            if mentions[place].span.start >= span.stop:
                return
            if span.holds(mentions[place].span):
                yield mentions[place]

    def going_on(self, item: Attribution) -> str | None:
        """“He added …”: the person who spoke last, in this paragraph or the one before."""
        pronoun = place(item)
        word = pronoun.of(self.reading.text).lower()
        if self.last is None or len(item.source) > 1:
            return None
        if self.tables.pairs("pronouns").get(word) != "person":
            return None
        entity, before = self.last
        if self.called.get(entity, word) != word or not self.near(before, pronoun):
            return None
        if self.others(entity, Span(before.stop, max(before.stop, pronoun.start))):
            return None
        self.called[entity] = word
        return entity

    def person(self, entity: str) -> Entity | None:
        known = (one for one in self.reading.entities if one.id == entity)
        return next((one for one in known if one.type == "person"), None)

    def near(self, before: Span, pronoun: Span) -> bool:
        """True if at most one break between blocks of the story lies between the two."""
        between = [s for s in self.reading.story if before.stop <= s.start <= pronoun.start]
        return len(between) <= 1

    def others(self, entity: str, stretch: Span) -> bool:
        """True if somebody else may be named between: a name, and not of a place (“in Terva”)."""
        who = self.person(entity)
        own = {part for name in who.names for part in name.split()} if who else set[str]()
        common, places = self.tables.words("words"), self.tables.words("prepositions")
        before, named = "", False
        for found in WORD.finditer(self.reading.text, stretch.start, stretch.stop):
            word = found.group()
            capital = word[0].isupper() and word not in own
            strange = capital and word.lower() not in common
            if (capital and named) or (strange and before not in places):
                return True
            before, named = word.lower(), strange
        return False
