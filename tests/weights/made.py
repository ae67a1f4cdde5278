"""Words made for tests: of a text, as the tagger sees it, and by hand."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from crossread.collect.article import make
from crossread.model.reading import Reading
from crossread.pipeline import Pipeline
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences
from crossread.weights.dress import LOWER, OUTSIDE, PARAGRAPH, SENTENCE, SPACED
from crossread.weights.named import GOES_ON, NO
from crossread.weights.tagger import FILES
from crossread.weights.words import Vocabulary, Words, words
from tests.stages.test_attributions import Lines

PIPELINE = Pipeline("test", [Lines(), Sentences(), Quotations()])


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(Path(str(FILES)) / "pieces.txt")


def read(text: str) -> Reading:
    """A text whose every line is a paragraph, up to its quotations."""
    return PIPELINE(make(text, language="en"))


def seen(text: str) -> Words:
    return words(read(text), vocabulary())


def sight(found: Words) -> list[tuple[object, ...]]:
    """All that the network is told for the roles, where a name is one token."""
    units = found.units()
    return [
        (found.pieces[t], found.shown(t), found.quoted[t], found.before[t], units[t])
        for t in range(len(found))
        if found.pieces[t]
    ]


def plain(*sentences: Sequence[int], paragraphs: frozenset[int] = frozenset({0})) -> Words:
    """Words by the number of pieces of each token, a list a sentence.

    The sentences at the places `paragraphs` begin one.
    """
    found = Words()
    for number, sizes in enumerate(sentences):
        for place, size in enumerate(sizes):
            start = 2 * len(found)
            found.starts.append(start)
            found.stops.append(start + 1)
            found.pieces.append((1000,) * size)
            found.spelled.append((1000,))
            found.named.append(NO if size else GOES_ON)
            found.dress.append(LOWER)
            found.quoted.append(OUTSIDE)
            first = PARAGRAPH if number in paragraphs else SENTENCE
            found.before.append(SPACED if place else first)
        found.bounds.append(len(found))
    return found
