"""Language: what differs between languages, as tables that people edit by hand.

A language is a folder `data/xx/`, one table a file, one fact a line, columns parted by tabs.
A line that starts with `#` is a remark. Where a language lacks a table, it is empty.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by its ISO 639-1 code."""

    code: str

    def rows(self, table: str) -> tuple[Row, ...]:
        """The lines of a table, each split into its columns."""
        return read_table(self.code, table)

    def words(self, table: str) -> frozenset[str]:
        """The first column of a table."""
        return first_column(self.code, table)

    def kinds(self, table: str) -> Mapping[str, frozenset[str]]:
        """The first column of a table by its second; empty of a kind that the language lacks."""
        return kinds(self.code, table)

    def pairs(self, table: str) -> dict[str, str]:
        """The first column of a table, each with its second."""
        return {row[0]: row[1] for row in self.rows(table)}


ENGLISH = Language("en")
RUSSIAN = Language("ru")
UKRAINIAN = Language("uk")
KAZAKH = Language("kk")
UNDETERMINED = Language("und")  # ISO 639-2: any that Crossread has no tables for

LANGUAGES: dict[str, Language] = {
    language.code: language for language in (ENGLISH, RUSSIAN, UKRAINIAN, KAZAKH)
}


def language(code: str | None) -> Language:
    """The language of a code: English for None, one without tables where it is not ours."""
    return ENGLISH if code is None else LANGUAGES.get(code, UNDETERMINED)


@cache
def read_table(code: str, table: str) -> tuple[Row, ...]:
    file = resources.files("crossread.languages").joinpath("data", code, f"{table}.tsv")
    return tuple(split_rows(file.read_text(encoding="utf-8"))) if file.is_file() else ()


@cache
def first_column(code: str, table: str) -> frozenset[str]:
    return frozenset(row[0] for row in read_table(code, table))


@cache
def kinds(code: str, table: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind, *_ in read_table(code, table):
        found.setdefault(kind, set()).add(word)
    return defaultdict(frozenset, {kind: frozenset(words) for kind, words in found.items()})


@cache
def words_of_all(table: str) -> frozenset[str]:
    """The first column of a table in all languages at once: a page may have words of several."""
    return frozenset().union(*(one.words(table) for one in LANGUAGES.values()))


@cache
def pairs_of_all(table: str) -> dict[str, str]:
    """The first two columns of a table in all languages; a later language has the last word."""
    return {key: value for one in LANGUAGES.values() for key, value in one.pairs(table).items()}


def split_rows(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(column.strip() for column in line.split("\t"))
