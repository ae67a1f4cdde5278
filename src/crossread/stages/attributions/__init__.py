"""Attributions: who is reported to have said what, by rules from tables of cues."""

from collections.abc import Iterator
from typing import ClassVar

from crossread.languages.language import ENGLISH, Language, language
from crossread.model.attribution import Attribution
from crossread.model.reading import Reading
from crossread.stages.attributions.classes import tables
from crossread.stages.attributions.cues import cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.finish import Finish
from crossread.stages.attributions.joins import settle_all
from crossread.stages.attributions.rules import RULES
from crossread.stages.attributions.scenes import paragraphs
from crossread.stages.attributions.venues import add_venue
from crossread.stages.attributions.voices import voice_of
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
            spoken = ENGLISH
        return Finish(reading, cues(spoken))(settle_all(proposals(reading, spoken)))


def proposals(reading: Reading, spoken: Language) -> Iterator[tuple[list[Scene], list[Draft]]]:
    """Of each paragraph its sentences, and what the rules propose there."""
    known = cues(spoken)
    for scenes in paragraphs(reading, tables(spoken)):
        drafts: list[Draft] = []
        for rule in RULES:
            for place, scene in enumerate(scenes):
                for draft in rule(scene, known):
                    draft.place = place
                    draft.saying = draft.lemma in known.saying
                    draft.voice = voice_of(scene, draft, known)
                    draft.score = weigh(draft, known)
                    if draft.saying:
                        add_venue(scene, draft, known.venues)
                    draft.least = threshold(draft, known)
                    drafts.append(draft)
        yield scenes, drafts
