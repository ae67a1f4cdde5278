"""Mentions: all names, descriptions and pronouns of the story, in the order of the text.

what stands there   tokens · lexicon, heads: what the tables say of a word
names               runs of capitals · titles, bodies: where a name begins and ends · names: the
                    rules · quoted: names in quotation marks
their types         evidence: what speaks for a type · types: decided once for an article
the others          phrases: descriptions, pronouns · sources: whoever is said to have spoken
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from crossread.languages.language import language
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.mentions.evidence import Evidence
from crossread.stages.mentions.lexicon import lexicon
from crossread.stages.mentions.names import NAMES, OWNERS, Name, capitalised
from crossread.stages.mentions.phrases import description, pronoun
from crossread.stages.mentions.quoted import quoted_name
from crossread.stages.mentions.sources import source
from crossread.stages.mentions.tokens import Tokens, tokens
from crossread.stages.mentions.types import typed

# What finds mentions, in order: of two that find the same words the first has them.
RULES: tuple[Callable[..., object], ...] = (
    *OWNERS,
    *NAMES,
    quoted_name,
    pronoun,
    description,
    source,
)


class Mentions:
    """The stage: every mention of the story once, with its type; whose it is, is not said yet."""

    needs: ClassVar[tuple[str, ...]] = ("blocks", "sentences", "quotations", "attributions")
    gives: ClassVar[str] = "mentions"

    def __call__(self, reading: Reading) -> tuple[Mention, ...]:
        tables = language(reading.article.language)
        if not tables.rows("titles"):
            return ()
        found = tokens(reading, lexicon(tables))
        listed = names(reading, found)
        described = descriptions(listed, found)
        known = evidence(reading, found, listed, described)
        kept: dict[Span, Mention] = {}
        for mention in (*of_types(known), *pronoun(found), *described):
            kept.setdefault(mention.span, mention)
        for mention in source(reading, found, kept):
            kept.setdefault(mention.span, mention)
        return tuple(sorted(kept.values(), key=lambda mention: mention.span))


def descriptions(listed: list[Name], found: Tokens) -> list[Mention]:
    """Those whose head noun is in no name."""
    inside = {place: name for name in listed for place in range(name.first, name.last)}
    return list(description(found, inside))


def gathered(reading: Reading, found: Tokens) -> Evidence:
    """What speaks for the types of the names."""
    listed = names(reading, found)
    return evidence(reading, found, listed, descriptions(listed, found))


def evidence(
    reading: Reading, found: Tokens, listed: list[Name], described: list[Mention]
) -> Evidence:
    either = found.lexicon.either
    people = (one.span for one in described if one.type == "person")
    roles = frozenset(
        span.stop for span in people if span.of(reading.text).split()[-1].lower() not in either
    )
    sources = frozenset(span.start for item in reading.attributions for span in item.source)
    return Evidence(found, listed, roles, sources)


def names(reading: Reading, found: Tokens) -> list[Name]:
    """The names, those in quotation marks as they stand there."""
    marked = quoted_name(reading, found)
    inner = {place for name in marked for place in range(name.first, name.last)}
    return [name for name in capitalised(found) if name.first not in inner] + marked


def of_types(evidence: Evidence) -> Iterator[Mention]:
    """The names with their types; a name that is of nobody and nothing that acts is left out."""
    types = typed(evidence)
    for name in evidence.names:
        if name.said in types:
            span = evidence.tokens.span(name.first, name.last)
            yield Mention(span, types[name.said], "name", rule=name.rule)
