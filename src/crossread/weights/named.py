"""Named: which tokens are parts of names, which the tagger is not to see.

The network is told that a name stands here, not which: so that the names of countries, parties,
outlets and people cannot change what it finds. A name of several words is one to it.

What is a name is told by capitals. Where these say nothing, at the start of a sentence and in
headlines, a word that English also writes small (table `words`) is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from crossread.languages.language import ENGLISH
from crossread.weights.dress import (
    CAPITAL,
    CAPITALS,
    DIGITS,
    JOINED,
    LOWER,
    MIXED,
    OPENS,
    SENTENCE,
    TITLE,
)

CAPITALISED = frozenset({CAPITALS, CAPITAL, TITLE, MIXED})
NO, BEGINS, GOES_ON = range(3)
BEFORE_SENTENCE = frozenset(':"“«„‘([—–')  # a capital after these may be one of a sentence
SUFFIXES = ("ing", "ly", "ers", "ors", "ions", "ments", "ness")  # of words that are no names
# Words of titles that begin or end the names of bodies as well: “Union Press”, “First Bank”.
BODILY = frozenset(
    "press first state health interior foreign finance transport defence defense council police "
    "opposition emergencies general head executive former senior acting resident".split()
)
HEADLINED = 0.6  # the share of longer words with a capital from which a sentence is a headline
LONGEST = 50  # tokens of a name; a hostile page may be one name from end to end
HYPHENS = frozenset("-‐‑")
INSIDE = HYPHENS | frozenset("’'&")  # may join two parts of a name: “Anne-Marie”, “O'Brien”, “B&W”


@cache
def ordinary() -> frozenset[str]:
    """Words that English writes small as well."""
    return ENGLISH.words("words")


@cache
def titles() -> frozenset[str]:
    """Words that are part of no name even where they are all in capitals: “CEO”, “MONDAY”."""
    words = frozenset[str]().union(*(ENGLISH.words(t) for t in ("titles", "calendar", "months")))
    return (words | {word.rstrip(".") for word in words}) - BODILY


@cache
def always() -> frozenset[str]:
    """Words that are part of no name wherever they stand: titles, days, months, small words."""
    small = {"i", "the", "a", "an", "of", "and", "or", "in", "on", "at", "for", "to", "by", "with"}
    tables = ("pronouns", "small-words", "alike")
    words = (ENGLISH.words(table) for table in tables)
    return titles().union(small, ENGLISH.pairs("alike").values(), *words)


@dataclass(frozen=True, slots=True)
class Written:
    """The tokens of a text as they are written; lists of one length but for `bounds`."""

    tokens: Sequence[str]
    dress: Sequence[int]
    quoted: Sequence[int]
    before: Sequence[int]
    bounds: Sequence[int]  # of the sentences, by token

    def glued(self, place: int) -> bool:
        """True if nothing stands between this token and those on both sides."""
        return self.before[place] == JOINED and self.before[place + 1] == JOINED

    def opens(self, place: int) -> bool:
        """True if a capital here may be one of a sentence."""
        return self.quoted[place - 1] == OPENS or self.tokens[place - 1] in BEFORE_SENTENCE

    def headlined(self, first: int, last: int) -> bool:
        """True if most of the longer words have capitals."""
        sentence = range(first, last)
        long = [t for t in sentence if len(self.tokens[t]) > 3 and self.dress[t] > DIGITS]
        large = sum(self.dress[t] in CAPITALISED for t in long)
        return len(long) > 3 and large > HEADLINED * len(long)


def named(text: Written) -> list[int]:
    """For each token: in no name, the first of one, or a later one."""
    found = [NO] * len(text.tokens)
    for first, last in pairwise(text.bounds):
        loud = text.headlined(first, last)
        for place in range(first, last):
            if text.dress[place] in CAPITALISED and text.tokens[place][0].isupper():
                doubt = loud or place == first or text.opens(place)
                found[place] = BEGINS if is_name(text.tokens[place], in_doubt=doubt) else NO
        join(found, text, first, last)
    return found


def is_name(token: str, *, in_doubt: bool) -> bool:
    word = token.lower()
    loud = len(token) > 1 and token.isupper() and not in_doubt  # “US” is no “us”
    if word in (titles() if loud else always()):
        return False
    return not in_doubt or not (word in ordinary() or word.endswith(SUFFIXES))


def join(found: list[int], text: Written, first: int, last: int) -> None:
    """Makes one name of its parts: “J. D. Orlan”, “van der Tove”, “Anne-Marie”, “U.S.”."""
    place = first
    while place < last:
        start, place = place, before_name(found, text, place, last)
        if place == last or found[place] != BEGINS:
            place = max(place, start + 1)
            continue
        stop = place + 1
        while stop < last and stop - start < LONGEST and (goes := reach(found, text, stop, last)):
            stop += goes
        found[start] = BEGINS
        found[start + 1 : stop] = [GOES_ON] * (stop - start - 1)
        place = stop


def before_name(found: Sequence[int], text: Written, place: int, last: int) -> int:
    """After the small words that may begin a name: “de la | Cruz”, “De | Bruyn”, “al-| Rashedi”."""
    start = place
    while place < last and found[place] != BEGINS and is_particle(text, place):
        place += 1
    hyphen = start < place < last - 1 and text.tokens[place] in HYPHENS
    return place + 1 if hyphen and text.before[place] == JOINED else place


def is_particle(text: Written, place: int) -> bool:
    return text.tokens[place].lower() in ENGLISH.words("particles")


def reach(found: Sequence[int], text: Written, here: int, last: int) -> int:
    """How many of the tokens that follow still belong to the name."""
    if found[here] == BEGINS:
        return 1
    if here + 1 == last:
        return 0
    token, after = text.tokens[here], found[here + 1]
    if token == "." and text.before[here] == JOINED:
        return after_stop(text, here)
    if token in INSIDE and after == BEGINS:
        return 2 if text.glued(here) or token == "&" else 0
    if token in HYPHENS and text.glued(here):  # “Min-ho”, but not “Terva-based”
        return 2 if text.tokens[here + 1].lower() not in ordinary() else 0
    return particles(found, text, here, last)


def after_stop(text: Written, here: int) -> int:
    """“Ravnina.info”, “J. Orlan”, “U.S. troops”; but not the stop that ends a sentence."""
    if text.before[here + 1] == JOINED and text.dress[here + 1] in {LOWER, *CAPITALISED}:
        return 2
    return int(text.dress[here - 1] == CAPITAL and text.before[here + 1] < SENTENCE)


def particles(found: Sequence[int], text: Written, here: int, last: int) -> int:
    """“Ilan | van der Tove”, “Omar | al-Rashedi”: small words, and then a name."""
    ends = here
    while ends < last and text.tokens[ends] in ENGLISH.words("particles"):
        ends += 1
    if ends > here and ends + 1 < last and text.tokens[ends] in HYPHENS:
        ends += 1
    return ends - here + 1 if here < ends < last and found[ends] == BEGINS else 0
