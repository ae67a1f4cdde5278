"""Two articles and a half of invented outlets that date, count and tie, made by hand."""

from collections.abc import Sequence
from dataclasses import replace

from crossread.model.attribution import Attribution
from crossread.model.entity import Entity, Mention
from crossread.model.facts import Event, Figure, Tie, TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.model.wording import Wording
from tests.readings import reading


def at(given: Reading, words: str, nth: int = 0) -> Span:
    """Where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = given.text.index(words, start + 1)
    return Span(start, start + len(words))


def entities(given: Reading, *named: tuple[str, str, str]) -> Reading:
    """The reading with these entities: an id, a type, and the name as it stands in the text."""
    mentions = [Mention(at(given, name), kind, "name", who) for who, kind, name in named]  # type: ignore[arg-type]
    made = [Entity(who, name, kind, (name,)) for who, kind, name in named]  # type: ignore[arg-type]
    return replace(given, mentions=tuple(mentions), entities=tuple(made))


def sentences(given: Reading) -> Reading:
    """A sentence a block, but for where a full stop and a space stand."""
    spans = list[Span]()
    for block in given.blocks:
        start = block.span.start
        for part in block.span.of(given.text).split(". "):
            stop = min(start + len(part) + 1, block.span.stop)
            spans.append(Span(start, stop))
            start = stop + 1
    return replace(given, sentences=tuple(spans))


def spoken(given: Reading, who: dict[str, str], scores: Sequence[float | None]) -> Reading:
    items: tuple[Attribution, ...] = tuple(
        replace(item, speaker=who.get(item.id), voice="named", score=score)
        for item, score in zip(given.attributions, scores, strict=True)
    )
    return replace(given, attributions=items)


def named_in_strait() -> Reading:
    made = sentences(
        reading(
            "aa00000000000001",
            ("title", "Raid on the ferry line"),
            (
                "paragraph",
                "On 4 March 2031 the police detained 44 people in Tarvel. {source1|Oren Dask}"
                " {cue1|said} {content1|at least 60 sailors were detained and Varsk Holding owns"
                " the Sered Ferry Line}.",
            ),
            (
                "paragraph",
                "The so-called “peacekeepers” of Varsk Holding, whom Dask calls militants, came"
                " in early 2031. {source2|A clerk} {cue2|denied} that {content2|Varsk Holding"
                " paid 1.5 million euros to Ilka Moren}.",
            ),
            title="Raid on the ferry line",
            outlet="The Sered Ledger",
            published="2031-03-05",
            file="ledger-raid.html",
            language="en",
        )
    )
    made = spoken(made, {"a1": "e1"}, [0.9, 0.4])
    return entities(
        made,
        ("e1", "person", "Oren Dask"),
        ("e2", "organisation", "Varsk Holding"),
        ("e3", "organisation", "Sered Ferry Line"),
        ("e4", "place", "Tarvel"),
        ("e5", "person", "Ilka Moren"),
    )


def strait() -> Reading:
    made = named_in_strait()
    day, crowd, sailors = (at(made, w) for w in ("4 March 2031", "44", "at least 60"))
    money = at(made, "1.5 million euros")
    return replace(
        made,
        times=(
            TimeExpression(day, "DATE", "2031-03-04", rule="day"),
            TimeExpression(at(made, "early 2031"), "DATE", "2031", "START", rule="part"),
        ),
        figures=(
            Figure(crowd, 44, 44, counted=at(made, "people"), verb=at(made, "detained")),
            Figure(sailors, 60, None, counted=at(made, "sailors"), verb=at(made, "detained", 1),
                   bound="at least"),
            Figure(money, 1.5e6, 1.5e6, "money", "EUR"),
        ),
        ties=(
            Tie("e2", "owns", "e3", at(made, "Varsk Holding owns the Sered Ferry Line"),
                claimed_by="a1"),
            Tie("e2", "funds", "e5", at(made, "Varsk Holding paid 1.5 million euros to Ilka Moren"),
                negated=True, amount=1.5e6, unit="EUR", when="2031", claimed_by="a2"),
        ),
        events=(
            Event(at(made, "came"), "arrive", who=("e2",), when="2031"),
            Event(at(made, "detained"), "detain", where="e4", when="2031-03-04", figures=(crowd,)),
            Event(at(made, "detained", 1), "detain", figures=(sailors,), claimed_by="a1"),
        ),
        wording=(
            Wording(at(made, "“peacekeepers”"), "scare-quote", "e2"),
            Wording(at(made, "militants"), "label", "e2"),
        ),
    )  # fmt: skip


def tally() -> Reading:
    made = sentences(
        reading(
            "bb00000000000002",
            ("title", "Who owns the ferries?"),
            (
                "paragraph",
                "The Varsk Holding is said to own the Sered Ferry Line. {source1|The port} {cue1|"
                "said} that {content1|2.7 thousand people were detained on 3 March}. It is"
                " obvious that more will follow.",
            ),
            title="Who owns the ferries?",
            outlet="The Coast Courier",
            file="courier-tally.html",
            language="en",
        )
    )
    made = entities(
        spoken(made, {}, [None]),
        ("e1", "organisation", "Varsk Holding"),
        ("e2", "organisation", "Sered Ferry Line"),
    )
    crowd = at(made, "2.7 thousand")
    owns = at(made, "Varsk Holding is said to own the Sered Ferry Line")
    return replace(
        made,
        times=(TimeExpression(at(made, "3 March"), "DATE", "2031-03-03", rule="day"),),
        figures=(Figure(crowd, 2700, 2700, counted=at(made, "people"), verb=at(made, "detained")),),
        ties=(Tie("e1", "owns", "e2", owns, hedged=True),),
        events=(
            Event(at(made, "detained"), "detain", figures=(crowd,), when="2031-03-03",
                  claimed_by="a1"),
        ),
        wording=(Wording(at(made, "It is obvious that"), "presumption"),),
    )  # fmt: skip


RAID, TALLY = strait(), tally()
TOLD = (RAID, TALLY)
EVIL = "\x1b[31m\u202e<b>"
