"""Store: the readings of a case, kept in one SQLite file. Hides SQL entirely.

Each article is one transaction: its text, its layers, where it was found. So a case that was
killed while it grew holds only whole articles. Lists come in the order of publication, undated
articles last, then by id: never in the order of writing, which a pool of processes shuffles.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from crossread.errors import NotFoundError
from crossread.model.article import Article
from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.statement import Statement, statements
from crossread.store.database import PATIENCE, Database, given
from crossread.store.rows import ArticleRow, Count, Failure, Found, Recipe, Summary
from crossread.store.search import INDEXES, Filters, conditions, fold, question
from crossread.store.tables import TABLES

ORDER = "ORDER BY article.published IS NULL, article.published, article.id"
TOP = 20  # sources in a summary


class Store:
    """A case on disk. Raises CaseError when the file cannot be used, in one sentence."""

    def __init__(self, path: str | Path, *, patience: float = PATIENCE) -> None:
        self.database = Database(path, patience=patience)
        self.database.connection.create_function(
            "fold", 1, lambda value: fold(given(value)), deterministic=True
        )

    def close(self) -> None:
        self.database.close()

    # Writing

    def save(self, reading: Reading, recipe: Recipe, found: Found | None = None) -> bool:
        """Keeps a reading, and where it was found. True if the article is new.

        A reading by the same recipe and version is kept as it is; any other is replaced. Two
        pages with the same text can differ in their markup: the first by name stands for both,
        so that the case does not depend on which was read first.
        """
        article = reading.article
        with self.database.transaction():
            new = self.add_article(article)
            leads = not new and found is not None and self.leads(article.id, found)
            if leads:
                self.change_article(article)
            if leads or not self.has_reading(article.id, recipe):
                self.replace_layers(reading, recipe)
            if found is not None:
                self.add_file(article, found)
        return new

    def fail(self, failure: Failure) -> None:
        """Notes what could not be read; `save` of the same file takes the note away."""
        values = [failure.file, failure.place or "", failure.problem, now()]
        self.database.run("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", values)

    def add_article(self, article: Article) -> bool:
        if self.database.one("SELECT 1 FROM articles WHERE id = ?", [article.id]):
            return False
        values = [article.id, article.title, article.url, article.outlet, article.published]
        self.database.add("articles", [[*values, *unidentifying(article)]])
        self.database.add("texts", [[article.id, article.text, layout(article)]])
        self.index("article_search", "articles.id", article.id)
        return True

    def change_article(self, article: Article) -> None:
        """Takes over what does not count for the article's id, and so can differ."""
        sql = "UPDATE articles SET (authors, modified, language, media_type) = (?, ?, ?, ?)"
        self.database.run(f"{sql} WHERE id = ?", [*unidentifying(article), article.id])
        sql = "UPDATE texts SET layout = ? WHERE article = ?"
        self.database.run(sql, [layout(article), article.id])

    def leads(self, article: str, found: Found) -> bool:
        """True if this is the first by name of the files with this article, and news."""
        sql = """SELECT path, place, fingerprint FROM files WHERE article = ?
            ORDER BY path, place LIMIT 1"""
        first = self.database.one(sql, [article])
        place = (found.file, found.place or "")
        return (
            first is None
            or place < first[:2]
            or (place == first[:2] and found.fingerprint != first[2])
        )

    def replace_layers(self, reading: Reading, recipe: Recipe) -> None:
        article = reading.article.id
        if self.database.run("DELETE FROM readings WHERE article = ?", [article]):
            self.unindex("statement_search", "attributions.article", article)
            for layer in TABLES:
                self.database.run(f"DELETE FROM {layer} WHERE article = ?", [article])
        self.database.add("readings", [[article, recipe.name, recipe.version]])
        for layer, table in TABLES.items():
            self.database.add(layer, table.rows(reading))
        self.index("statement_search", "attributions.article", article)

    def add_file(self, article: Article, found: Found) -> None:
        place = [found.file, found.place or ""]
        self.database.run(
            """INSERT INTO files VALUES (?, ?, ?, ?, ?) ON CONFLICT (path, place, article)
            DO UPDATE SET fingerprint = excluded.fingerprint""",
            [*place, article.id, found.fingerprint, article.collected],
        )
        self.database.run("DELETE FROM failures WHERE path = ? AND place = ?", place)

    def index(self, index: str, column: str, article: str) -> None:
        words = f"{INDEXES[index]} WHERE {column} = ?"
        names = columns_of(index)
        self.database.run(f"INSERT INTO {index} (rowid, {names}) {words}", [article])

    def unindex(self, index: str, column: str, article: str) -> None:
        words = f"SELECT 'delete', * FROM ({INDEXES[index]} WHERE {column} = ?)"
        names = columns_of(index)
        self.database.run(f"INSERT INTO {index} ({index}, rowid, {names}) {words}", [article])

    # Looking up

    def has_reading(self, article: str, recipe: Recipe) -> bool:
        sql = "SELECT 1 FROM readings WHERE (article, recipe, version) = (?, ?, ?)"
        return self.database.one(sql, [article, recipe.name, recipe.version]) is not None

    def knows(self, found: Found, recipe: Recipe) -> bool:
        """True if these very bytes were read from this place by this recipe and version."""
        sql = """SELECT 1 FROM files JOIN readings USING (article)
            WHERE (path, place, fingerprint) = (?, ?, ?) AND (recipe, version) = (?, ?)"""
        place = [found.file, found.place or "", found.fingerprint]
        return self.database.one(sql, [*place, recipe.name, recipe.version]) is not None

    def reading(self, article: str) -> Reading:
        """One article and its layers. Raises NotFoundError if the case does not have it."""
        return self.load(article, tuple(TABLES))

    def readings(self) -> Iterator[Reading]:
        for article in self.ids():
            yield self.reading(article)

    def ids(self) -> list[str]:
        rows = self.database.rows(f"SELECT id FROM articles AS article {ORDER}")
        return [article for (article,) in rows]

    def load(self, article: str, layers: tuple[str, ...]) -> Reading:
        """A reading with some of its layers."""
        found = {
            layer: tuple(
                TABLES[layer].item(row)
                for row in self.database.rows(TABLES[layer].query(), [article])
            )
            for layer in layers
        }
        return Reading(self.article(article), **found)

    def article(self, article: str) -> Article:
        row = self.database.one(ARTICLE, [article])
        if row is None:
            raise NotFoundError(f"no article {article} in {self.database.path}")
        values = dict(zip(ARTICLE_COLUMNS, row, strict=True))
        values["authors"] = tuple(json.loads(values["authors"]))
        values["layout"] = tuple(block(part) for part in json.loads(values["layout"]))
        return Article(**values)

    def articles(self, words: str = "") -> Iterator[ArticleRow]:
        """The articles that hold the words, in the title or the text; without words, all."""
        asked = question(words)
        if words.strip() and not asked:
            return
        sql, values = (LISTED_MATCH, [asked]) if asked else (LISTED, [])
        for row in self.database.rows(sql, values):
            listed = dict(zip(LISTED_COLUMNS, row, strict=True))
            files = self.database.rows(FILES, [listed["id"]])
            yield ArticleRow(**listed, files=tuple(file for (file,) in files))

    def failures(self) -> tuple[Failure, ...]:
        rows = self.database.rows("SELECT path, place, problem FROM failures ORDER BY 1, 2")
        return tuple(Failure(file, place or None, problem) for file, place, problem in rows)

    # Statements

    def find(self, words: str, filters: Filters) -> Iterator[Statement]:
        """The statements that match, as they come; with no words, all that pass the filters."""
        which, values = where(words, filters)
        sql = f"SELECT article.id, statement.n {FROM} WHERE {which} {ORDER}, statement.n"
        for article, found in groupby(self.database.rows(sql, values), key=lambda row: row[0]):
            wanted = {n for _, n in found}
            reading = self.load(article, ("sentences", "attributions", "entities"))
            for n, statement in enumerate(statements(reading)):
                if n in wanted:
                    yield statement

    def count(self, words: str, filters: Filters) -> Count:
        found = self.count_all(words, filters)
        if not filters.dated:
            return Count(found, 0)
        undated = self.count_all(words, filters.without_dates(), "article.published IS NULL")
        return Count(found, undated)

    def count_all(self, words: str, filters: Filters, more: str = "TRUE") -> int:
        which, values = where(words, filters)
        row = self.database.one(f"SELECT count(*) {FROM} WHERE {which} AND {more}", values)
        return int(row[0]) if row else 0

    def summary(self) -> Summary:
        row = self.database.one(TOTALS)
        assert row is not None, "a count is always given"
        articles, statements, failures, first, last, undated = row
        return Summary(
            articles=articles,
            statements=statements,
            failures=failures,
            first=first,
            last=last,
            undated=undated,
            outlets=tuple(self.database.rows(OUTLETS)),
            sources=self.sources(),
            kinds=tuple(self.database.rows(KINDS)),
        )

    def sources(self) -> tuple[tuple[str, int], ...]:
        """Who is quoted most, where that is more than “he” or “they”.

        Names that differ only in accents or case are one.
        """
        totals, spellings = Counter[str](), dict[str, Counter[str]]()
        for name, count in self.database.rows(SOURCES):
            totals[fold(name)] += count
            spellings.setdefault(fold(name), Counter())[name] += count
        ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:TOP]
        return tuple((likeliest(spellings[key]), count) for key, count in ranked)


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def columns_of(index: str) -> str:
    return {"article_search": "title, text", "statement_search": "content, source, speaker"}[index]


