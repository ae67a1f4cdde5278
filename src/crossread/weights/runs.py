"""Divides a block into which something else was run, as copying a page often does.

A rule looks at one block and says which stretches of it are something else, of which kind;
what lies between stays what it was. Rules are precise rather than greedy: what they are not
sure of stays in the story.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from crossread.languages.dates import WORD, leading_date, months
from crossread.languages.language import LANGUAGES
from crossread.model.block import Block, BlockKind
from crossread.model.span import Span
from crossread.weights.phrases import stands_in

Piece = tuple[Span, BlockKind]  # of a block: counted from the start of the article's text
Rule = Callable[[str, Sequence[Block], int], Iterable[Piece]]

# Where a report was written: PORT ELLERY, Nov. 3 (Harbour Press) — and PORT ELLERY, June 3, 2019 --
PLACE = r"[A-ZÀ-ÞА-ЯЁІЇЄҒҚӘҢӨҰҮ]{3}[\w.'’ \-]{0,40}(?:,\s[\w. ]{2,20})?"
AGENCY = r"(?:\([A-Z][\w. ]{1,30}\)|/[\w ]{1,30}/)"
DAY = r"(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\s[^\W\d_]{3,9}\.?)(?:,?\s\d{4})?"
CAPITALS = r"[A-ZÀ-ÞА-ЯЁІЇЄҒҚӘҢӨҰҮ]{3}[A-ZÀ-ÞА-ЯЁІЇЄҒҚӘҢӨҰҮ.'’ \-]{0,40}(?:,\s[A-Z][\w.]{1,12})?"
WIRE = re.compile(
    rf"(?:{CAPITALS}\s(?:--|[–—])\s+(?=[^\W\d_a-z]|[“\"«])|(?:{PLACE}(?:,\s{DAY},?)?\s{AGENCY}|{PLACE},\s{DAY}|{AGENCY})\s*(?:--|[-–—])\s+(?=\S))"
)
SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[“\"«(‘]?[^\W\d_a-zа-яёіїєґәғқңөұүһ])")
REPEATED = 5  # words that stand twice in one sentence when a subtitle was run into it
LONGEST_SUBTITLE = 40  # words
SHORTEST_HEADLINE = 4  # words; what is shorter is the kicker above it: “The quay.”
LOOKED_AT = 5000  # characters of a block


def date_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“date 2031-05-07 The minister said …”: a date run into the first paragraph."""
    block = blocks[number]
    if found := leading_date(block.span.of(text)):
        start = block.span.start
        yield Span(start + found.start, start + found.stop).trimmed(text), "dateline"


def place_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“PORT ELLERY (Harbour Press) — The minister said …”: where a report was written."""
    block = blocks[number]
    if found := WIRE.match(text, block.span.start, block.span.stop):
        yield Span(block.span.start, found.end()).trimmed(text), "dateline"


def title_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """The title once more at the start of the first paragraph, without a break behind it."""
    block, title = blocks[number], next((b for b in blocks[:number] if b.kind == "title"), None)
    if title is None:
        return
    words = WORD.findall(title.span.of(text).lower())
    told = list(WORD.finditer(text, block.span.start, min(block.span.stop, block.span.start + 600)))
    same = [match.group().lower() for match in told[: len(words)]] == words
    if same and len(words) >= REPEATED and len(told) > len(words):
        stop = told[len(words)].start()
        if text[stop].isupper():
            yield Span(block.span.start, stop).trimmed(text), "boilerplate"


def subtitle_before_story(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“The mayor was struck by the closing of the port Tom Quay was struck by the closing of
    the port on Monday.”: a subtitle, and the first sentence, which says it again.
    """
    block = blocks[number]
    told = first_sentence(text, block.span)
    words = [match.group().lower() for match in told]
    if (again := repetition(words)) is None:
        return
    start = again
    while start and told[start - 1].group()[0].isupper():  # “Tom Quay” was struck …
        start -= 1
    known = set(words[:start])
    for other in blocks[:number]:
        known.update(word.lower() for word in WORD.findall(other.span.of(text)[:LOOKED_AT]))
    new = next((at for at in range(start, again) if words[at] not in known), None)
    if new is not None and new >= REPEATED:
        yield Span(block.span.start, told[new].start()).trimmed(text), "heading"


def first_sentence(text: str, span: Span) -> list[re.Match[str]]:
    stop = min(span.stop, span.start + 600)
    end = re.compile(r"[.!?…:;,]").search(text, span.start, stop)
    return list(WORD.finditer(text, span.start, end.start() if end else stop))


def repetition(words: Sequence[str]) -> int | None:
    """Where five words stand for the second time."""
    seen: dict[tuple[str, ...], int] = {}
    for at in range(min(len(words), 2 * LONGEST_SUBTITLE) - REPEATED + 1):
        run = tuple(words[at : at + REPEATED])
        if run in seen and seen[run] + REPEATED <= at <= LONGEST_SUBTITLE:
            return at
        seen.setdefault(run, at)
    return None


