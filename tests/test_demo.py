"""The demo articles are read as the careful reader read them, whose record is in `tests/demo`.

`python -m bench.demo` prints every difference.
"""

from collections.abc import Iterator

import pytest

from bench.demo import figures, misses
from tests.demo.record import Record, Words, findings, readings, records

KEYS = sorted(records(), key=str)

# Measured over the whole record. A floor only rises, a ceiling only falls.
FLOORS = {
    "recall": 0.85,
    "precision": 0.885,
    "source": 0.965,
    "kind": 0.97,
    "act": 0.985,
    "negated": 0.99,
    "voice": 0.835,
}
CEILINGS = {"wrong": 0, "unstated": 4, "lost": 0, "kept": 4, "speaker": 0}


def test_every_article_has_its_record() -> None:
    assert sorted(readings(), key=str) == KEYS
    assert sum(len(record["attributions"]) for record in records().values()) >= 200


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_the_words_of_the_record_are_the_page_s(key: tuple[str, str | None]) -> None:
    record, page = records()[key], Words(readings()[key].text)

    assert [line for line in record["story"] + record["furniture"] if line not in page] == []
    for item in record["attributions"]:
        assert page.attribution(item).content


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_the_attributions_of_the_record_lie_in_its_story(key: tuple[str, str | None]) -> None:
    record, page = records()[key], Words(readings()[key].text)
    story = [span for line in record["story"] for span in page.spans(line)]
    found = [page.attribution(item) for item in record["attributions"]]
    spans = [span for item in found for span in item.source + item.cue + item.content]

    assert [span for span in spans if not any(line.holds(span) for line in story)] == []
    assert {item.inside for item in found} <= {item.id for item in found} | {None}


def evidence(value: object) -> Iterator[Record]:
    """Every object of the findings that names words of a file."""
    if isinstance(value, dict):
        if "words" in value and "file" in value:
            yield value
        for part in value.values():
            yield from evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence(part)


def visible(file: str) -> Words:
    return Words("\n".join(reading.text for key, reading in readings().items() if key[0] == file))


def test_the_words_of_the_findings_are_the_pages() -> None:
    found = findings()
    named = found["people"] + found["places"]
    spelt = [
        (file, name) for who in named for name, ins in who["spellings"].items() for file in ins
    ]
    quoted = [(item["file"], item["words"]) for item in evidence(found)]

    assert [pair for pair in spelt + quoted if pair[1] not in visible(pair[0])] == []


def test_what_an_outlet_leaves_out_is_not_there() -> None:
    absent = [
        (file, words)
        for silence in findings()["silences"]
        for file in silence["silent_files"]
        for words in silence["absent"]
    ]

    assert [pair for pair in absent if pair[1] in visible(pair[0])] == []


def test_copies_are_as_the_findings_say() -> None:
    whole, cut = findings()["copies"]
    original, copy, short = (
        visible(file) for file in (whole["original"], whole["copy"], cut["copy"])
    )

    for line in records()[whole["original"], None]["story"][1:]:
        assert plain_marks(line) in plain_marks(copy.collapsed)
    for before, after in cut["edits"]:
        assert before in original
        assert after in short
    assert [words for words in cut["cut"] if words not in original or words in short] == []


def plain_marks(text: str) -> str:
    return text.translate(str.maketrans("“”’", '""\''))


def test_speakers_of_the_record_are_in_its_cast() -> None:
    found = findings()
    cast = {who["id"] for part in ("people", "organisations", "others") for who in found[part]}
    speakers = {item["speaker"] for record in records().values() for item in record["attributions"]}

    assert speakers - cast - {None} == set()


@pytest.mark.parametrize("name", FLOORS)
def test_who_said_what_is_found(name: str) -> None:
    assert figures(misses())[name] >= FLOORS[name]


@pytest.mark.parametrize("name", CEILINGS)
def test_what_goes_wrong_is_bounded(name: str) -> None:
    found = misses()

    assert len(found[name]) <= CEILINGS[name], "\n".join(found[name])
