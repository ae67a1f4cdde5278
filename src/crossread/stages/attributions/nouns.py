"""Rules for nouns that report, and for headlines."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossread.model.span import Span
from crossread.stages.attributions.clauses import clause, complement
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import is_venue, owner

BEFORE_COLON = frozenset({"noun", "prep", "comma", "and", "adverb"})
NOTICES = frozenset({("take", "note")})  # one who takes note says nothing
LONGEST = 6  # chunks of a headline's source


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose claim it is, how that is known, and the item where the cue begins."""

    source: Span | None
    how: str
    cue: int


def nouns(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """the minister’s claim that the dam had held · allegations that the vote was bought"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind != "noun" or chunk.head not in cues.nouns or scene.head(place - 1) == "in":
            continue  # “said in a statement that …”: a venue
        if (scene.head(place - 1), chunk.head) in NOTICES:
            continue
        pattern, begin = pattern_of(scene, past_givers(scene, place + 1))
        if not pattern or begin >= len(scene.chunks):
            continue
        if pattern in {"pp:on", "pp:in", "pp:at"} and is_venue(scene, begin, cues.venues):
            continue
        opens = not any(scene.finite(i) for i in range(place))
        content = complement(scene, begin)
        if pattern in {"that", "to"}:
            content = clause(scene, begin, cues.saying, within=opens)
        whose = whose_noun(scene, place)
        determiner = scene.line.lower[chunk.first] if scene.tag(place) == "DT" else ""
        yield Draft(
            rule="nouns",
            content=[scene.span(*content)],
            cue=scene.line.over(whose.cue, chunk.last),
            source=whose.source,
            lemma=chunk.head,
            pattern=f"noun {pattern}",
            features=[f"owner={whose.how}", f"det={determiner}"],
            sure=pattern == "that" and scene.head(place - 2) == "there",
        )


def past_givers(scene: Scene, place: int) -> int:
    """Past what may stand between a noun and its “that”: “allegations among the owners that …”."""
    while (
        scene.head(place) in scene.grammar.within
        and scene.kind(place + 1) == "noun"
        and scene.kind(place + 2) == "that"
    ):
        place += 2
    return place


def pattern_of(scene: Scene, after: int) -> tuple[str, int]:
    kind = scene.kind(after)
    if kind == "that":
        return "that", after + 1
    if kind == "verb" and scene.chunks[after].form == "infinitive":
        return "to", after
    about = kind in {"prep", "to"} and scene.head(after) not in {"by", "from"}
    if about and scene.kind(after + 1) in {"noun", "quote", "verb", "wh"}:
        return "pp:" + scene.head(after), after + 1
    return "", 0


def whose_noun(scene: Scene, place: int) -> Whose:
    """“the minister’s claim”, “claims among the owners”, “the minister made the claim”."""
    chunk, line = scene.chunks[place], scene.line
    for item in range(chunk.last - 1, chunk.first - 1, -1):
        if line.tags[item] == "POS" and item > chunk.first:
            return Whose(line.over(chunk.first, item), "possessive", item + 1)
        if line.tags[item] == "PRP$":
            return Whose(line.over(item, item + 1), "possessive", item + 1)
    if scene.head(place + 1) in scene.grammar.givers and scene.kind(place + 3) == "that":
        return Whose(scene.span(place + 2, place + 3), "among", chunk.first)
    found = owner(scene, place - 1) if scene.kind(place - 1) == "verb" else None
    if found and scene.words(found) != ["there"]:
        verb = scene.head(place - 1)
        how = "support" if verb in scene.grammar.support else f"verb:{verb}"
        return Whose(scene.span(*found), how, scene.chunks[place - 1].first)
    return Whose(None, "bare", chunk.first)


def headlines(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """Mayor: The dam will hold"""
    colon = next((i for i, c in enumerate(scene.chunks[: LONGEST + 1]) if c.head == ":"), 0)
    last = scene.back(len(scene.chunks) - 1, "stop")
    if not scene.title or not 0 < colon < last or scene.head(colon - 1) in scene.grammar.labels:
        return
    if any(scene.kind(i) not in BEFORE_COLON for i in range(colon)):
        return
    known = scene.head(colon - 1) if scene.head(colon - 1) in cues.nouns else ""
    yield Draft(
        rule="headlines",
        content=[scene.span(colon + 1, last + 1)],
        cue=scene.span(colon, colon + 1),
        source=scene.span(0, colon),
        lemma=":",
        pattern="headline",
        features=[f"length={colon}", f"named={scene.tag(0) == 'NNP'}", f"head={known}"],
    )
