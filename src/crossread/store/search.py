"""Words to look for: folded, so that spelling matters less, and made safe for FTS5."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from crossread.errors import InputError
from crossread.languages.spelling import key

# Letters that no Unicode table takes apart: “Тоқаев” is found by “токаев”, “Ørsted” by “orsted”.
LETTERS = str.maketrans(
    {"қ": "к", "ғ": "г", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "ә": "а"}
    | {"ґ": "г", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘ʼʻ′`´＇", "'")
)
# Accents, Hebrew points and Arabic vowel signs; soft hyphens and other marks without width.
UNSEEN = re.compile(r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]")  # fmt: skip  # noqa: E501
BROKEN = re.compile(r"[\0\ud800-\udfff]")  # no character: SQLite would end the text there

# “a phrase in any marks”, or words up to a space; either may end in * for “begins with”.
TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
MARKS = str.maketrans(dict.fromkeys("“”„«»‟〝〞", '"'))
MOST_TERMS = 50  # a longer question is cut off: SQLite bounds how deep an expression may go

WORD = re.compile(r"\w+")

DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d)?)?)?)?")


def fold(text: str | None) -> str:
    """The same for all spellings of a word: case, accents, ё and е, apostrophes.

    >>> fold("Тоқаев’s ЁЛКА, Ørsted")
    "токаев's елка, orsted"
    """
    if not text:
        return ""
    if text.isascii():
        return text.lower().replace("\0", " ").replace("`", "'")
    parted = unicodedata.normalize("NFKD", BROKEN.sub(" ", text)).casefold()
    return unicodedata.normalize("NFC", UNSEEN.sub("", parted).translate(LETTERS))


def question(words: str, *, columns: str = "") -> str:
    """What was typed as an FTS5 question: all of the words, in any order.

    `"in quotes"` is a phrase, `word*` is a beginning. Each term goes into FTS5's own quotes,
    where nothing has a meaning, so no input is an error. Empty if nothing was asked.

    >>> question('dam “burst open” eng*')
    '"dam" "burst open" "eng"*'
    """
    terms = []
    for phrase, word in TERM.findall(fold(words.translate(MARKS)).translate(MARKS)):
        term = phrase or word
        if any(character.isalnum() for character in term):
            terms.append(f'"{term.rstrip("*")}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        return ""
    asked = " ".join(terms[:MOST_TERMS])
    return f"{{{columns}}} : ({asked})" if columns else asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to leave out: all that does not fit each filter that is given."""

    speaker: str | None = None  # words of the source, or of a name of the speaker; or an identity
    outlet: str | None = None  # part of the outlet's name
    since: str | None = None  # "2022", "2022-01" or "2022-01-10": the first day
    until: str | None = None  # the last
    least: float = 0.0  # the score of what is less likely

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not DATE.fullmatch(date):
                raise InputError(date, "not a date; write it as 2022-01-31, 2022-01 or 2022")

    @property
    def dated(self) -> bool:
        return self.since is not None or self.until is not None

    def without_dates(self) -> "Filters":
        return replace(self, since=None, until=None)


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL after WHERE, with its values."""

    sql: str
    values: tuple[Any, ...]


def conditions(words: str, filters: Filters) -> Iterator[Condition]:
    """What the statements asked for must fulfil; `statement` and `article` are the tables."""
    if words.strip():
        yield matching(question(words))
    if filters.speaker is not None:
        yield spoken_by(filters.speaker)
    if filters.outlet is not None:
        yield Condition("instr(fold(article.outlet), ?) > 0", (fold(filters.outlet),))
    if (since := filters.since) is not None:
        yield Condition("substr(article.published, 1, ?) >= ?", (len(since), since))
    if (until := filters.until) is not None:
        yield Condition("substr(article.published, 1, ?) <= ?", (len(until), until))
    yield likely(filters.least)


def likely(least: float) -> Condition:
    """As `model/likely.py` has it, for what is only counted: one without a score is sure."""
    return Condition("coalesce(score, 1) >= ?", (least,)) if least else Condition("TRUE", ())


def matching(asked: str) -> Condition:
    return matching_in("statement_search", "statement.row", asked)


def matching_in(index: str, row: str, asked: str) -> Condition:
    """That an index has what is asked for in this row."""
    if not asked:  # “!!!”: something was asked for, but no word
        return Condition("FALSE", ())
    found = f"SELECT rowid FROM {index} WHERE {index} MATCH ?"
    return Condition(f"{row} IN ({found})", (asked,))


def spoken_by(name: str) -> Condition:
    """By whose source or whose entity has the words, and by whom an identity makes the same."""
    named = matching(question(name, columns="source speaker"))
    asked = borne(name)
    if not asked:
        return named
    found = "SELECT rowid FROM identity_search WHERE identity_search MATCH ?"
    bearers = f"SELECT id FROM identities WHERE row IN ({found}) OR id = ?"
    same = f"SELECT article, entity FROM members WHERE identity IN ({bearers})"
    sql = f"({named.sql} OR (statement.article, statement.speaker) IN ({same}))"
    return Condition(sql, (*named.values, asked, name))


def borne(name: str) -> str:
    """Who bears the words in a name, as they are written or as they sound."""
    columns = {"names": name, "spelling": spelled(name)}
    asked = (question(words, columns=column) for column, words in columns.items())
    return " OR ".join(filter(None, asked))


def spelled(text: str | None) -> str:
    """Each word as it sounds, in Latin letters, whatever it is written in.

    >>> spelled("Жанболат Мамай") == spelled("Zhanbolat Mamai")
    True
    """
    return " ".join(filter(None, map(key, WORD.findall(fold(text)))))


# What is in each index, for all articles or for one. Taking an article out of an index needs the
# same words again, since the index does not keep them.
INDEXES: dict[str, str] = {
    "article_search": """
        SELECT articles.row AS row, fold(title) AS title, fold(text) AS text
        FROM articles JOIN texts ON texts.article = articles.id""",
    "statement_search": """
        SELECT attributions.row AS row, fold(content_words) AS content,
            fold(source_words) AS source, (SELECT fold(name) || ' ' || fold(names) FROM entities
                WHERE (entities.article, id) = (attributions.article, speaker)) AS speaker
        FROM attributions""",
    "figure_search": "SELECT row, counted, verb FROM figure_words",
    "identity_search": """
        SELECT row, fold(name) || char(10) || coalesce((SELECT group_concat(fold(name), char(10))
                FROM identity_names WHERE identity = identities.id), '') AS names,
            spelled(name) || char(10) || coalesce((SELECT group_concat(spelled(name), char(10))
                FROM identity_names WHERE identity = identities.id), '') AS spelling
        FROM identities""",
}
COLUMNS: dict[str, str] = {
    "article_search": "title, text",
    "statement_search": "content, source, speaker",
    "figure_search": "counted, verb",
    "identity_search": "names, spelling",
}
