"""Roles: when two say the same, and when one person can hardly have both."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.languages.language import LANGUAGES, pairs_of_all, words_of_all
from crossread.languages.spelling import key

LAND = "@"  # before what stands for a land in all its names and adjectives
LONGEST = 4  # words of the name of a land
WORD = re.compile(r"[^\W_](?:[\w.’'ʼ-]*[\w.])?")
OWNER = re.compile(r"[’'ʼ]s?$")


@dataclass(frozen=True, slots=True)
class Role:
    """“the former president of Tarn”: its words that count, folded."""

    words: frozenset[str]
    head: frozenset[str]  # those of them that say what, not of what
    fields: frozenset[str]  # what line of work it is, as far as the tables know
    text: str

    @property
    def particular(self) -> bool:
        """True if it says of what: “mayor of Tarn”, not “mayor”."""
        return len(self.words) > 1

    def covers(self, other: "Role") -> bool:
        """“mayor” covers “mayor of Tarn”; “president” does not cover “adviser to the president”."""
        return self.words <= other.words and bool(self.head & other.head)


@lru_cache(maxsize=1 << 16)
def role(text: str) -> Role:
    """“Kazakh president” and “the president of Kazakhstan” have the same words."""
    words = WORD.findall(text.lower())
    head = before_link(words)
    return Role(
        frozenset(telling(words)), frozenset(telling(head)), fields(head), " ".join(text.split())
    )


def telling(words: list[str]) -> set[str]:
    """The words that count; a land stands for itself, whatever it is called."""
    found, at = set[str](), 0
    while at < len(words):
        taken = next((n for n in range(LONGEST, 0, -1) if name(words, at, n) in lands()), 0)
        if taken:
            found.add(lands()[name(words, at, taken)])
        elif words[at] not in words_of_all("role-words"):
            found.add(key(OWNER.sub("", words[at])))
        at += taken or 1
    return found - {""}


def name(words: list[str], at: int, length: int) -> str:
    return OWNER.sub("", " ".join(words[at : at + length])).replace(".", "")


def before_link(words: list[str]) -> list[str]:
    """“adviser” of “adviser to the president”."""
    links = pairs_of_all("role-words")
    ends = (at for at, word in enumerate(words) if at and links.get(word) == "link")
    return words[: next(ends, len(words))]


def fields(head: list[str]) -> frozenset[str]:
    """The lines of work that the words of a role are of."""
    callings = pairs_of_all("callings")
    parts = {part for word in head for part in (word, *word.split("-"))}
    return frozenset(callings[part] for part in parts if part in callings)


@cache
def lands() -> dict[str, str]:
    """Each name and adjective of a land or town, with what stands for it; not those of several."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for row in language.rows("demonyms"):
            names = row[2].split("|")
            sign = LAND + (row[1] if row[1] != "-" else names[0].lower())
            for called in (*names, *row[3].split("|")):
                found.setdefault(called.lower().replace(".", ""), set()).add(sign)
    return {
        called: min(signs) for called, signs in found.items() if len(signs) == 1 and called != "-"
    }


@lru_cache(maxsize=1 << 18)
def apart(one: Role, other: Role, places: frozenset[str]) -> str | None:
    """Why nobody is likely to be both, as a clause; None where one may well be."""
    shared = one.words & other.words
    here, there = (
        {word for word in role.words - shared if word in places or word.startswith(LAND)}
        for role in (one, other)
    )
    if shared and here and there and (one.words - here) == (other.words - there):
        return f"one is called {one.text}, the other {other.text}"
    if one.fields and other.fields and not one.fields & other.fields:
        return f"one is called {one.text}, the other {other.text}"
    return None
