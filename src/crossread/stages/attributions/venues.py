"""Venues: where something was said: “in an interview”, “on his channel”, “at the meeting”."""

from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.phrases import alone
from crossread.stages.attributions.sources import is_venue


def add_venue(scene: Scene, draft: Draft, venues: frozenset[str]) -> None:
    """Finds the venue in the sentence of the cue, outside what was said."""
    taken = [*draft.content, *(span for span in (draft.cue, draft.source) if span)]
    for place, chunk in enumerate(scene.chunks[:-1]):
        if chunk.kind != "prep" or chunk.head not in scene.grammar.at:
            continue
        if scene.kind(place + 1) != "noun" or not is_venue(scene, place + 1, venues):
            continue
        span = scene.span(place, venue_end(scene, place + 1))
        if not any(span.meets(other) for other in taken) and scene.head(place + 1) in venues:
            draft.venue = (span,)
            return


def venue_end(scene: Scene, first: int) -> int:
    last = first + 1
    while True:
        if scene.head(last) in scene.grammar.goes_on and scene.kind(last + 1) == "noun":
            last += 2
        elif scene.kind(last) in {"quote", "noun"} and not alone(scene, last):
            last += 1
        else:
            return last


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
