"""Variation: the same articles with other names, other punctuation and damage.

So that the tagger does not lean on who is named or on one house style: names of people, places,
countries, parties and bodies are swapped for those of all regions (table `training/swaps.tsv`),
quotation marks are lost or put as translators put them, and letters lose their case.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from crossread.weights.dress import CLOSES, JOINED, OPENS, OUTSIDE, SPACED, dress
from crossread.weights.words import TOKEN
from training.tagger.examples import NAMES, Example

Value = TypeVar("Value")

TABLE = Path(__file__).parent.parent / "swaps.tsv"
# How often an article is changed so.
PEOPLE, COUNTRIES, PARTIES, BODIES, PLACES = 0.4, 0.3, 0.3, 0.25, 0.3
UNMARKED, UNPAIRED, LOWERED, OUTER, DASHED = 0.05, 0.03, 0.03, 0.15, 0.08


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens from `first` to before `last` become other words; none of them drops the tokens."""

    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class Swaps:
    """The names to put in, by kind; each row its forms."""

    rows: dict[str, list[tuple[str, ...]]]

    @classmethod
    def read(cls) -> "Swaps":
        rows: dict[str, list[tuple[str, ...]]] = {}
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, *forms = line.split("\t")
                rows.setdefault(kind, []).append(tuple(forms))
        return cls(rows)

    def one(self, kind: str, dice: random.Random) -> tuple[str, ...]:
        return dice.choice(self.rows[kind])


def varied(example: Example, swaps: Swaps, dice: random.Random) -> Example:
    """The example as it is, or changed in some of these ways."""
    edits: list[Edit] = []
    if dice.random() < COUNTRIES:
        edits += countries(example, swaps, dice)
    if dice.random() < PARTIES:
        edits += parties(example, swaps, dice)
    if dice.random() < PEOPLE:
        edits += people(example, swaps, dice)
    if dice.random() < BODIES:
        edits += bodies(example, swaps, dice)
    if dice.random() < PLACES:
        edits += places(example, swaps, dice)
    found = edited(example, edits)
    if dice.random() < UNMARKED:
        found = edited(
            found, [Edit(t, t + 1, "") for t, q in enumerate(found.quoted) if q >= OPENS]
        )
        found.quoted = [OUTSIDE] * len(found.tokens)
    elif dice.random() < UNPAIRED:
        found = replace(
            found,
            tokens=[
                "'" if q >= OPENS else t for t, q in zip(found.tokens, found.quoted, strict=True)
            ],
            quoted=[OUTSIDE] * len(found.tokens),
        )
    elif dice.random() < OUTER + DASHED:
        found = translated(found, dash=dice.random() < DASHED / (OUTER + DASHED))
    if dice.random() < LOWERED:
        tokens = [token.lower() for token in found.tokens]
        found = replace(found, tokens=tokens, dress=[dress(token) for token in tokens])
    return found


def edited(example: Example, edits: list[Edit]) -> Example:
    """The example with the edits made; of two that overlap the earlier in the list."""
    chosen: dict[int, Edit] = {}
    taken: set[int] = set()
    for edit in edits:
        covered = set(range(edit.first, edit.last))
        if not covered & taken:
            taken |= covered
            chosen[edit.first] = edit
    if not chosen:
        return replace(example)
    made = Rebuilt(example)
    place = 0
    while place < len(example.tokens):
        if place in chosen:
            made.swap(chosen[place])
            place = chosen[place].last
        else:
            made.keep(place)
            place += 1
    return made.example()


class Rebuilt:
    """An example put together again, token by token; labels go with the tokens they had."""

    def __init__(self, old: Example) -> None:
        self.old = old
        self.tokens: list[str] = []
        self.before: list[int] = []
        self.origin: list[int] = []  # the old token that each new one stands for
        self.begins: list[bool] = []  # the first of those that stand for it
        self.moved: dict[int, list[int]] = {}

    def put(self, token: str, origin: int, before: int, *, begins: bool) -> None:
        self.moved.setdefault(origin, []).append(len(self.tokens))
        self.tokens.append(token)
        self.origin.append(origin)
        self.before.append(before)
        self.begins.append(begins)

    def keep(self, place: int) -> None:
        self.put(self.old.tokens[place], place, self.old.before[place], begins=True)

    def swap(self, edit: Edit) -> None:
        last = 0
        for number, token in enumerate(TOKEN.finditer(edit.words)):
            joined = JOINED if token.start() == last else SPACED
            before = joined if number else self.old.before[edit.first]
            self.put(token.group(), edit.first, before, begins=number == 0)
            last = token.end()

    def example(self) -> Example:
        old = self.old
        names = [
            label + 1 if label > 0 and NAMES[label][0] == "B" and not begins else label
            for label, begins in zip(self.of(old.names), self.begins, strict=True)
        ]
        bounds = [0]
        for bound in old.bounds[1:]:
            at = next(
                (n for n in range(bounds[-1], len(self.origin)) if self.origin[n] >= bound), None
            )
            bounds.append(len(self.origin) if at is None else at)
        return replace(
            old,
            tokens=self.tokens,
            dress=[dress(token) for token in self.tokens],
            quoted=self.of(old.quoted),
            before=self.before,
            bounds=sorted(set(bounds)),
            tags=self.of(old.tags),
            names=names,
            heads=self.of(old.heads),
            passes=[
                [
                    {role: [n for t in one[role] for n in self.moved.get(t, [])] for role in one}
                    for one in marked
                ]
                for marked in old.passes
            ],
        )

    def of(self, values: list[Value]) -> list[Value]:
        return [values[origin] for origin in self.origin]


