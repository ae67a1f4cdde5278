"""Sources: whose verb it is. The noun phrase before or after a verb group, with its apposition."""

from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.drafts import Scene

Stretch = tuple[int, int]  # chunks, from one to before another

LINKS = frozenset(
    "of for from at in with to on into behind against between by near within under about".split()
)
# What opens a clause of its own before its subject: “because she said so”.
OPENERS = frozenset(
    "because as while although though whereas after since before until unless once if than like so that except".split()
)
POINTERS = (["this"], ["that"], ["these"], ["those"], ["there"])
FAR = 40  # chunks that a search looks back


def subject(scene: Scene, verb: int) -> Stretch | None:
    """The chunks of the subject of a verb group; None where there is none to be sure of."""
    place = before_adverbs(scene, verb - 1)
    if place < 0:
        return None
    kind = scene.kind(place)
    if kind == "noun":
        return phrase_before(scene, place)
    if kind == "wh" and scene.head(place) in {"who", "which"}:
        return place, place + 1
    if kind in {"that", "quote"} and scene.kind(place - 1) == "noun":
        return phrase_before(scene, place - 1)
    if kind == "comma":
        return before_comma(scene, place)
    if kind == "paren":
        return before_paren(scene, place)
    if kind == "colon":
        return before_dash(scene, place)
    return None


def before_adverbs(scene: Scene, place: int) -> int:
    """Back over “also”, “today” and “on Monday”, which may stand between subject and verb."""
    while place >= 0:
        if scene.kind(place) == "adverb":
            place -= 1
        elif scene.kind(place) == "time":
            place -= 2 if scene.kind(place - 1) == "prep" else 1
        else:
            break
    return place


def phrase_before(scene: Scene, last: int) -> Stretch | None:
    """The noun phrase that ends with a chunk, with its “of …” and what it stands beside."""
    first = last
    while first > 0:
        before = scene.kind(first - 1)
        if before in {"prep", "to"}:
            if scene.head(first - 1) in OPENERS:
                break
            if (
                scene.kind(first - 2) == "verb"
                and (start := modified(scene, first - 2)) is not None
            ):
                first = start
                continue
            if scene.head(first - 1) not in LINKS or scene.kind(first - 2) not in {"noun", "quote"}:
                if scene.kind(first - 2) == "comma" and (outer := before_comma(scene, first - 2)):
                    return outer[0], last + 1  # “The report of the fund, Tarnaid, on grants”
                return None
            # “On Monday in Paris the minister” is no chain; “the minister in Paris” is.
            if governed(scene, first - 2):
                return None
            first -= 2
        elif before == "verb" and (start := modified(scene, first - 1)) is not None:
            first = start
        elif before == "noun" or (before == "quote" and scene.kind(first - 2) == "noun"):
            if scene.chunks[first].first and alone(scene, first):
                break
            first -= 1
        elif before == "and" and (start := list_before(scene, first - 1)) is not None:
            first = start
            break
        else:
            break
    return first, last + 1


def modified(scene: Scene, verb: int) -> int | None:
    """The noun that a verb describes: “the woman who ran the port”, “a panel led by …”."""
    chunk = scene.chunks[verb]
    if chunk.form in {"participle", "gerund"} and scene.kind(verb - 1) == "noun":
        return verb - 1
    if (
        chunk.form == "finite"
        and scene.kind(verb - 1) in {"wh", "that"}
        and scene.kind(verb - 2) == "noun"
    ):
        return verb - 2
    return None


def list_before(scene: Scene, conjunction: int) -> int | None:
    """Where “Ms. Orlan, Mr. Tove and” begins, if that begins its clause; else None."""
    place = conjunction - 1
    if scene.kind(place) == "comma":
        place -= 1
    while True:
        if scene.kind(place) == "paren":
            place = (
                next(
                    (
                        i
                        for i in range(place - 1, max(-1, place - 6), -1)
                        if scene.kind(i) == "paren"
                    ),
                    0,
                )
                - 1
            )
        if scene.kind(place) != "noun":
            return None
        while scene.kind(place - 1) in {"prep", "to"} and scene.kind(place - 2) == "noun":
            place -= 2
        if opens(scene, place) and scene.kind(place - 1) != "comma":
            return place
        if scene.kind(place - 1) != "comma":
            return None
        place -= 2


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


