"""Tables of facts, edited by hand: each line is whole, in its place, and says a thing once."""

import re
from collections import Counter
from importlib import resources

import pytest

from crossread.languages.language import Language, Row, language

ENGLISH = language("en")
PARTED = "|"  # several facts in one cell
NONE = "-"

PRONOUNS = {"he", "she", "any"}
KINDS_OF_PERSON = {"office", "work", "kin", "person"}
KINDS_OF_BODY = {"government", "company", "party", "media", "group", "international"}
HOLDS_OFFICE_IN = {"any", "body", "city", "name", "party", "region", "state"}
KINDS_OF_PLACE = {"city", "land", "part", "region", "state", "union"}
TWICE = {"Congo", "Georgia", "Korea", "Singapore"}  # names of two places, as the remark says

TABLES = (
    ("en", "persons"),
    ("en", "bodies"),
    ("en", "equals"),
    ("en", "demonyms"),
    ("en", "patronymics"),
    ("ru", "patronymics"),
    ("uk", "patronymics"),
    ("kk", "patronymics"),
    ("und", "given-names"),
    ("und", "places"),
    ("und", "surname-endings"),
)
CLASSES = ("given-names", "places")  # a row is all that one name or one place is called
TWO_LINES = re.compile(r"^# In two lines, since [^:]*:(.*?)\.$", re.MULTILINE | re.DOTALL)


def text_of(code: str, table: str) -> str:
    folder = resources.files("crossread.languages") / "data" / code
    return (folder / f"{table}.tsv").read_text(encoding="utf-8")


def rows(code: str, table: str) -> tuple[Row, ...]:
    return Language(code).rows(table)


def repeated(words: list[str]) -> set[str]:
    return {word for word, number in Counter(words).items() if number > 1}


@pytest.mark.parametrize(("code", "table"), TABLES)
def test_well_formed(code: str, table: str) -> None:
    lines = text_of(code, table).splitlines()
    found = rows(code, table)

    assert lines[0].startswith("# ")
    assert all(line and line == line.strip() and "  " not in line for line in lines)
    assert all(cell and cell == cell.strip() for row in found for cell in row)
    assert all(part for row in found for cell in row for part in cell.split(PARTED))


@pytest.mark.parametrize(("code", "table"), TABLES)
def test_sorted_and_no_row_twice(code: str, table: str) -> None:
    found = [row[:3] if table == "demonyms" else row for row in rows(code, table)]

    assert found == sorted(found)
    assert len(found) == len(set(found))


def test_persons() -> None:
    found = rows("en", "persons")

    assert {len(row) for row in found} == {3, 4}
    assert {row[1] for row in found} == PRONOUNS
    assert {row[2] for row in found} == KINDS_OF_PERSON
    assert not repeated([row[0] for row in found])
    assert len(found) >= 600


def test_persons_are_he_or_she_by_meaning_only() -> None:
    pronoun = ENGLISH.pairs("persons")

    assert [pronoun[word] for word in ("nurse", "president", "farmer", "suspect")] == ["any"] * 4
    assert [pronoun[word] for word in ("widow", "actress", "spokeswoman")] == ["she"] * 3
    assert [pronoun[word] for word in ("widower", "monk", "spokesman")] == ["he"] * 3
    assert all(value != "he" for word, value in pronoun.items() if word.endswith("woman"))


def test_every_role_that_can_stand_as_a_source_is_a_person() -> None:
    roles = {row[0] for row in ENGLISH.rows("voices") if row[1] == "role"}

    assert roles - ENGLISH.words("persons") <= {"former"}


def test_bodies() -> None:
    found = rows("en", "bodies")

    assert {len(row) for row in found} == {2}
    assert {row[1] for row in found} == KINDS_OF_BODY
    assert not repeated([row[0] for row in found])
    assert len(found) >= 250


def test_equals() -> None:
    found = rows("en", "equals")

    assert {row[0] for row in found} == HOLDS_OFFICE_IN
    assert all(len(row) >= 3 and not repeated(list(row)) for row in found)


def test_demonyms() -> None:
    found = rows("en", "demonyms")

    assert {len(row) for row in found} == {6}
    assert {row[0] for row in found} == KINDS_OF_PLACE
    assert repeated([name for row in found for name in row[2].split(PARTED)]) == TWICE
    people = [pair for row in found if row[4] != NONE for pair in row[4].split(PARTED)]
    assert all(pair.count("/") == 1 and all(pair.split("/")) for pair in people)


def test_demonyms_leave_out_no_land() -> None:
    """All two-letter codes that CLDR has for lands, each once."""
    codes = [row[1] for row in rows("en", "demonyms") if row[1] != NONE]

    assert not repeated(codes)
    assert len(codes) == 261
    assert {"AF", "IL", "KP", "PS", "RU", "TW", "UA", "US", "XK", "ZW"} <= set(codes)


@pytest.mark.parametrize("table", CLASSES)
def test_a_spelling_is_in_two_rows_only_where_the_remark_says_so(table: str) -> None:
    remark = TWO_LINES.search(text_of("und", table))
    assert remark
    allowed = remark.group(1).replace("\n# ", " ").replace(",", " ").split()

    assert repeated([name for row in rows("und", table) for name in row]) == set(allowed)
    assert all(len(row) >= 2 for row in rows("und", table))


def test_given_names() -> None:
    found = rows("und", "given-names")

    assert len(found) >= 350
    assert all(" " not in name for row in found for name in row)
    assert same_row(found, "Vladimir", "Volodymyr", "Володя")
    assert same_row(found, "Нурсултан", "Нұрсұлтан", "Nursultan")
    assert not same_row(found, "Vladimir", "Vladislav")


def test_places_with_several_names() -> None:
    found = rows("und", "places")

    assert len(found) >= 250
    assert all(list(row) == sorted(row) for row in found), "no name comes before its turn"
    assert same_row(found, "Almaty", "Alma-Ata", "Алматы")
    assert same_row(found, "Nur-Sultan", "Tselinograd", "Астана")
    assert not same_row(found, "Georgia", "Russia")


def same_row(found: tuple[Row, ...], *names: str) -> bool:
    return any(set(names) <= set(row) for row in found)


@pytest.mark.parametrize("code", ["en", "kk", "ru", "uk"])
def test_patronymics(code: str) -> None:
    found = rows(code, "patronymics")

    assert {row[1] for row in found} == {"f", "m"}
    assert not repeated([row[0] for row in found])


def test_surname_endings() -> None:
    found = rows("und", "surname-endings")

    assert all(len(row) == 2 and row[0] != row[1] for row in found)
    assert {("ov", "ova"), ("ский", "ская"), ("ський", "ська")} <= set(found)
