"""Attributions: cases as marked lines, what always holds, and that rules explain themselves."""

from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.pipeline import Pipeline
from crossread.stages.attributions import Attributions
from crossread.stages.attributions.rules import RULES
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences
from tests.marks import CASES, cases, mark, unmark


class Lines:
    """Every line is a paragraph: the cases are about words, not about layout."""

    needs: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[str] = "blocks"

    def __call__(self, reading: Reading) -> tuple[Block, ...]:
        found, start = [], 0
        for line in reading.text.split("\n"):
            if line.strip():
                found.append(Block(Span(start, start + len(line)), "paragraph"))
            start += len(line) + 1
        return tuple(found)


PIPELINE = Pipeline("test", [Lines(), Sentences(), Quotations(), Attributions()])
ROLES = ("source", "cue", "content")
SAYINGS = [line for line in cases("sayings.en.tsv") if line.count("\t") == 4]


def attributions(text: str) -> tuple[Attribution, ...]:
    return PIPELINE(make(text, language="en")).attributions


def marked(text: str) -> str:
    found = [
        (f"{role}{number}", span)
        for number, item in enumerate(attributions(text), 1)
        for role in ROLES
        for span in getattr(item, role)
    ]
    return mark(text, found)


@pytest.mark.parametrize("line", cases("attributions.en.txt"))
def test_attributions(line: str) -> None:
    text, _ = unmark(line)

    assert marked(text) == line


@pytest.mark.parametrize("line", SAYINGS)
def test_sayings(line: str) -> None:
    kind, act, negated, voice, text = line.split("\t")

    item = attributions(text)[0]

    assert (item.kind, item.act, item.negated, item.voice) == (kind, act, negated == "yes", voice)


@pytest.mark.parametrize("rule", RULES)
def test_rules_explain_themselves(rule: object) -> None:
    assert rule.__doc__


def test_every_rule_has_a_case() -> None:
    texts = [unmark(line)[0] for line in cases("attributions.en.txt")]
    used = {item.rule for text in texts for item in attributions(text)}

    assert {rule.__name__ for rule in RULES} <= used
    assert "bare" in used


def test_the_venue_is_kept() -> None:
    text = "The mayor said in an interview with the channel “Tarn-24” that the dam would hold."

    (item,) = attributions(text)

    assert [span.of(text) for span in item.venue] == ["in an interview with the channel “Tarn-24”"]


def test_a_report_inside_a_report_names_its_outer_one() -> None:
    outer, inner = attributions("The mayor said the engineers had admitted that it leaked.")

    assert (outer.inside, inner.inside) == (None, outer.id)


def test_ids_count_up() -> None:
    found = attributions("“We lost,” said Orlan.\n“We won the day,” said Tove. “It is so.”")

    assert [item.id for item in found] == ["a1", "a2"]


def test_furniture_says_nothing() -> None:
    text = "The mayor said that the dam would hold."
    reading = PIPELINE(
        make(text, layout=(Block(Span(0, len(text)), "boilerplate"),), language="en")
    )
    blocks = (Block(Span(0, len(text)), "boilerplate"),)

    assert not Attributions()(Reading(reading.article, blocks, reading.sentences))


def test_a_language_without_cues_gives_none() -> None:
    article = make("Мэр сказал, что плотина выдержит.", language="ru")

    assert not PIPELINE(article).attributions


NAMES = ("Tarn", "Russia", "Ukraine", "Turkey", "Georgia", "Chad", "US", "Jordan")
TEMPLATES = (
    "{0} said that {1} had closed the border.",
    "“The border is closed,” a minister from {0} said, and {1} denied it.",
    "The president of {0} accused {1} of lying.",
    "Officials in {0} believe {1} will not pay.",
    "According to {0}, the talks with {1} failed.",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_names_change_nothing(template: str) -> None:
    def found(first: str, second: str) -> list[tuple[str, tuple[str, ...]]]:
        text = template.format(first, second)
        words = [
            (a.rule, tuple(s.of(text) for s in a.source + a.content)) for a in attributions(text)
        ]
        return [
            (rule, tuple(w.replace(first, "A").replace(second, "B") for w in parts))
            for rule, parts in words
        ]

    expected = found("Tarn", "Velm")
    assert expected
    for name in NAMES:
        assert found(name, "Velm") == expected
        assert found("Tarn", name) == ([] if name == "Tarn" else expected) or name == "Tarn"


WORDS = st.sampled_from(
    'the mayor said that “ ” " , . ? : – ( ) who and to not According As it was reported told in '
    "an interview Orlan Tove he denied claim \n 12 ’s".split(" ")
)
TRICKY = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join),
    st.text(
        st.sampled_from("aB1 .?,:s“”\"«»‘’'\n\u00a0\u202eа😀\ud800\0") | st.characters(),
        max_size=80,
    ),
)


@given(TRICKY)
@settings(max_examples=400, deadline=None)
def test_whatever_the_text_the_parts_are_apart_and_inside(text: str) -> None:
    for item in attributions(text):
        spans = sorted(item.source + item.cue + item.content)

        assert item.content
        assert all(0 <= span.start < span.stop <= len(text) for span in spans)
        assert all(one.stop <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "he said that " * 10_000,
        "“ ” " * 10_000,
        "“he said,” she said, " * 5_000,
        "a, on b, who said c, " * 5_000,
        "of the man in the house and " * 5_000,
        "x" * 200_000,
        "(" * 20_000,
        "“We said it.” " * 5_000,
    ],
    ids=range(8),
)
def test_long_sentences_come_to_an_end(text: str) -> None:
    whole = Span(0, len(text))
    bare = Reading(make(text, language="en"), (Block(whole, "paragraph"),), (whole,))
    quoted = replace(bare, quotations=tuple(Quotations()(bare)))
    cut = replace(quoted, sentences=tuple(Sentences()(quoted)))

    for reading in (bare, quoted, cut):
        Attributions()(reading)


def test_cases_are_many() -> None:
    assert len(cases("attributions.en.txt")) >= 120
    assert (CASES / "sayings.en.tsv").is_file()
