"""Parties: who stands before and behind a verb or a noun, by the surface of the sentence."""

from dataclasses import dataclass

from crossread.model.entity import Mention
from crossread.model.facts import Figure
from crossread.stages.events.clauses import finite
from crossread.stages.events.tokens import Tokens

NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "DT", "PRP$", "PRP", "POS", "VBN", "$"}
)
LEADING = frozenset({"DT", "PRP$", "JJ", "CD", "POS"})  # a participle behind them is of a noun
LONGEST = 14  # tokens of one noun phrase
APART = 24  # tokens between a name and what is said of it behind an aside
COUNTING = frozenset({"count", "money"})


@dataclass(frozen=True, slots=True)
class Party:
    """Those who stand in one place of a sentence: entities, and the figures that count them."""

    who: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    nobody: bool = False  # “no one was killed”
    there: bool = True  # False if nothing stands there at all
    place: str | None = None
    kind: str = ""  # what its last word is of: “person”, “group”, “number”, or unknown

    def __add__(self, other: "Party") -> "Party":
        return Party(
            self.who + other.who,
            self.figures + other.figures,
            self.nobody,
            place=self.place,
            kind=self.kind,
        )


NONE = Party(there=False)


def nominal(tokens: Tokens, place: int) -> bool:
    """True of a word that may be of a noun phrase."""
    if not 0 <= place < len(tokens) or place in tokens.times:
        return False
    if place in tokens.figures or tokens.has(place, "articles", "owners", "nobody", "objects"):
        return not tokens.has(place, "relative") or tokens.tag(place) == "DT"
    if tokens.tags[place] == "VBN" and tokens.tag(place - 1) not in LEADING:
        return False  # “a commission | appointed in May”, but “two | detained sailors”
    inner = tokens.tags[place] in NOMINAL or tokens.lower[place] in {"'s", "%", "$", "€", "£"}
    return inner and not finite(tokens, place)


def phrase_behind(tokens: Tokens, first: int) -> range:
    """The noun phrase that begins at a token: “44 people | in Tarn”."""
    if tokens.tag(first) == "RB" and tokens.tag(first + 1) in {"CD", "DT"}:
        first += 1  # “just | three”
    last = first
    while last - first < LONGEST and nominal(tokens, last):
        last += 1
    return range(first, last)


def phrase_before(tokens: Tokens, last: int) -> range:
    """The noun phrase that ends before a token."""
    first = last
    while last - first < LONGEST and nominal(tokens, first - 1) and not begins(tokens, first):
        first -= 1
    return range(first, last)


def begins(tokens: Tokens, place: int) -> bool:
    """“| the | two men”; “| three | people”, which no noun stands before."""
    if tokens.has(place, "articles", "owners", "subjects"):
        return True
    counted = place in tokens.figures or tokens.tag(place) == "CD"
    return counted and tokens.tag(place - 1) in {"NN", "NNS", "NNP"}


def party(tokens: Tokens, phrase: range) -> Party:
    """Who a noun phrase is of: whoever is mentioned by its last words, not by those inside."""
    if not phrase:
        return NONE
    mention = tokens.ending(phrase.stop - 1)
    nobody = any(tokens.has(place, "nobody") for place in phrase)
    figures = counted(tokens, phrase)
    who, place = known(tokens, mention) if mention else ((), None)
    kind = mention.type if mention else "number" * (phrase.stop - 1 in tokens.figures)
    return Party(who, figures, nobody, place=place, kind=kind)


def known(tokens: Tokens, mention: Mention) -> tuple[tuple[str, ...], str | None]:
    """The entity of a mention, as one who acts, and as a place."""
    if mention.entity is None or tokens.layers.kinds.get(mention.entity) == "work":
        return (), None
    held = tokens.layers.kinds.get(mention.entity) == "place"
    return (mention.entity,), mention.entity if held else None


def counted(tokens: Tokens, phrase: range) -> tuple[Figure, ...]:
    found = dict.fromkeys(tokens.figures[n] for n in phrase if n in tokens.figures)
    return tuple(figure for figure in found if figure.kind in COUNTING)


