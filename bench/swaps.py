"""Swaps names in a text for others of the same form: what `bench.evenhanded` measures with.

One kind at a time: countries with their adjectives and people, parties, leaders, outlets, and the
gender of names and pronouns. Within a text one name always becomes the same other name. What is
found stands in bench/evenhanded.tsv, what it becomes in training/swaps.tsv.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossread.languages.language import split_rows

FOUND = Path(__file__).with_name("evenhanded.tsv")
OTHERS = Path(__file__).resolve().parent.parent / "training" / "swaps.tsv"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands, whose it is, and from which pool and column its like is taken."""

    start: int
    stop: int
    who: str
    pool: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a text, and what stands there instead."""

    start: int
    stop: int
    new: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A text after its names were swapped."""

    text: str
    edits: tuple[Edit, ...]

    def origin(self, offset: int) -> float:
        """An offset in the swapped text as one in the text before.

        Inside a swapped name it is the middle of that name: no two names have one middle.
        """
        moved = 0
        for edit in self.edits:
            start = edit.start + moved
            if offset <= start:
                break
            if offset < start + len(edit.new):
                return middle(edit)
            moved += len(edit.new) - (edit.stop - edit.start)
        return offset - moved

    def kept(self, offset: int) -> float:
        """An offset in the text before, in the same measure as `origin`."""
        inside = [edit for edit in self.edits if edit.start < offset < edit.stop]
        return middle(inside[0]) if inside else offset


def middle(edit: Edit) -> float:
    return (edit.start + edit.stop) / 2 + 0.25  # never a whole number, so never a true offset


@cache
def table(path: Path, kind: str) -> tuple[Row, ...]:
    """The rows of one kind, without their first column."""
    rows = split_rows(path.read_text(encoding="utf-8"))
    return tuple(row[1:] for row in rows if row[0] == kind)


def likeness(country: Row) -> str:
    """Names whose forms agree alike: an American and Americans, the Chinese, the Turks.

    So “a Russian said” never becomes “a Turkish said”.
    """
    _, adjective, people = country
    same = {adjective + "s": "s", adjective: "same"}
    return "country " + same.get(people, "other")


@cache
def pools() -> dict[str, tuple[Row, ...]]:
    """What a name may become: rows, of which a place takes one column."""
    given, parties = table(OTHERS, "given"), table(OTHERS, "party")
    outlets = [row[0] for row in table(OTHERS, "outlet")]
    countries = table(OTHERS, "country")
    with_article = tuple((name[4:],) for name in outlets if name[:4].lower() == "the ")
    return {
        **{
            pool: tuple(row for row in countries if likeness(row) == pool)
            for pool in sorted({likeness(row) for row in countries})
        },
        "country the": table(OTHERS, "the-country"),
        "given m": tuple((name,) for name, gender in given if gender == "m"),
        "given f": tuple((name,) for name, gender in given if gender == "f"),
        "surname": table(OTHERS, "surname"),
        "outlet the": with_article,
        "outlet bare": tuple((name,) for name in outlets if name[:4].lower() != "the "),
        # “a Republican”, “Republican senators”: one word for both, as in Liberal or Green
        "party": tuple(row for row in parties if row[2] == row[4]),
        "party short": tuple(row for row in parties if row[1].isupper()),
    }


@cache
def pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as a whole word, the longest that fits."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?!\w)")


# -- countries -----------------------------------------------------------------------------------

# Given names, American states and peoples of one country that no table row stands for.
AMBIGUOUS = frozenset({"Georgia", "Georgian", "Georgians", "Jordan", "Chad"})
PARTS = re.compile(r"(?:African|Asian|Native|Latin|South|North|Central|New|Mark) $")
STATES = re.compile(
    r"(?P<the>[Tt]he )?(?P<long>United States|United Kingdom)(?!\w| [A-Z])"
    r"|(?P<article>[Tt]he )?(?P<short>U\.S\.|U\.K\.|US|UK)(?![\w.])(?= (?P<next>\w+)|)"
)
# After these words “the U.S.” is the country; before other words it is an adjective.
CLAUSE = frozenset(
    "is was has had have will would could can should must may might did does do to and or nor in "
    "on for with from by at as that who which when after before since than but because if while "
    "where says said wants needs faces into over under through during about against not "
    "also".split()
)


