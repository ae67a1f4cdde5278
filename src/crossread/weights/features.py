"""What is seen of each line of a text: numbers for the model of `furniture`.

Its form, its place, and what stands around it. Of its words only whether they stand in the
tables, and how many of them the thickest prose has as well.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from crossread.languages.bylines import behind_label
from crossread.weights.lines import OPENS, Line
from crossread.weights.phrases import stands_in
from crossread.weights.prose import FAR, Counts, back_and_ahead, between, densest, thickest

LOOKED_AT = 400  # characters
WINDOWS = (2, 6, 15)  # lines on each side
STEM, STEMMED = 5, 4  # letters by which words are compared, of words that have so many
LISTED = 14  # words of a line as lists have them
ENDS = ".!?…:,;)"
STARTS = ("upper", "lower", "quote", "digit", "sign")
ODD_SIGNS = frozenset("©|•»›@&/+#$>_")
PASSED_ON = ("words", "end", "starts", "sentence", "caption", "capitals", "digits")
NEIGHBOURS = (("before", -1), ("after", 1), ("before 2", -2), ("after 2", 2))
PASSED = ("listed", "date", "prose words")

Feature = tuple[str, float]


def features(lines: Sequence[Line]) -> list[list[float]]:
    """What is seen of each line, in the order of `names`."""
    seen = Seen(lines)
    return [[value for _, value in seen.of(at)] for at in range(len(lines))]


def names(line: Line) -> list[str]:
    """The names of what is seen of any line."""
    return [name for name, _ in Seen([line]).of(0)]


class Seen:
    """What is seen of a whole text; its sums are made once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.times = Counter(line.key for line in lines)
        self.forms = [dict(form(line)) for line in lines]
        self.counts = {name: Counts(lines, count) for name, count in COUNTED.items()}
        self.cores = {"core": thickest(lines), "dense": densest(lines)}
        self.parted = {name: between(lines, core) for name, core in self.cores.items()}
        self.prose = back_and_ahead([line.is_prose for line in lines])
        self.furniture = back_and_ahead([line.furniture for line in lines])
        self.run = back_and_ahead([not is_listed(line) for line in lines])
        start, stop = self.cores["dense"]
        told = (line for line in lines[start:stop] if line.is_prose)
        self.stems = Counter(stem for line in told for stem in stems_of(line))

    def of(self, at: int) -> Iterator[Feature]:
        line = self.lines[at]
        yield from self.forms[at].items()
        yield "repeated", min(9, self.times[line.key]) if line.key else 0
        yield "told", self.told(at)
        yield from self.place(at)
        for name in self.cores:
            yield from self.beside(at, name)
        yield from self.near(at)
        yield from self.around(at)
        for name, step in NEIGHBOURS:
            other = self.forms[at + step] if 0 <= at + step < len(self.lines) else {}
            yield from ((f"{name}: {key}", other.get(key, -1)) for key in PASSED_ON)

    def told(self, at: int) -> float:
        """The share of its longer words that the thickest prose has as well; -1 without any."""
        line, (start, stop) = self.lines[at], self.cores["dense"]
        stems = set(stems_of(line))
        itself = start <= at < stop and line.is_prose
        return sum(self.stems[stem] > itself for stem in stems) / len(stems) if stems else -1.0

    def place(self, at: int) -> Iterator[Feature]:
        """Where in the page the line stands, and what the page is made of."""
        total, prose = len(self.lines), self.counts["prose words"]
        whole = max(1.0, prose.within(0, total))
        yield "from start", min(FAR, at)
        yield "from end", min(FAR, total - 1 - at)
        yield "lines", min(1000, total)
        yield "prose before", prose.within(0, at) / whole
        yield "prose words before", min(500, prose.within(0, at))
        yield "prose words after", min(500, prose.within(at + 1, total))
        for name in ("furniture", "listed", "date"):
            yield f"{name} of all", self.counts[name].within(0, total) / total

    def beside(self, at: int, name: str) -> Iterator[Feature]:
        """How far from the thickest prose the line stands, and what lies between."""
        (start, stop), prose = self.cores[name], self.counts["prose words"]
        step = at - start if at < start else max(0, at - stop + 1)
        low, high = (at, start) if at < start else (min(stop, at), at)
        yield name, step
        yield f"{name} passed", at - start if start <= at < stop else -1
        yield f"{name} left", stop - at if start <= at < stop else -1
        yield f"{name} parted", min(9, self.parted[name][at])
        yield f"{name} words", min(600, prose.within(start, stop))
        yield f"{name} share", prose.within(start, stop) / max(1, prose.within(0, len(self.lines)))
        for other in PASSED:
            yield f"{other} to {name}", min(200, self.counts[other].within(low, high))

    def near(self, at: int) -> Iterator[Feature]:
        """How far the next prose and furniture are; how long a list the line stands in."""
        for name, (back, ahead) in (("prose", self.prose), ("furniture", self.furniture)):
            yield f"{name} back", back[at]
            yield f"{name} ahead", ahead[at]
        above, below = (steps[at] for steps in self.run)
        yield "run above", above
        yield "run below", below
        yield "run", above + below - 1 if is_listed(self.lines[at]) else 0

    def around(self, at: int) -> Iterator[Feature]:
        """What the lines before and behind are made of."""
        for reach in WINDOWS:
            for name, counts in self.counts.items():
                yield f"{name} before {reach}", counts.within(at - reach, at) / reach
                yield f"{name} after {reach}", counts.within(at + 1, at + 1 + reach) / reach


