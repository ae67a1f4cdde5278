"""Bytes to text: the encoding is told from the bytes themselves, the text is not changed.

Evidence in order: a byte-order mark; signs of a file that is no text; the zeros of UTF-16 and
UTF-32; UTF-8, which other encodings hardly ever resemble; then letter by letter, which of the
old one-byte encodings gives likelier words. Libraries guess the last from longer text; a short
Russian line in windows-1251 or KOI8-R needs the evidence of letters and of capitals.
"""

import codecs
import re

from charset_normalizer import from_bytes

from crossread.collect.letters import likelihood

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files that are no text begin, and what they are.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)

SAMPLE = 65_536  # bytes that are enough to tell
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# The encodings of one byte a letter, and how much likelier than the first each must look: the
# last are seldom met, and with them any short word can be read as some other word.
ONE_BYTE: tuple[tuple[str, float], ...] = (
    ("cp1252", 0.0),
    ("cp1251", 0.0),
    ("koi8-r", 0.5),
    ("koi8-u", 2.0),
    ("kz1048", 3.0),
    ("cp866", 8.0),
    ("iso8859-5", 8.0),
    ("mac-cyrillic", 12.0),
)
UNLIKELY = -5.0  # mean likelihood of a letter below which none of them gives words
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What running text in a wide encoding is made of: European scripts, punctuation, signs of money.
USUAL = re.compile("[\t\n\r -~\xa0-\u058f\u1e00-\u1fff\u2010-\u2044\u20a0-\u20bf\u2116\ufeff]")


def decode(data: bytes) -> str:
    """The text of a file. Raises ValueError, with the reason, if it is no text."""
    name, mark = encoding(data)
    return data[mark:].decode(name, "replace")


def encoding(data: bytes) -> tuple[str, int]:
    """The name of the encoding, and how many bytes its mark takes. Raises ValueError."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name, len(mark)
    if what := binary(data):
        raise ValueError(f"{what}, not text")
    if guess := wide(data):
        return guess, 0
    if CONTROLS.search(data[:SAMPLE]):
        check_controls(data[:SAMPLE])
    return ("utf-8" if is_utf8(data) else one_byte(data)), 0


def binary(data: bytes) -> str | None:
    """What kind of file this is, if it is one that holds no plain text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            return what
    return "a picture or film" if data[4:8] == b"ftyp" else None


def wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: decoded so, it is made of usual letters."""
    sample = data[: SAMPLE // 4 * 4]
    if b"\0" not in sample and not alternates(sample):
        return None
    for name in reversed(WIDE):
        size = 4 if "32" in name else 2
        if len(data) % size or not data:
            continue
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue  # also where the sample ends inside a pair: that is an unusual text
        if len(USUAL.findall(text)) >= 0.9 * len(text):
            return name
    return None


def alternates(sample: bytes) -> bool:
    """Cyrillic words in UTF-16 have no zeros, but every second byte is 4."""
    return max(sample[::2].count(4), sample[1::2].count(4)) > len(sample) // 4


def check_controls(sample: bytes) -> None:
    if b"\0" in sample:
        raise ValueError("binary data (it holds zero bytes), not text")
    if len(CONTROLS.findall(sample)) > 0.01 * len(sample):
        raise ValueError("binary data (it is full of control characters), not text")


def is_utf8(data: bytes) -> bool:
    """True for UTF-8, even with a few broken bytes, such as a download leaves behind."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:SAMPLE].decode("utf-8", "replace")
        wrong = sample.count("\N{REPLACEMENT CHARACTER}")
        # In another encoding hardly any letters stand as they do in UTF-8.
        return 4 * wrong <= sum(char > "\x7f" for char in sample)
    return True


def one_byte(data: bytes) -> str:
    """The likeliest of the encodings with one byte a letter."""
    sample = data[:SAMPLE]
    beyond = sum(byte > 0x7F for byte in sample) or 1  # all may stand behind the sample
    scores = {
        name: likelihood(sample.decode(name, "replace")) - penalty / beyond
        for name, penalty in ONE_BYTE
    }
    name = max(scores, key=lambda name: scores[name])
    if scores[name] < UNLIKELY and beyond > 20:
        name = other(sample) or name
    return name if name != "cp1252" or decodes(data, "cp1252") else "latin-1"


def other(sample: bytes) -> str | None:
    """What charset-normalizer says, for scripts that are neither Latin nor Cyrillic."""
    best = from_bytes(sample).best()
    return best.encoding if best else None


def decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