def runs(example: Example, kind: str) -> Iterator[tuple[int, int]]:
    """The names of a type, by their tokens."""
    begin, go_on = NAMES.index(f"B-{kind}"), NAMES.index(f"I-{kind}")
    place, size = 0, len(example.tokens)
    while place < size:
        if example.names[place] == begin:
            last = place + 1
            while last < size and example.names[last] == go_on:
                last += 1
            yield place, last
            place = last
        else:
            place += 1


def people(example: Example, swaps: Swaps, dice: random.Random) -> list[Edit]:
    """Each person gets another name, the same throughout."""
    found = list(runs(example, "person"))
    full = {example.tokens[b - 1] for a, b in found if b - a > 1}
    given = {example.tokens[a] for a, b in found if b - a > 1} - full
    surnames: dict[str, str] = {}
    firsts: dict[str, str] = {}
    edits = []
    for first, last in found:
        head, tail = example.tokens[first], example.tokens[last - 1]
        if last - first == 1 and tail in given:
            words = firsts.setdefault(tail, swaps.one("given", dice)[0])
        else:
            words = surnames.setdefault(tail, swaps.one("surname", dice)[0])
            if last - first > 1:
                words = firsts.setdefault(head, swaps.one("given", dice)[0]) + " " + words
        edits.append(
            Edit(first, last, words.upper() if tail.isupper() and len(tail) > 1 else words)
        )
    return edits


def countries(example: Example, swaps: Swaps, dice: random.Random) -> list[Edit]:
    """Each country becomes another, its adjective and its people with it."""
    forms = {
        form: (row[0], place)
        for row in swaps.rows["country"]
        for place, form in reversed(list(enumerate(row)))
    }
    forms |= {name: ("United States", place) for name, place in AMERICA.items()}
    chosen: dict[str, tuple[str, ...]] = {}
    edits = []
    for first, last, form in matches(example, frozenset(forms)):
        name, place = forms[form]
        other = chosen.setdefault(name, swaps.one("country", dice))
        edits.append(Edit(first, last, other[place]))
    return edits


AMERICA = {"United States": 0, "U.S.": 0, "US": 0, "America": 0, "American": 1, "Americans": 2}


def matches(example: Example, forms: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where one of the forms stands, the longest first."""
    place = 0
    while place < len(example.tokens):
        for size in (4, 3, 2, 1):
            words = written(example, place, place + size)
            if words in forms:
                yield place, place + size, words
                place += size - 1
                break
        place += 1


def written(example: Example, first: int, last: int) -> str:
    text = ""
    for place in range(first, min(last, len(example.tokens))):
        glue = "" if place == first or example.before[place] == JOINED else " "
        text += glue + example.tokens[place]
    return text


PARTY_FORMS = {
    "Republican Party": 0, "Democratic Party": 0, "GOP": 1, "Republican": 2, "Democrat": 2,
    "Republicans": 3, "Democrats": 3, "Democratic": 4,
}  # fmt: skip
SIDES = {"Democratic Party": "D", "Democrat": "D", "Democrats": "D", "Democratic": "D"}


def parties(example: Example, swaps: Swaps, dice: random.Random) -> list[Edit]:
    """Each party becomes another, with its short form and its members."""
    chosen: dict[str, tuple[str, ...]] = {}
    edits = []
    for first, last, form in matches(example, frozenset(PARTY_FORMS)):
        side = SIDES.get(form, "R")
        other = chosen.setdefault(side, swaps.one("party", dice))
        place = PARTY_FORMS[form]
        if form == "Republican" and example.tags[first] != "NN":
            place = 4
        edits.append(Edit(first, last, other[place]))
    return edits


def bodies(example: Example, swaps: Swaps, dice: random.Random) -> list[Edit]:
    """Newspapers, ministries and companies become others."""
    chosen: dict[str, str] = {}
    edits = []
    for first, last in runs(example, "organisation"):
        name = written(example, first, last)
        if name not in chosen:
            row = swaps.one(dice.choice(("outlet", "organisation", "organisation")), dice)
            chosen[name] = row[-1] if last - first == 1 else row[0]
        edits.append(Edit(first, last, chosen[name].removeprefix("The ")))
    return edits


def places(example: Example, swaps: Swaps, dice: random.Random) -> list[Edit]:
    chosen: dict[str, str] = {}
    edits = []
    for first, last in runs(example, "place"):
        name = written(example, first, last)
        edits.append(Edit(first, last, chosen.setdefault(name, swaps.one("city", dice)[0])))
    return edits


def translated(example: Example, *, dash: bool) -> Example:
    """“The dam will hold,” he said. -> “The dam will hold”, he said. Or: … hold.” – he said."""
    tokens, quoted = list(example.tokens), list(example.quoted)
    before, passes = list(example.before), example.passes
    inner: set[int] = set()
    for place in range(1, len(tokens)):
        if quoted[place] == CLOSES and tokens[place - 1] == ",":
            tokens[place - 1], tokens[place] = tokens[place], "–" if dash else ","
            quoted[place - 1], quoted[place] = CLOSES, OUTSIDE
            before[place] = SPACED if dash else JOINED
            inner.add(place)
    passes = [
        [{role: [t for t in one[role] if t not in inner] for role in one} for one in marked]
        for marked in passes
    ]
    dressed = [dress(token) for token in tokens]
    return replace(
        example, tokens=tokens, dress=dressed, quoted=quoted, before=before, passes=passes
    )
