"""Trigger: a word that may tell of a happening, and what a rule makes of it."""

from dataclasses import dataclass

from crossread.model.facts import Figure
from crossread.model.span import Span
from crossread.stages.events.lexicon import Form, Happening, Sense
from crossread.stages.events.parties import NONE, Party
from crossread.stages.events.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word of a sentence in one of its senses; `last` is behind the words that belong to it."""

    tokens: Tokens
    place: int
    sense: Sense

    @property
    def last(self) -> int:
        return self.place + 1 + len(self.sense.more)

    @property
    def happening(self) -> Happening:
        return self.sense.happening

    @property
    def span(self) -> Span:
        return Span(self.tokens.starts[self.place], self.tokens.stops[self.last - 1])

    def may_be(self, *forms: Form) -> bool:
        return not self.sense.forms.isdisjoint(forms)

    @property
    def transitive(self) -> bool:
        return not self.happening.noun and self.happening.role("object") != "-"

    @property
    def passive(self) -> bool:
        """True of a verb whose participle tells what was done to somebody."""
        return self.transitive and "passive" not in self.happening.limits

    def limited(self) -> bool:
        """“shot | back”, “died | down”: the word that follows gives it another meaning."""
        words = self.happening.limits.get("not", "").split("|")
        return self.tokens.low(self.last) in words and self.last < len(self.tokens)


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule reads: whom it happened to, who did it, and the words that it all takes."""

    first: int  # the token that the verb group or the noun phrase begins with
    patient: Party = NONE
    agent: Party = NONE
    negated: bool = False
    place: str | None = None  # “visited | Tarn”
    last: int = 0  # the clause goes on behind this token, if not behind the trigger
    dated: bool = True  # False where a date near it may be of something else

    @property
    def who(self) -> tuple[str, ...]:
        """First whom it happened to, then who did it, each once."""
        return tuple(dict.fromkeys((*self.patient.who, *self.agent.who)))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(dict.fromkeys((*self.patient.figures, *self.agent.figures)))


def cast(trigger: Trigger, first: int, *, subject: Party = NONE, thing: Party = NONE) -> Told:
    """The subject and the object of a verb, each in its part.

    A place that is visited or left is where it was; a thing that is signed has no part in it.
    """
    roles = trigger.happening
    parts: dict[str, Party] = {"patient": NONE, "agent": NONE, "place": NONE, "object": NONE}
    subject_role = roles.role("subject")
    if subject_role == "either":
        subject_role = "agent" if thing.there else "patient"
    thing_role = roles.role("object")
    for role, one in ((subject_role, subject), (thing_role, thing)):
        if role in parts:
            parts[role] = one
    patient, place = parts["patient"], None
    if not patient.there and (parts["place"].there or parts["object"].there):
        held = parts["place"]
        place = held.place
        thing_there = held if held.there else parts["object"]
        paid = trigger.happening.limits.get("asks") == "sum"
        figures = tuple(one for one in thing_there.figures if paid or one.kind == "money")
        patient = Party((), figures if not held.there else held.figures, kind=thing_there.kind)
        if held.there and place is None:
            patient = held  # “visited | the Dovars |”
    nobody = any(one.nobody for one in (*parts.values(), subject, thing))
    return Told(first, patient, parts["agent"], nobody, place)
