"""Sayings: what kind of saying it is, once source, cue and content are known.

The rules and the tagger both come here: the lemma of the cue, what the source does by it, whether
it is reported not to have done so, who it is that speaks, and where.
"""

from dataclasses import dataclass, replace
from functools import cache

from crossread.languages.language import Language
from crossread.stages.attributions.acts import Acts, Head, Phrase, act_of, acts, head, phrase
from crossread.stages.attributions.classes import Tables, tables
from crossread.stages.attributions.cues import Cues, cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.follows import chunk_at, follows
from crossread.stages.attributions.negation import is_negated
from crossread.stages.attributions.venues import venue
from crossread.stages.attributions.voices import look_of, voice_of

SILENT = Phrase([], [], [])


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the tables of a language know of sayings."""

    cues: Cues
    acts: Acts
    venues: dict[str, str]  # noun → prepositions
    tables: Tables

    def __call__(self, scene: Scene, draft: Draft) -> Draft:
        """The draft with everything that its spans tell; what a rule knew already stays."""
        cue = phrase(scene, draft.cue, self.tables, self.acts) if draft.cue else SILENT
        found = self.head(scene, draft, cue)
        draft.act = act_of(found, follows(scene, draft, cue, found), self.acts)
        draft.lemma = draft.lemma or found.lemma
        draft.negated = is_negated(scene, draft, cue, found)
        draft.look = look_of(scene, draft.source, self.cues.voices)
        draft.voice = voice_of(draft.look, self.cues.voices)
        draft.saying = self.is_saying(draft.lemma, found)
        if draft.saying and (place := venue(scene, draft, self.venues)):
            draft.venue = (place,)
        return draft

    def head(self, scene: Scene, draft: Draft, cue: Phrase) -> Head:
        """The word that the cue turns on.

        Where the content tells more, by it: “declined | to comment”, “expressed | concern at …”.
        """
        found = head(cue, self.acts, scene.grammar)
        opening = opens_with(scene, draft)
        if found.lemma in scene.grammar.support and opening[0] == "noun":
            return replace(found, act=self.acts.of_noun(opening[1]) or found.act)
        if found.lemma not in scene.grammar.refusals:
            return found
        held = opening[1] if opening[0] == "verb" else ""
        told = held in scene.grammar.withheld
        return Head(held, self.acts.of(held), len(cue)) if told else found

    def is_saying(self, lemma: str, found: Head) -> bool:
        """True of speech, false of thought: “wrote”, but not “hoped”."""
        return lemma in self.cues.saying or found.lemma.split(" ")[0] in self.cues.saying


def opens_with(scene: Scene, draft: Draft) -> tuple[str, str]:
    """Kind and head of the chunk that content begins with: the verb of “to comment on it”."""
    first = chunk_at(scene, min(draft.content)) if draft.content else None
    return ("", "") if first is None else (scene.kind(first), scene.head(first))


@cache
def sayings(language: Language) -> Sayings:
    return Sayings(
        cues(language),
        acts(language),
        language.pairs("venues"),
        tables(language),
    )
