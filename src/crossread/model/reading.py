"""Reading: one article and its layers. The centre of the record."""

from dataclasses import dataclass

from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import STORY, Block
from crossread.model.entity import Entity, Mention
from crossread.model.facts import Event, Figure, Tie, TimeExpression
from crossread.model.quotation import Quotation
from crossread.model.span import Span, Spans
from crossread.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and all that was read in it, a tuple a layer, in the order of the text."""

    article: Article
    blocks: tuple[Block, ...] = ()
    sentences: Spans = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    wording: tuple[Wording, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def story(self) -> Spans:
        """The blocks that tell the story, without furniture; the whole text if none is told."""
        if not self.blocks:
            return (Span(0, len(self.text)),) if self.text else ()
        return tuple(block.span for block in self.blocks if block.kind in STORY)
