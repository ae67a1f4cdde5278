"""Small articles about invented places, as files: for tests that need many."""

from pathlib import Path

ARTICLE = """{place} to rebuild its harbour wall

{day} May 2021

The wall of {place} will hold for {years} years, the harbour master, Ivo Trent, said on Monday.

“We have tested it twice,” said {mayor}, the mayor. According to {place} Council, the work
cost {years} million crowns. {mayor} denied that the engineers had warned her of a crack.
"""
PLACES = ("Port Ansel", "Lower Quay", "Brindle", "Saint Orsa", "Varrow")
MAYORS = ("Vera Holm", "Anna Ray", "Odile Brandt")


def write(folder: Path, count: int, *, start: int = 0) -> Path:
    """Writes articles into a folder, each different, and gives the folder."""
    folder.mkdir(exist_ok=True)
    for number in range(start, start + count):
        text = ARTICLE.format(
            place=PLACES[number % len(PLACES)],
            mayor=MAYORS[number % len(MAYORS)],
            day=1 + number % 28,
            years=number + 2,
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder
