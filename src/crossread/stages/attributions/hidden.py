"""Rules for reports that hide, or put last, who reports."""

from collections.abc import Iterator

from crossread.stages.attributions.clauses import clause, complement
from crossread.stages.attributions.complements import features
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.phrases import phrase_after
from crossread.stages.attributions.sources import owner, subject

AHEAD = 14  # chunks after a passive verb that are looked at
PHRASES = frozenset({"prep", "to", "noun", "quote", "adjective"})


def impersonals(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """It was reported that the dam had burst · It became known that two men were held"""
    for place in range(1, len(scene.chunks)):
        if scene.head(place - 1) != "it" or not scene.finite(place):
            continue
        cue = impersonal_cue(scene, place, cues)
        if cue is None:
            continue
        lemma, last = cue
        agent, at = agent_after(scene, last)
        if scene.kind(at) not in {"that", "wh"} or at + 1 >= len(scene.chunks):
            continue
        content = clause(scene, at + (scene.kind(at) == "that"), cues.saying)
        yield Draft(
            rule="impersonals",
            content=[scene.span(*content)],
            cue=scene.span(place, last),
            source=scene.span(*agent) if agent else None,
            lemma=lemma,
            pattern="impersonal",
            negated=scene.chunks[place].negated,
            sure=True,
        )


def impersonal_cue(scene: Scene, place: int, cues: Cues) -> tuple[str, int] | None:
    """Lemma and end of “was reported”, “became known”, “emerged”, “turned out”."""
    chunk, at = scene.chunks[place], scene.skip(place + 1, "adverb")
    if chunk.head == "become" and scene.head(at) in scene.grammar.known:
        return "know", at + 1
    if (chunk.passive and chunk.head in cues.acts) or chunk.head in scene.grammar.emerging:
        return chunk.head, place + 1
    if chunk.head == "turn" and scene.head(place + 1) == "out":
        return chunk.head, place + 2
    return None


def agent_after(scene: Scene, place: int) -> tuple[Stretch | None, int]:
    """Who did it, if “by …” says so, and the chunk after that and after days and places."""
    agent = None
    while scene.kind(place) in {"time", "adverb", "prep"}:
        follows = scene.kind(place + 1) in {"noun", "time"}
        if scene.kind(place) == "prep" and not follows:
            break
        if scene.head(place) == "by" and (found := phrase_after(scene, place + 1)):
            agent, place = found, found[1]
        else:
            place += 2 if scene.kind(place) == "prep" else 1
    return agent, place


def hearsay(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """Reportedly, the dam had held · The council has reportedly left Tarn"""
    for place, chunk in enumerate(scene.chunks):
        item = next(
            (
                i
                for i in range(chunk.first, chunk.last)
                if scene.line.lower[i] in scene.grammar.hearsay
            ),
            None,
        )
        if item is None:
            continue
        verb = place if chunk.kind == "verb" else place + 1
        found = None if place == 0 else subject(scene, verb) if scene.finite(verb) else None
        after = place + 1 + (scene.kind(place + 1) == "comma")
        if (
            (found is None and place > 0)
            or (found and scene.kind(found[0]) == "wh")
            or after >= len(scene.chunks)
        ):
            continue
        stop = scene.chunks[clause(scene, verb if found else after, cues.saying)[1] - 1].last
        begin = item + 1 if found else scene.chunks[after].first
        pieces = [scene.line.over(begin, stop)] if begin < stop else []
        if found:
            pieces.insert(0, scene.line.over(scene.chunks[found[0]].first, item))
        if pieces:
            yield Draft(
                rule="hearsay",
                content=pieces,
                cue=scene.line.over(item, item + 1),
                lemma=scene.line.lower[item],
                pattern="hearsay",
                sure=True,
            )


def passives(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The mayor was criticised by the council for the delay · The vote is expected to fail"""
    for place in range(1, len(scene.chunks)):
        if not hides(scene, place) or scene.head(place) in cues.feelings:
            continue
        if scene.head(place - 1) in scene.grammar.pointing | {"it"}:
            continue
        found = owner(scene, place)
        agent, rest = after_passive(scene, place, cues)
        if found is None or found[1] > place or not (agent or rest):
            continue
        chunk = scene.chunks[place]
        pattern = "agent" if agent else "hidden:" + (scene.kind(rest[0]) if rest else "")
        if rest and scene.kind(rest[0]) == "prep":
            pattern += ":" + scene.head(rest[0])
        yield Draft(
            rule="passives",
            content=[scene.span(*found)] + ([scene.span(*rest)] if rest else []),
            cue=scene.span(place, place + 1),
            source=scene.span(*agent) if agent else None,
            lemma=chunk.head,
            pattern=pattern,
            negated=chunk.negated,
            features=features(scene, (place, place), rest or found),
        )


def hides(scene: Scene, place: int) -> bool:
    """True of “was criticised”, “praised by”, “seems to”."""
    chunk, after = scene.chunks[place], scene.kind(place + 1)
    if chunk.kind != "verb":
        return False
    if chunk.head in scene.grammar.seeming:
        return scene.finite(place) and after in {"verb", "adjective", "to", "adverb"}
    return chunk.passive or (chunk.form == "participle" and scene.head(place + 1) == "by")


def after_passive(scene: Scene, place: int, cues: Cues) -> tuple[Stretch | None, Stretch | None]:
    """By whom, and the rest of what is reported: “to fail”, “for the delay”, “as a gift”."""
    agent: Stretch | None = None
    at = place + 1
    while at < min(len(scene.chunks), place + AHEAD):
        kind = scene.kind(at)
        if scene.head(at) == "by" and not agent:
            agent = phrase_after(scene, at + 1)
            at = agent[1] if agent else at + 1
        elif kind in {"time", "adverb"}:
            at += 1
        elif kind == "comma" and (after := past_remark(scene, at)):
            at = after
        elif kind in {"that", "wh"} or (kind == "verb" and scene.chunks[at].form == "infinitive"):
            return agent, clause(scene, at, cues.saying)
        elif kind in PHRASES:
            return agent, complement(scene, at)
        else:
            break
    return agent, None


def past_remark(scene: Scene, comma: int) -> int:
    """The chunk after “, and not without reason,”; 0 if no such remark begins here."""
    for place in range(comma + 1, min(comma + 7, len(scene.chunks))):
        if scene.kind(place) == "comma":
            return place + 1 if scene.kind(place + 1) == "prep" else 0
        if scene.kind(place) in {"verb", "stop", "quote", "that", "wh"}:
            return 0
    return 0


def pointing(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The dam had held. This was stated by the mayor on Monday"""
    if (
        scene.before is None
        or len(scene.chunks) < 2
        or scene.head(0) not in scene.grammar.pointing | {"it"}
    ):
        return
    chunk = scene.chunks[1]
    if not chunk.passive or chunk.head not in cues.saying:
        return
    by = next((i for i in range(2, 2 + AHEAD) if scene.head(i) in {"by", "in"}), None)
    agent = phrase_after(scene, by + 1) if by is not None else None
    if agent:
        yield Draft(
            rule="pointing",
            content=[scene.before],
            cue=scene.span(1, 2),
            source=scene.span(*agent),
            lemma=chunk.head,
            pattern="pointing",
            negated=chunk.negated,
            sure=True,
        )
