"""Namesakes: which names of an article are names of one bearer. Rules in order, sure ones first."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from crossread.languages.demonyms import places as demonyms
from crossread.languages.language import Language
from crossread.languages.spelling import GENERATIONS, key
from crossread.model.entity import EntityType
from crossread.stages.coreference.chains import Chain, Link
from crossread.stages.coreference.places import Place, words_of

MOST = 1000  # names of an article that are compared; the rest are each their own
SHORTEST_ACRONYM = 2
SHORTEST_SPELLING = 4  # letters: “CI” is not “SI”
OPEN = re.compile(r"[’”\"»]?\s*[(\[][“\"«]?$")


@dataclass(slots=True)
class Name:
    """One spelling of a name, with all its mentions."""

    written: str
    type: EntityType
    words: tuple[str, ...]  # in small letters, without small words and marks
    keys: tuple[str, ...]  # the same for all spellings of a word
    generation: str = ""  # “jr”, which is in neither the words nor the keys
    places: list[Place] = field(default_factory=list)
    bearer: "Name | None" = None  # the fuller name of the same bearer
    link: Link | None = None  # why

    @property
    def first(self) -> int:
        """Where it stands first, by the number of its place."""
        return self.places[0].number

    @property
    def top(self) -> "Name":
        return self.bearer.top if self.bearer else self


@dataclass(frozen=True, slots=True)
class Named:
    """All the names of an article."""

    names: tuple[Name, ...]
    text: str
    fronts: frozenset[str]  # words that only say where a body is: “Tervan”, “US”
    bodies: frozenset[str]  # nouns of bodies: “council”

    def of(self, *types: EntityType) -> Iterator[Name]:
        return (name for name in self.names if name.type in types)


Rule = Callable[[Named, Name], tuple[Name, str] | None]


def spelt_otherwise(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“Altaev” and “Altayev”: one name in two spellings."""
    if len("".join(name.keys)) < SHORTEST_SPELLING:
        return None
    for other in all_names.of(name.type):
        same = (other.keys, other.generation) == (name.keys, name.generation)
        if other is not name and same and other.first < name.first:
            return other, f"“{name.written}” is “{other.written}” in another spelling."
    return None


