"""Rules for reports without a verb: “according to”, “her claim that”, “Mayor: …”."""

from collections.abc import Iterator

from crossread.stages.attributions.clauses import clause, complement, trim
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import is_venue, phrase_after
from crossread.stages.attributions.sources import owner as whose


def according(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """According to the ministry, the dam had held · The dam had held, according to the ministry"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.head != "accord" or scene.kind(place + 1) not in {"to", "prep"}:
            continue
        found = long_phrase(scene, place + 2)
        if found is None or scene.head(place + 2) in cues.norms:
            continue
        if (
            place == 0
            or scene.kind(place - 1) in {"quote", "stop"}
            and scene.kind(found[1]) == "comma"
        ):
            content = clause(scene, found[1] + (scene.kind(found[1]) == "comma"), cues.saying)
            pieces = [scene.span(*content)] if content[0] < content[1] else []
            if place > 0 and scene.kind(place - 1) == "quote":
                pieces = [scene.span(place - 1, place)]
        else:
            pieces = around(scene, place, found[1], cues)
        if pieces:
            yield Draft(
                rule="according", content=pieces, cue=scene.span(place, place + 2), source=scene.span(*found),
                lemma="accord", pattern="according", sure=True, open=scene.kind(place - 1) == "quote",
            )  # fmt: skip


def long_phrase(scene: Scene, first: int) -> tuple[int, int] | None:
    """A noun phrase with “in …”, “by …”, “who …” after it, to the next comma or stop."""
    if scene.kind(first) not in {"noun", "quote"}:
        return None
    last = first + 1
    while scene.kind(last) in {
        "noun",
        "prep",
        "to",
        "and",
        "quote",
        "time",
        "adjective",
        "possessive",
    }:
        last += 1
    if scene.kind(last) == "verb" and scene.chunks[last].form in {"participle", "gerund"}:
        while scene.kind(last) not in {"comma", "stop", "", "quote", "colon"}:
            last += 1
    elif scene.kind(last) in {"wh", "that"}:
        while scene.kind(last) not in {"comma", "stop", "", "colon"}:
            last += 1
    named = phrase_after(scene, first)
    if named and named[1] > last:
        last = named[1]
    return first, trim(scene, first, last)


def around(scene: Scene, place: int, after: int, cues: Cues) -> list:
    """What stands before a report in the middle or at the end of its sentence, and after it."""
    first = 0
    for at in range(place - 1, -1, -1):
        if scene.kind(at) == "stop" or scene.head(at) == ";":
            first = at + 1
            break
    if scene.kind(first) == "and":
        first += 1
    stop = trim(scene, first, place)
    if stop <= first:
        return []
    pieces = [scene.span(first, stop)]
    if (
        scene.kind(place - 1) == "comma"
        and scene.kind(after) == "comma"
        and after + 1 < len(scene.chunks)
    ):
        pieces.append(scene.span(*clause(scene, after + 1, cues.saying)))
    return pieces


def nouns(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """the minister’s claim that the dam had held · allegations that the vote was bought"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind != "noun" or chunk.head not in cues.nouns:
            continue
        draft = noun(scene, place, cues)
        if draft is not None:
            yield draft


# What may stand between a noun and its “that”: “allegations among the owners that …”.
WITHIN = frozenset({"among", "by", "from", "in", "within"})


def noun(scene: Scene, place: int, cues: Cues) -> Draft | None:
    chunk, line = scene.chunks[place], scene.line
    after = place + 1
    among: tuple[int, int] | None = None
    while scene.head(after) in WITHIN and scene.kind(after + 1) == "noun" and scene.kind(after + 2) in {"that", "prep"}:
        if scene.head(after) in {"among", "by", "from"}:
            among = (after + 1, after + 2)
        after += 2
    kind = scene.kind(after)
    if kind == "that":
        pattern, begin = "that", after + 1
    elif kind == "verb" and scene.chunks[after].form == "infinitive":
        pattern, begin = "to", after
    elif kind in {"prep", "to"} and scene.kind(after + 1) in {"noun", "quote", "verb", "wh"}:
        pattern, begin = "pp:" + scene.head(after), after + 1
    else:
        return None
    if begin >= len(scene.chunks):
        return None
    content = (
        clause(scene, begin, cues.saying)
        if pattern == "that"
        else complement(scene, begin, cues.saying)
    )
    if pattern in {"that", "to"}:
        opens = not any(c.form == "finite" for c in scene.chunks[:place])
        content = clause(scene, begin, cues.saying, within=opens)
    owner, cue_first = None, chunk.first
    for at in range(chunk.last - 1, chunk.first, -1):
        if line.tags[at] == "POS" or line.tags[at] == "PRP$":
            owner = (chunk.first, at + (line.tags[at] == "PRP$"))
            cue_first = at + 1
            break
    else:
        if line.tags[chunk.first] == "PRP$":
            owner, cue_first = (chunk.first, chunk.first + 1), chunk.first + 1
    source = line.over(*owner) if owner and owner[0] < owner[1] else None
    have = "possessive" if source else "bare"
    if source is None and among:
        source, have = scene.span(*among), "among"
    if scene.kind(place - 1) == "prep" and scene.head(place - 1) == "in":
        return None  # “said in a statement that …”
    if source is None and scene.kind(place - 1) == "verb":
        found = whose(scene, place - 1)
        if found:
            source = scene.span(*found)
            cue_first = scene.chunks[place - 1].first
            have = "support:" + scene.head(place - 1)
    if pattern == "pp:of" or pattern == "pp:by" or pattern == "pp:from":
        pattern += "*"
    return Draft(
        rule="nouns", content=[scene.span(*content)], cue=line.over(cue_first, chunk.last), source=source,
        lemma=chunk.head, pattern="noun " + pattern, features=[f"owner={have}", f"det={line.lower[chunk.first]}" if line.tags[chunk.first]=="DT" else "det="],
    )  # fmt: skip


def headlines(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """Mayor: The dam will hold · The dam will hold: mayor"""
    if not scene.title:
        return
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind == "colon" and chunk.head == ":" and 0 < place < len(scene.chunks) - 1:
            if (
                all(
                    scene.kind(i) in {"noun", "prep", "comma", "and", "adverb"}
                    for i in range(place)
                )
                and place < 6
            ):
                last = next(
                    (i for i in range(len(scene.chunks) - 1, place, -1) if scene.kind(i) != "stop"),
                    place,
                )
                line = scene.line
                yield Draft(
                    rule="headlines", content=[scene.span(place + 1, last + 1)], cue=scene.span(place, place + 1),
                    source=scene.span(0, place), lemma=":", pattern="headline",
                    features=[f"length={place}", "named=" + str(line.words[0][0].isupper() and line.tags[0] == "NNP"),
                              "head=" + scene.head(place - 1) if scene.head(place-1) in cues.nouns else "head="],
                )  # fmt: skip
            return


VIEWS = frozenset("view words opinion telling account estimation judgment judgement eyes assessment".split())


def views(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """In the mayor’s view, the dam was sound · In the words of the mayor, “a gift” · Per the report, …"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind != "prep" or chunk.head not in {"in", "to", "by", "per"} or scene.kind(place + 1) != "noun":
            continue
        if not (place == 0 or scene.kind(place - 1) in {"comma", "quote", "and"}):
            continue
        noun_chunk, line = scene.chunks[place + 1], scene.line
        after = place + 2
        source = None
        if chunk.head == "per":
            found = long_phrase(scene, place + 1)
            if found and line.tags[noun_chunk.first] != "CD" and noun_chunk.head not in {"cent", "capita", "day", "year"}:
                source, cue, after = scene.span(*found), scene.span(place, place + 1), found[1]
        elif noun_chunk.head in VIEWS:
            owner = next((i for i in range(noun_chunk.first, noun_chunk.last) if line.tags[i] in {"POS", "PRP$"}), None)
            if owner is not None:
                stop = owner + (line.tags[owner] == "PRP$")
                if stop > noun_chunk.first:
                    source, cue = line.over(noun_chunk.first, stop), line.over(owner + 1, noun_chunk.last)
            elif scene.head(after) == "of" and scene.kind(after + 1) == "noun":
                found = phrase_after(scene, after + 1)
                if found:
                    source, cue, after = scene.span(*found), scene.span(place, after + 1), found[1]
        if source is None:
            continue
        if place == 0:
            first = after + (scene.kind(after) == "comma")
            if scene.kind(after) != "comma" or first >= len(scene.chunks):
                continue
            pieces = [scene.span(*clause(scene, first, cues.saying))]
        else:
            pieces = around(scene, place, after, cues)
        if pieces:
            yield Draft(
                rule="views", content=pieces, cue=cue, source=source, lemma="view", pattern="view",
                sure=True, open=scene.kind(place - 1) == "quote",
            )  # fmt: skip
