"""Likely: a reading without what is less sure than a reader wants it to be."""

from dataclasses import replace

from crossread.model.attribution import Attribution
from crossread.model.reading import Reading


def likely(reading: Reading, least: float) -> Reading:
    """The reading without attributions whose score is below `least`, and what hangs on them.

    What an attribution left out would have claimed, its ties and events, goes with it: without a
    claimant they would be the outlet's own words. A report that stands inside one left out stays,
    inside none. One without a score is of a rule that is sure, and stays; so do all names.

    >>> from crossread.model.article import Article
    >>> from crossread.model.span import Span
    >>> found = (Attribution("a1", (Span(0, 4),), score=0.4), Attribution("a2", (Span(5, 9),)))
    >>> kept = likely(Reading(Article("x", "Rain, they say."), attributions=found), 0.5)
    >>> [item.id for item in kept.attributions]
    ['a2']
    """
    kept = [item for item in reading.attributions if is_likely(item, least)]
    if len(kept) == len(reading.attributions):
        return reading
    known = {None, *(item.id for item in kept)}
    return replace(
        reading,
        attributions=tuple(
            item if item.inside in known else replace(item, inside=None) for item in kept
        ),
        ties=tuple(tie for tie in reading.ties if tie.claimed_by in known),
        events=tuple(event for event in reading.events if event.claimed_by in known),
    )


def is_likely(item: Attribution, least: float) -> bool:
    return item.score is None or item.score >= least
