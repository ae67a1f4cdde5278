"""Phrases: a noun phrase with what hangs on it, found from its end or from its beginning."""

from crossread.stages.attributions.drafts import Scene, Stretch

FAR = 40  # chunks that a search looks back
DESCRIBING = frozenset({"participle", "gerund"})
ASIDE = frozenset(
    ("noun", "prep", "to", "and", "adjective", "time", "paren", "quote", "verb", "wh", "that")
) | {"adverb", "comma"}
CLAUSE_STARTS = frozenset({"comma", "that", "wh", "colon", "quote", "stop", "adverb"})
BREAKS = frozenset({"comma", "stop", "", "quote", "colon"})


def phrase_before(scene: Scene, last: int, *, asides: bool = True) -> Stretch | None:
    """The noun phrase that ends with a chunk; None if a preposition governs it."""
    first = last
    while first > 0:
        before = scene.kind(first - 1)
        step: int | None
        if before in {"prep", "to"}:
            if scene.head(first - 1) in scene.grammar.openers:
                break
            step = across_preposition(scene, first)
            if step is None:
                return across_aside(scene, first, last) if asides else None
        else:
            step = step_back(scene, first, before)
        if step is None:
            break
        listed = before == "and" and scene.head(first - 3) != "of"
        first = step
        if listed:
            break
    return first, last + 1


def step_back(scene: Scene, first: int, before: str) -> int | None:
    """Where the phrase begins if the chunk before belongs to it too."""
    if before == "verb":
        return described(scene, first - 1)
    if before == "and":
        inside = scene.kind(first - 2) == "noun" == scene.kind(first - 4)
        if inside and scene.head(first - 3) == "of":
            return first - 2  # “the minister of water and roads”
        return list_before(scene, first - 1)
    named = before == "quote" and scene.kind(first - 2) == "noun"
    if before == "noun" or (named and not scene.closes(first - 1)):
        return None if alone(scene, first) else first - 1
    return None


def across_preposition(scene: Scene, first: int) -> int | None:
    """Back over “of …” or “led by …” to the noun that it hangs on; None if there is none."""
    if scene.kind(first - 2) == "verb":
        return described(scene, first - 2)
    if scene.head(first - 1) not in scene.grammar.links:
        return None
    if scene.head(first - 1) == "to" and scene.head(first - 2) == "close":
        return first - 3 if scene.kind(first - 3) == "noun" else None  # “sources close to”
    if scene.kind(first - 2) not in {"noun", "quote"} or governed(scene, first - 2):
        return None
    return first - 2


def across_aside(scene: Scene, first: int, last: int) -> Stretch | None:
    """“The report of the fund, Tarnaid, on grants said”."""
    if scene.kind(first - 2) != "comma":
        return None
    outer = before_comma(scene, first - 2)
    return (outer[0], last + 1) if outer else None


def described(scene: Scene, verb: int) -> int | None:
    """The noun that a verb describes: “the woman who ran the port”, “a panel led by …”."""
    if scene.chunks[verb].form in DESCRIBING and scene.kind(verb - 1) == "noun":
        return verb - 1
    if scene.finite(verb) and scene.kind(verb - 1) in {"wh", "that"}:
        return verb - 2 if scene.kind(verb - 2) == "noun" else None
    return None


def governed(scene: Scene, noun: int) -> bool:
    """True if the noun phrase hangs on a preposition that opens the clause: “In Tarn …”."""
    while scene.kind(noun - 1) in {"prep", "to"}:
        if scene.head(noun - 1) in scene.grammar.openers:
            return False
        if scene.kind(noun - 2) != "noun":
            return True
        noun -= 2
    return False


def alone(scene: Scene, place: int) -> bool:
    """True if a noun chunk after another begins a phrase of its own: “… reporters he said”."""
    return scene.tag(place) in {"PRP", "DT", "PRP$", "EX"}


def list_before(scene: Scene, conjunction: int) -> int | None:
    """Where “Ms. Orlan, Mr. Tove and” begins, if that begins its clause; else None."""
    place = conjunction - 1 - (scene.kind(conjunction - 1) == "comma")
    while True:
        if scene.kind(place) == "paren":
            place = paren_before(scene, place) - 1
        if scene.kind(place) != "noun":
            return None
        while scene.kind(place - 1) in {"prep", "to"} and scene.kind(place - 2) == "noun":
            place -= 2
        if scene.kind(place - 1) != "comma":
            return place if begins_clause(scene, place) else None
        place -= 2


def begins_clause(scene: Scene, place: int) -> bool:
    if scene.kind(place - 1) == "prep":
        return scene.head(place - 1) in scene.grammar.openers
    return place == 0 or scene.kind(place - 1) in CLAUSE_STARTS


