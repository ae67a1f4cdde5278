"""Numbers: what number the words or digits at a place say."""

from dataclasses import dataclass, replace

from crossread.stages.figures.lines import Line, value

ADDED = frozenset({"unit", "teen", "tens"})
SCALES = frozenset({"scale", "hundred", "dozen", "dozens"})
FEW = frozenset({"several", "few"})  # before a scale: “several hundred”
HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number from one token to before another; its value is None if nobody counted."""

    first: int
    last: int
    value: float | None
    scale: float = 1.0  # the last of it: a thousand in “2.7 thousand”
    digits: bool = False
    plain: bool = False  # digits only: “2016”
    ordinal: bool = False
    fraction: bool = False  # “two thirds”, “half”


def number(line: Line, place: int) -> Number | None:
    """The number that begins there: “2.7 thousand”, “three hundred and fifty”, “half a million”."""
    if not 0 <= place < len(line):
        return None
    found = vague(line, place) or in_digits(line, place) or in_words(line, place)
    return halved(line, found) if found else None


def numeral(line: Line, place: int) -> tuple[str, float]:
    return line.lexicon.numerals.get(line.at(place), ("", 0.0))


def vague(line: Line, place: int) -> Number | None:
    """“dozens”, “tens of thousands”, “several hundred”, “a few thousand”: amounts not counted."""
    at = place + 1 if line.at(place) == "a" and line.at(place + 1) in FEW else place
    if line.at(at) in FEW and numeral(line, at + 1)[0] in SCALES:
        return Number(place, at + 2, None)
    word = line.at(place)
    if word == "tens" and line.at(place + 1) == "of" and numeral(line, place + 2)[0] in SCALES:
        return Number(place, place + 3, None)
    kind, _ = numeral(line, place)
    if not (kind == "dozens" or (kind == "scale" and word.endswith("s") and len(word) > 5)):
        return None
    if numeral(line, place - 1)[0] or line.words[max(0, place - 1)][0].isdigit():
        return None
    more = line.at(place + 1) == "of" and numeral(line, place + 2)[0] in SCALES
    return Number(place, place + 3 if more else place + 1, None)


def in_digits(line: Line, place: int) -> Number | None:
    """“44”, “2.7 thousand”, “3rd”, “10k”, “4½”, “1/2”."""
    word = line.words[place]
    if not word[0].isdigit() and not (word[0] == "." and len(word) > 1):
        return None
    if "/" in word:
        return fraction(line, place)
    amount = value(word)
    if amount is None:
        return None
    found = Number(place, place + 1, amount, digits=True, plain=word.isdigit())
    if line.glued(place + 1) and line.at(place + 1) in {"st", "nd", "rd", "th"}:
        return replace(found, last=place + 2, ordinal=True)
    kind, part = numeral(line, place + 1)
    if kind == "glyph":
        return replace(found, last=place + 2, value=amount + part, plain=False)
    return scaled(line, found)


def fraction(line: Line, place: int) -> Number | None:
    """“1/2”: only where a unit follows, which the reader of amounts asks for."""
    upper, _, lower = line.words[place].partition("/")
    if not (upper.isdigit() and lower.isdigit() and len(lower) < 5 and int(lower)):
        return None
    return Number(place, place + 1, int(upper[:5]) / int(lower), digits=True, fraction=True)


def scaled(line: Line, found: Number) -> Number:
    """Digits with the words that multiply them: “2.7 thousand”, “3-million”, “£3m”, “2 dozen”."""
    at = found.last
    if line.at(at) in HYPHENS and line.glued(at) and line.glued(at + 1):
        at += 1
    kind, factor = numeral(line, at)
    if found.value is None or not kind:
        return found
    if kind == "short" and not (line.glued(at) and at == found.last):
        return found
    if kind not in {"scale", "short", "hundred", "dozen", "dozens"}:
        return found
    amount = round(found.value * factor, 9)
    more = replace(found, last=at + 1, value=amount, scale=factor, plain=False)
    return rest(line, more) if kind == "scale" else more


def rest(line: Line, found: Number) -> Number:
    """“1 million | 200 thousand”."""
    word = line.words[found.last] if found.last < len(line) else ""
    if not word[:1].isdigit() or found.value is None or len(word) > 3:
        return found
    other = in_digits(line, found.last)
    if other is None or other.value is None or not 1 < other.scale < found.scale:
        return found
    return replace(found, last=other.last, value=found.value + other.value)


def in_words(line: Line, place: int) -> Number | None:
    """“three hundred and fifty”, “a dozen”, “half a million”, “twenty-fifth”."""
    word = line.at(place)
    kind, amount = numeral(line, place)
    if kind == "half":
        return half(line, place)
    if kind == "glyph":
        return Number(place, place + 1, amount, digits=True, fraction=True)
    if kind == "ordinal":
        return Number(place, place + 1, amount, ordinal=True)
    if kind in ADDED:
        return Words(line, place).number()
    return with_article(line, place) if word in {"a", "an"} else None


def with_article(line: Line, place: int) -> Number | None:
    """“a hundred and fifty”, “a million”, “a dozen”, “a half million”, “a quarter of a million”."""
    word, (kind, amount) = line.at(place + 1), numeral(line, place + 1)
    if kind == "half":
        found = half(line, place + 1)
        return replace(found, first=place) if found and not found.fraction else None
    if word == "quarter" and line.at(place + 2) == "of" and line.at(place + 3) == "a":
        kind, amount = numeral(line, place + 4)
        return Number(place, place + 5, amount / 4, amount) if kind == "scale" else None
    if word in line.lexicon.parts and line.at(place + 2) == "of":
        return Number(place, place + 2, line.lexicon.parts[word], fraction=True)
    if kind == "dozen" or (kind == "scale" and not word.endswith("s") and len(word) > 3):
        return Number(place, place + 2, amount, amount)
    if kind == "hundred":
        found = Words(line, place + 1, 1.0).number()
        return replace(found, first=place) if found else None
    return None


def half(line: Line, place: int) -> Number | None:
    """“half a million”, “half-million”, “half” of something."""
    at = place + 1
    if line.at(at) in {"a", "an"} or (line.at(at) in HYPHENS and line.glued(at)):
        at += 1
    kind, amount = numeral(line, at)
    if kind in {"scale", "dozen"}:
        return Number(place, at + 1, amount / 2, amount)
    return Number(place, place + 1, 0.5, fraction=True)


def halved(line: Line, found: Number) -> Number:
    """“two and a half”, “two and a half million”, “one and three quarters”."""
    if found.value is None or found.ordinal or found.fraction or line.at(found.last) != "and":
        return found
    at = found.last + 1
    many = 1.0
    kind, amount = numeral(line, at)
    if line.at(at) in {"a", "an"} or kind == "unit":
        many = amount if kind == "unit" else 1.0
        at += 1
    part = 0.5 if line.at(at) == "half" else line.lexicon.parts.get(line.at(at), 0)
    if part not in {0.5, 0.25} or line.at(at + 1) in {"of", "the"}:
        return found
    more = replace(found, last=at + 1, value=found.value + many * part * found.scale, plain=False)
    return scaled(line, more) if found.scale == 1 else more


class Words:
    """A number in words, read from left to right."""

    def __init__(self, line: Line, place: int, lead: float = 0.0) -> None:
        self.line = line
        self.first = self.at = place
        self.total, self.current, self.scale = 0.0, lead, float("inf")
        self.latest = "unit" if lead else ""
        self.multiplied = 1.0

    def number(self) -> Number | None:
        while self.step():
            pass
        amount = self.total + self.current
        if self.at == self.first:
            return None
        whole = Number(self.first, self.at, amount, scale=self.multiplied)
        return self.point(whole) or self.ordinal(whole) or self.parts(whole) or whole

    def step(self) -> bool:
        """Takes the next word if it goes on with the number."""
        at = self.at
        word = self.line.at(at)
        hyphen = word in HYPHENS and self.line.glued(at) and self.line.glued(at + 1)
        at += (hyphen and bool(self.latest)) or (word == "and" and self.joins(at + 1))
        kind, amount = numeral(self.line, at)
        if not self.fits(kind, amount):
            return False
        if kind in ADDED:
            self.current += amount
        elif kind == "hundred":
            self.current *= 100
        else:
            self.multiply(amount)
        self.multiplied = 1.0 if kind in ADDED else amount
        self.latest, self.at = kind, at + 1
        return True

    def multiply(self, amount: float) -> None:
        if self.current:
            self.total += self.current * amount
        else:
            self.total *= amount  # “three thousand | millions”
        self.current, self.scale = 0.0, amount

    def fits(self, kind: str, amount: float) -> bool:
        if kind == "unit":
            return self.latest in {"", "hundred", "scale"} or (self.latest == "tens" and amount > 0)
        if kind in {"teen", "tens"}:
            return self.latest in {"", "hundred", "scale"}
        if kind == "hundred":
            return 1 <= self.current < 100
        if kind in {"scale", "dozen", "dozens"} and len(self.line.at(self.at)) > 1:
            more = self.current > 0 and amount < self.scale
            return more or (kind == "scale" and self.latest == "scale")
        return False

    def joins(self, at: int) -> bool:
        """“three hundred | and fifty”; not “one hundred | and two hundred”."""
        if self.latest not in {"hundred", "scale"} or numeral(self.line, at)[0] not in ADDED:
            return False
        tail = at + 1
        while self.line.at(tail) in HYPHENS or numeral(self.line, tail)[0] in ADDED:
            tail += 1
        kind, amount = numeral(self.line, tail)
        if kind == "scale" and self.line.at(self.first - 1) != "between":
            return self.latest == "hundred" or amount < self.scale  # “a hundred and one thousand”
        return kind not in {"hundred", "scale"}

    def ordinal(self, whole: Number) -> Number | None:
        """“twenty-fifth”, “one hundredth”."""
        at = self.at
        if self.line.at(at) in HYPHENS | {"—"} and self.line.glued(at) and self.line.glued(at + 1):
            at += 1
        kind, amount = numeral(self.line, at)
        if kind != "ordinal" or self.latest not in {"tens", "hundred"}:
            return None
        if amount > 9 and self.latest == "tens":
            return None
        return replace(whole, last=at + 1, value=(whole.value or 0) + amount, ordinal=True)

    def parts(self, whole: Number) -> Number | None:
        """“two thirds”, “three-quarters”."""
        at = self.at
        if self.line.at(at) in HYPHENS and self.line.glued(at):
            at += 1
        part = self.line.lexicon.parts.get(self.line.at(at), 0)
        several = self.line.at(at).endswith("s") or whole.value == 1
        if not part or self.latest != "unit" or not several or not whole.value:
            return None
        amount = whole.value * part
        return replace(whole, last=at + 1, value=amount, fraction=True) if amount < 1 else None

    def point(self, whole: Number) -> Number | None:
        """“two point two”, “two point two million”."""
        kind, amount = numeral(self.line, self.at + 1)
        if self.line.at(self.at) != "point" or kind != "unit" or self.latest == "scale":
            return None
        more = replace(whole, last=self.at + 2, value=(whole.value or 0) + amount / 10)
        return scaled(self.line, more)
