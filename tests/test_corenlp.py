"""The bench that sets our speakers beside CoreNLP's chains, on an article made by hand."""

import csv
from pathlib import Path

import pytest

from bench.corenlp import FIELDS, Pair, Peer, alike, context, counted, draw, peer
from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.model.span import Span

TEXT = "Ilan Dovar spoke. He said no. The old mayor left."
ROWS = """0\t4\tIlan\tIlan\tNNP\tPERSON\t1\tcompound
5\t10\tDovar\tDovar\tNNP\tPERSON\t2\tnsubj
11\t16\tspoke\tspeak\tVBD\tO\t-1\troot
16\t17\t.\t.\t.\tO\t2\tpunct

18\t20\tHe\the\tPRP\tO\t1\tnsubj
21\t25\tsaid\tsay\tVBD\tO\t-1\troot
26\t28\tno\tno\tUH\tO\t1\tdobj
28\t29\t.\t.\t.\tO\t1\tpunct

30\t33\tThe\tthe\tDT\tO\t2\tdet
34\t37\told\told\tJJ\tO\t2\tamod
38\t43\tmayor\tmayor\tNN\tO\t3\tnsubj
44\t48\tleft\tleave\tVBD\tO\t-1\troot
48\t49\t.\t.\t.\tO\t3\tpunct

"""
HE, MAYOR, DOVAR = [1, 0, 1, 0, 0], [2, 0, 3, 2, 0], [0, 0, 2, 1, 0]


def chained(*mentions: list[int]) -> Peer:
    """One chain; the first mention stands for it."""
    return peer(ROWS, [[[*mention[:4], not place] for place, mention in enumerate(mentions)]])


@pytest.mark.parametrize(
    ("article", "source", "due"),
    [
        (chained(DOVAR, HE), [[18, 20]], "Ilan Dovar"),
        (chained(HE, DOVAR), [[18, 20]], "Ilan Dovar"),
        (chained(HE, MAYOR), [[18, 20]], None),  # a chain without a name
        (chained(DOVAR, HE), [[30, 43]], None),  # of no chain, and no name itself
        (chained(HE, MAYOR), [[0, 10]], "Ilan Dovar"),
        (chained(DOVAR, MAYOR), [[30, 37], [38, 43]], "Ilan Dovar"),
        (chained(DOVAR, HE), [[29, 30]], None),  # no word at all
    ],
)
def test_the_name_by_a_chain(article: Peer, source: list[list[int]], due: str | None) -> None:
    found = article.name(source)

    assert (found.of(TEXT) if found else None) == due


@pytest.mark.parametrize(
    ("one", "other", "due"),
    [
        ("Dovar", "Ilan Dovar", True),
        ("ilan dovar", "Ilan Dovar", True),
        ("Ilan Dovar", "Mira Dovar", False),
    ],
)
def test_names_that_hold_one_another_are_alike(one: str, other: str, due: bool) -> None:
    assert alike(one, other) == due


def pair(ours: str | None, theirs: str | None) -> Pair:
    sentences = (Span(0, 17), Span(18, 29), Span(30, 49))
    return Pair(Reading(Article("x", TEXT), sentences=sentences), Span(18, 20), ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "due"),
    [
        (None, None, "neither"),
        ("Dovar", "Ilan Dovar", "the same"),
        ("Dovar", None, "only ours"),
        (None, "Dovar", "only theirs"),
        ("Dovar", "Orlan", "another"),
    ],
)
def test_how_two_answers_differ(ours: str | None, theirs: str | None, due: str) -> None:
    assert pair(ours, theirs).kind == due
    assert pair(ours, theirs).differ == (due in {"only ours", "only theirs", "another"})


def test_the_context_shows_the_source() -> None:
    assert context(pair(None, None)) == "Ilan Dovar spoke. [[He]] said no. The old mayor left."


def test_verdicts_are_counted_by_owner_however_the_answers_were_shuffled(tmp_path: Path) -> None:
    draw([pair("Ilan Dovar", None)] * 20 + [pair("Orlan", "Dovar")], 21, tmp_path)
    with (tmp_path / "sample.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    answers = {"Ilan Dovar": "r", "?": "u", "Orlan": "x", "Dovar": "x"}
    for row in rows:
        row["first"], row["second"] = answers[row["A"]], answers[row["B"]]
    with (tmp_path / "sample.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, delimiter="\t")
        writer.writeheader()
        writer.writerows(rows)

    assert counted(tmp_path) == {
        ("ours", "right"): 20,
        ("theirs", "unknown"): 20,
        ("both", "cannot be told"): 1,
    }
