"""Events: the happenings that an article reports as having come about, each by one word for it.

what stands there    lexicon: words for happenings · tokens: one sentence with what is known of it
around a trigger     clauses: how far its clause goes · verbs: whether it has happened ·
                     parties: who stands where · circumstances: where and when
rules                verb_rules · noun_rules: who did what to whom, by the form of the trigger

What will be, may be, is asked for, feared or only nearly was, is no event; what is said not to
have been is one, and is marked so. An event with nobody, no date, no place and no figure is left
out: there would be nothing to compare.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.attribution import Attribution
from crossread.model.facts import Event
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.events.circumstances import when, where
from crossread.stages.events.clauses import clause
from crossread.stages.events.lexicon import lexicon
from crossread.stages.events.limits import enough
from crossread.stages.events.noun_rules import (
    noun_dated,
    noun_occurs,
    noun_of,
    noun_owned,
    noun_placed,
)
from crossread.stages.events.tokens import Layers, Tokens
from crossread.stages.events.trigger import Told, Trigger
from crossread.stages.events.verb_rules import (
    consequence,
    did_not,
    headline_verb,
    joined_passive,
    passive_verb,
    past_of_itself,
    past_verb,
    perfect_verb,
    reduced,
)

Rule = Callable[[Trigger], Told | None]

# In order: the first that reads a trigger has it.
VERB_RULES: tuple[Rule, ...] = (
    passive_verb,
    perfect_verb,
    did_not,
    joined_passive,
    past_verb,
    past_of_itself,
    reduced,
    headline_verb,
    consequence,
)
NOUN_RULES: tuple[Rule, ...] = (noun_occurs, noun_of, noun_owned, noun_dated, noun_placed)
RULES = (*VERB_RULES, *NOUN_RULES)

HEADLINES = frozenset({"title", "heading"})
UNREAL = frozenset({"demand", "promise", "predict", "ask"})  # what is said has not come about


class Events:
    """The stage: every happening that the story reports, with who, where, when and how many."""

    needs: ClassVar[tuple[str, ...]] = (
        "blocks", "sentences", "mentions", "entities", "attributions", "times", "figures",
    )  # fmt: skip
    gives: ClassVar[str] = "events"

    def __call__(self, reading: Reading) -> tuple[Event, ...]:
        words = lexicon(language(reading.article.language))
        if words is None:
            return ()
        layers = Layers.of(reading)
        heads = [block.span for block in reading.blocks if block.kind in HEADLINES]
        found: list[Event] = []
        for sentence in reading.sentences:
            if words.tells(reading.text, sentence):
                headline = any(head.meets(sentence) for head in heads)
                found += events(Tokens(layers, words, sentence, headline))
        return tuple(found)


def events(tokens: Tokens) -> Iterator[Event]:
    """The events of one sentence; a question tells of none."""
    if tokens.low(len(tokens) - 1) == "?" or "?" in tokens.lower[-2:]:
        return
    for place in range(len(tokens)):
        for sense in tokens.lexicon.senses.get(tokens.lower[place], ()):
            trigger = Trigger(tokens, place, sense)
            if suits(trigger) and (event := read(trigger)):
                yield event
                break


def suits(trigger: Trigger) -> bool:
    """True if the words that a sense asks for follow, and the word is of no name."""
    tokens, more = trigger.tokens, trigger.sense.more
    if tuple(tokens.lower[trigger.place + 1 : trigger.last]) != more:
        return False
    if trigger.limited():
        return False
    capital = tokens.words[trigger.place][0].isupper()
    return tokens.headline or not capital or trigger.place == 0


def read(trigger: Trigger) -> Event | None:
    """What the first rule that fits makes of a trigger."""
    for rule in NOUN_RULES if trigger.happening.noun else VERB_RULES:
        if rule is not passive_verb and trigger.span.start in trigger.tokens.layers.cues:
            continue  # “Dovar | charged | that …”; but “Dovar was | charged | with fraud”
        if told := rule(trigger):
            return event(trigger, told, rule.__name__)
    return None


def event(trigger: Trigger, told: Told, rule: str) -> Event | None:
    """The event, if it is said to have happened and there is something to tell of it."""
    claim = trigger.tokens.layers.claims.holding(trigger.span)
    if claim and (claim.negated or claim.act in UNREAL):
        return None
    around = clause(trigger.tokens, told.first, told.last or trigger.last)
    time = when(trigger, around) if told.dated else None
    place = told.place or where(trigger, around)
    figures: tuple[Span, ...] = tuple(figure.span for figure in told.figures)
    if not (told.who or place or time or figures):
        return None
    if not enough(trigger, told, place=place, dated=time is not None):
        return None
    who = tuple(one for one in told.who if one != place)
    return Event(
        trigger=trigger.span,
        kind=trigger.happening.kind,
        negated=told.negated != denied(claim),
        who=who,
        where=place,
        when=time.value if time else None,
        figures=figures,
        claimed_by=claim.id if claim else None,
        rule=rule,
    )


def denied(claim: Attribution | None) -> bool:
    """“denied that he had been arrested”; not “We killed no one,” which is negated by itself."""
    return claim is not None and claim.act == "deny" and claim.kind == "indirect"
