"""Tense: whether the words around a date tell of what was or of what will be."""

from crossread.stages.times.lexicon import Lexicon
from crossread.stages.times.tokens import Tokens

AROUND = 14  # tokens that are looked at on either side


def tense(tokens: Tokens, first: int, last: int) -> str:
    """“past”, “future” or nothing: by the nearest verb before a date, then by the first after it.

    “resigned on Monday” past; “will vote on Friday”, “is due on Friday” future.
    """
    for place in range(first - 1, max(first - AROUND, 0) - 1, -1):
        if found := told_by(tokens, place):
            return found
    for place in range(last, min(last + AROUND, len(tokens.starts))):
        if found := told_by(tokens, place):
            return found
    return ""


def told_by(tokens: Tokens, place: int) -> str:
    """What one word says, with the one before: “to be released”, “was released”."""
    word = tokens.word(place).lower()
    lexicon = tokens.lexicon
    kinds = lexicon.doubts
    if word in kinds["future"]:
        return "future"
    if word in kinds["past"]:
        return "past"
    if word in kinds["present"]:
        return "" if before_participle(tokens, place) else "future"
    tags = lexicon.tags.get(word, frozenset())
    if "VBD" in tags and tokens.word(place)[0].islower():
        return of_verb(tokens, place, lexicon)
    return ""


def before_participle(tokens: Tokens, place: int) -> bool:
    """“has been”, “is said”: the participle tells more than the auxiliary."""
    tags = tokens.lexicon.tags.get(tokens.word(place + 1).lower(), frozenset())
    return "VBG" in tags and "VBD" in tags


def of_verb(tokens: Tokens, place: int, lexicon: Lexicon) -> str:
    """“voted” is past; “be voted”, “are voted”, “to set” are not."""
    for back in range(place - 1, max(place - 4, -1), -1):
        word = tokens.word(back).lower()
        if word in {"be", "to"} or word in lexicon.doubts["future"]:
            return "future" if word == "be" or word != "to" else ""
        if word in lexicon.doubts["past"]:
            return "past"
        if word in lexicon.doubts["present"]:
            return "future"
        if "RB" not in lexicon.tags.get(word, frozenset()):
            break
    return "past"