@cache
def nations() -> dict[str, tuple[str, str, int]]:
    """Each form of a country's name: whose it is, its pool and its column."""
    rows = (*table(FOUND, "country"), *table(OTHERS, "country"))
    return {
        form: (row[0], likeness(row), column)
        for row in rows
        for column, form in reversed([*enumerate(row)])
        if form not in AMBIGUOUS
    }


@cache
def nation_names() -> re.Pattern[str]:
    return pattern((*nations(),))


def countries(text: str) -> Iterator[Place]:
    for found in nation_names().finditer(text):
        if not PARTS.search(text[: found.start()]):
            yield Place(found.start(), found.end(), *nations()[found.group()])
    for found in STATES.finditer(text):
        yield from state(text, found)


def state(text: str, found: re.Match[str]) -> Iterator[Place]:
    """“the | United States” becomes “the | Gambia”; “the | U.S. | border” “the Kenyan border”."""
    article = found["the"] or found["article"]
    who, pool, short = "America", "country the" if article else "country s", found["short"]
    if short is None:
        yield Place(found.start("long"), found.end(), f"{who} {pool}", pool)
        return
    follows, start, stop = found["next"], found.start("short"), found.end()
    if follows and follows[0].islower() and follows not in CLAUSE:
        yield Place(start, stop, who, "country s", 1)
    elif follows and follows[0].isupper():
        return  # a new sentence, or part of a longer name
    else:
        ends = short.endswith(".") and re.match(r"[”\"’]?(?:\s|$)", text[stop:]) and not follows
        yield Place(start, stop - 1 if ends else stop, f"{who} {pool}", pool)


# -- parties, leaders, outlets -------------------------------------------------------------------

FORMS = {"name": 0, "short": 1, "member": 2, "members": 3, "adjective": 4, "member or adjective": 4}


@cache
def party_words() -> dict[str, tuple[str, str, int]]:
    """Each word for a party: the party (its first letters), its pool and its column."""
    return {
        words: (words[:4], "party short" if form == "short" else "party", FORMS[form])
        for words, form in table(FOUND, "party")
    }


def parties(text: str) -> Iterator[Place]:
    for found in pattern((*party_words(),)).finditer(text):
        yield Place(found.start(), found.end(), *party_words()[found.group()])


@cache
def surnames() -> re.Pattern[str]:
    return pattern(tuple(sorted({row[1] for row in table(FOUND, "leader")})))


@cache
def whole_names() -> dict[str, tuple[int, str]]:
    """“Ada Lovelace”: how long her given name is, and its gender."""
    rows = table(FOUND, "leader")
    return {f"{given} {surname}": (len(given), gender) for given, surname, gender in rows}


def leaders(text: str) -> Iterator[Place]:
    for found in surnames().finditer(text):
        yield Place(found.start(), found.end(), found.group(), "surname")
        before = re.search(r"([A-Z]\w+) (?:[A-Z]\. )?$", text[: found.start()])
        known = before and whole_names().get(f"{before[1]} {found.group()}")
        if before and known:
            stop = before.start() + known[0]
            yield Place(before.start(), stop, f"{before[1]} …", f"given {known[1]}")


def outlets(text: str) -> Iterator[Place]:
    for found in pattern((*outlet_names(),)).finditer(text):
        yield Place(found.start(), found.end(), found.group(), outlet_names()[found.group()])


@cache
def outlet_names() -> dict[str, str]:
    """Each outlet with its pool: whether its name stands with an article."""
    return {name: f"outlet {article}" for name, article in table(FOUND, "outlet")}


# -- gender --------------------------------------------------------------------------------------

OF_WOMEN = re.compile(r"(?<![\w-])([Hh])(?:er(s?))(?!\w)(?= ([\w-]+))?")
OF_MEN = re.compile(r"(?<![\w-])([Hh])(?:is|im)(?!\w)(?= ([\w-]+))?")
# After “her” these begin something new, so she was its object: “told her that”.
NEW = CLAUSE | frozenset("the a an this these up down out off back again how why what".split())


