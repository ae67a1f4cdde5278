"""Rules for reports without a verb of their own: “according to”, “as … said”, “in her view”."""

from collections.abc import Iterator

from crossread.model.span import Span
from crossread.stages.attributions.clauses import clause, trim
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.phrases import DESCRIBING, alone, phrase_after
from crossread.stages.attributions.sources import scene_break, subject

LONG = frozenset({"noun", "prep", "to", "and", "quote", "time", "adjective", "possessive"})
AHEAD = 14  # chunks from “as” to its verb


def according(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """According to the ministry, the dam had held · The dam had held, according to the ministry"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.head != "accord" or scene.head(place + 1) != "to":
            continue
        relative = scene.kind(place + 2) == "wh"
        source = pointed_at(scene, place) if relative else long_phrase(scene, place + 2)
        if source is None or scene.head(source[0] if relative else place + 2) in cues.norms:
            continue
        if relative:
            pieces = [scene.span(*clause(scene, place + 3, cues.saying, within=True))]
        else:
            pieces = reported_around(scene, place, source[1], cues)
        if pieces:
            yield Draft(
                rule="according",
                content=pieces,
                cue=scene.span(place, place + 2 + relative),
                source=scene.span(*source),
                lemma="accord",
                pattern="according",
                sure=True,
                open=scene.kind(place - 1) == "quote",
            )


def pointed_at(scene: Scene, place: int) -> Stretch | None:
    """“Statement No 4, according to which the dam had held”: what “which” stands for."""
    comma = place - 1
    if scene.kind(comma) != "comma" or place + 3 >= len(scene.chunks):
        return None
    aside = scene.back(comma - 1, "noun", "time", "prep", "adverb")
    if scene.kind(aside) == "verb" and scene.kind(aside - 1) == "comma":
        comma = aside - 1  # “Statement No 4, published on Monday, according to which”
    last = first = comma - 1
    while scene.head(first - 1) == "of" and scene.kind(first - 2) == "noun":
        first -= 2
    return (first, last + 1) if scene.kind(last) == "noun" else None


def long_phrase(scene: Scene, first: int) -> Stretch | None:
    """A noun phrase with “in …”, “by …”, “who …” after it, to the next comma or stop."""
    if scene.kind(first) not in {"noun", "quote"}:
        return None
    last = first + 1
    while not begins_anew(scene, last):
        if scene.kind(last) not in LONG and not is_close(scene, last):
            break
        last += 1
    described = scene.kind(last) == "verb" and scene.chunks[last].form in DESCRIBING
    if described or scene.kind(last) in {"wh", "that"}:
        last = scene_break(scene, last)
    named = phrase_after(scene, first)
    return first, trim(scene, first, max(last, named[1] if named else 0))


def is_close(scene: Scene, place: int) -> bool:
    """“a source close to the inquiry”."""
    return scene.kind(place) == "adverb" and scene.kind(place + 1) in {"to", "prep"}


def begins_anew(scene: Scene, place: int) -> bool:
    """“According to Orlan | the dam held”: a noun after a noun begins what is reported."""
    return scene.kind(place) == "noun" == scene.kind(place - 1) and alone(scene, place)


def reported_around(scene: Scene, place: int, after: int, cues: Cues) -> list[Span]:
    """What a credit between two chunks reports: what follows it, or stands before it, or both."""
    follows = scene.kind(after) == "comma" and after + 1 < len(scene.chunks)
    if place == 0 or (scene.kind(place - 1) == "stop" and follows):
        begin = after + (scene.kind(after) == "comma")
        return [scene.span(*clause(scene, begin, cues.saying))] if begin < len(scene.chunks) else []
    first = scene.start(place)
    first = next((i + 1 for i in range(place - 1, first - 1, -1) if scene.head(i) == ";"), first)
    first += scene.kind(first) == "and"
    stop = trim(scene, first, place)
    if stop <= first:
        return []
    pieces = [scene.span(first, stop)]
    if scene.kind(place - 1) == "comma" and follows:
        pieces.append(scene.span(*clause(scene, after + 1, cues.saying)))
    return pieces


def comparisons(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """As stated by the ministry, the dam had held · The dam, as the mayor said, had held"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.head != "as" or scene.kind(place - 1) not in {"", "comma", "stop", "and"}:
            continue
        ahead = range(place + 1, min(place + AHEAD, len(scene.chunks)))
        verb = next((i for i in ahead if scene.kind(i) == "verb"), None)
        if verb is None or scene.head(verb) not in cues.saying:
            continue
        source = compared(scene, place, verb)
        after = past_place(scene, max(verb + 1, source[1] if source else 0))
        if source is None or scene.kind(after) not in {"comma", "stop", ""}:
            continue
        pieces = reported_around(scene, place, after, cues)
        if pieces and scene.words(source) != ["they"]:
            yield Draft(
                rule="comparisons",
                content=pieces,
                cue=scene.span(verb, verb + 1),
                source=scene.span(*source),
                lemma=scene.head(verb),
                pattern="as",
                features=[f"first={place == 0}", f"form={scene.chunks[verb].form}"],
            )


def compared(scene: Scene, place: int, verb: int) -> Stretch | None:
    """The source of “as stated by …” and “as … said”."""
    chunk = scene.chunks[verb]
    if chunk.form == "participle" and verb == place + 1:
        by = next((i for i in range(verb + 1, verb + 4) if scene.head(i) == "by"), None)
        return long_phrase(scene, by + 1) if by is not None else None
    if not scene.finite(verb) or chunk.passive:
        return None
    source = subject(scene, verb)
    return source if source and source[0] > place else None


def past_place(scene: Scene, place: int) -> int:
    """Past “on Monday” and “in an interview”."""
    while scene.kind(place) in {"time", "adverb", "prep", "to"}:
        place += 2 if scene.kind(place) in {"prep", "to"} else 1
    return place


def views(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """In her view, the dam held · In the words of the mayor, “a gift” · Per the report, …"""
    for place, chunk in enumerate(scene.chunks):
        if (
            scene.kind(place - 1) not in {"", "comma", "quote", "and"}
            or scene.kind(place + 1) != "noun"
        ):
            continue
        found = per(scene, place) if chunk.head == "per" else in_view(scene, place)
        if found is None or (place == 0 and scene.kind(found[2]) != "comma"):
            continue
        source, cue, after = found
        pieces = reported_around(scene, place, after, cues)
        if pieces:
            yield Draft(
                rule="views",
                content=pieces,
                cue=cue,
                source=source,
                lemma=scene.head(place + 1),
                pattern="view",
                sure=True,
                open=scene.kind(place - 1) == "quote",
            )


View = tuple[Span, Span, int]  # source, cue, and the chunk after both


def per(scene: Scene, place: int) -> View | None:
    """“per the report”, but not “per cent”."""
    source = long_phrase(scene, place + 1)
    if (
        source is None
        or scene.head(place + 1) in scene.grammar.measures
        or scene.tag(place + 1) == "CD"
    ):
        return None
    return scene.span(*source), scene.span(place, place + 1), source[1]


def in_view(scene: Scene, place: int) -> View | None:
    """“in the mayor’s view”, “in her words”, “in the opinion of the mayor”."""
    if (
        scene.head(place) not in {"in", "to", "by"}
        or scene.head(place + 1) not in scene.grammar.views
    ):
        return None
    noun, line = scene.chunks[place + 1], scene.line
    for item in range(noun.first, noun.last):
        if line.tags[item] in {"POS", "PRP$"}:
            stop = item + (line.tags[item] == "PRP$")
            if stop == noun.first:
                return None
            return line.over(noun.first, stop), line.over(item + 1, noun.last), place + 2
    if scene.head(place + 2) != "of":
        return None
    source = phrase_after(scene, place + 3)
    return (scene.span(*source), scene.span(place, place + 3), source[1]) if source else None
