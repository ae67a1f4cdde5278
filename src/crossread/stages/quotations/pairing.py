"""Pairs the quotation marks of one paragraph.

Marks are read from left to right with a stack of those still open, so that one odd mark
spoils its own quotation and no other. What is left over at the end, marks that never close
and marks that were never opened, is handed on with the pairs.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crossread.model.span import Span
from crossread.stages.quotations.marks import LOW, Facing, Family, Mark

DEEPEST = 12  # marks that may be open at once; in a heap of marks the outermost are let go
PLURAL = frozenset("sS")
AFTER_STOP = frozenset(",.?!…")


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and its closing mark, and the rule that paired them."""

    opening: Mark
    closing: Mark
    rule: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What a rule looks at: one mark, what is still open, and what comes."""

    text: str
    mark: Mark
    opened: Mark | None  # the nearest open mark of the same family
    following: Mark | None  # the next mark of the same family
    begin: int  # where the paragraph begins
    cues: frozenset[str]

    @property
    def last(self) -> str:
        """The last character before the mark that is no space; "" at the paragraph's start."""
        start = self.mark.span.start
        return self.text[max(self.begin, start - 3) : start].rstrip()[-1:]

    @property
    def after_stop(self) -> bool:
        """True if a comma or the stop of a sentence stands before the mark."""
        return self.last in AFTER_STOP

    @property
    def word(self) -> str:
        """The word that follows the mark."""
        ahead = self.text[self.mark.span.stop : self.mark.span.stop + 30].split(maxsplit=1)
        return ahead[0].strip(".,:;") if ahead else ""


Rule = Callable[[Turn], Facing | None]


def possessive(turn: Turn) -> Facing | None:
    """Neither in ‘the workers’ party’: an s before it, and the closing mark still to come."""
    mark, coming = turn.mark, turn.following
    if mark.family != "single" or mark.place != "closes" or turn.last not in PLURAL:
        return None
    gap = turn.text[mark.span.stop : mark.span.stop + 2]
    lives = coming is not None and coming.place == "closes"
    return "either" if len(gap) == 2 and gap[0].isspace() and gap[1].isalpha() and lives else None


def single(turn: Turn) -> Facing | None:
    """Opens in ‘free’, if something closes it; nothing in “the workers’ party”."""
    mark, coming = turn.mark, turn.following
    if mark.family != "single":
        return None
    if mark.place == "closes" or (mark.leans == "closes" and mark.place == "either"):
        return "closes" if turn.opened else "either"
    if mark.place == "opens" and mark.leans != "closes" and coming is not None:
        return "opens"
    return "either"


def low_mark(turn: Turn) -> Facing | None:
    """Closes in „Nein“: after a low opening mark the high one closes."""
    if turn.opened is None or turn.opened.shape not in LOW or turn.mark.shape in LOW:
        return None
    return "closes" if turn.mark.place != "opens" else None


def wrong_way(turn: Turn) -> Facing | None:
    """Closes in the channel “Morrow-24“: an opening mark stands where one closes."""
    mark = turn.mark
    return "closes" if mark.leans == "opens" and mark.place == "closes" and turn.opened else None


def shape_opens(turn: Turn) -> Facing | None:
    """Opens in “We lost”."""
    return "opens" if turn.mark.leans == "opens" else None


def shape_closes(turn: Turn) -> Facing | None:
    """Closes in “We lost”, and in “We lost, ”said Karsk."""
    return "closes" if turn.mark.leans == "closes" and turn.opened else None


def closing_opens(turn: Turn) -> Facing | None:
    """Opens in ”We lost” and »We lost«: no other is open, and one follows that closes."""
    mark, coming = turn.mark, turn.following
    if mark.leans != "closes" or mark.place != "opens" or turn.after_stop:
        return None
    return "opens" if coming is not None and coming.place == "closes" else None


def glued_to_cue(turn: Turn) -> Facing | None:
    """Closes in "We lost, "said Karsk: a comma before it, a word of saying after it."""
    if turn.mark.leans != "either" or turn.mark.place == "closes" or not turn.opened:
        return None
    return "closes" if turn.after_stop and turn.word in turn.cues else None


def inches(turn: Turn) -> Facing | None:
    """Neither in a 5" pipe: a figure before it, and nothing open."""
    straight = turn.mark.leans == "either" and turn.mark.place == "closes"
    return "either" if straight and not turn.opened else None


def straight(turn: Turn) -> Facing | None:
    """Opens in _"word, closes in word"_; between two spaces it closes what is open."""
    if turn.mark.leans != "either":
        return None
    if turn.mark.place != "either":
        return turn.mark.place
    return "closes" if turn.opened else "opens"


RULES: tuple[Rule, ...] = (
    possessive,
    single,
    low_mark,
    wrong_way,
    shape_opens,
    shape_closes,
    closing_opens,
    glued_to_cue,
    inches,
    straight,
)


@dataclass(slots=True)
class Pairing:
    """The marks of one paragraph, paired as far as they go."""

    pairs: list[Pair] = field(default_factory=list)
    unclosed: list[Mark] = field(default_factory=list)
    unopened: list[Mark] = field(default_factory=list)


def paired(text: str, block: Span, found: Sequence[Mark], cues: frozenset[str]) -> Pairing:
    """The pairs of a paragraph's marks in the order in which they open."""
    result, stack, open_now = Pairing(), list[Mark](), Counter[Family]()
    for mark, coming in zip(found, following(found), strict=True):
        opened = nearest(stack, mark) if open_now[mark.family] else None
        facing, rule = decided(Turn(text, mark, opened, coming, block.start, cues))
        if facing == "opens":
            stack.append(mark)
            open_now[mark.family] += 1
            if len(stack) > DEEPEST:
                open_now[stack.pop(0).family] -= 1
        elif facing == "closes" and opened:
            result.unclosed += dropped(stack, opened, open_now)
            result.pairs.append(Pair(opened, mark, rule))
        elif mark.family != "single":
            result.unopened.append(mark)
    result.unclosed += [mark for mark in stack if mark.family != "single"]
    result.pairs.sort(key=lambda pair: pair.opening.span)
    return result


def following(found: Sequence[Mark]) -> Iterable[Mark | None]:
    """For each mark the next one of its family."""
    coming: list[Mark | None] = []
    next_of: dict[Family, Mark] = {}
    for mark in reversed(found):
        coming.append(next_of.get(mark.family))
        next_of[mark.family] = mark
    return reversed(coming)


def nearest(stack: Sequence[Mark], mark: Mark) -> Mark | None:
    """The open mark that `mark` could close; a single mark does not reach past a double one."""
    if mark.family == "single":
        return stack[-1] if stack[-1].family == "single" else None
    return next(one for one in reversed(stack) if one.family == mark.family)


def dropped(stack: list[Mark], opened: Mark, open_now: Counter[Family]) -> list[Mark]:
    """Takes `opened` from the stack with all above it; returns those above."""
    above: list[Mark] = []
    while True:
        mark = stack.pop()
        open_now[mark.family] -= 1
        if mark is opened:
            return [one for one in above if one.family != "single"]
        above.append(mark)


def decided(turn: Turn) -> tuple[Facing, str]:
    for rule in RULES:
        if answer := rule(turn):
            return answer, rule.__name__
    return "either", ""


def within(mark: Mark, pairs: Iterable[Pair]) -> bool:
    return any(p.opening.span.stop <= mark.span.start < p.closing.span.start for p in pairs)


def inside(pair: Pair) -> Span:
    """The words between the marks."""
    return Span(pair.opening.span.stop, pair.closing.span.start)
