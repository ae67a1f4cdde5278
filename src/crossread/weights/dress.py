"""Dress: how a token is written and where it stands, which lower-cased pieces do not tell."""

# How a token is written, which lower-casing would lose.
NO_LETTERS, DIGITS, LOWER, CAPITALS, CAPITAL, TITLE, MIXED, NAME = range(8)
# Where it stands to quotation marks.
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
# What stands before it.
JOINED, SPACED, SENTENCE, PARAGRAPH, HEADLINE = range(5)


def dress(token: str) -> int:
    """How a token is written."""
    if not token[0].isalnum():
        return NO_LETTERS
    if token.islower():
        return LOWER
    if token.isupper():
        return CAPITALS if len(token) > 1 else CAPITAL
    if not any(letter.isalpha() for letter in token):
        return DIGITS
    return TITLE if token[0].isupper() and token[1:].islower() else MIXED
