"""Chunks: the line cut into noun phrases, verb groups and the small words between them."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Span
from crossread.stages.attributions.classes import Tables
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
NOMINAL = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNP", "$", "VBN", "VBG", "RB"})
VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"})
TENSED = frozenset({"VBP", "VBZ", "VBD", "MD"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
DO = frozenset({"do", "does", "did", "to"})
BETWEEN = frozenset({"since", "long", "all", "both"})  # “has since said”
NOT = frozenset({"not", "n't", "never", "no", "nor", "neither"})
SUBJECTS = NOUNS | {"PRP", "WDT", "RB"}
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split()
)
PERIODS = frozenset(
    "morning afternoon evening night week month year weekend spring summer fall autumn winter".split()
)
WHICH = frozenset({"last", "this", "next", "earlier", "each", "every", "late", "early"})
WH = frozenset(
    {
        "what",
        "how",
        "why",
        "whether",
        "who",
        "when",
        "where",
        "which",
        "whom",
        "whose",
        "if",
        "whatever",
    }
)
BY_TAG: dict[str, ChunkKind] = {
    ",": "comma", ":": "colon", ".": "stop", "(": "paren", ")": "paren", QUOTE: "quote", "CC": "and",
    "WDT": "wh", "WRB": "wh", "IN": "prep", "TO": "to", "RB": "adverb", "POS": "possessive",
}  # fmt: skip


def chunk(line: Line, table: Tables) -> list[Chunk]:
    """The chunks of a line in order, without a gap."""
    found: list[Chunk] = []
    place = 0
    while place < len(line):
        made = (
            time_chunk(line, place)
            or verb_chunk(line, place, table)
            or noun_chunk(line, place)
            or small_chunk(line, place)
        )
        found.append(made)
        place = made.last
    for place, one in enumerate(found):
        if one.kind == "verb" and one.form == "participle" and reports(found, place):
            one.form, one.past = "finite", True
    return found


def reports(chunks: list[Chunk], place: int) -> bool:
    """“The ministry also stressed that …”: what looks like a participle is the verb."""
    before = place - 1
    while before > 0 and chunks[before].kind == "adverb":
        before -= 1
    after = chunks[place + 1].kind if place + 1 < len(chunks) else ""
    if (
        after in {"comma", "colon"}
        and place + 2 < len(chunks)
        and chunks[place + 2].kind == "quote"
    ):
        after = "quote"
    if before < 0 or chunks[before].kind != "noun":
        return False
    if after in {"that", "quote"}:
        return before < place - 1 or chunks[place].head not in {
            "call",
            "name",
            "dub",
            "title",
            "entitle",
            "know",
        }
    # “The council publicly opposed the dam.”: no other verb could be the sentence's.
    return (
        before < place - 1
        and after in {"noun", "prep", "wh"}
        and not any(
            one.kind == "verb" and one.form == "finite"
            for one in chunks[max(0, before - 6) : place + 6]
        )
    )


def time_chunk(line: Line, place: int) -> Chunk | None:
    """“Tuesday”, “last week”, “earlier this month”, “Monday morning”."""
    at = place
    while at < len(line) and at < place + 2 and line.lower[at] in WHICH:
        at += 1
    if at < len(line) and line.lower[at] in DAYS:
        at += 1
        if at < len(line) and line.lower[at] in PERIODS:
            at += 1
    elif at > place and at < len(line) and line.lower[at] in PERIODS:
        at += 1
    else:
        return None
    return Chunk("time", place, at, line.lower[at - 1])


def verb_chunk(line: Line, place: int, table: Tables) -> Chunk | None:
    """“has not yet said”, “to say”, “was being accused”, “did n’t”."""
    tags, lower, size = line.tags, line.lower, len(line)
    at, infinitive = place, False
    if tags[at] == "TO" or lower[at] == "to":
        at += 1
        while at < size and tags[at] == "RB":
            at += 1
        if at >= size or tags[at] not in {"VB", "VBP"}:
            return None
        infinitive = True
    if tags[at] not in VERBS or (tags[at] in {"VBN", "VBG"} and before_noun(line, at)):
        return None
    first_verb = last_verb = at
    aux = lower[at] in BE or lower[at] in HAVE or lower[at] in DO or tags[at] == "MD"
    at += 1
    while (
        aux
        and at < size
        and (tags[at] in VERBS | {"RB"} or lower[at] in BETWEEN)
        and at < place + 9
    ):
        if tags[at] in VERBS:
            if tags[at] == "VBG" and lower[last_verb] not in BE:
                break
            last_verb = at
            aux = lower[at] in BE or lower[at] in HAVE or lower[at] in DO
        at += 1
    stop = last_verb + 1
    if at > stop and lower[stop] in NOT:
        stop += 1
    return Chunk(
        "verb", place, stop, lemma(lower[last_verb], table),
        form=form_of(line, first_verb, last_verb, infinitive=infinitive),
        passive=tags[last_verb] in {"VBN", "VBD"} and any(w in BE for w in lower[first_verb:last_verb]),
        negated=any(w in NOT for w in lower[place:stop]),
        modal=next((lower[i] for i in range(first_verb, stop) if tags[i] == "MD"), ""),
        past=tags[first_verb] == "VBD",
    )  # fmt: skip


def form_of(line: Line, first: int, last: int, *, infinitive: bool) -> VerbForm:
    tag = line.tags[first]
    if infinitive:
        return "infinitive"
    if tag in TENSED:
        return "finite"
    if tag == "VB" and first > 0 and line.tags[first - 1] in SUBJECTS:
        return "finite"  # “the actions testify”: the plain form serves as present
    return "gerund" if tag == "VBG" else "participle" if tag == "VBN" else "infinitive"


def before_noun(line: Line, place: int) -> bool:
    """“the leaked report”, “a growing party”: a participle that describes."""
    if place == 0 or line.tags[place - 1] not in {"DT", "PRP$", "JJ", "POS", "CD"}:
        return False
    after = place + 1
    return after < len(line) and line.tags[after] in {"NN", "NNP", "JJ", "VBG", "VBN", QUOTE}


def lemma(word: str, table: Tables) -> str:
    if known := table.lemmas.get(word):
        return known
    for ending, instead in (
        ("ied", "y"),
        ("ies", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("s", ""),
    ):
        if word.endswith(ending) and (stem := word[: -len(ending)] + instead) in table.lemmas:
            return stem
    return word


def noun_chunk(line: Line, place: int) -> Chunk | None:
    """“the old minister”, “Ms. Orlan”, “she”, “44 people”, “this”."""
    tags, lower, size = line.tags, line.lower, len(line)
    tag = tags[place]
    if tag in {"PRP", "EX"}:
        return Chunk("noun", place, place + 1, lower[place])
    if tag not in NOMINAL or (tag == "RB" and not modifies(line, place)):
        return None
    at, head = place, -1
    while at < size:
        tag = tags[at]
        if tag in NOUNS:
            head = at
        elif tag == "CD":
            head = head if head >= 0 and tags[head] in NOUNS else at
        elif tag in {"DT", "PRP$"} and at > place and head >= 0:
            break
        elif tag == "POS" and head >= 0:
            head = -1
        elif tag in {"VBN", "VBG"} and not (at > place or before_noun(line, at)):
            break
        elif tag in {"VBN", "VBG"} and not before_noun(line, at):
            break
        elif tag == "RB" and not modifies(line, at):
            break
        elif tag == "JJ" and head >= 0 and tags[head] in NOUNS and not noun_follows(line, at):
            break
        elif tag not in NOMINAL:
            break
        if lower[at] in DAYS and at > place:
            head = head if head != at else at - 1
            break
        at += 1
    while at > place and tags[at - 1] in {"POS", "RB"} and head < 0:
        at -= 1
        head = next((i for i in range(at - 1, place - 1, -1) if tags[i] in NOUNS), -1)
    if head < 0:
        if tags[place] == "DT":
            return Chunk("noun", place, max(place + 1, at), lower[max(place, at - 1)])
        return Chunk("adjective", place, max(place + 1, at), lower[at - 1])
    return Chunk("noun", place, max(at, head + 1), lower[head])


def modifies(line: Line, place: int) -> bool:
    """“a very old man”, “more than 40 people”."""
    after = place + 1
    return (
        after < len(line)
        and line.tags[after] in {"JJ", "CD"}
        and place > 0
        and line.tags[place - 1] in {"DT", "JJ"}
    )


def noun_follows(line: Line, place: int) -> bool:
    after = place + 1
    return after < len(line) and line.tags[after] in {"NN", "NNP"}


def small_chunk(line: Line, place: int) -> Chunk:
    lower = line.lower[place]
    tag = line.tags[place]
    if lower == "that":
        return Chunk("that", place, place + 1, lower)
    if lower in WH:
        return Chunk("wh", place, place + 1, lower)
    return Chunk(BY_TAG.get(tag, "other"), place, place + 1, lower)


def span(line: Line, first: Chunk, last: Chunk) -> Span:
    return line.over(first.first, last.last)
