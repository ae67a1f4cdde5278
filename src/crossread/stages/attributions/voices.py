"""Voices: what kind of source it is, by the head of its phrase."""

from bisect import bisect_left
from typing import cast

from crossread.model.attribution import Voice
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene

UNLISTED: dict[str, Voice] = {"other": "role", "plural": "group"}
HEADS = frozenset({"NN", "NNP", "CD", "DT"})


def voice_of(scene: Scene, draft: Draft, cues: Cues) -> str:
    """The voice of a source; of a pronoun the pronoun itself, of an unlisted noun its number."""
    if draft.source is None:
        return "none"
    line = scene.line
    first = bisect_left(line.starts, draft.source.start)
    last = min(len(line), max(first + 1, bisect_left(line.starts, draft.source.stop)))
    if last - first == 1 and line.lower[first] in scene.grammar.pronouns:
        return line.lower[first]
    if is_nameless(scene, set(line.lower[first:last])):
        return "anonymous"
    if last - first == 2 and line.lower[first] == "the" and is_paper(scene, first + 1, cues):
        return "group"
    head = head_of(scene, first, last)
    known = cues.voices.get(line.lower[head], "")
    if known != "group" and is_named(scene, first, last):
        return "named"
    unlisted = "plural" if line.lower[head].endswith("s") else "other"
    return known or ("named" if line.tags[head] == "NNP" else unlisted)


def is_nameless(scene: Scene, words: set[str]) -> bool:
    """“an unnamed member”, “a clerk who asked not to be named”."""
    words_for_it = scene.grammar
    asked = not words.isdisjoint(words_for_it.undisclosed) and "not" in words
    return asked or not words.isdisjoint(words_for_it.nameless)


def is_paper(scene: Scene, place: int, cues: Cues) -> bool:
    """“The Herald”: no person is called so."""
    return scene.line.tags[place] == "NNP" and scene.line.lower[place] not in cues.speakers


def is_named(scene: Scene, first: int, last: int) -> bool:
    """“the head of the police Joren Tove”, “a lawyer for the port, Mila Sorn”."""
    tags = scene.line.tags
    if last - first < 3 or tags[last - 1] != "NNP" or tags[last - 2] != "NNP":
        return False
    start = last - 1
    while start > first and tags[start - 1] == "NNP":
        start -= 1
    return tags[start - 1] in {"NN", ","} and start > first


def head_of(scene: Scene, first: int, last: int) -> int:
    """The item that is the head of a phrase: the last noun before “of …”, “who …” or a comma."""
    head = first
    for place in range(first, last):
        if place > first and scene.line.lower[place] in scene.grammar.postposed:
            break
        if scene.line.tags[place] in HEADS:
            head = place
    return head


def final_voice(draft: Draft, cues: Cues) -> Voice:
    """The voice for the record, where a pronoun counts as what it usually stands for."""
    if draft.voice in UNLISTED:
        return UNLISTED[draft.voice]
    return cast(Voice, cues.voices.get(draft.voice, draft.voice))
