"""Subjects: who stands before a verb, so far as the words alone leave no doubt."""

from crossread.stages.ties.scenes import Scene

HOPS = 3  # “the head of the office of the ministry in Tarn owns …”
ASIDE = 18  # words of an aside between commas
CLAUSE = 14  # words of a relative clause


def subject(scene: Scene, at: int, depth: int = 0) -> int | None:
    """The place of the party whose verb stands behind the place `at`."""
    if at < 0 or depth > HOPS:
        return None
    word = scene.word(at)
    if scene.slot(at):
        return head(scene, at)
    if word in scene.lexicon.sets["relative"]:
        return antecedent(scene, at)
    if word == ",":
        return before_aside(scene, at, depth)
    if word in scene.lexicon.sets["pairs"]:
        return shared(scene, at)
    return before_clause(scene, at)


def head(scene: Scene, at: int) -> int | None:
    """The first of the parties that prepositions join: “| the lawyer | of Dovar in Tarn owns”."""
    for _ in range(HOPS):
        back = at - 1
        while scene.within("articles", back):
            back -= 1
        if not scene.within("prepositions", back):
            return at
        if not scene.slot(back - 1):
            return None
        at = back - 1
    return None


def antecedent(scene: Scene, at: int) -> int | None:
    """Whom “who”, “which” or “that” means: the party right before it."""
    back = at - 1
    if scene.word(back) == ",":
        back -= 1
        if scene.word(back).isdigit() and scene.word(back - 1) == ",":
            back -= 2  # “Dovar, 47, who owns …”
    person = scene.word(at) == "who"
    for _ in range(HOPS):
        mention = scene.slot(back)
        if mention is None:
            return None
        if scene.word(at) == "that" or (mention.type in {"person", "group"}) == person:
            return back
        if not scene.within("prepositions", back - 1):
            return None
        back -= 2
    return None


def before_aside(scene: Scene, at: int, depth: int) -> int | None:
    """“Dovar, a lawyer from Tarn, | owns”; “which, according to the channel, | belongs to”."""
    for back in range(at - 1, max(-1, at - ASIDE), -1):
        if scene.word(back) == ",":
            opens = scene.word(back + 1)
            first = scene.party(back + 1)
            own = scene.party(back - 1)
            same = first is not None and own is not None and first.entity == own.entity
            aside = opens in ASIDES or opens.isdigit() or same or unknown(scene, back + 1)
            return subject(scene, back - 1, depth + 1) if aside else None
        if scene.word(back) in {";", ":"}:
            return None
    return None


ASIDES = frozenset({"who", "which", "whose", "a", "an", "the", "now", "according", "formerly"})


def unknown(scene: Scene, at: int) -> bool:
    """“a lawyer from Tarn”: a description of nobody else."""
    mention = scene.slot(at)
    return mention is not None and mention.form == "nominal" and mention.entity is None


def shared(scene: Scene, at: int) -> int | None:
    """“Dovar founded the party and | leads the council”: who did the first did the second."""
    for back in range(at - 1, -1, -1):
        if scene.word(back) in {";", ":"}:
            return None
        word = scene.word(back + 1)
        lexicon = scene.lexicon
        acts = lexicon.is_verb(word) or lexicon.is_adverb(word) or word in lexicon.verbs
        if acts and scene.word(back) in scene.lexicon.sets["relative"]:
            return antecedent(scene, back)
        if acts and scene.slot(back):
            return None if scene.within("prepositions", back - 1) else back
    return None


def before_clause(scene: Scene, at: int) -> int | None:
    """“the company that rebuilt the dam | belongs to”: one verb, and no comma, in between."""
    verbs = 0
    for back in range(at, max(0, at - CLAUSE), -1):
        word = scene.word(back)
        if word in scene.lexicon.sets["relative"]:
            begins = back == 1 or scene.word(back - 2) in {",", "that", "said"}
            return back - 1 if not verbs and begins and scene.slot(back - 1) else None
        if word in {",", ";", ":"} or scene.within("pairs", back):
            return None
        noun = scene.within("articles", back - 1)  # “the | left | side”
        own = scene.within("relative", back - 1) or scene.within("auxiliaries", back - 1)
        verbs += bool(word) and not noun and not own and scene.lexicon.is_verb(word)
    return None


def together(scene: Scene, at: int, many: bool) -> list[int]:
    """“Dovar and Sold own …”: all of them, if the verb may have several subjects."""
    found, back = [at], at
    while scene.word(back - 1) in {"and", ","} and scene.slot(back - 2):
        back -= 2
        found.append(back)
    if len(found) == 1 or not many or scene.word(at - 1) != "and":
        return [at] if scene.word(at - 1) != "nor" else []
    return [] if scene.within("prepositions", back - 1) else found


def supposed(scene: Scene, at: int) -> bool:
    """“if Dovar owned the channel”, “whether Dovar owns it”."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if scene.word(back) in {",", ";"}:
            return False
        if scene.within("conditions", back) or scene.within("unreal", back):
            return True
    return False
