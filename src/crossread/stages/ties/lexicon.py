"""Lexicon: what the tables of a language say of the words that tie one party to another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from crossread.languages.demonyms import called_after, places
from crossread.languages.language import Language
from crossread.model.facts import TieKind

NONE = "-"
VERBAL = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "MD"})
NOMINAL = frozenset({"JJ", "NN", "NNS", "VBG", "VBN", ""})


@dataclass(frozen=True, slots=True)
class Verb:
    """“own”: its forms, and what it makes of who stands before and behind it."""

    forms: tuple[str, ...]  # own, owns, owned, owned, owning
    kind: TieKind
    link: frozenset[str]  # “belongs | to”; empty where the other party follows at once
    turned: bool  # “received 5,000 from”: the object funds the subject
    needs: str  # sum, sum behind, stake, passive; “-” for none
    subjects: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """“owner”: what who is called so is to the other party."""

    kind: TieKind
    link: frozenset[str]  # “the owner | of”
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, ready for looking up."""

    verbs: Mapping[str, tuple[Verb, ...]]  # by each of their forms
    nouns: Mapping[str, Noun]
    longest: Mapping[str, int]  # words of the longest noun that begins with a word
    sets: Mapping[str, frozenset[str]]
    classes: Mapping[str, str]  # the most common word class of a word
    owners: frozenset[str]  # “his”, “its”
    bodies: frozenset[str]  # “campaign”: nouns of bodies
    titles: frozenset[str]  # “deputy”, “sen”
    bearers: frozenset[str]  # “party”: nouns beside the name of a body
    called: Mapping[str, frozenset[str]]  # “tervan” → “Terva”
    lands: frozenset[str]  # names of lands, states and regions, in small letters

    def noun_at(self, words: Sequence[str], at: int) -> tuple[Noun, int] | None:
        """The longest noun of the table that begins at a place, and where it ends."""
        for size in range(self.longest.get(words[at].removeprefix("ex-"), 0), 0, -1):
            said = " ".join(words[at : at + size]).removeprefix("ex-")
            if at + size <= len(words) and (noun := self.nouns.get(said)):
                return noun, at + size
        return None

    def is_adverb(self, word: str) -> bool:
        return self.classes.get(word) == "RB" or (word.endswith("ly") and len(word) > 4)

    def is_verb(self, word: str) -> bool:
        known = self.classes.get(word)
        unlisted = known is None and word in self.verbs
        return unlisted or known in VERBAL or word in self.sets["auxiliaries"]

    def may_go_on(self, word: str) -> bool:
        """True if the word may belong to the phrase before it: “the Ferrin | shares”."""
        return (
            self.classes.get(word, "") in NOMINAL
            and word not in self.sets["behind"]
            and word[:1].isalpha()
        )


@cache
def lexicon(tables: Language) -> Lexicon:
    sets = {row[0]: frozenset(row[1].split()) for row in tables.rows("tie-words")}
    return Lexicon(
        verbs=verbs_of(tables),
        nouns=nouns_of(tables),
        longest=longest(tables),
        sets=defaultdict(frozenset, sets),
        classes={row[0]: first_class(row[1]) for row in tables.rows("words")},
        owners=tables.kinds("small-words")["possessive"],
        bodies=tables.words("bodies"),
        titles=frozenset(word.rstrip(".") for word in tables.words("titles")),
        bearers=tables.words("bearers"),
        called=called_after(tables),
        lands=frozenset(
            name.lower()
            for place in places(tables)
            if place.kind in {"land", "part", "region", "state"}
            for name in place.names
        ),
    )


def first_class(counts: str) -> str:
    return counts.partition(":")[0]


def verbs_of(tables: Language) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for forms, kind, link, way, needs, subjects, objects in tables.rows("tie-verbs"):
        verb = Verb(
            tuple(forms.split()),
            cast(TieKind, kind),
            listed(link),
            way == "turned",
            needs,
            listed(subjects),
            listed(objects),
        )
        for form in set(verb.forms):
            found.setdefault(form, []).append(verb)
    return {form: tuple(verbs) for form, verbs in found.items()}


def nouns_of(tables: Language) -> dict[str, Noun]:
    return {
        noun: Noun(cast(TieKind, kind), listed(link), listed(parties))
        for noun, kind, link, parties in tables.rows("tie-nouns")
    }


def longest(tables: Language) -> dict[str, int]:
    """“chief” → 3, for “chief executive officer”."""
    found: dict[str, int] = {}
    for noun, *_ in tables.rows("tie-nouns"):
        words = noun.split()
        found[words[0]] = max(len(words), found.get(words[0], 0))
    return found


def listed(cell: str) -> frozenset[str]:
    return frozenset(cell.split()) - {NONE}