ASIDE = frozenset(
    {
        "noun",
        "prep",
        "to",
        "and",
        "adjective",
        "time",
        "paren",
        "quote",
        "verb",
        "wh",
        "that",
        "adverb",
        "comma",
    }
)


def before_comma(scene: Scene, comma: int) -> Stretch | None:
    """“Ms. Orlan, the mayor of Tarn, said” and “Ms. Orlan, who runs the port, said”."""
    for place in range(comma - 1, max(0, comma - FAR), -1):
        if scene.kind(place) not in ASIDE:
            return None
        if scene.kind(place) != "comma" or scene.kind(place - 1) not in {"noun", "paren"}:
            continue
        after = scene.kind(place + 1)
        if after == "verb" and scene.chunks[place + 1].form == "finite":
            return None
        if after == "noun" and any(c.form == "finite" for c in scene.chunks[place + 1 : comma]):
            return None  # “The dam, she said, had held”
        found = (
            phrase_before(scene, place - 1)
            if scene.kind(place - 1) == "noun"
            else before_paren(scene, place - 1)
        )
        if found is None:
            continue
        if after in {"wh", "noun"} and not is_age(scene, place + 1):
            return outermost(scene, found[0]), comma
        return found
    return None


def is_age(scene: Scene, place: int) -> bool:
    """“Ms. Orlan, 69, said”."""
    chunk = scene.chunks[place]
    return scene.line.tags[chunk.first] == "CD" and chunk.last - chunk.first == 1


def outermost(scene: Scene, first: int) -> int:
    """Back over further appositions before the one found."""
    while scene.kind(first - 1) == "comma" and scene.kind(first - 2) == "noun":
        outer = phrase_before(scene, first - 2)
        if outer is None or any(c.kind == "verb" for c in scene.chunks[outer[0] : first]):
            break
        first = outer[0]
    return first


def before_dash(scene: Scene, dash: int) -> Stretch | None:
    """“The owners — and the council itself — said”."""
    for place in range(dash - 1, max(0, dash - FAR), -1):
        if scene.kind(place) == "colon" and scene.kind(place - 1) == "noun":
            return phrase_before(scene, place - 1)
        if scene.kind(place) in {"stop", "quote"}:
            return None
    return None


def before_paren(scene: Scene, place: int) -> Stretch | None:
    """“Sen. Orlan (Tarn) said”."""
    for at in range(place - 1, max(-1, place - 8), -1):
        if scene.kind(at) == "paren" and scene.kind(at - 1) == "noun":
            found = phrase_before(scene, at - 1)
            return (found[0], place + 1) if found else None
    return None


def phrase_after(
    scene: Scene, first: int, *, whole: bool = False, venues: frozenset[str] = frozenset()
) -> Stretch | None:
    """The noun phrase that begins with a chunk: “said Ms. Orlan, the mayor of Tarn.”

    With `whole` it is the end of a credit, and takes what is said of her: “, who runs the port”.
    """
    if scene.kind(first) != "noun":
        return None
    if scene.line.tags[scene.chunks[first].first] == "PRP":
        return first, first + 1
    chain = (lambda at: long_chain(scene, at, venues)) if whole else (lambda at: chain_after(scene, at))
    last = chain(first)
    while scene.kind(last) == "comma":
        if scene.kind(last + 1) == "wh" and scene.head(last + 1) in {"who", "which", "whose"} and whole:
            after = clause_after(scene, last + 1)
        elif scene.kind(last + 1) == "noun" and describes(scene, last + 1):
            after = chain(last + 1)
            if scene.kind(after) not in {"comma", "stop", "", "colon", "quote"}:
                break
        else:
            break
        last = after
    return first, last


