"""Roles: when two say the same, and when one person can hardly have both."""

from dataclasses import dataclass
from functools import lru_cache

from crossread.languages.language import pairs_of_all, words_of_all
from crossread.languages.spelling import key


@dataclass(frozen=True, slots=True)
class Role:
    """“the former president of Tarn”: its words that count, folded."""

    words: frozenset[str]
    fields: frozenset[str]  # what line of work it is, as far as the tables know
    text: str

    @property
    def particular(self) -> bool:
        """True if it says of what: “mayor of Tarn”, not “mayor”."""
        return len(self.words) > 1


@lru_cache(maxsize=1 << 16)
def role(text: str) -> Role:
    small = words_of_all("role-words")
    callings = pairs_of_all("callings")
    demonyms = pairs_of_all("demonyms")
    words, fields = set[str](), set[str]()
    for word in text.lower().replace("’s", "").replace("'s", "").split():
        bare = word.strip(',.;:“”"«»()')
        if not bare or bare in small:
            continue
        words.add(key(demonyms.get(bare, bare)))
        fields |= {callings[part] for part in {bare, *bare.split("-")} if part in callings}
    return Role(frozenset(words), frozenset(fields), " ".join(text.split()))


@lru_cache(maxsize=1 << 18)
def apart(one: Role, other: Role, places: frozenset[str]) -> str | None:
    """Why nobody is likely to be both, as a clause; None where one may well be."""
    shared = one.words & other.words
    here, there = (one.words - shared) & places, (other.words - shared) & places
    if shared and here and there:
        return f"one is called {one.text}, the other {other.text}"
    if one.fields and other.fields and not one.fields & other.fields:
        return f"one is called {one.text}, the other {other.text}"
    return None
