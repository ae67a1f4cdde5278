"""Who wrote a page, from a line that says so: “By Ada Brook and Tom Quay, Staff writers”.

What leads to a name is in the tables bylines, what writers are called in posts, and the
capitalised words of menus that no one is called by in notnames.
"""

import re
from functools import cache

from crossread.languages.dates import dates_in
from crossread.languages.language import words_of_all

LONGEST = 200  # characters of a byline
MOST_NAMES = 8
PARTICLES = "de da di du del della dos van von der den la le el al bin ibn ben abu ter y e"
NAME_WORD = r"(?:[^\W\d_][^\W\d_]*(?:['’ʼ\-][^\W\d_]+)*\.?)"
NAME = re.compile(rf"{NAME_WORD}(?:[\s\xa0]{NAME_WORD}){{0,4}}")
BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\||/|•|·|\band\b|\bи\b|\bта\b|\bі\b|\bй\b|\bжәне\b)\s*")
BETWEEN_PARTS = re.compile(r"\s*(?:\||/|•|·|\s[-–—]\s|;|\t)\s*")
END = re.compile(r"\s+(?:for|in|at|of|from|with|via)\s.*$|\s*\(.*$|\s*<.*$|\s*@.*$")


def byline_names(line: str, *, marked: bool = False) -> tuple[str, ...]:
    """The names in a byline, none if the line is not one.

    A name alone counts too: “Ada Brook.” That is only a byline where the line stands in a
    masthead, which the caller must know. A line is `marked` if the page's markup calls it a
    byline: then names may lead it, “Ada Brook and Tom Quay, in the Assembly”.
    """
    line = " ".join(line[:LONGEST].split())
    rest = behind_label(line)
    if rest is None and not marked:
        return alone(line)
    least = 2 if rest is None else 1
    for part in BETWEEN_PARTS.split(without_date(line if rest is None else rest)):
        if names := names_in(part, least=least):
            return names
    return ()


def behind_label(line: str) -> str | None:
    """What follows “By”, “Author:” or “Автор:” at the start of a line."""
    for label in labels():
        if line[: len(label)].lower() == label:
            # “By” needs no colon, but “Text messages …” is no byline.
            sign = re.match(r"\s*[:：—–-]\s*|\s+(?=[^\W\d_a-zа-яёіїєґ])", line[len(label) :])
            if sign:
                return line[len(label) + sign.end() :]
    return None


def without_date(line: str) -> str:
    dates = dates_in(line)
    return line[: dates[0].start] if dates else line


def alone(line: str) -> tuple[str, ...]:
    names = names_in(line, least=2)
    return names if sum(len(name) for name in names) >= len(line) - 5 * len(names) else ()


def names_in(part: str, *, least: int) -> tuple[str, ...]:
    """The names that a part of a byline is made of; none if anything else stands there."""
    names: list[str] = []
    for piece in BETWEEN_NAMES.split(part):
        name = END.sub("", piece).strip(" .,:–—-")
        if not name or name.lower() in posts():
            continue
        if not is_name(name, least=least):
            break
        names.append(name)
        least = max(least, min(2, len(name.split())))  # “Ada Brook, Stavna”: no second writer
    return tuple(names[:MOST_NAMES])


def is_name(text: str, *, least: int) -> bool:
    """Two to five capitalised words, none of which is one of a menu."""
    if not NAME.fullmatch(text) or len(text) > 60:
        return False
    words = [word for word in text.split() if word.lower() not in PARTICLES.split()]
    if not least <= len(words) <= 5 or not words or not text[0].isupper():
        return False
    plain = {word.lower().strip(".") for word in words}
    capitals = all(word[0].isupper() for word in words)
    return capitals and not plain & not_names() and any(len(word) > 2 for word in words)


@cache
def labels() -> tuple[str, ...]:
    """The longest first, so that “text by” is found before “text”."""
    return tuple(sorted(words_of_all("bylines"), key=lambda label: (-len(label), label)))


def posts() -> frozenset[str]:
    return words_of_all("posts")


def not_names() -> frozenset[str]:
    return words_of_all("notnames")
