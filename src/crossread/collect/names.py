"""Names of authors as markup states them → names: “By ADA BROOK, Staff writer” → “Ada Brook”.

Markup holds what an editor typed: labels, posts, agencies, addresses, several people in one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from crossread.languages.bylines import behind_label, posts

LONGEST: Final = 300  # characters of one entry
MOST: Final = 20
ADDRESS: Final = re.compile(r"\S*@\S+|https?://\S+|www\.\S+|\([^)]*\)|<[^>]*>")
STRONG: Final = re.compile(r"\s+[|–—-]\s+|\|")  # what follows is a house, not a colleague
BETWEEN: Final = re.compile(
    r"\s*(?:,|;|&|/|•|·|\t|\b(?:and|with|и|та|і|й|және|und|et|y)\b(?=\s))\s*"
)
LABEL: Final = re.compile(r"^\s*(?:[a-z]+\s+by|by|текст|автор|author)\s*[:：]?\s+", re.I)
TAIL: Final = re.compile(r"\s+(?:for|at|of|from|via)\s.*$|\.\s+(?=[A-ZА-Я]\w+\s\w+).*$")
NOBODY: Final = frozenset(
    """admin administrator editor editors editorial redaction redactor staff newsroom webmaster
    user guest anonymous author unknown none null undefined root superuser staffreport staffreports
    редакция редактор админ администратор автор редакція адмін әкімші""".split()
)
WORD: Final = re.compile(r"\w+")
DIGIT: Final = re.compile(r"\d")
LETTER: Final = re.compile(r"[^\W\d_]")


def cleaned(entries: Iterable[str], outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """The names in some entries, each once, without those that are the outlet's."""
    houses = [words for words in map(spoken, outlets) if words]
    found: dict[str, str] = {}
    for entry in entries:
        for name in split(entry[:LONGEST]):
            key = plain(name)
            if key and key not in NOBODY and not is_house(spoken(name), houses):
                found.setdefault(key, name)
    return tuple(found.values())[:MOST]


def plain(name: str) -> str:
    return "".join(LETTER.findall(name)).lower()


def spoken(name: str) -> list[str]:
    return [word for word in WORD.findall(name.lower()) if word != "the"]


def is_house(words: list[str], houses: Iterable[list[str]]) -> bool:
    """“Example News Desk”, or only “Example”, is nobody's name in Example News."""
    return any(set(words) <= set(house) or words[: len(house)] == house for house in houses)


def split(entry: str) -> Iterator[str]:
    """“By Ada Brook and T. Quay, Staff writers | Example” → Ada Brook, T. Quay."""
    entry = ADDRESS.sub(" ", entry)
    entry = behind_label(entry.strip()) or LABEL.sub("", entry)
    parts = [part for part in STRONG.split(entry) if part.strip()]
    for number, piece in enumerate(BETWEEN.split(parts[0] if parts else "")):
        name = TAIL.sub("", " ".join(piece.split())).strip(" .,:;–—-_\"'«»“”")
        name = with_stop(name, piece)
        if not LETTER.search(name) or DIGIT.search(name) or is_post(name) or is_login(name):
            continue
        # A single word is a name where it stands alone: “Reuters”; after a name it is a house.
        if number and " " not in name:
            continue
        yield name.title() if name.isupper() and " " in name else name


def with_stop(name: str, piece: str) -> str:
    """Gives back the full stop of “Brook Jr.” and “А. А.”."""
    stops = piece.strip().startswith(name + ".") and re.search(r"(?:^|\s|\.)\w{1,2}$", name)
    return name + "." if stops else name


def is_post(name: str) -> bool:
    """“Staff writer”, “AP Auto Writer”, “Editor-at-large of politics”."""
    return not posts().isdisjoint((name.lower(), *re.split(r"[\s-]+", name.lower())))


def is_login(name: str) -> bool:
    """“jdoe_17”, “webteam”: one word without a capital, in a script that has them."""
    return " " not in name and name == name.lower() != name.upper()
