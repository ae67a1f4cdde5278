"""How two words of names go together: rules in one list, the first that fits decides."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

from crossread.languages.language import UNDETERMINED, words_of_all
from crossread.languages.spelling import ascii_of, key, sound

Rule = Callable[["Word", "Word"], "Bond | None"]


class Word(NamedTuple):
    """One word of a name: as written, its key, and whether it stands for a longer one.

    A tuple, since bonds are looked up by words many times a second.
    """

    text: str
    key: str
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """How two words go together. `score` 0: they do not."""

    score: float
    reason: str
    rule: str


@lru_cache(maxsize=1 << 18)
def bond(one: Word, other: Word) -> Bond | None:
    """How two words of names go together, by the first rule that fits; None if by none."""
    for rule in RULES:
        if found := rule(one, other):
            return found
    return None


def initial(one: Word, other: Word) -> Bond | None:
    """“A.” may stand for “Azat”, “Zh.” for “Жанболат”."""
    if not (one.initial or other.initial):
        return None
    short, long = (one, other) if one.initial else (other, one)
    fits = begins(short, long)
    score = (1.0 if long.initial else 0.8) if fits else 0.0
    return Bond(score, f"‘{short.text}’ may stand for ‘{long.text}’.", "initial")


def begins(short: Word, long: Word) -> bool:
    """“Ye” begins “Ерлан”; “C” begins “Кирилл”, but of Latin names only those with C."""
    if first(short.text) == first(long.text):
        return True
    other_letter = len(short.text) > 1 or script(short.text) != script(long.text)
    return other_letter and long.key.startswith(short.key)


def same(one: Word, other: Word) -> Bond | None:
    """“Токаев” is “Tokayev” in Cyrillic letters, “Tokaev” another spelling of it."""
    if one.text.casefold() == other.text.casefold():
        return Bond(1.0, f"Both have ‘{one.text}’.", "same")
    if one.key != other.key:
        return None
    return Bond(0.98, respelled(one.text, other.text), "same")


def signs(one: Word, other: Word) -> Bond | None:
    """Names in Chinese signs or Korean syllables are two where a sign differs."""
    if script(one.text) not in SYLLABLES or script(one.text) != script(other.text):
        return None
    if one.text == other.text:
        return None
    return Bond(0.0, f"‘{one.text}’ and ‘{other.text}’ are different names.", "signs")


def bare(one: Word, other: Word) -> Bond | None:
    """“Vucic” is “Vučić” without the marks on its letters."""
    if one.text.isascii() == other.text.isascii() or unmarked(one.text) != unmarked(other.text):
        return None
    plain, marked = (one, other) if one.text.isascii() else (other, one)
    return Bond(0.95, f"‘{plain.text}’ is ‘{marked.text}’ without marks on its letters.", "bare")


def woman_and_man(one: Word, other: Word) -> Bond | None:
    """“Akhmetova” is a woman, “Akhmetov” a man; so are “Zelenskaya” and “Zelensky”."""
    if one.key[0] != other.key[0] or not {one.key[-1], other.key[-1]} & last_of_women():
        return None
    for his, hers in genders():
        for man, woman in ((one, other), (other, one)):
            if not (man.key.endswith(his) and woman.key.endswith(hers)):
                continue
            stems = man.key.removesuffix(his), woman.key.removesuffix(hers)
            if len(stems[0]) > 1 and near(*stems):
                reason = f"‘{woman.text}’ is the name of a woman, ‘{man.text}’ of a man."
                return Bond(0.0, reason, "woman and man")
    return None


def forms(one: Word, other: Word) -> Bond | None:
    """“Володимир” is a form of “Vladimir”, “Bill” of “William”; “Andrei” is not one of “Andrea”."""
    rows = given_names().get(one.key), given_names().get(other.key)
    if rows[0] is None or rows[1] is None:
        return None
    if rows[0] & rows[1]:
        return Bond(0.95, f"‘{one.text}’ and ‘{other.text}’ are forms of one name.", "forms")
    return Bond(0.0, f"‘{one.text}’ and ‘{other.text}’ are different given names.", "forms")


def patronymics(one: Word, other: Word) -> Bond | None:
    """“Кемелұлы” and “Кемелевич” are formed of one father's name."""
    fathers = father(one.key), father(other.key)
    if not all(fathers):
        return None
    known = [given_names().get(name, frozenset()) for name in fathers]
    if fathers[0] != fathers[1] and not known[0] & known[1]:
        return None
    return Bond(0.95, f"‘{one.text}’ and ‘{other.text}’ are formed of one father's name.", "father")


def half(one: Word, other: Word) -> Bond | None:
    """“Orlova” is a half of “Orlova-Bekova”."""
    if "-" not in one.text and "-" not in other.text:
        return None
    for short, long in ((one, other), (other, one)):
        halves = long.text.split("-")
        if len(halves) == 2 and len(short.key) > 3 and short.key in map(key, halves):
            return Bond(0.8, f"‘{short.text}’ is a half of ‘{long.text}’.", "half")
    return None


