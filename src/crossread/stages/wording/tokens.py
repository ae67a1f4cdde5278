"""Tokens: the words and marks of one sentence, as the rules of wording look at them."""

import re
from dataclasses import dataclass

from crossread.model.span import Span

# 4,000 · off-the-wall · don’t · it|’s · ,
TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-‐‑’'](?!s\b)[^\W_]+)*|[’']s\b|[^\w\s]|_")
WIDEST = 2  # characters between two words of one phrase
QUOTES = frozenset("\"“”„«»‘’'")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence: lists of one length."""

    text: str
    words: list[str]
    lower: list[str]  # with straight apostrophes
    starts: list[int]
    stops: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> str:
        """A word in small letters; "" outside the sentence."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def spaced(self, place: int) -> bool:
        """True if a space or two, and nothing else, parts this token from the one before."""
        return 0 < place < len(self.words) and (
            0 < self.starts[place] - self.stops[place - 1] <= WIDEST
        )

    def follows(self, place: int) -> bool:
        """True if nothing but a space parts it from the word before, or nothing: “it| ’s”."""
        return self.spaced(place) or self.lower[place].startswith("'")

    def capital(self, place: int) -> bool:
        return 0 <= place < len(self.words) and self.words[place][0].isupper()

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.stops[last - 1])

    def opens(self, place: int) -> bool:
        """True of the first word of the sentence, whatever marks stand before it."""
        while place > 0 and self.words[place - 1] in QUOTES:
            place -= 1
        return place == 0

    def ends(self, place: int) -> bool:
        """True of a mark that parts or ends, and outside the sentence."""
        if not 0 <= place < len(self.words):
            return True
        return not self.words[place][0].isalnum() and len(self.words[place]) == 1


def tokens(text: str, sentence: Span) -> Tokens:
    found = list(TOKEN.finditer(text, sentence.start, sentence.stop))
    words = [one.group() for one in found]
    return Tokens(
        text,
        words,
        [word.lower().replace("’", "'") for word in words],
        [one.start() for one in found],
        [one.end() for one in found],
    )
