"""Scenes: a sentence as words and parties, each mention of a party one piece of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.model.entity import Entity, Mention
from crossread.model.span import Span
from crossread.stages.ties.lexicon import Lexicon

# isn’t · Kazakhstan|’s · brother-in-law · 1.5 · %
TOKEN = re.compile(r"\w+n['’]t\b|['’](?:s|d|ll|re|ve|m)\b|\d[\d.,]*\d|\w+(?:-\w+)*|[^\w\s]")
QUOTES = frozenset("«»“”„‟\"‘’'")
BODIES = frozenset({"organisation", "group"})
TYPES = {
    "organisation": "body", "group": "body", "person": "person", "place": "place", "work": "work",
}  # fmt: skip
LONGEST = 400  # tokens of a sentence that are looked at
BRACKETED = 14  # tokens in brackets that are passed over


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a sentence, or the mention of a party: all its words at once."""

    start: int
    stop: int
    lower: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who a mention is, if that is known."""

    entity: str
    type: str  # body, person, place, work
    span: Span
    crowd: bool = False  # people called by one name: “Kenyans”


@dataclass(frozen=True, slots=True)
class Article:
    """What the rules look at beside the sentence."""

    text: str
    lexicon: Lexicon
    mentions: Sequence[Mention]  # in the order of the text, the outer first
    starts: Sequence[int]
    entities: dict[str, Entity]
    named: dict[str, str]  # a place’s name in small letters → its entity

    def inside(self, span: Span) -> Iterator[Mention]:
        """The mentions that lie in a stretch, the outer first."""
        for at in range(bisect_left(self.starts, span.start), len(self.starts)):
            if self.starts[at] >= span.stop:
                return
            if self.mentions[at].span.stop <= span.stop:
                yield self.mentions[at]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence."""

    article: Article
    span: Span
    units: list[Unit]

    @property
    def lexicon(self) -> Lexicon:
        return self.article.lexicon

    def word(self, at: int) -> str:
        """The word at a place; empty for a party, and outside of the sentence."""
        if 0 <= at < len(self.units) and self.units[at].mention is None:
            return self.units[at].lower
        return ""

    def slot(self, at: int) -> Mention | None:
        return self.units[at].mention if 0 <= at < len(self.units) else None

    def asks(self) -> bool:
        return self.article.text[self.span.start : self.span.stop].rstrip(' ”"’)\n').endswith("?")

    def within(self, name: str, at: int) -> bool:
        """True if the word at a place is in a set of the table `tie-words`."""
        return self.word(at) in self.lexicon.sets[name]

    def nameless(self, at: int) -> Mention | None:
        """The mention at a place, if it is of somebody whom the article never names."""
        known, mention = self.party(at), self.slot(at)
        return mention if known and not self.article.entities[known.entity].names else None

    def party(self, at: int) -> Party | None:
        """Who stands at a place, if that is somebody whom the article knows."""
        mention = self.slot(at)
        return party(mention, self.article) if mention else None


def party(mention: Mention, article: Article) -> Party | None:
    """Who a mention is; “the ruling Ak Zhel party” is who “Ak Zhel” is."""
    entity = mention.entity or borne(mention, article)
    known = article.entities.get(entity) if entity else None
    if known is None:
        return None
    crowd = known.type == "group" and bool(known.names)
    return Party(known.id, TYPES[known.type], mention.span, crowd)


def borne(mention: Mention, article: Article) -> str | None:
    """The body whose name is in its own description."""
    if mention.form != "nominal" or mention.type not in BODIES:
        return None
    for inner in article.inside(mention.span):
        behind = article.text[inner.span.stop : mention.span.stop].strip(" “”\"'’«»")
        if inner.form == "name" and inner.type in BODIES and behind in article.lexicon.bearers:
            return inner.entity
    return None


def scene(article: Article, sentence: Span) -> Scene:
    outer = outermost(article.inside(sentence), article)
    return Scene(article, sentence, without_brackets(units(article.text, sentence, outer)))


def outermost(mentions: Iterator[Mention], article: Article) -> list[Mention]:
    """The mentions that lie in no other; “who” and “which” are words."""
    found: list[Mention] = []
    for one in mentions:
        said = one.span.of(article.text)
        relative = one.form == "pronoun" and said.lower() in RELATIVE
        if relative or (one.form == "nominal" and is_verb(said, one, article)):
            continue
        if not found or one.span.start >= found[-1].span.stop:
            found.append(one)
        elif swallows(found[-1], one, article):
            found[-1] = one
    return found


def swallows(outer: Mention, inner: Mention, article: Article) -> bool:
    """“The Orlan Foundation | funds”: a name, and a verb that was taken for a noun."""
    if outer.entity or outer.form != "nominal" or inner.form != "name":
        return False
    rest = article.text[inner.span.stop : outer.span.stop].strip()
    return is_verb(rest, outer, article)


def is_verb(said: str, mention: Mention, article: Article) -> bool:
    """“funds”: a verb of the table that was taken for a noun."""
    verbs = article.lexicon.verbs.get(said, ())
    return mention.entity is None and any(said == verb.forms[1] for verb in verbs)


RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "those"})


def units(text: str, span: Span, mentions: Sequence[Mention]) -> list[Unit]:
    """The words and parties of a stretch; quotation marks are left out."""
    found: list[Unit] = []
    at = span.start
    for mention in mentions:
        found += words(text, at, mention.span.start)
        found.append(Unit(mention.span.start, mention.span.stop, "", mention))
        at = mention.span.stop
    return (found + list(words(text, at, span.stop)))[:LONGEST]


def words(text: str, start: int, stop: int) -> Iterator[Unit]:
    for match in TOKEN.finditer(text, start, stop):
        if match.group() not in QUOTES or owns(text, match):
            yield Unit(match.start(), match.end(), match.group().lower())


def owns(text: str, match: re.Match[str]) -> bool:
    """“the farmers’ union”: the mark makes the farmers owners."""
    return match.group() in "'’" and text[max(0, match.start() - 1)] == "s"


def without_brackets(found: list[Unit]) -> list[Unit]:
    """Without short remarks in brackets: “the Orlan Port Authority (OPA) owns …”."""
    if not any(unit.lower == "(" for unit in found):
        return found
    kept: list[Unit] = []
    opened: int | None = None
    for unit in found:
        kept.append(unit)
        if unit.lower == "(":
            opened = len(kept) - 1
        elif unit.lower == ")" and opened is not None:
            if len(kept) - opened <= BRACKETED:
                del kept[opened:]
            opened = None
    return kept
