"""Mentions: the names and pronouns that stand as sources, and the full names that they shorten.

Only what can be told surely: a source whose name cannot be made out has no mention, and its
speaker stays unknown.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from crossread.languages.language import Language, language
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span

WORD = re.compile(r"[^\W\d_](?:[\w’'\-]*\w)?\.?")
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST = 300  # characters; a longer source is no name with its roles


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one source, with what the tables say of them."""

    text: str
    spans: tuple[Span, ...]
    tables: Language

    def word(self, place: int) -> str:
        return self.spans[place].of(self.text)

    def capital(self, place: int) -> bool:
        return self.word(place)[0].isupper()

    def title(self, place: int) -> bool:
        return self.word(place).lower() in self.tables.words("titles")

    def body(self, place: int) -> bool:
        return self.word(place).lower() in self.tables.words("organisations")

    def joined(self, place: int) -> bool:
        """True if only a space parts this word from the one before."""
        return self.gap(place).isspace()

    def gap(self, place: int) -> str:
        """What stands between this word and the one before."""
        return self.text[self.spans[place - 1].stop : self.spans[place].start]

    def bodily(self, start: int, stop: int) -> bool:
        """True if a word that bodies bear, or an acronym, is among these."""
        words = [(place, self.word(place)) for place in range(start, stop)]
        return any(
            self.body(place) or (len(word) > 1 and word.isalpha() and word.isupper())
            for place, word in words
        )

    def named(self, place: int) -> bool:
        """A capitalised word that is no title, pronoun or possessive: it can be of a name."""
        if not self.capital(place):  # most words: nothing need be looked up
            return False
        word = self.word(place).lower()
        small = self.small(place, "article") or word in self.tables.words("pronouns")
        return not (small or self.title(place) or POSSESSIVE.search(word))

    def small(self, place: int, kind: str) -> bool:
        """True of a small word of a kind that the table `small-words` names."""
        return (self.word(place).lower(), kind) in self.tables.rows("small-words")

    def leads(self, start: int) -> bool:
        """True of a capital that may be no part of the name behind it.

        The first word of a sentence (“Later Ilan Dovar left”) and a place (“envoy to Terva Ilan
        Dovar”).
        """
        return start == 0 or self.small(start - 1, "place")

    def common(self, start: int, stop: int) -> bool:
        """“Forty Hours”: every word of it is a word of the language, so it may name anything."""
        known = self.tables.words("words")
        return all(self.word(place).lower() in known for place in range(start, stop))

    def run(self, start: int) -> int:
        """Where the run of name words that begins at `start` ends."""
        stop = start
        particles = self.tables.words("particles")
        while stop < len(self.spans) and (stop == start or self.joined(stop)):
            if not self.named(stop) and self.word(stop).lower() not in particles:
                break
            stop += 1
        while stop > start and not self.named(stop - 1):
            stop -= 1  # a particle at the end is no name
        return stop

    def span(self, start: int, stop: int) -> Span:
        """The words from `start` to before `stop`, without a full stop that ends a sentence."""
        last = self.spans[stop - 1]
        initial = len(last) <= 2
        end = last.stop - (0 if initial or not self.word(stop - 1).endswith(".") else 1)
        return Span(self.spans[start].start, end)


def split(text: str, span: Span, tables: Language) -> Words:
    found = WORD.finditer(text, span.start, min(span.stop, span.start + LONGEST))
    return Words(text, tuple(Span(m.start(), m.end()) for m in found), tables)


Rule = Callable[[Words], Mention | None]


def pronoun(words: Words) -> Mention | None:
    """“She said …”: a pronoun, and nothing else."""
    if len(words.spans) != 1:
        return None
    if words.tables.pairs("pronouns").get(words.word(0).lower()) != "person":
        return None
    return Mention(words.spans[0], "person", "pronoun", rule="pronoun")


