"""View: what can be asked of a case. Hides SQL entirely, and changes nothing.

Lists come in the order of publication, undated articles last, then by id: never in the order of
writing, which a pool of processes shuffles.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from crossread.errors import CaseError, NotFoundError
from crossread.model.identity import Appearance, Identities, Identity
from crossread.model.judgement import Judgement
from crossread.model.likely import likely as without_unlikely
from crossread.model.reading import Reading
from crossread.model.statement import Statement, statements
from crossread.model.told import Telling, ToldEvent, ToldFigure, ToldTie, ToldWording
from crossread.store import articles, claimed, identities, overview, totals
from crossread.store.appearances import appearances
from crossread.store.claimed import Place
from crossread.store.database import PATIENCE, Database, given
from crossread.store.judgements import judgements
from crossread.store.names import bearers, near, that_sound_so
from crossread.store.overview import Facts
from crossread.store.rows import ArticleRow, Count, Failure, Summary
from crossread.store.search import Filters, conditions, fold, likely, question, spelled
from crossread.store.speakers import Speakers, speakers
from crossread.store.tables import TABLES

ORDER = "ORDER BY article.published IS NULL, article.published, article.id"

FROM = "FROM attributions AS statement JOIN articles AS article ON article.id = statement.article"

FILES = "SELECT DISTINCT path FROM files WHERE article = ? ORDER BY path"

LISTED_COLUMNS = ("id", "title", "outlet", "published", "url", "language", "statements")
LIST = """
    SELECT id, title, outlet, published, url, language,
        (SELECT count(*) FROM attributions WHERE attributions.article = article.id AND {likely})
    FROM articles AS article"""
LISTED = f"{LIST} {ORDER}"
LISTED_MATCH = f"""{LIST} WHERE article.row IN
    (SELECT rowid FROM article_search WHERE article_search MATCH ?) {ORDER}"""


# What else is read of an article to tell an item of a layer.
NEEDED: dict[str, tuple[str, ...]] = {
    "events": ("times", "figures"),
    "figures": (),
    "ties": (),
    "wording": (),
}
KEPT = 200  # articles that a list in the order of events goes back to without reading them again


class View:
    """A case on disk, to look at. Raises CaseError when the file cannot be used."""

    def __init__(self, path: str | Path, *, patience: float = PATIENCE) -> None:
        self.database = Database(path, patience=patience)
        self.database.connection.create_function(
            "fold", 1, lambda value: fold(given(value)), deterministic=True
        )
        self.database.connection.create_function(
            "spelled", 1, lambda value: spelled(given(value)), deterministic=True
        )

    def close(self) -> None:
        self.database.close()

    def reading(self, article: str) -> Reading:
        """One article and its layers. Raises NotFoundError if the case does not have it."""
        return self.load(article, TABLES)

    def readings(self) -> Iterator[Reading]:
        for article in self.ids():
            yield self.reading(article)

    def ids(self) -> list[str]:
        rows = self.database.rows(f"SELECT id FROM articles AS article {ORDER}")
        return [article for (article,) in rows]

    def load(self, article: str, layers: Iterable[str]) -> Reading:
        """A reading with some of its layers."""
        row = self.database.one(articles.ARTICLE, [article])
        if row is None:
            raise NotFoundError(f"no article {article} in {self.database.path}")
        try:
            found = {layer: self.layer(article, layer) for layer in layers}
            return Reading(articles.article(row), **found)
        except (ValueError, TypeError, zlib.error) as error:  # changed by hand, or by a fault
            raise CaseError(
                f"{self.database.path}: article {article} is damaged ({error})"
            ) from error

    def layer(self, article: str, layer: str) -> tuple[Any, ...]:
        table = TABLES[layer]
        return tuple(table.item(row) for row in self.database.rows(table.query(), [article]))

    def articles(self, words: str = "", *, least: float = 0.0) -> Iterator[ArticleRow]:
        """The articles that hold the words, in the title or the text; without words, all.

        Statements less likely than `least` are not counted.
        """
        asked, counted = question(words), likely(least)
        if words.strip() and not asked:
            return
        sql, values = (LISTED_MATCH, [asked]) if asked else (LISTED, [])
        for row in self.database.rows(sql.format(likely=counted.sql), [*counted.values, *values]):
            listed = dict(zip(LISTED_COLUMNS, row, strict=True))
            files = self.database.rows(FILES, [listed["id"]])
            yield ArticleRow(**listed, files=tuple(file for (file,) in files))

    def failures(self) -> tuple[Failure, ...]:
        rows = self.database.rows("SELECT path, place, problem FROM failures ORDER BY 1, 2, 3")
        return tuple(Failure(file, place or None, problem) for file, place, problem in rows)

    def find(self, words: str, filters: Filters) -> Iterator[Statement]:
        """The statements that match, as they come; with no words, all that pass the filters."""
        which, values = where(words, filters)
        sql = f"SELECT article.id, statement.id {FROM} WHERE {which} {ORDER}, statement.n"
        for article, found in groupby(self.database.rows(sql, values), key=lambda row: row[0]):
            wanted = {item for _, item in found}
            reading = self.load(article, ("sentences", "attributions", "entities"))
            likely_ones = without_unlikely(reading, filters.least)
            for statement in statements(likely_ones, self.identified(article)):
                if statement.attribution.id in wanted:
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

    def summary(self, *, least: float = 0.0) -> Summary:
        """What is counted in the case, without statements less likely than `least`."""
        return totals.summary(self.database, likely(least))

    def appearances(self) -> Iterator[Appearance]:
        """Each entity that an article names, for whoever compares them; in order."""
        return appearances(self.database)

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in the order in which they did."""
        return judgements(self.database)

    def changed(self) -> int:
        """How often readings or judgements have changed: what identities were made of."""
        return identities.changed(self.database)

    def has_identities(self, version: str) -> bool:
        """True if those that are kept were made, by this version, of all that is there now."""
        return identities.are_current(self.database, version)

    def ids_from(self, start: str) -> tuple[str, ...]:
        """The ids of the articles that begin so."""
        rows = self.database.rows("SELECT id FROM articles WHERE instr(id, ?) = 1", [start])
        return tuple(article for (article,) in rows)

    def identities(self) -> Identities:
        """Who is who, as it was made last."""
        found = tuple(identities.load(self.database))
        return Identities(found, identities.suggestions(self.database))

    def identity(self, identity: str) -> Identity:
        """One by its id. Raises NotFoundError."""
        for found in identities.load(self.database, [identity]):
            return found
        raise NotFoundError(f"no identity {identity} in {self.database.path}")

    def bearers(self, name: str) -> tuple[Identity, ...]:
        """Who bears all of a name, or else its words or their sound; or has it for an id."""
        return tuple(identities.load(self.database, bearers(self.database, name)))

    def sounding(self, name: str) -> tuple[Identity, ...]:
        """Who bears a name that sounds so, or holds all the words that do."""
        found = tuple(that_sound_so(self.database, name))
        return tuple(identities.load(self.database, found))

    def near(self, name: str) -> tuple[str, ...]:
        """Names in the case that are nearly so."""
        return near(self.database, name)

    def speakers(self, *, least: float = 0.0, most: int = 20) -> Speakers:
        """Who says most, of statements that are not less likely than `least`."""
        return speakers(self.database, likely(least), most)

    def facts(self, *, least: float = 0.0) -> Facts:
        """How much is dated, counted, tied and coloured, but for what is claimed in statements
        less likely than `least`."""
        return overview.facts(self.database, likely(least))

    def figures(self, counted: str, words: str, filters: Filters) -> Iterator[ToldFigure]:
        """Figures that count this, in articles that hold the words."""
        places = claimed.figures(self.database, counted, words, filters)
        return self.told(places, "figures", Telling.figure)

    def figures_without_date(self, counted: str, words: str, filters: Filters) -> int:
        """How many more are in articles without a date, which a filter cannot judge."""
        return claimed.figures_without_date(self.database, counted, words, filters)

    def timeline(self, filters: Filters) -> Iterator[ToldEvent]:
        """Events in the order of their dates; the dates of the filters are theirs."""
        return self.told(claimed.events(self.database, filters), "events", Telling.event)

    def events_without_date(self, filters: Filters) -> int:
        return claimed.events_without_date(self.database, filters)

    def ties(self, identity: str, filters: Filters) -> Iterator[ToldTie]:
        """The ties of an identity, whichever party it is."""
        return self.told(claimed.ties(self.database, identity, filters), "ties", Telling.tie)

    def labels(self, identity: str) -> Iterator[ToldWording]:
        """What an identity is called, beside its names."""
        return self.told(claimed.labels(self.database, identity), "wording", Telling.wording)

    def figures_at(self, places: Iterable[Place]) -> Iterator[ToldFigure]:
        return self.told(places, "figures", Telling.figure)

    def ties_at(self, places: Iterable[Place]) -> Iterator[ToldTie]:
        return self.told(places, "ties", Telling.tie)

    def told(
        self, places: Iterable[Place], layer: str, make: Callable[[Telling, Any], Any]
    ) -> Iterator[Any]:
        """The items at these places of a layer, with their words and claimants, as they come."""
        telling = lru_cache(KEPT)(lambda article: self.telling(article, layer))
        for article, n in places:
            one = telling(article)
            yield make(one, getattr(one.reading, layer)[n])

    def telling(self, article: str, layer: str) -> Telling:
        layers = dict.fromkeys(("sentences", "attributions", "entities", *NEEDED[layer], layer))
        return Telling(self.load(article, layers), self.identified(article))

    def identified(self, article: str) -> dict[str, tuple[str, str]]:
        """Of each entity of an article, the id and the name of its identity."""
        return identities.identified(self.database, article)


def where(words: str, filters: Filters) -> tuple[str, list[Any]]:
    parts = list(conditions(words, filters))
    sql = " AND ".join(["TRUE", *(part.sql for part in parts)])
    return sql, [value for part in parts for value in part.values]
