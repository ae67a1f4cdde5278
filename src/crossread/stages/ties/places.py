"""Places: “in Kisumu, Kenya”."""

from collections.abc import Iterator

from crossread.model.span import Span
from crossread.stages.ties.drafts import Draft
from crossread.stages.ties.scenes import Scene


def drafts(scene: Scene) -> Iterator[Draft]:
    """“in Kisumu, | Kenya”: a place, then the land, state or region that it is part of."""
    for at in range(1, len(scene.units) - 2):
        if scene.word(at + 1) == "," and led_to(scene, at - 1) and closed(scene, at + 3):
            one, other = scene.party(at), scene.party(at + 2)
            if one and other and one.type == other.type == "place" and larger(scene, at):
                comma = scene.units[at + 1]
                trigger = Span(comma.start, comma.stop)
                if one.entity != other.entity:
                    yield Draft(one, "is part of", other, trigger, "in_land")


def led_to(scene: Scene, at: int) -> bool:
    """“in”, “reached”: no list has begun before."""
    word = scene.word(at)
    return scene.within("prepositions", at) or (bool(word) and scene.lexicon.is_verb(word))


def larger(scene: Scene, at: int) -> bool:
    """True if the second is a land or region, and the first is none."""
    one, other = scene.slot(at), scene.slot(at + 2)
    if one is None or other is None or not one.form == other.form == "name":
        return False
    text, lands = scene.article.text, scene.lexicon.lands
    return other.span.of(text).lower() in lands and one.span.of(text).lower() not in lands


def closed(scene: Scene, at: int) -> bool:
    """True if no list goes on: not “in Tarn, Kenya and Uganda”."""
    if at >= len(scene.units):
        return True
    if scene.slot(at) or scene.word(at) in {"and", "or", "'s", "’s"}:
        return False
    return not (
        scene.word(at) == "," and (scene.slot(at + 1) or scene.word(at + 1) in {"and", "or"})
    )
