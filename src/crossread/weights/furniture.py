"""Which lines of a text are page furniture: a linear model over what can be seen of lines.

Each line has features of its form, its place and its neighbours; no words but those of the
tables. Logistic regression, trained by `training/furniture.py`; the card is `furniture.md`.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from crossread.languages.bylines import behind_label
from crossread.weights.lines import OPENS, Line
from crossread.weights.phrases import stands_in

Weights = Mapping[str, float]
AROUND = 5  # lines on each side that are looked at
FAR = 99


@cache
def shipped() -> Weights:
    file = resources.files("crossread.weights").joinpath("furniture.json")
    weights: Weights = json.loads(file.read_text(encoding="utf-8"))
    return weights


def scores(lines: Sequence[Line], weights: Weights | None = None) -> list[float]:
    """For each line the chance, 0 to 1, that it is furniture."""
    weights = shipped() if weights is None else weights
    return [chance(names, weights) for names in features(lines)]


def chance(names: Sequence[str], weights: Weights) -> float:
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The names of the features that each line has."""
    times = Counter(line.key for line in lines)
    own = [tuple(form(line, times[line.key])) for line in lines]
    sizes = [size(line.words) for line in lines]
    steps = distances(lines)
    core = thickest(lines)
    hits = between(lines, core)
    return [
        (
            *own[at],
            *place(lines, at, steps[at]),
            *neighbours(own, sizes, at),
            *beside(lines[at], at, core),
            *parted(lines[at], hits[at]),
        )
        for at in range(len(lines))
    ]


def form(line: Line, times: int) -> Iterator[str]:
    """What the line looks like by itself."""
    text, tail, long = line.text[:400], line.text[-3:], size(line.words)
    words = text.split()
    end = next((sign for sign in reversed(tail) if sign in ".!?…:,;"), "none")
    end = end if tail.rstrip("”\"»’')")[-1:] == end else "none"
    quoted = any(char in '“”«»"' for char in text)
    yield f"size {long}"
    yield f"end {end}"
    yield f"size end {long} {end}"
    yield f"starts {kind(text[0])}"
    yield f"size starts {long} {kind(text[0])}"
    yield f"capitals {long} {tenths(sum(w[0].isupper() for w in words), len(words), 4)}"
    yield f"all capitals {long} {text.isupper()}"
    small = sum(word.islower() and len(word) < 4 for word in words)
    yield f"small words {long} {tenths(small, len(words), 6)}"
    yield f"digits {long} {tenths(sum(c.isdigit() for c in text), len(text), 4)}"
    yield f"commas {long} {min(3, text.count(','))}"
    yield f"quoted {long} {quoted}"
    yield f"repeated {times > 1 and line.key != ''} {long}"
    for sign in "©|•»›@&/+#$":
        if sign in text:
            yield f"sign {sign}"
    if line.furniture:
        yield f"furniture {long}"
    if line.date:
        yield "date"
    if line.words <= 40 and stands_in("captions", text):
        yield "caption"
    if line.words <= 15 and behind_label(text) is not None:
        yield "byline"


def place(lines: Sequence[Line], at: int, steps: tuple[int, int]) -> Iterator[str]:
    """Where the line stands, and how far the next prose is."""
    before, after = map(step_size, steps)
    long = size(lines[at].words)
    yield f"prose {before} {after}"
    yield f"size prose {long} {before} {after}"
    yield f"from start {step_size(at)} {long}"
    yield f"from end {step_size(len(lines) - 1 - at)} {long}"
    yield f"lines {step_size(len(lines))} {long}"
    start, stop = max(0, at - AROUND), min(len(lines), at + AROUND + 1)
    prose = sum(line.is_prose for line in lines[start:stop]) - lines[at].is_prose
    yield f"prose around {prose} {long}"
    above = any(line.is_prose for line in lines[max(0, at - 2) : at])
    below = any(line.is_prose for line in lines[at + 1 : at + 3])
    yield f"inside {above} {below} {long} {lines[at].is_sentence}"


