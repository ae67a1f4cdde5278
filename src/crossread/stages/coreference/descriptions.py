"""Descriptions: who “the Tervan leader” or “the ministry” is. Rules in order, sure ones first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossread.stages.coreference.chains import Chain
from crossread.stages.coreference.lexicon import Description, Lexicon
from crossread.stages.coreference.places import Place, words_of
from crossread.stages.coreference.roles import fitting, said

LEAST_WORDS = 2  # of a description that is found again further down
NEAR = 3  # sentences: for a description that says little
RECENT = 12  # sentences: of two who fit, the later counts only if the other is farther


@dataclass(slots=True)
class Told:
    """The article so far, when a description comes up."""

    text: str
    words: Lexicon
    chains: Sequence[Chain]  # all that have been mentioned before
    named: Sequence[Chain]  # all that have a name somewhere
    spoke: Chain | None  # who spoke last
    place: Place
    description: Description


Rule = Callable[[Told], tuple[Chain, str] | None]


def same_words(told: Told) -> tuple[Chain, str] | None:
    """“the press secretary of the mayor”, word for word as before."""
    if not told.description.definite:
        return None
    articles = told.words.small["article"]
    words = bare(told.place.words, articles)
    found = [c for c in told.chains if any(bare(p.words, articles) == words for p in nominal(c))]
    return latest(told, found, "the same words as before")


def bare(words: tuple[str, ...], articles: frozenset[str]) -> tuple[str, ...]:
    return words[1:] if words[:1] and words[0] in articles else words


def nominal(chain: Chain) -> list[Place]:
    return [place for place in chain.places if place.form == "nominal"]


def same_office(told: Told) -> tuple[Chain, str] | None:
    """“the Tervan leader” is who was called “President of Terva”."""
    if told.description.indefinite or not told.description.head:
        return None
    found = []
    for chain in told.chains:
        role = next((r for r in roles_of(told, chain) if holds(told, r)), None)
        if role:
            found.append((chain, role))
    named = latest(told, [chain for chain, _ in found], "")
    if named is None:
        return None
    role = next(role for chain, role in found if chain is named[0])
    whom = named[0].name or role
    return named[0], f"“{said(told.place, told.text)}” is {quoted(whom)}, before called “{role}”."


def roles_of(told: Told, chain: Chain) -> list[str]:
    described = [said(place, told.text) for place in nominal(chain)]
    return list(dict.fromkeys([*chain.roles, *described]))


def holds(told: Told, role: str) -> bool:
    """True if a description says no more than a role that is known."""
    words, mine, other = told.words, told.description, told.words.describe(role)
    if not words.same_office(mine, other):
        return False
    here, there = (words.where(one.modifiers | one.of) for one in (mine, other))
    if here and there and here.isdisjoint(there):
        return False  # “the Orvenian president”, not “the president of Terva”
    if (
        mine.office != other.office
        and mine.head != other.head
        and (mine.modifiers | mine.of).isdisjoint(other.modifiers | other.of)
        and here.isdisjoint(there)
        and not words.tells(mine, other)
    ):
        return False  # “the chairman” need not be “its head”; “the Tervan leader” is its president
    more = {one for one in mine.modifiers if one not in words.places}
    more -= words.lands  # “the country’s top diplomat”
    return more <= other.modifiers | other.of | words_in(role)


def words_in(role: str) -> frozenset[str]:
    return frozenset(words_of(role))


def body_word(told: Told) -> tuple[Chain, str] | None:
    """“the ministry” is the Ministry of Ports, named before."""
    head = told.description.head
    if told.description.indefinite or told.place.mention.type == "person" or not head:
        return None
    more = told.description.modifiers | told.description.of
    found = [
        chain
        for chain in told.chains
        if any(named_so(told, name, head, more) for name in chain.names)
    ]
    return latest(told, found, f"its name has the word “{head}”")


def body_name(told: Told) -> tuple[Chain, str] | None:
    """“the paper” is the Tarn Gazette, “the company” Ferrin Salt Ltd., named before."""
    described = told.description
    if not described.definite or described.of or told.place.mention.type == "person":
        return None
    more = {one for one in described.modifiers if one not in told.words.places}
    if more - set(described.office.split()):
        return None
    found = [chain for chain in told.chains if told.words.named_as(described.office, chain.names)]
    why = f"a body of that name is called “{described.head}”"
    near = [chain for chain in found if is_near(chain, told.place)]
    return latest(told, near, why)


def named_so(told: Told, name: str, head: str, more: frozenset[str]) -> bool:
    words = words_of(name)
    if head not in words:
        return False
    free = {one for one in more if one not in told.words.places}
    return free <= set(words)


def last_speaker(told: Told) -> tuple[Chain, str] | None:
    """“We lost,” said the politician: the one who spoke just before, where no one else came up."""
    one, place = told.spoke, told.place
    if one is None or not says_little(told) or not may_be(told, one):
        return None
    last = one.before(place)
    if last is None or place.block - last.block > 1 or rivals(told, one, last):
        return None
    return one, f"“{said(place, told.text)}” goes on with {quoted(one.name)}, who spoke last."


def says_little(told: Told) -> bool:
    """“the politician”, “the company”: a source that is somebody known, and no more is said."""
    described, place = told.description, told.place
    if place.source is None or not described.definite or described.modifiers or described.of:
        return False
    return place.mention.type != "person" or told.words.generic(described.head)


def may_be(told: Told, one: Chain) -> bool:
    """True if neither the type, the gender nor the name of someone is against it."""
    if one.type != told.place.mention.type:
        return False
    if one.type != "person":
        return told.words.may_name(told.description.head, one.names)
    gender = told.words.gender(told.description.head)
    return not (gender and one.gender and gender != one.gender)


def rivals(told: Told, one: Chain, last: Place) -> bool:
    """True if somebody else of the same type came up since."""
    return any(
        chain is not one
        and chain.type == one.type
        and any(last.number < place.number < told.place.number for place in chain.places)
        for chain in told.chains
    )


def only_one(told: Told) -> tuple[Chain, str] | None:
    """“Dovar was outraged. The politician wrote that …”: nobody else has come up near."""
    place, kind = told.place, told.place.mention.type
    if not says_little(told):
        return None
    near = [chain for chain in told.chains if chain.type == kind and is_near(chain, place)]
    named = [chain for chain in near if chain.names]
    unnamed = [chain for chain in near if not chain.names]
    if len(named) != 1 or told.spoke in unnamed or not may_be(told, named[0]):
        return None
    who = quoted(named[0].name)
    return named[0], f"“{said(place, told.text)}” is {who}: no one else is mentioned near."


def is_near(chain: Chain, place: Place) -> bool:
    last = chain.before(place)
    return last is not None and place.sentence - last.sentence <= NEAR


def named_later(told: Told) -> tuple[Chain, str] | None:
    """“Velm’s mayor fled”, and further down “Velm’s mayor, Ilan Dovar,”: word for word."""
    articles = told.words.small["article"]
    words = bare(told.place.words, articles)
    if told.description.indefinite or len(words) < LEAST_WORDS:
        return None
    found = [
        chain
        for chain in told.named
        if fitting(chain, told.place) and any(words == words_of(role) for role in chain.roles)
    ]
    if len(found) != 1 or found[0].before(told.place) is not None:
        return None
    who = quoted(found[0].name)
    return found[0], f"“{said(told.place, told.text)}” is what {who} is called further down."


RULES: tuple[Rule, ...] = (
    same_words,
    same_office,
    body_word,
    body_name,
    last_speaker,
    only_one,
    named_later,
)


def latest(told: Told, found: Sequence[Chain], why: str) -> tuple[Chain, str] | None:
    """The one that fits; of several the last mentioned, if the others are long ago."""
    near = [
        (last, chain)
        for chain in found
        if fitting(chain, told.place) and (last := chain.before(told.place)) is not None
    ]
    if not near:
        return None
    near.sort(key=lambda pair: -pair[0].number)
    last, chain = near[0]
    if any(told.place.sentence - other.sentence <= RECENT for other, _ in near[1:]):
        return None
    return (
        chain,
        f"“{said(told.place, told.text)}” is {quoted(chain.name or said(last, told.text))}: {why}.",
    )


def quoted(name: str) -> str:
    return f"“{name}”" if name else "the one before"
