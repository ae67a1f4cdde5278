"""Where in a text the words stand that were looked for, spelt as they may be."""

import re

from rich.text import Text

from crossread.store.search import fold

WORD = re.compile(r"\w+(?:['’]\w+)*")
STYLE = "bold reverse"


def emphasised(text: str, words: str) -> Text:
    """The text with each word that was looked for made to stand out."""
    shown = Text(text)
    asked = [(fold(m[0]), words.startswith("*", m.end())) for m in WORD.finditer(words)]
    whole = {word for word, open_end in asked if not open_end}
    begun = tuple(word for word, open_end in asked if open_end)
    for found in WORD.finditer(text):
        folded = fold(found[0])
        if folded in whole or folded.startswith(begun):
            shown.stylize(STYLE, *found.span())
    return shown
