"""Wording: what kind of words stand where, on marked sentences."""

import re
from collections.abc import Callable
from functools import cache
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import recipes
from crossread.collect.article import make
from crossread.languages.language import language
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.wording import Wording
from crossread.stages.wording import RULES, Wordings
from crossread.stages.wording.lexicon import lexicon, spelled_out
from tests.marks import cases, mark, unmark

STAGE = Wordings()
NAMES = {"scare-quote": "scare", "presumption": "presumed", "insinuation": "hint"}
TABLES = ("hedges", "insinuations", "labels", "presumptions")
ENGLISH = language("en")
PARTS = {"either", "ending", "head", "modifier", "noun", "prefix", "several", "suffix"}


@cache
def before(text: str) -> Reading:
    layout = (Block(Span(0, len(text)), "paragraph"),)
    return recipes.read(make(text, language="en", layout=layout), recipe="rules")


def read(text: str) -> tuple[Wording, ...]:
    return STAGE(before(text))


def marks(found: tuple[Wording, ...]) -> list[tuple[str, Span]]:
    return [(NAMES.get(one.kind, one.kind), one.span) for one in found]


@pytest.mark.parametrize("line", cases("wording.en.txt"))
def test_wording(line: str) -> None:
    text, _ = unmark(line)

    assert mark(text, marks(read(text))) == line


OF = [
    ("Ilan Dovar allegedly sold the mill.", "allegedly", "Ilan Dovar"),
    ("Naturally, Ilan Dovar denied it.", "Naturally", "Ilan Dovar"),
    ("It is obvious that Mira Sold left.", "It is obvious that", "Mira Sold"),
    ("The self-styled governor Ilan Dovar left.", "The self-styled governor", "Ilan Dovar"),
    ("Ilan Dovar, a strongman, left the hall.", "a strongman", "Ilan Dovar"),
    ("The strongman, Ilan Dovar, left the hall.", "The strongman", "Ilan Dovar"),
    ("The brother of Ilan Dovar and Mira Sold may have left.", "may have", None),
    ("It pleased the liberal media, Ilan Dovar, Mira Sold and others.", "the liberal media", None),
    ("Perhaps it will rain on Monday.", "Perhaps", None),
    ("Perhaps, Ilan Dovar said, it will rain.", "Perhaps", None),
    ("People in Tarn fear that militants will return.", "militants", None),
]


@pytest.mark.parametrize(("text", "words", "name"), OF)
def test_of_whom(text: str, words: str, name: str | None) -> None:
    reading = before(text)
    names = {entity.id: entity.name for entity in reading.entities}

    (found,) = (one for one in STAGE(reading) if one.span.of(text) == words)

    assert (names[found.of] if found.of else None) == name


def test_the_stage_says_what_it_needs_and_gives() -> None:
    assert STAGE.needs == ("sentences", "quotations", "mentions", "entities", "attributions")
    assert STAGE.gives == "wording"


@pytest.mark.parametrize("code", ["ru", "uk", "kk", "xx"])
def test_a_language_without_tables_gives_nothing(code: str) -> None:
    text = "Allegedly, the rebels left."
    reading = Reading(make(text, language=code), sentences=(Span(0, len(text)),))

    assert STAGE(reading) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_an_example(rule: Callable[..., object]) -> None:
    assert rule.__doc__
    assert "“" in rule.__doc__


@pytest.mark.parametrize("line", cases("wording.en.txt"))
def test_every_wording_names_a_rule_and_a_known_entity(line: str) -> None:
    text, _ = unmark(line)
    known = {entity.id for entity in before(text).entities} | {None}

    for one in read(text):
        assert one.rule in {rule.__name__ for rule in RULES}
        assert one.of in known


# Sides, places, parties and outlets that change places: what is found must not.
SIDES = {
    "Orlan": "Terva",
    "Orlanian": "Tervan",
    "Orlanians": "Tervans",
    "Russia": "Ukraine",
    "Russian": "Ukrainian",
    "Russians": "Ukrainians",
    "Kazakhstan": "Turkey",
    "American": "Iranian",
    "Americans": "Iranians",
    "China": "America",
    "Dovar": "Sold",
    "Ilan": "Mira",
    "government": "opposition",
    "left-wing": "right-wing",
    "far-left": "far-right",
    "pro-government": "pro-opposition",
    "Republican": "Democratic",
    "Tarn": "Velm",
}
BOTH = SIDES | {other: one for one, other in SIDES.items()}
SIDE = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(BOTH, key=len, reverse=True)) + r")(?![\w-])")


@pytest.mark.parametrize("line", cases("wording.en.txt"))
def test_sides_that_change_places_change_nothing(line: str) -> None:
    swapped = SIDE.sub(lambda found: BOTH[found.group()], line)
    text, _ = unmark(swapped)

    assert mark(text, marks(read(text))) == swapped


