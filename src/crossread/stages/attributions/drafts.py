"""Draft: an attribution as a rule proposes it, before it is weighed against the others."""

from dataclasses import dataclass, field

from crossread.model.quotation import Quotation
from crossread.model.span import Span, Spans
from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.tokens import Line


@dataclass(slots=True)
class Scene:
    """One sentence ready for the rules: its words, its chunks, and where it stands."""

    line: Line
    chunks: list[Chunk]
    title: bool = False  # a headline or heading
    before: Span | None = None  # the sentence before, in its paragraph

    def span(self, first: int, last: int) -> Span:
        """The stretch from one chunk to before another."""
        return self.line.over(self.chunks[first].first, self.chunks[last - 1].last)

    def kind(self, place: int) -> str:
        return self.chunks[place].kind if 0 <= place < len(self.chunks) else ""

    def head(self, place: int) -> str:
        return self.chunks[place].head if 0 <= place < len(self.chunks) else ""

    def quote(self, place: int) -> Quotation:
        return self.line.quotes[self.chunks[place].first]

    def words(self, first: int, last: int) -> list[str]:
        return self.line.lower[self.chunks[first].first : self.chunks[last - 1].last]


@dataclass(slots=True)
class Draft:
    """What a rule proposes. `pattern` says what follows the cue: that, quote, to, noun …"""

    rule: str
    content: list[Span]
    cue: Span | None = None
    source: Span | None = None
    lemma: str = ""
    pattern: str = ""
    voice: str = "none"
    features: list[str] = field(default_factory=list)
    negated: bool = False
    venue: Spans = ()
    score: float | None = None
    least: float = 0.0  # a score below which it is left out
    sure: bool = False  # needs no weighing: quotation marks show that it is speech
    inside: "Draft | None" = None
    saying: bool = False  # the cue is a verb of speech
    place: int = 0  # of its sentence in the paragraph
    open: bool = False  # the content is a quotation that later sentences may go on with
