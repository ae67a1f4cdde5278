"""Rules for reports that hide, or put last, who reports."""

from collections.abc import Iterator

from crossread.stages.attributions.clauses import clause, complement
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import Stretch, owner, phrase_after, subject
from crossread.stages.attributions.verbs import features

FAR = 14


def impersonals(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """It was reported that the dam had burst · It became known that two men were held"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind != "verb" or chunk.form != "finite" or scene.head(place - 1) != "it":
            continue
        at = place + 1
        while scene.kind(at) == "adverb":
            at += 1
        lemma = chunk.head
        if lemma in {"become", "be"} and scene.head(at) in {"know", "known", "clear"}:
            lemma, last = "know", at + 1
        elif chunk.passive and lemma in cues.acts or lemma in {"emerge", "transpire"}:
            last = place + 1
        elif lemma == "turn" and scene.words(at, at + 1) == ["out"]:
            last = at + 1
        else:
            continue
        at = last
        agent = None
        while scene.kind(at) in {"time", "adverb"} or (
            scene.kind(at) == "prep" and scene.kind(at + 1) in {"noun", "time"}
        ):
            if scene.head(at) == "by":
                agent = phrase_after(scene, at + 1)
            at = agent[1] if agent else at + (2 if scene.kind(at) == "prep" else 1)
            agent_end = at
            if agent and at >= agent_end:
                break
        if scene.kind(at) not in {"that", "wh"} or at + 1 >= len(scene.chunks):
            continue
        content = clause(scene, at + (scene.kind(at) == "that"), cues.saying)
        yield Draft(
            rule="impersonals", content=[scene.span(*content)], cue=scene.span(place, last),
            source=scene.span(*agent) if agent else None, lemma=lemma, pattern="impersonal",
            negated=chunk.negated, sure=True,
        )  # fmt: skip


def passives(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The mayor was criticised by the council for the delay · The vote is expected to fail"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind != "verb" or not hides(scene, place) or scene.head(place - 1) in {"it", "this", "that"}:
            continue
        found = owner(scene, place)
        if found is None or found[1] > place:
            continue
        at = place + 1
        agent: Stretch | None = None
        rest: Stretch | None = None
        while at < len(scene.chunks) and at < place + FAR:
            kind = scene.kind(at)
            if (
                kind == "prep"
                and scene.head(at) == "by"
                and scene.kind(at + 1) == "noun"
                and not agent
                and chunk.passive
            ):
                agent = phrase_after(scene, at + 1)
                at = agent[1] if agent else at + 1
                continue
            if kind in {"time", "adverb"}:
                at += 1
                continue
            if kind in {"stop", "comma", "colon", "and", ""}:
                break
            if kind == "verb" and scene.chunks[at].form == "infinitive":
                rest = clause(scene, at, cues.saying)
            elif kind in {"prep", "to", "noun", "quote", "adjective"}:
                rest = complement(scene, at, cues.saying)
            elif kind in {"that", "wh"}:
                rest = clause(scene, at, cues.saying)
            break
        if agent is None and rest is None:
            continue
        content = [scene.span(*found)] + ([scene.span(*rest)] if rest else [])
        pattern = "agent" if agent else "hidden:" + (scene.kind(rest[0]) if rest else "")
        if rest and scene.kind(rest[0]) == "prep":
            pattern += ":" + scene.head(rest[0])
        yield Draft(
            rule="passives", content=content, cue=scene.span(place, place + 1),
            source=scene.span(*agent) if agent else None, lemma=chunk.head, pattern=pattern,
            negated=chunk.negated, features=features(scene, chunk, place, found, rest or found, pattern),
        )  # fmt: skip


def hides(scene: Scene, place: int) -> bool:
    chunk = scene.chunks[place]
    if chunk.head in {"seem", "appear"}:
        return chunk.form == "finite" and scene.kind(place + 1) in {
            "verb",
            "adjective",
            "to",
            "adverb",
        }
    return chunk.passive or (
        chunk.form == "participle"
        and scene.kind(place + 1) == "prep"
        and scene.head(place + 1) == "by"
    )


def pointing(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The dam had held. This was stated by the mayor · The council announced this"""
    if (
        scene.kind(0) != "noun"
        or scene.head(0) not in {"this", "that", "it"}
        or scene.before is None
    ):
        return
    chunk = scene.chunks[1] if len(scene.chunks) > 1 else None
    if chunk is None or chunk.kind != "verb" or not chunk.passive or chunk.head not in cues.saying:
        return
    for at in range(2, min(len(scene.chunks), 2 + FAR)):
        if scene.head(at) == "by" and scene.kind(at + 1) == "noun":
            agent = phrase_after(scene, at + 1)
            if agent:
                yield Draft(
                    rule="pointing", content=[scene.before], cue=scene.span(1, 2), source=scene.span(*agent),
                    lemma=chunk.head, pattern="pointing", sure=True,
                )  # fmt: skip
            return


def comparisons(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """As stated by the ministry, the dam had held · The dam, as the mayor said, had held"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.head != "as" or not (
            place == 0 or scene.kind(place - 1) in {"comma", "stop", "and"}
        ):
            continue
        draft = comparison(scene, place, cues)
        if draft is not None:
            yield draft


def comparison(scene: Scene, place: int, cues: Cues) -> Draft | None:
    verb = next(
        (
            i
            for i in range(place + 1, min(place + FAR, len(scene.chunks)))
            if scene.kind(i) == "verb"
        ),
        None,
    )
    if verb is None or scene.head(verb) not in cues.saying:
        return None
    chunk = scene.chunks[verb]
    source: Stretch | None
    if verb == place + 1 and chunk.form == "participle":
        by = next((i for i in range(verb + 1, verb + 4) if scene.head(i) == "by"), None)
        source = phrase_after(scene, by + 1) if by is not None else None
        after = source[1] if source else verb + 1
        if source:
            while scene.kind(after) in {"prep", "to"} and scene.kind(after + 1) == "noun":
                after += 2
                source = (source[0], after)
    elif chunk.form == "finite" and not chunk.passive:
        source, after = subject(scene, verb), verb + 1
        if source is None or source[0] < place:
            return None
    else:
        return None
    while scene.kind(after) in {"time", "adverb", "prep", "to"}:
        after += 2 if scene.kind(after) in {"prep", "to"} else 1
    if scene.kind(after) not in {"comma", "stop", ""} or scene.words(
        *source or (place, place + 1)
    ) == ["they"]:
        return None
    if place == 0:
        if after + 1 >= len(scene.chunks):
            return None
        pieces = [scene.span(*clause(scene, after + 1, cues.saying))]
    else:
        first = next((i + 1 for i in range(place - 1, -1, -1) if scene.kind(i) == "stop"), 0)
        if place - 1 <= first:
            return None
        pieces = [scene.span(first, place - 1)]
        if scene.kind(after) == "comma" and after + 1 < len(scene.chunks):
            pieces.append(scene.span(*clause(scene, after + 1, cues.saying)))
    return Draft(
        rule="comparisons", content=pieces, cue=scene.span(verb, verb + 1),
        source=scene.span(*source) if source else None, lemma=chunk.head, pattern="as",
        features=[f"place={'first' if place == 0 else 'later'}", f"form={chunk.form}"],
    )  # fmt: skip
