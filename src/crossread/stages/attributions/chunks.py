"""Chunks: the line cut into noun phrases, verb groups and the small words between them."""

from dataclasses import dataclass
from typing import Literal

from crossread.stages.attributions.grammar import Grammar
from crossread.stages.attributions.tokens import QUOTE, Line

ChunkKind = Literal[
    "noun", "verb", "time", "prep", "to", "that", "wh", "and", "comma", "colon", "stop",
    "paren", "adverb", "adjective", "quote", "possessive", "other",
]  # fmt: skip
VerbForm = Literal["finite", "infinitive", "gerund", "participle", ""]


@dataclass(slots=True)
class Chunk:
    """Items that go together: “the old minister”, “has not yet said”, a preposition, a comma."""

    kind: ChunkKind
    first: int
    last: int  # the item after its last
    head: str = ""  # lower case; of a verb group the lemma of its main verb
    form: VerbForm = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    past: bool = False


NOUNS = frozenset({"NN", "NNP"})
NOMINAL = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNP", "$", "VBN", "VBG", "RB", "POS"})
AUXILIARIES = (["VBP"], ["VBD"], ["MD"])
PARTICIPLES = frozenset({"VBN", "VBG"})
DESCRIBES = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})  # what stands before “leaked report”
BY_TAG: dict[str, ChunkKind] = {
    ",": "comma", ":": "colon", ".": "stop", "(": "paren", ")": "paren", QUOTE: "quote",
    "CC": "and",
    "WDT": "wh", "WRB": "wh", "IN": "prep", "TO": "to", "RB": "adverb", "POS": "possessive",
}  # fmt: skip


def time_chunk(line: Line, place: int, words: Grammar) -> Chunk | None:
    """“Tuesday”, “last week”, “earlier this month”, “Monday morning”."""
    at, lower = place, [*line.lower[place : place + 4], "", "", "", ""]
    while at < place + 2 and lower[at - place] in words.which_day:
        at += 1
    if lower[at - place] in words.days:
        at += 1 + (lower[at - place + 1] in words.periods)
    elif at > place and lower[at - place] in words.periods:
        at += 1
    else:
        return None
    return Chunk("time", place, at, line.lower[at - 1])


def noun_chunk(line: Line, place: int, words: Grammar) -> Chunk | None:
    """“the old minister”, “Ms. Orlan”, “she”, “44 people”, “this”; or “visible”, an adjective."""
    tags, lower = line.tags, line.lower
    counts = lower[place] in words.quantities and tags[place + 1 : place + 2] in AUXILIARIES
    if tags[place] in {"PRP", "EX"} or counts:  # “said most were held”
        return Chunk("noun", place, place + 1, lower[place])
    if tags[place] not in NOMINAL or tags[place] == "POS" or not may_stand(line, place, -1):
        return None
    at, head = place, -1
    while at < len(line) and may_stand(line, at, head):
        if lower[at] in words.days and at > place:
            break
        head = head_after(tags[at], at, head, tags)
        at += 1
    while head < 0 and at > place and tags[at - 1] in {"POS", "RB"}:
        at -= 1
        head = next((i for i in range(at - 1, place - 1, -1) if tags[i] in NOUNS), -1)
    at = max(at, place + 1)
    if head >= 0:
        return Chunk("noun", place, at, lower[head])
    return Chunk("noun" if tags[place] == "DT" else "adjective", place, at, lower[at - 1])


def head_after(tag: str, at: int, head: int, tags: list[str]) -> int:
    """The head so far: the last noun; a number where there is no noun; none after “’s”."""
    if tag in NOUNS:
        return at
    if tag == "CD":
        return head if head >= 0 and tags[head] in NOUNS else at
    return -1 if tag == "POS" and head >= 0 else head


def may_stand(line: Line, at: int, head: int) -> bool:
    """True if an item can go on a noun phrase that has this head so far."""
    tag, tags = line.tags[at], line.tags
    if tag in {"DT", "PRP$"}:
        return head < 0
    if tag in PARTICIPLES:
        return describes_noun(line, at)
    if tag == "RB":
        return modifies(line, at)
    if tag == "JJ" and head >= 0 and tags[head] in NOUNS:
        return at + 1 < len(tags) and tags[at + 1] in NOUNS
    return tag in NOMINAL


def describes_noun(line: Line, place: int) -> bool:
    """“the leaked report”, “a growing party”: a participle that describes."""
    if place == 0 or line.tags[place - 1] not in DESCRIBES or place + 1 >= len(line):
        return False
    return line.tags[place + 1] in {"NN", "NNP", "JJ", "VBG", "VBN", QUOTE}


def modifies(line: Line, place: int) -> bool:
    """“a very old man”, “the nearly 40 people”."""
    if place == 0 or place + 1 >= len(line):
        return False
    return line.tags[place + 1] in {"JJ", "CD"} and line.tags[place - 1] in {"DT", "JJ"}


def small_chunk(line: Line, place: int, words: Grammar) -> Chunk:
    lower = line.lower[place]
    kind: ChunkKind = BY_TAG.get(line.tags[place], "other")
    if lower == "that":
        kind = "that"
    elif lower in words.relative:
        kind = "wh"
    return Chunk(kind, place, place + 1, lower)
