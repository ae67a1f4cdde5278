"""Money: in which currency an amount is, by ISO 4217; unknown where that is not told."""

import re
from functools import cache

from crossread.languages.language import Language
from crossread.stages.figures.lexicon import NONE, Lexicon
from crossread.stages.figures.lines import Line
from crossread.stages.figures.numbers import HYPHENS, Number

BEFORE = 3  # words between a number and its currency: “5 million | New Zealand | dollars”
STERLING = re.compile(r"£|\bsterling\b|\bpence\b|\bGBP\b|\bBritish pounds\b")
MILLION = 1e6
MEMBER = 100.0  # cents
Told = tuple[str | None, int, float]  # currency, where its words stop, by what it is divided


def sign(line: Line, place: int) -> tuple[str | None, int] | None:
    """The currency that a sign or code before a number names: “US$|3.14”, “EUR |20”.

    Returns it with where the number begins.
    """
    for stop in range(min(len(line), place + 4), place, -1):
        if not all(line.glued(at) for at in range(place + 1, stop)):
            continue
        code = line.lexicon.signs.get("".join(line.lower[place:stop]))
        if code is None and stop == place + 1 and line.words[place] in line.lexicon.codes:
            code = line.words[place]
        if code and code != "cent" and stop < len(line) and near(line, stop):
            return known(line, code, "".join(line.lower[place:stop])), stop
    return None


def near(line: Line, place: int) -> bool:
    return line.words[place][0].isdigit() and line.starts[place] - line.stops[place - 1] <= 1


def known(line: Line, code: str, said: str) -> str | None:
    """The currency of a sign; a dollar is nobody's where the article tells of other dollars."""
    if said == "$" and "dollar" in line.foreign:
        return None
    return None if code == NONE else code


def money(line: Line, number: Number) -> Told | None:
    """The currency whose words follow a number: “1,5 billion| euros”, “20|€”, “42| KWD”."""
    at = number.last
    if line.at(at) in HYPHENS and line.glued(at) and line.glued(at + 1):
        at += 1
    if at >= len(line):
        return None
    if code := line.lexicon.signs.get(line.at(at)):
        return signed(line, at, code)
    glued = line.lexicon.signs.get(line.at(at) + line.at(at + 1))
    if glued and line.glued(at + 1) and len(line.at(at + 1)) == 1:
        return known(line, glued, ""), at + 2, 1.0
    if line.words[at] in line.lexicon.codes:
        return line.words[at], at + 1, 1.0
    return noun(line, number, at)


def signed(line: Line, at: int, code: str) -> Told | None:
    """“20|€”, “10|¢”; not the sign of the next amount, “sold 10 |$5 books”."""
    loud = line.words[at][0].isalpha() and line.words[at] != "RM" and not line.glued(at)
    if loud or (not line.glued(at) and line.at(at + 1)[:1].isdigit()):
        return None
    if code == "cent":
        return None, at + 1, MEMBER
    return known(line, code, line.at(at)), at + 1, 1.0


def noun(line: Line, number: Number, at: int) -> Told | None:
    """“tenge”, “US dollars”, “New Zealand dollars”, “cents”, “bucks”."""
    for place in range(at, min(at + BEFORE + 1, len(line))):
        word = line.at(place)
        if word in line.lexicon.coins or word in line.lexicon.money:
            if place == at:
                return alone(line, number, word, place + 1)
            land = line.said(at, place)
            code = line.lexicon.told.get((land, word)) or cents(line, land, word)
            if code:
                part = MEMBER if line.lexicon.money.get(word, ("",))[0] == "cent" else 1.0
                return code, place + 1, part
            return None if word not in line.lexicon.coins else shared_by_land(line, at, place)
        if place == at and word not in line.lexicon.beside:
            return None
    return None


def cents(line: Line, land: str, word: str) -> str | None:
    """“50 US cents”: the land's dollars."""
    if line.lexicon.money.get(word, ("",))[0] != "cent":
        return None
    return next(
        (c for coin in ("dollar", "euro") if (c := line.lexicon.told.get((land, coin)))), None
    )


def shared_by_land(line: Line, at: int, place: int) -> Told | None:
    """“CFA francs”: money, of which two currencies are called so."""
    if place == at + 1 and line.capital(at):
        return None, place + 1, 1.0
    return None


def alone(line: Line, number: Number, word: str, stop: int) -> Told | None:
    """A noun without a land before it: “5,000 tenge”, “$” is told by the table, “won” is not."""
    how, code = line.lexicon.money.get(word, ("", ""))
    if how == "bare" or (how == "slang" and line.capital(stop - 1)):
        return None
    if how == "cent":
        return (None if code == NONE else code), stop, MEMBER
    if word.startswith("pound") and not (line.pounds or number.scale >= MILLION):
        return None
    if how in {"shared", "slang"}:
        return (None if code == NONE or word.rstrip("s") in line.foreign else code), stop, 1.0
    codes = line.lexicon.coins.get(word, ())
    return (codes[0] if len(codes) == 1 else None), stop, 1.0


def foreign(text: str, tables: Language, lexicon: Lexicon) -> frozenset[str]:
    """The nouns of money that an article uses only for others than the usual one.

    “5 million Canadian dollars … $2 million”: of which dollars the second is, is not told.
    """
    found: dict[str, set[str]] = {}
    for match in lands(tables).finditer(text):
        word = match.group(2).lower()
        for before in (match.group(1).lower(), match.group(1).lower().rpartition(" ")[2]):
            if code := lexicon.told.get((before, word)):
                found.setdefault(word.rstrip("s"), set()).add(code)
    usual = {word: code for word, (how, code) in lexicon.money.items() if how == "shared"}
    return frozenset(word for word, codes in found.items() if usual.get(word) not in codes)


@cache
def lands(tables: Language) -> re.Pattern[str]:
    words = [
        row[0] for row in tables.rows("currency-words") if row[1] == "shared" and row[2] != NONE
    ]
    nouns = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"\b((?:[A-Z][\w.]{{1,20}} )?[A-Z][\w.]{{1,20}}) ({nouns})\b")
