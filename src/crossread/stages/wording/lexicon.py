"""Lexicon: the tables of hedges, presumptions, insinuations and labels, ready to be looked up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from crossread.languages.language import Language, Row
from crossread.model.wording import WordingKind

PHRASES: tuple[tuple[str, WordingKind], ...] = (
    ("hedges", "hedge"),
    ("presumptions", "presumption"),
    ("insinuations", "insinuation"),
)
SHORTENED = {"is": "'s", "am": "'m", "would": "'d"}  # “it is” is also written “it’s”
BEFORE_SHORT = frozenset({"it", "there", "i", "that", "who", "he", "she", "what", "let"})
NOT, NONE = "n't", "-"


@dataclass(slots=True)
class Node:
    """What may come after some words of a phrase."""

    after: dict[str, "Node"] = field(default_factory=dict)
    kind: WordingKind | None = None  # of the phrase that ends here
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What the table of labels says of a word."""

    part: str
    beside: frozenset[str] = frozenset()  # words beside which it is no label


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language."""

    phrases: Node
    nouns: dict[str, Label]  # “militant”, “militants”
    modifiers: dict[str, Label]  # “self-styled”
    starts: dict[str, tuple[tuple[str, ...], ...]]  # labels of several words by the first of them
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    endings: tuple[str, ...]
    heads: frozenset[str]  # nouns for people and bodies
    plurals: frozenset[str]
    classes: dict[str, str]  # the word class that a form most often has
    verbs: frozenset[str]  # forms that may be a plain verb
    peoples: frozenset[str]  # “russian”, “orlanian”
    followings: frozenset[str]  # labels that are written with a capital: “nazis”
    determiners: frozenset[str]
    things: frozenset[str]  # nouns before the name of a thing in marks: “the film “Port””


@cache
def lexicon(tables: Language) -> Lexicon:
    classes = {row[0]: counted(row) for row in tables.rows("words") if len(row) > 1}
    labels = tables.rows("labels")
    nouns = dict(noun_labels(labels))
    modifiers = {
        row[0]: Label(row[1], beside(row)) for row in labels if row[1] in {"modifier", "either"}
    }
    several = dict[str, list[tuple[str, ...]]]()
    for words in (*nouns, *modifiers):
        first, *rest = words.split()
        if rest:
            several.setdefault(first, []).append((first, *rest))
    sets = defaultdict[str, frozenset[str]](frozenset)
    sets |= {row[0]: frozenset(row[1].split()) for row in tables.rows("noun-phrases")}
    heads = frozenset(party_nouns(tables, sets["not_bodies"]))
    believers = {word.lower() for row in tables.rows("followings") for word in row}
    return Lexicon(
        phrases=trie(tables),
        nouns=nouns,
        modifiers=modifiers,
        starts={first: longest_first(found) for first, found in several.items()},
        prefixes=tuple(row[0] for row in labels if row[1] == "prefix"),
        suffixes=tuple(row[0] for row in labels if row[1] == "suffix"),
        endings=tuple(row[0] for row in labels if row[1] == "ending"),
        heads=heads,
        plurals=frozenset(plural for _, plural in both_numbers(tables)),
        classes={form: next(iter(counts)) for form, counts in classes.items()},
        verbs=frozenset(form for form, counts in classes.items() if {"VB", "VBP"} & counts.keys()),
        peoples=frozenset(people(tables)),
        followings=frozenset(nouns.keys() & believers),
        determiners=(sets["determiners"] | sets["owners"]) - {"both", "that"},  # “said that rebels”
        things=tables.kinds("quotation-cues")["thing"],
    )


def counted(row: Row) -> dict[str, int]:
    pairs = (part.split(":") for part in row[1].split())
    return {kind: int(number) for kind, number in pairs}


def longest_first(found: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(set(found), key=lambda words: (-len(words), words)))


def beside(row: Row) -> frozenset[str]:
    return frozenset(row[4].split()) if len(row) > 4 else frozenset()


def noun_labels(rows: tuple[Row, ...]) -> Iterator[tuple[str, Label]]:
    """The nouns, each with its plural."""
    for row in rows:
        if row[1] in {"noun", "either"}:
            yield row[0], Label(row[1], beside(row))
            yield (
                row[3] if len(row) > 3 and row[3] != NONE else plural(row[0]),
                Label("several", beside(row)),
            )
        elif row[1] == "several":
            yield row[0], Label("several", beside(row))


def both_numbers(tables: Language) -> Iterator[tuple[str, str]]:
    """Nouns for people and bodies, each with its plural."""
    for noun, _, _, *written in tables.rows("persons"):
        yield noun, written[0] if written else plural(noun)
    for noun in tables.words("bodies"):
        yield noun, plural(noun)


def party_nouns(tables: Language, others: frozenset[str]) -> Iterator[str]:
    for one, several in both_numbers(tables):
        if one not in others:
            yield from (one, several)
    yield from (row[0] for row in tables.rows("labels") if row[1] == "head")


def people(tables: Language) -> Iterator[str]:
    """“kenyan”, “muslims”: words for where people are from, and what they follow."""
    for row in tables.rows("demonyms"):
        yield from (word.lower() for cell in row[3:5] for word in cell.replace("/", "|").split("|"))
    for row in tables.rows("followings"):
        yield from (word.lower() for word in row)


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def trie(tables: Language) -> Node:
    """The phrases of the three tables, by their words."""
    root = Node()
    for table, kind in PHRASES:
        for phrase, rule, *_ in tables.rows(table):
            for words in spelled_out(phrase):
                node = root
                for word in words:
                    node = node.after.setdefault(word, Node())
                node.kind, node.rule = kind, rule
    return root


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """“it is/was clear that?” in all its forms, with what is written shortly."""
    choices = []
    for word in phrase.split():
        forms = [("",)] if word.endswith("?") else []
        choices.append([*forms, *((one,) for one in word.removesuffix("?").split("/"))])
    for chosen in product(*choices):
        words = tuple(one for (one,) in chosen if one)
        yield words
        short = shortened(words)
        if short != words:
            yield short


def shortened(words: tuple[str, ...]) -> tuple[str, ...]:
    """“it is no secret” as “it’s no secret”."""
    for place in range(len(words) - 1):
        end = (
            words[place + 1]
            if words[place + 1].startswith("'")
            else SHORTENED.get(words[place + 1])
        )
        if words[place] in BEFORE_SHORT and end:
            short = (words[place], end) if end == "'s" else (words[place] + end,)
            return (*words[:place], *short, *words[place + 2 :])
    return words
