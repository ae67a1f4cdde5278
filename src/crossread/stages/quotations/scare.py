"""Tells marks that name a thing, or keep a word at a distance, from marks of speech.

Only a short quotation can be either. Rules are tried in the order of RULES; the first that
answers decides. Where a word of saying governs the words closely, they are speech.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 5  # words; in PolNeAR 98 of 100 longer quotations are speech, of shorter ones 72
LONGEST_NAME = 12
NEAR = 3  # words between a word of saying and the mark
FAR = 20  # words between the two where nothing better is known

WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
GOVERNS = frozenset({"after", "before", "names"})
ANGLES = frozenset("«»‹›")
POSSESSIVE = re.compile(r"\w[’']s\s*$")
SMALL = frozenset({"of", "the", "and", "in", "for", "on", "to", "a", "an", "at", "de", "и", "в"})


@dataclass(frozen=True, slots=True)
class Short:
    """A short quotation in its sentence."""

    words: tuple[str, ...]  # inside the marks
    inner: str
    before: str  # the sentence up to the opening mark
    after: str  # the sentence from the closing mark on
    mark: str  # the opening mark
    kinds: dict[str, str]  # words of saying and naming, each with its kind

    def kind_of(self, word: str) -> str | None:
        return self.kinds.get(word.casefold())

    @property
    def is_name(self) -> bool:
        """True for “Council of the Port of the town”: at most one word in five is small.

        Between « and » one capital letter will do: «Единый порт».
        """
        words = [word for word in self.words if word.casefold() not in SMALL]
        if not words or words[0][0].islower():
            return False
        small = sum(word[0].islower() for word in words)
        return small * 5 <= len(words) or (self.mark in ANGLES and len(words) <= LONGEST)

    @property
    def last(self) -> tuple[str, ...]:
        """The words before the mark, the nearest first."""
        return tuple(reversed(WORD.findall(self.before[-80:])))


Rule = Callable[[Short], bool | None]


def long(short: Short) -> bool | None:
    """“We will build the dam again next year” is speech: more than five words."""
    return False if len(short.words) > LONGEST else None


def followed_by_cue(short: Short) -> bool | None:
    """“Never,” he said; “No!” shouted Karsk — speech: words of saying come next."""
    if not short.inner.rstrip().endswith((",", ".", "!", "?", "…")) and not (
        short.after.lstrip().startswith((",", "–", "—", "-"))
    ):
        return None
    following = WORD.findall(short.after[:60])[:5]
    return False if any(short.kind_of(word) == "after" for word in following) else None


def long_name(short: Short) -> bool | None:
    """The “Union of Dockers and Sailors of Greater Portmere” — a name, though a long one."""
    if not LONGEST < len(short.words) <= LONGEST_NAME or short.before.rstrip().endswith(":"):
        return None
    led = any(short.kind_of(word) == "after" for word in short.last[:1])
    return True if short.is_name and not led and WORD.search(short.before) else None


def so_called(short: Short) -> bool | None:
    """The so-called “harbour council” — at a distance."""
    return True if any(short.kind_of(word) == "distance" for word in short.last[:2]) else None


def named_thing(short: Short) -> bool | None:
    """The TV channel “Morrow-24”, the song “My Land” — the name of a thing."""
    led = any(short.kind_of(word) == "thing" for word in short.last[:1])
    touching = short.before.rstrip()[-1:].isalnum() or short.is_name
    return True if led and touching else None


def owned_title(short: Short) -> bool | None:
    """On the channel’s “Good Morning, Norland” — a name: whose or where it is comes before."""
    if not short.is_name:
        return None
    led = any(short.kind_of(word) == "lead" for word in short.last[:1])
    return True if led or POSSESSIVE.search(short.before) else None


def attribute(short: Short) -> bool | None:
    """id="n45" — the value of an attribute, in markup that was left in the text."""
    return True if short.before.endswith("=") else None


def cue_before(short: Short) -> bool | None:
    """He said it was “controversial” — speech: a word of saying stands close before it."""
    if short.before.rstrip().endswith(":"):
        return False
    near = short.last[: NEAR + 1]
    return False if any(short.kind_of(word) in GOVERNS for word in near) else None


def title(short: Short) -> bool | None:
    """The “Council of the Port” — a name: each word has a capital letter."""
    return True if short.is_name and WORD.search(short.before) else None


def cue_in_sentence(short: Short) -> bool | None:
    """The report, he said, was “controversial” — speech: a word of saying is in the sentence."""
    before, after = WORD.findall(short.before)[-FAR:], WORD.findall(short.after)[:FAR]
    said = any(short.kind_of(word) == "after" for word in before + after)
    return False if said or any(short.kind_of(word) == "names" for word in before) else None


def whole_sentence(short: Short) -> bool | None:
    """“We lost.” — speech: nothing else is in its sentence."""
    return None if WORD.search(short.before) or WORD.search(short.after) else False


def otherwise(_: Short) -> bool | None:
    """The “rebels” left the square — at a distance: no one is said to have said it."""
    return True


RULES: tuple[Rule, ...] = (
    long_name,
    long,
    attribute,
    so_called,
    named_thing,
    owned_title,
    followed_by_cue,
    cue_before,
    title,
    cue_in_sentence,
    whole_sentence,
    otherwise,
)


def is_scare(short: Short) -> bool:
    answers = (rule(short) for rule in RULES)
    return next((answer for answer in answers if answer is not None), False)
