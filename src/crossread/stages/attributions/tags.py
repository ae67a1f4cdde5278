"""The rule for a credit set into, or after, words without quotation marks."""

from collections.abc import Iterator

from crossread.stages.attributions.clauses import clause, resumes
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.sources import credited_to, subject

Tag = tuple[Stretch, int, int]  # source, the chunk that ends the words before, the chunk after

GOES_ON = frozenset({"that", "wh", "noun", "quote", "verb", "adjective", "colon"})


def tags(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The dam had held, the mayor said · The dam, said the mayor, had held"""
    for verb, chunk in enumerate(scene.chunks):
        if chunk.head not in cues.saying or chunk.passive or not scene.finite(verb):
            continue
        found = tag_before(scene, verb, cues) or tag_around(scene, verb)
        if found is not None and (draft := tagged(scene, verb, found, cues)):
            yield draft


def tag_before(scene: Scene, verb: int, cues: Cues) -> Tag | None:
    """“…, said the mayor”"""
    if scene.kind(verb - 1) != "comma" or scene.head(verb) in scene.grammar.addressing:
        return None  # “Ms. Orlan, the mayor, told reporters”
    source = credited_to(scene, verb + 1, cues.venues)
    if source is None or scene.kind(source[1]) in {"verb", "that", "wh", "noun"}:
        return None
    return source, verb - 1, source[1]


def tag_around(scene: Scene, verb: int) -> Tag | None:
    """“…, the mayor said”"""
    source = subject(scene, verb)
    if source is None or scene.kind(source[0] - 1) not in {"comma", "colon"}:
        return None
    after = scene.kind(verb + 1)
    told = after == "noun" and scene.head(verb) in scene.grammar.addressing
    if scene.kind(source[0]) == "wh" or (after in GOES_ON and not told):
        return None
    if after == "comma" and scene.kind(verb + 2) == "quote":
        return None
    return source, source[0] - 1, verb + 1


def tagged(scene: Scene, verb: int, found: Tag, cues: Cues) -> Draft | None:
    source, begin, after = found
    first = scene.start(begin)
    if begin < 1 or scene.kind(begin - 1) == "quote" or not has_clause(scene, first, begin, after):
        return None
    if scene.head(first) in scene.grammar.first_words or scene.kind(first) == "verb":
        return None
    content = [scene.span(first, begin)]
    stop = next(
        (i for i in range(after, len(scene.chunks)) if scene.kind(i) in {"comma", "stop"}),
        len(scene.chunks),
    )
    goes_on = scene.kind(stop) == "comma" and stop + 1 < len(scene.chunks)
    stands = has_clause(scene, first, begin, begin)
    if goes_on and not (stands and resumes(scene, stop, cues.saying)):
        content.append(scene.span(*clause(scene, stop + 1, cues.saying)))
    return Draft(
        rule="tags",
        content=content,
        cue=scene.span(verb, verb + 1),
        source=scene.span(*source),
        lemma=scene.head(verb),
        pattern="tag",
        features=[f"pieces={len(content)}"],
    )


def has_clause(scene: Scene, first: int, begin: int, after: int) -> bool:
    """True if what is reported has a verb: before the credit, or after its second comma."""
    if any(scene.finite(i) or scene.kind(i) == "quote" for i in range(first, begin)):
        return True
    goes_on = range(after, len(scene.chunks))
    return scene.kind(after) == "comma" and any(scene.finite(i) for i in goes_on)
