"""Readings made by hand for the tests of the store."""

from dataclasses import replace

from crossread.collect.article import make
from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.entity import Entity, Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.store.rows import Found, Recipe
from crossread.store.store import Store

RULES = Recipe("rules", "1")


def said(source: str, content: str, **about: str | None) -> Reading:
    """One sentence: who says what. The speaker is an entity of the same name."""
    text = f"{source} said {content}."
    stop = len(source)
    attribution = Attribution(
        id="a1",
        source=(Span(0, stop),),
        cue=(Span(stop + 1, stop + 5),),
        content=(Span(stop + 6, len(text) - 1),),
        voice="named",
        speaker="e1",
        rule="by hand",
    )
    article = make(text, **about)  # type: ignore[arg-type]
    return Reading(
        article=replace(article, layout=(Block(Span(0, len(text)), "paragraph", "/html/p"),)),
        blocks=(Block(Span(0, len(text)), "paragraph"),),
        sentences=(Span(0, len(text)),),
        attributions=(attribution,),
        entities=(Entity("e1", about.get("title") or source, "person", (source,)),),
    )


def named(name: str, content: str, **about: str | None) -> Reading:
    """One sentence by somebody who is named in it."""
    reading = said(name, content, **about)
    mention = Mention(Span(0, len(name)), "person", "name", "e1")
    return replace(reading, mentions=(mention,), entities=(Entity("e1", name, "person", (name,)),))


def save(store: Store, *readings: Reading) -> None:
    for number, reading in enumerate(readings):
        store.save(reading, RULES, Found(reading.article.file or f"{number}.txt"))


def about(article: Article) -> tuple[str, str | None, str | None]:
    return article.text, article.file, article.collected