def longer(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“Ilan Dovar” is short for “Ilan Petrovich Dovar”, “I. Dovar” for “Ilan Dovar”."""
    if name.type != "person" or len(name.words) < 2:
        return None
    fuller = [one for one in all_names.of("person") if extends(one, name)]
    return only(fuller, f"“{name.written}” is a shorter form of", "the only one it fits here")


def extends(long: Name, short: Name) -> bool:
    """True if a longer name has the same last word, and what fits each of the others in order."""
    if long.generation != short.generation and short.generation:
        return False
    if long.keys == short.keys:
        return long.generation != short.generation
    if len(long.keys) < len(short.keys):
        return False
    if long.keys[-1] != short.keys[-1]:
        return False
    ahead = iter(zip(long.keys[:-1], long.words[:-1], strict=True))
    return all(
        any(one == other or initial(word, whole) for other, whole in ahead)
        for one, word in zip(short.keys[:-1], short.words[:-1], strict=True)
    )


def initial(word: str, whole: str) -> bool:
    """“I.” may be “Ilan”."""
    return len(word.rstrip(".")) == 1 and whole.startswith(word[0]) and len(whole) > 1


def surname(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“Dovar” where the article has one “Ilan Dovar”; of two, the one brought in before.

    A paper that has called one of them “Dovar” already names the other in full. 88% of the single
    names that are sources stand at the end of a longer one in the same article (PolNeAR, train).
    """
    if len(name.words) != 1 or name.type in {"place", "group"}:
        return None
    fuller = [one for one in people(all_names) if one.keys[-1] == name.keys[0]]
    early = [one for one in fuller if one.first < name.first]
    if len(fuller) > 1 and len(early) == 1:
        why = f"“{name.written}” is the one named before, “{early[0].written}”; others of that name"
        return early[0], f"{why} come later, in full."
    return only(fuller, f"“{name.written}” is the surname of", "nobody else here bears it")


def given_name(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“Ilan” where the article has one “Ilan Dovar”."""
    if len(name.words) != 1 or name.type in {"place", "group"}:
        return None
    fuller = [one for one in people(all_names) if one.keys[0] == name.keys[0]]
    return only(fuller, f"“{name.written}” is the first name of", "nobody else here bears it")


def people(all_names: Named) -> Iterator[Name]:
    """Names of people in two words or more, of each bearer only the fullest."""
    whole = (one for one in all_names.of("person") if len(one.words) > 1)
    return (one for one in whole if one.bearer is None)


def only(found: Sequence[Name], what: str, why: str) -> tuple[Name, str] | None:
    """The one bearer that was found; None where there are several."""
    tops = {id(one.top): one for one in found}
    if len(tops) != 1:
        return None
    (one,) = tops.values()
    return one, f"{what} “{one.top.written}”; {why}."


def bracketed(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“the National Security Committee (NSC)”: the long form stands before the bracket."""
    if not is_acronym(name.written):
        return None
    found = []
    for other in all_names.of("organisation", "group", "place"):
        ends = {place.span.stop for place in other.places}
        for short in name.places:
            bracket = OPEN.search(all_names.text, max(0, short.span.start - 4), short.span.start)
            if other is not name and bracket and bracket.start() in ends:
                found.append(other)
    if not found:
        return None
    best = min(found, key=lambda one: (letters(name) not in initials(one), len(one.written)))
    return best, f"“{name.written}” stands in brackets after “{best.written}”."


def is_acronym(written: str) -> bool:
    plain = written.replace(".", "")
    return len(plain) >= SHORTEST_ACRONYM and plain.isalpha() and plain.isupper()


def letters(name: Name) -> str:
    return name.written.replace(".", "").lower()


def acronym(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“NSC” where the article has one “National Security Committee”."""
    if not is_acronym(name.written) or len(letters(name)) < 3:
        return None
    bodies = all_names.of("organisation", "group", "place")
    found = [one for one in bodies if letters(name) in initials(one)]
    return only(found, f"“{name.written}” has the first letters of", "no other name here has")


def initials(name: Name) -> set[str]:
    """The first letters of a name, with its small words and without."""
    words = re.findall(r"[^\W\d_]+", name.written)
    if len(words) < 3:
        return set()
    every = "".join(word[0] for word in words).lower()
    return {every, "".join(word[0] for word in words if word[0].isupper()).lower()}


def body(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“the Ministry of Ports”, the “Tervan Ministry of Ports” or the “… of Ports of Terva”."""
    if name.type not in {"organisation", "group"} or len(name.words) < 2:
        return None
    longer_ones = [
        one
        for one in all_names.of("organisation", "group")
        if len(one.keys) > len(name.keys) and one is not name and placed(all_names, one, name)
    ]
    return only(longer_ones, f"“{name.written}” is", "no other body here is so called")


def body_noun(all_names: Named, name: Name) -> tuple[Name, str] | None:
    """“the Council” where the article has one “Council of Terva” before it."""
    if name.type not in {"organisation", "group"} or len(name.words) != 1:
        return None
    found = [
        one
        for one in all_names.of("organisation", "group")
        if len(one.words) > 1
        and one.first < name.first
        and name.keys[0] in (one.keys[0], one.keys[-1])
    ]
    if name.words[0] not in all_names.bodies:
        return None
    return only(found, f"“{name.written}” is", "no other body here is so called")


def placed(all_names: Named, long: Name, short: Name) -> bool:
    """True if all that the longer name has besides says where the body is."""
    size = len(short.keys)
    if long.keys[-size:] == short.keys:
        return all(word in all_names.fronts for word in long.words[:-size])
    if long.keys[:size] == short.keys:
        rest = long.words[size:]
        return rest[0] in {"of", "for", "in"} and all(w in all_names.fronts for w in rest[1:])
    return False


RULES: tuple[Rule, ...] = (
    spelt_otherwise, longer, bracketed, acronym, body, body_noun, surname, given_name,
)  # fmt: skip


def name_chains(places: Sequence[Place], text: str, tables: Language) -> list[Chain]:
    """A chain for each bearer of a name, in the order in which they come up."""
    names = all_names(places, text)
    compared = names[:MOST]
    known = Named(compared, text, fronts(names, tables), tables.words("bodies"))
    for rule in RULES:
        for name in compared:
            found = rule(known, name) if name.bearer is None else None
            if found and found[0].top is not name:
                name.bearer, name.link = found[0], Link(rule.__name__, found[1])
    chains: dict[int, Chain] = {}
    for name in names:
        top = name.top
        chain = chains.setdefault(id(top), Chain(top.type))
        chain.names[name.written] = None
        for place in name.places:
            chain.add(place, name.link or Link("name", f"The article names “{name.written}”."))
    for chain in chains.values():
        chain.places.sort(key=lambda place: place.number)
    return list(chains.values())


def all_names(places: Sequence[Place], text: str) -> tuple[Name, ...]:
    found: dict[tuple[str, tuple[str, ...]], Name] = {}
    for place in places:
        if place.form != "name":
            continue
        written = " ".join(place.span.of(text).split())
        words = words_of(written) or (written.lower(),)
        kind = place.mention.type
        if (kind, words) not in found:
            found[kind, words] = named(written, kind, words)
        found[kind, words].places.append(place)
    return tuple(found.values())


def named(written: str, kind: EntityType, words: tuple[str, ...]) -> Name:
    """A name taken apart: the surname of “Ilan Dovar Jr” is “Dovar”."""
    behind = kind == "person" and len(words) > 2 and words[-1] in GENERATIONS
    own = words[:-1] if behind else words
    return Name(written, kind, own, tuple(map(key, own)), words[-1] if behind else "")


def fronts(names: Sequence[Name], tables: Language) -> frozenset[str]:
    """Words that only say where something is: places of the article, and the known adjectives."""
    here = {word for name in names if name.type == "place" for word in name.words}
    known = (word.lower().split() for one in demonyms(tables) for word in one.words)
    return frozenset(here.union(*known))
