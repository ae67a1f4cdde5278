"""Spelling: one key for the many ways in which one name is written, in Latin or Cyrillic letters.

“Тоқаев”, “Токаев”, “Токаєв”, “Tokayev”, “Tokaev” and “Toqaev” all have the key “tokaev”. What is
folded away is a table that people edit by hand: `data/und/spelling.tsv`.
"""

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

from crossread.languages.language import UNDETERMINED

Folds = tuple[tuple[re.Pattern[str], str], ...]

LONGEST = 80  # letters of a word that are looked at; what is longer is no name
GENERATIONS = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))  # behind a name
OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 18)
def key(word: str) -> str:
    """The folded key of a name word: equal for spellings of one name, as a rule for no others.

    Жанболат, Zhanbolat, Janbolat → janbolat. Зеленський, Zelenskyy, Zelensky → zelenski; but
    Zelenskaya → zelenskaia, since she is somebody else. Empty for what has no letter or digit.
    """
    plain = ascii_of(word[:LONGEST])[:LONGEST]
    while (folded := fold(plain, "spelling")[:LONGEST]) != plain:
        plain = folded
    return plain


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """The key without what careful spellers, too, write in several ways: vowels, g and h, s and z.

    Гриценко, Hrytsenko → hrasanka. Words of one sound may be one name; more must say so.
    """
    return fold(key(word), "sounds")


def ascii_of(word: str) -> str:
    """The word in small letters a to z and digits alone."""
    lower = unicodedata.normalize("NFC", word).lower().translate(letters())
    return OTHER.sub("", anyascii(lower).lower())


def fold(word: str, table: str) -> str:
    """The word after each fold of a table, once. What one takes away no other brings back."""
    for pattern, becomes in folds(table):
        word = pattern.sub(becomes, word)
    return word


@cache
def folds(table: str) -> Folds:
    return tuple((re.compile(row[0]), row[1]) for row in UNDETERMINED.rows(table))


@cache
def letters() -> dict[int, str]:
    return str.maketrans(UNDETERMINED.pairs("letters"))
