"""Times: the dates, clock times, durations and sets of an article, with their values.

what stands there   tokens · lexicon: the classes of words · grammar: rules over classes
the rules           dates · weeks · relative · lengths · clocks · joins: what stands together is one
false ones          doubts
their values        meaning: what is said · tense · anchors: what it counts from · resolve
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times import clocks, dates, lengths, relative, weeks
from crossread.stages.times.anchors import NEAR, Anchors
from crossread.stages.times.doubts import kind
from crossread.stages.times.grammar import Grammar
from crossread.stages.times.joins import JOINS, condensed
from crossread.stages.times.lexicon import Lexicon, lexicon
from crossread.stages.times.meaning import (
    At,
    Day,
    Draft,
    Season,
    Shift,
    Stretch,
    Weekday,
    What,
)
from crossread.stages.times.resolve import When, value
from crossread.stages.times.tense import tense
from crossread.stages.times.tokens import Tokens, tokens

WORDS = Grammar((*relative.RULES, *clocks.RULES, *lengths.RULES, *dates.RULES, *weeks.RULES))


class Times:
    """The stage: every time expression of the story once, in the order of the text."""

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences", "quotations", "attributions")
    gives: ClassVar[str] = "times"

    def __call__(self, reading: Reading) -> tuple[TimeExpression, ...]:
        tables = language(reading.article.language)
        if not tables.rows("times"):
            return ()
        found = list(places(reading, lexicon(tables)))
        return tuple(valued(reading, found))


@dataclass(frozen=True, slots=True)
class Place:
    """A draft in its sentence."""

    span: Span
    draft: Draft
    tense: str
    led: bool  # “at 16:30”, as in a story; not “16:30” at the head of a line


def places(reading: Reading, known: Lexicon) -> Iterator[Place]:
    for sentence in reading.sentences:
        words = tokens(reading.text, sentence.start, sentence.stop, known)
        if not words.classes:
            continue
        joined = drafted(words)
        for place in sorted(joined.drafts):
            span = Span(joined.starts[place], joined.stops[place])
            led = kind(joined, place - 1) in {"at", "by", "about", "until", "since", "before"}
            yield Place(span, joined.drafts[place], tense(joined, place, place + 1), led)


def drafted(words: Tokens) -> Tokens:
    """A sentence with one token for each time expression."""
    for grammar in (WORDS, *JOINS):
        if found := list(grammar.drafts(words)):
            words = condensed(words, found)
    return words


def valued(reading: Reading, found: list[Place]) -> list[TimeExpression]:
    """Their values: first of what the article tells itself, then of what is said in it."""
    anchors = Anchors(reading)
    reported = [anchors.claims.holding(place.span) is not None for place in found]
    made: dict[int, TimeExpression] = {}
    for number, place in enumerate(found):
        if not reported[number]:
            made[number] = expression(place, reading.article.published, anchors)
    own = list(made.values())
    for number, place in enumerate(found):
        if reported[number]:
            base = anchors.said(place.span, own) or reading.article.published
            made[number] = expression(place, base, anchors)
    return [made[number] for number in sorted(made)]


def bare(draft: Draft) -> bool:
    """True of a clock time or a part of a day without the day."""
    what = draft.what
    ends = (what.start, what.stop) if isinstance(what, Stretch) else (what,)
    return any(isinstance(end, At) and end.day is None for end in ends)


def expression(place: Place, base: str | None, anchors: Anchors) -> TimeExpression:
    draft, span = place.draft, place.span
    near = NEAR if not bare(draft) else 1 if place.led else 0
    reached = anchors.reached(span, near, saying=not bare(draft))
    when = When(base, reached, anchors.year(span), place.tense)
    told = value(draft.what, when)
    anchors.tell(span, told)
    if (year := own_year(draft.what)) and not anchors.claims.holding(span):
        anchors.years.append((anchors.sentence(span.start), year, told not in {None, str(year)}))
    return TimeExpression(
        span, draft.type, told, draft.mod, anchor(draft, when) if told else None, draft.rule
    )


def anchor(draft: Draft, when: When) -> str | None:
    """The date that it counts from, if it counts from one."""
    base = when.base[:10] if when.base else None
    if draft.counted:
        return base
    counts = counts_from(draft.what)
    return {"published": base, "reached": when.reached, "": None}[counts]


def counts_from(what: What | None) -> str:
    """What the value depends on: the publication, what was told before, or nothing."""
    match what:
        case Shift():
            return what.base
        case Weekday():
            return "reached" if what.which == 2 else "published"
        case Day() | Season():
            return "published" if what.year is None else ""
        case At(day=None):
            return "reached"
        case Stretch():
            return counts_from(what.start) or counts_from(what.stop)
    inner = next((getattr(what, name) for name in HELD if hasattr(what, name)), None)
    return counts_from(inner) if inner else ""


HELD = ("day", "of", "year", "date")  # what holds the date that an expression is a part of


def own_year(what: What | None) -> int | None:
    """The year that an expression states itself."""
    match what:
        case Day() | Season():
            return what.year
        case At():
            return own_year(what.day)
        case Stretch():
            return own_year(what.stop) or own_year(what.start)
    return None
