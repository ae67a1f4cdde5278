"""Identities: who is who in the cases, whatever their order, and what people judge holds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare.identities import identities
from crossread.model.entity import EntityType
from crossread.model.identity import Appearance, Identities, Identity, Member
from crossread.model.judgement import Judgement, Party, Verdict
from tests.marks import CASES

WHEN = "2026-11-24T10:00:00Z"


@dataclass
class Told:
    """One case: its entities, and what is expected of them."""

    name: str
    appearances: list[Appearance] = field(default_factory=list)
    letters: dict[Member, str] = field(default_factory=dict)
    doubts: set[frozenset[str]] = field(default_factory=set)


def told() -> list[Told]:
    cases: list[Told] = []
    for line in (CASES / "identities.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            cases.append(Told(line[3:]))
        elif line.startswith("? "):
            cases[-1].doubts.add(frozenset(line[2:].split()))
        elif line and not line.startswith("#"):
            article, kind, name, roles, letter = line.split("\t")
            member = Member(article, f"e{len(cases[-1].appearances)}")
            given_roles = tuple(part.strip() for part in roles.split(";") if part.strip())
            one = appearance(member, name, kind, given_roles)
            cases[-1].appearances.append(one)
            cases[-1].letters[member] = letter
    return cases


def appearance(
    member: Member, name: str, kind: str = "person", roles: Sequence[str] = ()
) -> Appearance:
    return Appearance(member, name, cast(EntityType, kind), ((name, 1),), tuple(roles))


def clusters(found: Identities) -> set[frozenset[Member]]:
    return {frozenset(one.members) for one in found.identities}


@pytest.mark.parametrize("case", told(), ids=lambda case: case.name)
def test_who_is_who(case: Told) -> None:
    expected: dict[str, set[Member]] = defaultdict(set)
    for member, letter in case.letters.items():
        expected[letter].add(member)

    found = identities(case.appearances, [])

    assert clusters(found) == {frozenset(members) for members in expected.values()}


@pytest.mark.parametrize(
    "case", [case for case in told() if case.doubts], ids=lambda case: case.name
)
def test_what_is_in_doubt_is_suggested(case: Told) -> None:
    found = identities(case.appearances, [])

    letters = {one.id: case.letters[one.members[0]] for one in found.identities}
    pairs = {frozenset({letters[one.one], letters[one.other]}) for one in found.suggestions}
    assert case.doubts <= pairs
    assert all(0.5 <= one.score < 0.9 for one in found.suggestions)


def test_a_join_is_told_in_one_sentence() -> None:
    one = Appearance(
        Member("1", "e1"),
        "Daulet Sarmanov",
        "person",
        roles=("mayor of Tarn",),
        outlet="Tarn Today",
    )
    other = Appearance(
        Member("2", "e1"), "Sarmanov", "person", roles=("mayor of Tarn",), outlet="the Courier"
    )

    (identity,) = identities([one, other], []).identities

    assert identity.joins[0].reason == (
        "‘Daulet Sarmanov’ in Tarn Today and ‘Sarmanov’ in the Courier: the surname is borne by"
        " nobody else here, and both are called mayor of Tarn."
    )


def test_names_are_counted_by_outlet_and_roles_dated() -> None:
    first = Appearance(
        Member("1", "e1"),
        "Daulet Sarmanov",
        "person",
        (("Daulet Sarmanov", 1), ("Sarmanov", 4)),
        ("the mayor of Tarn",),
        "Tarn Today",
        "2024-02-01",
    )
    second = Appearance(
        Member("2", "e1"),
        "Даулет Сарманов",
        "person",
        (("Даулет Сарманов", 2),),
        ("mayor of Tarn", "mayor of Tarn"),
        "Ravnina",
        "2023-11-05T10:00",
    )

    (identity,) = identities([first, second], []).identities

    assert identity.name == "Даулет Сарманов"
    assert [(one.name, one.mentions, one.outlets) for one in identity.names] == [
        ("Sarmanov", 4, (("Tarn Today", 4),)),
        ("Даулет Сарманов", 2, (("Ravnina", 2),)),
        ("Daulet Sarmanov", 1, (("Tarn Today", 1),)),
    ]
    (role,) = identity.roles
    assert (role.articles, role.first, role.last) == (2, "2023-11-05T10:00", "2024-02-01")
    assert role.outlets == ("Ravnina", "Tarn Today")


def test_a_name_is_shown_as_in_running_text() -> None:
    shouted = [
        Appearance(Member("1", "e1"), "TARN CITY", "place", (("TARN CITY", 3),)),
        Appearance(Member("2", "e1"), "Tarn City", "place", (("Tarn City", 1),)),
        Appearance(Member("3", "e1"), "Lorha's", "place"),
    ]

    found = identities(shouted, [])

    assert {one.name for one in found.identities} == {"Tarn City", "Lorha"}


# --- judgements ---


def judgement(
    number: int,
    verdict: Verdict,
    one: str = "",
    other: str = "",
    *,
    name: str | None = None,
    withdrawn: int | None = None,
) -> Judgement:
    mine, theirs = (Party(text) if text else None for text in (one, other))
    return Judgement(number, verdict, mine, theirs, name, withdrawn, "Ada", WHEN)


def three() -> list[Appearance]:
    return [
        appearance(Member("1", "e1"), "Daulet Sarmanov"),
        appearance(Member("2", "e1"), "Sarmanov"),
        appearance(Member("3", "e1"), "Pavel Grann"),
    ]


def one_of(found: Identities, article: str) -> Identity:
    return next(
        one for one in found.identities if article in {member.article for member in one.members}
    )


def test_same_joins_whatever_the_names() -> None:
    found = identities(three(), [judgement(1, "same", "Pavel Grann", "Daulet Sarmanov")])

    joined = one_of(found, "1")
    assert {member.article for member in joined.members} == {"1", "3"}
    assert joined.joins[0].reason == "Ada decided on 24 November 2026 that they are one."
    assert (joined.joins[0].rule, joined.joins[0].score) == ("judgement", 1.0)


def test_same_carries_to_a_new_article() -> None:
    held = [judgement(1, "same", "Pavel Grann", "Daulet Sarmanov")]
    new = appearance(Member("4", "e9"), "Grann, Pavel")

    found = identities([*three(), appearance(Member("5", "e1"), "Павел Гранн"), new], held)

    assert {"1", "3", "5"} <= {member.article for member in one_of(found, "1").members}


def test_that_a_surname_is_of_one_says_nothing_of_another_who_bears_it() -> None:
    names = (("Pavel Sarmanov", 1), ("Sarmanov", 3))
    brother = Appearance(Member("4", "e1"), "Pavel Sarmanov", "person", names)

    found = identities([*three(), brother], [judgement(1, "same", "Sarmanov", "Daulet Sarmanov")])

    assert one_of(found, "1") == one_of(found, "2") != one_of(found, "4")


def test_a_judgement_is_of_whoever_bears_the_name_among_others() -> None:
    names = (("President Dosbolatov", 1), ("Dosbolatov", 3))
    head = Appearance(Member("4", "e1"), "President Dosbolatov", "person", names)

    found = identities([*three(), head], [judgement(1, "same", "Dosbolatov", "Pavel Grann")])

    assert one_of(found, "3") == one_of(found, "4")


def test_different_parts_equal_names_by_article() -> None:
    articles = [appearance(Member(str(n), "e1"), "Daulet Sarmanov") for n in range(5)]
    apart = Judgement(
        1,
        "different",
        Party("Daulet Sarmanov", articles=("0", "1")),
        Party("Daulet Sarmanov", articles=("2", "3")),
    )

    found = identities(articles, [apart])

    assert one_of(found, "0") == one_of(found, "1")
    assert one_of(found, "2") == one_of(found, "3")
    assert one_of(found, "0") != one_of(found, "2")
    assert found.suggestions == ()


def test_different_holds_through_a_third() -> None:
    judged = [
        judgement(1, "different", "Pavel Grann", "Daulet Sarmanov"),
        judgement(2, "same", "Pavel Grann", "Sarmanov"),
    ]
    mayors = [
        appearance(Member("1", "e1"), "Daulet Sarmanov", roles=["mayor of Tarn"]),
        appearance(Member("2", "e1"), "Sarmanov", roles=["mayor of Tarn"]),
        appearance(Member("3", "e1"), "Pavel Grann"),
    ]

    found = identities(mayors, judged)

    assert one_of(found, "2") == one_of(found, "3") != one_of(found, "1")


def test_the_later_judgement_wins() -> None:
    judged = [
        judgement(1, "same", "Pavel Grann", "Sarmanov"),
        judgement(2, "different", "Sarmanov", "Pavel Grann"),
    ]

    assert one_of(identities(three(), judged), "3") != one_of(identities(three(), judged), "2")
    back = [judgement(3, "withdraw", withdrawn=2)]
    found = identities(three(), [*judged, *back])
    assert one_of(found, "3") == one_of(found, "2")


def test_a_name_that_a_person_chose_is_shown() -> None:
    found = identities(three(), [judgement(1, "rename", "Pavel Grann", name="P. Grann the elder")])

    assert one_of(found, "3").name == "P. Grann the elder"
    assert one_of(found, "1").name == "Daulet Sarmanov"


def test_the_id_stays_when_articles_are_added() -> None:
    before = {one.members[0]: one.id for one in identities(three(), []).identities}
    more = [appearance(Member(f"0{n}", "e1"), "Даулет Сарманов") for n in range(3)]

    after = identities([*more, *three()], [])

    assert one_of(after, "1").id == before[Member("1", "e1")]
    assert len({one.id for one in after.identities}) == len(after.identities)


# --- whatever the case ---

NAMES = (
    "Daulet Sarmanov", "Sarmanov", "D. Sarmanov", "Даулет Сарманов", "Pavel Sarmanov", "Sarmanova",
    "Ivan Dorsky", "Ivan Petrovich Dorsky", "Ivan Ivanovich Dorsky", "Dorsky", "Иван Дорский",
    "Orvan Canal Board", "Tarn",
)  # fmt: skip
ROLES = ("mayor of Tarn", "mayor", "footballer", "president of Lorha", "deputy")
VERDICTS: tuple[Verdict, ...] = ("same", "different")
KINDS = ("person", "person", "person", "organisation", "group", "place")


@st.composite
def appearances(draw: st.DrawFn) -> list[Appearance]:
    found = []
    for number in range(draw(st.integers(1, 14))):
        article = draw(st.integers(0, 7))
        found.append(
            Appearance(
                Member(f"a{article}", f"e{number}"),
                draw(st.sampled_from(NAMES)),
                cast(EntityType, draw(st.sampled_from(KINDS))),
                roles=tuple(draw(st.lists(st.sampled_from(ROLES), max_size=2))),
                outlet=draw(st.sampled_from(("Tarn Today", "the Courier", None))),
                published=draw(st.sampled_from(("2024-01-02", "2024-03-04", None))),
            )
        )
    return found


@st.composite
def judged(draw: st.DrawFn) -> list[Judgement]:
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(VERDICTS), st.sampled_from(NAMES), st.sampled_from(NAMES)),
            max_size=4,
        )
    )
    return [
        judgement(number, verdict, one, other)
        for number, (verdict, one, other) in enumerate(pairs, 1)
    ]


@given(appearances(), judged(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_does_not_matter(
    given_: list[Appearance], held: list[Judgement], random: Random
) -> None:
    mixed = list(given_)
    random.shuffle(mixed)

    assert identities(given_, held) == identities(mixed, held)


@given(appearances(), judged())
@settings(max_examples=60, deadline=None)
def test_each_member_is_in_one_identity_by_a_tree_of_joins(
    given_: list[Appearance], held: list[Judgement]
) -> None:
    found = identities(given_, held)

    members = [member for one in found.identities for member in one.members]
    assert sorted(members) == sorted(one.member for one in given_)
    assert len({one.id for one in found.identities}) == len(found.identities)
    for identity in found.identities:
        assert len(identity.joins) == len(identity.members) - 1
        ends = {end for join in identity.joins for end in (join.one, join.other)}
        assert ends <= set(identity.members)


@given(appearances(), judged(), st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=60, deadline=None)
def test_the_last_judgement_always_holds(
    given_: list[Appearance], held: list[Judgement], one: str, other: str
) -> None:
    if one == other:
        return
    for verdict in VERDICTS:
        last = judgement(len(held) + 1, verdict, one, other)
        found = identities(given_, [*held, last])
        owner = {member: each.id for each in found.identities for member in each.members}
        mine = {owner[each.member] for each in given_ if each.name == one}
        theirs = {owner[each.member] for each in given_ if each.name == other}
        if verdict == "same":
            assert len(mine | theirs) <= 1
        elif one.casefold() != other.casefold():
            assert mine.isdisjoint(theirs)


@given(appearances(), judged(), st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=60, deadline=None)
def test_to_withdraw_restores(
    given_: list[Appearance], held: list[Judgement], one: str, other: str
) -> None:
    number = len(held) + 1
    undone = [
        judgement(number, "same", one, other),
        judgement(number + 1, "withdraw", withdrawn=number),
    ]

    assert identities(given_, [*held, *undone]) == identities(given_, held)
