"""Lines that lead away from a story: “Read also”, “Subscribe”, “Comments (306)”.

The phrases are in the tables leads (how such a line begins) and calls (what it says anywhere),
of all languages at once: a page in one may have the furniture of another.
"""

import re
from typing import Final

from crossread.languages.language import pairs_of_all

LONGEST: Final = 400  # characters of a line that leads away
MARKS: Final = " :.…!?»>→|—–-,"
COUNTER: Final = re.compile(r"\s*\(?\d[\d ,.]{0,12}k?\)?$")
LAST: Final = re.compile(r"(?<=[.!?…:])\s+")
# Leads that are a word as any other, unless they stand alone or before a mark.
ALONE: Final = frozenset(("related", "photo", "share", "source", "comments", "tags"))
OVER: Final = frozenset(("related", "comments"))


def lead(text: str) -> str | None:
    """Where a line leads that begins, or ends, with one of the leads of any language."""
    if len(text) > LONGEST:
        return None
    line = plain(text)
    words = line.split(maxsplit=5)[:5]
    for count in range(len(words), 0, -1):
        start = " ".join(words[:count])
        bare = start.rstrip(MARKS)
        where = pairs_of_all("leads").get(bare)
        alone = bare != start or bare == line.rstrip(MARKS)
        if where and (alone or where not in ALONE):
            return where
    last = LAST.split(line)[-1].strip(MARKS)
    return "subscribe" if last != line and pairs_of_all("leads").get(last) == "subscribe" else None


def plain(text: str) -> str:
    """The first line, without case, bullets and counters: “• COMMENTS (306)” → “comments”."""
    line = text.lstrip("([{-–—•>»|_* \n").lower().partition("\n")[0].replace("’", "'")
    return COUNTER.sub("", line)


def call(text: str) -> str | None:
    """What a line is that says one of the calls of any language."""
    line = " ".join(text.lower().split()) if len(text) <= LONGEST else ""
    return next((where for phrase, where in pairs_of_all("calls").items() if phrase in line), None)


def stands_over_rest(text: str) -> bool:
    """True of a line that stands over what follows a story: “Related”, “Comments”."""
    return len(text) <= LONGEST and pairs_of_all("leads").get(plain(text).rstrip(MARKS)) in OVER
