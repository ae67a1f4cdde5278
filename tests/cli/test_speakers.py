"""Who is quoted most, as a terminal shows it."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from crossread.cli.speakers import quoted_most, speakers_json
from crossread.store.speakers import Doubted, Speakers
from tests.people import MASTER, ORVALINE

FOUND = Speakers(
    first=((MASTER, 12), (ORVALINE, 1)),
    speakers=5,
    known=20,
    unknown=4,
    anonymous=1,
    sourceless=3,
    suggestions=2,
    doubted=(Doubted("i3f2", "Taskyn Orvalin", "i77a", "T. Orvaline"),),
)


def shown(width: int) -> list[str]:
    out = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    quoted_most(out, FOUND, named=None)
    assert isinstance(out.file, StringIO)
    return out.file.getvalue().splitlines()


def test_speakers_stand_with_their_other_names_and_what_is_unknown() -> None:
    text = " ".join(" ".join(shown(100)).split())

    assert "Taskyn Orvalin 12 ━━━━━━━━━━━━ also: Таскын Орвалин" in text
    assert "… and 3 more" in text
    assert "Who spoke is known for 20 of 28 statements. Of the others, 4 have a source" in text
    assert "In doubt: 2 pairs of names may be one Taskyn Orvalin / T. Orvaline" in text
    assert "who i3f2 … and 1 more" in text


@pytest.mark.parametrize("width", [40, 60])
def test_it_fits_a_narrow_terminal(width: int) -> None:
    lines = shown(width)

    assert [line for line in lines if cell_len(line) > width] == []
    assert any("also:" in line for line in lines)


def test_json_has_the_names_and_the_counts() -> None:
    value = speakers_json(FOUND)

    assert value["speakers"] == 5
    assert value["unknown"] == 4
    assert value["first"] == [
        {
            "id": identity.id,
            "name": identity.name,
            "type": "person",
            "statements": count,
            "names": [named.name for named in identity.names],
        }
        for identity, count in FOUND.first
    ]
