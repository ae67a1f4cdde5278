"""Tokens: the words and numbers of a sentence, each with the letter of its class."""

import re
from dataclasses import dataclass, field

from crossread.stages.times.lexicon import CLASS_OF, LETTERS, TELLING, Lexicon
from crossread.stages.times.meaning import Draft

LONGEST = 2000  # characters of a sentence that are looked at: no prose has longer ones
TOKEN = re.compile(
    r"(?P<number>\d{1,2}:\d\d(?=\s?[-–]\d)|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?|\d+(?:[.,:/–-]\d+)*)"
    r"(?P<suffix>(?:st|nd|rd|th|['’]?s)(?!\w))?"
    r"|o['’]clock(?!\w)|[ap]\.\s?m\b\.?|['’]s(?!\w)|(?:BC|AD)\b|[BA]\.[CD]\.?"
    r"|(?P<word>[^\W\d_]+)|\S",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
POINTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
ISO_DAY = re.compile(
    r"(?:1\d|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?:T[012]\d:[0-5]\d(?::[0-5]\d)?)?"
)
ISO_MONTH = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])")
SLASHED = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:(?:19|20)\d\d|\d\d)")
YEARS = re.compile(r"((?:1\d|20)\d\d)[-–/]((?:(?:1\d|20)\d\d)|\d\d)")
DAYS = re.compile(r"(\d{1,2})[-–](\d{1,2})")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,6})?")
MARKS = {
    ",": "comma", "-": "dash", "–": "dash", "—": "dash", ".": "stop", "(": "open", ")": "close",
    "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe",
    "$": "money", "€": "money", "£": "money", "₽": "money", "₸": "money", "₴": "money",
    "¥": "money", "#": "money",
}  # fmt: skip
GLUES = frozenset(".,:/-–_@#$€£₽₸₴¥+=&\\°№")  # before a number: it is a part of something else


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence: its classes as a string, and lists of the same length."""

    text: str
    lexicon: Lexicon
    classes: str = ""
    values: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    drafts: dict[int, Draft] = field(default_factory=dict)  # what is found, a token each

    def word(self, place: int) -> str:
        """A token as it is written; nothing beyond the sentence."""
        if not 0 <= place < len(self.starts):
            return ""
        return self.text[self.starts[place] : self.stops[place]]

    def glued(self, place: int) -> bool:
        """True if no space parts a token from the one before."""
        return 0 < place < len(self.starts) and self.starts[place] == self.stops[place - 1]

    def kind(self, place: int) -> str:
        return self.classes[place] if 0 <= place < len(self.classes) else ""


def tokens(text: str, start: int, stop: int, lexicon: Lexicon) -> Tokens:
    """The tokens of a sentence; none if nothing in it tells a time."""
    found = Tokens(text, lexicon)
    letters: list[str] = []
    for match in TOKEN.finditer(text, start, min(stop, start + LONGEST)):
        kind, value = number(text, match) if match["number"] else plain(match.group(), lexicon)
        letters.append(LETTERS[kind])
        found.values.append(value)
        found.starts.append(match.start())
        found.stops.append(match.end())
    tens(found, letters)
    found.classes = "".join(letters)
    return found if TELLING.intersection(letters) else Tokens(text, lexicon)


def tens(found: Tokens, letters: list[str]) -> None:
    """Makes one token of “twenty-one” and “thirty-first”."""
    for place in range(len(letters) - 2, 0, -1):
        if found.values[place] != "-" or letters[place - 1] != COUNT:
            continue
        ten, rest = found.values[place - 1], found.values[place + 1]
        one = {"S": "2"}.get(rest, rest) if letters[place + 1] in SMALL else ""
        if ten in TENS and one.isdigit() and int(one) < 10 and found.glued(place + 1):
            letters[place - 1 : place + 2] = [ORDINAL if letters[place + 1] in ORDINALS else COUNT]
            found.values[place - 1 : place + 2] = [str(int(ten) + int(one))]
            del found.starts[place : place + 2]
            del found.stops[place - 1 : place + 1]


COUNT, ORDINAL = LETTERS["count"], LETTERS["ordinal"]
ORDINALS = frozenset({ORDINAL, LETTERS["second"]})
SMALL = ORDINALS | {COUNT, LETTERS["one"]}
TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


def plain(word: str, lexicon: Lexicon) -> tuple[str, str]:
    """The class and value of a word or a mark."""
    if mark := MARKS.get(word):
        return mark, word
    small = word.lower()
    if small in {"'s", "’s"}:
        return "possessive", ""
    if small.endswith(("m", "m.")) and small[1:2] == ".":
        return "half_day", "AM" if small[0] == "a" else "PM"
    if month := lexicon.month(word):
        return month, lexicon.months[small]
    if word.isupper() and small in lexicon.zones:
        return "zone", lexicon.zones[small]
    return known(word, small.replace("’", "'").rstrip("."), lexicon)


def known(word: str, small: str, lexicon: Lexicon) -> tuple[str, str]:
    found = lexicon.words.get(small.replace(".", ""))
    if found is None:
        return ("capital" if word[0].isupper() else "word" if word[0].isalnum() else "mark"), ""
    kind, value = CLASS_OF[found[0]], found[1]
    if kind == "short_weekday" and not word[0].isupper():
        return "word", ""
    return ("capital", "") if kind == "era" and not word.isupper() else (kind, value)


def number(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The class of a number and its value."""
    digits, suffix = match["number"], (match["suffix"] or "").lower().lstrip("'’")
    behind = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    if len(digits) > 24 or (behind.isalnum() and not half_day(text, match.end())):
        return "code", ""
    if before.isalnum() or before in GLUES or behind in {"%", "°"}:
        return ("code", "") if before not in {"–", "-"} else after_dash(digits, suffix)
    return whole(digits, suffix)


