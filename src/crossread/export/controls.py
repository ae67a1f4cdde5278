"""What a page may hide in its text, made visible: control characters and forced directions.

A terminal obeys an escape sequence that an article holds, and both a terminal and a browser obey
a character that turns the direction of all that follows. So everything that is shown passes here.
The record itself keeps the page's own characters.
"""

DELETE, FIRST_PICTURE, DELETE_PICTURE = 0x7F, 0x2400, 0x2421
C0 = {code: chr(FIRST_PICTURE + code) for code in range(0x20)}  # ESC is shown as ␛
C1 = {code: f"‹U+{code:04X}›" for code in range(0x80, 0xA0)}  # U+009B starts a sequence, as ESC [
# Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9). The plain
# marks U+200E, U+200F and U+061C stay: honest right-to-left text needs them.
TURNS = {code: f"‹U+{code:04X}›" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
SURROGATES = {code: "\N{REPLACEMENT CHARACTER}" for code in range(0xD800, 0xE000)}
LINES = {0x0A: "\n", 0x09: "\t", 0x0D: "\r", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"}

VISIBLE = {**C0, DELETE: chr(DELETE_PICTURE), **C1, **TURNS, **SURROGATES, **LINES}


def visible(text: str) -> str:
    """The text with nothing in it that a terminal or a browser would obey.

    Line breaks and tabs stay; a lone carriage return, which would let a line be written over,
    becomes a line break.
    """
    return text.translate(VISIBLE).replace("\r\n", "\n").replace("\r", "\n")


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())
