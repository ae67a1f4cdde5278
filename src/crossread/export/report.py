"""One self-contained page to send to a colleague: who said what, and each article with it marked.

The page needs no script, asks the network for nothing, and shows the words of the articles as
words: a strict content policy and escaping by the template see to both. It is written piece by
piece, so a case of many articles is never held whole.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import groupby
from pathlib import PurePath

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from crossread.export.controls import line, visible
from crossread.export.dates import day, period
from crossread.export.facts import KINDS, lists, put
from crossread.export.highlight import Piece, cut
from crossread.export.notes import Background, Entry, Note, entry
from crossread.export.reckoning import Reckoning
from crossread.export.speakers import cards
from crossread.export.who import also, identified
from crossread.model.block import Block
from crossread.model.identity import Identities
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.told import Telling

# What each list is, to whoever has not seen one before.
EXPLAINED = {
    "timeline": "What the articles date, in order. What two of them tell of one event stands side"
    " by side: nothing decides that it is one, or which is right.",
    "figures": "What the articles count, in their own words, and who claims it.",
    "ties": "Who funds, owns, leads or is kin of whom, as the articles have it, and who claims it."
    " Negated: said not to be so. Hedged: told with a doubt.",
    "wording": "How often which kind of wording stands in the articles of which outlet. Each is"
    " marked in its place below. What kind it is does not say whether it is fair.",
}

WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Part:
    """One block of an article, or the furniture between two of them."""

    kind: str
    lines: tuple[list[Piece], ...]
    notes: tuple[Note, ...] = ()  # of the attributions that begin here


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article as the page shows it."""

    entry: Entry
    heading: Part
    parts: tuple[Part, ...]
    authors: tuple[str, ...]
    modified: str | None
    url: str | None  # None too where it is not a web address
    file: str | None  # its name alone: a page that is sent should not tell of the sender
    language: str | None
    wording: tuple[str, ...] = ()  # of each wording, what it is

    @property
    def labels(self) -> dict[str, Note]:
        """The attributions of the article by their ids."""
        return {note.id: note for note in self.entry.notes}


def page(
    readings: Callable[[], Iterable[Reading]],
    *,
    name: str,
    why: Mapping[str, str] | None = None,
    who: Identities | None = None,
    made: str = "",
) -> Iterator[str]:
    """The page in pieces. `readings` is called twice: for the lists, and for the articles.

    `why` has for a rule what is shown to whoever asks why; `made` is the date on the page.
    """
    people = who or Identities()
    background = Background(why or {}, identified(people))
    entries = [entry(reading, background) for reading in readings()]
    dates = [entry.published for entry in entries if entry.published]
    style = beside("report.css")
    yield from template().generate(
        name=name,
        made=made,
        style=style,
        policy=policy(style),
        entries=entries,
        outlets=len({e.outlet for e in entries if e.outlet}),
        by_article={e.id: e for e in entries},
        speakers=(speakers := cards(entries, people)),
        speaking={card.identity.id for card in speakers},
        reckoning=Reckoning.of(note.standing for e in entries for note in e.notes),
        published=period(min(dates), max(dates)) if dates else "",
        lists=lists([(entry.outlet or "", entry.facts) for entry in entries]),
        kinds=KINDS,
        explained=EXPLAINED,
        sheets=(sheet(reading, background) for reading in readings()),
    )


def beside(name: str) -> str:
    """A file that lies beside this one."""
    return resources.files("crossread.export").joinpath(name).read_text(encoding="utf-8")


@cache
def template() -> Template:
    environment = Environment(
        loader=FunctionLoader(beside),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(visible=visible, line=line, day=day, also=also)
    environment.globals["period"] = period
    environment.globals["int"] = int
    return environment.get_template("report.html")


def policy(style: str) -> str:
    """Nothing may run or load; the one style block is named by its hash."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def sheet(reading: Reading, background: Background) -> Sheet:
    article, blocks = reading.article, shown(reading)
    held, telling = entry(reading, background), Telling(reading, background.who.get(article.id))
    coloured = tuple(item.span for item in reading.wording)
    stretches = [block.span for block in blocks]
    pieces = list(cut(reading.text, stretches, reading.attributions, coloured))
    title = next((i for i, block in enumerate(blocks) if block.kind == "title"), None)
    lines = list(zip(blocks, pieces, strict=True))
    notes = {note.id: note for note in held.notes}
    heading = lines.pop(title)[1] if title is not None else [Piece(held.title)]
    return Sheet(
        entry=held,
        heading=Part("title", (heading,), begun([heading], notes)),
        parts=tuple(parts(lines, notes)),
        authors=article.authors,
        modified=article.modified if article.modified != article.published else None,
        url=article.url if article.url and WEB_ADDRESS.fullmatch(article.url) else None,
        file=PurePath(article.file).name if article.file else None,
        language=article.language if LANGUAGE_CODE.fullmatch(article.language or "") else None,
        wording=tuple(map(put, telling.wordings())),
    )


def shown(reading: Reading) -> tuple[Block, ...]:
    """The blocks of a reading; where it has none, its whole text as one."""
    if reading.blocks or not reading.text:
        return reading.blocks
    return (Block(Span(0, len(reading.text)), "paragraph"),)


def parts(lines: Iterable[tuple[Block, list[Piece]]], notes: Mapping[str, Note]) -> Iterator[Part]:
    """The blocks in order; furniture that stands together is one part."""
    for furniture, group in groupby(lines, key=lambda line: line[0].kind == "boilerplate"):
        if furniture:
            pieces = [found for _, found in group]
            yield Part("boilerplate", tuple(pieces), begun(pieces, notes))
        else:
            yield from (Part(b.kind, (found,), begun([found], notes)) for b, found in group)


def begun(lines: Iterable[list[Piece]], notes: Mapping[str, Note]) -> tuple[Note, ...]:
    """The attributions whose first words these are."""
    return tuple(notes[item] for pieces in lines for piece in pieces for item in piece.first)
