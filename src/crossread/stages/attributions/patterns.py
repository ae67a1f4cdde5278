"""Patterns: what follows a verb that may report, and where the reported words begin."""

from crossread.stages.attributions.clauses import AHEAD, clause, complement, sentence_ends
from crossread.stages.attributions.drafts import Scene, Stretch

Pattern = tuple[str, int]  # its name, and the chunk where the reported words begin

# What may stand in the subject of a clause without “that”: “said the gates of the dam held”.
IN_SUBJECT = frozenset(
    ["noun", "prep", "adverb", "and", "to", "quote", "possessive", "time", "adjective"]
)
AFTER_QUOTE = frozenset({"stop", "", "comma", "and", "prep", "time"})
OBJECTS = frozenset({"noun", "quote", "verb", "wh", "that", "adjective"})
CLAUSES = frozenset({"that", "wh", "clause", "to", "colon"})


def pattern_after(scene: Scene, after: int, *, passive: bool) -> Pattern | None:
    """What follows a verb group; `after` is the chunk after it and its adverbs."""
    found = clause_pattern(scene, after)
    if found is None and (skipped := past_asides(scene, after)) != after:
        found = clause_pattern(scene, skipped)
    if found:
        return found
    kind = scene.kind(after)
    if kind in {"noun", "quote"}:
        return noun_pattern(scene, after, passive=passive), after
    if kind in {"prep", "to"} and scene.kind(after + 1) in OBJECTS:
        if scene.head(after) == "by" and passive:
            return None
        return "pp:" + scene.head(after), after + 1
    if kind == "verb" and scene.chunks[after].form == "gerund":
        return "ing", after
    return ("adj", after) if kind == "adjective" else None


def clause_pattern(scene: Scene, at: int) -> Pattern | None:
    """that: “… that” · wh: “… why” · quote: “…, “” · to: “… to leave” · clause: “… he left”"""
    kind, after = scene.kind(at), scene.kind(at + 1)
    found: Pattern | None = None
    if kind == "that" and after not in {"stop", ""}:
        found = "that", at + 1 + (after == "comma")
    elif kind == "wh":
        found = "wh", at
    elif kind in {"comma", "colon"} and after == "quote":
        found = "quote", at + 1
    elif kind == "comma" and after == "that":
        found = "that", at + 2
    elif kind == "quote" and (after in AFTER_QUOTE or sentence_ends(scene, at)):
        found = "quote", at
    elif scene.head(at) == ":" and after:
        found = "colon", at + 1
    return found or plain_clause(scene, at)


def plain_clause(scene: Scene, at: int) -> Pattern | None:
    """A clause that no word opens: “… to leave”, “… he left”."""
    if scene.kind(at) == "verb" and scene.chunks[at].form == "infinitive":
        return "to", at
    opens = scene.kind(at) == "noun" or (scene.kind(at) == "quote" and not scene.closes(at))
    return ("clause", at) if opens and clause_begins(scene, at) else None


def clause_begins(scene: Scene, at: int) -> bool:
    """True if a noun here is the subject of a finite verb not far on."""
    for place in range(at + 1, min(at + AHEAD, len(scene.chunks))):
        if scene.kind(place) == "verb":
            return scene.finite(place)
        if scene.kind(place) not in IN_SUBJECT:
            return False
    return False


def past_asides(scene: Scene, at: int) -> int:
    """Past an addressee, a day and a place: “told reporters in Tarn on Monday that …”."""
    place = at + (scene.kind(at) == "noun")
    for _ in range(6):
        kind, after = scene.kind(place), scene.kind(place + 1)
        named = scene.head(place) in scene.grammar.asides
        written = scene.head(place + 1) in scene.grammar.manner  # “in writing”
        if kind in {"time", "adverb"}:
            place += 1
        elif kind in {"prep", "to"} and named and (after in {"noun", "time"} or written):
            place += 2
        elif kind == "comma" and after in {"time", "prep", "adverb", "that"}:
            place += 1
        else:
            break
    return place


def noun_pattern(scene: Scene, at: int, *, passive: bool) -> str:
    """np: “denied it” · np-as: “described it as” · np-np: “called it a gift” · np-pp:of …"""
    for place in range(at + 1, min(at + 7, len(scene.chunks))):
        if scene.kind(place) == "prep" and scene.head(place) == "as":
            return "np-as"
        if scene.kind(place) not in {"noun", "prep", "quote", "possessive"}:
            break
    after = scene.kind(at + 1)
    if after in {"adjective", "quote"} or (after == "noun" and scene.head(at + 1) != "it"):
        return "np-np"
    if after in {"prep", "to"}:
        return "np-pp:" + scene.head(at + 1)
    return "np-passive" if passive else "np"


def extent(
    scene: Scene, pattern: Pattern, saying: frozenset[str], *, within: bool
) -> Stretch | None:
    """The reported words of a pattern."""
    name, begin = pattern
    if begin >= len(scene.chunks):
        return None
    if name in CLAUSES:
        return clause(scene, begin, saying, within=within)
    if name != "quote":
        return complement(scene, begin)
    if scene.kind(begin + 1) in {"stop", "", "comma"} or sentence_ends(scene, begin):
        return begin, begin + 1
    return clause(scene, begin, saying)  # “…” and that “…”
