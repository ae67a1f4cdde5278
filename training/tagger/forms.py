"""Forms: reports worded as translated and agency news has them, made of annotated ones.

The annotated news is American; elsewhere a report may look otherwise: “… – wrote the politician.”,
“This was stated by …”, a dash before speech, a turn of an interview. A form of the table
`training/forms.tsv` takes source and content of annotated reports, and says which words are what.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.weights.dress import (
    CLOSES,
    HEADLINE,
    INSIDE,
    JOINED,
    OPENS,
    OUTSIDE,
    PARAGRAPH,
    SENTENCE,
    SPACED,
    dress,
)
from crossread.weights.words import TOKEN
from training.tagger.examples import SKIP, Example

TABLE = Path(__file__).parent.parent / "forms.tsv"
LONGEST, SHORTEST, SOURCE = 32, 4, 8  # tokens of a content and a source
PARTS = re.compile(r"\[[^\]]*\]|\([^)]*\)|\S+")
IN_CONTENT, IN_SOURCE = (
    ("that_",),
    ("’s_", "press_", "service_", "The_", "the_", "of_", "official_"),
)
OPENING, CLOSING = "“«", "”»"

Words = list[str]


@dataclass(frozen=True, slots=True)
class Parts:
    """What annotated articles give: sources, contents, and sentences that report nothing."""

    sources: list[Words]
    contents: list[Words]
    silent: list[Words]

    @classmethod
    def of(cls, examples: list[Example]) -> "Parts":
        found = cls([], [], [])
        for example in examples:
            found.take(example)
        return found

    def take(self, example: Example) -> None:
        said = {t for one in example.passes[0] for role in one.values() for t in role}
        ends = set(example.bounds)
        for one in example.passes[0]:
            if is_run(one["source"], ends) and len(one["source"]) <= SOURCE:
                words = example.tokens[one["source"][0] : one["source"][-1] + 1]
                self.sources.extend([words] * (words[0].lower() not in PRONOUNS))
            content = one["content"]
            if content and example.tokens[content[0]].lower() == "that":
                content = content[1:]
            bare = not any(example.quoted[t] for t in content)
            if bare and is_run(content, ends) and SHORTEST <= len(content) <= LONGEST:
                tags = example.tags[content[0] : content[-1] + 1]
                if tags[0] in SUBJECT and not FINITE.isdisjoint(tags[1:6]):
                    self.contents.append(example.tokens[content[0] : content[-1] + 1])
        for first, last in zip(example.bounds, example.bounds[1:], strict=False):
            if SHORTEST < last - first <= LONGEST and said.isdisjoint(range(first, last)):
                self.silent.append(example.tokens[first:last])


PRONOUNS = frozenset("he she it they we i you who which that his her their its our my him".split())
SUBJECT = frozenset("DT PRP NNP NNPS NN NNS EX JJ PRP$ CD".split())
FINITE = frozenset("VBD VBZ VBP MD".split())


def is_run(tokens: list[int], ends: set[int]) -> bool:
    """True if the tokens are one stretch within one sentence."""
    whole = bool(tokens) and tokens[-1] - tokens[0] == len(tokens) - 1
    return whole and not any(t in ends for t in tokens[1:])


class Writer:
    """Writes one example of several forms."""

    def __init__(self, parts: Parts, lines: list[str], dice: random.Random) -> None:
        self.parts, self.lines, self.dice = parts, lines, dice
        self.example = Example("form", [], [], [], [], [0])
        self.open = False
        self.next = PARAGRAPH
        self.spoken: dict[int, dict[str, list[int]]] = {}

    def write(self, number: int) -> Example:
        for _ in range(number):
            self.form(self.dice.choice(self.lines))
        made = self.example
        size = len(made.tokens)
        made.dress = [dress(token) for token in made.tokens]
        made.tags, made.names, made.heads = [""] * size, [SKIP] * size, [SKIP] * size
        made.bounds.append(size)
        made.bounds = sorted(set(made.bounds))
        return made

    def form(self, line: str) -> None:
        self.spoken = {}
        self.begin(PARAGRAPH)
        slots: dict[str, Words] = {}
        for part in PARTS.findall(line):
            self.part(part, slots)
        self.example.passes = self.example.passes or [[]]
        self.example.passes[0] += [one for one in self.spoken.values() if one["content"]]

    def part(self, part: str, slots: dict[str, Words]) -> None:
        if part == "^":
            self.begin(HEADLINE)
        elif part == "¶":
            self.begin(PARAGRAPH)
        elif part[0] == "{":
            self.slot(part[1], slots)
        elif part[0] == "[":
            self.put(self.dice.choice(part[1:-1].split("|")), "cue", len(self.spoken) or 1)
        elif part in IN_CONTENT:
            self.put(part[:-1], "content", 1)
        elif part.endswith("_"):
            source = part in IN_SOURCE or len(self.spoken) < 2
            self.put(part[:-1], "source" if source else "", 1)
        elif part in OPENING or part in CLOSING:
            self.put(part, "", 0)
        else:
            self.put(self.dice.choice(part.strip("()").split("|")), "", 0)
            if part in {".", "?"}:
                self.next = SENTENCE

    def begin(self, kind: int) -> None:
        self.next, self.open = kind, False

    def slot(self, letter: str, slots: dict[str, Words]) -> None:
        role, number = SLOTS[letter.lower()]
        kind = {"source": self.parts.sources, "content": self.parts.contents, "": self.parts.silent}
        words = self.dice.choice(kind[role])
        slots[letter] = words
        text = " ".join([cased(words[0], capital=letter.isupper()), *words[1:]])
        self.put(text, role, number)

    def put(self, text: str, role: str, number: int) -> None:
        made = self.example
        for token in TOKEN.findall(text):
            place = len(made.tokens)
            mark = token in OPENING or token in CLOSING
            if token in CLOSING and self.next == SENTENCE:
                self.next, ended = SPACED, True
            else:
                ended = False
            if self.next != SPACED and place:
                made.bounds.append(place) if place not in made.bounds else None
            joined = token in ",.?;:”»’" or (
                place and made.tokens[-1] in "“«’" and self.next == SPACED
            )
            made.before.append(self.next if self.next != SPACED else JOINED if joined else SPACED)
            made.quoted.append(self.state(token, mark=mark))
            made.tokens.append(token)
            self.next = SENTENCE if ended else SPACED
            if role:
                one = self.spoken.setdefault(number, {"source": [], "cue": [], "content": []})
                one[role].append(place)

    def state(self, token: str, *, mark: bool) -> int:
        if mark:
            self.open = token in OPENING
            return OPENS if self.open else CLOSES
        return INSIDE if self.open else OUTSIDE


SLOTS = {
    "s": ("source", 1), "c": ("content", 1), "t": ("source", 2), "d": ("content", 2), "n": ("", 0),
}  # fmt: skip


def cased(word: str, *, capital: bool) -> str:
    if capital:
        return word[:1].upper() + word[1:]
    return word.lower() if word in SMALL else word


SMALL = frozenset(
    "The A An He She They It We There This That His Her Their Its Our Some Many If When But And In "
    "On At For After Before No Not All Most Several Two Three One Critics Officials People".split()
)


def forms() -> list[str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def written(parts: Parts, number: int, dice: random.Random) -> Iterator[Example]:
    """So many examples, each of several paragraphs."""
    lines = forms()
    for _ in range(number):
        yield Writer(parts, lines, dice).write(dice.randint(4, 7))
