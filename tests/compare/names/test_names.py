"""Names that are of one bearer by spelling, and names that are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.compare.names import ALIKE, keys, likeness
from crossread.model.entity import EntityType
from tests.marks import cases

TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "work")
TEXTS = st.text() | st.text(alphabet="ABabчщіӘ .,-’'“№5ei", max_size=30)

WORDS = st.sampled_from(
    "Asel Асель Mukanova Муканов Mukanov Vladimirs Putinas A. Zh. bin Jr Orla-Tarn Ltd Bank 5 V "
    "Петрович Allen Alan of Ministry UN Xi Mr, al-Dovar Orlan, KO".split()
)
NAMES = TEXTS | st.lists(WORDS, max_size=5).map(" ".join)

Case = tuple[str, str, EntityType, str]


def rows() -> list[Case]:
    kinds: dict[str, EntityType] = {kind: kind for kind in TYPES}
    split = [line.split("\t") for line in cases("names.tsv")]
    return [(one, other, kinds[kind], verdict) for one, other, kind, verdict in split]


@pytest.mark.parametrize(("one", "other", "kind", "verdict"), rows())
def test_the_verdict_of_a_case(one: str, other: str, kind: EntityType, verdict: str) -> None:
    found = likeness(one, other, kind)
    low, high = {"same": (ALIKE, 1.0), "different": (0.0, 0.3), "unsure": (0.15, 0.49)}[verdict]
    assert low <= found.score <= high, found


@pytest.mark.parametrize(("one", "other", "kind", "verdict"), rows())
def test_names_that_may_be_one_share_a_key(
    one: str, other: str, kind: EntityType, verdict: str
) -> None:
    if verdict == "same":
        assert keys(one, kind) & keys(other, kind)


@pytest.mark.parametrize(("one", "other", "kind", "verdict"), rows())
def test_a_reason_is_one_sentence_with_a_name(
    one: str, other: str, kind: EntityType, verdict: str
) -> None:
    reason = likeness(one, other, kind).reason
    assert reason.endswith(".")
    assert reason.count("‘") >= 1


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Тасқараев", "Taskaraev", "‘Тасқараев’ is ‘Taskaraev’ in Cyrillic letters."),
        ("Taskaraev", "Taskarayev", "‘Taskaraev’ is another spelling of ‘Taskarayev’."),
        ("W. Torlan", "William Torlan", "‘W. Torlan’ may shorten ‘William Torlan’."),
        (
            "Torlan William",
            "William Torlan",
            "‘Torlan William’ is ‘William Torlan’ in another order.",
        ),
        ("Asel Mukanova", "Asel Mukanov", "‘Mukanova’ is the name of a woman, ‘Mukanov’ of a man."),
        ("Torlan", "William Torlan", "‘Torlan’ may be ‘William Torlan’ by the surname alone."),
        ("Bill Torlan", "William Torlan", "‘Bill’ and ‘William’ are forms of one name."),
        ("Ilan Torlan", "Ovid Torlan", "‘Ilan’ and ‘Ovid’ are different names."),
    ],
)
def test_the_reason_names_what_decides(one: str, other: str, reason: str) -> None:
    assert likeness(one, other, "person").reason == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Орла Медиа", "Orla Media", "‘Орла Медиа’ is ‘Orla Media’ in Cyrillic letters."),
        ("Orla Bank", "Bank of Orla", "‘Orla Bank’ is ‘Bank of Orla’ in another order."),
        (
            "Министерство обороны",
            "Ministry of Defence",
            "‘Министерство обороны’ says the same as ‘Ministry of Defence’, word for word.",
        ),
        (
            "OHC",
            "Orlan Harbour Committee",
            "‘OHC’ may be the first letters of ‘Orlan Harbour Committee’.",
        ),
        ("Orla Bank", "Orla Fund", "One has ‘Bank’, the other ‘Fund’."),
    ],
)
def test_the_reason_for_a_body(one: str, other: str, reason: str) -> None:
    assert likeness(one, other, "organisation").reason == reason


@given(NAMES, NAMES, st.sampled_from(TYPES))
def test_two_names_are_as_like_as_the_other_way_round(
    one: str, other: str, kind: EntityType
) -> None:
    found = likeness(one, other, kind).score
    assert found == pytest.approx(likeness(other, one, kind).score)
    assert 0 <= found <= 1


@given(NAMES, st.sampled_from(TYPES))
def test_keys_are_of_any_text(name: str, kind: EntityType) -> None:
    assert all(keys(name, kind))
    assert likeness(name, name, kind).score in (0, 1)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("piece", ["A", "А. ", "Ab-", "al-", "(", "щ ", "1 ", "A.", "x", "‘", ", "])
def test_a_hostile_name_takes_no_time(piece: str, kind: EntityType) -> None:
    start = time.perf_counter()
    likeness(piece * 100_000, piece * 100_001 + "b", kind)
    keys(piece * 100_000, kind)
    assert time.perf_counter() - start < 1
