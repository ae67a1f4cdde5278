"""Evidence: what speaks for the type of a name, as features of each place where it stands.

The letters of a name are no evidence: only its form, the words of bodies, titles and tables in
it, and the words around it. So names may be swapped, and nothing changes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from crossread.stages.mentions.lexicon import (
    BODY,
    CAPITAL,
    COUNTRY,
    HEAD,
    LINK,
    LOUD,
    ORDINARY,
    PARTICLE,
    PEOPLE,
    SMALL,
    TITLE,
)
from crossread.stages.mentions.names import Name
from crossread.stages.mentions.tokens import Tokens

Features = dict[str, float]
INITIALS = "initials of another"
PLACED = "beside a noun of places"
AFTER_ROLE = "after a role"
TITLED = "found as titled_name"
OWNED = "with an owner in it"  # “Dockers’ Union”
BODILY = "ends with a body"
BEARER = "beside a bearer"
EITHER = "beside a noun of people and of bodies"  # “the contractor, Ferrin,”
HUMP = re.compile(r"[a-z][A-Z]")  # “YouGov”; but “McMeel”
OWNS = frozenset({"'s", "’s", "'", "’"})
QUOTES = frozenset('“”„«"‘’')
LONGEST_LIST = 60  # tokens of a list of quoted names
FAR = 7  # tokens of an apposition that are looked at


@dataclass(slots=True)
class Evidence:
    """The features of each name of an article, pooled over all places where it stands."""

    tokens: Tokens
    names: list[Name]
    roles: frozenset[int]  # where descriptions of people end
    sources: frozenset[int]  # where sources begin
    written: frozenset[str] = field(init=False)  # words in small letters
    tails: dict[str, set[str]] = field(init=False)  # last words of longer names → those names
    fronts: dict[str, set[str]] = field(init=False)
    quoted: frozenset[int] = field(init=False)  # the tokens of names in quotation marks
    initials: dict[str, set[str]] = field(init=False)  # “KNB” → names that begin so

    def __post_init__(self) -> None:
        self.written = frozenset(self.tokens.words)
        marked = (name for name in self.names if name.marked)
        self.quoted = frozenset(n for name in marked for n in range(name.first, name.last))
        self.tails, self.fronts = defaultdict(set), defaultdict(set)
        self.initials = defaultdict(set)
        for name in self.names:
            if name.last - name.first > 1:
                words = self.tokens.words[name.first : name.last]
                self.tails[words[-1]].add(name.said)
                self.fronts[words[0]].add(name.said)
                short = "".join(word[0] for word in words if word[0].isupper())
                self.initials[short].add(name.said)

    @property
    def sets(self) -> dict[str, frozenset[str]]:
        return self.tokens.lexicon.sets

    def __call__(self) -> dict[str, Features]:
        """Of each name its features, each with the share of places that it holds at."""
        pooled: dict[str, Counter[str]] = defaultdict(Counter)
        places: Counter[str] = Counter()
        first: dict[str, Name] = {}
        for name in self.names:
            places[name.said] += 1
            first.setdefault(name.said, name)
            pooled[name.said].update(set(self.around(name)))
        found: dict[str, Features] = {}
        for said, counts in pooled.items():
            features = {feature: count / places[said] for feature, count in counts.items()}
            features |= dict.fromkeys(self.inside(first[said]), 1.0)
            features[f"times {min(places[said], 4)}"] = 1.0
            found[said] = features
        return found

    def inside(self, name: Name) -> Iterator[str]:
        """What the form of the name and the known words in it say."""
        tokens, size = self.tokens, name.last - name.first
        flags = tokens.flags[name.first : name.last]
        words = tokens.words[name.first : name.last]
        yield f"words {min(size, 5)}"
        yield f"ordinary {ordinary(flags)} {min(size, 3)}"
        if flags[-1] & BODY or self.tokens.has(self.before_link(name), BODY):
            yield BODILY
        for flag, label in FLAGS:
            if any(one & flag for one in flags):
                yield f"has {label}"
        if name.said in tokens.lexicon.places:
            yield "listed place"
        if flags[-1] & COUNTRY and size > 1:
            before = tokens.lexicon.classes.get(tokens.lower[name.last - 2], "name")
            yield f"ends with a place after {before}"
        if size == 1 and flags[0] & LOUD:
            yield f"loud {min(len(words[0]), 6)}"
            if words[0].rstrip("s") in self.initials:
                yield INITIALS
        yield from self.shape(name, words, flags)

    def shape(self, name: Name, words: list[str], flags: list[int]) -> Iterator[str]:
        lower, lexicon = self.tokens.lower, self.tokens.lexicon
        for place in {name.last - 1, self.before_link(name)}:
            yield from self.ending(place, alone=len(words) == 1)
        if self.tokens.has(name.first, ORDINARY) and len(words) > 1:
            yield f"begins as {lexicon.classes.get(lower[name.first], '')}"
        yield from self.letters(name.said, words, flags)
        if len(words) == 1:
            yield f"tail of {min(2, len(self.tails.get(words[0], ())))}"
            yield f"front of {min(2, len(self.fronts.get(words[0], ())))}"
            if lower[name.first] in self.written:
                yield "also small"
            if words[0] + "s" in self.written:
                yield "also plural"

    def letters(self, said: str, words: list[str], flags: list[int]) -> Iterator[str]:
        """The form of the words."""
        last = words[-1]
        if last.endswith("s") and not last.endswith("ss") and len(last) > 3:
            yield f"plural {len(words) == 1} {bool(flags[-1] & ORDINARY)}"
        if any(len(word) == 2 and word[1] == "." for word in words):
            yield "initial"
        if any(char.isdigit() for char in said):
            yield "digit"
        if "." in said[1:-1].replace(". ", "") and said[-1] != ".":
            yield "web"
        if any(HUMP.search(word) and not word.startswith("M") for word in words):
            yield "a capital inside a word"
        if not OWNS.isdisjoint(words):
            yield OWNED
        if "-" in said:
            yield f"hyphen {len(words)}"
        if any(word in self.sets["compound"] for word in words):
            yield "linked"

    def ending(self, place: int, *, alone: bool) -> Iterator[str]:
        """What a noun at the end of a name tells: “Orlan | Street”, “Harbour | Ministry”."""
        word, flags, lexicon = (
            self.tokens.lower[place],
            self.tokens.flags[place],
            self.tokens.lexicon,
        )
        alike = "alone" if alone else "ends"
        if flags & (ORDINARY | BODY | TITLE):
            yield f"{alike} as {lexicon.classes.get(word, '')}"
        if flags & (BODY | TITLE) or (word in lexicon.nouns and not alone):
            yield f"{alike} with {word}"
        if word in lexicon.heads:
            yield f"{alike} like {lexicon.heads[word]}"
        if word in lexicon.nouns:
            yield f"{alike} with a noun of {lexicon.nouns[word]}"

    def before_link(self, name: Name) -> int:
        """“Ministry | of Health”: the noun before the first small word."""
        for place in range(name.first + 1, name.last):
            if self.tokens.has(place, LINK):
                return place - 1
        return name.last - 1

    def around(self, name: Name) -> Iterator[str]:
        """What stands beside the name in one place."""
        tokens = self.tokens
        before, after = name.first - 1, name.last
        yield f"found as {name.rule}"
        yield f"before {self.seen(before)}"
        yield f"after {self.seen(after)}"
        yield f"between {self.seen(before)} {self.classed(after)}"
        if before >= 0 and tokens.lower[before] in self.sets["articles"]:
            yield f"before {self.seen(before - 1)} the"
            yield f"the … {self.classed(after)}"
        if tokens.doubt[name.first]:
            yield "doubtful"
        if tokens.starts[name.first] in self.sources:
            yield "source"
        if self.after_role(name):
            yield AFTER_ROLE
        for place, label in ((before, "before"), (after, "after")):
            if (
                0 <= place < len(tokens)
                and tokens.has(place, HEAD)
                and not tokens.has(place, CAPITAL)
            ):
                yield f"{label} a {tokens.lexicon.heads[tokens.lower[place]]}"
        yield from self.bearers(before, after)
        yield from self.placed(before, after)
        if after < len(tokens) and tokens.words[after] in {",", "(", "—", "–"}:
            yield from self.apposed(after + 1)
        if self.after_comma(name) and tokens.lower[before - 1] in tokens.lexicon.either:
            yield EITHER
        if name.marked:
            yield "in quotation marks"

    def bearers(self, before: int, after: int) -> Iterator[str]:
        """“the | Orlan | party”, “the channel | Ulan Korr”: a noun for what bears the name."""
        tokens, known = self.tokens, self.tokens.lexicon.bearers
        before = self.listed(before)
        flags = tokens.flags[before - 1] if before > 0 else 0
        owned = flags & CAPITAL and not flags & (LOUD | SMALL)
        own = before >= 0 and not owned  # not “the Orlan party | Dovar”
        if own and known.get(tokens.lower[before]):
            yield BEARER
        if after < len(tokens) and known.get(tokens.lower[after]) == "both":
            yield BEARER

    def listed(self, before: int) -> int:
        """Before the quoted names of a list: “the movements | “Docks”, “Quays” and “Ports””."""
        tokens, near = self.tokens, self.sets["listing"]
        marked = before >= 0 and tokens.words[before] in QUOTES
        first = max(0, before - LONGEST_LIST)
        while marked and before >= first:
            if tokens.lower[before] not in near and before not in self.quoted:
                break
            before -= 1
        return before

    def placed(self, before: int, after: int) -> Iterator[str]:
        """“the | Orlan | region”, “the city of | Orlan”."""
        tokens, regions = self.tokens, self.sets["regions"]
        inside = before > 0 and after < len(tokens)
        if not inside or tokens.has(after, CAPITAL):
            return
        article = tokens.lower[before] in self.sets["articles"]
        if article and tokens.lower[after] in regions:
            yield PLACED
        if tokens.lower[before] == "of" and tokens.words[before - 1] in regions:
            yield PLACED

    def seen(self, place: int) -> str:
        """A word as evidence: itself if it is an ordinary one, else only what it looks like."""
        if not 0 <= place < len(self.tokens):
            return "-"
        flags = self.tokens.flags[place]
        if flags & CAPITAL and not flags & SMALL:
            return "TITLE" if flags & TITLE else "Capital"
        if flags & (ORDINARY | SMALL) or not self.tokens.words[place][0].isalnum():
            return self.tokens.lower[place].replace("’", "'")
        return "number" if self.tokens.words[place][0].isdigit() else "rare"

    def classed(self, place: int) -> str:
        if not 0 <= place < len(self.tokens):
            return "-"
        word = self.tokens.lower[place].replace("’", "'")
        return self.tokens.lexicon.classes.get(word, self.seen(place))

    def after_role(self, name: Name) -> bool:
        """“the mayor | Ilan Dovar”, “the mayor, | Ilan Dovar, …”."""
        tokens = self.tokens
        if name.first and tokens.stops[name.first - 1] in self.roles:
            return tokens.spaced(name.first)
        comma = self.after_comma(name)
        return comma and tokens.stops[name.first - 2] in self.roles

    def after_comma(self, name: Name) -> bool:
        return name.first > 1 and self.tokens.words[name.first - 1] == ","

    def apposed(self, place: int) -> Iterator[str]:
        """“Dovar, | a lawyer from Terva, …”."""
        tokens = self.tokens
        if place >= len(tokens):
            return
        if tokens.lower[place] in self.sets["relative"]:
            yield "who"
        for ahead in range(place, min(place + FAR, len(tokens))):
            if tokens.lower[ahead] in self.sets["phrase_ends"] or tokens.has(ahead, CAPITAL):
                return
            if tokens.has(ahead, HEAD):
                if tokens.lower[ahead] in tokens.lexicon.either:
                    yield EITHER
                kind = tokens.lexicon.heads[tokens.lower[ahead]]
                yield f"apposed {kind} {tokens.lower[place] in self.sets['articles']}"
                return


FLAGS = (
    (BODY, "body"),
    (PARTICLE, "particle"),
    (PEOPLE, "people"),
    (COUNTRY, "place"),
    (TITLE, "title"),
    (LOUD, "capitals"),
)


def ordinary(flags: list[int]) -> str:
    """Which words of a name are words of the language as well."""
    plain = [bool(flag & (ORDINARY | TITLE | BODY)) for flag in flags]
    if all(plain):
        return "all"
    ends = "last" if plain[-1] else "first" if plain[0] else ""
    return ends or ("some" if any(plain) else "none")
