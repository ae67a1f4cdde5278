"""What identities are made of: each entity as its article has it, from the tables of a case."""

import json
from collections import Counter
from collections.abc import Iterator

from crossread.model.identity import Appearance, Member
from crossread.store.database import Database

NAMED = """
    SELECT entity, span_start, span_stop FROM mentions
    WHERE article = ? AND form = 'name' AND entity IS NOT NULL"""
ENTITIES = "SELECT id, name, type, roles FROM entities WHERE article = ? ORDER BY n"
ARTICLES = """
    SELECT id, outlet, published, text FROM articles AS article
    JOIN texts ON texts.article = article.id
    ORDER BY article.published IS NULL, article.published, article.id"""


def appearances(database: Database) -> Iterator[Appearance]:
    """The entities that some article names, in the order of publication, an article at a time."""
    for article, outlet, published, text in database.rows(ARTICLES):
        names = names_in(database, article, text)
        for entity, name, kind, roles in database.rows(ENTITIES, [article]):
            if entity in names:
                yield Appearance(
                    member=Member(article, entity),
                    name=name,
                    type=kind,
                    names=tuple(sorted(names[entity].items(), key=lambda one: (-one[1], one[0]))),
                    roles=tuple(json.loads(roles)),
                    outlet=outlet,
                    published=published,
                )


def names_in(database: Database, article: str, text: str) -> dict[str, Counter[str]]:
    """Of each entity, how often the article calls it what."""
    found: dict[str, Counter[str]] = {}
    for entity, start, stop in database.rows(NAMED, [article]):
        found.setdefault(entity, Counter())[" ".join(text[start:stop].split())] += 1
    return found
