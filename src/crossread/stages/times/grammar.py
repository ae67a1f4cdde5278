"""Grammar: rules over the classes of words, written as patterns of their names.

`(?P<M>month) (?P<D>ordinal|digits) (?:comma? (?P<Y>year))?` is what “March 5, 2031” looks like.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from crossread.stages.times.lexicon import CLASS_OF, LETTERS
from crossread.stages.times.meaning import Draft
from crossread.stages.times.tokens import Tokens

NAME = re.compile(r"[a-z_]+")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of class names as one of letters."""
    plain = pattern.replace("(?P<", "(?\0<")
    named = NAME.sub(lambda name: LETTERS[name.group()], plain)
    return re.compile(named.replace(" ", "").replace("(?\0<", "(?P<"))


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a sentence that has the shape of a rule."""

    tokens: Tokens
    match: re.Match[str]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end()

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def value(self, group: str) -> str:
        """The value of the first token of a group; nothing if it is not there."""
        place = self.match.start(group) if self.has(group) else -1
        return self.tokens.values[place] if place >= 0 else ""

    def kind(self, group: str) -> str:
        """The class of the first token of a group; nothing if it is not there."""
        letter = self.tokens.kind(self.match.start(group)) if self.has(group) else ""
        return CLASS_OF[letter] if letter else ""

    def number(self, group: str) -> int | None:
        found = self.value(group)
        return int(found) if found else None

    def places(self, group: str) -> range:
        return range(self.match.start(group), self.match.end(group))


class Rule(Protocol):
    """A function that says what a place means that has its shape; its docstring is an example."""

    __name__: str
    pattern: re.Pattern[str]

    def __call__(self, found: Found) -> Draft | None: ...


def shaped(pattern: str) -> Callable[[Callable[[Found], Draft | None]], Rule]:
    """Makes a rule of a function: the shape that it reads."""

    def give(function: Callable[[Found], Draft | None]) -> Rule:
        function.pattern = compiled(pattern)  # type: ignore[attr-defined]
        return function  # type: ignore[return-value]

    return give


class Grammar:
    """Rules in their order: of those that fit at a place, the first that makes sense of it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        shapes = (re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in rules)
        self.any = re.compile("|".join(f"({shape})" for shape in shapes))

    def drafts(self, tokens: Tokens) -> Iterator[Draft]:
        """What is found in a sentence, from left to right, no word twice."""
        place = 0
        while match := self.any.search(tokens.classes, place):
            draft = self.first(tokens, match.start(), match.lastindex or 1)
            if draft:
                yield draft
            place = draft.last if draft else match.start() + 1

    def first(self, tokens: Tokens, place: int, number: int) -> Draft | None:
        for rule in self.rules[number - 1 :]:
            match = rule.pattern.match(tokens.classes, place)
            draft = rule(Found(tokens, match)) if match else None
            if draft:
                return replace(draft, rule=rule.__name__)
        return None
