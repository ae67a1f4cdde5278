"""Tense: whether the words around a date tell of what was or of what will be."""

from crossread.stages.times.lexicon import CLASS_OF, Lexicon
from crossread.stages.times.tokens import Tokens

AROUND = 25  # tokens that are looked at on either side


def tense(tokens: Tokens, first: int, last: int) -> str:
    """“past”, “future” or nothing: by the nearest verb before a date, then by the first after it.

    “resigned on Monday” past; “will vote on Friday”, “is due on Friday”, “is on Friday” future;
    “ahead of Tuesday’s vote” future, “is proud of Tuesday’s vote” nothing.
    """
    owned = CLASS_OF.get(tokens.kind(last)) == "possessive"
    if owned:
        before = (tokens.word(place).lower() for place in range(max(first - 4, 0), first))
        if any(word in tokens.lexicon.doubts["ahead"] for word in before):
            return "future"
    back = range(first - 1, max(first - AROUND, 0) - 1, -1)
    ahead = range(last, min(last + AROUND, len(tokens.starts)))
    for place in (*back, *ahead):
        if found := told_by(tokens, place):
            return found if found != "present" else "" if owned else "future"
    return ""


def told_by(tokens: Tokens, place: int) -> str:
    """What one word says, with those before: “to be released”, “was released”."""
    word = tokens.word(place).lower()
    lexicon = tokens.lexicon
    kinds = lexicon.doubts
    if word in kinds["future"]:
        return "future"
    if word in kinds["past"]:
        return "past"
    if word in kinds["present"]:
        return "present"
    tags = lexicon.tags.get(word, frozenset())
    if "VBD" in tags and tokens.word(place)[0].islower():
        return of_verb(tokens, place, lexicon)
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
