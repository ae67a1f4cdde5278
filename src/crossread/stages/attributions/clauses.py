"""Clauses: where the words that a cue reports begin and end."""

from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.drafts import Scene
from crossread.stages.attributions.sources import Stretch

END = frozenset({"stop", ""})
SUBORDINATE = frozenset(
    "while although though whereas after when because as since until before unless once if".split()
)


def clause(scene: Scene, first: int, saying: frozenset[str], *, within: bool = False) -> Stretch:
    """A reported clause, from its first chunk to the end of what is reported.

    It ends with the sentence, or where the writer goes on: “…, according to …”, “…, he said”,
    “… and added that …”, “…, while Ms. Orlan said …”. If it stands `within` the subject of
    another verb, it ends before that: “the decision to leave | has angered”.
    """
    size = len(scene.chunks)
    place = first
    verbs = 0
    while place < size and scene.kind(place) != "stop":
        kind = scene.kind(place)
        if place > first and kind in {"comma", "and", "colon"} and resumes(scene, place, saying):
            break
        if scene.head(place) == ";" and place > first:
            break
        if kind == "quote" and place > first and sentence_ends(scene, place):
            place += 1
            break
        if within and kind == "verb" and scene.chunks[place].form == "finite":
            verbs += 1
            if place > first and main_verb(scene, first, place, verbs):
                break
        place += 1
    return first, trim(scene, first, place)


def sentence_ends(scene: Scene, place: int) -> bool:
    """“…” with a full stop inside, and nothing after it that goes on."""
    inner = scene.quote(place).inner
    return scene.line.text[inner.stop - 1] in ".!?" and scene.kind(place + 1) not in {"and", "comma", "stop", ""}


def main_verb(scene: Scene, first: int, place: int, verbs: int) -> bool:
    """True for the finite verb that a clause inside a subject leads up to."""
    before = place - 1
    while before > first and scene.kind(before) == "adverb":
        before -= 1
    if scene.kind(before) in {"wh", "that", "and"}:
        return False
    openers = sum(scene.kind(i) in {"wh", "that"} or scene.head(i) in SUBORDINATE for i in range(first, place))
    expected = openers if scene.kind(first) == "verb" else openers + 1
    return verbs > expected


def trim(scene: Scene, first: int, last: int) -> int:
    while last > first + 1 and scene.kind(last - 1) in {"comma", "and", "stop", "colon"}:
        last -= 1
    return last


def resumes(scene: Scene, place: int, saying: frozenset[str]) -> bool:
    """True if after this comma or “and” the writer reports anew."""
    at = place + 1
    while scene.kind(at) in {"comma", "and", "adverb"}:
        at += 1
    if scene.head(at) == "accord":
        return True
    chunk = scene.chunks[at] if at < len(scene.chunks) else None
    if chunk is None:
        return False
    if chunk.kind == "verb":
        return new_verb(scene, chunk, at, saying)
    return new_clause(scene, at, saying)


def new_verb(scene: Scene, chunk: Chunk, at: int, saying: frozenset[str]) -> bool:
    """“…, adding that …”, “… and said …”."""
    if chunk.head not in saying or chunk.passive:
        return False
    if chunk.form == "gerund":
        return True
    return (
        chunk.form == "finite"
        and chunk.past
        and scene.kind(at + 1) in {"that", "quote", "comma", "wh", "noun"}
    )


def new_clause(scene: Scene, at: int, saying: frozenset[str]) -> bool:
    """“…, he said.” and “…, while Ms. Orlan said …”."""
    if scene.kind(at) == "prep" and scene.head(at) in SUBORDINATE:
        at += 1
    elif scene.kind(at) == "wh" and scene.head(at) != "who":
        return False
    for place in range(at, min(at + 9, len(scene.chunks))):
        chunk = scene.chunks[place]
        if chunk.kind == "verb":
            return (
                place > at
                and chunk.head in saying
                and chunk.form == "finite"
                and not chunk.modal
                and not chunk.passive
            )
        if chunk.kind in {"comma", "stop", "quote", "colon", "that", "wh"} and place > at:
            if chunk.kind == "comma" and scene.kind(place - 1) == "noun":
                continue
            return False
    return False


def complement(scene: Scene, first: int, saying: frozenset[str]) -> Stretch:
    """A noun phrase with all that hangs on it, for “announced the building of a dam in Tarn”."""
    size = len(scene.chunks)
    place = first + 1
    relative = False
    while place < size:
        kind = scene.kind(place)
        if kind in {"stop", "colon"}:
            break
        if kind == "time" and scene.kind(place + 1) in {"stop", "comma", "prep", "and", ""}:
            break
        if kind == "comma" and not goes_on(scene, place):
            break
        if kind == "and" and scene.kind(place + 1) in {"verb", "adverb"} and not relative:
            chunk = scene.chunks[place + 1]
            if chunk.kind == "adverb" or chunk.form == "finite":
                break
        if (
            kind == "prep"
            and scene.head(place) in SUBORDINATE
            and scene.head(place) not in {"as", "if"}
        ):
            break
        if kind in {"wh", "that"}:
            relative = True
        if kind == "verb" and scene.chunks[place].form == "finite" and not relative:
            if scene.kind(place - 1) == "noun" and place - 1 > first:
                relative = True
            else:
                break
        place += 1
    return first, trim(scene, first, place)


def goes_on(scene: Scene, comma: int) -> bool:
    """True if a list goes on after a comma: “bread, milk and salt”."""
    for place in range(comma + 1, min(comma + 8, len(scene.chunks))):
        kind = scene.kind(place)
        if kind == "and":
            return scene.kind(place + 1) == "noun" and scene.kind(comma + 1) == "noun"
        if kind not in {"noun", "comma", "prep", "adjective"}:
            return False
    return False
