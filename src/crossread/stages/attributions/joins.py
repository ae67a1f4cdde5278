"""Joins: proposals that go together become one, and those that contradict a better one go."""

from collections.abc import Iterable

from crossread.model.span import Span
from crossread.stages.attributions.drafts import Draft, Scene

SURE = 0.7  # a report inside a report is kept only if so likely
BARE = 5  # words: a quotation of so many is speech, even where nothing says whose
CLAUSES = frozenset({"that", "quote", "clause"})
IDLE = frozenset({"quote", "stop", "comma", "colon", "adverb", "paren", "and"})


def settle(
    paragraphs: Iterable[tuple[list[Scene], list[list[Draft]]]], rules: dict[str, float]
) -> list[Draft]:
    """What stands of the proposals, in the order of the text.

    Each paragraph is its sentences, and what the rules propose for each of them; `rules` says
    how often a rule is right.
    """
    found: list[Draft] = []
    speech = Speech(rules.get("bare"))
    for scenes, proposals in paragraphs:
        speech.begin_paragraph()
        for scene, drafts in zip(scenes, proposals, strict=True):
            kept = best(drafts, scene.line.text)
            kept += speech.loose(scene, kept)
            found += sorted(kept, key=lambda draft: min(span.start for span in draft.content))
    return found


class Speech:
    """Whose speech is going on, for the quotations that no rule took."""

    def __init__(self, bare: float | None = None) -> None:
        self.bare = bare  # how often a quotation without a credit was speech
        self.opened: Draft | None = None  # the last speech of this paragraph
        self.reported: Draft | None = None  # the last report, if the sentence before made it
        self.before: Draft | None = None  # the speech with which the paragraph before ended

    def begin_paragraph(self) -> None:
        self.before = self.opened or (None if self.reported else self.before)
        self.opened = self.reported = None

    def loose(self, scene: Scene, kept: list[Draft]) -> list[Draft]:
        """The quotations of a sentence that no draft holds: joined on, or of their own."""
        found: list[Draft] = []
        alone = all(chunk.kind in IDLE for chunk in scene.chunks)
        for place, chunk in enumerate(scene.chunks):
            span = scene.span(place, place + 1)
            if chunk.kind != "quote" or any(
                span.meets(other) for draft in kept + found for other in draft.content
            ):
                continue
            going_on = self.going_on(scene, kept)
            if going_on and (alone or scene.quote(place).continues):
                going_on.content.append(span)
            elif len(span.of(scene.line.text).split()) >= BARE:
                found.append(Draft("bare", [span], sure=True, open=True, score=self.bare))
        self.after(kept + found)
        return found

    def going_on(self, scene: Scene, kept: list[Draft]) -> Draft | None:
        """The speech that a quotation standing alone goes on with."""
        opened = [draft for draft in kept if draft.open]
        if opened or self.opened:
            return opened[-1] if opened else self.opened
        if self.reported:  # The mayor said the dam had held. “It will not break.”
            return self.reported if self.reported.source and self.reported.saying else None
        return None if kept else self.before

    def after(self, drafts: list[Draft]) -> None:
        """A sentence has been read: its last speech goes on; any other report ends one."""
        opened = [draft for draft in drafts if draft.open]
        if opened:
            self.opened = max(opened, key=lambda draft: draft.content[-1].stop)
            self.reported = None
        elif drafts:
            self.opened, self.reported = None, drafts[-1]
        else:
            self.reported = None


def best(drafts: list[Draft], text: str) -> list[Draft]:
    """The proposals of a sentence that stand: the likely, the outermost, one a cue."""
    likely = [draft for draft in drafts if draft.sure or (draft.score or 0) >= draft.least]
    likely.sort(key=rank)
    kept: list[Draft] = []
    for draft in likely:
        if not any(clashes(draft, other) or describes_source(draft, other) for other in kept):
            kept.append(draft)
    outermost: list[Draft] = []
    within: list[Draft] = []
    for draft in sorted(kept, key=reach):  # what holds another is decided first
        outer = outer_of(draft, outermost)
        if outer is None:
            outermost.append(draft)
        elif reports_inside(draft, outer):
            draft.inside = outer
            within.append(draft)
    within = [draft for draft in within if any(draft.inside is other for other in outermost)]
    return without_reports_inside(outermost + within, text)


def size(draft: Draft) -> int:
    return sum(len(span) for span in draft.content)


def reach(draft: Draft) -> tuple[int, int]:
    starts = [span.start for span in (*draft.content, *([draft.cue] if draft.cue else []))]
    return min(starts), -size(draft)


def rank(draft: Draft) -> tuple[bool, bool, float]:
    """The sure first, then by score; what only fills a gap last."""
    return not draft.sure, draft.late, 0 if draft.sure else -(draft.score or 0)


def clashes(draft: Draft, other: Draft) -> bool:
    """True if two proposals share a cue, or most of what they say was said."""
    if draft.cue and other.cue and draft.cue.meets(other.cue):
        return True
    shared = sum(overlap(a, b) for a in draft.content for b in other.content)
    if not shared:
        return False
    return (
        shared * 2 > min(size(draft), size(other))
        and not nested(draft, other)
        and not nested(other, draft)
    )


def describes_source(draft: Draft, other: Draft) -> bool:
    """“according to | a report on the dam”: what stands in a source is no report of its own."""
    return bool(
        draft.rule == "nouns" and draft.cue and other.source and other.source.holds(draft.cue)
    )


def overlap(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def nested(draft: Draft, other: Draft) -> bool:
    """True if the cue of the first lies in what the second reports."""
    return draft.cue is not None and any(span.meets(draft.cue) for span in other.content)


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


def without_reports_inside(drafts: list[Draft], text: str) -> list[Draft]:
    """“Ms. Orlan, who denied it, said”: a source does not hold the report of another."""
    for draft in drafts:
        for other in drafts:
            if other is draft or not (draft.source and other.cue and draft.source.holds(other.cue)):
                continue
            stop = min(span.start for span in (other.source, other.cue) if span)
            comma = text.rfind(",", draft.source.start, stop)
            if other.look == "who" and draft.look == "anonymous":
                continue  # “a clerk, who asked us not to use her name, said”
            stop = comma if comma > 0 else stop
            if stop > draft.source.start:
                draft.source = Span(draft.source.start, stop)
    return drafts
