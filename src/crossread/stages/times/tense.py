"""Tense: whether the words around a date tell of what was or of what will be."""

from collections.abc import Iterator, Sequence

from crossread.stages.times.lexicon import CLASS_OF, Lexicon
from crossread.stages.times.tokens import Tokens

DATELINE = 6  # tokens before the date of a dateline
AROUND = 25  # tokens that are looked at on either side


def tense(tokens: Tokens, first: int, last: int) -> str:
    """Past, future, present, unclear or nothing: by the nearest verb before, then the first after.

    “resigned on Monday” past; “will vote on Friday”, “is due on Friday” future; “is on Friday”
    present; “ahead of Tuesday’s vote” future, “is proud of Tuesday’s vote” unclear.
    """
    owned = CLASS_OF.get(tokens.kind(last)) == "possessive"
    before = [tokens.word(place).lower() for place in range(max(first - AROUND, 0), first)]
    if owned and any(word in tokens.lexicon.doubts["ahead"] for word in before[-4:]):
        return "future"
    if CLASS_OF.get(tokens.kind(last)) == "open" and first <= DATELINE:
        return "past"  # “TARN, Feb. 8 (Orvpress) – …”
    back = range(first - 1, max(first - AROUND, 0) - 1, -1)
    ahead = range(last, min(last + AROUND, len(tokens.starts)))
    place, found = next(verbs(tokens, (*back, *ahead)), (last, ""))
    if found == "present" and place < first:
        since = before[place - first :]
        return "past" if "after" in since else "unclear" if owned else found
    return "unclear" if owned and found == "present" else found


def verbs(tokens: Tokens, places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The places that tell a tense, in this order."""
    return ((place, found) for place in places if (found := told_by(tokens, place)))


def told_by(tokens: Tokens, place: int) -> str:
    """What one word says, with those before: “to be released”, “was released”."""
    word = tokens.word(place).lower()
    for told in ("future", "past", "present"):
        if word in tokens.lexicon.doubts[told]:
            return told
    tags = tokens.lexicon.tags.get(word, frozenset())
    if place == 0 and "VBG" in tags:
        return "past"  # “Speaking in Tarn on Monday, she …”
    rare = not tags and word.endswith("ed") and len(word) > 5
    if rare or ("VBD" in tags and tokens.word(place)[0].islower()):
        return of_verb(tokens, place, tokens.lexicon)
    return ""


def of_verb(tokens: Tokens, place: int, lexicon: Lexicon) -> str:
    """“voted” is past; “will be voted”, “are voted”, “stay shut” after “will” are not."""
    before = [tokens.word(back).lower() for back in range(place - 1, max(place - 4, -1), -1)]
    if any(word in lexicon.doubts["future"] for word in before):
        return "future"
    for word in before:
        if word in {"be", "to"}:
            return "future" if word == "be" else ""
        if word in lexicon.doubts["past"]:
            return "past"
        if word in lexicon.doubts["present"]:
            return "present"
        if "RB" not in lexicon.tags.get(word, frozenset()):
            break
    return "past"
