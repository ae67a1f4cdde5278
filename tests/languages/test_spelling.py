"""One key for the spellings of a name, and other keys for other names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.languages.language import UNDETERMINED
from crossread.languages.spelling import key, sound

# Each line: spellings of one name. No two lines share a key.
SPELLINGS = """
Токаев Тоқаев Токаєв Tokayev Tokaev Toqaev Tokaiev
Peruashev Перуашев
Zhanbolat Janbolat Жанболат Dzhanbolat
Kassym-Jomart Kassym-Zhomart Qasym-Jomart Касым-Жомарт Қасым-Жомарт
Zelensky Zelenskyy Zelenskiy Zelens’kyy Зеленский Зеленський
Zelenskaya Zelenskaia Зеленская
Altaev Altayev Алтаев
Altaeva Altayeva Алтаева
Erlan Yerlan Ерлан
Хрущёв Хрущев Khrushchev Khrushchyov Hruschev
Pyotr Piotr Petr Пётр
Aliev Aliyev Əliyev Алиев Әлиев
Yevgeny Evgeniy Evgenij Евгений Євгеній
Yulia Iuliia Юлия Юлія
Soloviev Solovyov Solovyev Соловьёв
Tsoi Tsoy Цой
Akhmetov Ahmetov Ахметов
Akhmetova Ahmetova Ахметова
Diana Диана
Dana Дана
Ghalym Galym Ғалым
""".strip().splitlines()


@pytest.mark.parametrize("line", SPELLINGS)
def test_spellings_of_one_name_have_one_key(line: str) -> None:
    assert len({key(word) for word in line.split()}) == 1


def test_other_names_have_other_keys() -> None:
    assert len({key(line.split()[0]) for line in SPELLINGS}) == len(SPELLINGS)


@pytest.mark.parametrize("row", UNDETERMINED.rows("spelling"), ids=lambda row: f"{row[2]}-{row[3]}")
def test_the_example_of_each_fold_shows_it(row: tuple[str, ...]) -> None:
    assert row[2] != row[3]
    assert key(row[2]) == key(row[3])


@given(st.text())
def test_a_key_is_its_own_key(word: str) -> None:
    assert key(key(word)) == key(word)


@given(st.text(alphabet="aeioujxyhkqctszwvf", max_size=100))
def test_a_key_of_letters_that_fold_is_its_own_key(word: str) -> None:
    assert key(key(word)) == key(word)


@pytest.mark.parametrize("letters", ["x", "y", "Щ", "tsch", "ie", "習", "\ud800", "\u0301"])
def test_a_hostile_word_takes_no_time(letters: str) -> None:
    start = time.perf_counter()
    key(letters * 1_000_000)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("row", UNDETERMINED.rows("sounds"), ids=lambda row: f"{row[2]}-{row[3]}")
def test_words_of_one_sound_may_have_other_keys(row: tuple[str, ...]) -> None:
    assert key(row[2]) != key(row[3])
    assert sound(row[2]) == sound(row[3])