def neighbours(own: Sequence[tuple[str, ...]], sizes: Sequence[str], at: int) -> Iterator[str]:
    """The forms of the lines before and behind."""
    before = sizes[at - 1] if at else "none"
    after = sizes[at + 1] if at + 1 < len(sizes) else "none"
    yield f"sizes {before} {sizes[at]} {after}"
    yield f"before {before}"
    yield f"after {after}"
    if at:
        yield from (f"before {name}" for name in own[at - 1] if name in PASSED_ON)
    if at + 1 < len(own):
        yield from (f"after {name}" for name in own[at + 1] if name in PASSED_ON)


def thickest(lines: Sequence[Line]) -> tuple[int, int]:
    """Where prose stands thickest: the run of lines with the greatest sum of what each is worth.

    Prose is worth its words, what is no sentence costs; after Kadane's algorithm.
    """
    best, total, start = (0.0, 0, 0), 0.0, 0
    for at, line in enumerate(lines):
        worth = min(60.0, line.words) if line.is_prose else (0.0 if line.is_sentence else -12.0)
        if total <= 0:
            total, start = 0.0, at
        total += worth
        best = max(best, (total, start, at + 1))
    inside = sum(line.words for line in lines[best[1] : best[2]] if line.is_prose)
    # Of a page of lists, or of several stories, the legal notice may be the thickest prose.
    sure = 4 * inside >= sum(line.words for line in lines)
    return (best[1], best[2]) if sure else (0, len(lines))


def beside(line: Line, at: int, core: tuple[int, int]) -> Iterator[str]:
    """How far before or behind the thickest prose the line stands."""
    start, stop = core
    where = "in"
    if at < start:
        where = f"before {step_size(start - at)}"
    elif at >= stop:
        where = f"behind {step_size(at - stop + 1)}"
    long = size(line.words)
    yield f"core {where}"
    yield f"core {where} {long}"
    yield f"core {where[:6]} {long} {line.is_sentence}"


def between(lines: Sequence[Line], core: tuple[int, int]) -> list[int]:
    """For each line how many lines of furniture words stand between it and the core."""
    start, stop = core
    hits = [0] * len(lines)
    for at in range(stop, len(lines)):
        hits[at] = (hits[at - 1] if at > stop else 0) + lines[at].furniture
    for at in range(start - 1, -1, -1):
        hits[at] = (hits[at + 1] if at < start - 1 else 0) + lines[at].furniture
    return hits


def parted(line: Line, hits: int) -> Iterator[str]:
    """Whether furniture parts the line from the story: “Comments”, “Read also”."""
    yield f"parted {min(hits, 4)}"
    yield f"parted {min(hits, 4)} {size(line.words)} {line.is_sentence}"


PASSED_ON = frozenset({"date", "caption", "byline", "end .", "end none", "end :", "sign ©"})


def distances(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """For each line how many lines before and behind it the next prose stands."""
    prose = [line.is_prose for line in lines]
    return list(zip(since(prose), reversed(since(prose[::-1])), strict=True))


def since(prose: Sequence[bool]) -> list[int]:
    found, step = [], FAR
    for value in prose:
        found.append(step)
        step = 1 if value else min(FAR, step + 1)
    return found


def size(words: int) -> str:
    for limit in (0, 1, 2, 3, 5, 8, 12, 18, 25, 40):
        if words <= limit:
            return str(limit)
    return "more"


def step_size(step: int) -> str:
    for limit in (0, 1, 2, 3, 5, 9, 20, 60):
        if step <= limit:
            return str(limit)
    return "far"


def tenths(part: int, whole: int, steps: int) -> int:
    return round(steps * part / whole) if whole else 0


def kind(char: str) -> str:
    if char.isalpha():
        return "upper" if char.isupper() else "lower"
    if char in OPENS:
        return "quote"
    return "digit" if char.isdigit() else "sign"
