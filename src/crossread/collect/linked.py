"""What a page says of itself in JSON-LD: also without `@context`, in lists, in a `@graph`."""

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from lxml import html

Node = dict[str, Any]

MOST_NODES: Final = 5_000
LONGEST: Final = 1_000_000  # characters of one script
# What a node may hold that is another thing than the page: its other stories, its comments.
ELSEWHERE: Final = frozenset(
    """itemListElement comment hasPart mentions about isPartOf review potentialAction citation
    isBasedOn relatedLink""".split()
)
ARTICLE: Final = re.compile(r"(Article|BlogPosting|Report|Review|LiveBlogPosting)$")
PAGE: Final = re.compile(r"(WebPage|VideoObject|CreativeWork)$")
TRAILING: Final = re.compile(r",\s*([}\]])")
WRAPPING: Final = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")


def nodes(root: html.HtmlElement) -> list[Node]:
    """Every object that the page's JSON-LD describes, the outer before the inner."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            found.extend(walk(loads(script.text)))
        if len(found) > MOST_NODES:
            break
    return found[:MOST_NODES]


def loads(text: str) -> object:
    """The JSON of a script, as far as it can be read; None where it cannot."""
    text = WRAPPING.sub("", text[:LONGEST]).strip()
    for attempt in (text, TRAILING.sub(r"\1", text).rstrip(";")):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def walk(value: object) -> Iterator[Node]:
    queue: deque[object] = deque([value])
    count = 0
    while queue and count < MOST_NODES:
        item = queue.popleft()
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            count += 1
            yield item
            queue.extend(
                inner
                for key, inner in item.items()
                if key not in ELSEWHERE and isinstance(inner, dict | list)
            )


def types(node: Node) -> tuple[str, ...]:
    return tuple(texts(node.get("@type")))


def is_a(node: Node, kind: re.Pattern[str]) -> bool:
    return any(kind.search(name) for name in types(node))


def stories(found: list[Node]) -> list[Node]:
    """The nodes that are articles; failing these, what stands for the page itself."""
    articles = [node for node in found if is_a(node, ARTICLE) and "headline" in node]
    articles += [node for node in found if is_a(node, ARTICLE) and node not in articles]
    return articles or [node for node in found if is_a(node, PAGE) and is_dated(node)]


def is_dated(node: Node) -> bool:
    return "datePublished" in node or "headline" in node


def texts(value: object) -> Iterator[str]:
    """The strings of a value: itself, or those in a list; an object's name or `@value`."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield unescape(item)  # many write “&#8217;” where JSON needs none
        elif isinstance(item, dict):
            name = item.get("@value") or item.get("name")
            yield from (unescape(name),) if isinstance(name, str) else ()


def resolved(value: object, known: dict[str, Node]) -> Iterator[object]:
    """The items of a value; one that is only an `@id` becomes what the page says of that id."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item:
            identity = item.get("@id")
            yield known.get(identity, item) if isinstance(identity, str) else item
        elif item is not None:
            yield item


def by_id(found: list[Node]) -> dict[str, Node]:
    return {
        node["@id"]: node
        for node in found
        if isinstance(node.get("@id"), str) and ("name" in node or "headline" in node)
    }


def people(value: object, known: dict[str, Node]) -> Iterator[str]:
    """The names of those who are persons, or of whom it is not said what they are."""
    for item in resolved(value, known):
        if isinstance(item, dict) and any("Organization" in name for name in types(item)):
            continue
        yield from texts(item)


def organisations(value: object, known: dict[str, Node]) -> Iterator[str]:
    for item in resolved(value, known):
        yield from texts(item)