def body_name(words: Words) -> Mention | None:
    """“The Ministry of Emergencies said …”: capitals with a word that only bodies bear."""
    start = 1 if words.spans and words.small(0, "article") else 0
    stop = capitals(words, start)
    ended = listed(words, stop) or stop
    if ended < len(words.spans) and words.joined(ended):
        return None  # “the Senate leader”: the words go on to somebody else
    parts = [start, *(at + 1 for at in range(start, stop) if words.word(at) == "and"), stop]
    bodies = sum(words.bodily(one, other) for one, other in pairwise(parts))
    if bodies != 1:
        return None  # “the Ministry of Health and USAID” are two
    return Mention(words.span(start, ended), "organisation", "name", rule="body_name")


def capitals(words: Words, start: int) -> int:
    """Where a run of capitals ends, with the small words in it: “Bureau of Harbours and Canals”."""
    stop = end = start
    while stop < len(words.spans) and (stop == start or words.joined(stop)):
        if words.capital(stop):
            end = stop + 1
        elif not words.small(stop, "link") or stop == start:
            break
        stop += 1
    return end


def listed(words: Words, stop: int) -> int | None:
    """Where a list that goes on after a comma ends: “Ministry of Health, Sport and Youth”."""
    while stop < len(words.spans) and words.gap(stop) == ", " and words.capital(stop):
        ahead = capitals(words, stop)
        if any(words.word(place) == "and" for place in range(stop, ahead)):
            return ahead
        stop = ahead
    return None


def name_first(words: Words) -> Mention | None:
    """“Ilan Dovar, a senior adviser, said …” and “Minister Ilan Dovar said …”."""
    start = 0
    while start < len(words.spans) and (words.title(start) or not words.named(start)):
        if start and not words.joined(start):
            return None
        if not words.title(start) and not words.small(start, "article"):
            return None
        start += 1
    stop = words.run(start)
    ended = stop == len(words.spans) or not words.joined(stop)
    titled = start > 0 and words.title(start - 1)
    if not ended or stop - start < (1 if titled else 2):
        return None
    if not titled and (start or words.common(start, stop)):
        return None  # “the Green Valley”, “Forty Hours”: no title before it, so maybe no person
    return Mention(words.span(start, stop), "person", "name", rule="name_first")


def name_last(words: Words) -> Mention | None:
    """“The head of the port, Ilan Dovar, said …” and “the Tervan mayor Ilan Dovar”."""
    for start in range(1, len(words.spans) - 1):
        stop = words.run(start)
        if stop != len(words.spans) or stop - start < 2 or stop - start > 4:
            continue
        if any(two_people(words, at) for at in range(2, start)):
            return None
        if stop - start > 2 and words.common(start, start + 1):
            continue  # “the Minister of Energy Ilan Dovar”: “Energy” is none of his names
        before = words.word(start - 1)
        apart = "," in words.gap(start)
        noun = before.islower() or words.common(start - 1, start)
        small = any(words.small(start - 1, kind) for kind in ("link", "place", "agent"))
        after_noun = noun and not small
        if words.body(start - 1) and not apart:
            return Mention(words.span(start, stop), "organisation", "name", rule="name_last")
        if apart or words.title(start - 1) or after_noun:
            return Mention(words.span(start, stop), "person", "name", rule="name_last")
        return None
    return None


def two_people(words: Words, place: int) -> bool:
    """“Mayor Sold | and | her deputy Ilan Dovar”: two speak, not the last of them."""
    if words.word(place) != "and" or not words.capital(place - 1):
        return False
    return words.capital(place - 2) and words.joined(place - 1) and words.joined(place)


RULES: tuple[Rule, ...] = (pronoun, body_name, name_first, name_last)


