"""Tells marks that name a thing, or keep a word at a distance, from marks of speech.

Only a short quotation can be either. Rules are tried in the order of RULES; the first that
answers decides. Where a word of saying governs the words closely, they are speech.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 5  # words; in PolNeAR 98 of 100 longer quotations are speech, of shorter ones 72
NEAR = 3  # words between a word of saying and the mark

WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
SMALL = frozenset({"of", "the", "and", "in", "for", "on", "to", "a", "an", "at", "de", "и", "в"})


@dataclass(frozen=True, slots=True)
class Short:
    """A short quotation in its sentence."""

    words: tuple[str, ...]  # inside the marks
    inner: str
    before: str  # the sentence up to the opening mark
    after: str  # the sentence from the closing mark on
    depth: int
    kinds: dict[str, str]  # words of saying and naming, each with its kind

    def kind_of(self, word: str) -> str | None:
        return self.kinds.get(word.casefold())

    @property
    def last(self) -> tuple[str, ...]:
        """The words before the mark, the nearest first."""
        return tuple(reversed(WORD.findall(self.before[-80:])))


Rule = Callable[[Short], bool | None]


def long(short: Short) -> bool | None:
    """“We will build the dam again next year” is speech: more than five words."""
    return False if len(short.words) > LONGEST else None


def followed_by_cue(short: Short) -> bool | None:
    """“Never,” he said; “No!” shouted Karin — speech: words of saying come next."""
    if not short.inner.rstrip().endswith((",", ".", "!", "?", "…")) and not (
        short.after.lstrip().startswith((",", "–", "—", "-"))
    ):
        return None
    following = WORD.findall(short.after[:60])[:5]
    return False if any(short.kind_of(word) == "after" for word in following) else None


def so_called(short: Short) -> bool | None:
    """The so-called “people’s council” — at a distance."""
    return True if any(short.kind_of(word) == "distance" for word in short.last[:2]) else None


def named_thing(short: Short) -> bool | None:
    """The TV channel “Khabar-24”, the song “My Land” — the name of a thing."""
    return True if any(short.kind_of(word) == "thing" for word in short.last[:1]) else None


def cue_before(short: Short) -> bool | None:
    """He said it was “controversial” — speech: a word of saying stands close before it."""
    if short.before.rstrip().endswith(":"):
        return False
    near = short.last[: NEAR + 1]
    return False if any(short.kind_of(word) in {"after", "before"} for word in near) else None


def title(short: Short) -> bool | None:
    """The “People’s Council of Workers” — a name: each word has a capital letter."""
    words = [word for word in short.words if word.casefold() not in SMALL]
    capital = bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)
    return True if capital and short.before.strip() else None


def cue_in_sentence(short: Short) -> bool | None:
    """The report, he said, was “controversial” — speech: a word of saying is in the sentence."""
    said = (short.kind_of(word) for word in WORD.findall(short.before) + WORD.findall(short.after))
    return False if any(kind in {"after", "before"} for kind in said) else None


def whole_sentence(short: Short) -> bool | None:
    """“We lost.” — speech: nothing else is in its sentence."""
    return None if WORD.search(short.before) or WORD.search(short.after) else False


def otherwise(_: Short) -> bool | None:
    """The “rebels” left the square — at a distance: no one is said to have said it."""
    return True


RULES: tuple[Rule, ...] = (
    long,
    followed_by_cue,
    so_called,
    named_thing,
    cue_before,
    title,
    cue_in_sentence,
    whole_sentence,
    otherwise,
)


def is_scare(short: Short) -> bool:
    answers = (rule(short) for rule in RULES)
    return next((answer for answer in answers if answer is not None), False)
