"""Verbs: “Dovar owns the Gazette”, “the Gazette, financed by Dovar”. One function a pattern."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crossread.model.entity import Mention
from crossread.model.facts import TieKind
from crossread.model.span import Span
from crossread.stages.ties.drafts import Draft
from crossread.stages.ties.groups import ING, PARTICIPLE, PAST, PLAIN, THIRD, Group, group
from crossread.stages.ties.lexicon import Verb
from crossread.stages.ties.objects import (
    after_stake,
    after_sum,
    before_stake,
    first,
    listed,
    sum_behind,
)
from crossread.stages.ties.scenes import Party, Scene
from crossread.stages.ties.subjects import subject, supposed, together

AGENT = 5  # words between a verb and “by”
MANY = frozenset({"they", "we", "you", "i"})


@dataclass(frozen=True, slots=True)
class Found:
    """A verb of the table in a sentence, and what stands before it."""

    scene: Scene
    at: int
    verb: Verb
    group: Group

    @property
    def word(self) -> str:
        return self.scene.word(self.at)

    def is_form(self, *forms: int) -> bool:
        return any(self.verb.forms[form] == self.word for form in forms)


def active(found: Found) -> Iterator[tuple[int, int]]:
    """“Dovar | owns | the Gazette”: the places of subject and object."""
    if found.verb.needs == "passive" or not finite(found):
        return
    scene, verb = found.scene, found.verb
    if verb.needs == "sum":
        place = after_sum(scene, found.at + 1, verb.link)
    elif verb.needs == "stake":
        place = after_stake(scene, found.at + 1, verb.link)
    else:
        place = linked(found)
    if place is None or (verb.needs == "sum behind" and not sum_behind(scene, place)):
        return
    for before in subjects(found):
        yield from ((before, behind) for behind in listed(scene, place))


def passive(found: Found) -> Iterator[tuple[int, int]]:
    """“the Gazette | was financed | by Dovar”, “the Gazette, financed by Dovar”."""
    agent = (
        by(found) if found.is_form(PARTICIPLE) and (found.group.be or found.group.bare) else None
    )
    if agent is None:
        return
    scene, last = found.scene, found.group.before
    if found.verb.needs == "stake":
        before = last if before_stake(scene, last) else None
    elif found.verb.needs == "-" and not found.verb.link:
        before = subject(scene, last)
    else:
        return
    if before is None and found.group.bare and not before_stake(scene, last):
        before = beside_comma(scene, last)
    if before is not None and not supposed(scene, before):
        yield from ((behind, before) for behind in listed(found.scene, agent))


def beside_comma(scene: Scene, at: int) -> int | None:
    """“a plan of the Gazette, | owned by Dovar”: the party right before it."""
    at -= scene.word(at) == ","
    return at if scene.slot(at) else None


def coupled(found: Found) -> Iterator[tuple[int, int]]:
    """“Sold | is married to | Dovar”."""
    if found.verb.needs != "passive" or not found.is_form(PARTICIPLE) or not found.group.be:
        return
    place = linked(found)
    if place is not None:
        for before in subjects(found):
            yield from ((before, behind) for behind in listed(found.scene, place))


RULES: tuple[Callable[[Found], Iterator[tuple[int, int]]], ...] = (active, passive, coupled)


def drafts(scene: Scene, at: int) -> Iterator[Draft]:
    """The ties that a verb at a place tells of, by the first rule that finds any."""
    group_of: Group | None = None
    for number, verb in enumerate(scene.lexicon.verbs[scene.word(at)]):
        group_of = group(scene, at) if not number else group_of
        if group_of is None or scene.asks():
            return
        found = Found(scene, at, verb, group_of)
        for rule in RULES:
            made = [one for pair in rule(found) if (one := draft(found, pair, rule.__name__))]
            if made:
                yield from made
                return


def draft(found: Found, pair: tuple[int, int], rule: str) -> Draft | None:
    """A tie, if both are known, are two, and may stand so with this verb."""
    one, other = found.scene.party(pair[0]), found.scene.party(pair[1])
    if one is None or other is None or one.entity == other.entity:
        return None
    verb = found.verb
    if one.type not in verb.subjects or other.type not in verb.objects:
        return None
    if vague(found, pair):
        return None
    unit = found.scene.units[found.at]
    one, kind, other = turned(one, verb, other)
    return Draft(
        one,
        kind,
        other,
        Span(unit.start, unit.stop),
        rule,
        told=True,
        negated=found.group.negated,
        hedged=found.group.hedged,
        disowned=found.group.disowned,
    )


def vague(found: Found, pair: tuple[int, int]) -> bool:
    """“the people who support her”, “ran a campaign”, “directed the ministry to pay”."""
    scene = found.scene
    nameless = [one for one in map(scene.nameless, pair) if one]
    crowd = any(one.type == "group" for one in nameless)
    some = any(words_of(scene, one)[0] in {"a", "an", "another"} for one in nameless)
    heads = {words_of(scene, one)[-1] for one in nameless}
    doing = not heads.isdisjoint(scene.lexicon.sets["doings"])
    leads = found.verb.kind in {"leads", "belongs to"}
    return crowd or some or (leads and (doing or scene.word(max(pair) + 1) == "to"))


def words_of(scene: Scene, mention: Mention) -> list[str]:
    return mention.span.of(scene.article.text).lower().split()


def turned(one: Party, verb: Verb, other: Party) -> tuple[Party, TieKind, Party]:
    """“belongs to Dovar”: he owns it. One body may belong to another without being owned."""
    if verb.kind == "belongs to" and other.type == "person":
        return other, "owns", one
    return (other, verb.kind, one) if verb.turned else (one, verb.kind, other)


def finite(found: Found) -> bool:
    """True if the verb says what its subject does."""
    told = found.group
    if found.is_form(ING):
        return told.be or told.led
    if found.is_form(THIRD):
        return told.bare
    if found.is_form(PAST, PARTICIPLE) and not found.is_form(PLAIN):
        simple = found.is_form(PAST) and told.bare and by(found) is None
        return simple or (told.have and not told.be)
    return found.is_form(PLAIN) and not told.be


def subjects(found: Found) -> list[int]:
    """The subjects of an active verb; none where it would only be so."""
    scene = found.scene
    place = subject(scene, found.group.before)
    if place is None or supposed(scene, place):
        return []
    plain = found.is_form(PLAIN) and not found.is_form(PAST)
    several = together(scene, place, many=not found.is_form(THIRD))
    helped = not found.group.bare or found.group.led or found.group.do
    return several if not plain or helped or len(several) > 1 or plural(scene, place) else []


def plural(scene: Scene, at: int) -> bool:
    mention = scene.slot(at)
    if mention is None:
        return False
    said = mention.span.of(scene.article.text).lower()
    return mention.type == "group" or said in MANY


def linked(found: Found) -> int | None:
    """The party behind a verb, and behind what links it: “belongs | to Dovar”."""
    at = found.at + 1
    if found.verb.link:
        if found.scene.word(at) not in found.verb.link:
            return None
        at += 1
    return first(found.scene, at)


def by(found: Found) -> int | None:
    """The party behind “by”: “financed in part by Dovar”."""
    scene = found.scene
    for at in range(found.at + 1, found.at + AGENT + 1):
        word = scene.word(at)
        if word == "by":
            return first(scene, at + 1)
        if not word or word in {",", ";", ":"} or scene.within("pairs", at):
            return None
    return None
