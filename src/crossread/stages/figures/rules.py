"""Rules: what kind of figure an amount is, and whether two of them make one."""

from collections.abc import Callable

from crossread.stages.figures.amounts import Amount
from crossread.stages.figures.labels import DASHES
from crossread.stages.figures.lines import Line

OLDEST = 115
SAID_OF_ONE = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that"}
)
CHANGES = 20  # words before “from” that tell of a change


def age(line: Line, one: Amount) -> bool:
    """“Dovar, 61, a retired miner”, “a 14-year-old”, “aged 12”: how old somebody is, in years."""
    at = one.last + (line.at(one.last) in DASHES)
    if one.kind == "duration" and one.unit == "year":
        return line.at(at) == "old" or line.said(at, at + 2) == "of age"
    value = one.value
    if one.kind is not None or value is None or not 0 < value <= OLDEST or value % 1:
        return False
    before = line.at(one.first - 1)
    if before in {"aged", "age", "ages"}:
        return True
    if before == "of" and line.at(one.first - 2) in {"age", "ages"}:
        return True
    named = before == "," and line.capital(one.first - 2) and line.words[one.first - 2].isalpha()
    month = line.at(one.first - 2) in line.lexicon.calendar
    return named and not month and one.number.plain and told_of(line, one)


def told_of(line: Line, one: Amount) -> bool:
    """“Dovar, 61|, a miner”, “Dovar, 61|.”: nothing that is counted follows."""
    behind = line.at(one.last + 1)
    if line.at(one.last) == ",":
        return not behind[:1].isdigit() and behind not in line.lexicon.numerals
    return line.at(one.last) == "." and one.last + 1 >= len(line)


def money(line: Line, one: Amount) -> bool:
    """“$48,267” is 48,267 USD; “1,5 billion euros” is 1,500,000,000 EUR; “42 bucks” tells none."""
    return one.kind == "money"


def percent(line: Line, one: Amount) -> bool:
    """“68 percent of voters” is 68 %; “4.5 percentage points” is 4.5 pp."""
    return one.kind == "percent"


def duration(line: Line, one: Amount) -> bool:
    """“4 years and 8 months” is 56 months; “an hour and a half” is 1.5 hours."""
    return one.kind == "duration"


def measure(line: Line, one: Amount) -> bool:
    """“14 litres”, “3.5 square kilometres” is 3.5 km²; “200 tonnes of grain”."""
    return one.kind == "measure"


def ordinal(line: Line, one: Amount) -> bool:
    """“the third victim” is the third; not “first, he left”, nor “30 seconds”."""
    return one.kind == "ordinal"


def share(line: Line, one: Amount) -> bool:
    """“two thirds of the members” is 66.67 %; “half the voters” is 50 %."""
    return one.number.fraction


def uncounted(line: Line, one: Amount) -> bool:
    """“dozens of people”, “several hundred homes”: an amount that nobody counted: no number."""
    return one.value is None


def count(line: Line, one: Amount) -> bool:
    """“2.7 thousand people were detained”: 2,700, of people, detained."""
    return True


def change(line: Line, one: Amount, other: Amount) -> bool:
    """“from 40 to 20 thousand”: it was 40,000 and is 20,000; these are two figures, no range."""
    first, second = one.value or 0, other.value or 0
    if line.at(one.first - 1) != "from" and second >= first:
        return False
    if second < first:
        return True
    words = {line.at(at) for at in range(max(0, one.first - CHANGES), one.first - 1)}
    if words & line.lexicon.contexts["spread"]:
        return False
    return bool(words & line.lexicon.contexts["change"])


def between(line: Line, one: Amount, other: Amount) -> bool:
    """“between 40 and 60”, “40 to 60”, “40–60”, “10 or 12”: no less than one, no more than both."""
    return (one.value or 0) < (other.value or 0)


RULES: tuple[Callable[[Line, Amount], bool], ...] = (
    age,
    money,
    percent,
    duration,
    measure,
    ordinal,
    share,
    uncounted,
    count,
)
PAIRS: tuple[Callable[[Line, Amount, Amount], bool], ...] = (change, between)
