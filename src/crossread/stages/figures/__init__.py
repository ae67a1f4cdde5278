"""Figures: the amounts of an article, with their units, their bounds and what they count.

what stands there   lines: tokens · lexicon: what the tables say · numbers: what number it is
with its unit       money · amounts
no figures          labels: “article 180”, “G7”, “3-1”, “1998”
one or two          rules: the kinds · pairs: “between 40 and 60” · bounding: “more than” · drafts
of what             counted: the noun phrase and the verb · belonging: whose number it is
"""

import re
from bisect import bisect_left
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.facts import Figure, TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.figures.belonging import belonging
from crossread.stages.figures.drafts import Dated, Draft, drafts
from crossread.stages.figures.lexicon import lexicon
from crossread.stages.figures.lines import Line, line
from crossread.stages.figures.money import STERLING, foreign

DATES = frozenset({"DATE", "TIME", "SET"})
POUNDS = re.compile(r"\bpounds\b", re.IGNORECASE)
MONEY = re.compile(r"\b(?:dollars|francs|rubles|roubles|rupees|pounds|kronor)\b|\$", re.IGNORECASE)


class Figures:
    """The stage: every amount of the story once, in the order of the text."""

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences", "times")
    gives: ClassVar[str] = "figures"

    def __call__(self, reading: Reading) -> tuple[Figure, ...]:
        tables = language(reading.article.language)
        if not tables.rows("numerals"):
            return ()
        known, text, dated = lexicon(tables), reading.text, Dates(reading.times)
        pounds = not POUNDS.search(text) or bool(STERLING.search(text))
        others = foreign(text, tables, known) if MONEY.search(text) else frozenset()
        found: list[Figure] = []
        for sentence in reading.sentences:
            words = line(text, sentence, known)
            if words.numeric:
                words.pounds, words.foreign = pounds, others
                found += figures(words, dated)
        return tuple(found)


class Dates:
    """The dates of an article, ready to be asked whether a number lies in one."""

    def __init__(self, times: tuple[TimeExpression, ...]) -> None:
        self.spans = sorted(time.span for time in times if time.type in DATES)
        self.stops = [span.stop for span in self.spans]

    def __call__(self, start: int, stop: int) -> bool:
        at = bisect_left(self.stops, start + 1)
        return at < len(self.spans) and self.spans[at].start < stop


def figures(words: Line, dated: Dated) -> list[Figure]:
    """The figures of one sentence."""
    return [figure(words, one) for one in belonging(words, list(drafts(words, dated)))]


def figure(words: Line, one: Draft) -> Figure:
    return Figure(
        words.span(one.first, one.last),
        tidy(one.low),
        tidy(one.high),
        kind=one.kind,
        unit=one.unit,
        counted=spanned(words, one.counted),
        verb=spanned(words, one.verb),
        bound=one.bound,
        rule=one.rule,
    )


def tidy(value: float | None) -> float | None:
    """2.7 × 1000 is 2700, not 2700.0000000000005."""
    return None if value is None else round(value, 6)


def spanned(words: Line, found: tuple[int, int] | None) -> Span | None:
    return words.span(*found) if found else None
