"""Drafts: a tie as a rule finds it, before it is asked who claims it."""

from dataclasses import dataclass

from crossread.model.facts import TieKind
from crossread.model.span import Span
from crossread.stages.ties.scenes import Party


@dataclass(frozen=True, slots=True)
class Draft:
    """One party and another, and the word that ties them."""

    subject: Party
    kind: TieKind
    object: Party
    trigger: Span
    rule: str
    told: bool = False  # the sentence says it; a role beside a name is taken for known
    negated: bool = False
    hedged: bool = False
    disowned: bool = False  # “denied owning”: the negation is the claimant’s

    @property
    def span(self) -> Span:
        spans = (self.subject.span, self.object.span, self.trigger)
        return Span(min(one.start for one in spans), max(one.stop for one in spans))
