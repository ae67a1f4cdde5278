"""What a user sees of one identity."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from crossread.cli import who
from crossread.cli.profile import Place, Profile, concerns, profile_json
from crossread.export.who import doubts, identified, tie
from crossread.model.identity import Join, Named
from crossread.model.judgement import Judgement, Party
from crossread.model.statement import Statement, statements
from tests.people import ARTICLES, IN_LEDGER, IN_POST, MASTER, ORVALINE, WHO

SAME = Judgement(
    4, "same", Party("Taskyn Orvalin"), Party("Т. Орвалин"), who="dana", when="2031-04-01T10:00:00Z"
)


def said() -> list[tuple[Statement, str]]:
    known = identified(WHO)
    return [
        (statement, tie(reading, statement.attribution))
        for reading in ARTICLES
        for statement in statements(reading, known.get(reading.article.id))
        if statement.identity == "i3f2"
    ]


PROFILE = Profile(
    identity=MASTER,
    statements=3,
    articles=2,
    outlets=(("The Sered Ledger", 2), ("Середская почта", 1)),
    first=tuple(said()),
    doubts=doubts(WHO)["i3f2"],
    judgements=(SAME,),
    places={
        each.article.id: Place(each.article.title, each.article.outlet, each.article.published)
        for each in ARTICLES
    },
)


def shown(profile: Profile, width: int = 80, named: str | None = None) -> str:
    out = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    who.profile(out, profile, named=named)
    assert isinstance(out.file, StringIO)
    return out.file.getvalue()


def test_one_identity_is_shown_with_all_that_is_known() -> None:
    text = shown(PROFILE)

    assert text.startswith("Taskyn Orvalin  person, i3f2\n3 statements in 2 articles: ")
    assert "Таскын Орвалин 1 Середская почта 1" in " ".join(text.split())
    assert "harbour master of Sered  The Sered Ledger · 4 March 2031" in text
    assert "4 March 2031 · The Sered Ledger · Harbour master blames the crane" in text
    assert "“He” denied: he had been warned" in text
    assert "(“He” after “said Taskyn Orvalin”, in the same paragraph.)" in text
    assert "“Taskyn Orvalin” is “Таскын Орвалин” in Cyrillic letters.  97% sure" in text


def test_a_doubt_comes_with_the_commands_that_decide_it() -> None:
    lines = shown(PROFILE, named="a b.crossread").splitlines()

    assert "  T. Orvaline  person, i77a  62% sure" in [line.rstrip() for line in lines]
    commands = [line.split("crossread ", 1)[1] for line in lines if "i77a --case" in line]
    assert commands == [
        "same i3f2 i77a --case 'a b.crossread'",
        "different i3f2 i77a --case 'a b.crossread'",
    ]


def test_what_was_decided_says_who_when_and_how_to_take_it_back() -> None:
    text = shown(PROFILE)

    assert "4. “Taskyn Orvalin” and “Т. Орвалин” are the same  dana, 1 April 2031" in text
    assert text.rstrip().endswith("withdraw 4")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_it_fits_a_narrow_terminal(width: int) -> None:
    lines = shown(PROFILE, width).splitlines()
    wide = [line for line in lines if cell_len(line) > width]

    assert [line for line in wide if "crossread" not in line] == [], "but commands stay whole"
    assert "Таскын Орвалин" in "\n".join(lines)


def test_long_lists_are_cut_and_counted() -> None:
    joins = tuple(Join(IN_LEDGER, IN_POST, 0.9, f"Reason {number}.") for number in range(30))
    names = tuple(Named(f"Name {number}", 1) for number in range(40))
    text = shown(replace(PROFILE, identity=replace(MASTER, joins=joins, names=names)))

    assert "… and 28 more" in text
    assert "… and 22 more, each at least as sure" in text


def test_a_reason_that_holds_often_is_said_once() -> None:
    joins = (Join(IN_LEDGER, IN_POST, 0.9, "The same name."),) * 7
    text = shown(replace(PROFILE, identity=replace(MASTER, joins=joins)), 120)

    assert text.count("The same name.") == 1
    assert "and 6 more pairs of articles" in text


def test_nothing_of_a_page_reaches_the_terminal_as_a_command() -> None:
    evil = "\x1b[31m\u202ered"
    master = replace(
        MASTER,
        name=evil,
        names=(Named(evil, 1, ((evil, 1),)),),
        roles=tuple(replace(role, role=evil, outlets=(evil,)) for role in MASTER.roles),
        joins=(Join(IN_LEDGER, IN_POST, 0.9, evil),),
    )
    first = tuple((replace(one, source=evil, content=evil, title=evil), evil) for one, _ in said())
    judged = replace(SAME, who=evil, one=Party(evil))
    text = shown(
        replace(PROFILE, identity=master, first=first, outlets=((evil, 3),), judgements=(judged,))
    )

    assert not {"\x1b", "\u202e"} & set(text)
    assert "␛[31m‹U+202E›red" in text


def test_who_says_nothing_is_told() -> None:
    silent = replace(PROFILE, identity=ORVALINE, statements=0, articles=0, outlets=(), first=())

    assert "No statement is known to be theirs; named in 1 article." in shown(silent)


def test_several_that_fit_are_listed_with_their_ids() -> None:
    out = Console(file=StringIO(), width=60, highlight=False, markup=False)
    who.several(out, "orvalin", [(MASTER, 3), (ORVALINE, 1)], named=None)
    assert isinstance(out.file, StringIO)
    text = out.file.getvalue()

    assert "“orvalin” fits 2:" in text
    assert "i3f2 Taskyn Orvalin  person, also: Таскын" in text
    assert "3 statements" in text
    assert text.rstrip().endswith("who i3f2")


def test_nobody_is_found_but_somebody_near() -> None:
    out = Console(file=StringIO(), width=60, highlight=False, markup=False)
    who.nobody(out, "Orvalim's", ["Orvalin", "Орвалин"], named=None)
    assert isinstance(out.file, StringIO)
    text = out.file.getvalue()

    assert "Nobody in this case is called “Orvalim's”." in text
    assert "Near it: “Orvalin”, “Орвалин”." in text


def test_json_has_the_counts_and_what_is_in_doubt() -> None:
    value = profile_json(PROFILE)

    assert value["id"] == "i3f2"
    assert value["statements"] == 3
    assert value["outlets"][0] == {"outlet": "The Sered Ledger", "count": 2}
    assert value["suggestions"][0]["id"] == "i77a"
    assert value["joins"][0]["other"]["outlet"] == "Середская почта"
    assert value["judgements"][0]["number"] == 4


@pytest.mark.parametrize(
    ("judged", "meant"),
    [
        (Party("taskyn orvalin"), True),
        (Party("Таскын Орвалин", "person"), True),
        (Party("Taskyn Orvalin", "organisation"), False),
        (Party("Orvalin", articles=(IN_POST.article,)), True),
        (Party("Orvalin", articles=("elsewhere",)), False),
        (Party("Derevon"), False),
    ],
)
def test_a_judgement_concerns_who_bears_the_name(judged: Party, meant: bool) -> None:
    assert concerns(Judgement(1, "rename", judged, name="X"), MASTER) is meant
