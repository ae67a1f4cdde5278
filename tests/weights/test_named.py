"""Named: marked cases, and that which name stands in a text changes nothing."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.languages.language import ENGLISH
from crossread.model.span import Span
from crossread.weights.named import BEGINS, GOES_ON, LONGEST, NO, SUFFIXES, always, ordinary
from tests.marks import cases, mark, unmark
from tests.weights.made import seen, sight


def marked(text: str) -> str:
    found = seen(text)
    spans: list[Span] = []
    for token, name in enumerate(found.named):
        if name == BEGINS:
            spans.append(found.span(token, token + 1))
        elif name == GOES_ON:
            spans.append(Span(spans.pop().start, found.stops[token]))
    return mark(text, [("name", span) for span in spans])


@pytest.mark.parametrize("line", cases("named.en.txt"))
def test_named(line: str) -> None:
    text, _ = unmark(line)

    assert marked(text) == line


def test_cases_are_many() -> None:
    assert len(cases("named.en.txt")) >= 100


def plainly(name: str) -> bool:
    """True of a word that can only be a name, wherever it stands."""
    word = name.lower()
    known = ordinary() | always() | ENGLISH.words("particles") | ENGLISH.words("abbreviations")
    return not (word in known or f"{word}." in known or word.endswith(SUFFIXES))


NAMES = st.one_of(
    st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True),
    st.from_regex(r"[A-ZÀ-ÖŞŻ][a-zà-öşż]{3,9}", fullmatch=True),
    st.from_regex(r"[А-ЯҚҰ][а-яқұ]{3,9}", fullmatch=True),
    st.from_regex(r"[A-Z]{4,8}", fullmatch=True),
    st.sampled_from(["Russia", "Ukraine", "China", "Israel", "Republicans", "Merkel", "Qatar"]),
).filter(plainly)

TEMPLATES = (
    "{0} said the dam would hold, and {1} denied it.",
    "“{0} has lost,” said the old mayor of {1}. “So be it.”",
    "He said: “{0} lost.” Later {1} {0} left for {1}.",
    "Mr. {0}, the mayor of {1}, told the {0} {1} of it.",
    "Mayor Says {0} Will Rebuild the Harbour\nThe {0}-{1} talks on the dam failed.",
    "Nobody in the {0} of {1} knew that {0}’s aide and {1} & {0} had left.",
    "In Jan. {0} J. {1} met A.B. van der {0} of the old {1}-based firm.",
)
PAIRS = st.lists(NAMES, min_size=2, max_size=2, unique=True)


@given(st.sampled_from(TEMPLATES), PAIRS, PAIRS)
@example(TEMPLATES[0], ["Orlan", "Tove"], ["Россия", "CHINA"])
def test_a_name_for_another_changes_nothing_seen(
    template: str, names: list[str], others: list[str]
) -> None:
    one, other = seen(template.format(*names)), seen(template.format(*others))

    assert one.pieces == other.pieces
    assert [one.shown(t) for t in range(len(one))] == [other.shown(t) for t in range(len(other))]
    assert one.units() == other.units()
    assert one.bounds == other.bounds
    assert any(one.named)


@given(st.sampled_from(TEMPLATES[:4]), PAIRS, st.lists(NAMES, min_size=1, max_size=3))
def test_nor_does_a_longer_name(template: str, names: list[str], longer: list[str]) -> None:
    """All that is not told apart is said of the whole name: how many words it has is not."""
    rest = " and on the same day in the old port nobody there knew what had then become of it"
    template = template.replace(".", rest + ".").replace("Mr" + rest, "Mr")
    one = seen(template.format(*names))
    other = seen(template.format(" ".join(longer), names[1]))

    assert sight(one) == sight(other)


TOKENS = st.sampled_from(
    "Orlan TOVE J . & - ’ ' van der al the The of “ ” \" : — , U.S. said dam I Mr. \n".split(" ")
)


@given(st.lists(TOKENS, max_size=40), st.sampled_from(["", " "]))
def test_names_never_leave_their_sentence(tokens: list[str], gap: str) -> None:
    found = seen(gap.join(tokens))

    for place, name in enumerate(found.named):
        if name == GOES_ON:
            assert place not in found.bounds
            assert found.named[place - 1] != NO


def test_a_page_of_capitals_is_no_single_name() -> None:
    found = seen("Orlan " * 1000)

    assert found.named.count(BEGINS) == 1000 / LONGEST


@given(st.text(max_size=60))
def test_what_has_no_capital_is_no_name(text: str) -> None:
    small = re.sub(r"\S", lambda sign: sign.group() if sign.group().islower() else "a", text)

    assert not any(seen(small).named)
