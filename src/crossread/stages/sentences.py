"""Finds where sentences end.

Every full stop, question mark, exclamation mark or ellipsis is a place where a sentence may
end. Rules are tried in the order of RULES; the first that answers decides. The design is
that of razdel (github.com/natasha/razdel): candidate places, then votes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from crossread.languages.language import LANGUAGES, Language
from crossread.model.reading import Reading
from crossread.model.span import Span

SPLIT, JOIN = True, False

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
STOP = re.compile(r"[.?!…]+(?:[ \u00a0][.?!…]+)*|[。！？؟۔।]+")
SPACE = re.compile(r"\s*")
# Closing marks that touch the stop; then those after a space, as in “ Why? ” he asked.
TOUCHING = re.compile(r"(?:[”’»›)\]}]|''|[\"'“](?!\w))+")
DETACHED = re.compile(r"\s[”»)\]](?!\w)")
STRAIGHT_DETACHED = re.compile(r"\s\"(?=\s|$)")
NOTE = re.compile(r"(?:\s?\[(?:\d{1,3}|[a-z]|[a-z][a-z ]{1,24})\])+")  # “in 2014.[3] [4] It”
LEFT = re.compile(r"(?:\b[^\W\d_]\.\s)?[\w.'’&/@:\-]*\w(?=\s?$)")
OPENING = re.compile(r"[“”„‟\"«»‹›‘’‚'`(\[{*•·‣▪●#<\s]*")
DASH = re.compile(r"[-–—―]+")
WORD = re.compile(r"\w+(?:[.'’\-]\w+)*")
APOSTROPHE = re.compile(r"['’]")
NAME = re.compile(r"[^\W\d_]+(?:[.'’\-]+\w+)*\.?")
APART = frozenset("(•*·‣▪●")  # after these a small letter may begin a sentence: “(see below.)”
QUOTES = frozenset("”’»›\"'“")
REACH = 40  # characters that are looked at on either side


@dataclass(frozen=True, slots=True)
class Words:
    """What the rules ask of the language tables."""

    abbreviations: dict[str, str]
    starters: frozenset[str]
    cues: frozenset[str]

    def kind(self, word: str) -> str | None:
        """The kind of an abbreviation, written without its last stop; None if it is none."""
        forms = (word, word[:1].lower() + word[1:], word.capitalize() if word.isupper() else word)
        return next((self.abbreviations[f] for f in forms if f in self.abbreviations), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence may end: `left` `stop` `close`, a gap, `opening` `right`.

    In `He said: “We lost.” “They` left is lost, stop is `.`, close is `”`, opening is `“`
    and right is They.
    """

    left: str
    stop: str
    close: str
    gap: str
    opening: str
    right: str
    after: str  # some of the text after the gap
    first: bool  # nothing but `left` stands before it in its sentence
    words: Words


Rule = Callable[[Place], bool | None]


def nothing_follows(place: Place) -> bool | None:
    """Join “The end.” with nothing: no words follow the stop."""
    return JOIN if not place.right and not place.after else None


def other_script_stop(place: Place) -> bool | None:
    """Split “他走了。她留下。”: such a stop has one meaning."""
    return SPLIT if place.stop[0] in "。！？؟۔।" else None


def inside_word(place: Place) -> bool | None:
    """Join “1.5 million”, “Morrow.ex”, “U.S.”; split “in the hold.According to”."""
    if place.gap or place.close:
        return None
    if any(sign in place.left for sign in ("://", "www.", "@", "/")):
        return JOIN
    word, right = place.left.rpartition(".")[2], place.right
    whole = word.isalpha() and word[1:].islower() and len(word) > 2
    return None if whole and is_sentence_word(right, place.words) else JOIN


def glued_quotation(place: Place) -> bool | None:
    """Join “a ‘what?’-face” and “(sic.)-style”; split “is over.”He left”."""
    if place.gap or not place.close:
        return None
    return None if place.right[:1].isupper() or place.opening else JOIN


def goes_on(place: Place) -> bool | None:
    """Join “oil, gas, etc., and”, “(at 5 p.m.) and”: a comma or colon goes on."""
    return JOIN if place.after[:1] in set(",;:)]}%/&=+”»") else None


