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
    head = head_of(scene, first, last)
    if head is None:
        return "other"
    if known := cues.voices.get(line.lower[head]):
        return known
    if line.tags[head] == "NNP":
        return "named"
    return "plural" if line.lower[head].endswith("s") else "other"


def head_of(scene: Scene, first: int, last: int) -> int | None:
    """The item that is the head of a phrase: the last noun before “of …”, “who …” or a comma."""
    head = None
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
