"""Attributions: who is reported to have said what, by the tagger or by rules from tables of cues.

the tagger          tagged: the stage · pieces, links, chances · within: a second look
what stands there   scenes · tokens · classes · groups, chunks · phrases, clauses, sources
what may report     cues, grammar: the tables · patterns: what follows a verb that may
the rules           rules: the list · speech, views, hidden, tags, nouns, counts, complements
what is kept        weigh: how likely · evidence · joins: of two that contradict, the better
what kind it is     sayings: acts, follows, negation, voices, venues · finish: clean spans
"""

from collections.abc import Iterator
from typing import ClassVar

from crossread.languages.language import ENGLISH, Language, language
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.stages.attributions.cues import Cues, cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.evidence import supported
from crossread.stages.attributions.finish import Finish
from crossread.stages.attributions.joins import settle
from crossread.stages.attributions.rules import RULES
from crossread.stages.attributions.sayings import sayings
from crossread.stages.attributions.scenes import paragraphs
from crossread.stages.attributions.voices import look_of
from crossread.stages.attributions.weigh import threshold, weigh

__all__ = ["Attributions"]


class Attributions:
    """Source, cue and content of every report in the story, found by the `RULES` in order.

    The rules propose; `weigh` says how likely each proposal is, measured on news that people
    annotated (PolNeAR train); `joins` keeps the best that do not contradict one another.
    """

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences", "quotations")
    gives: ClassVar[str] = "attributions"

    def __call__(self, reading: Reading) -> tuple[Attribution, ...]:
        spoken = language(reading.article.language)
        if not spoken.rows("cues"):
            return ()
        known = cues(spoken)
        found = settle(proposals(reading, spoken), known.rules)
        kept = supported(found, reading.text, known)
        say = sayings(spoken)
        return Finish(reading)(
            [say(draft.scene, draft) if draft.scene else draft for draft in kept]
        )


def proposals(
    reading: Reading, spoken: Language = ENGLISH
) -> Iterator[tuple[list[Scene], list[list[Draft]]]]:
    """Of each paragraph its sentences, and what the rules propose for each of them."""
    known = cues(spoken)
    for scenes in paragraphs(reading, spoken):
        yield (
            scenes,
            [
                [judged(scene, draft, known) for rule in RULES for draft in rule(scene, known)]
                for scene in scenes
            ],
        )


def judged(scene: Scene, draft: Draft, known: Cues) -> Draft:
    """A proposal with what the tables say of it."""
    draft.scene = scene
    draft.saying = draft.lemma in known.saying
    draft.look = look_of(scene, draft.source, known.voices)
    draft.score = weigh(draft, known)
    draft.least = threshold(draft, known, scene.grammar)
    return draft
