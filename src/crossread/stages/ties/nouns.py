"""Nouns: “the owner of the Gazette”, “Tarn Gazette editor”, “Dovar’s wife”, “its head”."""

from collections.abc import Callable, Iterator

from crossread.model.entity import Mention
from crossread.model.facts import TieKind
from crossread.model.span import Span
from crossread.stages.ties.drafts import Draft
from crossread.stages.ties.groups import Group
from crossread.stages.ties.holders import said_of
from crossread.stages.ties.objects import first, listed, whole
from crossread.stages.ties.roles import Role, behind, roles
from crossread.stages.ties.scenes import Party, Scene

OWNED = frozenset({"'s", "’s", "'", "’"})
SEVERAL: frozenset[TieKind] = frozenset({"owns", "founded", "funds", "supports"})
HOLDERS: dict[TieKind, frozenset[str]] = {
    "funds": frozenset({"body", "person", "place"}),
    "owns": frozenset({"body", "person", "place"}),
    "leads": frozenset({"person"}),
    "founded": frozenset({"body", "person"}),
    "belongs to": frozenset({"body", "person", "place"}),
    "employs": frozenset({"person"}),
    "supports": frozenset({"body", "person", "place"}),
    "is kin of": frozenset({"person"}),
    "is part of": frozenset({"body", "place"}),
}
OF_BODIES: frozenset[TieKind] = frozenset({"leads", "owns", "founded", "employs"})


def of_party(role: Role) -> Iterator[Party]:
    """“the owner of | the Gazette”, “president and chief executive of | Ferrin”."""
    scene, at = behind(role)
    if scene.word(at) in {"of", "for"} and role.kind == "employs":
        scene, at = past_study(role, scene, at)
    if scene.word(at) == "and":
        found = role.scene.lexicon.noun_at([scene.word(n) for n in range(at + 1, at + 5)], 0)
        at = at + 1 + found[1] if found and found[0].kind == role.noun.kind else at
    if scene.word(at) not in role.noun.link:
        return
    place = first(scene, at + 1)
    if place is None or (scene is role.inner and cut(role)):
        return
    for other in listed(scene, place) if role.kind in SEVERAL else ok(scene, place):
        if known := scene.party(other):
            yield known


def past_study(role: Role, scene: Scene, at: int) -> tuple[Scene, int]:
    """“a professor | of law | at Orlan University”: what comes after the line of work."""
    for further in range(at + 1, at + 5):
        if further == len(role.inner.units) and scene is role.inner and role.at is not None:
            return role.scene, role.at + 1
        word = scene.word(further)
        if word in {"at", "with"}:
            return scene, further
        if not word.isalpha():
            break
    return scene, at


def ok(scene: Scene, at: int) -> list[int]:
    return [at] if whole(scene, at) else []


def cut(role: Role) -> bool:
    """“a professor at Orlan | University’s school”: the description goes on."""
    word = role.scene.word(role.at + 1) if role.at is not None else ""
    return (
        bool(word) and role.inner.slot(len(role.inner.units) - 1) is not None and goes(role, word)
    )


def goes(role: Role, word: str) -> bool:
    return role.scene.lexicon.may_go_on(word) and word[0].isalpha()


def possessed(role: Role) -> Iterator[Party]:
    """“the Gazette’s | owner”, “its | head”."""
    inner = role.inner
    for at in range(role.first - 1, role.since - 1, -1):
        mention = inner.slot(at)
        if mention is None:
            continue
        own = mention.form == "pronoun" or inner.word(at + 1) in OWNED
        fits = own and between(role, at + 1)
        if fits and (known := inner.party(at)):
            yield known
        return


def attributive(role: Role) -> Iterator[Party]:
    """“Tarn Gazette | editor”, “Orlan Port Authority | lawyer”."""
    for at in range(role.first - 1, role.since - 1, -1):
        mention = role.inner.slot(at)
        if mention is None:
            continue
        owned = role.inner.word(at + 1) in OWNED
        if (
            mention.form == "name"
            and not owned
            and role.kind != "is kin of"
            and between(role, at + 1)
        ):
            known = role.inner.party(at)
            if office(role, mention):
                return
            if known and not (known.type == "place" and role.kind in {"owns", "is part of"}):
                yield known
        return


