"""Tagged: whatever the text, the tagger comes to an end and what it finds lies in the text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.check import problems
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.attributions.tagged import DEPTH, TaggedAttributions
from crossread.weights.tagger import FILES, Tier
from tests.weights.made import read

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the weights are not there")

TAGGED = TaggedAttributions("accurate")
SHIPPED = [file.name for file in FILES.iterdir()] if FILES.is_dir() else []
TIERS = sorted(name.removesuffix(".onnx") for name in SHIPPED if name.endswith(".onnx"))
REPORT = "The mayor said that the dam would hold until the spring."


def checked(reading: Reading) -> tuple[Attribution, ...]:
    """What is found in a reading, with all proved that holds for every reading."""
    found = TAGGED(reading)
    whole = replace(reading, attributions=found)
    assert [str(problem) for problem in problems(whole)] == []
    inside = {one.id: one.inside for one in found}
    for one in found:
        assert one.score is None or 0 <= one.score <= 1
        depth, outer = 0, one.inside
        while outer:
            depth, outer = depth + 1, inside[outer]
        assert depth <= DEPTH
    return found


def found(text: str) -> tuple[Attribution, ...]:
    return checked(read(text))


def whole(text: str) -> Reading:
    """The text as one sentence of one paragraph, whatever is in it."""
    span = Span(0, len(text))
    return Reading(make(text, language="en"), (Block(span, "paragraph"),), (span,))


@pytest.mark.parametrize("tier", TIERS)
def test_a_plain_report_is_found(tier: Tier) -> None:
    reading = read(REPORT)

    (one,) = TaggedAttributions(tier)(reading)

    assert [span.of(REPORT) for span in one.source] == ["The mayor"]
    assert [span.of(REPORT) for span in one.cue] == ["said"]
    assert [span.of(REPORT) for span in one.content] == ["that the dam would hold until the spring"]
    assert one.rule == "tagger"
    assert one.score is not None and one.score > 0.5


def test_a_report_inside_a_report() -> None:
    outer, inner = found("The agency reported that the mayor had said that the dam would hold.")

    assert (outer.inside, inner.inside) == (None, outer.id)


@pytest.mark.parametrize("text", ["", " ", "\n", "said", "“", ".", "Orlan", "\u0301", "…", "said:"])
def test_next_to_nothing_says_nothing(text: str) -> None:
    assert found(text) == ()


STRANGE = {
    "no space": "x" * 200_000,
    "no stop": "the mayor said that the dam would hold and " * 200,
    "digits": "1234567890" * 2_000,
    "many letters": "".join(chr(97 + n * n % 26) for n in range(20_000)),
    "commas": "," * 1_500,
    "marks": "“ ” " * 700,
    "open marks": "“The dam will hold " * 300,
    "emoji": "😀👍🏽🇺🇦" * 300,
    "emoji apart": "😀 👍🏽 . " * 300,
    "Cyrillic": "Мэр сказал, что плотина выдержит до весны. " * 60,
    "Arabic": "قال رئيس البلدية إن السد سيصمد حتى الربيع. " * 60,
    "Hebrew and English": "ראש העיר אמר said “הסכר יחזיק” the mayor. " * 60,
    "Chinese": "市长说大坝会坚持到春天。" * 200,
    "control": "The mayor\0 said\x01 that\x1b the\x7f dam\x85 would hold.\0" * 60,
    "only NUL": "\0" * 1_500,
    "directions": "\u202eThe mayor\u202c said \u2066that the dam\u2069 would \u200fhold. " * 60,
    "surrogates": "The mayor said \ud800that\udfff the dam would hold. " * 60,
    "combining": "T\u0301h\u0301e\u0301 mayor said that it would h" + "o\u0301" * 1_000 + "ld.",
    "one name": "Orlan Tove " * 3_000,
    "initials": "A. B. " * 300,
    "capitals": "THE MAYOR SAID THAT THE DAM WOULD HOLD UNTIL THE SPRING. " * 60,
    "reports": "The mayor said that the dam would hold. " * 150,
    "lines": "The mayor said it.\n" * 200,
    "separators": "The mayor said\u2028that the dam\u2029would hold.\x0b\x0c" * 60,
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_text_comes_to_an_end(name: str) -> None:
    found(STRANGE[name])


@pytest.mark.parametrize("name", ["no stop", "open marks", "one name", "control", "directions"])
def test_so_does_a_text_that_is_one_sentence(name: str) -> None:
    checked(whole(STRANGE[name]))


def test_sentences_that_report_nothing_report_nothing_however_many() -> None:
    text = "It rained. " * 5_000

    assert len(found(text)) < 50


def test_a_long_text_is_read_to_its_end() -> None:
    """Far from the start it is found as it is at the start: no seam of a window shows."""
    rest = "The water rose in the night, and nobody in the old town slept. " * 80
    text = f"{REPORT}\n{rest}\n{REPORT}"

    first, *_, last = found(text)

    assert [span.of(text) for span in first.content] == [span.of(text) for span in last.content]
    assert last.content[0].stop == len(text) - 1


PIECES = st.sampled_from(
    'The mayor said that “ ” " . , ? : — ( ) it held and Orlan’s aide told Tove According to '
    "he had denied it In an interview \n 12 U.S. 😀 \u202e \0".split(" ")
)


@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", ""]))
@settings(max_examples=60, deadline=None)
def test_whatever_the_words_all_that_is_found_is_sound(parts: list[str], gap: str) -> None:
    found(gap.join(parts))


def test_the_same_text_gives_the_same() -> None:
    text = f"“We lost it,” said Ilan Dovar. He denied that {REPORT}\n" * 5

    first = found(text)

    assert first
    assert found(text) == first
    assert TaggedAttributions("accurate")(read(text)) == first


@pytest.mark.parametrize("language", ["ru", "kk", "uk", "de", "und"])
def test_a_language_it_has_not_learned_gives_none(language: str) -> None:
    reading = read(REPORT)

    assert TAGGED(replace(reading, article=replace(reading.article, language=language))) == ()


def test_no_language_is_taken_for_english() -> None:
    reading = read(REPORT)
    unknown = replace(reading, article=replace(reading.article, language=None))

    assert TAGGED(unknown) == TAGGED(reading) != ()


def test_furniture_says_nothing() -> None:
    text = f"{REPORT}\nIt rained."
    blocks = (Block(Span(0, len(REPORT)), "boilerplate"), Block(Span(57, len(text)), "paragraph"))
    reading = Reading(make(text, language="en"), blocks, (Span(57, len(text)),))

    assert TAGGED(reading) == ()
