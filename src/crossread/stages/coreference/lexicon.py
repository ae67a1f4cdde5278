"""Lexicon: what the tables of a language say of the nouns that describe someone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.languages.demonyms import called_after
from crossread.languages.language import Language
from crossread.stages.coreference.places import words_of


@dataclass(frozen=True, slots=True)
class Description:
    """“the former Tervan minister of ports”, taken apart."""

    definite: bool  # “the …”, “his …”: someone who is known already
    indefinite: bool  # “a …”, “another …”
    head: str
    modifiers: frozenset[str]  # “former”, “tervan”
    of: frozenset[str]  # “ports”


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, ready for looking up."""

    tables: Language
    persons: dict[str, tuple[str, str]]  # noun → pronoun (he she any), kind
    classes: dict[str, frozenset[int]]  # noun → the numbers of the classes that it is in
    places: dict[str, frozenset[str]]  # “tervan” → “Terva”: a country, however it is put
    addresses: dict[str, str]  # “ms” → “she”
    small: Mapping[str, frozenset[str]]  # small words, by what they do
    pronouns: dict[str, float]  # the weights of what speaks for one whom a pronoun may mean

    def same_head(self, one: str, other: str) -> bool:
        """“president” and “leader”: one office."""
        if one == other:
            return True
        return not self.classes.get(one, frozenset()).isdisjoint(
            self.classes.get(other, frozenset())
        )

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
    return Description(
        definite=first in definite or possessed or first in small["possessive"],
        indefinite=first in articles - definite or first in small["indefinite"],
        head=before[-1] if before else "",
        modifiers=frozenset(before[:-1]),
        of=frozenset(words[cut + 1 :]) - of - articles,
    )


@cache
def lexicon(tables: Language) -> Lexicon:
    persons = {}
    for noun, pronoun, kind, *_plural in tables.rows("persons"):
        persons[noun] = (pronoun, kind)
    return Lexicon(
        tables=tables,
        persons=persons,
        classes=classes(tables),
        places=called_after(tables),
        addresses=tables.pairs("addresses"),
        small=tables.kinds("small-words"),
        pronouns={row[0]: float(row[1]) for row in tables.rows("antecedents")},
    )


def classes(tables: Language) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(tables.rows("equals")):
        for noun in row[1:]:
            found.setdefault(noun.lower(), set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}
