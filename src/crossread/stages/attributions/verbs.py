"""Rules for verbs that report: who did the saying, and what follows the verb."""

from collections.abc import Iterator

from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.clauses import clause, complement, sentence_ends, trim
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import Stretch, has_finite, owner, phrase_after
from crossread.stages.attributions.venues import without_venue

CLAUSES = frozenset({"that", "clause", "wh", "to"})
CHAIN = frozenset(
    "go continue refuse decline fail begin start try seek appear seem proceed come use".split()
)
COPULAS = frozenset({"be", "remain", "feel", "sound", "become", "seem"})
PARTICLES = frozenset({"out", "up", "down", "off", "back", "away"})
# What a passive verb may report without its subject: “was told that …”.
PASSIVE = frozenset({"that", "wh", "quote", "clause"})
SUPPORT = frozenset(
    "make have express issue give release repeat reject dismiss raise draw voice deny offer pose".split()
)
DATES = frozenset(
    {
        "on",
        "in",
        "at",
        "during",
        "after",
        "before",
        "for",
        "from",
        "via",
        "through",
        "by",
        "to",
        "with",
        "as",
        "of",
        "about",
    }
)


def complements(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """“The minister said (that) the dam had held” · “She promised to resign”."""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind == "verb":
            if chained(scene, place):
                continue
            draft = complement_of(scene, place, cues)
            if draft is not None:
                yield draft


def chained(scene: Scene, place: int) -> bool:
    """True for “refused” in “refused to say”: the cue is the whole."""
    chunk, after = scene.chunks[place], place + 1
    if scene.head(after) == "on":
        after += 1
    return (
        scene.kind(after) == "verb"
        and scene.chunks[after].form == "infinitive"
        and chunk.head in CHAIN
        and after + 1 < len(scene.chunks)
    )


def complement_of(scene: Scene, place: int, cues: Cues) -> Draft | None:
    chunk = scene.chunks[place]
    start, negated = head_of_chain(scene, place)
    after = place + 1
    while (
        scene.kind(after) == "adverb" and scene.chunks[after].last - scene.chunks[after].first == 1
    ):
        after += 1
    adjective = ""
    if chunk.head in COPULAS and scene.kind(after) == "adjective":
        adjective, after = scene.head(after), after + 1
    pattern, begin = pattern_after(scene, chunk, after, cues)
    if chunk.head == "be" and not adjective:
        return None
    if not pattern or (
        chunk.passive and chunk.head not in cues.feelings and pattern not in PASSIVE
    ):
        return None
    if chunk.head in SUPPORT and scene.head(after) in cues.nouns and pattern.startswith("np"):
        return None  # “made the claim that …”, “expressed confidence in …”: the noun is the cue
    relative = scene.kind(place - 1) in {"wh", "that"} or (chunk.form != "finite" and not has_finite(scene, place))
    content = extent(scene, pattern, begin, cues, within=relative)
    if content is None:
        return None
    if pattern in CLAUSES:
        content = content[0], trim(scene, content[0], without_venue(scene, *content, cues.venues))
    source = source_of(scene, start, chunk, cues)
    if source and source[1] > start:
        source = None
    if source is None and chunk.form == "participle" and not chunk.passive:
        return None
    if source and scene.words(*source) in (["it"], ["there"]):
        if chunk.head == "be":
            return None  # the writer's own: “it is clear that”
        source = None if scene.words(*source) == ["there"] else source
    first_cue = scene.chunks[start].first
    cue_stop = scene.chunks[after - 1 if adjective else place].last
    if pattern.startswith("pp:"):
        cue_stop = scene.chunks[begin - 1].last if begin - 1 == place + 1 else cue_stop
    elif scene.kind(place + 1) in {"adverb", "prep"} and scene.head(place + 1) in PARTICLES:
        cue_stop = scene.chunks[place + 1].last
    elif scene.head(begin - 2) == "fact" and scene.head(place + 1) == "attention":
        cue_stop = scene.chunks[begin - 2].last
    return Draft(
        rule="complements",
        content=[scene.span(*content)],
        cue=scene.line.over(first_cue, cue_stop),
        source=scene.span(*source) if source else None,
        lemma=adjective or chunk.head,
        pattern="adj " + pattern if adjective else pattern,
        negated=negated or chunk.negated,
        features=features(scene, chunk, start, source, content, pattern),
        sure=False,
        open=scene.kind(content[1] - 1) == "quote",
    )


def head_of_chain(scene: Scene, place: int) -> tuple[int, bool]:
    """The first chunk of a chain of verbs, and whether it refuses: “declined to say”."""
    start, negated = place, False
    while scene.chunks[start].form == "infinitive" and start > 0:
        before = start - 2 if scene.head(start - 1) == "on" else start - 1
        if scene.kind(before) != "verb" or scene.chunks[before].head not in CHAIN:
            break
        start = before
        negated = (
            negated
            or scene.chunks[start].negated
            or scene.chunks[start].head in {"refuse", "decline", "fail"}
        )
    return start, negated


def pattern_after(scene: Scene, chunk: Chunk, after: int, cues: Cues) -> tuple[str, int]:
    """What follows a verb group, and the chunk where the reported words begin."""
    kind = scene.kind(after)
    passive = chunk.passive or chunk.form == "participle"
    if found := direct_pattern(scene, after):
        return found
    skipped = skip_aside(scene, after)
    if skipped != after and (found := direct_pattern(scene, skipped)):
        return found
    if kind == "noun" or kind == "quote":
        return noun_pattern(scene, after, passive=passive)
    if kind in {"prep", "to"} and scene.kind(after + 1) in {
        "noun",
        "quote",
        "verb",
        "wh",
        "that",
        "adjective",
    }:
        if scene.head(after) == "by" and passive:
            return "", 0
        return "pp:" + scene.head(after), after + 1
    if kind == "verb" and scene.chunks[after].form == "gerund":
        return "ing", after
    if kind == "adjective":
        return "adj", after
    return "", 0


def direct_pattern(scene: Scene, at: int) -> tuple[str, int] | None:
    kind = scene.kind(at)
    if kind == "that" and scene.kind(at + 1) not in {"stop", "comma", "", "prep"}:
        return "that", at + 1
    if kind == "that" and scene.kind(at + 1) in {"prep", "comma"}:
        return "that", at + 1 + (scene.kind(at + 1) == "comma")
    if kind == "wh":
        return "wh", at
    if kind in {"comma", "colon"} and scene.kind(at + 1) == "quote":
        return "quote", at + 1
    if kind == "comma" and scene.kind(at + 1) == "that":
        return "that", at + 2
    if kind == "quote" and scene.kind(at + 1) in {"stop", "", "comma", "and", "prep", "time"}:
        return "quote", at
    if kind == "colon" and scene.head(at) == ":" and at + 1 < len(scene.chunks):
        return "colon", at + 1
    if kind == "verb" and scene.chunks[at].form == "infinitive":
        return "to", at
    if (kind == "noun" or (kind == "quote" and not closes(scene, at))) and finite_after(scene, at):
        return "clause", at
    return None


def closes(scene: Scene, place: int) -> bool:
    """True if a quotation ends as a sentence does: a comma or a stop before the mark."""
    inner = scene.quote(place).inner
    return scene.line.text[inner.start : inner.stop].rstrip()[-1:] in tuple(",.!?…—-")


def finite_after(scene: Scene, at: int) -> int:
    """The finite verb of a clause that begins here with its subject; 0 if there is none."""
    for place in range(at + 1, min(at + 9, len(scene.chunks))):
        chunk = scene.chunks[place]
        if chunk.kind == "verb":
            if chunk.form == "finite":
                return place
            return 0
        if chunk.kind not in {
            "noun",
            "prep",
            "adverb",
            "and",
            "to",
            "quote",
            "possessive",
            "time",
            "adjective",
        }:
            return 0
    return 0


def skip_aside(scene: Scene, at: int) -> int:
    """Past an addressee, a day and a place: “told reporters in Tarn on Monday that …”."""
    place = at
    if scene.kind(place) == "noun":
        place += 1
    for _ in range(6):
        if scene.kind(place) in {"time", "adverb"}:
            place += 1
        elif (
            scene.kind(place) in {"prep", "to"}
            and scene.head(place) in DATES
            and scene.kind(place + 1) in {"noun", "time"}
        ):
            place += 2
        elif scene.kind(place) == "comma" and scene.kind(place + 1) in {"time", "prep", "adverb"}:
            place += 1
        elif scene.kind(place) == "comma" and scene.kind(place + 1) == "that":
            place += 1
        else:
            break
    return place


def noun_pattern(scene: Scene, after: int, *, passive: bool) -> tuple[str, int]:
    for place in range(after + 1, min(after + 7, len(scene.chunks))):
        kind = scene.kind(place)
        if kind == "prep" and scene.head(place) == "as":
            return ("np-as", after)
        if kind not in {"noun", "prep", "quote", "possessive"}:
            break
    nxt = scene.kind(after + 1)
    if nxt in {"adjective", "quote"} or (nxt == "noun" and scene.head(after + 1) not in {"it"}):
        return "np-np", after
    if nxt == "prep" or nxt == "to":
        return "np-pp:" + scene.head(after + 1), after
    return ("np-passive" if passive else "np"), after


def extent(scene: Scene, pattern: str, begin: int, cues: Cues, *, within: bool) -> Stretch | None:
    if begin >= len(scene.chunks):
        return None
    if pattern in {"that", "wh", "clause", "to", "colon"}:
        return clause(scene, begin, cues.saying, within=within)
    if pattern == "quote":
        return quoted(scene, begin, cues)
    return complement(scene, begin, cues.saying)


def quoted(scene: Scene, begin: int, cues: Cues) -> Stretch:
    """A quotation, and with it what the sentence joins to it: “…” and that “…”."""
    if scene.kind(begin + 1) in {"stop", "", "comma"} or sentence_ends(scene, begin):
        return begin, begin + 1
    return clause(scene, begin, cues.saying)


def source_of(scene: Scene, start: int, chunk: Chunk, cues: Cues) -> Stretch | None:
    head = scene.chunks[start]
    if head.passive and chunk.head not in cues.feelings:
        for place in range(start + 1, min(start + 6, len(scene.chunks))):
            if scene.head(place) == "by" and scene.kind(place + 1) == "noun":
                return phrase_after(scene, place + 1)
        return None
    return owner(scene, start)


def features(
    scene: Scene, chunk: Chunk, start: int, source: Stretch | None, content: Stretch, pattern: str
) -> list[str]:
    head = scene.chunks[start]
    found = [f"form={chunk.form}", f"passive={chunk.passive}", f"modal={head.modal}"]
    if head.negated:
        found.append("negated")
    if head is not chunk:
        found.append(f"chain={head.head}")
    found.append(f"tense={'past' if head.past else head.form}")
    found.append(f"begins={scene.kind(content[0])}")
    size = scene.chunks[content[1] - 1].last - scene.chunks[content[0]].first
    found.append(f"size={min(size, 3) if size < 4 else 'short' if size < 8 else 'long'}")
    if scene.title:
        found.append("title")
    found.append("before=" + scene.kind(start - 1))
    if any(scene.kind(i) == "quote" for i in range(*content)):
        found.append("quoted")
    return found
