"""Voices: what kind of source it is, by the head of its phrase."""

from bisect import bisect_left

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.tokens import Line

PRONOUNS = frozenset(
    "he she they it we i you who which that this these those him her them us me his their its".split()
)
POSTPOSED = frozenset("of in at for from to with on , who which that by".split())


def voice(line: Line, first: int, last: int, voices: dict[str, str]) -> str:
    """The voice of a source that spans these items; of a pronoun the pronoun itself."""
    if last - first == 1 and line.lower[first] in PRONOUNS:
        return line.lower[first]
    head, named, names = "", "", 0
    for place in range(first, last):
        lower = line.lower[place]
        if lower in POSTPOSED and place > first:
            break
        names += line.tags[place] == "NNP"
        if line.tags[place] in {"NN", "NNP", "CD", "DT"}:
            head = lower
            named = line.tags[place]
    known = voices.get(head)
    if known:
        return known
    if named == "NNP":
        return "named"
    return "other"


def voice_of(scene: Scene, draft: Draft, cues: Cues) -> str:
    if draft.source is None:
        return "none"
    line = scene.line
    first = bisect_left(line.starts, draft.source.start)
    last = max(first + 1, bisect_left(line.starts, draft.source.stop))
    return voice(line, first, min(last, len(line)), cues.voices)
