"""Voices: what kind of source it is, by the words of its phrase."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from crossread.languages.language import Language
from crossread.model.attribution import Voice
from crossread.model.span import Span
from crossread.stages.attributions.drafts import Scene
from crossread.stages.attributions.grammar import Grammar, grammar
from crossread.stages.attributions.groups import VERBS
from crossread.stages.attributions.tokens import QUOTE, itemise

# Looks that are no voice: of a noun that no table has, and of “no one”.
OTHER, PLURAL, NOBODY = "other", "plural", "nobody"
UNLISTED: dict[str, Voice] = {OTHER: "role", PLURAL: "group", NOBODY: "anonymous"}
AFTER_NOUN = VERBS | {"IN", "TO", "("}
PAST = frozenset({"VBN", "VBD"})
HEADS = frozenset({"NN", "NNP", "CD", "DT"})
PERSON = 2  # words of a name at the end of a title
BODIES = frozenset({"group", "document"})
SHORTEST_BODY = 2  # letters of “UN”


@dataclass(frozen=True, slots=True)
class Voices:
    """What the tables of a language say of sources."""

    heads: dict[str, str]  # head noun or pronoun → voice
    named: dict[str, str]  # head noun → voice where a name stands with it: “officials of Tarn”
    bodies: frozenset[str]  # “… Authority”: a name that ends so is no person's
    titles: frozenset[str]
    hidden: frozenset[str]  # words that keep a source unknown: “familiar with”, “on condition of”
    common: frozenset[str]  # words that are no names
    grammar: Grammar


@cache
def voices(language: Language) -> Voices:
    rows = language.rows("voices")
    return Voices(
        heads={row[0]: row[1] for row in rows},
        named={row[0]: row[2] for row in rows if len(row) > 2},
        bodies=language.words("organisations"),
        titles=language.words("titles"),
        hidden=language.words("anonymity"),
        common=language.words("words"),
        grammar=grammar(language),
    )


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source, one by one, with what the tables say."""

    words: list[str]
    lower: list[str]
    tags: list[str]
    known: Voices

    def __len__(self) -> int:
        return len(self.words)

    def voice(self, place: int) -> str:
        """What the table says of a word, or of its singular; "" where it says nothing."""
        word, heads = self.lower[place], self.known.heads
        if word in heads or not is_plural(word):
            return heads.get(word, "")
        one = heads.get(word[:-1], "")
        return PLURAL if one == "role" else one


def look_of(scene: Scene, span: Span | None, known: Voices) -> str:
    """How a source looks: a voice, or the pronoun itself, or the number of an unlisted noun."""
    source = source_of(scene, span, known) if span else None
    if source is None or not len(source):
        return "none"
    if len(source) == 1 and source.lower[0] in known.grammar.pronouns:
        return source.lower[0]
    head = head_of(source, 0)
    look = source.voice(head)
    named = is_named(source, head, look)
    if is_nameless(source) or (is_hidden(source) and not named and look != "document"):
        return "anonymous"
    if named and is_plural(source.lower[head]) and is_share(source):
        return "group"
    if named:
        return apposition(source, head) or "named"
    body = body_of(source, head) if source.tags[head] == "NNP" else ""
    return body or described(source, head, look)


def apposition(source: Source, head: int) -> str:
    """“Forty Hours, | a group of lawyers, …”: the voice of a body that is said to be one."""
    comma = head + 1
    if source.lower[comma : comma + 1] != [","] or source.tags[comma + 1 : comma + 2] != ["DT"]:
        return ""
    look = source.voice(head_of(source, comma + 1))
    return look if look in BODIES else ""


def described(source: Source, head: int, look: str) -> str:
    """How a source looks that is no name, by the noun that is its head."""
    known, word = source.known, source.lower[head]
    if any(tag in {"NNP", "CD"} and place != head for place, tag in enumerate(source.tags)):
        look = known.named.get(word, look)
    someone = source.tags[head] == "NN" and word not in known.grammar.single | known.grammar.nobody
    if source.lower[0] in known.grammar.nobody and not someone:
        return NOBODY  # “no one”, “none of them”
    if source.lower[0] in known.grammar.single and head > 0:
        if source.tags[head] == "PRP":
            return "anonymous"  # “one of them”
        if is_plural(word):
            return look if look == "document" else OTHER  # “one of the engineers”
    if not look and word in known.bodies:
        return "group"
    return look or (PLURAL if is_plural(word) else OTHER)


def voice_of(look: str, known: Voices) -> Voice:
    """The voice for the record, where a pronoun counts as what it usually stands for."""
    if look in UNLISTED:
        return UNLISTED[look]
    return cast(Voice, known.heads[look] if look in known.grammar.pronouns else look)


def source_of(scene: Scene, span: Span, known: Voices) -> Source:
    line = scene.line
    first = bisect_left(line.starts, span.start)
    last = bisect_left(line.starts, span.stop)
    while last - first > 1 and line.lower[last - 1] in ENDS:
        last -= 1
    if first < last:
        return Source(line.words[first:last], line.lower[first:last], line.tags[first:last], known)
    inside = itemise(line.text, span, [])  # a source within a quotation
    return Source(inside.words, inside.lower, list(by_letter(inside.words)), known)


def by_letter(words: list[str]) -> Iterator[str]:
    """Word classes by capitals alone."""
    for word in words:
        yield "NNP" if word[0].isupper() else "NN" if word[0].isalpha() else word[0]


