"""A tree of elements → the text that a reader sees, in reading order, cut into stretches.

White space collapses as in a browser: block elements break the line, inline ones do not,
`<br>` does, `<pre>` keeps its own. What is never shown is left out: scripts, styles, forms'
values, elements hidden by the attribute `hidden` or by their own style. Rules of style
sheets are not read. The walk is a loop, so nesting costs no stack.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Final, NoReturn

from lxml import etree, html

from crossread.errors import InputError
from crossread.model.span import Span

# More pieces of text than this are no article, and would take memory without bound.
MAX_STRETCHES: Final = 200_000
MAX_ELEMENTS: Final = 1_000_000
DEEPEST: Final = 250  # elements, within which an XPath is written down

UNSEEN: Final = frozenset(
    """applet area audio base canvas col colgroup command datalist desc defs embed frame head iframe
    input link map math meta metadata noembed noframes noscript object optgroup option param rp
    script select source style svg template textarea title track video wbr""".split()
)
# Breaks around an element: a tab between cells, a new line, an empty line.
CELL, LINE, GAP = 1, 2, 3
BREAKS: Final = {CELL: "\t", LINE: "\n", GAP: "\n\n"}
BLOCKS: Final[dict[str, int]] = {
    **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(
        """address article aside body button caption center dd details dialog dir div dt fieldset
        figcaption footer form frameset header hgroup html label legend li main menu nav optgroup
        search section summary tbody tfoot thead tr""".split(),
        LINE,
    ),
    **dict.fromkeys(
        """blockquote dl figure h1 h2 h3 h4 h5 h6 hr listing ol p plaintext pre table ul
        xmp""".split(),
        GAP,
    ),
}
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
KEEPS_SPACE: Final = frozenset(("pre", "listing", "plaintext", "xmp"))

# A soft hyphen and its like are in the page, but nobody sees them.
INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
SPACE: Final = re.compile(r"[ \t\n\r\f]+")
HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
NAME: Final = re.compile(r"[a-z][a-z0-9_-]*", re.A)
ENDS_SENTENCE: Final = re.compile(r"""[.!?…:;]["'”’»)\]]*\s*$""")


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What stands between two breaks."""

    span: Span
    element: html.HtmlElement  # the block element that holds it
    inner: html.HtmlElement  # the smallest element that holds all of it
    xpath: str | None  # of `element`; None where it would be absurdly long
    linked: int  # how many of its characters are in links


@dataclass(frozen=True, slots=True, eq=False)
class Visible:
    """The text of a page, and the stretches that cover all of it but white space."""

    text: str
    stretches: tuple[Stretch, ...]
    elements: int  # how many were walked
    depth: int  # how deep they were nested


def visible(root: html.HtmlElement, *, file: str) -> Visible:
    """What a reader sees. Raises InputError if there are more pieces than an article has."""
    # A plain text that was sent as a page has no elements; its lines are all it has.
    bare = all(element.tag in ("html", "body") for element in islice(root.iter(), 3))
    writer = Writer(file, kept=int(bare))
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: html.HtmlElement | None = None
    for event, element in walker:
        if event == "end":
            if element is skipped:
                skipped = None
            else:
                writer.leave(element)
            writer.write(element.tail)
        elif is_hidden(element):
            skipped = element
            writer.count(element)
            walker.skip_subtree()
        else:
            writer.enter(element)
            writer.write(element.text)
    return writer.finish()


def is_hidden(element: html.HtmlElement) -> bool:
    tag = element.tag
    if tag in UNSEEN:
        return True
    if tag in ("html", "body"):
        return False  # scripts show these again: a page is saved to be read
    if "hidden" in element.attrib or (tag == "dialog" and "open" not in element.attrib):
        return True
    style = element.get("style")
    return style is not None and HIDING.search(style) is not None


class Writer:
    """Takes elements and their words in order; makes the text and its stretches."""

    def __init__(self, file: str, *, kept: int = 0) -> None:
        self.file = file
        self.text: list[str] = []
        self.length = 0
        self.stretches: list[Stretch] = []
        self.path: list[html.HtmlElement] = []  # from the root to where we are
        self.steps: list[str] = []  # their steps of an XPath
        self.counts: list[Counter[str]] = [Counter()]  # children so far, of each of them
        self.blocks: list[int] = []  # how deep each open block element is
        self.kept = kept  # elements around us that keep their white space
        self.links = self.elements = self.depth = 0
        self.gap = 0  # the break due before the next words
        self.open: list[str] = []  # the pieces of the stretch that is being written
        self.lines = 0  # line breaks due within it
        self.linked = 0
        self.inner: html.HtmlElement | None = None
        self.inner_depth = self.lowest = 0

    def count(self, element: html.HtmlElement) -> str:
        """Counts a child; its step of the XPath."""
        counts, tag = self.counts[-1], element.tag
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            self.refuse(f"{MAX_ELEMENTS:,} elements")
        counts["*"] += 1
        if not NAME.fullmatch(tag):
            return f"*[{counts['*']}]"
        counts[tag] += 1
        return f"{tag}[{counts[tag]}]"

    def enter(self, element: html.HtmlElement) -> None:
        tag = element.tag
        self.steps.append(self.count(element))
        self.counts.append(Counter())
        if tag in BLOCKS:
            self.close(BLOCKS[tag])
            self.blocks.append(len(self.path))
        self.path.append(element)
        self.depth = max(self.depth, len(self.path))
        self.links += tag == "a"
        self.kept += tag in KEEPS_SPACE
        if tag == "br":
            self.break_line()

    def leave(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.close(BLOCKS[tag])
            self.blocks.pop()
        for stack in (self.path, self.steps, self.counts):
            stack.pop()
        self.lowest = min(self.lowest, len(self.path))
        self.links -= tag == "a"
        self.kept -= tag in KEEPS_SPACE

    def break_line(self) -> None:
        if self.open:
            self.lines += 1
        else:
            self.gap = max(self.gap, LINE)

    def write(self, words: str | None) -> None:
        """Words of the page, as they stand in it."""
        if not words:
            return
        words = words.translate(INVISIBLE)
        if self.kept:
            self.write_kept(words)
        else:
            self.append(SPACE.sub(" ", words))

    def write_kept(self, words: str) -> None:
        """Within `<pre>` an empty line parts two stretches, and any other stays."""
        lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                self.break_line()
            self.append(line, kept=True)

    def append(self, words: str, *, kept: bool = False) -> None:
        if not self.open or self.lines or self.open[-1].endswith(" "):
            words = words if kept and self.open else words.lstrip(" ")
        if not words or (words.isspace() and self.lines):
            return
        if self.lines:
            self.end_line(words, kept=kept)
        if not self.open:
            self.inner, self.inner_depth = self.path[-1], len(self.path)
            self.lowest = len(self.path)
        elif self.lowest < self.inner_depth:
            self.inner, self.inner_depth = self.path[self.lowest - 1], self.lowest
        self.lowest = len(self.path)
        self.open.append(words)
        self.linked += len(words) if self.links else 0

    def end_line(self, following: str, *, kept: bool) -> None:
        """A line break parts two stretches, unless a sentence or headline runs over it."""
        lines, before = self.lines, self.open[-1]
        self.lines = 0
        runs_on = not ENDS_SENTENCE.search(before) and following[:1].islower()
        heading = self.path[self.blocks[-1]].tag in HEADINGS if self.blocks else False
        if lines == 1 and (runs_on or heading or kept):
            self.open[-1] = before.rstrip(" ")
            self.open.append("\n")
        else:
            self.close(GAP if lines > 1 else LINE)

    def close(self, gap: int) -> None:
        """Ends the stretch that is being written."""
        words, self.open, self.lines = "".join(self.open), [], 0
        linked, self.linked = self.linked, 0
        if stretch := words.strip():
            self.add(stretch, linked)
        self.gap = max(self.gap, gap) if self.length else 0

    def add(self, words: str, linked: int) -> None:
        if len(self.stretches) >= MAX_STRETCHES:
            self.refuse(f"{MAX_STRETCHES:,} pieces of text")
        if self.length:
            gap = BREAKS.get(self.gap, "\n")
            self.text.append(gap)
            self.length += len(gap)
        self.gap = 0
        span = Span(self.length, self.length + len(words))
        self.text.append(words)
        self.length += len(words)
        depth = self.blocks[-1] if self.blocks else 0
        element = self.path[depth]
        xpath = "/" + "/".join(self.steps[: depth + 1]) if depth < DEEPEST else None
        inner = element if self.inner is None or self.inner_depth <= depth else self.inner
        self.stretches.append(Stretch(span, element, inner, xpath, linked))

    def refuse(self, much: str) -> NoReturn:
        raise InputError(
            self.file, f"the page has more than {much}, which no article has; save that alone"
        )

    def finish(self) -> Visible:
        return Visible("".join(self.text), tuple(self.stretches), self.elements, self.depth)