def unidentifying(article: Article) -> tuple[str | None, ...]:
    authors = json.dumps(article.authors, ensure_ascii=False)
    return authors, article.modified, article.language, article.media_type


def layout(article: Article) -> str:
    return json.dumps([asdict(block) for block in article.layout], ensure_ascii=False)


def block(values: dict[str, Any]) -> Block:
    return Block(**{**values, "span": Span(**values["span"])})


def likeliest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))


def where(words: str, filters: Filters) -> tuple[str, list[Any]]:
    parts = list(conditions(words, filters))
    sql = " AND ".join(["TRUE", *(part.sql for part in parts)])
    return sql, [value for part in parts for value in part.values]


FROM = "FROM attributions AS statement JOIN articles AS article ON article.id = statement.article"

ARTICLE_COLUMNS = (
    "id", "title", "url", "outlet", "published", "authors", "modified", "language", "media_type",
    "text", "layout", "file", "collected",
)  # fmt: skip

# Two files with the same article: the first by name stands for both, whichever was read first.
ARTICLE = """
    SELECT id, title, url, outlet, published, authors, modified, language, media_type, text, layout,
        (SELECT min(path) FROM files WHERE files.article = articles.id),
        (SELECT min(collected) FROM files WHERE files.article = articles.id)
    FROM articles JOIN texts ON texts.article = articles.id WHERE id = ?"""