def paren_before(scene: Scene, place: int) -> int:
    """The opening of a parenthesis that closes here."""
    earlier = range(place - 1, max(-1, place - 6), -1)
    return next((i for i in earlier if scene.kind(i) == "paren"), 0)


def before_comma(scene: Scene, comma: int) -> Stretch | None:
    """“Ms. Orlan, the mayor of Tarn, said” and “Ms. Orlan, who runs the port, said”."""
    for place in range(comma - 1, max(0, comma - FAR), -1):
        if scene.kind(place) not in ASIDE:
            return None
        if scene.kind(place) != "comma" or scene.kind(place - 1) not in {"noun", "paren"}:
            continue
        if scene.finite(place + 1) or holds_clause(scene, place + 1, comma):
            return None
        found = phrase_or_paren(scene, place - 1)
        if found is None:
            continue
        names = scene.kind(place + 1) in {"wh", "noun"} or scene.head(place + 1) == "include"
        names = names or (scene.kind(place + 1) == "prep" and scene.kind(place + 2) == "wh")
        if names and not is_age(scene, place + 1):
            return outermost(scene, found[0]), comma
        return found
    return None


def holds_clause(scene: Scene, first: int, last: int) -> bool:
    """“The dam, she said, had held”: what stands between the commas is no description."""
    if scene.kind(first) != "noun":
        return False
    for place in range(first, last):
        if scene.kind(place) in {"wh", "that"}:
            return False  # “Ms. Orlan, a mason who built the dam, said”
        if scene.finite(place):
            return True
    return False


def phrase_or_paren(scene: Scene, last: int) -> Stretch | None:
    if scene.kind(last) == "noun":
        return phrase_before(scene, last, asides=False)
    return before_paren(scene, last)


def before_paren(scene: Scene, place: int) -> Stretch | None:
    """“Sen. Orlan (Tarn) said”."""
    opening = paren_before(scene, place)
    if scene.kind(opening) != "paren" or scene.kind(opening - 1) != "noun":
        return None
    found = phrase_before(scene, opening - 1, asides=False)
    return (found[0], place + 1) if found else None


def before_dash(scene: Scene, dash: int) -> Stretch | None:
    """“The owners — and the council itself — said”."""
    for place in range(dash - 1, max(0, dash - FAR), -1):
        if scene.kind(place) == "colon" and scene.kind(place - 1) == "noun":
            return phrase_before(scene, place - 1, asides=False)
        if scene.kind(place) in {"stop", "quote"}:
            return None
    return None


def is_age(scene: Scene, place: int) -> bool:
    """“Ms. Orlan, 69, said”."""
    chunk = scene.chunks[place]
    return scene.tag(place) == "CD" and chunk.last - chunk.first == 1


def outermost(scene: Scene, first: int) -> int:
    """Back over further appositions before the one found."""
    while scene.kind(first - 1) == "comma" and scene.kind(first - 2) == "noun":
        outer = phrase_before(scene, first - 2, asides=False)
        if scene.tag(first - 2) == "CD" and not is_age(scene, first - 2):
            break  # “since 28 February, Ms. Orlan, the mayor, said”
        if outer is None or any(scene.kind(i) == "verb" for i in range(outer[0], first)):
            break
        first = outer[0]
    return first


def phrase_after(scene: Scene, first: int) -> Stretch | None:
    """The noun phrase that begins with a chunk: “by Ms. Orlan, the mayor of Tarn, in …”."""
    if scene.kind(first) != "noun":
        return None
    if scene.tag(first) == "PRP":
        return first, first + 1
    last = chain_after(scene, first)
    while scene.kind(last) == "comma" and may_describe(scene, last + 1):
        after = chain_after(scene, last + 1)
        if scene.kind(after) not in BREAKS:
            break
        last = after
    return first, last


def chain_after(scene: Scene, first: int) -> int:
    """The end of a noun phrase with every “of …” and “and …”."""
    last = first + 1
    while True:
        follows = scene.kind(last + 1) == "noun"
        if scene.head(last) in {"of", "for", "from"} and follows:
            last += 2
        elif scene.kind(last) == "noun" and not alone(scene, last):
            last += 1
        elif scene.kind(last) == "and" and follows and scene.kind(last + 2) != "verb":
            last += 2
        else:
            return last


def may_describe(scene: Scene, place: int) -> bool:
    """True if a noun phrase after a comma can be an apposition, not a new clause."""
    return scene.kind(place) == "noun" and scene.tag(place) not in {"PRP", "EX"}