def teasers_inside(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“Related materials10:21 – May 3 A headline. 08:14 – June 9 Another? He left …”"""
    span = blocks[number].span
    for found in leads(text, span):
        if not at_sentence_start(text, span, found.start()):
            continue
        reach = min(span.stop, found.end() + LOOKED_AT)
        first = stamp_pattern().search(text, found.end(), min(reach, found.end() + 40))
        if first and first.start() - found.end() <= 3:
            *_, last = stamp_pattern().finditer(text, found.end(), reach)
            yield Span(found.start(), headline_end(text, last.end(), span.stop)), "boilerplate"
            return


def lead_inside(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“… he added. Read also: Dockers go home. The strike …”: a lead to another story."""
    span, last = blocks[number].span, 0
    for found in leads(text, span):
        colon = re.compile(r"\s?:\s+").match(text, found.end(), span.stop)
        if found.start() < last or not colon or not at_sentence_start(text, span, found.start()):
            continue
        last = headline_end(text, colon.end(), span.stop)
        if last - found.start() <= 300:
            yield Span(found.start(), last), "boilerplate"


def leads(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where a block leads to another story; each such lead has a colon, or a time, behind it."""
    stop = min(span.stop, span.start + LOOKED_AT)
    if ":" in text[span.start : stop]:
        yield from lead_pattern().finditer(text, span.start, stop)


def at_sentence_start(text: str, span: Span, place: int) -> bool:
    before = text[span.start : place].rstrip()
    return not before or before[-1] in ".!?…”»"


def headline_end(text: str, start: int, stop: int) -> int:
    """Where the headline ends that starts here: at the end of its first whole sentence."""
    stop = min(stop, start + LOOKED_AT)
    for end in SENTENCE.finditer(text, start, stop):
        if len(WORD.findall(text[start : end.start()])) >= SHORTEST_HEADLINE:
            return end.start() + len(end.group().rstrip())
    return start + len(text[start:stop].rstrip())


def call_at_the_end(text: str, blocks: Sequence[Block], number: int) -> Iterable[Piece]:
    """“… the mayor said. Subscribe to our channel.”: a last sentence that no story says."""
    span = blocks[number].span
    start = max(span.start, span.stop - LOOKED_AT)
    ends = [end.end() for end in SENTENCE.finditer(text, start, span.stop)]
    if ends and len(text[ends[-1] : span.stop].split()) <= 40:
        last = text[ends[-1] : span.stop]
        phrase = stands_in("furniture", last)
        if phrase and phrase.long and phrase.place == "starts":
            yield Span(ends[-1], span.stop), "boilerplate"


@cache
def lead_pattern() -> re.Pattern[str]:
    """“Related materials”, “Read also” and their like, in every language."""
    leads = {
        row[0]
        for language in LANGUAGES.values()
        for row in language.rows("leads")
        if row[1] == "related" and " " in row[0]
    }
    longest_first = sorted(leads | {"related materials"}, key=lambda lead: (-len(lead), lead))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})", re.IGNORECASE)


@cache
def stamp_pattern() -> re.Pattern[str]:
    """“08: 14 – June 9”: how lists of other stories date them."""
    month = "|".join(sorted(map(re.escape, months()), key=lambda name: -len(name)))
    day = rf"(?:(?:{month})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{month})|\d\d\.\d\d\.\d{{4}})\b"
    return re.compile(rf"\d{{1,2}}:\s?\d\d\s?[–—,|-]\s?{day}(?:,?\s\d{{4}})?", re.IGNORECASE)


# Those of the first paragraph, and those of every one.
HEAD_RULES: tuple[Rule, ...] = (
    date_before_story,
    place_before_story,
    title_before_story,
    subtitle_before_story,
)
RULES: tuple[Rule, ...] = (
    teasers_inside,
    lead_inside,
    call_at_the_end,
)


def divide(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with those divided into which something else was run."""
    found = list(blocks)
    for rule in HEAD_RULES:
        first = next((i for i, block in enumerate(found) if block.kind == "paragraph"), None)
        if first is not None:
            found[first : first + 1] = applied(rule, text, found, first)
    for rule in RULES:
        found = [
            piece
            for number, block in enumerate(found)
            for piece in (
                applied(rule, text, found, number) if block.kind == "paragraph" else (block,)
            )
        ]
    return tuple(found)


def applied(rule: Rule, text: str, blocks: Sequence[Block], number: int) -> Iterator[Block]:
    block, last = blocks[number], blocks[number].span.start
    for span, kind in rule(text, blocks, number):
        if before := Span(last, span.start).trimmed(text):
            yield replace(block, span=before)
        yield Block(span, kind, xpath=block.xpath, rule=rule.__name__)
        last = span.stop
    if after := Span(last, block.span.stop).trimmed(text):
        yield replace(block, span=after)
