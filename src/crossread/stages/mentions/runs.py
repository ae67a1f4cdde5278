"""Runs: capitalised words in a row that may be a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from crossread.stages.mentions.lexicon import (
    BODY,
    CAPITAL,
    COUNTRY,
    HEAD,
    LOUD,
    ORDINARY,
    PARTICLE,
    PEOPLE,
    SMALL,
    TITLE,
    VERBAL,
)
from crossread.stages.mentions.tokens import Tokens

LONGEST = 14  # tokens of a name


@dataclass(frozen=True, slots=True)
class Run:
    """Capitals in a row, from one token to before another; `last` ends the sentence."""

    start: int
    stop: int
    last: int


@dataclass(slots=True)
class Runs:
    """Finds the runs of a story."""

    tokens: Tokens
    seen: set[str] = field(default_factory=set)  # words with a capital that no place explains
    pairs: set[str] = field(default_factory=set)  # two words with capitals, surely
    alone: set[str] = field(default_factory=set)  # words that stand as a name by themselves

    def __call__(self) -> Iterator[Run]:
        self.seen = set(self.sure())
        self.alone = set(self.singles())
        self.pairs = set(self.together())
        for first, last in pairwise(self.tokens.bounds):
            for start, stop in self.runs(first, last):
                yield Run(start, stop, last)

    def sure(self) -> Iterator[str]:
        """Words that are written large where nothing but a name would be."""
        for place, word in enumerate(self.tokens.words):
            if self.tokens.flags[place] & CAPITAL and not self.tokens.doubt[place]:
                yield word

    def together(self) -> Iterator[str]:
        """Two words with capitals where nothing but a name would have them."""
        tokens = self.tokens
        for place in range(1, len(tokens)):
            large = tokens.flags[place] & tokens.flags[place - 1] & CAPITAL
            if large and not tokens.doubt[place - 1] and tokens.spaced(place):
                yield tokens.said(place - 1, place + 1)

    def singles(self) -> Iterator[str]:
        """“| Dovar | said no”: capitals with none beside them."""
        flags = self.tokens.flags
        for place in range(len(flags)):
            before = place > 0 and flags[place - 1] & CAPITAL
            after = place + 1 < len(flags) and flags[place + 1] & CAPITAL
            if flags[place] & CAPITAL and not (before or after or flags[place] & ORDINARY):
                yield self.tokens.words[place]

    def runs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Where capitalised words stand in a row, between two tokens."""
        place, flags = first, self.tokens.flags
        while place < last:
            if not flags[place] & CAPITAL or (flags[place] & SMALL and not self.loud(place)):
                place += 1
                continue
            stop = self.reach(place, last)
            if SEAT.fullmatch(self.tokens.words[place]):
                place = stop
                continue
            start = self.begin(place, stop, first)
            if start < stop and not self.bids(start, stop, last):
                yield start, stop
            place = stop

    def bids(self, start: int, stop: int, last: int) -> bool:
        """“Let | me say”: a verb with its object."""
        verb = start + 1 == stop < last and self.tokens.has(start, VERBAL)
        return verb and self.tokens.lower[stop] in self.tokens.lexicon.sets["objects"]

    def loud(self, place: int) -> bool:
        """“US” is no “us”, if only it does not shout."""
        return bool(self.tokens.flags[place] & LOUD) and not self.tokens.doubt[place]

    def reach(self, start: int, last: int) -> int:
        """Where the run ends: capitals, with initials, “&” and particles between them."""
        stop = start + 1
        while stop < min(last, start + LONGEST):
            step = self.step(stop, last) or self.owned(stop, last)
            if not step:
                break
            stop += step
        return stop

    def step(self, place: int, last: int) -> int:
        """How many tokens from here on still belong to the run."""
        tokens = self.tokens
        flags, word = tokens.flags[place], tokens.words[place]
        if flags & CAPITAL and (not flags & SMALL or self.loud(place)):
            if tokens.doubt[place] and flags & VERBAL and not flags & (BODY | TITLE):
                return 0  # a headline: “Dovar | Urges Reform”
            return int(
                tokens.spaced(place) or (tokens.glued(place) and tokens.words[place - 1] == "-")
            )
        if place + 1 >= last or not tokens.has(place + 1, CAPITAL):
            return self.particles(place, last)
        if word == "." and tokens.glued(place) and tokens.spaced(place + 1):
            short = len(tokens.words[place - 1]) == 1
            return (
                2
                if short or tokens.lower[place - 1] + "." in tokens.lexicon.tables.words("titles")
                else 0
            )
        if word == "&":
            return 2
        return self.particles(place, last)

    def owned(self, place: int, last: int) -> int:
        """“People | ’s Council”: an owner in the name of a body."""
        tokens = self.tokens
        if tokens.words[place] not in OWNS or not tokens.glued(place):
            return 0
        body = place + 1 < last and tokens.has(place + 1, BODY) and tokens.has(place + 1, CAPITAL)
        return 2 if body and tokens.has(place - 1, ORDINARY | TITLE | HEAD) else 0

    def particles(self, place: int, last: int) -> int:
        """“Ilan | van der Tove”: small words, and then a name."""
        ends = place
        while ends < last and self.tokens.has(ends, PARTICLE) and self.tokens.spaced(ends):
            ends += 1
        more = place < ends < last and self.tokens.has(ends, CAPITAL) and self.tokens.spaced(ends)
        return ends - place + 1 if more else 0

    def begin(self, start: int, stop: int, first: int) -> int:
        """Where the name can begin: without a first word that only begins the sentence."""
        tokens = self.tokens
        while start < stop and tokens.doubt[start] and (self.plain(start) or self.adverb(start)):
            if tokens.words[start] in self.seen and start + 1 == stop:
                break
            follows = start + 1 < stop and tokens.flags[start + 1]
            if follows and (self.belongs(start, follows) or self.known(start)):
                break
            if start + 1 < stop and tokens.glued(start + 1):
                break  # “People|’s Council”
            start += 1
        return stop if start + 1 == stop and self.opening(start) else start

    def known(self, place: int) -> bool:
        """“New York …”: a place of the table, or two words that stand together elsewhere."""
        said = self.tokens.said(place, place + 2)
        return said in self.tokens.lexicon.places or said in self.pairs

    def opening(self, place: int) -> bool:
        """“Moreover, …”: a first word that stands alone, and nowhere else with a capital."""
        tokens = self.tokens
        if not tokens.doubt[place] or tokens.words[place] in self.seen:
            return False
        follows = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
        opens = follows == "," and tokens.lower[place] in tokens.lexicon.sets["openings"]
        body = tokens.has(place, BODY) and tokens.has(place, ORDINARY | HEAD)
        alone = body and follows != "of" and not tokens.has(place, LOUD)
        verb = tokens.lexicon.classes.get(follows, "") in VERBS  # “Xiaoming | said”
        ending = tokens.lower[place].endswith(tuple(tokens.lexicon.sets["endings"]))
        named = verb or tokens.has(place, COUNTRY)
        return opens or alone or self.adverb(place) or (ending and not named)

    def adverb(self, place: int) -> bool:
        """“Interestingly”: in no table, but long and with the ending of an adverb."""
        word = self.tokens.words[place]
        adverb = word.endswith(tuple(self.tokens.lexicon.sets["adverb_endings"]))
        return adverb and len(word) > NAME_LENGTH and word not in self.seen

    def plain(self, place: int) -> bool:
        """True of a word that English writes small as well, and that is no title."""
        flags = self.tokens.flags[place]
        if flags & LOUD and not self.shouted(place):
            return False  # “(AP)”
        return bool(flags & (ORDINARY | HEAD)) and not flags & (TITLE | BODY | COUNTRY | PEOPLE)

    def shouted(self, place: int) -> bool:
        """True if a word beside it is in capitals, too: “MAYOR LEAVES”."""
        near = (n for n in (place - 1, place + 1) if 0 <= n < len(self.tokens))
        return any(self.tokens.has(n, LOUD) for n in near)

    def belongs(self, place: int, follows: int) -> bool:
        """“White | House”: both ordinary words, the second surely large."""
        kind = self.tokens.lexicon.classes.get(self.tokens.lower[place], "")
        large = not self.tokens.doubt[place + 1] and kind in {"NN", "JJ", "NNS", "CD", "VBN"}
        return large and bool(follows & (ORDINARY | BODY | TITLE))


SEAT = re.compile(r"[A-Z][-–][A-Z][A-Za-z]*")  # “Sen. Dovar (R-Iowa)”
OWNS = frozenset({"'s", "’s", "'", "’"})
VERBS = frozenset({"VBD", "VBZ", "MD", "VBP"})
NAME_LENGTH = 8  # letters of “Kimberly”
