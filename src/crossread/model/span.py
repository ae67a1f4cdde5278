"""Span: where something stands in an article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.text`: half-open, counted in Unicode code points.

    Raises ValueError when it would be empty-backwards or start before the text.
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a stretch of text: {self.start} to {self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.stop]

    def holds(self, other: "Span") -> bool:
        """True if `other` lies wholly inside."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: "Span") -> bool:
        """True if the two share at least one character."""
        return self.start < other.stop and other.start < self.stop

    def trimmed(self, text: str) -> "Span":
        """The same stretch without white space at its ends."""
        words = text[self.start : self.stop]
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


Spans = tuple[Span, ...]
