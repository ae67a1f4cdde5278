"""About: the party that a wording speaks of, where the words beside it leave no doubt."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from crossread.model.entity import Mention
from crossread.model.span import Span
from crossread.stages.wording.tokens import Tokens

CLOSED = re.compile(r"\.|, (?!and |or |most )[a-z]")  # not “…, Dovar, Sold and others”
JOINED = re.compile(r",? (?:and|or) |, ")
NEAR = 3  # words behind a source in which a comma ends what says that it speaks
REACH = 12  # mentions that are looked at on either side
PARTY = frozenset({"person", "organisation", "group", "place"})
HELPING = frozenset(
    "'s is are was were be been has have had will would not also do does did".split()
)
OPENING = frozenset("that but because if when while whether though although as since so".split())
OPENING |= frozenset("said says say whereas".split())


class Parties:
    """The mentions of an article that have an entity, to be asked who stands where."""

    def __init__(self, mentions: Sequence[Mention], sources: Collection[int] = ()) -> None:
        self.sources = sources  # where the sources of reports begin
        known = [one for one in mentions if one.entity is not None and one.type in PARTY]
        self.mentions = sorted(known, key=lambda one: (one.span.start, -one.span.stop))
        self.starts = [one.span.start for one in self.mentions]
        self.by_stop: dict[int, Mention] = {}
        for one in reversed(self.mentions):
            held = self.by_stop.get(one.span.stop)
            if held is None or len(one.span) > len(held.span):
                self.by_stop[one.span.stop] = one  # of those that end here the longest
        self.by_start = {one.span.start: one for one in reversed(self.mentions)}  # the longest

    def holding(self, span: Span, *, reach: int) -> Mention | None:
        """The shortest mention that holds a stretch and begins not far before it."""
        best: Mention | None = None
        place = bisect_left(self.starts, span.start + 1) - 1
        for one in self.mentions[max(0, place - REACH) : place + 1]:
            near = span.start - one.span.start <= reach
            if near and one.span.holds(span) and (best is None or len(one.span) < len(best.span)):
                best = one
        return best

    def of_label(self, label: Span, head: Span, text: str, *, one_party: bool) -> str | None:
        """Of the phrase itself, else of the name that stands beside it."""
        one = self.by_start.get(label.start) or self.holding(head, reach=len(label))
        if one and JOINED.match(text, label.stop, one.span.stop):
            return None  # “rebels | and farmers” are one mention of both
        if one and one.form != "pronoun" and one.span.holds(head) and one.span.start <= head.start:
            return one.entity
        beside = self.beside(label, text) if one_party else None
        return beside.entity if beside else None

    def beside(self, label: Span, text: str) -> Mention | None:
        """“strongman | Ilan Dovar”, “the strongman, | Ilan Dovar,”, “Ilan Dovar, | a …,”."""
        touching = self.by_start.get(label.stop + 1)
        if touching and touching.form == "name" and text[label.stop].isspace():
            return touching
        after = self.by_start.get(label.stop + 2)
        if after and after.form == "name" and text[label.stop : label.stop + 2] == ", ":
            return after if CLOSED.match(text, after.span.stop) else None
        before = self.by_stop.get(label.start - 2)
        if before and before.form == "name" and text[label.start - 2 : label.start] == ", ":
            return before if text[label.stop : label.stop + 1] in {",", ".", ";"} else None
        return None

    def of_marks(self, span: Span, inner: Span) -> str | None:
        """Of the mention in the marks, or of that which they are part of."""
        ends = self.by_stop.get(inner.stop) or self.by_stop.get(span.stop)
        if ends and (inner.holds(ends.span) or ends.span.holds(inner)):
            return ends.entity
        one = self.holding(span, reach=len(span) + 40)
        return one.entity if one else None

    def of_phrase(self, tokens: Tokens, first: int, last: int) -> str | None:
        """Of the subject, if the words stand right behind it, or just before it."""
        one = self.subject_before(tokens, first) or self.subject_after(tokens, first, last)
        return one.entity if one else None

    def subject_before(self, tokens: Tokens, first: int) -> Mention | None:
        place = first
        while place > 0 and tokens.at(place - 1) in HELPING:
            place -= 1
        if place == 0:
            return None
        one = self.by_stop.get(tokens.stops[place - 1])
        return one if one and self.begins(tokens, one) else None

    def begins(self, tokens: Tokens, one: Mention) -> bool:
        """True if a clause begins with a mention: nothing before it takes it for its own."""
        place = bisect_left(tokens.starts, one.span.start)
        if place >= len(tokens) or tokens.starts[place] != one.span.start:
            return False
        before = tokens.at(place - 1)
        return place == 0 or before in OPENING or tokens.ends(place - 1)

    def subject_after(self, tokens: Tokens, first: int, last: int) -> Mention | None:
        """“Naturally, | Dovar | left”, “it is obvious that | Dovar | left”."""
        told = tokens.at(last - 1) == "that"
        ahead = tokens.at(last) == "," and tokens.opens(first)
        place = last + (tokens.at(last) == ",")
        if not (told or ahead) or place >= len(tokens):
            return None
        one = self.by_start.get(tokens.starts[place])
        return None if one and ahead and self.tells(tokens, one) else one

    def tells(self, tokens: Tokens, one: Mention) -> bool:
        """“Perhaps, | he | said, it will rain”: a mention is but of who says it."""
        behind = bisect_left(tokens.starts, one.span.stop)
        parted = "," in tokens.lower[behind : behind + NEAR]
        return parted and one.span.start in self.sources