def form(line: Line) -> Iterator[Feature]:
    """What the line looks like by itself."""
    text, tail = line.text[:LOOKED_AT], line.text[-3:]
    words = text.split()
    count = max(1, len(words))
    yield "words", min(150, line.words)
    yield "letters a word", min(20.0, len(line.text) / max(1, line.words))
    yield "end", ENDS.find(tail.rstrip("”\"»’')")[-1:] or "none")
    yield "starts", STARTS.index(kind(text[0]))
    yield "capitals", sum(word[0].isupper() for word in words) / count
    yield "all capitals", text.isupper()
    yield "short words", sum(word.islower() and len(word) < 4 for word in words) / count
    yield "small", sum(word[0].islower() for word in words) / count
    yield "digits", sum(char.isdigit() for char in text) / len(text)
    yield "commas", text.count(",")
    yield "quoted", any(char in '“”«»"' for char in text)
    yield "ends inside", sum(text.count(sign) for sign in (". ", "! ", "? ", "… "))
    yield "odd signs", sum(char in ODD_SIGNS for char in text)
    yield "furniture", line.furniture
    yield "date", line.date
    yield "sentence", line.is_sentence
    yield "caption", line.words <= 40 and stands_in("captions", text) is not None
    yield "byline", is_signed(line)


def is_listed(line: Line) -> bool:
    """A line as lists and menus have them: short, and no sentence."""
    return line.words <= LISTED and not line.is_sentence


def is_signed(line: Line) -> bool:
    return line.words <= 15 and behind_label(line.text[:LOOKED_AT]) is not None


COUNTED: dict[str, Callable[[Line], float]] = {
    "prose words": lambda line: min(80, line.words) if line.is_prose else 0,
    "words": lambda line: min(80, line.words),
    "sentences": lambda line: line.is_sentence,
    "listed": is_listed,
    "furniture": lambda line: line.furniture,
    "date": lambda line: line.date,
}


def stems_of(line: Line) -> list[str]:
    return [word[:STEM] for word in line.key.split() if len(word) >= STEMMED]


def kind(char: str) -> str:
    if char.isalpha():
        return "upper" if char.isupper() else "lower"
    if char in OPENS:
        return "quote"
    return "digit" if char.isdigit() else "sign"
