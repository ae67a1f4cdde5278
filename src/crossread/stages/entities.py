"""Entities: one person, body or place for all the mentions of an article that are tied together."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar

from crossread.languages.language import Language, language
from crossread.model.entity import Entity, Mention
from crossread.model.reading import Reading

ROLES = frozenset({"before_name", "before_comma", "behind_name", "linked"})  # rules of coreference
MOST_REASONS = 3


class Entities:
    """The stage: an entity for each id that mentions bear, under its fullest name.

    Who is never named goes by the first description, and has no names.
    """

    needs: ClassVar[tuple[str, ...]] = ("mentions",)
    gives: ClassVar[str] = "entities"

    def __call__(self, reading: Reading) -> Iterator[Entity]:
        groups: dict[str, list[Mention]] = {}
        for mention in reading.mentions:
            if mention.entity:
                groups.setdefault(mention.entity, []).append(mention)
        tables = language(reading.article.language)
        for entity, mentions in groups.items():
            yield described(entity, mentions, reading.text, tables)


def described(entity: str, mentions: Sequence[Mention], text: str, tables: Language) -> Entity:
    names = distinct(said(one, text) for one in mentions if one.form == "name")
    told = (said(one, text) for one in mentions if one.rule in ROLES)
    roles = distinct(bare(role, tables) for role in told if not somebodys(role, tables))
    first = names or distinct(said(one, text) for one in mentions)
    kinds = [one.type for one in mentions if one.form == "name"] or [mentions[0].type]
    return Entity(
        id=entity,
        name=max(names, key=len) if names else first[0],
        type=max(kinds, key=kinds.count),
        names=names,
        roles=roles,
        reason=reason(mentions, names),
    )


def said(mention: Mention, text: str) -> str:
    return " ".join(mention.span.of(text).split())


def distinct(words: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def bare(role: str, tables: Language) -> str:
    """Without the article: “a senior adviser” is “senior adviser”."""
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in tables.kinds("small-words")["article"] else role


def somebodys(role: str, tables: Language) -> bool:
    """“his wife” tells of somebody else only in its place."""
    return role.partition(" ")[0].lower() in tables.kinds("small-words")["possessive"]


def reason(mentions: Sequence[Mention], names: tuple[str, ...]) -> str:
    """Why the names are one; where there is one name, that it is named."""
    if not names:
        return mentions[0].reason
    tied = distinct(one.reason for one in mentions if one.form == "name" and one.rule != "name")
    return " ".join(islice(tied, MOST_REASONS)) or f"The article names “{names[0]}”."
