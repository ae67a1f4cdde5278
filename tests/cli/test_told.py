"""What a user sees of figures, events, ties and wording: in lists, in `show` and in `who`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from crossread.case import Case
from crossread.cli import facts, told, who
from crossread.cli.overview import overview
from crossread.cli.profile import known_of, profile
from crossread.model.facts import Tie
from crossread.model.told import ToldTie
from crossread.store.store import Store
from tests.cli.shell import one_sentence, typed
from tests.store.made import save
from tests.told import EVIL, RAID, TOLD


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("raid")
    store = Store(place / "case.crossread")
    save(store, *TOLD)
    store.close()
    return place


@pytest.fixture
def case(place: Path) -> Iterator[Case]:
    with Case(place / "case.crossread") as made:
        yield made


def console(width: int = 80) -> Console:
    return Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)


def lines(out: Console) -> list[str]:
    assert isinstance(out.file, StringIO)
    return [line.rstrip() for line in out.file.getvalue().splitlines()]


def test_figures_come_with_value_sentence_and_claimant(place: Path) -> None:
    text = typed("find", "--counted", "detained", cwd=place).stdout.decode()

    assert "  44  people detained" in text
    assert "  2.7 thousand (2,700)  people detained" in text
    assert (
        "   On 4 March 2031 the police detained 44 people in Tarvel.\n   the outlet’s own" in text
    )
    assert "   Oren Dask — said" in text
    assert text.rstrip().endswith("3 figures found.")


def test_figures_as_json_have_bound_article_and_claimant(place: Path) -> None:
    done = typed("find", "--counted", "sailors", "--outlet", "ledger", "--json", cwd=place)
    (value,) = json.loads(done.stdout)

    assert value["figure"]["low"] == 60
    assert (value["figure"]["bound"], value["counted"], value["verb"]) == (
        "at least", "sailors", "detained",
    )  # fmt: skip
    assert value["article"]["outlet"] == "The Sered Ledger"
    assert value["claimed_by"]["identity"]["name"] == "Oren Dask"
    start, stop = value["passage"]
    assert RAID.text[start:stop] == value["sentence"]


def test_figures_in_articles_without_a_date_are_counted(place: Path) -> None:
    text = typed("find", "--counted", "detained", "--from", "2031", cwd=place).stdout.decode()

    assert "2 figures found.\n1 more in articles without a date was left out." in text


def test_find_needs_something_to_find(place: Path) -> None:
    done = typed("find", cwd=place)

    assert done.returncode == 2
    assert "Missing argument 'WORDS', or --counted WORDS" in one_sentence(done)


def test_the_timeline_is_in_order(place: Path) -> None:
    text = typed("timeline", cwd=place).stdout.decode()
    values = json.loads(typed("timeline", "--json", cwd=place).stdout)

    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert heads == [
        "2031", "3 March 2031", "4 March 2031", "3 dated events.",
        "1 more without a date that can be told.",
    ]  # fmt: skip
    assert "  detain  44 people · in Tarvel" in text
    assert "  arrive  Varsk Holding  “early 2031”" in text
    assert [value["when"] for value in values] == ["2031", "2031-03-03", "2031-03-04"]
    assert values[0]["who"][0]["name"] == "Varsk Holding"
    assert values[1]["claimed_by"]["source"] == "The port"
    assert json.loads(typed("timeline", "--to", "2030", "--json", cwd=place).stdout) == []


def test_ties_say_who_claims_them_and_how(place: Path) -> None:
    text = typed("ties", "varsk", cwd=place).stdout.decode()
    turned = typed("ties", "ilka moren", cwd=place).stdout.decode()
    values = json.loads(typed("ties", "varsk", "--json", cwd=place).stdout)

    assert "Varsk Holding owns\n  Sered Ferry Line\n" in text
    assert "The Sered Ledger, 5 March 2031 · Oren Dask — said\n" in text
    assert "The Coast Courier, no date given · the outlet’s own words · hedged\n" in text
    assert "Ilka Moren is funded by\n  Varsk Holding\n" in turned
    assert "A clerk — denied · negated · 1,500,000 EUR" in turned
    assert [value["tie"]["negated"] for value in values] == [False, True, False]
    assert values[2]["claimed_by"] is None


def test_ties_of_nobody(place: Path) -> None:
    done = typed("ties", "zz", cwd=place)

    assert done.returncode == 1
    assert "Nobody in this case is called “zz”." in done.stdout.decode()


def test_show_has_a_few_lines_of_each_and_what_to_type(case: Case) -> None:
    out = console()
    overview(out, case, named=None)
    shown = lines(out)

    assert "Dated events  3 events on 3 dates; 1 more have none" in shown
    assert "4 March 2031  1  detain  in 1 article" in shown
    assert "people detained   2  44 · 2,700" in shown
    assert "Varsk Holding owns Sered Ferry Line" in shown
    assert "Wording  label 1 · presumption 1 · scare-quote 1" in shown
    commands = [line.split("crossread ", 1)[1] for line in shown if "with the words" in line]
    assert commands == ["timeline", "find --counted WORD", "ties NAME"]


def test_long_lists_are_cut_and_counted(tmp_path: Path) -> None:
    """Nine dates, nine things that are counted: five of each, and how many more."""
    store = Store(tmp_path / "a.crossread")
    event, figure = RAID.events[0], RAID.figures[0]
    words = [sentence.stop - 1 for sentence in RAID.sentences]
    counted = [replace(figure.span, start=stop - 3, stop=stop) for stop in words]
    save(
        store,
        replace(
            RAID,
            events=tuple(replace(event, when=f"2031-0{n}") for n in range(1, 10)),
            figures=tuple(replace(figure, counted=span, verb=None) for span in counted),
            ties=(),
            wording=(),
        ),
    )
    store.close()
    out = console()
    with Case(tmp_path / "a.crossread") as made:
        facts.told(out, made, named="a.crossread")

    text = "\n".join(lines(out))
    assert "… and 4 more: " in text
    assert "timeline --case a.crossread" in text
    assert "Ties" not in text
    assert "Wording" not in text


def test_who_has_a_short_part_of_ties_and_labels(case: Case) -> None:
    (varsk,) = case.who("varsk")
    out = console()
    who.profile(out, profile(case, known_of(case), varsk), named=None)
    text = "\n".join(lines(out))

    assert (
        "Ties\n  owns Sered Ferry Line  Oren Dask — said (The Sered Ledger); the outlet’s own"
        in text
    )
    assert "  funds Ilka Moren  A clerk — denied, negated (The Sered Ledger)" in text
    assert f"ties {varsk.id}" in text
    assert "Called\n  “militants”  The Sered Ledger" in text


@pytest.mark.parametrize("width", [40, 60, 80])
def test_lists_fit_a_narrow_terminal(case: Case, width: int) -> None:
    out = console(width)
    overview(out, case, named=None)
    told.figures(out, case.figures())
    told.timeline(out, case.timeline(), 3)
    told.ties(out, case.who("varsk")[0], list(case.ties("varsk")))

    wide = [line for line in lines(out) if cell_len(line) > width]
    assert [line for line in wide if "crossread" not in line] == [], "but commands stay whole"


def evil(items: Iterable[ToldTie]) -> list[ToldTie]:
    return [
        replace(
            one,
            subject=replace(one.subject, name=EVIL, known_as=EVIL),
            object=replace(one.object, name=EVIL, known_as=EVIL),
            tie=replace(one.tie, unit=EVIL, amount=2.0, when=EVIL),
            told=replace(
                one.told,
                words=EVIL,
                sentence=EVIL,
                article=replace(one.told.article, outlet=EVIL, title=EVIL, published=EVIL),
                claim=replace(one.told.claim, source=EVIL, cue=EVIL) if one.told.claim else None,
            ),
        )
        for one in items
    ]


def test_nothing_of_a_page_reaches_the_terminal_as_a_command(case: Case) -> None:
    (varsk,) = case.who("varsk")
    hostile = evil(case.ties("varsk"))
    out = console()
    told.ties(out, replace(varsk, name=EVIL), hostile)
    told.in_short(out, varsk, hostile, most=9, named=None)
    told.figures(
        out,
        (replace(one, told=hostile[0].told, counted=EVIL, verb=EVIL) for one in case.figures()),
    )
    told.timeline(
        out,
        (
            replace(
                one,
                told=hostile[0].told,
                event=replace(one.event, kind=EVIL, when=EVIL),
                dated=EVIL,
                figures=(EVIL,),
            )
            for one in case.timeline()
        ),
        0,
    )
    told.called(out, [replace(one, told=hostile[0].told) for one in case.labels("varsk")], most=3)

    text = "\n".join(lines(out))
    assert not {"\x1b", "\u202e"} & set(text)
    assert "␛[31m‹U+202E›<b>" in text


def test_the_other_party_of_a_tie_to_oneself_is_shown_once(case: Case) -> None:
    (varsk,) = case.who("varsk")
    one = next(case.ties("varsk"))
    own = replace(one, tie=Tie("e2", "supports", "e2", one.tie.span), object=one.subject)
    out = console()
    told.ties(out, varsk, [own])

    assert "Varsk Holding supports\n  Varsk Holding" in "\n".join(lines(out))
