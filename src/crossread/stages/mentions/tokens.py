"""Tokens: the words and marks of a story, with what the lexicon says of each."""

import re
from dataclasses import dataclass, field

from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.mentions.lexicon import CAPITAL, ORDINARY, SMALL, Lexicon

# U.S. · A. · Vlast.kz · O’Brien · Kassym-Jomart · Kazakhstan|’s
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[’'](?:s|S|m|re|ve|ll|d)\b|[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|"
    r"[^\W\d_](?=\.\s?[^\W\d_])\.|"
    r"[^\W_]+(?:[-‐‑’'](?!(?:s|S|m|re|ve|ll|d)\b)[^\W_]+|(?<=\w{3})\.(?:[a-z]{2,4})\b(?!\w))*"
    r"|[^\w\s]|_"
)
OPENS = frozenset("'\"“«„‘([:—–")  # a capital after these may be one of a sentence
WIDEST = 2  # characters between two words of a phrase
ENDS = frozenset(".?!;")
LEAST = 4  # longer words of a headline
CLOSED = frozenset({"DT", "IN", "CC", "TO", "PRP$", "POS", "WDT"})
HEADLINED = 0.6  # the share of longer words with a capital from which a sentence is a headline


@dataclass(slots=True)
class Tokens:
    """The tokens of all sentences; lists of one length, but `bounds`: sentences by token."""

    text: str
    lexicon: Lexicon
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    doubt: list[bool] = field(default_factory=list)  # a capital here need not be of a name
    bounds: list[int] = field(default_factory=lambda: [0])

    def __len__(self) -> int:
        return len(self.words)

    def spaced(self, place: int) -> bool:
        """True if a space or two, and nothing else, parts this token from the one before."""
        return 0 < self.starts[place] - self.stops[place - 1] <= WIDEST

    def glued(self, place: int) -> bool:
        return self.starts[place] == self.stops[place - 1]

    def has(self, place: int, flag: int) -> bool:
        return bool(self.flags[place] & flag)

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.stops[last - 1])

    def said(self, first: int, last: int) -> str:
        return " ".join(self.text[self.starts[first] : self.stops[last - 1]].split())


def tokens(reading: Reading, lexicon: Lexicon) -> Tokens:
    found = Tokens(reading.text, lexicon)
    for sentence in reading.sentences:
        first = len(found)
        add(found, sentence)
        if len(found) > first:
            loud = headlined(found, first)
            found.doubt += [
                loud or place == first or found.words[place - 1] in OPENS
                for place in range(first, len(found))
            ]
            found.bounds.append(len(found))
    return found


def add(found: Tokens, sentence: Span) -> None:
    for match in TOKEN.finditer(found.text, sentence.start, sentence.stop):
        word = match.group()
        found.words.append(word)
        found.lower.append(word.lower())
        found.flags.append(found.lexicon.flags(word))
        found.starts.append(match.start())
        found.stops.append(match.end())


def headlined(found: Tokens, first: int) -> bool:
    """True if most of the longer words have capitals, ordinary ones too: “Mayor Opens Port”."""
    long = [n for n in range(first, len(found)) if len(found.words[n]) > 3]
    large = [n for n in long if found.flags[n] & CAPITAL]
    plain = [n for n in large if found.flags[n] & ORDINARY and not found.flags[n] & SMALL]
    if len(long) < LEAST or len(large) <= HEADLINED * len(long) or len(plain) < 2:
        return False
    told = not ENDS.isdisjoint(found.words[-2:])
    return not (told and any(written_small(found, n) for n in range(first, len(found))))


def written_small(found: Tokens, place: int) -> bool:
    """True of a word that headlines of this kind would write large: a verb, a noun."""
    kind = found.lexicon.classes.get(found.lower[place], "NN")
    word = found.words[place]
    return word[0].islower() and word.isalpha() and len(word) > 2 and kind not in CLOSED
