"""Joins: proposals that go together become one, and those that contradict a better one go."""

from collections.abc import Iterable

from crossread.model.span import Span
from crossread.stages.attributions.drafts import Draft, Scene

SURE = 0.8  # a report inside a report is kept only if so likely
BARE = 5  # words: a quotation of so many is speech, even where nothing says whose
CLAUSES = frozenset({"that", "quote", "clause"})
IDLE = frozenset({"quote", "stop", "comma", "colon", "adverb", "paren", "and"})


def settle_all(parts: Iterable[tuple[list[Scene], list[Draft]]]) -> list[Draft]:
    """What stands of the proposals of all paragraphs, in the order of the text."""
    found: list[Draft] = []
    before: Draft | None = None  # speech with which the paragraph before ended
    for scenes, drafts in parts:
        kept = settle(drafts)
        kept += loose_quotations(scenes, kept, before)
        kept.sort(key=begin)
        opened = [draft for draft in kept if draft.open]
        if opened:
            before = max(opened, key=lambda draft: draft.content[-1].stop)
        elif not (before and scenes and before.content[-1].stop >= scenes[0].line.span.start):
            before = None
        found += kept
    return found


def settle(drafts: list[Draft]) -> list[Draft]:
    """The proposals of a paragraph that stand: the likely, the outermost, one a cue."""
    likely = [draft for draft in drafts if draft.sure or (draft.score or 0) >= draft.least]
    likely.sort(key=lambda draft: (not draft.sure, -(draft.score or 0) if not draft.sure else 0))
    kept: list[Draft] = []
    for draft in likely:
        if not any(clashes(draft, other) for other in kept):
            kept.append(draft)
    outermost, within = [], []
    for draft in kept:
        outer = outer_of(draft, kept)
        if outer is None:
            outermost.append(draft)
        elif reports_inside(draft, outer):
            draft.inside = outer
            within.append(draft)
    return without_reports_inside(outermost + [d for d in within if d.inside in outermost])


def reports_inside(draft: Draft, outer: Draft) -> bool:
    """“Ms. Orlan said the owners had admitted that …”: sure enough to be kept within."""
    whole = [*draft.content, draft.cue, draft.source]
    return (
        draft.saying
        and outer.saying
        and draft.pattern in CLAUSES
        and (draft.score or 0) >= SURE
        and all(span and any(piece.holds(span) for piece in outer.content) for span in whole)
    )


def outer_of(draft: Draft, kept: list[Draft]) -> Draft | None:
    """The proposal in whose content its cue lies, if that is likelier to be meant."""
    for other in kept:
        if other is draft or not nested(draft, other):
            continue
        if draft.sure and not other.sure and nested(other, draft):
            continue  # each holds the other: quotation marks decide
        chance = other.score or 0
        if other.sure or chance >= (draft.score or 0) * (1 - chance):
            return other
    return None


def without_reports_inside(drafts: list[Draft]) -> list[Draft]:
    """“Ms. Orlan, who denied it, said”: a source does not hold the report of another."""
    for draft in drafts:
        for other in drafts:
            if draft.source and other.cue and draft.source.holds(other.cue) and other is not draft:
                stop = min(span.start for span in (other.source, other.cue) if span)
                if stop > draft.source.start:
                    draft.source = Span(draft.source.start, stop)
    return drafts


def begin(draft: Draft) -> int:
    return min(span.start for span in draft.content)


def clashes(draft: Draft, other: Draft) -> bool:
    """True if two proposals share a cue, or most of what they say was said."""
    if draft.cue and other.cue and draft.cue.meets(other.cue):
        return True
    shared = sum(overlap(a, b) for a in draft.content for b in other.content)
    if not shared:
        return False
    sizes = [sum(len(span) for span in d.content) for d in (draft, other)]
    return shared * 2 > min(sizes) and not nested(draft, other) and not nested(other, draft)


def nested(draft: Draft, other: Draft) -> bool:
    return draft.cue is not None and any(span.meets(draft.cue) for span in other.content)


def overlap(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def loose_quotations(scenes: list[Scene], kept: list[Draft], before: Draft | None) -> list[Draft]:
    """Quotations that no rule took: joined to the speech before, or speech of an unknown."""
    found: list[Draft] = []
    for number, scene in enumerate(scenes):
        taken = [span for draft in kept + found for span in draft.content]
        alone = all(chunk.kind in IDLE for chunk in scene.chunks)
        for place, chunk in enumerate(scene.chunks):
            if chunk.kind != "quote":
                continue
            span = scene.span(place, place + 1)
            if any(other.meets(span) for other in taken):
                continue
            speech = going_on(span, kept + found, number)
            if speech is None and alone:
                speech = reported_before(span, kept, number)
            if speech is None and not (kept or found) and alone:
                speech = before
            if speech and (alone or scene.quote(place).continues):
                speech.content.append(span)
            elif len(span.of(scene.line.text).split()) >= BARE:
                found.append(Draft("bare", [span], sure=True, open=True, place=number))
    return found


def going_on(span: Span, drafts: list[Draft], place: int) -> Draft | None:
    """The speech that ended last before a quotation, if no later sentence reports anything else."""
    earlier = [d for d in drafts if d.place <= place and d.content[0].start < span.start]
    opened = [draft for draft in earlier if draft.open]
    if not opened:
        return None
    last = max(opened, key=lambda draft: draft.content[-1].stop)
    between = any(last.place < draft.place < place for draft in earlier)
    return None if between else last


def reported_before(span: Span, drafts: list[Draft], place: int) -> Draft | None:
    """“The mayor said the dam had held. “It will not break.””: speech after its summary."""
    earlier = [d for d in drafts if d.place == place - 1 and d.content[-1].stop <= span.start]
    last = max(earlier, key=lambda draft: draft.content[-1].stop, default=None)
    return last if last and last.source and last.saying else None
