"""The rule for counts that someone claims."""

from collections.abc import Iterator

from crossread.stages.attributions.clauses import complement
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import owner
from crossread.stages.attributions.voices import UNLISTED, look_of

AHEAD = 8  # chunks from the verb to its number
BOUNDS = frozenset({"comma", "stop", "colon", "quote", "that", "wh", ""})


def counts(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The council puts the dead at 19 · The list names at least 34 dead"""
    for verb in range(1, len(scene.chunks)):
        number = counted(scene, verb) if scene.finite(verb) else None
        source = owner(scene, verb) if number else None
        if number is None or source is None or source[1] > verb:
            continue
        stop = past_remark(scene, max(number + 1, complement(scene, verb + 1)[1]))
        stop -= scene.kind(stop - 1) == "prep"
        look = look_of(scene, scene.span(*source), cues.voices)
        draft = Draft(
            rule="counts",
            content=[scene.span(verb + 1, stop)],
            cue=scene.span(verb, verb + 1),
            source=scene.span(*source),
            lemma=scene.head(verb),
            pattern="count",
            negated=scene.chunks[verb].negated,
            sure=True,
        )
        # “The storm raised the number of the dead” claims nothing.
        if look not in {*UNLISTED, *scene.grammar.writer}:
            yield draft


def counted(scene: Scene, verb: int) -> int | None:
    """The chunk of the number in “puts the dead at 19”, “names at least 34”."""
    words = scene.grammar
    if scene.chunks[verb].passive:
        return None
    if scene.head(verb) in words.listing:
        least = scene.head(verb + 1) == "at" and has_number(scene, verb + 2)
        return verb + 2 if least else None
    if scene.head(verb) not in words.counting:
        return None
    for place in range(verb + 2, min(verb + AHEAD, len(scene.chunks) - 1)):
        if scene.kind(place) in BOUNDS or scene.finite(place):
            return None
        if scene.head(place) in {"at", "to"} and has_number(scene, place + 1):
            told = words.counted.isdisjoint(scene.words((verb + 1, place)))
            return None if told else place + 1
    return None


def has_number(scene: Scene, place: int) -> bool:
    if scene.kind(place) != "noun":
        return False
    chunk = scene.chunks[place]
    return "CD" in scene.line.tags[chunk.first : chunk.last]


def past_remark(scene: Scene, stop: int) -> int:
    """Past “, among them nine children”."""
    if scene.kind(stop) == "comma" and scene.kind(stop + 1) == "quote":
        return stop + 2
    if scene.kind(stop) != "comma" or scene.head(stop + 1) not in scene.grammar.including:
        return stop
    at = scene.skip(stop + 2, "noun", "prep", "adjective")
    return at if scene.kind(at) in {"comma", "stop", "and", ""} else stop