def half_day(text: str, start: int) -> bool:
    return bool(re.match(r"[ap]\.?m\b", text[start : start + 5], re.IGNORECASE))


def after_dash(digits: str, suffix: str) -> tuple[str, str]:
    """“mid-2031”, “July – 15 August”: a plain number may stand there."""
    plain_one = digits.isdigit() or CLOCK.fullmatch(digits)
    return whole(digits, suffix) if plain_one else ("code", "")


def whole(digits: str, suffix: str) -> tuple[str, str]:
    if suffix:
        return suffixed(digits, suffix)
    if digits.isdigit() and len(digits) <= 2:
        return "digits", str(int(digits))
    if len(digits) == 4 and digits.isdigit() and "1000" <= digits <= "2099":
        return "year", digits
    for shape, kind in SHAPES:
        if shape.fullmatch(digits):
            return kind, digits
    return pair(digits)


def pair(digits: str) -> tuple[str, str]:
    """“2031-34”, “13-15”: two years, two days."""
    if match := YEARS.fullmatch(digits):
        return in_order(match.group(1), match.group(2))
    if match := DAYS.fullmatch(digits):
        first, last = int(match.group(1)), int(match.group(2))
        return ("days", f"{first}-{last}") if 0 < first < last <= 31 else ("code", "")
    return "code", ""


SHAPES = (
    (CLOCK, "clock"),
    (ISO_DAY, "iso_day"),
    (SLASHED, "slashed"),
    (POINTED, "hour_minute"),
    (NUMBER, "number"),
)


def in_order(first: str, last: str) -> tuple[str, str]:
    """“2031-34”, “2031-2034”: years; “2031-04”: a month, unless it is the next year."""
    whole_last = first[:2] + last if len(last) == 2 else last
    month = ISO_MONTH.fullmatch(f"{first}-{last}")
    if month and int(whole_last) != int(first) + 1:
        return "iso_month", f"{first}-{last}"
    return ("years", f"{first}/{whole_last}") if first < whole_last else ("code", "")


def suffixed(digits: str, suffix: str) -> tuple[str, str]:
    if not digits.isdigit():
        return "code", ""
    if suffix == "s":
        if len(digits) == 4 and digits.endswith("0") and "1000" <= digits <= "2090":
            return "decade", digits[:3] + "X"
        if len(digits) == 4 and "1000" <= digits <= "2099":
            return "year", digits  # “2031’s”
        return ("decade", f"19{digits[0]}X") if digits in NINETIES else ("code", "")
    return ("ordinal", str(int(digits))) if len(digits) <= 2 and int(digits) else ("code", "")


NINETIES = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
