"""The stretches of a page with all that the rules about them look at."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import html

from crossread.collect.align import Words, runs, words_of
from crossread.collect.marks import Family, Marks
from crossread.collect.visible import HEADINGS, Stretch, Visible

Shape = tuple[str, ...]

SENTENCE: Final = re.compile(r"""\s\S+[.!?…]["'”’»)]*$""")
# Elements in which no story is looked for.
OTHER: Final = frozenset(("menu", "share", "subscribe", "advert", "comments", "related", "aside"))
LONG: Final = 80  # characters of a paragraph that cannot be a menu's
HEAD: Final = 20  # stretches before a story in which its masthead stands
PAGE: Final = frozenset(("html", "body"))
STEP: Final = 6  # stretches, of other shapes, between two paragraphs of a story
AROUND: Final = 4  # elements above a caption in which its picture may stand
CAPTION: Final = 25  # words
SAMPLE: Final = 500  # stretches that tell where the story stands
DEEP: Final = 50  # elements, above which two captions are not looked for in one box


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch as the rules see it."""

    number: int  # in the order of the page
    text: str
    words: Words
    tag: str  # of its block element
    marks: Marks  # what its elements, up to the story's own, call themselves
    linked: float  # how much of it is in links, 0 to 1
    kept: bool  # the extraction library took it for story
    inside: bool  # it lies in the element that holds the story
    like: bool  # its elements are built as those of the story's paragraphs
    sibling: bool  # one of the three elements around it is around a paragraph of the story
    near: bool  # story stands on both sides of it
    lead: bool  # nothing of the story stands before it
    close: bool  # it lies in or near the story, where its headline and furniture are
    pictured: bool  # it shares a box with a picture, and with no other words
    repeats: bool  # the story says the same elsewhere
    again: bool  # the page has said the same before
    time: str | None  # what a `<time>` in it tells machines


def parts(page: Visible, kept: frozenset[int]) -> tuple[Part, ...]:
    """The stretches of a page as parts, in order."""
    stretches = page.stretches
    texts = [stretch.span.of(page.text) for stretch in stretches]
    kept = kept or likely(page, texts)
    long = [number for number in kept if len(texts[number]) > LONG] or list(kept)
    root = story_root(page, long)
    family = Family(root)
    long = [number for number in long if family.of(stretches[number].element)[1]]
    shapes = frozenset(shape(stretches[number].element) for number in long)
    homes = frozenset(home for number in long for home in around(stretches[number].element))
    usual = common_marks(page, long, family)
    first, last = (min(long), max(long)) if long else (len(texts), -1)
    stop = reach(page, last, shapes)
    told = Counter(run for number in kept for run in runs(words_of(texts[number])))
    found, said = list[Part](), set[Words]()
    for number, (stretch, text) in enumerate(zip(stretches, texts, strict=True)):
        marks, inside = family.of(stretch.inner)
        marks = marks - usual
        words = words_of(text)
        short = len(words) <= CAPTION
        sibling = not homes.isdisjoint(around(stretch.element))
        found.append(
            Part(
                number=number,
                text=text,
                words=words,
                tag=stretch.element.tag,
                marks=marks,
                linked=stretch.linked / len(text),
                kept=number in kept,
                inside=inside,
                sibling=sibling,
                like=sibling
                and first - STEP <= number <= stop
                and shape(stretch.element) in shapes,
                near=first < number < last,
                lead=number < first,
                close=inside or first - HEAD <= number < first or last < number <= last + STEP,
                pictured=short and inside and is_pictured(stretches, number),
                again=len(words) > 3 and words in said,
                time=time_in(stretch.inner) if short else None,
                repeats="quote" in marks
                and all(told[run] > (number in kept) for run in runs(words)),
            )
        )
        said.add(words)
    return tuple(found)


def common_marks(page: Visible, numbers: Sequence[int], family: Family) -> Marks:
    """What a third of the story is marked as says nothing: a story told in a gallery is told."""
    weights: Counter[str] = Counter()
    for number in numbers:
        stretch = page.stretches[number]
        weights.update(dict.fromkeys(family.of(stretch.inner)[0], len(stretch.span)))
    whole = sum(len(page.stretches[number].span) for number in numbers)
    return frozenset(mark for mark, weight in weights.items() if 3 * weight > whole)


def likely(page: Visible, texts: Sequence[str]) -> frozenset[int]:
    """What looks like story where the library finds none: on pages too short or too large."""
    family = Family(None)
    return frozenset(
        number
        for number, (stretch, text) in enumerate(zip(page.stretches, texts, strict=True))
        if (stretch.element.tag == "p" or SENTENCE.search(text))
        and stretch.element.tag not in HEADINGS
        and 2 * stretch.linked < len(text)
        and not family.of(stretch.inner)[0] & OTHER
    )


def is_pictured(stretches: tuple[Stretch, ...], number: int) -> bool:
    """True if an element around this stretch, and around no other, holds a picture too."""
    element: html.HtmlElement | None = stretches[number].element
    near = stretches[max(0, number - 1) : number] + stretches[number + 1 : number + 2]
    beside = {above for other in near for above in lineage(other.element)}
    for _ in range(AROUND):
        if element is None or element in beside:
            return False
        if element.find(".//img") is not None:
            return True
        element = element.getparent()
    return False


def time_in(element: html.HtmlElement) -> str | None:
    """The machine's form of “3 hours ago”."""
    found = element if element.tag == "time" else element.find(".//time[@datetime]")
    return None if found is None else found.get("datetime")


def lineage(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield element
    yield from islice(element.iterancestors(), DEEP)


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


def story_root(page: Visible, numbers: Sequence[int]) -> html.HtmlElement | None:
    """The smallest element that holds nearly all of these stretches."""
    weights: Counter[html.HtmlElement] = Counter()
    for number in numbers[:: 1 + len(numbers) // SAMPLE]:
        stretch = page.stretches[number]
        weights[stretch.element] += len(stretch.span)
        for above in stretch.element.iterancestors():
            weights[above] += len(stretch.span)
    most = max(weights.values(), default=0)
    enough = [element for element, weight in weights.items() if weight >= 0.85 * most]
    return max(enough, key=depth, default=None)


def depth(element: html.HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def around(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The three elements around one; paragraphs of one story have at least one in common."""
    return [above for above in islice(element.iterancestors(), 3) if above.tag not in PAGE]


def shape(element: html.HtmlElement) -> Shape:
    """How an element and the two around it are called: paragraphs of one story are alike."""
    names: list[str] = []
    above: html.HtmlElement | None = element
    while above is not None and len(names) < 6:
        names += (above.tag, re.sub(r"\d+", "", above.get("class", "")))
        above = above.getparent()
    return tuple(names)
