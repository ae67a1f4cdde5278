"""The parts of a person's name: its words without titles and particles, initials known as such."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from crossread.compare.names.words import Word, father, given_names
from crossread.languages.language import UNDETERMINED, words_of_all
from crossread.languages.spelling import GENERATIONS, ascii_of, key

LONGEST = 200  # letters of a name that are looked at
MOST = 12  # words of a name that are looked at

TOKEN = re.compile(r"[^\W\d_]{1,2}\.|[\w'’ʼ`´\u0300-\u036f-]+")
SECOND = re.compile(r"(?<=\.)-\w\.")  # of “J.-C.”: the first says enough
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s$")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SON_OF = frozenset(("bin", "ibn", "ben", "bint", "бин", "ибн", "бен"))  # or daughter
PARTICLES = ("al", "el", "ul", "ur", "as", "ad", "at")  # before a hyphen: “al-Assad”


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in parts. `surname` is the place of the word that is most likely one."""

    text: str
    words: tuple[Word, ...]
    surname: int
    generation: str = ""
    joined: str = ""  # the keys of all words in one
    fathers: frozenset[str] = frozenset()  # keys of what follows “bin”: Harut of “Salem bin Harut”

    @property
    def written(self) -> bool:
        """Whether any word is more than an initial."""
        return not all(word.initial for word in self.words)


@lru_cache(maxsize=1 << 17)
def person(name: str) -> Person:
    """“Mr Azat N. Peruashev” → Azat, N, Peruashev; “Путин, В. В.” → Путин, В, В."""
    text = SECOND.sub("", BRACKETS.sub(" ", name[:LONGEST]))
    before, comma, after = text.partition(",")
    tokens = tokens_of(before), tokens_of(after)
    inverted = bool(comma and tokens[0] and tokens[1])
    both = [*tokens[0], *tokens[1]]
    generation = ascii_of(both[-1]) if len(both) > 1 and ascii_of(both[-1]) in GENERATIONS else ""
    words = words_of(without_titles(both[:-1] if generation else both))
    place = last_of_surname(words, len(words_of(without_titles(tokens[0])))) if inverted else None
    if place is None:
        place = surname_of(words)
    fathers = (key(b) for a, b in pairwise(both) if a.casefold() in SON_OF)
    joined = "".join(word.key for word in words)
    return Person(name.strip(), words, place, generation, joined, frozenset(fathers))


def tokens_of(text: str) -> list[str]:
    found = []
    for token in TOKEN.findall(text):
        head, hyphen, tail = token.partition("-")
        cut = hyphen and ascii_of(head) in PARTICLES
        found.append(POSSESSIVE.sub("", tail if cut else token).strip("-'’ʼ`´"))
    return [token for token in found if token][:MOST]


def without_titles(tokens: list[str]) -> list[str]:
    """The words from the first that is no title on; all of them where all are titles."""
    start = 0
    while start < len(tokens) - 1 and tokens[start].casefold().removesuffix(".") in titles():
        start += 1
    rest = tokens[start:]
    bare = [token for token in rest if not is_particle(token)]
    return bare or rest


def is_particle(token: str) -> bool:
    return token.casefold() in words_of_all("particles") and key(token) not in behind()


def words_of(tokens: list[str]) -> tuple[Word, ...]:
    shouting = all(token.isupper() for token in tokens)
    words: list[Word] = []
    for token in tokens:
        text, folded = token.removesuffix("."), key(token)
        if words and folded in behind():
            words[-1] = Word(f"{words[-1].text} {text}", words[-1].key + folded)
        elif len(token) == 2 and token.isupper() and text == token and not shouting:
            words += [Word(letter, key(letter), initial=True) for letter in token if key(letter)]
        elif folded:
            words.append(Word(text, folded, initial=len(text) < 2 or text != token))
    return tuple(words)


def surname_of(words: tuple[Word, ...]) -> int:
    """The last word, unless it is an initial, a patronymic or a given name that follows another."""
    place = len(words) - 1
    while place > 0 and (words[place].initial or is_patronymic(words, place)):
        place -= 1
    if place == 1 and given_first(words):
        return 0
    if place == 1 and len(words) == 3 and is_patronymic(words, 2) and not words[0].initial:
        return 0  # Putin Vladimir Vladimirovich
    return max(place, 0)


def given_first(words: tuple[Word, ...]) -> bool:
    """“Putin Vladimir”: the given name comes last, and the first word is none."""
    known = given_names()
    if len(words) != 2 or words[0].initial:
        return False
    return words[1].key in known and words[0].key not in known


def is_patronymic(words: tuple[Word, ...], place: int) -> bool:
    """A patronymic follows a given name: not the first word, nor behind another patronymic."""
    if len(words) < 3 or place < 1 or not father(words[place].key):
        return False
    return place == 1 or not father(words[place - 1].key)


def may_be_surname(name: Person, place: int) -> bool:
    """Whether a word, alone, may stand for the person: Peruashev, and Xi of Xi Jinping."""
    return place == name.surname or (place == 0 and name.words[0].key in first_families())


def last_of_surname(words: tuple[Word, ...], before: int) -> int | None:
    """The place of the last word before the comma, where it is a word."""
    place = min(before, len(words)) - 1
    return place if place >= 0 and not words[place].initial else None


@cache
def titles() -> frozenset[str]:
    words = words_of_all("titles") | UNDETERMINED.words("honorifics")
    return frozenset(word.removesuffix(".") for word in words)


@cache
def first_families() -> frozenset[str]:
    """The keys of family names that stand first."""
    return frozenset(key(name) for row in UNDETERMINED.rows("family-first") for name in row)


@cache
def behind() -> frozenset[str]:
    """The keys of words that stand behind a father's name: “Нурлан улы”."""
    words = words_of_all("patronymics")
    return frozenset(key(word) for word in words if word.startswith("-"))
