"""Scene and Draft: a sentence ready for the rules, and what a rule proposes there."""

from dataclasses import dataclass, field

from crossread.model.attribution import Act, Voice
from crossread.model.quotation import Quotation
from crossread.model.span import Span, Spans
from crossread.stages.attributions.chunks import Chunk
from crossread.stages.attributions.grammar import Grammar
from crossread.stages.attributions.tokens import Line

Stretch = tuple[int, int]  # chunks, from one to before another


@dataclass(slots=True)
class Scene:
    """One sentence: its items, its chunks, and where it stands. Chunks are named by number."""

    line: Line
    chunks: list[Chunk]
    grammar: Grammar
    title: bool = False  # a headline or heading
    before: Span | None = None  # the sentence before, in its paragraph

    def kind(self, place: int) -> str:
        """What a chunk is; "" beyond the ends."""
        return self.chunks[place].kind if 0 <= place < len(self.chunks) else ""

    def head(self, place: int) -> str:
        return self.chunks[place].head if 0 <= place < len(self.chunks) else ""

    def finite(self, place: int) -> bool:
        return 0 <= place < len(self.chunks) and self.chunks[place].form == "finite"

    def tag(self, place: int) -> str:
        """The word class of the first item of a chunk."""
        return self.line.tags[self.chunks[place].first]

    def words(self, found: Stretch) -> list[str]:
        return self.line.lower[self.chunks[found[0]].first : self.chunks[found[1] - 1].last]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one chunk to before another."""
        return self.line.over(self.chunks[first].first, self.chunks[last - 1].last)

    def quote(self, place: int) -> Quotation:
        return self.line.quotes[self.chunks[place].first]

    def last_letter(self, place: int) -> str:
        """The last letter or mark inside a quotation."""
        inner = self.quote(place).inner
        return self.line.text[inner.start : inner.stop].rstrip()[-1:]

    def closes(self, place: int) -> bool:
        """True if a quotation ends as a sentence does: a comma or a stop before the mark."""
        return self.last_letter(place) in tuple(",.!?…—–-")

    def skip(self, place: int, *kinds: str) -> int:
        """The first chunk from here on that is of another kind."""
        while self.kind(place) in kinds:
            place += 1
        return place

    def back(self, place: int, *kinds: str) -> int:
        """The first chunk from here back that is of another kind."""
        while self.kind(place) in kinds:
            place -= 1
        return place

    def start(self, place: int) -> int:
        """The chunk after the last full stop before here."""
        return next((i + 1 for i in range(place - 1, -1, -1) if self.kind(i) == "stop"), 0)


@dataclass(slots=True)
class Draft:
    """What a rule proposes. `pattern` says what follows the cue: that, quote, to, np …"""

    rule: str
    content: list[Span]
    cue: Span | None = None
    source: Span | None = None
    lemma: str = ""
    pattern: str = ""
    features: list[str] = field(default_factory=list)  # what else `weigh` should know
    negated: bool = False
    sure: bool = False  # needs no weighing: its words or marks leave no doubt
    late: bool = False  # only where no other rule finds anything
    open: bool = False  # ends with a quotation that later sentences may go on with
    # What the stage adds to a proposal:
    place: int = 0  # of its sentence in the paragraph
    saying: bool = False  # the cue is a verb of speech
    look: str = "none"  # how the source looks to `weigh`: a voice, or the pronoun itself
    voice: Voice = "none"
    act: Act = "state"
    scene: "Scene | None" = None  # the sentence of the cue
    venue: Spans = ()
    score: float | None = None
    least: float = 0.0  # with a lower score it is left out
    inside: "Draft | None" = None
