"""The stretches of a page with all that the rules about them look at."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import html

from crossread.collect.align import Words, words_of
from crossread.collect.visible import Visible

# What the names of classes and ids say. They are English whatever the language of the page.
MARKS: Final[dict[str, frozenset[str]]] = {
    mark: frozenset(names.split())
    for mark, names in {
        "byline": "author authors byline bylines writer contributor journalist reporter",
        "date": "date dates dateline datetime published pubdate timestamp time updated modified",
        "caption": "caption captions credit credits figcaption cutline photocredit imgcaption",
        "share": "share sharing shares social socials sharebar addthis sharethis",
        "related": """related recommended recommendations recirc popular trending mostread also
            outbrain taboola readmore seealso nextarticle upnext recent latest""",
        "subscribe": """newsletter newsletters subscribe subscription signup optin mailchimp
            paywall register registration login regwall membership""",
        "advert": """advert advertisement advertising adunit sponsor sponsored sponsorship promo
            promos promotion promobox affiliate disclosure dianomi commercial""",
        "comments": "comment comments respond disqus reply replies",
        "menu": """nav navbar navigation menu breadcrumb breadcrumbs toolbar footer masthead
            pagination pager skip""",
        "tags": "tags tag taglist keywords topics categories",
        "quote": "pullquote pull blockquote",
        "title": "headline title heading",
        "tools": "print counter counters views rating ratings gallery slideshow widget cookie",
    }.items()
}
TAGS: Final = {
    "nav": "menu",
    "footer": "menu",
    "figcaption": "caption",
    "time": "date",
    "button": "tools",
    "form": "subscribe",
    "caption": "caption",
    "aside": "aside",
    "blockquote": "blockquote",
}
ITEMPROPS: Final = {
    "author": "byline",
    "datepublished": "date",
    "datemodified": "date",
    "headline": "headline",
    "caption": "caption",
    "comment": "comments",
}
ROLES: Final = {"navigation": "menu", "contentinfo": "menu", "complementary": "aside"}
NAME: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

Marks = frozenset[str]
Shape = tuple[str, ...]
STEP: Final = 6  # stretches, of other shapes, between two paragraphs of a story
NONE: Final[Marks] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch as the rules see it."""

    text: str
    words: Words
    tag: str  # of its block element
    marks: Marks  # what its elements, up to the story's own, call themselves
    linked: float  # how much of it is in links, 0 to 1
    kept: bool  # the extraction library took it for story
    inside: bool  # it lies in the element that holds the story
    like: bool  # its elements are built as those of the story's paragraphs
    near: bool  # story stands on both sides of it
    lead: bool  # nothing of the story stands before it


def parts(page: Visible, kept: frozenset[int]) -> tuple[Part, ...]:
    """The stretches of a page as parts, in order."""
    stretches = page.stretches
    texts = [stretch.span.of(page.text) for stretch in stretches]
    long = [number for number in kept if len(texts[number]) > 80] or list(kept)
    root = story_root(page, long)
    family = Family(root)
    shapes = frozenset(shape(stretches[number].element) for number in long)
    first, last = (min(long), max(long)) if long else (len(texts), -1)
    stop = reach(page, last, shapes)
    found = []
    for number, (stretch, text) in enumerate(zip(stretches, texts, strict=True)):
        marks, inside = family.of(stretch.inner)
        found.append(
            Part(
                text=text,
                words=words_of(text),
                tag=stretch.element.tag,
                marks=marks,
                linked=stretch.linked / len(text),
                kept=number in kept,
                inside=inside,
                like=number <= stop and shape(stretch.element) in shapes,
                near=first < number < last,
                lead=number < first,
            )
        )
    return tuple(found)


def reach(page: Visible, last: int, shapes: frozenset[Shape]) -> int:
    """How far the story may go on: a library that stops half-way leaves paragraphs of one shape.

    A new first headline is another story: some pages go on with the next one.
    """
    for number in range(last + 1, len(page.stretches)):
        element = page.stretches[number].element
        if element.tag == "h1" or number > last + STEP:
            break
        if shape(element) in shapes:
            last = number
    return last


Facts = tuple[Marks, bool]


class Family:
    """What the elements above a stretch say of it; each element is looked at once."""

    def __init__(self, root: html.HtmlElement | None) -> None:
        self.root = root
        self.known: dict[html.HtmlElement, Facts] = {}

    def of(self, element: html.HtmlElement) -> Facts:
        """The marks of the element and those above it, and whether it is in the story's own.

        What stands at the root of the story, or above, says nothing of its parts: a page with
        the class `has-sidebar` is no sidebar.
        """
        climbed: list[html.HtmlElement] = []
        facts: Facts | None = None
        above: html.HtmlElement | None = element
        while above is not None and (facts := self.known.get(above)) is None:
            if above is self.root:
                facts = self.known[above] = (NONE, True)
                break
            climbed.append(above)
            above = above.getparent()
        marks, inside = facts or (NONE, False)
        for below in reversed(climbed):
            own = marks_of(below)
            marks = marks | own if own else marks
            self.known[below] = (marks, inside)
        return marks, inside


def marks_of(element: html.HtmlElement) -> Marks:
    """What an element calls itself: by its tag, role, class and id."""
    stated = (
        TAGS.get(element.tag),
        ROLES.get(element.get("role", "")),
        ITEMPROPS.get(element.get("itemprop", "").lower()),
    )
    found = {mark for mark in stated if mark}
    if element.get("rel") == "author":
        found.add("byline")
    names = f"{element.get('class', '')} {element.get('id', '')}"[:500]
    if names != " " and element.tag not in ("html", "body"):
        found.update(marks_of_names(names))
    return frozenset(found)


@lru_cache(maxsize=10_000)
def marks_of_names(names: str) -> Marks:
    words = {word.lower() for word in NAME.findall(names)}
    return frozenset(mark for mark, listed in MARKS.items() if words & listed)


def story_root(page: Visible, numbers: Sequence[int]) -> html.HtmlElement | None:
    """The smallest element that holds nearly all of these stretches."""
    weights: Counter[html.HtmlElement] = Counter()
    for number in numbers:
        stretch = page.stretches[number]
        weights[stretch.element] += len(stretch.span)
        for above in stretch.element.iterancestors():
            weights[above] += len(stretch.span)
    most = max(weights.values(), default=0)
    enough = [element for element, weight in weights.items() if weight >= 0.85 * most]
    return max(enough, key=depth, default=None)


def depth(element: html.HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def shape(element: html.HtmlElement) -> Shape:
    """How an element and the two around it are called: paragraphs of one story are alike."""
    names: list[str] = []
    above: html.HtmlElement | None = element
    while above is not None and len(names) < 6:
        names += (above.tag, re.sub(r"\d+", "", above.get("class", "")))
        above = above.getparent()
    return tuple(names)
