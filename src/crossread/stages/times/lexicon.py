"""Lexicon: what a language's tables say of the words of a time expression.

Every class of words has one letter, so that a sentence is a string in which rules are sought:
“early in March 2031” is `early in month year`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language

WORDS = (
    "weekday weekdays short_weekday count one hundred dozen half ordinal second unit units "
    "weekend quarter part parts noon today tonight season maybe_season this last next before_it "
    "after_it same ago earlier later after before from_now early bound outbreak vague couple "
    "about every regular times per a the of in on at by for since until through to from between "
    "and or all more oclock half_day era local time now"
).split()  # classes of the table `times`
OTHERS = (  # May · march · Mar; 5 · 2031 · 2031–34 · 1–5; 16:30 · 16.30
    "month maybe_month short_month "
    "digits year years days number code clock hour_minute iso_day iso_month slashed decade "
    "fraction zone money possessive comma dash stop open close apostrophe mark "
    "word capital "
    "dated clocked parted lasting regularly"  # found already, in a token
).split()
LETTERS: Mapping[str, str] = {name: chr(0x100 + place) for place, name in enumerate(WORDS + OTHERS)}
CLASS_OF: Mapping[str, str] = {letter: name for name, letter in LETTERS.items()}

# What makes it worth a look: none of these, no time expression.
TELLING = frozenset(
    LETTERS[name]
    for name in (
        "era bound outbreak ordinal weekday weekdays short_weekday unit units second weekend "
        "quarter part parts noon today "
        "tonight season maybe_season regular month maybe_month short_month year years clock "
        "hour_minute iso_day iso_month slashed decade half_day oclock"
    ).split()
)
DOUBTFUL_MONTHS = frozenset({"may", "march", "august"})  # English words, if not written as names


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The classes of words in small letters, each with its value."""

    words: Mapping[str, tuple[str, str]]  # word: letter, value
    months: Mapping[str, str]
    zones: Mapping[str, str]
    tags: Mapping[str, frozenset[str]]  # of word forms: VBD, MD, …
    doubts: Mapping[str, frozenset[str]]  # words that make a name or an amount of a date

    def month(self, word: str) -> str:
        """The class of a month's name as it is written: “May”, “may”, “Jan”; or nothing."""
        small = word.lower()
        if small not in self.months:
            return ""
        if len(small) <= 4 and small not in {"may", "june", "july"}:
            return "short_month" if word[0].isupper() else "maybe_month"
        doubtful = small in DOUBTFUL_MONTHS and not word[0].isupper()
        return "maybe_month" if doubtful else "month"


@cache
def lexicon(tables: Language) -> Lexicon:
    words = {word: (LETTERS[kind], value) for word, kind, value in tables.rows("times")}
    tags = {
        row[0]: frozenset(part.partition(":")[0] for part in row[1].split())
        for row in tables.rows("words")
    }
    return Lexicon(
        words, tables.pairs("months"), tables.pairs("zones"), tags, tables.kinds("time-hints")
    )
