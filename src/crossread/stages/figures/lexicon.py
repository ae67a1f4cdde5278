"""Lexicon: what the tables of a language say of numbers, units, money and what is counted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language
from crossread.model.facts import Bound, FigureKind

PARTED = "|"
NONE = "-"
OPENS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, and the next smaller one that news joins to it: “4 years and 8 months”."""

    name: str
    kind: FigureKind
    smaller: str | None
    times: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language, by word."""

    numerals: Mapping[str, tuple[str, float]]  # “three” → unit, 3
    parts: Mapping[str, float]  # “third” of something
    units: Mapping[str, Unit]
    named: Mapping[str, Unit]  # the same by the name that the record has for them
    longest: int  # words of a unit
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    codes: frozenset[str]
    signs: Mapping[str, str]
    openers: frozenset[str]  # codes and first words of signs, in small letters
    coins: Mapping[str, tuple[str, ...]]  # a noun → codes
    told: Mapping[tuple[str, str], str]  # “kazakh”, “tenge” → code
    beside: frozenset[str]  # first words of those that stand before a currency
    money: Mapping[str, tuple[str, str]]  # other words: “dollars” → shared, USD
    contexts: Mapping[str, frozenset[str]]  # words before a number, by kind
    nouns: Mapping[str, frozenset[str]]  # how nouns behind numbers stand, by kind
    deeds: Mapping[str, frozenset[str]]
    people: frozenset[str]
    calendar: frozenset[str]  # days and months
    classes: Mapping[str, str]  # the word class that a form most often has
    lemmas: Mapping[str, str]


@cache
def lexicon(tables: Language) -> Lexicon:
    units = {
        row[0]: Unit(row[1], kind(row[2]), None if row[3] == NONE else row[3], times(row[4]))
        for row in tables.rows("units")
    }
    words = [row for row in tables.rows("words") if len(row) > 1]
    coins, told = currencies(tables)
    return Lexicon(
        numerals={
            word: (kind, float(value))
            for word, kind, value in sorted(
                tables.rows("numerals"), key=lambda row: row[1] != "part"
            )
        },
        parts={row[0]: float(row[2]) for row in tables.rows("numerals") if row[1] == "part"},
        units=units,
        named={unit.name: unit for unit in units.values()},
        longest=max(
            (len(name.replace("-", " - ").replace("/", " / ").split()) for name in units), default=0
        ),
        before=bounds(tables, "before"),
        after=bounds(tables, "after"),
        codes=tables.words("currencies"),
        signs=tables.pairs("currency-signs"),
        openers=frozenset(first(sign) for sign in tables.words("currency-signs"))
        | {code.lower() for code in tables.words("currencies")},
        coins=coins,
        told=told,
        beside=beside(tables),
        money={row[0]: (row[1], row[2]) for row in tables.rows("currency-words")},
        contexts=tables.kinds("number-contexts"),
        nouns=tables.kinds("counted-nouns"),
        deeds=tables.kinds("counting-verbs"),
        people=tables.words("persons"),
        calendar=tables.words("calendar") | tables.words("months"),
        classes={row[0]: row[1].split(":")[0] for row in words},
        lemmas=verb_forms(tables) | {row[0]: row[2] for row in words if len(row) > 2},
    )


def kind(name: str) -> FigureKind:
    if name == "duration":
        return "duration"
    return "percent" if name == "percent" else "measure"


def first(sign: str) -> str:
    """The first token of a sign: “us” of “us$”."""
    found = OPENS.match(sign)
    return found.group() if found else sign


def times(cell: str) -> float:
    return 1.0 if cell == NONE else float(cell)


def bounds(tables: Language, where: str) -> dict[str, Bound]:
    names: dict[str, Bound] = {
        "at least": "at least",
        "at most": "at most",
        "about": "about",
        "exact": "exact",
    }
    return {row[0]: names[row[1]] for row in tables.rows("bounds") if row[2] == where}


def currencies(
    tables: Language,
) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, str], str]]:
    """Nouns of money with the codes that bear them, and with what is told by the word before."""
    coins: dict[str, set[str]] = {}
    told: dict[tuple[str, str], set[str]] = {}
    spelled: dict[str, list[str]] = {}
    for word, how, noun in (row[:3] for row in tables.rows("currency-words")):
        if how == "as":
            spelled.setdefault(noun, []).append(word)
    for code, one, several, before in tables.rows("currencies"):
        for noun in (*forms(one, spelled), *forms(several, spelled)):
            coins.setdefault(noun, set()).add(code)
            for words in before.split(PARTED) if before != NONE else ():
                told.setdefault((words, noun), set()).add(code)
    return (
        {noun: tuple(sorted(codes)) for noun, codes in coins.items()},
        {key: min(codes) for key, codes in told.items() if len(codes) == 1},
    )


def beside(tables: Language) -> frozenset[str]:
    """The first words of what may stand before a currency: “us”, “new” of “new zealand”."""
    cells = (row[3].split(PARTED) for row in tables.rows("currencies") if row[3] != NONE)
    return frozenset(words.split()[0] for cell in cells for words in cell)


def verb_forms(tables: Language) -> dict[str, str]:
    """The regular forms of the verbs of `counting-verbs`: “injuring” is of “injure”."""
    found: dict[str, str] = {}
    for verb, how in tables.rows("counting-verbs"):
        if how not in {"done", "does"}:
            continue
        stem = verb.removesuffix("e")
        endings = ("ing", "ed", "es") if stem != verb else ("ing", "ed", "s", "es")
        found |= {stem + ending: verb for ending in endings}
        if verb.endswith("y"):
            found |= {verb[:-1] + "ied": verb, verb[:-1] + "ies": verb}
    return found


def forms(noun: str, spelled: Mapping[str, list[str]]) -> tuple[str, ...]:
    return (noun, *spelled.get(noun, ()))