def behind(tokens: Tokens, first: int) -> Party:
    """The object: “detained | 44 people”, “met | Ilan Dovar and Mira Sold | in Tarn”."""
    phrase = phrase_behind(tokens, first)
    found = party(tokens, phrase)
    last = phrase.stop
    while phrase and last < len(tokens):
        if tokens.low(last) == "of" and counted(tokens, phrase):
            phrase = phrase_behind(tokens, last + 1)  # “12 | of the passengers”
        elif tokens.low(last) == "," or tokens.has(last, "joins"):
            phrase = phrase_behind(tokens, last + 1)
            if not phrase or finite(tokens, phrase.stop) or not joined(tokens, phrase):
                break
            found = found + party(tokens, phrase)
        else:
            break
        last = phrase.stop
    return found


def joined(tokens: Tokens, phrase: range) -> bool:
    """True of one more of those in a row: “…, | Mira Sold | and | two others |”."""
    mention = tokens.ending(phrase.stop - 1)
    named = mention is not None and mention.entity is not None and mention.form == "name"
    return named or bool(counted(tokens, phrase))


def before(tokens: Tokens, last: int) -> Party:
    """The subject: “| Ilan Dovar | was arrested”, “| Dovar |, who was arrested in May, fled”."""
    place = skipped_back(tokens, last)
    if tokens.has(place - 1, "relative"):
        return before_relative(tokens, place - 1)
    if tokens.low(place - 1) == ",":
        return before_aside(tokens, place - 1)
    return before_phrase(tokens, place)


def before_relative(tokens: Tokens, relative: int) -> Party:
    """“| Ilan Dovar |, who died in May”; but “a friend of Ilan Dovar, who died” is either."""
    last = relative - (tokens.low(relative - 1) == ",")
    phrase = phrase_before(tokens, last)
    if phrase and tokens.has(phrase.start - 1, "prepositions"):
        found = party(tokens, phrase)
        return Party((), found.figures, found.nobody, kind=found.kind)
    return before_phrase(tokens, last)


def skipped_back(tokens: Tokens, last: int) -> int:
    """Over what stands between a subject and its verb: “police | on Monday | arrested”."""
    place = last
    while place > 0 and (place - 1 in tokens.times or tokens.tag(place - 1) == "RB"):
        place -= 1
    if place < last and tokens.has(place - 1, "prepositions"):
        place -= 1
    return place


def before_aside(tokens: Tokens, comma: int) -> Party:
    """“| Ilan Dovar |, a baker from Tarn, was arrested”: one comma opens it, one closes it."""
    for place in range(comma - 1, max(0, comma - APART), -1):
        if tokens.has(place, "turns"):
            return NONE
        if tokens.low(place) == ",":
            aside = range(place + 1, comma)
            told = any(finite(tokens, inner) for inner in aside)
            if told and not tokens.has(place + 1, "relative"):
                return NONE
            return before_phrase(tokens, place) if tokens.ending(place - 1) else NONE
    return NONE


def before_phrase(tokens: Tokens, last: int) -> Party:
    """The noun phrase before a token, without what hangs on it: “| 12 people | in a bus | …”."""
    for _ in range(4):
        phrase = phrase_before(tokens, last)
        if not phrase:
            return NONE
        mention = tokens.ending(phrase.stop - 1)
        hung = tokens.has(phrase.start - 1, "prepositions")
        whole = mention is not None and mention.span.start <= tokens.starts[phrase.start]
        if hung and mention is not None and whole:
            hung = mention.span.start == tokens.starts[phrase.start]
        if not hung:
            found = party(tokens, phrase)
            return in_a_row(tokens, phrase, found)
        last = phrase.start - 1
    return NONE


def in_a_row(tokens: Tokens, phrase: range, found: Party) -> Party:
    """“Ilan Dovar, Mira Sold | and Oren Tal | were arrested”."""
    place = phrase.start - 1
    for number in range(6):
        listed = tokens.has(place, "joins") or (number and tokens.low(place) == ",")
        if not listed or not found.there:
            break
        place -= tokens.low(place - 1) == ","
        phrase = phrase_before(tokens, place)
        if not phrase or not joined(tokens, phrase):
            break
        if tokens.has(phrase.start - 1, "prepositions"):
            return Party()  # “the vote in | Tarn and Korr | was cancelled”
        if finite(tokens, phrase.start - 1):
            break
        found = party(tokens, phrase) + found
        place = phrase.start - 1
    return found
