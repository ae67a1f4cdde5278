"""Finish: who claims a tie, whether it is denied, how much and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crossread.model.attribution import Attribution
from crossread.model.claims import Claims
from crossread.model.facts import Figure, Tie, TimeExpression
from crossread.model.span import Span
from crossread.stages.ties.drafts import Draft

UNCERTAIN = frozenset({"ask", "demand", "promise", "predict"})
OPENING = 16  # characters of a content before what it says: “that the Tarn …”
FURTHER = 60  # characters behind a tie that may tell how much and when
CLOSES = re.compile(r"[,;:.—–](?!\d)|\band\b|\bbut\b|\bwho\b|\bwhich\b")
OPENED = re.compile(r",?\s*(?:the\s+)?")

SHARE = re.compile(r"[\s\w-]*\s(?:of|in)\s(?:the\s)?")
NEAR = 30  # characters between a share and what it is of

Item = TypeVar("Item", Figure, TimeExpression)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article says around its ties."""

    text: str
    claims: Claims
    figures: Sequence[Figure]
    times: Sequence[TimeExpression]


def finished(draft: Draft, sentence: Span, setting: Setting) -> Tie | None:
    """The tie; None where it is only asked, promised or foreseen, or its denial is unclear."""
    item = setting.claims.holding(draft.trigger)
    negated = draft.negated
    if item is not None and draft.told:
        if item.negated or item.act in UNCERTAIN:
            return None
        if item.act == "deny" and not draft.disowned:
            if not opens(draft, item):
                return None
            negated = True
    low = amount(draft, sentence, setting)
    return Tie(
        subject=draft.subject.entity,
        kind=draft.kind,
        object=draft.object.entity,
        span=draft.span,
        negated=negated,
        hedged=draft.hedged,
        amount=low[0] if low else None,
        unit=low[1] if low else None,
        when=when(draft, sentence, setting) if draft.told else None,
        claimed_by=item.id if item else None,
        rule=draft.rule,
    )


def opens(draft: Draft, item: Attribution) -> bool:
    """True if the tie is the first thing that a content says: that is what is denied."""
    start = draft.span.start
    return any(0 <= start - part.start <= OPENING for part in item.content)


def amount(draft: Draft, sentence: Span, setting: Setting) -> tuple[float, str] | None:
    """What was paid, or the share that is owned."""
    if not draft.told or draft.kind not in {"funds", "owns"}:
        return None
    wanted = "money" if draft.kind == "funds" else "percent"
    before = (one for one in setting.figures if share_of(one.span, draft, setting.text))
    for figure in (*before, *beside(setting.figures, draft, sentence, setting.text)):
        low = figure.low if figure.low is not None else figure.high
        unit = "%" if wanted == "percent" else figure.unit
        if figure.kind == wanted and low is not None and unit:
            return low, unit
    return None


def share_of(figure: Span, draft: Draft, text: str) -> bool:
    """“| 60 per cent | of the company is held by Dovar”."""
    starts = (draft.subject.span.start, draft.object.span.start)
    return any(
        0 < start - figure.stop <= NEAR and SHARE.fullmatch(text, figure.stop, start)
        for start in starts
    )


def when(draft: Draft, sentence: Span, setting: Setting) -> str | None:
    """The date in the clause of a tie: “In 2014 Dovar founded …”, “owned it in 2014”."""
    opening = Span(sentence.start, draft.span.start)
    for time in setting.times:
        if time.type != "DATE" or not time.value:
            continue
        if opening.holds(time.span) and OPENED.fullmatch(
            setting.text, time.span.stop, draft.span.start
        ):
            return time.value
    near = beside(setting.times, draft, sentence, setting.text)
    return next((time.value for time in near if time.type == "DATE" and time.value), None)


def beside(items: Sequence[Item], draft: Draft, sentence: Span, text: str) -> Iterator[Item]:
    """The items inside the words of a tie, then those right behind it, in its clause."""
    last = min(sentence.stop, draft.span.stop + FURTHER)
    end = CLOSES.search(text, draft.span.stop, last)
    clause = Span(draft.span.start, end.start() if end else last)
    return (item for item in items if clause.holds(item.span))
