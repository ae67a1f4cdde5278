"""What the elements of a page call themselves: by tag, role, class and id."""

import re
from functools import lru_cache
from typing import Final

from lxml import html

Marks = frozenset[str]
NONE: Final[Marks] = frozenset()

MARKS: Final[dict[str, frozenset[str]]] = {
    mark: frozenset(names.split())
    for mark, names in {
        "byline": "author authors byline bylines writer contributor journalist reporter",
        "date": """date dates dateline datetime published pubdate timestamp stamp time updated
            modified""",
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
        "standfirst": """standfirst deck dek subtitle subheadline summary excerpt intro lede subline
            subheading subhead sapo""",
        "tools": "print counter counters gallery slideshow cookie button btn cta",
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

Facts = tuple[Marks, bool]


class Family:
    """What the elements above a stretch say of it; each element is looked at once."""

    def __init__(self, root: html.HtmlElement | None) -> None:
        self.root = root
        above = () if root is None else root.iterancestors()
        self.known: dict[html.HtmlElement, Facts] = dict.fromkeys(above, (NONE, False))

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
