"""Holders: of whom a noun is said, “Dovar is not the owner”, “the owner, Dovar”."""

from dataclasses import replace

from crossread.stages.ties.groups import Group, group
from crossread.stages.ties.roles import Role
from crossread.stages.ties.scenes import Party, Scene, party
from crossread.stages.ties.subjects import subject, supposed


def said_of(role: Role) -> tuple[Party | None, Group | None]:
    """Of whom it is said: “Dovar is not | the owner”; else who is described, “the owner, Dovar”."""
    scene = role.scene
    if role.at is not None and (verb := linking(scene, role.at)) is not None:
        told = group(scene, verb)
        place = subject(scene, told.before) if told and (told.be or verb < role.at) else None
        if told is None or place is None or supposed(scene, place):
            return None, None
        over = scene.within("ended", verb)
        return scene.party(place), replace(told, negated=told.negated or over)
    return described(role), None


def linking(scene: Scene, at: int) -> int | None:
    """The place of the verb that says who somebody is: “is”, “became”, “served as”."""
    back = at - 1
    while scene.within("articles", back) or passed(scene, back):
        back -= 1
    word, sets = scene.word(back), scene.lexicon.sets
    if word in sets["be"] or word in sets["negation"]:
        return back + 1
    if word in sets["becoming"]:
        return back
    verb = scene.word(back - 1)
    naming = verb in sets["serving"] or verb in sets["ended"] or verb in sets["becoming"]
    return back - 1 if word == "as" and naming else None


def beside(role: Role) -> Party | None:
    """“Mombasa, | a city in Kenya”."""
    back = role.first - 1
    while role.scene.within("articles", back) or role.scene.within("ranks", back):
        back -= 1
    return role.scene.party(back - 1) if role.scene.word(back) == "," else None


def passed(scene: Scene, at: int) -> bool:
    word = scene.word(at)
    return scene.lexicon.is_adverb(word) and word not in scene.lexicon.sets["negation"]


def described(role: Role) -> Party | None:
    """Who bears the description; not where an outer one bears it: “aide of the mayor, Dovar”."""
    if role.mention is None:
        return beside(role) if role.kind == "is part of" else None
    known = party(role.mention, role.article)
    if known is None or role.at is not None:
        return known
    outer = (unit.mention for unit in role.scene.units if unit.mention)
    holding = (one for one in outer if one.span.holds(role.mention.span))
    return None if any(one.entity == known.entity for one in holding) else known
