"""What went wrong with a document is said in one sentence that says what to do."""

import pytest

from crossread.collect.documents import Document
from crossread.errors import CrossreadError
from crossread.run.local import explained, sentence
from crossread.run.pool import Bounds, Trouble

BOUNDS = Bounds(seconds=60, megabytes=2000)


def test_where_no_process_starts_reading_ends_at_once() -> None:
    with pytest.raises(CrossreadError, match="no process to read with can be started"):
        explained(Document("a.txt", "text"), Trouble("start"), BOUNDS)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (
            Trouble("time"),
            "takes longer than 60 seconds to read; set CROSSREAD_MAX_SECONDS to allow more",
        ),
        (
            Trouble("memory"),
            "needs more memory than 2000 MB to read; set CROSSREAD_MAX_MEMORY to allow more",
        ),
        (Trouble("died"), "the process that read it came to a sudden end; try it again"),
        (
            Trouble("fault", "ValueError: no"),
            "a fault in Crossread kept it from being read (ValueError: no); report it",
        ),
    ],
)
def test_trouble_is_said_in_a_sentence(trouble: Trouble, words: str) -> None:
    assert sentence(trouble, BOUNDS) == words
