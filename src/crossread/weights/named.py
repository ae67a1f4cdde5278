"""Named: which tokens are parts of names, which the tagger is not to see.

The network is told that a name stands here, not which: so that the names of countries, parties,
outlets and people cannot change what it finds. A name of several words is one to it.

What is a name is told by capitals. Where these say nothing, at the start of a sentence and in
headlines, a word that English also writes small (table `words`) is none.
"""

from collections.abc import Sequence
from functools import cache

from crossread.languages.language import ENGLISH
from crossread.weights.dress import CAPITAL, CAPITALS, DIGITS, JOINED, MIXED, OPENS, SENTENCE, TITLE

CAPITALISED = frozenset({CAPITALS, CAPITAL, TITLE, MIXED})
NO, BEGINS, GOES_ON = range(3)
BEFORE_SENTENCE = frozenset(':"“«„‘([—–')  # a capital after these may be one of a sentence
SUFFIXES = ("ing", "ly", "ers", "ors", "ions", "ments", "ness")  # of words that are no names
HEADLINED = 0.6  # the share of longer words with a capital from which a sentence is a headline
INSIDE = frozenset("-‐‑’'&")  # may join two parts of a name: “Anne-Marie”, “O'Brien”, “B&W”


@cache
def ordinary() -> frozenset[str]:
    """Words that English writes small as well."""
    return ENGLISH.words("words")


@cache
def always() -> frozenset[str]:
    """Words that are part of no name wherever they stand: titles, days, months, small words."""
    small = {"i", "the", "a", "an", "of", "and", "or", "in", "on", "at", "for", "to", "by", "with"}
    tables = ("titles", "calendar", "months", "pronouns", "small-words", "alike")
    words = frozenset(small).union(*(ENGLISH.words(table) for table in tables))
    return words | {word.rstrip(".") for word in words}


def named(
    tokens: Sequence[str],
    dress: Sequence[int],
    quoted: Sequence[int],
    before: Sequence[int],
    bounds: Sequence[int],
) -> list[int]:
    """For each token: in no name, the first of one, or a later one."""
    found = [NO] * len(tokens)
    for first, last in zip(bounds, bounds[1:], strict=False):
        loud = headlined(dress, tokens, first, last)
        for place in range(first, last):
            if dress[place] in CAPITALISED and tokens[place][0].isupper():
                open_ = loud or place == first or opens(tokens, quoted, place)
                found[place] = BEGINS if is_name(tokens[place], in_doubt=open_) else NO
        join(found, tokens, dress, before, range(first, last))
    return found


def headlined(dress: Sequence[int], tokens: Sequence[str], first: int, last: int) -> bool:
    long = [dress[t] for t in range(first, last) if len(tokens[t]) > 3 and dress[t] > DIGITS]
    return len(long) > 3 and sum(d in CAPITALISED for d in long) > HEADLINED * len(long)


def opens(tokens: Sequence[str], quoted: Sequence[int], place: int) -> bool:
    return quoted[place - 1] == OPENS or tokens[place - 1] in BEFORE_SENTENCE


def is_name(token: str, *, in_doubt: bool) -> bool:
    word = token.lower()
    if word in always():
        return False
    return not in_doubt or not (word in ordinary() or word.endswith(SUFFIXES))


def join(
    found: list[int],
    tokens: Sequence[str],
    dress: Sequence[int],
    before: Sequence[int],
    places: range,
) -> None:
    """Makes one name of its parts: “J. D. Orlan”, “van der Tove”, “Anne-Marie”, “U.S.”."""
    last = places.stop
    particles = ENGLISH.words("particles")
    place = places.start
    while place < last:
        start = place
        while place < last and tokens[place] in particles:  # “de la Cruz”
            place += 1
        if place == last or found[place] != BEGINS:
            place = max(place, start + 1)
            continue
        stop = place + 1
        while stop < last:
            goes = reach(found, tokens, dress, before, range(stop, last), particles)
            if not goes:
                break
            stop += goes
        found[start] = BEGINS
        found[start + 1 : stop] = [GOES_ON] * (stop - start - 1)
        place = stop


def reach(
    found: Sequence[int],
    tokens: Sequence[str],
    dress: Sequence[int],
    before: Sequence[int],
    rest: range,
    particles: frozenset[str],
) -> int:
    """How many of the tokens that follow still belong to the name."""
    here, last = rest.start, rest.stop
    if found[here] == BEGINS:
        return 1
    if here + 1 == last:
        return 0
    joined = before[here] == JOINED
    if tokens[here] == "." and joined and dress[here - 1] == CAPITAL:
        return 1 if before[here + 1] < SENTENCE else 0
    if tokens[here] in INSIDE and found[here + 1] == BEGINS:
        return 2 if (joined and before[here + 1] == JOINED) or tokens[here] == "&" else 0
    size = 0
    while here + size < last and tokens[here + size] in particles:
        size += 1
    ends = here + size
    return size + 1 if size and ends < last and found[ends] == BEGINS else 0
