"""Told: a figure, tie, event or wording with its words, its article, and who claims it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from crossread.model.article import Article
from crossread.model.claims import Claims
from crossread.model.facts import Event, Figure, Tie
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.statement import NOBODY, Statement, statements
from crossread.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what is meant: an entity under the fullest name that its article gives."""

    entity: str
    name: str
    identity: str | None = None  # the id of who that is across articles
    known_as: str | None = None  # and the name

    @property
    def called(self) -> str:
        return self.known_as or self.name


@dataclass(frozen=True, slots=True)
class Told:
    """Where a thing is told: the words, their sentence, their article; and who claims it."""

    article: Article
    span: Span
    words: str
    sentence: str
    place: Span  # of the sentence
    claim: Statement | None = None  # None = the outlet's own words


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure, with what it counts and what was done to that."""

    told: Told
    figure: Figure
    counted: str  # “people”; "" where nothing is counted
    verb: str  # “detained”


@dataclass(frozen=True, slots=True)
class ToldTie:
    """A tie, with who the two are."""

    told: Told
    tie: Tie
    subject: Party
    object: Party


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A dated happening: who, where, how many."""

    told: Told
    event: Event
    dated: str  # the article's own words for the date; "" where another sentence has them
    who: tuple[Party, ...] = ()
    where: Party | None = None
    figures: tuple[str, ...] = ()  # each with what it counts


@dataclass(frozen=True, slots=True)
class ToldWording:
    """Words that colour what they say, and of whom."""

    told: Told
    wording: Wording
    of: Party | None = None


class Telling:
    """One reading, to be asked for what it tells.

    It must have all its attributions: without its claimant, a thing would be the outlet's own
    words. `identified` has the id and the name of the identity of each entity.
    """

    def __init__(
        self,
        reading: Reading,
        identified: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self.reading = reading
        self.identified = identified or {}
        self.names = {entity.id: entity.name for entity in reading.entities}

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.reading.attributions)

    @cached_property
    def statements(self) -> dict[str, Statement]:
        found = statements(self.reading, self.identified)
        return {statement.attribution.id: statement for statement in found}

    def figure(self, item: Figure) -> ToldFigure:
        told = self.told(item.span, self.claims.by(item.span))
        return ToldFigure(told, item, self.words(item.counted), self.words(item.verb))

    def tie(self, item: Tie) -> ToldTie:
        told = self.told(item.span, item.claimed_by)
        return ToldTie(told, item, self.party(item.subject), self.party(item.object))

    def event(self, item: Event) -> ToldEvent:
        told = self.told(item.trigger, item.claimed_by)
        return ToldEvent(
            told=told,
            event=item,
            dated=self.date_of(item, told.place),
            who=tuple(map(self.party, item.who)),
            where=self.party(item.where) if item.where else None,
            figures=tuple(map(self.counted, item.figures)),
        )

    def wording(self, item: Wording) -> ToldWording:
        told = self.told(item.span, self.claims.by(item.span))
        return ToldWording(told, item, self.party(item.of) if item.of else None)

    def figures(self) -> Iterator[ToldFigure]:
        return map(self.figure, self.reading.figures)

    def ties(self) -> Iterator[ToldTie]:
        return map(self.tie, self.reading.ties)

    def events(self) -> Iterator[ToldEvent]:
        return map(self.event, self.reading.events)

    def wordings(self) -> Iterator[ToldWording]:
        return map(self.wording, self.reading.wording)

    def party(self, entity: str) -> Party:
        identity, known_as = self.identified.get(entity, NOBODY)
        return Party(entity, self.names.get(entity, entity), identity, known_as)

    def counted(self, span: Span) -> str:
        """A figure with what it counts: “44 people”."""
        thing = next((one.counted for one in self.reading.figures if one.span == span), None)
        return " ".join(filter(None, (self.words(span), self.words(thing))))

    def words(self, span: Span | None) -> str:
        return " ".join(span.of(self.reading.text).split()) if span else ""

    def told(self, span: Span, claimed: str | None) -> Told:
        place = self.sentence(span)
        claim = self.statements.get(claimed) if claimed else None
        article = self.reading.article
        return Told(article, span, self.words(span), self.words(place), place, claim)

    def sentence(self, span: Span) -> Span:
        """From the start of the first sentence that has a part of it to the end of the last."""
        all_of_them = self.reading.sentences
        first = bisect_right(all_of_them, span.start, key=lambda sentence: sentence.stop)
        last = bisect_left(all_of_them, span.stop, key=lambda sentence: sentence.start)
        held = all_of_them[first:last]
        return Span(min([span.start, *(s.start for s in held)]),
                    max([span.stop, *(s.stop for s in held)]))  # fmt: skip

    def date_of(self, item: Event, sentence: Span) -> str:
        """The words in the event's sentence that give its date, those nearest to its trigger."""
        found = [t.span for t in self.reading.times if t.value == item.when and item.when]
        near = [span for span in found if sentence.holds(span)]
        away = item.trigger.start
        return self.words(min(near, key=lambda span: abs(span.start - away), default=None))
