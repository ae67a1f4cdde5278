"""Marked: quotation marks that keep a word at a distance, told from those of names and speech.

What may be the mark of something else is left out, by the first of SHIELDS that says so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.model.claims import Claims
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.sources import is_sure
from crossread.stages.wording.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LONGEST = 3  # words; what is longer is mostly somebody’s
LONGEST_LED = 2  # where “the” or “their” does not lead up to it
NEAR = 60  # characters on either side that are looked at
SINGLE = frozenset("‘'")
SMALL = frozenset("of the and in for on to a an at de from with by or nor".split())
LEADING = frozenset(
    "the this these those that his her their its our your my so-called such".split()
)
BEING = frozenset("is are was were be been being become becomes became it's that's like".split())
SPOKEN_OF = frozenset("word words term terms phrase phrases expression name names nickname".split())
SPOKEN_OF |= frozenset("nicknamed dubbed codenamed alias slogan slogans hashtag titled".split())
SPOKEN_OF |= frozenset("entitled letter letters verb noun adjective prefix suffix spelled".split())
SPOKEN_OF |= frozenset("spelt reading means meaning sign signs caption headline tag motto".split())
SPOKEN_OF |= frozenset("naming named called calls calling author".split())
POSING = frozenset("pose poses posed posing masquerade masquerading disguised".split())
OBJECTS = frozenset("it them him me us".split())
AFTER_WORD = frozenset("means meaning meant for symbol".split())
ACTING = frozenset({"VB", "VBP", "VBZ", "VBD", "MD", "PRP", "RB", "WDT", "WRB"})
ENDING = frozenset({"NN", "NNS", "NNP", "JJ", "VBN", "VBG", ""})


@dataclass(frozen=True, slots=True)
class Marked:
    """A short quotation that is no plain speech, with the words around it."""

    words: tuple[str, ...]  # in the marks
    before: tuple[str, ...]  # in small letters, the nearest last
    after: tuple[str, ...]
    touching: bool  # nothing but a space parts it from the word before
    named: bool  # a name stands in the marks
    loud: bool  # “No!”
    single: bool  # in single marks, as headlines have for speech, where the story has double ones
    said: bool  # a report holds it as said by somebody
    echoed: bool  # the same words are said by somebody elsewhere
    lexicon: Lexicon

    @property
    def lower(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.words)

    @property
    def party(self) -> bool:
        """True of one word for people or a body, “rebels”."""
        word = self.lower[0]
        return len(self.words) == 1 and (word in self.lexicon.heads or word in self.lexicon.nouns)

    def led(self, words: frozenset[str], back: int = 1) -> bool:
        return len(self.before) >= back and self.before[-back] in words


def keeps_at_a_distance(marked: Marked) -> bool:
    """“The ‘rebels’ left.” — the writer does not own the word."""
    return not any(shield(marked) for shield in SHIELDS)


def is_name(marked: Marked) -> bool:
    """The movement “Forty Hours”, Ilan “Bull” Dovar — a name."""
    return marked.named or like_a_name(marked.words)


def is_thing(marked: Marked) -> bool:
    """The film “Port” — the name of a thing."""
    return marked.touching and marked.led(marked.lexicon.things)


def is_word(marked: Marked) -> bool:
    """The word “rebel” means nothing here — a word that is spoken of."""
    behind = bool(marked.after) and marked.after[0] in AFTER_WORD
    return (marked.touching and marked.led(SPOKEN_OF)) or behind


def is_long(marked: Marked) -> bool:
    """A “matter of some urgency” — of several words, and so mostly somebody’s."""
    led = marked.led(LEADING) or (bool(marked.before) and marked.before[-1].endswith("’s"))
    return len(marked.words) > (LONGEST if led else LONGEST_LED)


def is_clause(marked: Marked) -> bool:
    """They “turned away” — what was done, in somebody’s words."""
    classes = marked.lexicon.classes
    first, last = classes.get(marked.lower[0], ""), classes.get(marked.lower[-1], "")
    return first in ACTING or last not in ENDING or marked.loud


def is_judgement(marked: Marked) -> bool:
    """It was “peanuts”; he is a “faker” — what somebody finds of it."""
    if marked.led(frozenset({"as"})):
        return not marked.led(POSING, 2)
    article = marked.led(frozenset({"a", "an"})) and marked.led(BEING | {"as"}, 2)
    return marked.led(BEING | OBJECTS) or article


def is_apart(marked: Marked) -> bool:
    """Cells, “lines” as they are called — set off by a mark."""
    return bool(marked.before) and not marked.touching


def is_said(marked: Marked) -> bool:
    """She spoke of a “disaster” — words that are or may be reported as said, of no party."""
    return (marked.said or marked.echoed or marked.single) and not marked.party


SHIELDS: tuple[Callable[[Marked], bool], ...] = (
    is_name,
    is_thing,
    is_word,
    is_long,
    is_clause,
    is_judgement,
    is_apart,
    is_said,
)


class Scene:
    """An article as the marks in it are looked at."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        text = reading.text
        self.text, self.quotations, self.lexicon = text, reading.quotations, lexicon
        self.claims = Claims(reading.attributions)
        self.named = frozenset(one.span for one in reading.mentions if one.form == "name")
        self.double = any(not is_single(text, one) for one in self.quotations)
        self.spoken = frozenset(spoken(reading.text, reading.quotations))

    def scare_quotes(self) -> Iterator[Quotation]:
        """The quotations that keep a word at a distance."""
        for quote in self.quotations:
            if quote.scare and (marked := self.marked(quote)) and keeps_at_a_distance(marked):
                yield quote

    def marked(self, quote: Quotation) -> Marked | None:
        text, inner = self.text, quote.inner
        words = tuple(WORD.findall(text, inner.start, inner.stop))
        if not any(len(word) > 1 and word[0].isalpha() for word in words):
            return None
        before = text[max(0, quote.span.start - NEAR) : quote.span.start]
        after = text[quote.span.stop : quote.span.stop + NEAR]
        return Marked(
            words,
            before=tuple(word.lower() for word in WORD.findall(before)),
            after=tuple(word.lower() for word in WORD.findall(after)),
            touching=before.rstrip()[-1:].isalnum(),
            named=inner in self.named,
            single=is_single(text, quote) and not quote.depth and self.double,
            loud=text[inner.stop - 1] in "!?",
            said=self.is_said(quote),
            echoed=key(words) in self.spoken,
            lexicon=self.lexicon,
        )

    def is_said(self, quote: Quotation) -> bool:
        """True if it is reported as said, so that the marks may be those of speech."""
        item = None if quote.depth else self.claims.holding(quote.inner)
        return item is not None and item.kind != "indirect" and is_sure(item)


def is_single(text: str, quote: Quotation) -> bool:
    """‘so’, 'so'; not ''so'', which stands for a double mark."""
    start = quote.span.start
    return text[start] in SINGLE and text[start + 1] != "'"


def spoken(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[str, ...]]:
    """All that is said in marks in one or two words that follow each other."""
    for quote in quotations:
        if not quote.scare and not quote.depth:
            words = WORD.findall(text, quote.inner.start, quote.inner.stop)
            yield from (key(pair) for pair in pairwise(words))
            if len(words) == 1:
                yield key(words)


def key(words: Iterable[str]) -> tuple[str, ...]:
    """The words by which something said is known again: the first two."""
    return tuple(word.lower() for word in words)[:2]


def like_a_name(words: Sequence[str]) -> bool:
    """True if each word but the small ones has a capital; one in five may lack it."""
    large = [word for word in words if word.lower() not in SMALL]
    small = sum(not word[0].isupper() and not word.isdigit() for word in large)
    return bool(large) and words[0][0].isupper() and small * 5 <= len(large)
