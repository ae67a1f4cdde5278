"""What is less sure than asked is left out, and what hangs on it; the rest is as it was."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.model.attribution import Attribution
from crossread.model.check import problems
from crossread.model.facts import Event, Tie
from crossread.model.likely import likely
from crossread.model.reading import Reading
from crossread.model.span import Span
from tests.model.strategies import readings
from tests.store.made import said

SAID = said("Vera Holm", "Ivo Trent warned that the quay is shut")
(OUTER,) = SAID.attributions
INNER = Attribution("a2", (Span(32, 48),), source=(Span(15, 24),), inside="a1", score=0.8)


def made(outer: float | None, inner: float | None = 0.8) -> Reading:
    items = (replace(OUTER, score=outer), replace(INNER, score=inner))
    return replace(
        SAID,
        attributions=items,
        ties=tuple(Tie("e1", "leads", "e1", Span(0, 4), claimed_by=by) for by in ("a1", None)),
        events=tuple(Event(Span(0, 4), "shut", claimed_by=by) for by in ("a1", "a2", None)),
    )


def test_what_is_likely_enough_stays_as_it_is() -> None:
    for reading, least in ((made(0.3), 0.3), (made(None, None), 1.0), (made(0.0, 0.0), 0.0)):
        assert likely(reading, least) is reading


def test_a_report_inside_one_that_was_left_out_stands_alone() -> None:
    kept = likely(made(0.3), 0.5)

    assert kept.attributions == (replace(INNER, inside=None),)


def test_what_one_left_out_would_claim_is_not_said_by_the_outlet() -> None:
    kept = likely(made(0.3), 0.5)

    assert [tie.claimed_by for tie in kept.ties] == [None]
    assert [event.claimed_by for event in kept.events] == ["a2", None]


def test_names_and_text_stay() -> None:
    kept = likely(made(0.3, 0.1), 0.5)

    assert kept.attributions == ()
    assert (kept.article, kept.entities, kept.sentences) == (
        SAID.article,
        SAID.entities,
        SAID.sentences,
    )


@given(reading=readings(), least=st.floats(0, 1))
def test_nothing_becomes_unsound(reading: Reading, least: float) -> None:
    kept = likely(reading, least)

    wrong = {problem.problem for problem in problems(reading)}
    assert {problem.problem for problem in problems(kept)} <= wrong
    assert all(item.score is None or item.score >= least for item in kept.attributions)
    left_out = len(reading.attributions) - len(kept.attributions)
    scores = [item.score for item in reading.attributions if item.score is not None]
    assert left_out == sum(score < least for score in scores)
