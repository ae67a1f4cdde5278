"""Store: a case that grows.

Each article is one transaction: its text, its layers, where it was found. So a case that was
killed while it grew holds only whole articles.
"""

from dataclasses import replace
from datetime import UTC, datetime

from crossread.errors import CaseError
from crossread.model.article import Article
from crossread.model.identity import Identities
from crossread.model.judgement import Judgement
from crossread.model.reading import Reading
from crossread.store import identities
from crossread.store.articles import packed, row, unidentifying
from crossread.store.derived import DERIVED
from crossread.store.judgements import next_number
from crossread.store.judgements import row as judgement_row
from crossread.store.rows import Failure, Found, Recipe
from crossread.store.search import COLUMNS, INDEXES
from crossread.store.tables import TABLES
from crossread.store.view import View


class Store(View):
    """A case on disk, to look at and to write to. Raises CaseError, in one sentence."""

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
        """Notes what could not be read."""
        values = [failure.file, failure.place or "", failure.problem, now()]
        self.database.run("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", values)

    def forget_failures(self, file: str) -> None:
        """For when a file is looked at again: what fails still will be noted again."""
        self.database.run("DELETE FROM failures WHERE path = ?", [file])

    def add_article(self, article: Article) -> bool:
        if self.database.one("SELECT 1 FROM articles WHERE id = ?", [article.id]):
            return False
        self.database.add("articles", [row(article)])
        self.database.add("texts", [[article.id, article.text, packed(article.layout)]])
        self.index("article_search", "articles.id", article.id)
        return True

    def change_article(self, article: Article) -> None:
        """Takes over what does not count for the article's id, and so can differ."""
        sql = "UPDATE articles SET (authors, modified, language, media_type) = (?, ?, ?, ?)"
        self.database.run(f"{sql} WHERE id = ?", [*unidentifying(article), article.id])
        sql = "UPDATE texts SET layout = ? WHERE article = ?"
        self.database.run(sql, [packed(article.layout), article.id])

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
            self.unindex("figure_search", "figure_words.article", article)
            for name in (*TABLES, *DERIVED):
                self.database.run(f"DELETE FROM {name} WHERE article = ?", [article])
        self.database.add("readings", [[article, recipe.name, recipe.version]])
        for layer, table in TABLES.items():
            self.database.add(layer, table.rows(reading))
        for name, rows in DERIVED.items():
            self.database.add(name, list(rows(reading)))
        self.index("statement_search", "attributions.article", article)
        self.index("figure_search", "figure_words.article", article)
        identities.raise_change(self.database)

    def add_file(self, article: Article, found: Found) -> None:
        self.database.run(
            """INSERT INTO files VALUES (?, ?, ?, ?, ?) ON CONFLICT (path, place, article)
            DO UPDATE SET fingerprint = excluded.fingerprint""",
            [found.file, found.place or "", article.id, found.fingerprint, article.collected],
        )

    def judge(self, judgement: Judgement) -> Judgement:
        """Adds what somebody decided, under the next number."""
        with self.database.transaction():
            numbered = replace(judgement, number=next_number(self.database), when=now())
            self.database.add("judgements", [judgement_row(numbered)])
            identities.raise_change(self.database)
        return numbered

    def keep_identities(self, found: Identities, made_of: int, version: str) -> None:
        """Keeps identities until something changes; where the file cannot be written, in memory."""
        try:
            with self.database.transaction():
                identities.keep_made(self.database, found, made_of, version)
        except CaseError:
            with self.database.snapshot():
                identities.shadow(self.database)
                identities.keep_made(self.database, found, made_of, version)

    def index(self, index: str, column: str, article: str) -> None:
        words = f"{INDEXES[index]} WHERE {column} = ?"
        names = COLUMNS[index]
        self.database.run(f"INSERT INTO {index} (rowid, {names}) {words}", [article])

    def unindex(self, index: str, column: str, article: str) -> None:
        words = f"SELECT 'delete', * FROM ({INDEXES[index]} WHERE {column} = ?)"
        names = COLUMNS[index]
        self.database.run(f"INSERT INTO {index} ({index}, rowid, {names}) {words}", [article])

    def has_reading(self, article: str, recipe: Recipe) -> bool:
        sql = "SELECT 1 FROM readings WHERE (article, recipe, version) = (?, ?, ?)"
        return self.database.one(sql, [article, recipe.name, recipe.version]) is not None

    def knows(self, found: Found, recipe: Recipe) -> bool:
        """True if these very bytes were read from this place by this recipe and version."""
        sql = """SELECT 1 FROM files JOIN readings USING (article)
            WHERE (path, place, fingerprint) = (?, ?, ?) AND (recipe, version) = (?, ?)"""
        place = [found.file, found.place or "", found.fingerprint]
        return self.database.one(sql, [*place, recipe.name, recipe.version]) is not None


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
