"""Blocks: what part each stretch of the page plays."""

from typing import ClassVar

from crossread.model.block import Block
from crossread.model.reading import Reading
from crossread.weights.labels import label
from crossread.weights.runs import divide


class Blocks:
    """The stage: what collecting found of the page's layout, else its lines, labelled.

    Either way, blocks into which something else was run are divided.
    """

    needs: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[str] = "blocks"

    def __call__(self, reading: Reading) -> tuple[Block, ...]:
        article = reading.article
        layout = article.layout or label(article.text, title=article.title)
        return divide(article.text, layout)
