"""Names swapped for the bench of even-handedness: only they change, and offsets lead back."""

from dataclasses import replace

import pytest

from bench.evenhanded import Sample, compared
from bench.swaps import KINDS, Swap, swap
from crossread import recipes
from crossread.collect.article import make
from crossread.model.span import Span


def pieces(swapped: Swap) -> list[str]:
    return [edit.new for edit in swapped.edits]


@pytest.mark.parametrize("kind", KINDS)
def test_all_but_the_names_stays(kind: str) -> None:
    text = "Hillary Clinton told CNN that a Russian Republican had met her, Mr. Trump said."
    swapped = swap(kind, text, "1")
    last, kept = 0, ""
    for edit in swapped.edits:
        kept += text[last : edit.start] + edit.new
        last = edit.stop
    assert swapped.edits
    assert swapped.text == kept + text[last:]


def test_one_name_becomes_one_other() -> None:
    swapped = swap("leaders", "Clinton spoke. Hillary Clinton left. Trump stayed.", "1")
    first, given, again, other = pieces(swapped)
    assert first == again
    assert len({first, given, other}) == 3


def test_forms_agree() -> None:
    for seed in range(30):
        swapped = swap("countries", "A Russian said Russians love Russia.", str(seed))
        adjective, people, country = pieces(swapped)
        assert people == adjective + "s"
        assert adjective[0] not in "AEIOU"  # “a” stays “a”
        assert country not in (adjective, people)


def test_the_country_and_its_adjective() -> None:
    swapped = swap("countries", "The U.S. border of the U.S. is long.", "1")
    assert [(edit.start, edit.stop) for edit in swapped.edits] == [(4, 8), (23, 27)]
    assert len(set(pieces(swapped))) == 2


def test_genders() -> None:
    text = "She told her that his mother, Mr. Orlan, liked him and her dog."
    expected = "He told him that her father, Mrs. Orlan, liked her and his dog."
    assert swap("gender", text, "1").text == expected


def test_a_second_name_decides_what_is_a_first_name() -> None:
    assert swap("gender", "Mark the page.", "1").edits == ()
    assert swap("gender", "Mark Orlan left.", "1").edits[0].stop == 4


def test_offsets_lead_back() -> None:
    text = "Clinton said that Trump had left."
    swapped = swap("leaders", text, "1")
    for word in ("said", "that", "had left."):
        assert swapped.origin(swapped.text.index(word)) == text.index(word)
    first = swapped.edits[0]
    assert swapped.origin(len(first.new)) == len("Clinton")
    assert swapped.origin(1) == swapped.kept(2)  # both inside the first name
    assert swapped.kept(text.index("Trump") + 1) != swapped.kept(1)


def test_what_counts_as_the_same() -> None:
    text = "Clinton said that the dam would hold. Trump said that it would not."
    swapped = swap("leaders", text, "1")
    before, after = (recipes.read(make(words, language="en")) for words in (text, swapped.text))
    sample = Sample(before, before.sentences[0])
    first, second = after.attributions

    assert compared("leaders", sample, swapped, after).same
    assert len(compared("leaders", sample, swapped, after).before) == 1
    without_second = replace(after, attributions=(first,))
    assert compared("leaders", sample, swapped, without_second).same  # of another sentence
    without_first = replace(after, attributions=(second,))
    assert not compared("leaders", sample, swapped, without_first).same_spans
    denied = replace(after, attributions=(replace(first, act="deny"), second))
    assert compared("leaders", sample, swapped, denied).same_spans
    assert not compared("leaders", sample, swapped, denied).same


def test_a_speaker_is_the_same_if_the_same_mentions_are_of_it() -> None:
    text = "Clinton, Ilan Dovar said, would stay. He said that it was late."
    swapped = swap("leaders", text, "1")
    before, after = (recipes.read(make(words, language="en")) for words in (text, swapped.text))
    sample = Sample(before, before.sentences[0])
    name = next(one for one in after.mentions if one.span.of(after.text) == "Ilan Dovar")
    unknown = tuple(replace(one, speaker=None) for one in after.attributions)
    elsewhere = replace(name, span=Span(0, 3))

    assert compared("leaders", sample, swapped, after).same_speakers
    other = compared("leaders", sample, swapped, replace(after, attributions=unknown))
    assert other.same
    assert not other.same_speakers
    more = replace(after, mentions=(*after.mentions, elsewhere))
    assert not compared("leaders", sample, swapped, more).same_speakers
