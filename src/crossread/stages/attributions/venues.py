"""Venues: where something was said: “in an interview”, “on his channel”, “at the meeting”."""

from collections.abc import Iterator

from crossread.model.span import Span
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.phrases import alone

CLAUSE_ENDS = frozenset({"comma", "stop", "quote", "colon", "paren", "that", "wh", ""})


def venue(scene: Scene, draft: Draft, venues: dict[str, str]) -> Span | None:
    """The venue in the sentence of the cue, the one next to the cue if there are several.

    It lies outside what was said and who said it. A long cue may hold it: “said in a letter”.
    """
    taken = [*draft.content, *([draft.source] if draft.source else [])]
    found: list[Span] = []
    for place, span in candidates(scene, venues):
        if any(span.meets(other) for other in taken) or not belongs(scene, place, draft):
            continue
        joined = found and found[-1].stop + 1 >= span.start  # “in an interview | on his podcast”
        found.append(Span(found.pop().start, span.stop) if joined else span)
    if not found or draft.cue is None:
        return found[0] if found else None
    cue = draft.cue
    return min(found, key=lambda span: distance(span, cue))


def distance(one: Span, other: Span) -> int:
    return max(one.start - other.stop, other.start - one.stop, 0)


def candidates(scene: Scene, venues: dict[str, str]) -> Iterator[tuple[int, Span]]:
    """Every preposition with a venue behind it: “on | his Telegram channel”."""
    for place in range(len(scene.chunks) - 1):
        if scene.kind(place) not in {"prep", "to"} or scene.kind(place + 1) != "noun":
            continue
        allowed = venues.get(noun(scene, place + 1), "").split()
        if scene.head(place) in allowed:
            yield place, scene.span(place, venue_end(scene, place + 1))


def noun(scene: Scene, place: int) -> str:
    """The common noun of a phrase, or its name: “the newspaper | Velm Evening”, “Twitter”."""
    chunk, line = scene.chunks[place], scene.line
    last = next(
        (i for i in range(chunk.last - 1, chunk.first - 1, -1) if line.lower[i] == chunk.head), 0
    )
    while last > chunk.first and line.tags[last] == "NNP" and line.tags[last - 1] in {"NNP", "NN"}:
        if line.tags[last - 1] == "NN":
            return line.lower[last - 1]
        last -= 1
    return chunk.head


def belongs(scene: Scene, place: int, draft: Draft) -> bool:
    """False in a clause with another verb: “The mayor, who spoke at a rally, said in Tarn …”."""
    for before in range(place - 1, -1, -1):
        if scene.kind(before) in CLAUSE_ENDS:
            return True
        if scene.kind(before) == "verb":
            span = scene.span(before, before + 1)
            cued = draft.cue is not None and (
                draft.cue.meets(span) or draft.cue.start <= span.start
            )
            return cued or scene.head(before) in scene.grammar.speaking
    return True


def venue_end(scene: Scene, first: int) -> int:
    """Past “with the channel “Tarn-24””, “of the council”."""
    last = first + 1
    while True:
        if scene.head(last) in scene.grammar.goes_on and scene.kind(last + 1) == "noun":
            last += 2
        elif is_name(scene, last) or (scene.kind(last) == "noun" and not alone(scene, last)):
            last += 1
        else:
            return last


def is_name(scene: Scene, place: int) -> bool:
    """“the channel “Tarn-24””: a quotation that names a thing, not what was said there."""
    return scene.kind(place) == "quote" and not scene.closes(place)


def without_venue(scene: Scene, content: Stretch, venues: frozenset[str]) -> int:
    """Where reported words end if a venue ends their sentence: “… during a speech in Tarn”."""
    first, last = content
    for place in range(last - 2, first + 2, -1):
        if scene.kind(place) in {"verb", "comma", "that", "wh", "quote"}:
            return last
        stands_at = scene.kind(place) == "prep" and scene.head(place) in scene.grammar.at
        if stands_at and scene.head(place + 1) in venues:
            return place if scene.kind(place + 1) == "noun" else last
    return last
