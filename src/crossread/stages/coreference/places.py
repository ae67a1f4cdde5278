"""Places: each mention with what stands around it, as the rules of coreference see it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from crossread.languages.language import Language
from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span

WORD = re.compile(r"[^\W_][\w’'\-]*(?:\.[^\W\d_](?=\.))*", re.UNICODE)
DOES = re.compile(r"(?:\s+[a-z][\w’']*){1,4}\s+")  # “Dovar | had long wanted to meet | him”
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(slots=True)
class Place:
    """A mention in its article. Sentences, blocks and quotations are named by number."""

    number: int
    mention: Mention
    words: tuple[str, ...]  # in small letters
    sentence: int
    block: int
    quote: int | None  # the speech in which it stands; None = the writer's own words
    first: bool = False  # nobody else is mentioned before it in its sentence
    after: str = ""  # the word before it, in small letters
    refers: str = ""  # of a pronoun: “he” for “him”, too
    use: str = ""  # of a pronoun: subject, object, possessive, reflexive
    possessive: bool = False  # “Dovar’s”, “his”
    doer: int | None = None  # of an object: the number of the mention that does it
    verbal: bool = False  # a small word follows at once: it may be the subject
    source: Attribution | None = None  # for which it stands as source, or in it
    told: list[Attribution] = field(default_factory=list)  # in the content of which it stands

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def form(self) -> str:
        return self.mention.form

    @property
    def pronoun(self) -> str:
        """The pronoun itself; "" for a name or description."""
        return self.words[0] if self.mention.form == "pronoun" and self.words else ""

    @property
    def outside(self) -> bool:
        return self.quote is None


def words_of(text: str) -> tuple[str, ...]:
    """The words in small letters, without possessive endings.

    >>> words_of("Ilan Dovar’s harbour")
    ('ilan', 'dovar', 'harbour')
    """
    return tuple(POSSESSIVE.sub("", word.lower()) for word in WORD.findall(text))


def places(reading: Reading, tables: Language) -> list[Place]:
    """The mentions of a reading in the order of the text."""
    speech = [quote for quote in reading.quotations if not quote.scare and not quote.depth]
    starts = [sentence.start for sentence in reading.sentences]
    blocks = [span.start for span in reading.story]
    quotes = [quote.span.start for quote in speech]
    found: list[Place] = []
    for mention in sorted(reading.mentions, key=lambda one: (one.span.start, -one.span.stop)):
        sentence = bisect_right(starts, mention.span.start) - 1
        place = Place(
            number=len(found),
            mention=mention,
            words=words_of(mention.span.of(reading.text)),
            sentence=sentence,
            block=bisect_right(blocks, mention.span.start) - 1,
            quote=within(speech, quotes, mention.span),
        )
        look_around(place, reading, found, tables)
        found.append(place)
    with_sources(found, reading.attributions)
    return found


def within(speech: Sequence[Quotation], starts: list[int], span: Span) -> int | None:
    """The number of the speech that holds a stretch."""
    at = bisect_right(starts, span.start) - 1
    return at if at >= 0 and speech[at].span.holds(span) else None


def look_around(place: Place, reading: Reading, before: list[Place], tables: Language) -> None:
    """What stands right before and behind a mention."""
    text, span = reading.text, place.span
    ahead = WORD.search(text, span.stop, span.stop + 40)
    line = text[max(0, span.start - 40) : span.start]
    words = WORD.findall(line.rpartition("\n")[2])
    apart = re.search(r"[.!?:;]\W*$", line)
    last = words[-1].lower() if words else ""
    place.after = last if not apart or last in tables.words("titles") else ""
    behind = text[span.stop : span.stop + 2]
    place.refers, place.use = uses(tables).get(place.pronoun, ("", ""))
    ends = text[span.stop - 1 : span.stop] == "s" and behind[:1] in {"'", "’"}
    place.possessive = behind in {"'s", "’s"} or ends or place.use == "possessive"
    gap = text[span.stop : ahead.start()] if ahead else "."
    place.verbal = (
        bool(ahead) and gap.isspace() and ahead is not None and ahead.group()[0].islower()
    )
    same = [
        one for one in before[-8:] if one.sentence == place.sentence and one.quote == place.quote
    ]
    place.first = not same
    place.doer = doer(place, same, text, tables)


def doer(place: Place, same: Sequence[Place], text: str, tables: Language) -> int | None:
    """“Dovar | had told | him”: nothing but verbs and prepositions stands between the two."""
    before, near = tables.kinds("small-words")["before"], text[place.span.stop :][:10].split()
    taken = near and place.verbal and near[0] in before | clauses(tables)
    if place.use != "object" and not (place.pronoun == "her" and (taken or not place.verbal)):
        return None
    for one in sorted(same, key=lambda one: (-one.span.stop, one.span.start)):
        between = text[one.span.stop : place.span.start]
        does = not one.possessive and one.after not in before and DOES.fullmatch(between)
        return one.number if does and clauses(tables).isdisjoint(between.split()) else None
    return None


@cache
def clauses(tables: Language) -> frozenset[str]:
    """Words that begin another clause: “and”, “that”, “who”, “because”."""
    sets, small = tables.pairs("grammar"), tables.kinds("small-words")["pair"]
    named = ("openers", "relative", "complementers")
    return small.union(*(sets.get(name, "").split() for name in named))


@cache
def uses(tables: Language) -> dict[str, tuple[str, str]]:
    """Each pronoun with the one that it is a form of, and its use: “him”: he, object."""
    return {word: (form, use) for word, form, use in tables.rows("referring")}


def with_sources(found: list[Place], attributions: Sequence[Attribution]) -> None:
    """Notes which mentions stand in the source or the content of an attribution."""
    starts = [place.span.start for place in found]
    for item in attributions:
        for part in item.source:
            for place in begun_in(found, starts, part):
                if part.holds(place.span):
                    place.source = item
        for part in item.content:
            for place in begun_in(found, starts, part):
                place.told.append(item)


def begun_in(found: list[Place], starts: list[int], part: Span) -> list[Place]:
    return found[bisect_left(starts, part.start) : bisect_left(starts, part.stop)]
