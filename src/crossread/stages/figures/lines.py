"""Lines: the words, numerals and marks of one sentence."""

import re
from dataclasses import dataclass, field

from crossread.model.span import Span
from crossread.stages.figures.lexicon import Lexicon

# 48,267.50 · 1,50,000 · 1.500.000 · 1 500 · 12.05.2022, 10:30, 2:0, 1.2.3 · 1/5 · 1,5 · 2.7 · 44
NUMERAL = (
    r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?![\d]|,\d)"
    r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?![\d]|,\d)"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,9})?(?![\d]|[.,]\d)"
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,6}(?:[.,]\d{1,2})?(?![\d]|[.,]\d| \d)"
    r"|\d++(?:[.,:/]\d++)*+"
    r"|(?<![\w.])\.\d++(?![.,]\d)"
)
TOKEN = re.compile(
    rf"(?P<number>{NUMERAL})|(?:[^\W\d_]\.){{2,4}}|[^\W\d_]++|['’]s\b|[^\w\s]|_|[½¼¾⅓⅔²³]"
)
DECIMAL = re.compile(r"\d*[.,]\d+|\d+")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?")
SPACES = re.compile(r"[ \u00a0\u202f\u2009]")
LONGEST = 20  # signs of a numeral: what is longer is no amount


@dataclass(slots=True)
class Line:
    """The tokens of a sentence; all lists are of one length."""

    text: str
    lexicon: Lexicon
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    pounds: bool = True  # “pounds” of this article are money
    foreign: frozenset[str] = frozenset()  # “dollar”, if it is told that it is not the usual one
    numeric: bool = False  # it holds a numeral in digits or words

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> str:
        """The word there in small letters; empty outside the sentence."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def glued(self, place: int) -> bool:
        """True if nothing parts this token from the one before."""
        return 0 < place < len(self) and self.starts[place] == self.stops[place - 1]

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.stops[last - 1])

    def said(self, first: int, last: int) -> str:
        return " ".join(self.lower[max(0, first) : last])

    def capital(self, place: int) -> bool:
        return 0 <= place < len(self) and self.words[place][0].isupper()

    def kind(self, place: int) -> str:
        """The word class that a form most often has; empty if the tables do not know it."""
        return self.lexicon.classes.get(self.at(place), "")


def line(text: str, sentence: Span, known: Lexicon) -> Line:
    found = Line(text, known)
    numerals = known.numerals
    for match in TOKEN.finditer(text, sentence.start, sentence.stop):
        word = match.group()
        low = word.lower()
        found.words.append(word)
        found.lower.append(low)
        found.starts.append(match.start())
        found.stops.append(match.end())
        if match.lastgroup or low in numerals:
            found.numeric = True
    return found


def value(numeral: str) -> float | None:
    """What a numeral in digits says: 1,500 is a thousand and more, 1,5 is one and a half.

    >>> value("48,267.50"), value("1,5"), value("2.7"), value("1 500"), value("1.500.000")
    (48267.5, 1.5, 2.7, 1500.0, 1500000.0)
    >>> value("12.05.2022") is None and value("10:30") is None
    True
    """
    plain = SPACES.sub("", numeral)
    if len(plain) > LONGEST or (plain[0] == "0" and plain[1:2].isdigit()):
        return None  # “007” is a name
    if THOUSANDS.fullmatch(plain) and len(plain.partition(".")[0].split(",")[-1]) == 3:
        return float(plain.replace(",", ""))
    if plain.count(".") > 1:
        whole, _, rest = plain.partition(",")
        groups = whole.split(".")
        return float(f"{''.join(groups)}.{rest or 0}") if in_threes(groups) else None
    if DECIMAL.fullmatch(plain) and not plain.startswith(","):
        return float(plain.replace(",", "."))
    return None


def in_threes(groups: list[str]) -> bool:
    return len(groups) > 2 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