CAMPS = (
    "Russian",
    "Ukrainian",
    "American",
    "Iranian",
    "Chinese",
    "Israeli",
    "Palestinian",
    "Kenyan",
)


@pytest.mark.parametrize("camp", CAMPS)
@pytest.mark.parametrize("noun", ["regime", "militants", "peacekeepers", "oligarch", "extremists"])
def test_a_label_is_one_whoever_bears_it(camp: str, noun: str) -> None:
    text = f"Nobody asked the {camp} {noun} about the bridge."

    assert [(one.kind, one.span.of(text)) for one in read(text)] == [
        ("label", f"the {camp} {noun}")
    ]


PIECES = st.sampled_from(
    "the a militants regime of Ilan Dovar allegedly may have left , . “ ” ‘ ’ rebels it is obvious "
    "that naturally so-called 2016 some say said likely to pro-Orlanian puppet \n".split(" ")
)


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(PIECES, max_size=40))
def test_any_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = recipes.read(make(text, language="en"), recipe="rules")
    known = {entity.id for entity in reading.entities} | {None}

    found = STAGE(reading)

    assert list(found) == sorted(found, key=lambda one: (one.span.start, -one.span.stop, one.kind))
    assert len(set(found)) == len(found)
    for one in found:
        assert 0 <= one.span.start < one.span.stop <= len(text)
        assert one.span == one.span.trimmed(text)
        assert one.of in known
    assert found == STAGE(reading), "reading again finds the same"


@settings(max_examples=60, deadline=None, database=None)
@given(st.integers(0, 10_000))
def test_words_of_one_sentence_do_not_depend_on_the_next(number: int) -> None:
    lines = cases("wording.en.txt")
    one, other = (unmark(lines[n % len(lines)])[0] for n in (number, number * 31 + 7))
    sentences = (Span(0, len(one)), Span(len(one) + 1, len(one) + 1 + len(other)))
    both = Reading(make(f"{one}\n{other}", language="en"), sentences=sentences)
    alone = Reading(make(one, language="en"), sentences=sentences[:1])

    assert [w for w in STAGE(both) if w.span.stop <= len(one)] == list(STAGE(alone))


HOSTILE = [
    "7" * 200_000,
    "(" * 200_000,
    "the so-called " * 20_000,
    "a-" * 100_000,
    "“rebels” " * 20_000,
    "militants " * 20_000,
    "the Rebels Of " * 20_000,
    "it is obvious that " * 20_000,
    "so-called pro-Orlanian " * 20_000,
    "it is also ".replace(" ", "  ") * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    reading = Reading(make(text, language="en"), sentences=(Span(0, len(text)),))

    for one in STAGE(reading):
        assert one.span.stop <= len(text)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_says_a_thing_once_and_names_its_sources(table: str) -> None:
    folder = resources.files("crossread.languages") / "data" / "en"
    lines = (folder / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    remarks = [line for line in lines if line.startswith("#")]
    found = ENGLISH.rows(table)

    assert list(found) == sorted(found)
    assert len({row[:2] for row in found}) == len(found)
    assert all(len(row) >= 3 for row in found)
    assert any(re.search(r"\((?:19|20)\d\d|[12]\d{3}[:)]", line) for line in remarks)
    assert all(line and line == line.strip() for line in lines)


@pytest.mark.parametrize("table", ["hedges", "insinuations", "presumptions"])
def test_every_phrase_names_a_rule(table: str) -> None:
    assert {row[1] for row in ENGLISH.rows(table)} <= {rule.__name__ for rule in RULES}


def test_no_phrase_is_of_two_kinds() -> None:
    spelled = [
        words
        for table in ("hedges", "insinuations", "presumptions")
        for phrase, *_ in ENGLISH.rows(table)
        for words in set(spelled_out(phrase))
    ]
    twice = {words for words in spelled if spelled.count(words) > 1}

    assert not twice


def test_labels_are_of_known_parts() -> None:
    assert {row[1] for row in ENGLISH.rows("labels")} == PARTS


OF_EVERY_SIDE = [
    ("rebel", "loyalist"),
    ("rioter", "freedom fighter"),
    ("occupier", "liberator"),
    ("traitor", "patriot"),
    ("far-left", "far-right"),
    ("left-wing", "right-wing"),
    ("pro-government", "anti-government"),
    ("fascist", "bolshevik"),
    ("whistleblower", "leaker"),
    ("pro-life", "pro-choice"),
    ("ukrop", "vatnik"),
    ("peacekeeper", "aggressor"),
    ("strongman", "strongwoman"),
    ("con man", "con woman"),
]


@pytest.mark.parametrize("pair", OF_EVERY_SIDE)
def test_words_of_every_side_are_labels(pair: tuple[str, str]) -> None:
    known = lexicon(ENGLISH)

    assert all(word in known.nouns or word in known.modifiers for word in pair)
