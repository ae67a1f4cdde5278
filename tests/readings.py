"""Readings made by hand: blocks of marked text, in the notation of `marks.py`."""

import re
from collections.abc import Sequence
from typing import Any

from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.block import Block, BlockKind
from crossread.model.reading import Reading
from crossread.model.span import Span
from tests.marks import unmark

Line = tuple[BlockKind, str]


def reading(name: str, *lines: Line, **about: Any) -> Reading:
    """A reading by its article's id, with a block a line; `{content2|…}` is content of a2."""
    text, blocks = "", list[Block]()
    roles: dict[str, dict[str, list[Span]]] = {}
    for kind, marked in lines:
        words, found = unmark(marked)
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind))
        for mark, span in found:
            role, number = re.fullmatch(r"([a-z]+)(\d+)", mark).groups()  # type: ignore[union-attr]
            place = Span(len(text) + span.start, len(text) + span.stop)
            roles.setdefault(number, {}).setdefault(role, []).append(place)
        text += words + "\n"
    items = tuple(
        Attribution(
            id=f"a{number}",
            content=tuple(held["content"]),
            cue=tuple(held.get("cue", ())),
            source=tuple(held.get("source", ())),
            rule="told",
        )
        for number, held in sorted(roles.items())
    )
    return Reading(Article(name, text, **about), blocks=tuple(blocks), attributions=items)


HARBOUR = reading(
    "0011223344556677",
    ("boilerplate", "Home  News  Weather"),
    ("title", "{source5|Port council}: {content5|dredging goes ahead}"),
    ("byline", "By Ilma Terrow"),
    (
        "paragraph",
        "Dredging will start on Monday, {source1|the port council} {cue1|said} on Friday,"
        " {content1|after {source2|fishermen} {cue2|warned} that {content2|the spoil would"
        " bury their grounds}}.",
    ),
    (
        "paragraph",
        "{content3|“We have read every letter,”} {source3|Dana Okoll} {cue3|told} reporters."
        " {content3|“Nobody takes it lightly.”} {content4|A second survey was ordered}.",
    ),
    ("boilerplate", "Subscribe to our channel"),
    title="Port council: dredging goes ahead",
    outlet="The Sered Ledger",
    authors=("Ilma Terrow",),
    published="2031-03-04T18:20+02:00",
    url="https://ledger.example/port?a=1&b=2",
    file="articles/ledger-port.html",
    language="en",
)

# Every part of it tries to break out of the page.
HOSTILE = reading(
    "8899aabbccddeeff",
    ("title", "</title></style><script>alert(1)</script> \u202etxt.exe"),
    (
        "paragraph",
        "{source1|<img src=x onerror=alert(2)>} {cue1|said} that"
        " {content1|\x1b[31mall is <b>well</b> & “quoted\" 'twice'}.",
    ),
    ("boilerplate", "</details></body><script src=https://evil.example/x.js></script>"),
    title="</title><script>alert(3)</script>",
    outlet='"><svg onload=alert(4)>',
    authors=("{{ 7 * 7 }}", "[bold]x[/bold]"),
    published='2031-03-05"><script>',
    url="javascript:alert(5)",
    file="<script>.html",
    language='"><script>',
)

BARE = Reading(Article("ffeeddccbbaa9988", "Rain fell.\n\nIt went on falling.\n"))

READINGS: Sequence[Reading] = (HARBOUR, HOSTILE, BARE)