def is_nameless(source: Source) -> bool:
    """“an unnamed member”, “a clerk who asked not to be named”."""
    words, lower = source.known.grammar, set(source.lower)
    hides = words.not_ | words.withholding
    asked = not lower.isdisjoint(words.undisclosed) and not lower.isdisjoint(hides)
    return asked or not lower.isdisjoint(words.nameless)


ENDS = frozenset({"'", "'s", ",", "–", "—", "-"})


def is_share(source: Source) -> bool:
    """“40 percent of Orvenians”, “most Orvenians”."""
    return not source.known.grammar.partitive.isdisjoint(source.lower)


def is_hidden(source: Source) -> bool:
    """“people close to the talks”, “a lawyer familiar with the case”."""
    joined = " ".join(source.lower)
    return any(f" {words} " in f" {joined} " for words in source.known.hidden)


def head_of(source: Source, first: int) -> int:
    """The head of a phrase: the last noun before “of …”, “who …” or a comma.

    Of “a group of farmers” and “40 per cent of the voters” it is what is counted, unless that
    is a voice of its own.
    """
    head = stop = first
    for place in range(first, len(source)):
        if place > first and ends_phrase(source, place):
            break
        if source.tags[place] in HEADS and source.lower[place] not in source.known.grammar.days:
            head = place
        stop = place + 1
    if source.tags[head] == "DT" and stop - head > 1:
        head = stop - 1  # “the council”, taken for “the council plans”
    counts = source.lower[head] in source.known.grammar.partitive
    if counts and source.lower[head + 1 : head + 2] == ["of"] and head + 2 < len(source):
        return head_of(source, head + 2)
    return told_by(source, first, head)


def told_by(source: Source, first: int, head: int) -> int:
    """The noun that says what a name or a number is of: “the portal Moment”, “Statement No 41”."""
    place = head
    while place > first and source.tags[place] in {"NNP", "CD"}:
        place -= 1
        if source.voice(place) in BODIES:
            named = source.tags[place] == "NNP" and source.tags[head] == "NNP"
            titled = source.lower[place + 1] in source.known.titles  # “police Capt. Tove”
            return head if named or titled else place
    return head


def ends_phrase(source: Source, place: int) -> bool:
    """“a clerk | of the port”, “a report | released on Monday”, “the paper | “Tarn Today””."""
    tag, before = source.tags[place], source.tags[place - 1]
    if source.lower[place] in source.known.grammar.postposed or tag == QUOTE:
        return True
    if tag in PAST and source.tags[place + 1 : place + 2] == ["NN"]:
        return False  # “Orvenian registered voters”
    if tag == "DT" and place + 1 < len(source):
        words = source.known.grammar  # “a poll | this month”
        return source.lower[place + 1] in words.periods | words.days
    return tag in AFTER_NOUN and before in {"NN", "NNP"}


def is_named(source: Source, head: int, look: str) -> bool:
    """“Ilka Orlan, the mayor”, “the head of the police Joren Tove”, “a lawyer, Mila Sorn”."""
    runs = list(names(source))
    for first, last in runs:
        if body_of(source, last - 1):
            continue
        if first <= head < last:
            return not look or (last - first > 1 and look not in BODIES)
        if source.voice(first - 1) in BODIES and first - 1 == head:
            continue  # “the portal Velm Today”
        if first > head and is_apposed(source, first, last):
            return True
    return False


def names(source: Source) -> Iterator[tuple[int, int]]:
    """The runs of names in a source: from one word to before another."""
    start = None
    for place, tag in enumerate([*source.tags, ""]):
        if tag == "NNP" and start is None:
            start = place
        elif tag != "NNP" and start is not None:
            yield start, place
            start = None


def is_apposed(source: Source, first: int, last: int) -> bool:
    """True if a name says who the noun before it is: “a lawyer for the port, Mila Sorn”."""
    after = source.lower[last : last + 1]
    if after and after[0] not in {",", "(", "and", "who", "–", "—", "-"}:
        return False  # “the mayor, Tarn officials …”, “a friend, Orlan 's lawyer”
    if source.lower[first - 1] == ",":
        return last - first > 1 or source.tags[first - 2] != "NNP"  # “the mayor of Velm, Tarn”
    if last - first > PERSON and source.voice(head_of(source, 0)) == "role":
        strange = {word not in source.known.common for word in source.lower[last - PERSON : last]}
        return strange == {True}  # “the Minister of Water and Energy Rustam Dolgaev”
    person = source.voice(first - 1) == "role" or source.lower[first - 1] in source.known.titles
    return source.tags[first - 1] in {"NN", "JJ"} and (person or last - first > 1)


def body_of(source: Source, last: int) -> str:
    """The voice of a name that is no person's: “Tarn Port Authority”, “UN”, “the Herald”."""
    word, lower = source.words[last], source.lower[last]
    first = next((i + 1 for i in range(last, -1, -1) if source.tags[i] != "NNP"), 0)
    listed = source.voice(last)
    if lower.endswith(tuple(source.known.grammar.body_ends)):
        return "group"  # “Kazinform”
    if lower in source.known.bodies or (word.isupper() and len(word) >= SHORTEST_BODY):
        return "" if word.endswith(".") else "group"
    if listed in BODIES:
        return listed
    if any(source.lower[i] in source.known.titles for i in range(first, last + 1)):
        return "" if listed != "role" else "role"
    after = source.lower[last + 1 : last + 3]
    if after[:1] == ["of"] and source.lower[first] in source.known.bodies:
        return "group"
    opens = first > 0 and source.lower[first - 1] == "the"
    return "group" if opens and first == 1 else ""


def is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")