def dash_after_quotation(place: Place) -> bool | None:
    """Join “Who are they?” – wrote the mayor; the dash leads to who said it."""
    if not DASH.match(place.after) or not (QUOTES & set(place.close)):
        return None
    return JOIN


def dash_before_lower(place: Place) -> bool | None:
    """Join “We lost! – that was all”; split “– Who is it? – Me.”"""
    if not DASH.match(place.after):
        return None
    return JOIN if place.right[:1].islower() else SPLIT


def brand(place: Place) -> bool | None:
    """Split “It was sold. iPhones went up”: a name that begins with a small letter."""
    right = place.right
    return SPLIT if right[:1].islower() and any(map(str.isupper, right)) else None


def lower_case(place: Place) -> bool | None:
    """Join “Who?” he asked, “Yahoo! said”, “approx. five”: a small letter goes on."""
    if not place.right[:1].islower():
        return None
    return None if place.opening.rstrip()[-1:] in APART else JOIN


def asked_by_name(place: Place) -> bool | None:
    """Join “Is it over?” Karsk asked; a name and a word of saying follow the quotation."""
    if not QUOTES & set(place.close) or not set(place.stop) & set("?!…"):
        return None
    if place.opening.strip():
        return None
    return JOIN if cue_follows(place.after, place.words) else None


def list_number(place: Place) -> bool | None:
    """Join “1. The bank”, “IV. The court”, “B. The bank” where the sentence begins so."""
    if not place.first or place.stop != "." or place.close:
        return None
    return JOIN if re.fullmatch(r"(?:\d{1,3}\.)*\d{1,3}|[IVXivx]{1,5}|\w", place.left) else None


def initial(place: Place) -> bool | None:
    """Join “A. Peruda”, “J. R. Smith”; split “It was Plan B. He left”."""
    word = place.left.rpartition(".")[2]
    if place.stop != "." or place.close or len(word) != 1 or not word.isupper():
        return None
    if "." in place.left and place.words.kind(place.left):
        return None
    return SPLIT if starts_sentence(place) else JOIN


def small_letter(place: Place) -> bool | None:
    """Join “(b. March 1949, m. 1970)”: one small letter before the stop."""
    word = place.left.rpartition(".")[2]
    if place.stop != "." or place.close or len(word) != 1 or not word.islower():
        return None
    return SPLIT if starts_sentence(place) else JOIN


def year_in_brackets(place: Place) -> bool | None:
    """Join “in Viva Maria! (1965)”."""
    return JOIN if place.opening.endswith("(") and place.right.isdigit() else None


def abbreviation(place: Place) -> bool | None:
    """Join “Gen. Petrov”, “No. 5”, “the U.S. Senate”; split “in the U.S. The vote”."""
    if place.stop != "." or place.close:
        return None
    match place.words.kind(place.left):
        case "before":
            return JOIN
        case "number":
            return JOIN if place.right[:1].isdigit() else None
        case "maybe":
            return SPLIT if starts_sentence(place) else JOIN
        case "end":
            return SPLIT
        case _:
            return None


def letters(place: Place) -> bool | None:
    """Join “the F.S.B. Academy”, “b.k.s. Ivan”: letters with stops between them."""
    if place.stop != "." or place.close or not re.fullmatch(r"(?:\w\.)+\w", place.left):
        return None
    if place.left.replace(".", "").isdigit():
        return None
    return SPLIT if starts_sentence(place) else JOIN


def otherwise(_: Place) -> bool | None:
    """Split “He left. She stayed.”"""
    return SPLIT


RULES: tuple[Rule, ...] = (
    nothing_follows,
    other_script_stop,
    inside_word,
    glued_quotation,
    goes_on,
    dash_after_quotation,
    dash_before_lower,
    brand,
    lower_case,
    asked_by_name,
    list_number,
    initial,
    abbreviation,
    letters,
    small_letter,
    year_in_brackets,
    otherwise,
)


