"""Ties: who funds, owns, leads, founded, belongs to, employs, supports, is kin or part of whom.

the sentence     scenes: words and parties · lexicon: what the tables say
around a verb    groups: what belongs to it · subjects, objects: who stands on either side
rules            verbs · nouns · places: one function a pattern, its name stays on the tie
the tie          drafts · finish: who claims it, denied or not, how much, when

What is read so: “belongs to” of a body and a person is `owns`, turned round; of two bodies it
stays, since one may belong to the other unowned. `employs` is whoever somebody works or holds an
office for: a body, a person, a state. What is so no more (“former owner”, “no longer leads”, “used
to own”) is `negated`. A possessive alone says nothing: “Dovar’s Tarn”, “the party’s lawyers”.
"""

from collections.abc import Iterator
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.claims import Claims
from crossread.model.facts import Tie
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.ties import nouns, places, verbs
from crossread.stages.ties.drafts import Draft
from crossread.stages.ties.finish import Setting, finished
from crossread.stages.ties.lexicon import Lexicon, lexicon
from crossread.stages.ties.scenes import Article, Scene, scene


class Ties:
    """The stage: the ties between the entities of an article, in the order of the text."""

    needs: ClassVar[tuple[str, ...]] = (
        "sentences", "quotations", "mentions", "entities", "attributions", "times", "figures",
    )  # fmt: skip
    gives: ClassVar[str] = "ties"

    def __call__(self, reading: Reading) -> Iterator[Tie]:
        words = lexicon(language(reading.article.language))
        if not words.nouns or len(reading.entities) < 2:
            return
        article = of(reading, words)
        setting = Setting(
            reading.text, Claims(reading.attributions), reading.figures, reading.times
        )
        for sentence in reading.sentences:
            yield from in_sentence(article, sentence, setting)


def of(reading: Reading, words: Lexicon) -> Article:
    mentions = sorted(reading.mentions, key=lambda one: (one.span.start, -one.span.stop))
    entities = {entity.id: entity for entity in reading.entities}
    lands = (entity for entity in reading.entities if entity.type == "place")
    named = {
        place.lower(): entity.id
        for entity in lands
        for name in entity.names
        for place in words.called.get(name.lower(), ())
    }
    starts = [one.span.start for one in mentions]
    return Article(reading.text, words, mentions, starts, entities, named)


def in_sentence(article: Article, sentence: Span, setting: Setting) -> Iterator[Tie]:
    """The ties of a sentence, each once."""
    found: dict[tuple[str, str, str, int], Tie] = {}
    for draft in drafts(scene(article, sentence)):
        key = (draft.subject.entity, draft.kind, draft.object.entity, draft.trigger.start)
        tie = finished(draft, sentence, setting) if key not in found else None
        if tie:
            found[key] = tie
    yield from sorted(found.values(), key=lambda tie: tie.span)


def drafts(told: Scene) -> Iterator[Draft]:
    parties = sum(unit.mention is not None for unit in told.units)
    if not parties:
        return
    yield from nouns.drafts(told)
    if parties > 1:
        yield from places.drafts(told)
        for at in range(len(told.units)):
            if told.word(at) in told.lexicon.verbs:
                yield from verbs.drafts(told, at)
