"""Follows: what comes after the word that a cue turns on, which may tell what it does.

“asked | whether” asks, “asked | him to leave” demands; so does “called | on”.
"""

from crossread.model.span import Span
from crossread.stages.attributions.acts import Head, Phrase
from crossread.stages.attributions.drafts import Draft, Scene

PHRASES = frozenset({"noun", "prep", "to", "adjective", "time", "adverb", "quote", "and"})
BY_KIND = {"that": "that", "wh": "wh", "quote": "quote"}
BY_FORM = {"infinitive": "to", "gerund": "ing"}


def follows(scene: Scene, draft: Draft, cue: Phrase, found: Head) -> list[str]:
    """The words after the head, and then the shape of what was said: what comes first counts."""
    after = range(found.place + found.size, len(cue))
    rest = [cue.lower[i] for i in after if cue.tags[i] != "RB" or is_particle(scene, cue.lower[i])]
    words = [*rest[:1], *rest[-1:]]
    if draft.cue is not None and not rest:
        words += scene.line.text[draft.cue.stop : scene.line.span.stop].lower().split()[:1]
    return [*words, *shape(scene, draft)]


def is_particle(scene: Scene, word: str) -> bool:
    return word in scene.grammar.particles


def shape(scene: Scene, draft: Draft) -> list[str]:
    """What the content that follows the cue begins as: that, wh, to, np-to, ing, quote, np."""
    cue = draft.cue
    if cue is None:
        return []
    later = [span for span in draft.content if span.start >= cue.stop]
    if not later:
        return ["before"] if draft.content else []
    first = chunk_at(scene, min(later))
    return [shape_at(scene, scene.skip(first, "adverb"), cue)] if first is not None else []


def shape_at(scene: Scene, first: int, cue: Span) -> str:
    kind = scene.kind(first)
    if kind in BY_KIND:
        return BY_KIND[kind]
    if kind == "verb":
        chunk = scene.chunks[first]
        form = "to" if scene.line.lower[chunk.first] == "to" else BY_FORM.get(chunk.form, "")
        return "np-to" if form == "to" and addresses(scene, first, cue) else form
    return after_phrase(scene, first) if kind in {"noun", "prep"} else ""


def chunk_at(scene: Scene, span: Span) -> int | None:
    """The first chunk of a stretch; a quotation in which it begins, but not “asked | not to …”."""
    for place, chunk in enumerate(scene.chunks):
        begins, ends = scene.line.starts[chunk.first], scene.line.stops[chunk.last - 1]
        if begins >= span.stop:
            return None
        if begins >= span.start or (ends > span.start and chunk.kind == "quote"):
            return place
    return None


def addresses(scene: Scene, first: int, cue: Span) -> bool:
    """True if someone stands between cue and content: “told | the owners | to leave”."""
    for place in range(first - 1, -1, -1):
        chunk = scene.chunks[place]
        if scene.line.starts[chunk.first] < cue.stop:
            return False
        if chunk.kind == "noun":
            return True
    return False


def after_phrase(scene: Scene, first: int) -> str:
    """“him to leave” is np-to, “the dam had held” a clause, “a new dam” np."""
    place = scene.skip(first, *PHRASES)
    if scene.kind(place) != "verb":
        return "np"
    if scene.line.lower[scene.chunks[place].first] == "to":
        return "np-to"
    return "clause" if scene.finite(place) else "np"
