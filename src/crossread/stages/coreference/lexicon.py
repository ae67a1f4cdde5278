"""Lexicon: what the tables of a language say of the nouns that describe someone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.languages.demonyms import called_after
from crossread.languages.language import Language
from crossread.stages.coreference.places import words_of

NAME = "name"  # classes of nouns that say what a body’s name says
LONGEST_OFFICE = 4  # words: “national security adviser”


@dataclass(frozen=True, slots=True)
class Description:
    """“the former Tervan minister of ports”, taken apart."""

    definite: bool  # “the …”, “his …”: someone who is known already
    indefinite: bool  # “a …”, “another …”
    head: str
    office: str  # the head, with what belongs to it: “prime minister”, “head of state”
    modifiers: frozenset[str]  # “former”, “tervan”
    of: frozenset[str]  # “ports”


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, ready for looking up."""

    tables: Language
    persons: dict[str, tuple[str, str]]  # noun → pronoun (he she any), kind
    classes: dict[str, frozenset[int]]  # noun → the numbers of the classes that it is in
    equals: tuple[tuple[str, ...], ...]  # the classes: of what, and the nouns
    places: dict[str, frozenset[str]]  # “tervan” → “Terva”: a country, however it is put
    titles: frozenset[str]  # “sen”, “dr”: what may stand between a role and a name
    equating: frozenset[str]  # “is”, “who was”: between a name and a role
    lands: frozenset[str]  # “country”, “city”: a place that is not named
    addresses: dict[str, str]  # “ms” → “she”
    small: Mapping[str, frozenset[str]]  # small words, by what they do
    pronouns: dict[str, float]  # the weights of what speaks for one whom a pronoun may mean

    def same_office(self, one: Description, other: Description) -> bool:
        """“president” and “leader”: one office. A vice president is no president."""
        if one.office == other.office or self.shared(one, other):
            return True
        return one.head == other.head and not (one.head in self.classes or one.office != one.head)

    def shared(self, one: Description, other: Description) -> frozenset[int]:
        """The classes that have the offices of both."""
        none = frozenset[int]()
        return self.classes.get(one.office, none) & self.classes.get(other.office, none)

    def tells(self, one: Description, other: Description) -> bool:
        """True if a noun alone says what the other does: “the premier”, “the attorney”.

        “The head” need not be the director, “the leader” not the president.
        """
        loose = {"body", "party"}
        own = {self.equals[number][0] for number in self.classes.get(one.office, ())}
        return any(
            self.equals[number][0] not in loose
            and (loose.isdisjoint(own) or self.equals[number][1] == one.office)
            for number in self.shared(one, other)
        )

    def named_as(self, noun: str, names: Iterable[str]) -> bool:
        """True if a noun says what the last words of a name say: “paper”, “Tarn Gazette”."""
        return not self.called(noun).isdisjoint(self.said_of(names))

    def may_name(self, noun: str, names: Iterable[str]) -> bool:
        """True if nothing in a name is against a noun: “the company” for “Ferrin”."""
        own, said = self.called(noun), self.said_of(names)
        return bool(own) and (not said or not own.isdisjoint(said))

    def called(self, noun: str) -> frozenset[int]:
        """The classes of the words of names that a noun is in."""
        numbers = self.classes.get(noun, frozenset())
        return frozenset(n for n in numbers if self.equals[n][0] == NAME)

    def said_of(self, names: Iterable[str]) -> frozenset[int]:
        """The classes of the last words of names."""
        last = (words[-1] for words in map(words_of, names) if len(words) > 1)
        return frozenset().union(*map(self.called, last))

    def where(self, words: Iterable[str]) -> frozenset[str]:
        """The countries among some words, each by one name."""
        return frozenset().union(*(self.places.get(word, frozenset()) for word in words))

    def gender(self, head: str) -> str:
        """“he” for “chairman”, “she” for “mother”; "" where the noun does not say."""
        pronoun = self.persons.get(head, ("any", ""))[0]
        return pronoun if pronoun in {"he", "she"} else ""

    def generic(self, head: str) -> bool:
        """“the politician”, “the man”: says little of who it is."""
        return self.persons.get(head, ("", ""))[1] in {"person", "work"}

    def describe(self, written: str) -> Description:
        """A description taken apart."""
        return describe(written, self.tables)


@lru_cache(maxsize=1 << 14)
def describe(written: str, tables: Language) -> Description:
    """A description taken apart: what stands before “of” ends with the head."""
    small = tables.kinds("small-words")
    articles, definite, of = small["article"], small["definite"], small["of"]
    words = list(words_of(written))
    raw = written.split()
    possessed = any(word.endswith(("’s", "'s")) for word in raw[:3])
    first = words[0] if words else ""
    cut = next((at for at, word in enumerate(words) if at and word in of), len(words))
    before = [word for word in words[:cut] if word not in articles and word not in definite]
    office = office_of(before, tuple(words[cut:]), tables)
    own = frozenset(office.split())
    return Description(
        definite=first in definite or possessed or first in small["possessive"],
        indefinite=first in articles - definite or first in small["indefinite"],
        head=before[-1] if before else "",
        office=office,
        modifiers=frozenset(before[:-1]) - own,
        of=frozenset(words[cut + 1 :]) - of - articles - own,
    )


def office_of(before: list[str], behind: tuple[str, ...], tables: Language) -> str:
    """The longest office of the table that a description has: “minister of foreign affairs”."""
    known = classes(tables)
    for size in range(len(behind), 0, -1):
        if (said := " ".join([*before[-1:], *behind[:size]])) in known:
            return said
    for size in range(min(LONGEST_OFFICE, len(before)), 0, -1):
        if (said := " ".join(before[-size:])) in known:
            return said
    return before[-1] if before else ""


@cache
def lexicon(tables: Language) -> Lexicon:
    persons = {}
    for noun, pronoun, kind, *_plural in tables.rows("persons"):
        persons[noun] = (pronoun, kind)
    return Lexicon(
        tables=tables,
        persons=persons,
        classes=classes(tables),
        equals=tables.rows("equals"),
        places=called_after(tables),
        titles=frozenset(word.rstrip(".") for word in tables.words("titles")),
        equating=tables.words("equating"),
        lands=frozenset(tables.pairs("noun-phrases").get("places", "").split()),
        addresses=tables.pairs("addresses"),
        small=tables.kinds("small-words"),
        pronouns={row[0]: float(row[1]) for row in tables.rows("antecedents")},
    )


@cache
def classes(tables: Language) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(tables.rows("equals")):
        for noun in row[1:]:
            found.setdefault(noun.lower(), set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}
