"""Quotation: a pair of quotation marks and what stands between them."""

from dataclasses import dataclass

from crossread.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks, of any kind, as they stand in the text.

    `span` holds the marks, `inner` the words between them. A quotation that goes on over
    paragraphs, with a new opening mark before each, is one value a paragraph; the later
    ones have `continues` set, and the earlier ones end without a closing mark.
    """

    span: Span
    inner: Span
    depth: int = 0  # 0 outermost; 1 inside another quotation
    scare: bool = False  # the marks distance the writer from a word, or name a thing; not speech
    continues: bool = False
    rule: str = ""