FILES = "SELECT DISTINCT path FROM files WHERE article = ? ORDER BY path"

LISTED_COLUMNS = ("id", "title", "outlet", "published", "url", "language", "statements")
LIST = """
    SELECT id, title, outlet, published, url, language,
        (SELECT count(*) FROM attributions WHERE attributions.article = article.id)
    FROM articles AS article"""
LISTED = f"{LIST} {ORDER}"
LISTED_MATCH = f"""{LIST} WHERE article.row IN
    (SELECT rowid FROM article_search WHERE article_search MATCH ?) {ORDER}"""

TOTALS = """
    SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM attributions),
        (SELECT count(*) FROM failures), (SELECT min(published) FROM articles),
        (SELECT max(published) FROM articles),
        (SELECT count(*) FROM articles WHERE published IS NULL)"""
OUTLETS = "SELECT outlet, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"
KINDS = "SELECT kind, count(*) FROM attributions GROUP BY 1 ORDER BY 2 DESC, 1"
SOURCES = """
    SELECT coalesce((SELECT name FROM entities
        WHERE (entities.article, entities.id) = (attributions.article, speaker)), source_words
    ) AS name, count(*) FROM attributions
    WHERE voice NOT IN ('none', 'anonymous') AND name <> '' AND NOT (speaker IS NULL AND EXISTS (
        SELECT 1 FROM mentions WHERE mentions.article = attributions.article
        AND form = 'pronoun' AND json_array(json_array(span_start, span_stop)) = source))
    GROUP BY 1"""
