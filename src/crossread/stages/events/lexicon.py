"""Lexicon: words for happenings by each of their forms, and what the tables say of other words."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from crossread.languages.language import Language, Row
from crossread.model.span import Span

Form = Literal["plain", "s", "past", "participle", "ing", "noun"]
VERB_FORMS: tuple[Form, ...] = ("plain", "s", "past", "participle", "ing")
# What an ending says of a word that no table has: “dredged”, “dredging”, “promptly”.
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENDINGS = (("ing", "VBG"), ("ed", "VBD"), ("ly", "RB"))


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the table: “arrest”, as a verb, what its subject and its object are."""

    word: str
    kind: str
    noun: bool
    roles: dict[str, str]  # of a verb: subject, object; of a noun: a preposition, ’s
    limits: dict[str, str]  # asks, not, passive

    def role(self, place: str) -> str:
        return self.roles.get(place, "-")


@dataclass(frozen=True, slots=True)
class Sense:
    """A form of a happening: what it may be, and the words that must follow it."""

    happening: Happening
    forms: frozenset[Form]
    more: tuple[str, ...]  # “opened | fire”


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language."""

    senses: dict[str, tuple[Sense, ...]]  # by the first word of the form, longest first
    sets: dict[str, frozenset[str]]
    classes: dict[str, str]  # the word class that a form most often has

    def tells(self, text: str, sentence: Span) -> bool:
        """True if a word of a sentence may tell of a happening."""
        words = WORD.findall(text, sentence.start, sentence.stop)
        return any(word in self.senses or word.lower() in self.senses for word in words)

    def is_in(self, word: str, *names: str) -> bool:
        return any(word in self.sets[name] for name in names)

    def past(self, word: str) -> bool:
        """“shot”: a form in which a happening is told."""
        return any("past" in sense.forms for sense in self.senses.get(word, ()))

    def word_class(self, word: str, low: str) -> str:
        """The likeliest class of a word; of one that is unknown, by its form."""
        if found := self.classes.get(low):
            return found
        if word[0].isdigit():
            return "CD"
        if not word[0].isalpha():
            return low
        if word[0].isupper():
            return "NNP"
        return next((kind for ending, kind in ENDINGS if low.endswith(ending)), "NN")


@cache
def lexicon(tables: Language) -> Lexicon | None:
    """What is known of a language; None where its happenings are not told."""
    rows = tables.rows("happenings")
    if not rows:
        return None
    senses: dict[str, list[Sense]] = {}
    for row in rows:
        for first, sense in senses_of(row):
            senses.setdefault(first, []).append(sense)
    ordered = {
        first: tuple(sorted(held, key=lambda one: -len(one.more))) for first, held in senses.items()
    }
    sets = {name: frozenset(words.split()) for name, words in tables.rows("happening-sets")}
    classes = {row[0]: most(row[1]) for row in tables.rows("words")}
    return Lexicon(ordered, sets, classes)


def senses_of(row: Row) -> list[tuple[str, Sense]]:
    """Each form of one line, and what it may be: “shut” is plain, past and participle."""
    word, kind, what, roles, forms = row[0], row[2], row[1], row[3], row[4].split()
    told = dict(pair.rsplit(":", 1) for pair in roles.split())
    limits = dict(pair.split(":", 1) for pair in row[5].split() if pair != "-")
    happening = Happening(word, kind, what == "noun", told, limits)
    more = tuple(word.split()[1:])
    names: tuple[Form, ...] = ("noun", "noun") if happening.noun else VERB_FORMS
    found: dict[str, set[Form]] = {}
    for form, name in zip(forms, names, strict=True):
        found.setdefault(form, set()).add(name)
    return [(form, Sense(happening, frozenset(held), more)) for form, held in found.items()]


def most(counts: str) -> str:
    """“VBD:13 VBN:9” is VBD."""
    pairs = (one.rpartition(":") for one in counts.split())
    return max(pairs, key=lambda pair: int(pair[2]))[0]
