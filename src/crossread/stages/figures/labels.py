"""Labels: numbers that are names, not amounts: “article 180”, “G7”, “3-1”, “1998”, “[3]”."""

from collections.abc import Callable

from crossread.stages.figures.amounts import Amount
from crossread.stages.figures.lines import Line
from crossread.stages.figures.numbers import HYPHENS, number

FIRST_YEAR, LAST_YEAR = 1500, 2100
DASHES = HYPHENS | {"–", "—", "−"}
LISTED = frozenset({",", "and", "or", "to", "&", "through"}) | DASHES
GLUE = frozenset("#№@_/:*^=~\\") - {"~"}
MOST_LISTED = 12


def numbered(line: Line, one: Amount) -> bool:
    """“article 180”, “Resolution 1973”, “Channel Five”, “School No. 6”."""
    at = one.first - 1
    if line.at(at) == "." and line.glued(at):
        at -= 1
    if line.at(at) == "'s" or one.kind not in {None, "ordinal"}:
        return False
    contexts = line.lexicon.contexts
    word = line.at(at)
    return word in contexts["label"] or (at >= 0 and line.words[at] in contexts["cased"])


def joined_to_word(line: Line, one: Amount) -> bool:
    """“G7”, “COVID-19”, “T-72”, “1990s”, “#5”, “24/7”."""
    first, last = one.first, one.number.last
    glued, previous = line.glued(first), line.at(first - 1)
    if glued and (previous[-1:].isalnum() or previous in GLUE):
        return True
    if glued and previous in DASHES and line.glued(first - 1):
        return number(line, first - 2) is None and line.at(first - 2)[-1:].isalnum()
    follows = line.at(last)
    if one.last > last or not line.glued(last) or not one.number.digits:
        return False
    return follows[:1].isalpha() or follows in GLUE


def in_brackets(line: Line, one: Amount) -> bool:
    """“[3]”, “(12)”: a footnote, or a number that nothing is said of."""
    around = (line.at(one.first - 1), line.at(one.last))
    return around in {("[", "]"), ("(", ")")} and one.kind is None


def listed(line: Line, one: Amount) -> bool:
    """“3. The mayor …” at the start of a line."""
    start = line.starts[one.first]
    begins = not line.text[:start][-1:].strip(" ") or line.text[start - 1] == "\n"
    opens = one.first == 0 and (start == 0 or begins)
    return opens and one.number.plain and line.at(one.last) in {".", ")"} and line.glued(one.last)


def year(line: Line, one: Amount) -> bool:
    """“1998”, “2016-17”: four digits that nothing makes an amount."""
    value = one.number.value
    if one.kind is not None or not one.number.plain or value is None:
        return False
    if one.number.last - one.number.first != 1 or not FIRST_YEAR <= value <= LAST_YEAR:
        return False
    many = line.at(one.last) in line.lexicon.nouns["plural"] and line.at(one.last) != "media"
    bounded = line.at(one.first - 1) in {"than", "least", "some", "about", "total"}
    return not (many and bounded)


def beside_name(line: Line, one: Amount) -> bool:
    """“Boeing 737”, “Falcon 9”: a numeral behind a word with a capital, inside a sentence."""
    at = one.first - 1
    if one.kind is not None or not one.number.plain or at < 0 or not line.capital(at):
        return False
    low = line.at(at)
    plain = low in line.lexicon.classes or low in line.lexicon.before
    if at == 0 or line.at(at - 1) in {'"', "“", "‘", "'"}:
        return not plain
    return not (line.at(0) in {"in", "on", "at", "near", "across"} and at < 4)


def rated(line: Line, one: Amount) -> bool:
    """“per 100,000 people”, “one in five”, “three out of ten”, “vs 12”."""
    ratio = line.lexicon.contexts["ratio"]
    if one.kind in {None, "duration", "measure"} and line.at(one.first - 1) in ratio:
        return True
    at = one.last
    at += line.at(at) == "out"
    inside = line.at(at) in {"in", "of"} and one.kind is None and number(line, at + 1)
    return bool(inside) and (line.at(at) == "in" or at > one.last)


def fraction_of(line: Line, one: Amount) -> bool:
    """“one-half of 1 percent”, “a third of 12 seats”: it is not what the number says."""
    if line.at(one.first - 1) != "of":
        return False
    part = line.at(one.first - 2)
    return part in line.lexicon.parts or part == "half"


def dialled(line: Line, one: Amount) -> bool:
    """“911 calls”: the number that was called."""
    known = line.lexicon.contexts["dialled"]
    return one.number.plain and line.at(one.first) in known and line.at(one.last)[:4] == "call"


def against(line: Line, one: Amount) -> bool:
    """“3-1”, “52–48”, “9-11”: scores and the like, that is digits and a dash and fewer of them."""
    at = one.last
    if one.kind is not None or not one.number.plain or line.at(at) not in DASHES:
        return False
    other = number(line, at + 1) if line.glued(at) and at + 1 < len(line) else None
    if other is None or other.value is None or not other.digits:
        return False
    return other.scale == 1 and other.value <= (one.value or 0)


def telephone(line: Line, one: Amount) -> bool:
    """“+7 727 123 45 67”, “555-0199”: digits and more digits."""
    if one.kind is not None or not one.number.digits or one.number.scale != 1:
        return False
    behind, ahead = line.at(one.first - 1), one.last
    if behind == "+" and line.glued(one.first):
        return True
    ahead += line.at(ahead) in DASHES or line.at(ahead) == ")"
    more = line.at(ahead)[:1].isdigit() and line.starts[ahead] - line.stops[one.last - 1] < 3
    if not more or line.at(one.last) in {"–", "—"}:
        return False
    if line.at(ahead)[0] == "0":
        return True
    again = line.at(ahead + 1) in HYPHENS and line.at(ahead + 2)[:1].isdigit()
    return ahead == one.last or again


def named(line: Line, one: Amount) -> bool:
    """“the Big Three”, “Group of Seven”: a number that is written as a name."""
    first = one.first
    if one.number.digits or not line.capital(first) or first == 0:
        return False
    return line.at(first - 1) not in {'"', "“", "‘", "'", ":", "-", "–", "—", "•", "*"}


GUARDS: tuple[Callable[[Line, Amount], bool], ...] = (
    numbered,
    joined_to_word,
    in_brackets,
    listed,
    telephone,
    against,
    rated,
    fraction_of,
    dialled,
    year,
    beside_name,
    named,
)


def guarded(line: Line, one: Amount) -> int:
    """Where to read on, if this number is none that is counted; 0 if it may be."""
    guard = next((guard for guard in GUARDS if guard(line, one)), None)
    if guard is None:
        return 0
    if guard in {numbered, telephone, against, rated, beside_name}:
        return enumeration(line, one.last)
    return one.last


def enumeration(line: Line, at: int) -> int:
    """Past the numbers that go on with it: “articles 180| and 181”, “pages 5|–9”."""
    for _ in range(MOST_LISTED):
        step = at
        while line.at(step) in LISTED or line.at(step) in {"in", "of", "out", ")"}:
            step += 1
        more = number(line, step) if at < step <= at + 2 and step < len(line) else None
        if more is None:
            break
        at = more.last
    return at