class Mentions:
    """The stage: a mention for each source that can be made out, and for the full names."""

    needs: ClassVar[tuple[str, ...]] = ("sentences", "attributions")
    gives: ClassVar[str] = "mentions"

    def __call__(self, reading: Reading) -> Iterator[Mention]:
        tables = language(reading.article.language)
        sources = {span for item in reading.attributions for span in item.source}
        found: dict[Span, Mention] = {}
        alone: set[Span] = set()
        for span in sorted(sources):
            words = split(reading.text, span, tables)
            mention = first_answer(words)
            if mention:
                found.setdefault(mention.span, mention)
            if mention and mention.type == "person" and " " not in said(mention, reading.text):
                alone.add(mention.span)  # “Mr Dovar”
            elif not mention and len(words.spans) == 1 and words.named(0):
                alone.add(words.span(0, 1))
        for mention in short_names(reading, alone):
            found.setdefault(mention.span, mention)
        ordered = sorted(found.values(), key=lambda mention: mention.span)
        return tied(ordered, reading.text)


def first_answer(words: Words) -> Mention | None:
    answers = (rule(words) for rule in RULES)
    return next((answer for answer in answers if answer), None)


def short_names(reading: Reading, alone: set[Span]) -> Iterator[Mention]:
    """“Dovar said …” where the story also has “Ilan Dovar”: both, the first by the second.

    88% of the single names that are sources stand at the end of a longer one in the same
    article (PolNeAR, train); some papers call people by their first names. A name with no
    longer form may be anything, and is left out.
    """
    wanted = {span.of(reading.text) for span in alone}
    full: dict[str, list[Span]] = {}
    for name in full_names(reading) if wanted else ():
        for part in ends(name.of(reading.text)) & wanted:
            full.setdefault(part, []).append(name)
    for names in full.values():
        for name in shortest(names, reading.text):
            yield Mention(name, "person", "name", rule="short_name")
    for span in alone:
        if span.of(reading.text) in full:
            yield Mention(span, "person", "name", rule="short_name")


def shortest(names: list[Span], text: str) -> list[Span]:
    """Without those that end like another: not “Terva Ilan Dovar” beside “Ilan Dovar”."""
    written = {name.of(text) for name in names}
    kept = {one for one in written if not any(one.endswith(f" {other}") for other in written)}
    return [name for name in names if name.of(text) in kept]


def ends(name: str) -> set[str]:
    """The first and the last word of a name."""
    words = name.split()
    return {words[0], words[-1]}


def tied(mentions: list[Mention], text: str) -> Iterator[Mention]:
    """The mentions of names, each with the id of its entity: one id a full name."""
    ids: dict[str, str] = {}
    fulls: dict[str, set[str]] = {}  # of people, by their first and last words
    for mention in mentions:
        for end in ends(full := said(mention, text)) if mention.type == "person" else ():
            fulls.setdefault(end, set()).add(full)
    for mention in mentions:
        owner = full_name(mention, fulls, text) if mention.form == "name" else None
        if owner is None:
            yield mention
        else:
            yield replace(mention, entity=ids.setdefault(owner, f"e{len(ids) + 1}"))


def full_name(mention: Mention, fulls: dict[str, set[str]], text: str) -> str | None:
    """The one full name that begins or ends so, or the name itself; None where several fit."""
    name = said(mention, text)
    if mention.type != "person" or " " in name:
        return name
    fitting = fulls[name] - {name}
    return None if len(fitting) > 1 else fitting.pop() if fitting else name


def said(mention: Mention, text: str) -> str:
    return " ".join(mention.span.of(text).split())


def full_names(reading: Reading) -> Iterator[Span]:
    """Two to four capitalised words in a row, in the story, that name no body."""
    tables = language(reading.article.language)
    for sentence in reading.sentences:
        words = split(reading.text, sentence, tables)
        start = 0
        while start < len(words.spans):
            stop = words.run(start) if words.named(start) else start
            first = start + (1 if stop - start > 2 and words.leads(start) else 0)
            bodies = any(words.body(place) for place in range(first, stop))
            if 2 <= stop - first <= 4 and not bodies and words.named(first):
                yield words.span(first, stop)
            start = max(stop, start + 1)
