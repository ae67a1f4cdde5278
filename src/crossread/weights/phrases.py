"""Words that only page furniture and captions use, looked up in the tables of every language.

A table gives a phrase and where it stands in a line: `is`, `starts`, `has` or `ends`. Words are
compared in lower case, without signs and numbers, so “Comments (12)” is “comments”.
"""

import re
from dataclasses import dataclass
from functools import cache

from crossread.languages.language import LANGUAGES

SHORT = 16  # words: a longer line is a paragraph, of which only `long` phrases can tell
LOOKED_AT = 400  # characters
WORD = re.compile(r"[^\W_]+(?:['’.\-+:][^\W_]+)*[:.!]?|[+©]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of a table."""

    words: tuple[str, ...]
    place: str
    long: bool


def words_of(line: str) -> tuple[str, ...]:
    """The words in lower case, with the signs that phrases hold: “tags:”, “ctrl”, “+”."""
    return tuple(WORD.findall(line[:LOOKED_AT].lower().replace("’", "'")))


def stands_in(table: str, line: str) -> Phrase | None:
    """The first phrase of a table that stands in the line as the table says."""
    words = words_of(line)
    bare = tuple(word.rstrip(":.!") for word in words)
    index, short = phrases(table), len(line) <= LOOKED_AT and len(words) <= SHORT
    for place, word in enumerate(bare):
        for phrase in index.get(word, ()):
            if (short or phrase.long) and matches(phrase, words, bare, place):
                return phrase
    return None


def matches(phrase: Phrase, words: tuple[str, ...], bare: tuple[str, ...], place: int) -> bool:
    stop = place + len(phrase.words)
    exact = all(
        want in (word, plain)
        for want, word, plain in zip(
            phrase.words, words[place:stop], bare[place:stop], strict=False
        )
    )
    if not exact or stop > len(words):
        return False
    if phrase.place == "is":
        rest = words[:place] + words[stop:]
        return not any(char.isalpha() for word in rest for char in word)
    if phrase.place == "starts":
        return not any(char.isalpha() for word in words[:place] for char in word)
    return phrase.place == "has" or stop == len(words)


@cache
def phrases(table: str) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of a table in all languages, by their first word."""
    found: dict[str, list[Phrase]] = {}
    for language in LANGUAGES.values():
        for text, place, *rest in language.rows(table):
            if words := words_of(text):
                phrase = Phrase(words, place, "long" in rest)
                found.setdefault(words[0].rstrip(":.!"), []).append(phrase)
    # The surest first: what may stand in a long line too, then the longest.
    for group in found.values():
        group.sort(key=lambda phrase: (not phrase.long, -len(phrase.words)))
    return {word: tuple(group) for word, group in found.items()}