def baltic(one: Word, other: Word) -> Bond | None:
    """“Vladimirs” is “Vladimir” in Latvian, “Putinas” is “Putin” in Lithuanian."""
    short, long = (one, other) if len(one.key) < len(other.key) else (other, one)
    if len(short.key) < 4 or not long.key.startswith(short.key):
        return None
    if long.key.removeprefix(short.key) not in BALTIC:
        return None
    return Bond(0.75, f"‘{long.text}’ may be ‘{short.text}’ with a Baltic ending.", "baltic")


def sounding(one: Word, other: Word) -> Bond | None:
    """“Hrytsenko” and “Gritsenko”, “Muhammad” and “Mohammed”: other letters for the same sounds."""
    if sound(one.key) != sound(other.key) or len(sound(one.key)) < 4:
        return None
    shortest, apart = min(len(one.key), len(other.key)), edits(one.key, other.key)
    if apart > 1 + shortest // 4:
        return None
    sure = script(one.text) != script(other.text) or (shortest > 5 and apart <= shortest // 4)
    reason = f"‘{one.text}’ may be another spelling of ‘{other.text}’."
    return Bond(0.85 if sure else 0.65, reason, "sounding")


def slip(one: Word, other: Word) -> Bond | None:
    """“Lukashnko” is one letter from “Lukashenko”: a slip of the pen, or another name."""
    if not near(one.key, other.key):
        return None
    score = min(0.75, 0.4 + 0.03 * min(len(one.key), len(other.key)))
    return Bond(score, f"‘{one.text}’ differs from ‘{other.text}’ by a letter or two.", "slip")


RULES: tuple[Rule, ...] = (
    initial,
    signs,
    same,
    bare,
    woman_and_man,
    forms,
    patronymics,
    half,
    baltic,
    sounding,
    slip,
)

# Endings that tell a woman's given name or patronymic from a man's, in keys; of surnames, a table.
GENDERS = (("uli", "kizi"), ("ich", "na"), ("n", "na"), ("r", "ra"), ("l", "la"))

# What Latvian and Lithuanian put behind the names of men: Vladimirs, Putinas. In keys.
BALTIC = ("s", "as", "is", "us")

# Scripts of whole syllables: two names in one of them differ where their signs do.
SYLLABLES = frozenset(("Cjk", "Hangul", "Hiragana", "Katakana"))


@lru_cache(maxsize=1 << 16)
def father(word: str) -> str:
    """The father's name in the key of a patronymic: ivan of ivanovich; empty where it is none."""
    ending = next((some for some in patronymic_endings() if word.endswith(some)), "")
    return word.removesuffix(ending) if ending and len(word) > len(ending) + 2 else ""


@cache
def patronymic_endings() -> tuple[str, ...]:
    """How patronymics end in any language, in keys, the longest first."""
    found = {key(ending) for ending in words_of_all("patronymics") if not ending.endswith("-")}
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


def near(one: str, other: str) -> bool:
    """One letter apart, or two in long words; the first letter stays in short ones."""
    longest = max(len(one), len(other))
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or (longest < 7 and one[0] != other[0]):
        return False
    allowed = 1 if longest < 9 else 2
    return edits(one, other) <= allowed


def edits(one: str, other: str) -> int:
    return OSA.distance(one, other, score_cutoff=6)


@lru_cache(maxsize=1 << 16)
def first(text: str) -> str:
    return ascii_of(text[:1])[:1]


@lru_cache(maxsize=1 << 16)
def unmarked(text: str) -> str:
    """The letters a to z of a word, whatever marks they bear."""
    return anyascii(text).casefold()


def respelled(one: str, other: str) -> str:
    scripts = script(one), script(other)
    if scripts[0] == scripts[1] or "" in scripts:
        return f"‘{one}’ is another spelling of ‘{other}’."
    return f"‘{one}’ is ‘{other}’ in {scripts[0]} letters."


@lru_cache(maxsize=1 << 16)
def script(text: str) -> str:
    """The script of the first letter, as Unicode names it: “Latin”, “Cyrillic”."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    name = unicodedata.name(letter, "") if letter else ""
    return name.split(" ")[0].title() if re.match(r"[A-Z]+ ", name) else ""


@cache
def genders() -> tuple[tuple[str, str], ...]:
    """The endings of men's names and of women's, in keys, the longest first."""
    rows = [(key(row[0]), key(row[1])) for row in UNDETERMINED.rows("surname-endings")]
    apart = {pair for pair in [*rows, *GENDERS] if pair[0] and pair[1] and pair[0] != pair[1]}
    return tuple(sorted(apart, key=lambda pair: (-len(pair[1]), pair)))


@cache
def last_of_women() -> frozenset[str]:
    return frozenset(hers[-1] for _, hers in genders())


@cache
def given_names() -> dict[str, frozenset[int]]:
    """The keys of known given names, each with the numbers of the names that it is a form of."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(UNDETERMINED.rows("given-names")):
        for name in row:
            found.setdefault(key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