def long_chain(scene: Scene, first: int, venues: frozenset[str]) -> int:
    """A noun phrase with every “of …”, “with …” and “who …” up to a comma, a day or a venue."""
    last = first + 1
    while True:
        kind = scene.kind(last)
        if kind in {"prep", "to"} and scene.kind(last + 1) == "noun" and scene.head(last) not in OPENERS:
            if scene.head(last) in {"in", "on", "at", "during", "to", "by"} and is_venue(scene, last + 1, venues):
                return last
            last += 2
        elif kind == "noun" and not alone(scene, last):
            last += 1
        elif kind == "and" and scene.kind(last + 1) == "noun" and scene.kind(last + 2) != "verb":
            last += 2
        elif kind == "wh" and scene.head(last) in {"who", "whose"}:
            return clause_after(scene, last)
        elif kind == "verb" and scene.chunks[last].form in {"participle", "gerund"}:
            last += 1
        elif kind == "paren" and scene.kind(last + 2) == "paren":
            last += 3
        else:
            return last


def is_venue(scene: Scene, place: int, venues: frozenset[str]) -> bool:
    chunk = scene.chunks[place]
    words = scene.line.lower[chunk.first : chunk.last]
    return chunk.head in venues or chunk.head.isdigit() or any(word in venues for word in words)


def clause_after(scene: Scene, first: int) -> int:
    last = first
    while scene.kind(last) not in {"comma", "stop", "", "quote", "colon"}:
        last += 1
    return last


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
    """The finite verb before, whose subject a later verb shares: “came and said”, “left, saying”.

    A verb inside a clause that another reports is passed over.
    """
    for place in range(verb - 1, max(-1, verb - FAR), -1):
        chunk = scene.chunks[place]
        if chunk.kind == "verb" and chunk.form == "finite" and not embedded(scene, place):
            return place
        if chunk.kind == "stop" or chunk.head == ";":
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
    return scene.kind(first - 1) == "prep" and scene.head(first - 1) in OPENERS


def owner(scene: Scene, verb: int) -> Stretch | None:
    """Whose verb it is: its subject, or that of the verb which it goes on from."""
    chunk: Chunk = scene.chunks[verb]
    if chunk.form == "finite":
        if found := subject(scene, verb):
            return found
        before = governor(scene, verb) if shares(scene, verb) else None
    else:
        if scene.kind(verb - 1) == "noun" and chunk.form != "infinitive":
            if scene.kind(verb - 2) == "prep" or not has_finite(scene, verb):
                return phrase_before(scene, verb - 1) or (verb - 1, verb)
        if not has_finite(scene, verb):
            return opened_by(scene, verb)
        before = governor(scene, verb)
    found = subject(scene, before) or chain_owner(scene, before) if before is not None else None
    return None if found and scene.words(*found) in POINTERS else found


def chain_owner(scene: Scene, verb: int) -> Stretch | None:
    before = governor(scene, verb)
    return subject(scene, before) if before is not None else None


def shares(scene: Scene, verb: int) -> bool:
    """True if a finite verb without a subject follows “and”, “but” or a comma."""
    place = verb - 1
    while scene.kind(place) == "adverb":
        place -= 1
    return scene.kind(place) in {"and", "comma", "time", "noun"}


def has_finite(scene: Scene, verb: int) -> bool:
    return any(c.kind == "verb" and c.form == "finite" for c in scene.chunks[:verb])


def opened_by(scene: Scene, verb: int) -> Stretch | None:
    """“Asked why, she …”: the subject that follows a clause which opens the sentence."""
    for place in range(verb + 1, min(len(scene.chunks), verb + FAR)):
        chunk = scene.chunks[place]
        if chunk.kind == "verb" and chunk.form == "finite":
            found = subject(scene, place)
            if found and scene.kind(found[0] - 1) in {"comma", "quote"}:
                return found
    return None