@cache
def pairs() -> dict[str, str]:
    """he → she and she → he; the first pair of a word counts."""
    both: dict[str, str] = {}
    for man, woman in table(FOUND, "pair"):
        both.setdefault(man, woman)
        both.setdefault(woman, man)
    return both


@cache
def genders() -> dict[str, str]:
    rows = (*table(FOUND, "given"), *((row[0], row[2]) for row in table(FOUND, "leader")))
    return {**dict(table(OTHERS, "given")), **dict(rows)}  # type: ignore[arg-type]


@cache
def first_names() -> re.Pattern[str]:
    return re.compile(pattern((*genders(),)).pattern + r"(?=(?: [A-Z]\.)? [A-Z])")


@cache
def gendered() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(pairs())))})(?!\w)")


def gender(text: str) -> Iterator[Place]:
    other = {"m": "given f", "f": "given m"}
    for found in first_names().finditer(text):
        yield Place(found.start(), found.end(), found.group(), other[genders()[found.group()]])
    for found in gendered().finditer(text):
        yield Place(found.start(), found.end(), found.group(), f"={pairs()[found.group()]}")
    for found in OF_MEN.finditer(text):
        ending = "er" if found.group().endswith("m") or found[2] else "ers"
        yield Place(found.start(), found.end(), "his", f"={found[1]}{ending}")
    for found in OF_WOMEN.finditer(text):
        ending = "is" if found[2] or (found[3] and found[3] not in NEW) else "im"
        yield Place(found.start(), found.end(), "her", f"={found[1]}{ending}")


KINDS: dict[str, Callable[[str], Iterator[Place]]] = {
    "countries": countries,
    "parties": parties,
    "leaders": leaders,
    "outlets": outlets,
    "gender": gender,
}


# -- swapping ------------------------------------------------------------------------------------


def swap(kind: str, text: str, seed: str) -> Swap:
    """The text with its names of a kind swapped. The same seed gives the same names."""
    rng, taken, edits = random.Random(f"{kind} {seed}"), set[Row](), list[Edit]()
    places = apart(KINDS[kind](text))
    chosen: dict[tuple[str, str], Row] = {}
    for place in places:
        key = place.who, place.pool
        if key not in chosen:
            alike = [other for other in places if (other.who, other.pool) == key]
            fitting = [row for row in rows_of(place.pool) if fits(row, alike, text)]
            free = [row for row in fitting if row not in taken] or fitting or [()]
            chosen[key] = rng.choice(free)
            taken.add(chosen[key])
        if chosen[key]:
            edits.append(
                Edit(place.start, place.stop, cased(chosen[key][place.column], text, place))
            )
    return Swap(applied(text, edits), tuple(edits))


def apart(places: Iterator[Place]) -> list[Place]:
    """In the order of the text, the longer of two that meet."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.start, -place.stop)):
        if not kept or place.start >= kept[-1].stop:
            kept.append(place)
    return kept


def rows_of(pool: str) -> tuple[Row, ...]:
    return ((pool[1:],),) if pool.startswith("=") else pools()[pool]


def fits(row: Row, places: Sequence[Place], text: str) -> bool:
    """True if the name is new to the text, and “a” or “an” before it stays right."""
    for place in places:
        new, before = row[place.column], re.search(r"\b[Aa](n?) $", text[: place.start])
        if before and bool(before[1]) != (new[0] in "AEIOUÉÓaeiou"):
            return False
        if place.pool[0] != "=" and re.search(rf"\b{re.escape(new)}\b", text):
            return False
    return True


def cased(new: str, text: str, place: Place) -> str:
    """“de la Torre” begins a sentence as “De la Torre”."""
    begins = re.search(r"(?:^|[.!?:\n]\s*)[“\"]?$", text[: place.start])
    return new[0].upper() + new[1:] if begins else new


def applied(text: str, edits: Sequence[Edit]) -> str:
    parts, last = [], 0
    for edit in edits:
        parts += [text[last : edit.start], edit.new]
        last = edit.stop
    return "".join(parts) + text[last:]
