"""Roles: descriptions that stand right beside a name and say who that is. Rules in order."""

import re
from collections.abc import Callable, Sequence

from crossread.stages.coreference.chains import Chain, Link
from crossread.stages.coreference.lexicon import Lexicon
from crossread.stages.coreference.places import Place

AGE = re.compile(r"(?:,\s*\d{1,3})?\s*,\s*|\s*[(–—]\s*")
CLOSED = re.compile(r"\s*(?:[,.;:)\]–—”\"]|who\b|and\b|$|\n)")
STOPS = re.compile(r"[,.;:()\n]")

Rule = Callable[[str, Place, Place, Lexicon], str | None]


def before_name(text: str, name: Place, role: Place, words: Lexicon) -> str | None:
    """“the Tervan president Ilan Dovar”, “the channel Ulun Korr”."""
    gap = text[role.span.stop : name.span.start]
    between = [word.strip("«“\"'’.").lower() for word in gap.split()]
    titles = all(not word or word in words.titles for word in between)
    if gap and titles and "\n" not in gap and not role.possessive:
        return f"“{said(role, text)}” stands before “{said(name, text)}”."
    return None


def before_comma(text: str, name: Place, role: Place, words: Lexicon) -> str | None:
    """“the press secretary of the mayor, Ilan Dovar, said”."""
    gap = text[role.span.stop : name.span.start]
    rest, _, comma = gap.rpartition(",")
    titled = all(word.rstrip(".").lower() in words.titles for word in comma.split())
    if not comma.startswith(" ") or not titled or not (rest == "" or goes_on(rest, words)):
        return None
    if not words.describe(said(role, text)).definite:
        return None
    if re.match(r"\s*[,.–—]", text[name.span.stop : name.span.stop + 2]):
        return f"“{said(name, text)}” says who “{said(role, text)}” is."
    return None


def goes_on(gap: str, words: Lexicon) -> bool:
    """“the minister | of harbours |, Ilan Dovar”: what follows the noun is still of the role."""
    first, _, rest = gap.strip().partition(" ")
    return first in words.small["of"] and bool(rest) and not STOPS.search(rest)


def behind_name(text: str, name: Place, role: Place, words: Lexicon) -> str | None:
    """“Ilan Dovar, 47, a senior adviser to the mayor,”."""
    gap = text[name.span.stop : role.span.start]
    tail = STOPS.search(text, role.span.stop, role.span.stop + FAR)
    behind = text[role.span.stop : tail.start()] if tail else ""
    closed = CLOSED.match(text, role.span.stop) or (behind and goes_on(behind, words))
    if AGE.fullmatch(gap) and closed:
        return f"“{said(role, text)}” stands behind “{said(name, text)}”."
    return None


def linked(text: str, name: Place, role: Place, words: Lexicon) -> str | None:
    """“Ilan Dovar is the mayor of Terva”."""
    between = " ".join(text[name.span.stop : role.span.start].removeprefix(",").split())
    if between in words.equating and name.quote == role.quote:
        return f"The article says that “{said(name, text)}” is “{said(role, text)}”."
    return None


RULES: tuple[Rule, ...] = (before_name, before_comma, behind_name, linked)

FAR = 60  # characters between the two


def with_roles(places: Sequence[Place], chains: Sequence[Chain], text: str, words: Lexicon) -> None:
    """Ties each description that stands beside a name to the bearer of the name."""
    owner = {place.number: chain for chain in chains for place in chain.places}
    for place in places:
        if place.form != "nominal":
            continue
        for name in beside(places, place):
            chain = owner.get(name.number)
            if chain is None or not fitting(chain, place):
                continue
            link = why(text, name, place, words)
            if link:
                chain.add(place, link)
                give_role(chain, said(place, text), words)
                owner[place.number] = chain
                break
    for chain in chains:
        chain.places.sort(key=lambda one: one.number)


def why(text: str, name: Place, role: Place, words: Lexicon) -> Link | None:
    """The first rule that ties the two."""
    for rule in RULES:
        if reason := rule(text, name, role, words):
            return Link(rule.__name__, reason)
    return None


def beside(places: Sequence[Place], role: Place) -> list[Place]:
    """The names that stand near a description, in its sentence; the one behind it first."""
    at = role.number
    near = [*places[at + 1 : at + 4], *reversed(places[max(0, at - 3) : at])]
    return [
        one
        for one in near
        if one.form == "name"
        and one.sentence == role.sentence
        and not one.span.meets(role.span)
        and max(one.span.start - role.span.stop, role.span.start - one.span.stop) < FAR
    ]


def fitting(chain: Chain, role: Place) -> bool:
    bodies = {"organisation", "group", "work"}
    kind = role.mention.type
    return chain.type == kind or (chain.type in bodies and kind in bodies)


def give_role(chain: Chain, written: str, words: Lexicon) -> None:
    first, _, rest = written.partition(" ")
    begins = words.small["article"] | words.small["possessive"]
    chain.roles[rest if rest and first.lower() in begins else written] = None
    if gender := words.gender(words.describe(written).head):
        chain.called[gender] += 2


def said(place: Place, text: str) -> str:
    return " ".join(place.span.of(text).split())
