"""Groups: verb groups with their auxiliaries, and the whole line as chunks."""

import re

from crossread.stages.attributions.chunks import (
    NOUNS,
    PARTICIPLES,
    Chunk,
    VerbForm,
    describes_noun,
    noun_chunk,
    small_chunk,
    time_chunk,
)
from crossread.stages.attributions.classes import TENSED, Tables
from crossread.stages.attributions.grammar import Grammar
from crossread.stages.attributions.tokens import Line

VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"})
SUBJECTS = NOUNS | {"PRP", "WDT", "RB"}
LONGEST = 9  # items of a verb group
ENDINGS = (
    ("ied", "y"),
    ("ies", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("s", ""),
)


def chunks(line: Line, table: Tables, words: Grammar) -> list[Chunk]:
    """The chunks of a line in order, without a gap."""
    found: list[Chunk] = []
    place = 0
    while place < len(line):
        made = (
            time_chunk(line, place, words)
            or verb_group(line, place, table, words)
            or noun_chunk(line, place, words)
            or small_chunk(line, place, words)
        )
        found.append(made)
        place = made.last
    for place, one in enumerate(found):
        if one.form == "participle" and is_main_verb(found, place, words):
            one.form, one.past = "finite", True
    return found


def verb_group(line: Line, place: int, table: Tables, words: Grammar) -> Chunk | None:
    """“has not yet said”, “to say”, “was being accused”, “did n’t”."""
    first = after_to(line, place) if line.lower[place] == "to" else place
    if first is None or line.tags[first] not in VERBS:
        return None
    if first == place and line.tags[first] in PARTICIPLES and describes_noun(line, first):
        return None
    last = last_verb(line, first, words)
    stop = last + 1
    if stop < len(line) and line.lower[stop] in words.not_ and line.tags[stop] == "RB":
        stop += 1
    tags, lower = line.tags, line.lower
    return Chunk(
        "verb",
        place,
        stop,
        lemma(lower[last], table),
        form="infinitive" if first > place else form_of(line, first),
        passive=tags[last] in {"VBN", "VBD"} and not words.be.isdisjoint(lower[first:last]),
        negated=not words.not_.isdisjoint(lower[place:stop]),
        modal=next((lower[i] for i in range(first, stop) if tags[i] == "MD"), ""),
        past=tags[first] == "VBD",
    )


def after_to(line: Line, place: int) -> int | None:
    """The verb of an infinitive: “to say”, “to openly say”."""
    at = place + 1
    while at < len(line) and line.tags[at] == "RB":
        at += 1
    return at if at < len(line) and line.tags[at] in {"VB", "VBP"} else None


def last_verb(line: Line, first: int, words: Grammar) -> int:
    """Where a group that begins with a verb has its main verb, past its auxiliaries."""
    tags, lower = line.tags, line.lower
    auxiliary = words.be | words.have | words.do
    last, at = first, first + 1
    helps = lower[first] in auxiliary or tags[first] == "MD"
    while helps and at < min(len(line), first + LONGEST):
        if tags[at] in VERBS:
            if tags[at] == "VBG" and lower[last] not in words.be:
                break
            last, helps = at, lower[at] in auxiliary
        elif tags[at] != "RB" and lower[at] not in words.between:
            break
        at += 1
    return last


def form_of(line: Line, first: int) -> VerbForm:
    tag = line.tags[first]
    if tag in TENSED:
        return "finite"
    if tag == "VB" and first > 0 and line.tags[first - 1] in SUBJECTS:
        return "finite"  # “the actions testify”: the plain form serves as present
    return "gerund" if tag == "VBG" else "participle" if tag == "VBN" else "infinitive"


def lemma(word: str, table: Tables) -> str:
    if known := table.lemmas.get(word):
        return known
    for ending, instead in ENDINGS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < 3:
            continue
        if stem + instead in table.lemmas:
            return stem + instead
        if not instead and stem[-1] == stem[-2] and stem[:-1] in table.lemmas:
            return stem[:-1]  # “labelled”
    american = re.sub(r"is(?=e$|ed$|es$|ing$)", "iz", word)
    return lemma(american, table) if american != word else word


def is_main_verb(found: list[Chunk], place: int, words: Grammar) -> bool:
    """“The ministry also stressed that …”: what looks like a participle is the verb."""
    before = place - 1
    while before > 0 and found[before].kind == "adverb":
        before -= 1
    if found[before].kind == "and" and before > 0:  # “wrote that … and denied that …”
        return place + 1 < len(found) and found[place + 1].kind == "that"
    if before < 0 or found[before].kind != "noun":
        return False
    if before == place - 1 and before > 0 and found[before - 1].kind == "quote":
        return True  # “I will not go,” the minister snapped
    kinds = [one.kind for one in found[place + 1 : place + 3]] + ["other", "other"]
    after = "quote" if kinds[0] in {"comma", "colon"} and kinds[1] == "quote" else kinds[0]
    if after in {"that", "quote"}:
        return before < place - 1 or found[place].head not in words.naming
    # “The council publicly opposed the dam.”: no other verb could be the sentence's.
    if before == place - 1 or after not in {"noun", "prep", "wh"}:
        return False
    return not any(one.form == "finite" for one in found[max(0, before - 6) : place + 6])