def is_sentence_word(word: str, words: Words) -> bool:
    """True for According, The, I: a word as it stands at the head of a sentence."""
    if word.casefold() in words.starters and word[:1].isupper():
        return True
    return len(word) > 2 and word[0].isupper() and word[1:].islower()


def starts_sentence(place: Place) -> bool:
    """True for “in the U.S. The vote”, not for the second initial of “И. И. Иванов”."""
    right = place.right
    head = APOSTROPHE.split(right)[0].casefold()  # “at 5 p.m. We’re”
    if not right[:1].isupper() or head not in place.words.starters:
        return False
    return len(right) > 1 or f"{right}." not in place.after[: len(place.opening) + 2]


def cue_follows(text: str, words: Words) -> bool:
    """True if one to four capitalised words and a word of saying come next: Karsk asked."""
    for count, found in enumerate(NAME.finditer(text)):
        word = found.group().rstrip(".")
        if word in words.cues:
            return count > 0
        if not word[0].isupper() or count == 4:
            return False
    return False


class Sentences:
    """The stage: the sentences of each story block, in order; none crosses a block.

    Abbreviations of all languages are known at once, since pages mix them and their letters
    tell them apart.
    """

    needs: ClassVar[tuple[str, ...]] = ("blocks",)
    gives: ClassVar[str] = "sentences"

    def __init__(
        self, rules: Iterable[Rule] = RULES, languages: Iterable[Language] = LANGUAGES.values()
    ) -> None:
        self.rules = tuple(rules)
        known = tuple(languages)
        self.words = Words(
            {word: kind for one in known for word, kind in one.pairs("abbreviations").items()},
            frozenset(word for one in known for word in one.words("starters")),
            frozenset(word for one in known for word in one.words("quotation-cues")),
        )

    def __call__(self, reading: Reading) -> Iterator[Span]:
        for block in reading.story:
            start = block.start
            for gap in PARAGRAPH.finditer(reading.text, block.start, block.stop):
                yield from self.paragraph(reading.text, Span(start, gap.start()))
                start = gap.end()
            yield from self.paragraph(reading.text, Span(start, block.stop))

    def paragraph(self, text: str, span: Span) -> Iterator[Span]:
        """The sentences of one paragraph."""
        start = span.trimmed(text).start
        for found in STOP.finditer(text, start, span.stop):
            stop, place = self.place(text, start, found, span.stop)
            if stop > start and self.splits(place):
                yield Span(start, stop)
                start = SPACE.match(text, stop, span.stop).end()  # type: ignore[union-attr]
        rest = Span(start, max(start, span.stop)).trimmed(text)
        if rest:
            yield rest

    def place(self, text: str, start: int, found: re.Match[str], end: int) -> tuple[int, Place]:
        """The place around one stop, and where the sentence would end."""
        stop = closed(text, found.end(), end)
        right = SPACE.match(text, stop, end).end()  # type: ignore[union-attr]
        after = text[right : min(end, right + 2 * REACH)]
        before = text[max(start, found.start() - REACH) : found.start()]
        left = LEFT.search(before)
        opening = OPENING.match(after).group()  # type: ignore[union-attr]
        bare = DASH.sub("", after[len(opening) :], count=1).lstrip("“”„\"«»‘’' ")
        word = WORD.match(bare)
        return (
            stop,
            Place(
                left="".join(left.group().split()) if left else "",  # “и т. д” is “и т.д”
                stop=found.group(),
                close=text[found.end() : stop],
                gap=text[stop:right],
                opening=opening,
                right=word.group() if word else "",
                after=after,
                first=left is not None
                and found.start() - start < REACH
                and before.strip() == left[0],
                words=self.words,
            ),
        )

    def splits(self, place: Place) -> bool:
        return next((answer for rule in self.rules if (answer := rule(place)) is not None), JOIN)


def closed(text: str, start: int, end: int) -> int:
    """Where the marks that close after a stop have ended: `?”`, `.)`, `? ”`, `.[3]`."""
    for pattern in (TOUCHING, DETACHED, STRAIGHT_DETACHED, NOTE):
        if found := pattern.match(text, start, end):
            start = found.end()
    return start
