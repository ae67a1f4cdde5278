"""Whether two names may be names of one body: a ministry, a company, a party, a paper."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod

from crossread.compare.names.known import bearers, folded, places
from crossread.compare.names.likeness import Likeness
from crossread.compare.names.words import (
    Bond,
    Word,
    bare,
    respelled,
    same,
    slip,
    sounding,
    unmarked,
)
from crossread.languages.language import UNDETERMINED
from crossread.languages.spelling import ascii_of, key, sound

LONGEST = 300  # letters of a name that are looked at
MOST = 24  # words of a name that are looked at
FORM = 6  # words of the longest legal form that is looked for

DOTTED = re.compile(r"\b(?:\w\.\s?){2,}|(?<=\w)\.")
TOKEN = re.compile(r"[\w'’ʼ`´]+")
NOTHING = Likeness(0.0, "One of the names has no letters.")


@dataclass(frozen=True, slots=True)
class Body:
    """The name of a body in parts: the words that tell it from others, and its legal form."""

    text: str
    words: tuple[Word, ...]
    heads: frozenset[str] = frozenset()  # keys of those words that only say what kind it is
    form: str = ""
    letters: frozenset[str] = frozenset()  # what its first letters may be called
    acronym: str = ""  # the name itself, if it is one
    bare: str = ""  # the keys of all words but the legal form, in one


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """How likely two names are of one body: “KNB” and “National Security Committee” by letters."""
    mine, theirs = body(one), body(other)
    if not mine.words or not theirs.words:
        return NOTHING
    if one.casefold() == other.casefold():
        return Likeness(1.0, f"Both are ‘{mine.text}’.")
    if found := listed(mine.text, theirs.text) or lettered(mine, theirs):
        return found
    if joined(mine) == joined(theirs) or mine.bare == theirs.bare or folded(one) == folded(other):
        return formed(mine, theirs, Likeness(0.98, alike(mine, theirs)))
    return by_words(mine, theirs)


def by_words(mine: Body, theirs: Body) -> Likeness:
    """Word by word, in any order: “Bank of Orla” and “Orla Bank”, but not “Orla Fund”."""
    pairs, left, right = paired(mine.words, theirs.words)
    if left and right and (tie := spelled_out(left, right)):
        pairs, left, right = [*pairs, tie], [], []
    if left and right:
        return clash(left[-1], right[-1])
    if left or right:
        return shortened(mine, theirs, pairs, left + right)
    score = 0.98 * prod(tie.score for tie in pairs) * (0.7 if slight(mine, theirs) else 1)
    worst = min(pairs, key=lambda tie: tie.score)
    reason = worst.reason if worst.score < 0.95 else alike(mine, theirs)
    return formed(mine, theirs, Likeness(score, reason))


@lru_cache(maxsize=1 << 17)
def body(name: str) -> Body:
    """ТОО «Арна Медиа» → Арна, Медиа, of the legal form “limited”."""
    text = DOTTED.sub(
        lambda found: found[0].replace(".", "").replace(" ", "") + " ", name[:LONGEST]
    )
    tokens = TOKEN.findall(text.replace("&", " and "))[:MOST]
    core, form = without_form(tokens)
    words = tuple(word(token) for token in core if token.casefold() not in links())
    words = tuple(one for one in words if one.key) or tuple(word(token) for token in core)
    kinds = frozenset(one.key for one in words if one.key in heads().values())
    acronym = ascii_of(core[0]) if len(core) == 1 and is_acronym(core[0]) else ""
    return Body(
        name.strip(), words, kinds, form, first_letters(core), acronym, folded(" ".join(core))
    )


def without_form(tokens: list[str]) -> tuple[list[str], str]:
    """The words without the legal form in front of them or behind, and what that form means."""
    found, core = "", tokens
    for size in range(min(FORM, len(tokens) - 1), 0, -1):
        for place in (0, len(core) - size):
            words = " ".join(core[place : place + size]).casefold()
            if len(core) > size and words in forms():
                found = found or forms()[words]
                core = core[:place] + core[place + size :]
    return core, found


def word(token: str) -> Word:
    """A word of a name; one that says the kind of body has the key of that kind in any language."""
    small = token.casefold()
    known = heads().get(small) or fields().get(small) or numbers().get(small)
    return Word(token, known or key(token))


def is_acronym(token: str) -> bool:
    return 2 <= len(token) <= 8 and token.isupper()


def first_letters(core: list[str]) -> frozenset[str]:
    """The first letters of a name of several words, with and without its small words."""
    full = [token for token in core if token.casefold() not in links()]
    if len(full) < 2:
        return frozenset()
    return frozenset("".join(ascii_of(token)[:1] for token in some) for some in (core, full))


def listed(one: str, other: str) -> Likeness | None:
    """Names that a table says are of one body: the UN is ООН."""
    rows = [bearers("bodies").get(folded(re.sub(r"(?i)^the ", "", name))) for name in (one, other)]
    if rows[0] and rows[1] and rows[0] & rows[1] and folded(one) != folded(other):
        return Likeness(0.95, f"‘{one}’ and ‘{other}’ are names of one body.")
    return None


def lettered(one: Body, other: Body) -> Likeness | None:
    """An acronym has the first letters of the long name."""
    for short, long in ((one, other), (other, one)):
        if short.acronym and short.acronym in long.letters:
            score = 0.8 if len(short.acronym) > 2 else 0.4
            return Likeness(score, f"‘{short.text}’ may be the first letters of ‘{long.text}’.")
    return None


def joined(one: Body) -> str:
    return "".join(word.key for word in one.words)


Paired = tuple[list[Bond], list[Word], list[Word]]


def paired(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> Paired:
    """The bonds between words, and the words of either name that have none."""
    ties, rest, right = list[Bond](), list[Word](), list(theirs)
    for rule in (same, bare, sounding, slip):
        rest = []
        for one in mine:
            found = ((rule(one, other), place) for place, other in enumerate(right))
            tie, place = next(((tie, place) for tie, place in found if tie), (None, 0))
            if tie and apart(one.key) == apart(right[place].key):
                ties.append(tie)
                right.pop(place)
            else:
                rest.append(one)
        mine = tuple(rest)
    return ties, rest, right


def spelled_out(left: list[Word], right: list[Word]) -> Bond | None:
    """“US” of the one name is “United States” of the other."""
    for short, long in ((left, right), (right, left)):
        letters = "".join(ascii_of(word.text)[:1] for word in long)
        if len(short) == 1 and len(long) > 1 and ascii_of(short[0].text) == letters:
            words = " ".join(word.text for word in long)
            return Bond(0.9, f"‘{short[0].text}’ may be the first letters of ‘{words}’.", "letters")
    return None


def apart(folded: str) -> str:
    """The number that a word holds: names with other numbers are of others."""
    return "".join(sign for sign in folded if sign.isdigit())


def clash(one: Word, other: Word) -> Likeness:
    """Both have a word that the other lacks: a bank is not a fund, Orla not Tarn."""
    return Likeness(0.1, f"One has ‘{one.text}’, the other ‘{other.text}’.")


def alike(one: Body, other: Body) -> str:
    """Why names whose words go together are alike: by spelling, by order, or by meaning."""
    if [w.text.casefold() for w in one.words] == [w.text.casefold() for w in other.words]:
        return f"‘{one.text}’ is ‘{other.text}’ but for a small word, a mark or the legal form."
    spelled = [[key(word.text) for word in some.words] for some in (one, other)]
    if spelled[0] == spelled[1] or "".join(spelled[0]) == "".join(spelled[1]):
        return respelled(one.text, other.text)
    if sorted(spelled[0]) == sorted(spelled[1]):
        return f"‘{one.text}’ is ‘{other.text}’ in another order."
    return f"‘{one.text}’ says the same as ‘{other.text}’, word for word."


def slight(one: Body, other: Body) -> bool:
    """Whether the one word that tells them from others is short, and not quite the same in both."""
    telling = [[w.key for w in some.words if w.key not in some.heads] for some in (one, other)]
    return max(map(len, telling)) == 1 and telling[0] != telling[1] and len(telling[0][0]) < 7


def shortened(one: Body, other: Body, pairs: list[Bond], missing: list[Word]) -> Likeness:
    """One name has words that the other lacks: a part of it, or a body of its own."""
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.text))
    words = " ".join(word.text for word in missing)
    score = prod(tie.score for tie in pairs)
    if any(apart(word.key) for word in missing) or all(w.key in short.heads for w in short.words):
        return Likeness(0.3 * score, f"‘{short.text}’ lacks ‘{words}’ of ‘{long.text}’.")
    if len(short.words) > 1 and short.heads and all(places(word.text) for word in missing):
        return Likeness(0.6 * score, f"‘{short.text}’ may be ‘{long.text}’.")
    if all(word.key in LOOSE for word in missing):
        return Likeness(0.75 * score, f"‘{short.text}’ may be ‘{long.text}’ without ‘{words}’.")
    return Likeness(0.4 * score, f"‘{short.text}’ lacks ‘{words}’ of ‘{long.text}’.")


# Words that are left out where a company is spoken of: “Arna” for “Arna Group”.
LOOSE = frozenset(key(word) for word in ("group", "holding", "company", "corporation"))


def formed(one: Body, other: Body, found: Likeness) -> Likeness:
    """A little less where the legal forms are not alike: Orla Ltd may not be Orla JSC."""
    if not one.form or not other.form or one.form == other.form:
        return found
    return Likeness(0.8 * found.score, f"{found.reason[:-1]}, but their legal forms differ.")


def keys(name: str) -> frozenset[str]:
    """What two names of one body share at least one of: a telling word's sound, or its letters."""
    found = body(name)
    telling = [word for word in found.words if word.key not in found.heads]
    rare = [word for word in telling if not places(word.text)] or telling
    longest = sorted(rare, key=lambda word: (-len(word.key), word.key))[:2]
    some = {f"w:{sound(form)}" for word in longest for form in (word.key, unmarked(word.text))}
    some |= {f"j:{sound(run)}" for run in (joined(found), found.bare, folded(found.text))}
    some.add("j:" + "".join(sorted(sound(word.key) for word in found.words)))
    some |= {f"a:{letters}" for letters in found.letters if len(letters) > 2}
    some |= {f"a:{found.acronym}"} if found.acronym else set()
    some |= {"h:" + ",".join(sorted(found.heads))} if len(found.heads) > 1 else set()
    some |= {f"b:{row}" for row in bearers("bodies").get(folded(found.text), ())}
    return frozenset(some)


@cache
def heads() -> dict[str, str]:
    """Words for kinds of bodies in several languages, each with the key of that kind."""
    return in_english("heads")


@cache
def fields() -> dict[str, str]:
    """Words for what ministries are for, each with the key of the English one."""
    return in_english("fields")


def in_english(table: str) -> dict[str, str]:
    return {word: key(row[0]) for row in UNDETERMINED.rows(table) for word in row}


@cache
def forms() -> dict[str, str]:
    return UNDETERMINED.pairs("legal-forms")


@cache
def numbers() -> dict[str, str]:
    return UNDETERMINED.pairs("numbers")


@cache
def links() -> frozenset[str]:
    return UNDETERMINED.words("links")
