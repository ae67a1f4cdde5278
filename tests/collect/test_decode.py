"""Text comes back from its bytes character for character, whatever the encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.collect.decode import decode

ENGLISH = "The minister said: “We lost”, and left.\r\nNo one asked him – why?\n"
FRENCH = "L’été dernier, le maire a déclaré que le café était fermé."
GERMAN = "Der Bürgermeister erklärte, die Straße sei gesperrt; größere Übel drohten."
RUSSIAN = "Министр сказал, что порт закрыт до пятницы.\nЭто объявили в мэрии."
UKRAINIAN = "Міністр сказав, що порт зачинено до п’ятниці. Її слова підтвердив голова ради."
KAZAKH = "Министр порттың жұмаға дейін жабық екенін айтты. Қала әкімі үнсіз қалды."

WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")

# Sentences with which the property test makes texts.
RUSSIAN_WORDS = "порт мэр сказал закрыт вчера новости щебень юный этот объявили в на он".split()
LATIN_WORDS = "the café said fermé über closed Straße señor was in is garçon naïve a of".split()


def varied(words: list[str]) -> bool:
    """Forty times “в” is no sentence: in another encoding it is forty times “т”."""
    return len(set(words)) >= 3


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, GERMAN, RUSSIAN, UKRAINIAN, KAZAKH])
@pytest.mark.parametrize("name", WIDE)
def test_unicode_in_every_form(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN.replace("’", ""), "koi8-u"),
        (KAZAKH, "kz1048"),
        (FRENCH, "cp1252"),
        (GERMAN, "latin-1"),
        (ENGLISH, "cp1252"),
    ],
)
def test_one_byte_a_letter(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize("name", ["cp1251", "koi8-r"])
@pytest.mark.parametrize(
    "text", ["Привет", "МОСКВА", "Совет", "нет", "Цены выросли на 5%", "Мы проиграли!", "щука"]
)
def test_a_word_of_russian_is_enough(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize("text", ["café", "à Paris", "größte Übung", "El Niño", "£5m", "São Paulo"])
def test_a_word_of_latin_is_enough(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@given(
    words=st.lists(st.sampled_from(RUSSIAN_WORDS), min_size=4, max_size=40).filter(varied),
    name=st.sampled_from(["cp1251", "koi8-r", "utf-8", "utf-16", "utf-16-le", "utf-32-be"]),
    ends=st.sampled_from([".\n", "!\r\n", " —", ""]),
)
def test_russian_goes_and_comes_back(words: list[str], name: str, ends: str) -> None:
    if name == "koi8-r":
        ends = ends.replace("—", "-")
    text = " ".join(words).capitalize() + ends
    assert decode(text.encode(name)) == text


@given(
    words=st.lists(st.sampled_from(LATIN_WORDS), min_size=4, max_size=40).filter(varied),
    name=st.sampled_from(["cp1252", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32-le"]),
)
def test_latin_goes_and_comes_back(words: list[str], name: str) -> None:
    text = " ".join(words).capitalize() + "."
    assert decode(text.encode(name)) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_goes_and_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except ValueError as error:
        assert "not text" in str(error)


def test_a_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfHe said") == "He said"
    assert decode(b"\xff\xfeH\x00e\x00") == "He"


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_broken_byte_does_not_spoil_a_text() -> None:
    data = (RUSSIAN * 5).encode("utf-8")
    assert decode(data[:301] + b"\xff" + data[301:]).count("\N{REPLACEMENT CHARACTER}") <= 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"some\x00bytes\x01\x02", "zero bytes"),
        (bytes(range(1, 32)) * 20, "control characters"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode(data)
