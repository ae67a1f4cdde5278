"""Runs: capitalised words in a row, parted into titles and the name behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from crossread.stages.mentions_new.lexicon import (
    BEFORE_NAME,
    BODY,
    CAPITAL,
    COUNTRY,
    HEAD,
    LINK,
    LOUD,
    MODIFIER,
    NOUN,
    ORDINARY,
    PARTICLE,
    PEOPLE,
    ROLE,
    SMALL,
    TITLE,
    VERBAL,
)
from crossread.stages.mentions_new.tokens import Tokens

LONGEST = 14  # tokens of a name


@dataclass(slots=True)
class Name:
    """Tokens that are a name, and what stands around them."""

    first: int
    last: int
    said: str
    rule: str
    titled: bool = False  # a title or role stands before it
    marked: bool = False  # it stands in quotation marks
    votes: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Runs:
    """Finds the names of a story by their capitals."""

    tokens: Tokens
    seen: set[str] = field(default_factory=set)  # words with a capital that no place explains
    alone: set[str] = field(default_factory=set)  # words that stand as a name by themselves

    def __call__(self) -> list[Name]:
        self.seen = set(self.sure())
        self.alone = set(self.singles())
        names: list[Name] = []
        for first, last in pairwise(self.tokens.bounds):
            for start, stop in self.runs(first, last):
                for name in self.parted(start, stop, last):
                    if not names or name.first >= names[-1].last or self.inner(name):
                        names.append(name)
        return names

    def inner(self, name: Name) -> bool:
        """“Bureau of Harbours of the | Port Authority”: a body in the name of another."""
        return name.rule == "body_name" or self.tokens.has(name.first, COUNTRY)

    def sure(self) -> Iterator[str]:
        """Words that are written large where nothing but a name would be."""
        for place, word in enumerate(self.tokens.words):
            if self.tokens.flags[place] & CAPITAL and not self.tokens.doubt[place]:
                yield word

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
            if start < stop:
                yield start, stop
            place = stop

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
            if follows and self.belongs(start, follows):
                break
            if start + 1 < stop and tokens.glued(start + 1):
                break  # “People|’s Council”
            start += 1
        return stop if start + 1 == stop and self.opening(start) else start

    def opening(self, place: int) -> bool:
        """“Moreover, …”: a first word that stands alone, and nowhere else with a capital."""
        tokens = self.tokens
        if not tokens.doubt[place] or tokens.words[place] in self.seen:
            return False
        follows = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
        opens = follows == "," and tokens.lower[place] in tokens.lexicon.sets["openings"]
        alone = tokens.has(place, BODY) and follows != "of"
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
        return bool(flags & (ORDINARY | HEAD)) and not flags & (TITLE | BODY | COUNTRY | PEOPLE)

    def belongs(self, place: int, follows: int) -> bool:
        """“White | House”: both ordinary words, the second surely large."""
        kind = self.tokens.lexicon.classes.get(self.tokens.lower[place], "")
        large = not self.tokens.doubt[place + 1] and kind in {"NN", "JJ", "NNS", "CD", "VBN"}
        return large and bool(follows & (ORDINARY | BODY | TITLE))

    def parted(self, start: int, stop: int, last: int) -> Iterator[Name]:
        """The names of a run: what stands before a title in it, and what behind."""
        tokens = self.tokens
        cut = self.after_titles(start, stop)
        if cut > start:
            yield from self.before_titles(start, cut)
        elif (cut := self.after_office(start, stop)) > start:
            yield self.name(start, cut, "office_name")
        if cut == stop:
            return
        end = self.before_roles(cut, stop)
        if end == cut:
            return
        body = any(tokens.has(n, BODY) for n in range(cut, end))
        if end == stop and (body or tokens.lower[stop - 1] in tokens.lexicon.sets["of_names"]):
            end = self.extended(stop, last)
        if end - cut == 1 and tokens.has(cut, PEOPLE):
            if self.is_people(cut):
                yield self.name(cut, end, "people_name")
            return
        if end - cut == 1 and tokens.has(cut, TITLE) and not tokens.has(cut, LOUD):
            return
        rule = "body_name" if body else "plain_name"
        yield self.name(cut, end, "titled_name" if cut > start else rule, titled=cut > start)

    def is_people(self, place: int) -> bool:
        """“Russians”, “the French”: no noun behind it."""
        tokens = self.tokens
        if tokens.lexicon.peoples[tokens.lower[place]] == "several":
            return True
        ended = place + 1 == len(tokens) or not tokens.has(place + 1, NOUN | MODIFIER | CAPITAL)
        return ended and place > 0 and tokens.lower[place - 1] in tokens.lexicon.sets["articles"]

    def after_titles(self, start: int, stop: int) -> int:
        """Where the name behind a title begins: “Tervan President | Ilan Dovar”."""
        tokens = self.tokens
        bodies = [n for n in range(start, stop) if tokens.has(n, BODY)]
        if bodies and bodies[-1] >= stop - 2:
            return start  # “State Department”, “Attorney General’s Office”
        least = bodies[-1] + 1 if bodies else start
        for place in range(stop - 1, least - 1, -1):
            word = tokens.lower[place]
            calls = place == start and place + 1 < stop and tokens.has(place, BEFORE_NAME)
            dotted_one = self.dotted(tokens.lower[place])
            if not tokens.has(place, TITLE) and not dotted_one and not calls:
                continue
            only = (
                place > start
                and not calls
                and not tokens.has(place, ROLE)
                and not self.dotted(word)
            )
            if only and not tokens.has(place - 1, TITLE | PEOPLE | COUNTRY):
                continue  # “Larry King”
            stopped = place + 1 < stop and tokens.words[place + 1] == "."
            return place + 2 if stopped else place + 1
        return start

    def dotted(self, word: str) -> bool:
        """“Sen” of “Sen.”."""
        return word + "." in self.tokens.lexicon.sets["stopped"]

    def before_titles(self, start: int, cut: int) -> Iterator[Name]:
        """“Kazakhstan | President …”, “House | Speaker …”: who has the title."""
        tokens, stop = self.tokens, start
        bodies = [n for n in range(start, cut) if tokens.has(n, BODY)]
        listed = [
            n for n in range(start + 1, cut + 1) if tokens.said(start, n) in tokens.lexicon.places
        ]
        while stop < cut and not (
            tokens.has(stop, BEFORE_TITLE) or self.dotted(tokens.lower[stop])
        ):
            stop += 1
        stop = bodies[-1] + 1 if bodies else listed[-1] if listed else stop
        if stop > start:
            yield self.name(start, stop, "owner_name")

    def after_office(self, start: int, stop: int) -> int:
        """“Minister of Energy | Ilan Dovar”, “envoy to Terva | Ilan Dovar”."""
        tokens, cut = self.tokens, start
        if start < 2 or tokens.lower[start - 1] not in tokens.lexicon.sets["office"]:
            return start
        while cut < stop and tokens.has(cut, ORDINARY | COUNTRY):
            cut += 1
        if cut > start:
            office = tokens.has(start - 2, ROLE) or tokens.lower[start - 1] == "and"
            return cut if office and stop - cut >= 2 else start
        near = tokens.lower[start - 1] in tokens.lexicon.sets["office_place"] and stop - start == 3
        return start + 1 if near and tokens.words[stop - 1] in self.alone else start

    def before_roles(self, start: int, stop: int) -> int:
        """“Terva | Mayor said”: without a role at the end."""
        tokens = self.tokens
        while stop > start and tokens.has(stop - 1, ROLE | BEFORE_NAME):
            owned = stop - 1 > start and tokens.has(stop - 2, LOUD | COUNTRY | BODY | PEOPLE)
            if tokens.has(stop - 1, LOUD) or not (tokens.has(stop - 1, ROLE) or owned):
                break  # “MP”, “James Baker”
            stop -= 1
        return stop

    def extended(self, stop: int, last: int) -> int:
        """“Ministry | of Harbours and Canals”, “Bureau | of Harbours, Sport and Youth”."""
        tokens = self.tokens
        while stop + 1 < last and tokens.has(stop, LINK) and tokens.spaced(stop):
            linked = tokens.lower[stop]
            ahead = stop + (2 if tokens.lower[stop + 1] == "the" else 1)
            large = ahead < last and tokens.has(ahead, CAPITAL) and not tokens.has(ahead, SMALL)
            if not large or not tokens.spaced(ahead):
                break
            reach = self.reach(ahead, last)
            if linked == "and" and not self.goes_on(ahead, reach):
                break
            if reach - ahead > 1 and not any(tokens.has(n, KNOWN) for n in range(ahead, reach)):
                break  # “the Democratic Party of | Ilan Dovar”
            stop = self.listed(reach, last)
        return stop

    def goes_on(self, start: int, stop: int) -> bool:
        """“Ministry of Health and | Sport”: no body and no name of its own."""
        tokens = self.tokens
        if any(tokens.has(n, BODY | LOUD | TITLE | COUNTRY) for n in range(start, stop)):
            return False
        many = stop - start == 1 and tokens.words[start].endswith("s")  # “Harbours and | Canals”
        return many or all(tokens.has(n, ORDINARY) for n in range(start, stop))

    def listed(self, stop: int, last: int) -> int:
        """“Ministry of Health|, Sport and Youth”."""
        tokens, place = self.tokens, stop
        while place + 2 < last and tokens.words[place] == "," and tokens.has(place + 1, CAPITAL):
            reach = self.reach(place + 1, last)
            if not self.goes_on(place + 1, reach):
                return stop
            if reach + 1 < last and tokens.lower[reach] == "and" and tokens.has(reach + 1, CAPITAL):
                ahead = self.reach(reach + 1, last)
                return ahead if self.goes_on(reach + 1, ahead) or reach + 2 < ahead else stop
            place = reach
        return stop

    def name(self, first: int, last: int, rule: str, *, titled: bool = False) -> Name:
        return Name(first, last, self.tokens.said(first, last), rule, titled)


SEAT = re.compile(r"[A-Z][-–][A-Z][A-Za-z]*")  # “Sen. Dovar (R-Iowa)”
OWNS = frozenset({"'s", "’s", "'", "’"})
VERBS = frozenset({"VBD", "VBZ", "MD", "VBP"})
NAME_LENGTH = 8  # letters of “Kimberly”
KNOWN = ORDINARY | BODY | COUNTRY | PEOPLE | TITLE  # no names of people
BEFORE_TITLE = TITLE | PEOPLE | ORDINARY | BEFORE_NAME
