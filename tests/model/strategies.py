"""Made-up readings: any value that the record allows, at any place in any text."""

from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, composite

from crossread.model.article import Article
from crossread.model.attribution import Act, Attribution, Kind, Voice
from crossread.model.block import Block, BlockKind
from crossread.model.entity import Entity, EntityType, Form, Mention
from crossread.model.facts import (
    Bound,
    Event,
    Figure,
    FigureKind,
    Tie,
    TieKind,
    TimeExpression,
    TimeMod,
    TimeType,
)
from crossread.model.quotation import Quotation
from crossread.model.reading import Reading
from crossread.model.span import Span, Spans
from crossread.model.wording import Wording, WordingKind

words = st.text(max_size=12)
names = st.none() | words
several = st.lists(words, max_size=3).map(tuple)
scores = st.none() | st.floats(0, 1)
amounts = st.none() | st.floats(allow_nan=False, allow_infinity=False)
dates = st.none() | st.dates().map(lambda day: day.isoformat())
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def one_of(literal: object) -> SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def spans_in(text: str) -> SearchStrategy[Span]:
    places = st.integers(0, len(text))
    return st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair)))


def articles(text: str) -> SearchStrategy[Article]:
    return st.builds(
        Article, id=words, text=st.just(text), title=names, url=names, outlet=names,
        authors=several, published=dates, modified=dates, language=names, file=names,
        media_type=names, collected=names, layout=st.just(()),
    )  # fmt: skip


def attributions(
    span: SearchStrategy[Span], pieces: SearchStrategy[Spans]
) -> SearchStrategy[Attribution]:
    return st.builds(
        Attribution, id=words, content=st.tuples(span), cue=pieces, source=pieces,
        kind=st.sampled_from(get_args(Kind)), act=st.sampled_from(get_args(Act)),
        negated=st.booleans(), voice=st.sampled_from(get_args(Voice)), speaker=names,
        venue=pieces, inside=names, score=scores, rule=words,
    )  # fmt: skip


def facts(
    span: SearchStrategy[Span], pieces: SearchStrategy[Spans]
) -> dict[str, SearchStrategy[object]]:
    return {
        "times": st.builds(
            TimeExpression, span, one_of(TimeType), names, st.none() | one_of(TimeMod), names, words
        ),
        "figures": st.builds(
            Figure,
            span,
            amounts,
            amounts,
            one_of(FigureKind),
            names,
            st.none() | span,
            st.none() | span,
            one_of(Bound),
            words,
        ),
        "ties": st.builds(
            Tie,
            words,
            one_of(TieKind),
            words,
            span,
            st.booleans(),
            st.booleans(),
            amounts,
            names,
            names,
            names,
            words,
        ),
        "events": st.builds(
            Event, span, words, st.booleans(), several, names, names, pieces, names, words
        ),
        "wording": st.builds(Wording, span, one_of(WordingKind), names, words),
    }


@composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading whose spans lie in its text; nothing else about it need make sense."""
    text = draw(texts)
    span = spans_in(text)
    pieces = st.lists(span, max_size=2).map(tuple)
    types = st.sampled_from(get_args(EntityType))
    forms = st.sampled_from(get_args(Form))
    layers: dict[str, SearchStrategy[object]] = {
        "blocks": st.builds(Block, span, st.sampled_from(get_args(BlockKind)), names, words),
        "sentences": span,
        "quotations": st.builds(
            Quotation, span, span, st.integers(0, 3), st.booleans(), st.booleans(), words
        ),
        "mentions": st.builds(Mention, span, types, forms, names, scores, words),
        "entities": st.builds(Entity, words, words, types, several, several, words),
        "attributions": attributions(span, pieces),
        **facts(span, pieces),
    }
    drawn = {name: tuple(draw(st.lists(item, max_size=2))) for name, item in layers.items()}
    return Reading(draw(articles(text)), **drawn)  # type: ignore[arg-type]
