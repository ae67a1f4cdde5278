"""The labeller of lines: its weights, its tables, and lines that were broken for width."""

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.languages.language import LANGUAGES
from crossread.weights.features import names
from crossread.weights.furniture import scores, shipped, told
from crossread.weights.labels import label
from crossread.weights.lines import lines_of
from crossread.weights.phrases import stands_in
from crossread.weights.prose import densest, thickest

STORY = (
    "The strike at the port of Ellery entered its second week on Sunday, people close to it said."
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Share", True),
        ("Share prices fell at the port", False),
        ("Comments (12)", True),
        ("Comments by the minister made it worse", False),
        ("Views: 3,945", True),
        ("SUBSCRIBE!", True),
        ("Your browser doesn’t support audio", True),
        ("If you find an error, mark it", True),
        ("Related materials", True),
        ("He said that related materials were lost", False),
        ("Подписывайтесь на наш канал", True),
        ("Читайте також: Хто купив кран", True),
        ("Пікірлер (3)", True),
        ("Тег был найден на причале", False),
    ],
)
def test_words_of_furniture(line: str, found: bool) -> None:
    assert (stands_in("furniture", line) is not None) == found


def test_only_strong_words_tell_in_a_paragraph() -> None:
    paragraph = "The paper asked its readers to sign up for a walk along the quay. " * 3
    assert stands_in("furniture", paragraph) is None
    strong = paragraph + "Comments containing insults will be deleted."
    assert stands_in("furniture", strong) is not None


def test_the_weights_are_small_and_hold_no_text() -> None:
    file = resources.files("crossread.weights").joinpath("furniture.json")
    assert len(file.read_bytes()) < 200_000
    weights = json.loads(file.read_text(encoding="utf-8"))
    assert weights["names"] == names(lines_of("Share")[0])
    nodes = [node for tree in weights["trees"] for node in tree]
    assert all(isinstance(number, int | float) for node in nodes for number in node)


def test_trees_end() -> None:
    for tree in shipped()["trees"]:
        for at, node in enumerate(tree):
            assert len(node) in (1, 4)
            assert all(at < branch < len(tree) for branch in node[2:])
            assert all(node[0] < len(shipped()["names"]) for _ in node[2:])


@given(
    st.lists(
        st.sampled_from(["Share", STORY, "1 2", "A short line", "“No.”"]) | st.text(max_size=40)
    )
)
def test_scores_are_chances(texts: list[str]) -> None:
    lines = lines_of("\n".join(texts))
    found = scores(lines)
    assert len(found) == len(lines)
    assert all(0 <= score <= 1 for score in found)
    for start, stop in (thickest(lines), densest(lines), told(lines, found)):
        assert 0 <= start <= stop <= len(lines)


def test_a_menu_is_likelier_furniture_than_a_paragraph() -> None:
    lines = lines_of("\n".join(["Harbour", "Weather", "Shop", *[STORY] * 4, "Jobs", "Imprint"]))
    found = scores(lines)
    assert min(found[:2]) > max(found[3:7])


def test_a_page_tells_one_story_in_one_stretch() -> None:
    menu, below = ["Harbour", "Weather", "Shop"], ["Who bought the crane", "Jobs", "Imprint"]
    lines = lines_of("\n".join([*menu, *[STORY] * 4, *below]))
    assert told(lines, [0.999] * 3 + [0.1, 0.9, 0.1, 0.1] + [0.999] * 3) == (3, 7)
    assert told(lines, [0.999] * 10) == (0, 10)  # what speaks against all is no evidence
    assert told([], []) == (0, 0)


@pytest.mark.parametrize("lines", range(2, 9))
def test_a_story_alone_keeps_every_line(lines: int) -> None:
    blocks = label("\n\n".join([f"{number}. {STORY}" for number in range(lines)]))
    assert {block.kind for block in blocks} == {"paragraph"}


def test_what_a_country_is_called_changes_nothing() -> None:
    text = "Menu\nRussia accuses Ukraine of closing the port\n{}\nRead also: Russia says no\n"
    text = text.format("Russia said on Monday that Ukraine had closed the port of Ellery to ships.")
    swapped = text.replace("Russia", "@").replace("Ukraine", "Russia").replace("@", "Ukraine")
    assert [b.kind for b in label(text)] == [b.kind for b in label(swapped)]


def test_lines_of_verse_or_of_one_paragraph_each_are_not_joined() -> None:
    text = "\n".join([STORY] * 5)
    assert len(lines_of(text)) == 5
    assert len(lines_of("Roses are red,\nviolets are blue,\nand ships\nare at sea\n")) == 4


@pytest.mark.parametrize("table", ["furniture", "captions"])
def test_every_row_of_the_tables_is_found(table: str) -> None:
    rows = [row for language in LANGUAGES.values() for row in language.rows(table)]
    assert [row for row in rows if stands_in(table, row[0]) is None] == []
    assert {row[1] for row in rows} <= {"is", "starts", "has", "ends"}
    assert {column for row in rows for column in row[2:]} <= {"long"}
