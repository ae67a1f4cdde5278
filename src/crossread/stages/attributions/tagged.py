"""Tagged: who is reported to have said what, found by the tagger and joined by its links.

What follows the finding, the kind of saying, is the same as for the rules.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from crossread.languages.language import ENGLISH, Language, language
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.attributions.chances import chance
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.finish import Finish
from crossread.stages.attributions.links import Linked, linked
from crossread.stages.attributions.pieces import pieces
from crossread.stages.attributions.sayings import sayings
from crossread.stages.attributions.scenes import paragraphs
from crossread.stages.attributions.within import within
from crossread.weights.tagger import Tagger, Tier, tagger
from crossread.weights.words import Words, words

TAUGHT = frozenset({ENGLISH})  # the languages that the network has learned
DOUBTFUL = 0.3  # a report inside another that is less likely than this is left out
DEPTH = 2  # how often what was said is looked into for further reports


class TaggedAttributions:
    """Source, cue and content of every report in the story, found by the tagger of a tier.

    A report inside a report is found by a second look at what was said. Each has the
    probability that it is right; one less likely than the tier's least is left out.
    """

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences", "quotations")
    gives: ClassVar[str] = "attributions"

    def __init__(self, tier: Tier = "accurate") -> None:
        self.tier: Tier = tier

    def __call__(self, reading: Reading) -> tuple[Attribution, ...]:
        spoken = language(reading.article.language)
        if spoken not in TAUGHT:
            return ()
        find = Finder(tagger(self.tier), spoken)
        found = find(reading, find.model.least)
        found = last = [
            one for one in found if not (is_writer(one, reading) or is_label(one, reading.text))
        ]
        for _ in range(DEPTH):
            held = within(reading, last, spoken)
            if held is None:
                break
            last = inside(find(held, find.model.least_inside), last)
            found = found + last
        return Finish(reading)(sorted(found, key=begins))


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the reports of a text, not looking into what was said."""

    model: Tagger
    spoken: Language

    def __call__(self, reading: Reading, least: float) -> list[Draft]:
        found = words(reading, self.model.vocabulary)
        if not len(found):
            return []
        tagged = self.model(found)
        drafts = []
        for one in linked(tagged, pieces(tagged.roles, found)):
            likely = chance(tagged, one, self.model.chances)
            if likely >= least:
                drafts.append(draft(found, one, likely))
        return self.said(reading, drafts)

    def said(self, reading: Reading, drafts: list[Draft]) -> list[Draft]:
        """The drafts with their kind of saying, told by the sentence of the cue."""
        scenes = [scene for one in paragraphs(reading, self.spoken) for scene in one]
        starts = [scene.line.span.start for scene in scenes]
        say = sayings(self.spoken)
        for one in drafts:
            key = one.cue or one.source or one.content[0]
            place = bisect_right(starts, key.start) - 1
            if place >= 0:
                one.scene = scenes[place]
                say(scenes[place], one)
        return drafts


def draft(found: Words, one: Linked, likely: float) -> Draft:
    return Draft(
        rule="tagger",
        content=[found.span(piece.first, piece.last) for piece in one.content],
        cue=found.span(one.cue.first, one.cue.last) if one.cue else None,
        source=found.span(one.source.first, one.source.last) if one.source else None,
        score=likely,
    )


def inside(drafts: list[Draft], outer: list[Draft]) -> list[Draft]:
    """Those that report something in what another reports, each with that other."""
    kept = []
    for one in drafts:
        holder = next((o for o in outer if any(s.holds(one.content[0]) for s in o.content)), None)
        if one.cue is None or holder is None or one.score is None:
            continue
        one.inside = holder
        one.score *= holder.score or 1.0  # right only if both are
        if one.score >= DOUBTFUL:
            kept.append(one)
    return kept


def is_writer(one: Draft, reading: Reading) -> bool:
    """“We can see that …” outside quotation marks: the writer's own words are no report."""
    if one.scene is None or one.cue is None or one.look not in one.scene.grammar.writer:
        return False
    return not any(quote.span.holds(one.cue) for quote in reading.quotations)


def is_label(one: Draft, text: str) -> bool:
    """“Photograph: Harbour archive”: what stands before the colon is no one."""
    if one.scene is None or one.source is None or one.cue is None or one.cue.of(text) != ":":
        return False
    return one.source.of(text).lower() in one.scene.grammar.labels


def begins(one: Draft) -> tuple[int, bool]:
    spans: list[Span] = [*one.content, *([one.cue] if one.cue else [])]
    return min(span.start for span in spans), one.inside is not None