def office(role: Role, mention: Mention) -> bool:
    """“Press | Secretary”, “Majority | Leader”: the words of an office are no body."""
    said = mention.span.of(role.article.text).lower()
    whole_office = f"{said} {role.inner.word(role.first)}" in role.scene.lexicon.nouns
    return whole_office or said.split()[-1] in role.scene.lexicon.sets["offices"]


def called_after(role: Role) -> Iterator[Party]:
    """“the Kenyan | president”: of Kenya, if the article names it."""
    if "place" not in role.noun.parties or role.kind not in {"leads", "employs"}:
        return
    inner = role.inner
    for at in range(role.since, role.first):
        unit = inner.units[at]
        names = role.scene.lexicon.called.get(unit.lower) if not unit.mention else None
        large = inner.article.text[unit.start].isupper()
        if names and len(names) == 1 and large and between(role, at + 1):
            entity = role.article.named.get(next(iter(names)).lower())
            if entity:
                yield Party(entity, "place", Span(unit.start, unit.stop))


def behind_name(role: Role) -> Iterator[Party]:
    """“President Dovar of | Terva”."""
    scene, at = role.scene, role.at
    if at is None or role.kind != "leads" or role.last < len(role.inner.units):
        return
    name = scene.slot(at + 1)
    if role.mention is None:
        return
    same = name is not None and name.form == "name" and name.entity == role.mention.entity
    if same and scene.word(at + 2) == "of":
        place = first(scene, at + 3)
        if place is not None and whole(scene, place) and (known := scene.party(place)):
            yield known


RULES: tuple[Callable[[Role], Iterator[Party]], ...] = (
    of_party,
    possessed,
    attributive,
    called_after,
    behind_name,
)


def between(role: Role, at: int) -> bool:
    """True if nothing between a party and the noun makes the noun another’s.

    “Ferrin’s longtime owner”; not “the Dovar campaign manager”, “the Tarn police chief”.
    """
    ranks = role.scene.lexicon.sets["ranks"] | role.scene.lexicon.sets["past"]
    words = [role.inner.word(n) for n in range(at, role.first)]
    loose = role.kind == "employs"
    own = role.scene.lexicon.bodies | {"and"}
    if "and" in words:
        words = words if not shared(role, at) else words[: words.index("and") - 1]
    return all(
        word in OWNED or word in ranks or (loose and word and word not in own) for word in words
    )


def shared(role: Role, at: int) -> bool:
    """“Ferrin | founder and president”: both are of Ferrin."""
    before = role.inner.word(role.first - 2)
    one = role.scene.lexicon.nouns.get(before)
    return role.inner.word(role.first - 1) == "and" and one is not None and one.kind in OF_BODIES


def drafts(scene: Scene) -> Iterator[Draft]:
    """The ties that the descriptions of a sentence tell of."""
    asks = scene.asks()
    for role in roles(scene):
        holder, told = said_of(role)
        if holder is None or (told and asks) or holder.type not in HOLDERS[role.kind]:
            continue
        for rule in RULES:
            others = [one for one in rule(role) if fits(role, holder, one)]
            yield from (draft(role, (holder, one), told, rule.__name__) for one in others)
            if others:
                break


def fits(role: Role, holder: Party, other: Party) -> bool:
    alike = role.kind != "is part of" or holder.type == other.type
    crowd = role.kind == "employs" and other.crowd  # “an adviser to Republicans”
    fitting = alike and other.type in role.noun.parties and other.entity != holder.entity
    return fitting and not crowd


def draft(role: Role, parties: tuple[Party, Party], told: Group | None, rule: str) -> Draft:
    """The tie of who is described and the other; an employer is its subject."""
    one, two = parties[::-1] if role.kind == "employs" else parties
    return Draft(
        one,
        role.kind,
        two,
        role.trigger,
        rule,
        told=told is not None,
        negated=role.negated or (told is not None and told.negated),
        hedged=role.hedged or (told is not None and told.hedged),
    )
