"""Sources: whose verb it is. The noun phrase before or after a verb group, with its apposition."""

from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.drafts import Scene

Stretch = tuple[int, int]  # chunks, from one to before another

LINKS = frozenset(
    "of for from at in with to on into behind against between by near within under about".split()
)
NOT_SOURCES = frozenset({"there", "it"})
FAR = 40  # chunks that a search looks back


def subject(scene: Scene, verb: int) -> Stretch | None:
    """The chunks of the subject of a verb group; None where there is none to be sure of."""
    place = verb - 1
    while place >= 0 and scene.kind(place) == "adverb":
        place -= 1
    if place < 0:
        return None
    kind = scene.kind(place)
    if kind == "noun":
        return phrase_before(scene, place)
    if kind == "wh" and scene.head(place) in {"who", "which"}:
        return place, place + 1
    if kind == "that" and scene.kind(place - 1) == "noun":
        return phrase_before(scene, place - 1)
    if kind == "quote" and scene.kind(place - 1) == "noun":
        return phrase_before(scene, place - 1)
    if kind == "comma":
        return before_comma(scene, place)
    if kind == "paren":
        return before_paren(scene, place)
    return None


def phrase_before(scene: Scene, last: int) -> Stretch | None:
    """The noun phrase that ends with a chunk, with its “of …” and what it stands beside."""
    first = last
    while first > 0:
        before = scene.kind(first - 1)
        if before in {"prep", "to"}:
            if scene.head(first - 1) not in LINKS or scene.kind(first - 2) not in {"noun", "quote"}:
                return None if first == last else (first, last + 1)
            # “On Monday in Paris the minister” is no chain; “the minister in Paris” is.
            if governed(scene, first - 2):
                return None
            first -= 2
        elif before == "noun" or (before == "quote" and scene.kind(first - 2) == "noun"):
            if scene.chunks[first].first and alone(scene, first):
                break
            first -= 1
        elif before == "and" and scene.kind(first - 2) == "noun" and opens(scene, first - 2):
            first -= 2
        else:
            break
    return first, last + 1


def governed(scene: Scene, noun: int) -> bool:
    """True if the noun phrase hangs on a preposition that opens the clause: “In Paris …”."""
    place = noun
    while scene.kind(place - 1) in {"prep", "to"}:
        if scene.kind(place - 2) != "noun":
            return True
        place -= 2
    return False


def alone(scene: Scene, place: int) -> bool:
    """True if a noun chunk after another begins a phrase of its own: “… reporters he said”."""
    chunk = scene.chunks[place]
    return scene.line.tags[chunk.first] in {"PRP", "DT", "PRP$", "EX"}


def opens(scene: Scene, place: int) -> bool:
    """True if the chunk begins the clause."""
    return place == 0 or scene.kind(place - 1) in {
        "comma",
        "that",
        "wh",
        "colon",
        "quote",
        "stop",
        "adverb",
    }


def before_comma(scene: Scene, comma: int) -> Stretch | None:
    """“Ms. Orlan, the mayor of Tarn, said” and “Ms. Orlan, who runs the port, said”."""
    if scene.kind(comma - 1) == "noun" and (inner := phrase_before(scene, comma - 1)):
        start = inner[0]
        while scene.kind(start - 1) == "comma" and scene.kind(start - 2) in {"noun", "paren"}:
            outer = phrase_before(scene, start - 2)
            if outer is None:
                break
            start = outer[0]
        if start < inner[0]:
            return start, inner[1]
    return across_aside(scene, comma)


def across_aside(scene: Scene, comma: int) -> Stretch | None:
    """The noun before an aside between commas that has a verb of its own."""
    for place in range(comma - 1, max(0, comma - FAR), -1):
        if scene.kind(place) != "comma" or scene.kind(place - 1) != "noun":
            continue
        after = scene.kind(place + 1)
        if after in {"wh", "verb", "prep", "adverb", "and"}:
            if after == "verb" and scene.chunks[place + 1].form == "finite":
                continue
            return phrase_before(scene, place - 1)
    return None


def before_paren(scene: Scene, place: int) -> Stretch | None:
    """“Sen. Orlan (Tarn) said”."""
    for at in range(place - 1, max(-1, place - 8), -1):
        if scene.kind(at) == "paren" and scene.kind(at - 1) == "noun":
            found = phrase_before(scene, at - 1)
            return (found[0], place + 1) if found else None
    return None


def phrase_after(scene: Scene, first: int) -> Stretch | None:
    """The noun phrase that begins with a chunk: “said Ms. Orlan, the mayor of Tarn.”"""
    if scene.kind(first) != "noun":
        return None
    last = chain_after(scene, first)
    while scene.kind(last) == "comma" and scene.kind(last + 1) == "noun":
        after = chain_after(scene, last + 1)
        if scene.kind(after) not in {"comma", "stop", "", "colon", "quote"} or not describes(
            scene, last + 1
        ):
            break
        last = after
    return first, last


def chain_after(scene: Scene, first: int) -> int:
    last = first + 1
    while True:
        if (
            scene.kind(last) in {"prep", "to"}
            and scene.head(last) in LINKS
            and scene.kind(last + 1) == "noun"
        ):
            if scene.head(last) in {"on", "in", "at", "to", "with"} and scene.head(last) != "of":
                break
            last += 2
        elif scene.kind(last) == "noun" and not alone(scene, last):
            last += 1
        elif scene.kind(last) == "and" and scene.kind(last + 1) == "noun":
            if scene.kind(last + 2) == "verb":
                break
            last += 2
        else:
            return last
    return last


def describes(scene: Scene, place: int) -> bool:
    """True if a noun phrase after a comma can be an apposition, not a pronoun or a new clause."""
    return scene.line.tags[scene.chunks[place].first] not in {"PRP", "EX"}


def governor(scene: Scene, verb: int) -> int | None:
    """The finite verb before, whose subject a later verb shares: “came and said”, “left, saying”."""
    for place in range(verb - 1, max(-1, verb - FAR), -1):
        chunk = scene.chunks[place]
        if chunk.kind == "verb" and chunk.form == "finite":
            return place
        if chunk.kind in {"stop"} or chunk.head == ";":
            return None
    return None


def owner(scene: Scene, verb: int) -> Stretch | None:
    """Whose verb it is: its subject, or that of the verb which it goes on from."""
    chunk: Chunk = scene.chunks[verb]
    seen = verb
    for _ in range(6):
        if chunk.form == "finite" and (found := subject(scene, seen)):
            return found
        if (
            chunk.form != "finite"
            and seen == verb
            and scene.kind(verb - 1) == "noun"
            and chunk.form in {"gerund", "participle"}
        ):
            return phrase_before(scene, verb - 1)
        before = governor(scene, seen)
        if before is None:
            return None
        seen, chunk = before, scene.chunks[before]
    return None
