"""Clauses: where the words that a cue reports begin and end."""

from crossread.stages.attributions.drafts import Scene, Stretch

AHEAD = 9  # chunks that a search looks ahead


def clause(scene: Scene, first: int, saying: frozenset[str], *, within: bool = False) -> Stretch:
    """A reported clause, from its first chunk to the end of what is reported.

    It ends with the sentence, or where the writer goes on: “…, according to …”, “…, he said”,
    “… and added that …”, “…, while Ms. Orlan said …”. If it stands `within` the subject of
    another verb, it ends before that: “the decision to leave | has angered”.
    """
    place, verbs = first, 0
    while place < len(scene.chunks) and scene.kind(place) != "stop":
        if scene.kind(place) == "quote" and sentence_ends(scene, place):
            place += 1
            break
        if place > first and writer_goes_on(scene, place, saying):
            break
        if within and scene.finite(place):
            verbs += 1
            if place > first and is_main(scene, first, place, verbs):
                place = before_subject(scene, first, place)
                break
        place += 1
    return first, trim(scene, first, place)


def writer_goes_on(scene: Scene, place: int, saying: frozenset[str]) -> bool:
    if scene.head(place) == ";":
        return True
    return scene.kind(place) in {"comma", "and", "colon"} and resumes(scene, place, saying)


def sentence_ends(scene: Scene, place: int) -> bool:
    """“…” with a full stop inside, and nothing after it that goes on."""
    after = scene.kind(place + 1)
    return scene.last_letter(place) in ".!?" and after not in {"and", "comma", "stop", ""}


def is_main(scene: Scene, first: int, place: int, verbs: int) -> bool:
    """True for the finite verb that a clause inside a subject leads up to."""
    if scene.kind(scene.back(place - 1, "adverb")) in {"wh", "that", "and"}:
        return False
    opened = sum(
        scene.kind(i) in {"wh", "that"} or scene.head(i) in scene.grammar.subordinate
        for i in range(first + 1, place)
    )
    return verbs > opened + (scene.kind(first) != "verb")


def before_subject(scene: Scene, first: int, verb: int) -> int:
    """“Fearing that the dam would burst, | the mayor fled”: where that clause begins."""
    comma = scene.back(verb - 1, "noun", "prep", "adverb", "and", "paren")
    return comma if comma > first and scene.kind(comma) == "comma" else verb


def trim(scene: Scene, first: int, last: int) -> int:
    """Without a comma, an “and” or a stop at the end."""
    while last > first + 1 and scene.kind(last - 1) in {"comma", "and", "stop", "colon"}:
        last -= 1
    return last


def resumes(scene: Scene, place: int, saying: frozenset[str]) -> bool:
    """True if after this comma or “and” the writer reports anew."""
    at = scene.skip(place + 1, "comma", "and", "adverb")
    if scene.head(at) == "accord":
        return True
    if scene.kind(at) == "verb":
        return new_verb(scene, at, saying)
    return new_clause(scene, at, saying)


def new_verb(scene: Scene, at: int, saying: frozenset[str]) -> bool:
    """“…, adding that …”, “… and said …”."""
    chunk = scene.chunks[at]
    if chunk.head not in saying or chunk.passive:
        return False
    if chunk.form == "gerund":
        return True
    after = scene.kind(at + 1)
    if not scene.finite(at) or chunk.modal or is_earlier(scene, at):
        return False
    return after == "that" or (chunk.past and after in {"quote", "comma", "wh", "noun"})


def is_earlier(scene: Scene, at: int) -> bool:
    """“said that it had been told and | had instructed the owner”: the source goes on."""
    chunk = scene.chunks[at]
    return (
        chunk.past
        and chunk.last - chunk.first > 1
        and (scene.line.lower[chunk.first] in scene.grammar.have)
    )


def new_clause(scene: Scene, at: int, saying: frozenset[str]) -> bool:
    """“…, he said.” and “…, while Ms. Orlan said …”."""
    if scene.kind(at) == "prep" and scene.head(at) in scene.grammar.subordinate:
        at += 1
    elif scene.kind(at) == "wh" and scene.head(at) != "who":
        return False
    for place in range(at, min(at + AHEAD, len(scene.chunks))):
        chunk = scene.chunks[place]
        if chunk.kind == "verb":
            unsaid = not chunk.modal or chunk.negated  # “… and she could not say why”
            plain = scene.finite(place) and unsaid and not chunk.passive
            return plain and place > at and chunk.head in saying
        if chunk.kind == "comma" and scene.kind(place - 1) == "noun":
            continue
        if chunk.kind in {"comma", "stop", "quote", "colon", "that", "wh"} and place > at:
            return False
    return False


def complement(scene: Scene, first: int) -> Stretch:
    """A noun phrase with all that hangs on it, for “announced the building of a dam in Tarn”."""
    place, relative = first + 1, False
    while place < len(scene.chunks):
        if scene.finite(place) and not relative:
            if scene.kind(place - 1) != "noun" or place - 1 == first:
                break
            relative = True  # “the dam the council built”
        elif phrase_ends(scene, place, relative=relative):
            break
        relative = relative or scene.kind(place) in {"wh", "that"}
        place += 1
    return first, trim(scene, first, place)


def phrase_ends(scene: Scene, place: int, *, relative: bool) -> bool:
    kind, after = scene.kind(place), scene.kind(place + 1)
    if kind in {"stop", "colon"}:
        return True
    if kind == "time":
        return after in {"stop", "comma", "prep", "and", ""}
    if kind == "comma":
        return not list_goes_on(scene, place)
    if kind == "and":
        return not relative and (after == "adverb" or scene.finite(place + 1))
    return kind == "prep" and scene.head(place) in scene.grammar.subordinate - {"as", "if"}


def list_goes_on(scene: Scene, comma: int) -> bool:
    """“bread, milk and salt”."""
    for place in range(comma + 1, min(comma + AHEAD, len(scene.chunks))):
        kind = scene.kind(place)
        if kind == "and":
            return scene.kind(place + 1) == "noun" and scene.kind(comma + 1) == "noun"
        if kind not in {"noun", "comma", "prep", "adjective"}:
            return False
    return False
