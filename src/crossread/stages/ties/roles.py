"""Roles: descriptions with a noun of the table, “the former owner of the Gazette”, taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.model.entity import Mention
from crossread.model.facts import TieKind
from crossread.model.span import Span
from crossread.stages.ties.lexicon import Noun
from crossread.stages.ties.scenes import Article, Scene, outermost, units

WIDEST = 30  # words of a description that are looked at
MANY_LEAD = frozenset({"leader", "co-leader", "co-chair", "co-chairman", "co-president"})


@dataclass(frozen=True, slots=True)
class Role:
    """A description with a noun of the table, taken apart."""

    scene: Scene  # the sentence
    at: int | None  # its place there; None where it is inside of another mention
    mention: Mention | None  # none for words alone: “became | chairman of Ferrin”
    inner: Scene  # the words and parties inside of the description
    noun: Noun
    first: int  # where the noun begins in `inner`, and ends
    last: int
    kind: TieKind
    negated: bool = False
    hedged: bool = False

    @property
    def since(self) -> int:
        """Where the words before the noun begin that belong to it."""
        return 0 if self.mention else max(0, self.first - 1)

    @property
    def trigger(self) -> Span:
        found = self.inner.units
        return Span(found[self.first].start, found[self.last - 1].stop)

    @property
    def article(self) -> Article:
        return self.scene.article


def roles(scene: Scene) -> Iterator[Role]:
    """The descriptions of a sentence that have a noun of the table."""
    places = {unit.start: at for at, unit in enumerate(scene.units) if unit.mention}
    for mention in scene.article.inside(scene.span):
        if mention.form != "nominal":
            continue
        at = places.get(mention.span.start)
        top = at is not None and scene.units[at].mention is mention
        for role in taken_apart(scene, mention, at if top else None):
            if fitting := kept(role):
                yield fitting
    yield from filter(None, map(kept, alone(scene)))


def alone(scene: Scene) -> Iterator[Role]:
    """Nouns of the table that are in no description: “became | chairman of Ferrin”."""
    words = [unit.lower for unit in scene.units]
    at = 0
    while at < len(words):
        noun = scene.lexicon.noun_at(words, at) if words[at] else None
        if noun and scene.word(noun[1]) in noun[0].link | {"and"}:
            yield Role(scene, at, None, scene, noun[0], at, noun[1], noun[0].kind)
        at = noun[1] if noun else at + 1


def taken_apart(scene: Scene, mention: Mention, at: int | None) -> Iterator[Role]:
    article = scene.article
    own = [one for one in article.inside(mention.span) if one is not mention]
    found = units(article.text, mention.span, outermost(iter(own), article))
    inner = Scene(article, mention.span, found)
    words = [unit.lower for unit in found]
    for place in range(min(len(found), WIDEST)):
        noun = scene.lexicon.noun_at(words, place) if words[place] else None
        if noun and ends(inner, noun[1]):
            yield Role(scene, at, mention, inner, noun[0], place, noun[1], noun[0].kind)
            if inner.word(noun[1]) != "and":
                return
        elif inner.within("prepositions", place):
            return


def ends(inner: Scene, at: int) -> bool:
    """True if a noun is the head of its description."""
    word = inner.word(at)
    return at >= len(inner.units) or word in {",", "and", "."} or inner.within("prepositions", at)


def kept(role: Role) -> Role | None:
    """With what its small words say: “former”, “deputy”, “alleged”; None for “future”."""
    scene, sets = role.scene, role.scene.lexicon.sets
    words = {role.inner.word(at) for at in range(role.since, role.first)}
    words |= {first_word(role)}
    words |= {scene.word(role.at - 1)} if role.at is not None else set()
    noun = role.inner.word(role.first)
    lasting = role.kind in {"founded", "is kin of"}
    gone = not lasting and (bool(words & sets["past"]) or noun.startswith("ex-"))
    parted = role.kind == "is kin of" and (noun.startswith("ex-") or bool(words & sets["parted"]))
    if words & sets["not_yet"] or noun.endswith("-elect") or parted:
        return None
    kind = role.kind
    single = role.inner.word(role.since) in {"a", "an"} and noun not in MANY_LEAD
    if kind == "leads" and (words & sets["deputies"] or single or of_part(role)):
        kind = "employs"
    return replace(role, kind=kind, negated=gone, hedged=bool(words & sets["hedged"]))


def first_word(role: Role) -> str:
    """“Former” in “Former Gazette editor”, which may have gone into the name."""
    mention = role.inner.slot(0) if role.mention else None
    return mention.span.of(role.article.text).split()[0].lower() if mention else ""


def of_part(role: Role) -> bool:
    """“Ferrin’s director of marketing”: leads no more than a part of it."""
    before = any(role.inner.slot(at) for at in range(role.since, role.first))
    scene, at = behind(role)
    return before and scene.word(at) in {"of", "for"}


def behind(role: Role) -> tuple[Scene, int]:
    """What follows the noun: in its description, or behind it in the sentence."""
    if role.last < len(role.inner.units) or role.at is None or role.mention is None:
        return role.inner, role.last
    return role.scene, role.at + 1
