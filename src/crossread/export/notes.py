"""The statements of an article as the report lists them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossread.export.facts import Facts, facts
from crossread.export.naming import titled
from crossread.export.reckoning import Standing, standing
from crossread.export.who import Identified, tie
from crossread.model.reading import Reading
from crossread.model.statement import Statement, statements


@dataclass(frozen=True, slots=True)
class Background:
    """What the readings themselves do not say."""

    why: Mapping[str, str] = field(default_factory=dict)  # what each rule says to who asks why
    who: Identified = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """One attribution, in the table and beside its words."""

    id: str
    number: str
    anchor: str  # the place of its first words in the page
    source: str
    speaker: str  # whom the source names; "" where that is unknown
    identity: str  # the id of whom it is across articles; "" where that is not told
    tie: str  # why the source is this speaker
    cue: str
    words: str
    kind: str
    act: str  # "" for a plain statement
    standing: Standing
    negated: bool
    inside: str | None  # the number of the attribution that reports this one
    why: str
    sure: str  # "91 %"; "" where a rule has no measured score

    @property
    def said_by(self) -> str:
        """The words of the source; "" where they are just the speaker's name."""
        return "" if self.source.casefold() == self.speaker.casefold() else self.source

    @property
    def label(self) -> str:
        """What is shown when a reader points at the words."""
        source = f"“{self.said_by}”" if self.said_by else ""
        who = " ".join(filter(None, (self.speaker, source))) or "no source named"
        return f"{self.number}: {who}{' · ' + self.cue if self.cue else ''} ({self.kind})"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the list of contents."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    notes: tuple[Note, ...]
    facts: Facts = Facts()  # noqa: RUF009 - it is frozen

    @property
    def anchor(self) -> str:
        return f"a-{self.id}"


def entry(reading: Reading, background: Background) -> Entry:
    article = reading.article
    known = background.who.get(article.id)
    return Entry(
        id=article.id,
        title=titled(article.title, article.file),
        outlet=article.outlet,
        published=article.published,
        notes=tuple(
            note(item, tie(reading, item.attribution), background)
            for item in statements(reading, known)
        ),
        facts=facts(reading, known),
    )


def note(statement: Statement, tied: str, background: Background) -> Note:
    item = statement.attribution
    known = statement.identity or (statement.speaker and not background.who)
    return Note(
        id=item.id,
        number=number(item.id),
        anchor=f"a-{statement.article}-{item.id}",
        source=statement.source,
        speaker=statement.known_as or statement.speaker or "",
        identity=statement.identity or "",
        tie=tied,
        cue=statement.cue,
        words=statement.content,
        kind=item.kind,
        act="" if item.act == "state" else item.act,
        standing=standing(known=bool(known), source=statement.source, voice=item.voice),
        negated=item.negated,
        inside=number(item.inside) if item.inside else None,
        why=background.why.get(item.rule, ""),
        sure="" if item.score is None else f"{item.score:.0%}",
    )


def number(attribution: str) -> str:
    """How a reader sees the id of an attribution: `a12` is 12."""
    return attribution.removeprefix("a")
