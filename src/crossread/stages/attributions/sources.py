"""Sources: whose verb it is, and who is credited after a quotation."""

from crossread.stages.attributions.drafts import Scene, Stretch
from crossread.stages.attributions.phrases import (
    BREAKS,
    DESCRIBING,
    FAR,
    alone,
    before_comma,
    before_dash,
    before_paren,
    may_describe,
    phrase_after,
    phrase_before,
)

PLACES = frozenset({"in", "on", "at", "during", "to", "by"})


def subject(scene: Scene, verb: int) -> Stretch | None:
    """The subject of a verb group; None where there is none to be sure of."""
    place = before_adverbs(scene, verb - 1)
    kind = scene.kind(place)
    if kind == "wh":
        return (place, place + 1) if scene.head(place) in {"who", "which"} else None
    if kind in {"that", "quote"}:
        place, kind = place - 1, scene.kind(place - 1)
    if kind == "noun":
        return phrase_before(scene, place)
    if kind == "comma":
        return before_comma(scene, place)
    if kind == "paren":
        return before_paren(scene, place)
    return before_dash(scene, place) if kind == "colon" else None


def before_adverbs(scene: Scene, place: int) -> int:
    """Back over “also”, “today” and “on Monday”, which may stand between subject and verb."""
    while scene.kind(place) in {"adverb", "time"}:
        place -= 2 if scene.kind(place) == "time" and scene.kind(place - 1) == "prep" else 1
    return place


def owner(scene: Scene, verb: int) -> Stretch | None:
    """Whose verb it is: its subject, or that of the verb which it goes on from."""
    if scene.finite(verb):
        found = subject(scene, verb)
        return found or (shared(scene, verb) if goes_on(scene, verb) else None)
    if scene.finite(verb - 1):
        return owner(scene, verb - 1)  # “began posting”, “wanted to say”
    leads = any(scene.finite(i) for i in range(verb))
    described = scene.kind(verb - 1) == "noun" and scene.chunks[verb].form in DESCRIBING
    if described and (scene.kind(verb - 2) == "prep" or not leads):  # “with the mayor saying”
        return phrase_before(scene, verb - 1) or (verb - 1, verb)
    return shared(scene, verb) if leads else opened_by(scene, verb)


def shared(scene: Scene, verb: int) -> Stretch | None:
    """The subject of the verb before: “came and said”, “left, saying”."""
    if (who := relative(scene, verb)) is not None:
        return who
    before = governor(scene, verb)
    if before is None:
        return None
    found = subject(scene, before) or inverted_subject(scene, before)
    if found is None and (before := governor(scene, before)) is not None:
        found = subject(scene, before)
    return None if found and is_pointer(scene, found) else found


def relative(scene: Scene, verb: int) -> Stretch | None:
    """“a clerk, | who | left the port in May and asked …”."""
    if scene.kind(scene.back(verb - 1, "adverb")) != "and":
        return None
    for place in range(verb - 1, max(0, verb - FAR), -1):
        if scene.kind(place) in {"comma", "stop", "quote", "that", "colon"}:
            return None
        if scene.head(place) == "who":
            return (place, place + 1) if scene.kind(place - 1) == "comma" else None
    return None


def inverted_subject(scene: Scene, verb: int) -> Stretch | None:
    """““…,” said the mayor, adding that …”."""
    if scene.kind(scene.back(verb - 1, "comma", "colon")) != "quote":
        return None
    found = phrase_after(scene, verb + 1)
    return found if found and scene.kind(found[1]) in BREAKS else None


def is_pointer(scene: Scene, found: Stretch) -> bool:
    words = scene.words(found)
    return len(words) == 1 and words[0] in scene.grammar.pointing | {"there"}


def governor(scene: Scene, verb: int) -> int | None:
    """The finite verb before. One inside a clause that another reports is passed over."""
    for place in range(verb - 1, max(-1, verb - FAR), -1):
        if scene.finite(place) and not embedded(scene, place):
            return place
        if scene.kind(place) == "stop" or scene.head(place) == ";":
            return None
    return None


def embedded(scene: Scene, verb: int) -> bool:
    """True if the clause of a verb depends on another: “that …”, “who …”, “said he …”."""
    found = subject(scene, verb)
    if found is None:
        return False
    first = found[0]
    if scene.kind(first) in {"wh", "that"} or scene.kind(first - 1) in {"wh", "that", "verb"}:
        return True
    return scene.kind(first - 1) == "prep" and scene.head(first - 1) in scene.grammar.openers


def goes_on(scene: Scene, verb: int) -> bool:
    """True if a finite verb without a subject follows “and”, “but” or a comma."""
    return scene.kind(scene.back(verb - 1, "adverb")) in {"and", "comma", "time", "noun"}


def opened_by(scene: Scene, verb: int) -> Stretch | None:
    """“Asked why, she …”: the subject that follows a clause which opens the sentence."""
    for place in range(verb + 1, min(len(scene.chunks), verb + FAR)):
        if scene.finite(place):
            found = subject(scene, place)
            if found and scene.kind(found[0] - 1) in {"comma", "quote"}:
                return found
    return None


def credited_to(scene: Scene, first: int, venues: frozenset[str]) -> Stretch | None:
    """Who is credited after a quotation: “said Ms. Orlan, a mason who built the dam, on Friday”."""
    if scene.kind(first) != "noun":
        return None
    if scene.tag(first) == "PRP":
        return first, first + 1
    last = long_chain(scene, first, venues)
    while scene.kind(last) == "comma":
        if scene.head(last + 1) in {"who", "which", "whose"}:
            last = scene_break(scene, last + 1)
            continue
        if not may_describe(scene, last + 1):
            break
        after = long_chain(scene, last + 1, venues)
        if scene.kind(after) not in BREAKS:
            break
        last = after
    return first, last


def long_chain(scene: Scene, first: int, venues: frozenset[str]) -> int:
    """A noun phrase with every “of …”, “with …” and “who …” up to a comma, a day or a venue."""
    last = first + 1
    while True:
        kind, follows = scene.kind(last), scene.kind(last + 1) == "noun"
        if kind in {"prep", "to"} and follows and scene.head(last) not in scene.grammar.openers:
            if scene.head(last) in PLACES and is_venue(scene, last + 1, venues):
                return last
            last += 2
        elif kind == "noun" and not alone(scene, last):
            last += 1
        elif kind == "and" and follows and scene.kind(last + 2) != "verb":
            last += 2
        elif kind == "wh" and scene.head(last) in {"who", "whose"}:
            return scene_break(scene, last)
        elif kind == "verb" and scene.chunks[last].form in DESCRIBING:
            last += 1
        elif kind == "paren" and scene.kind(last + 2) == "paren":
            last += 3
        else:
            return last


def scene_break(scene: Scene, place: int) -> int:
    while scene.kind(place) not in BREAKS:
        place += 1
    return place


def is_venue(scene: Scene, place: int, venues: frozenset[str]) -> bool:
    """True of “an interview”, “his channel”, and of a date."""
    chunk = scene.chunks[place]
    if chunk.head.isdigit():
        return True
    return not venues.isdisjoint(scene.line.lower[chunk.first : chunk.last])
