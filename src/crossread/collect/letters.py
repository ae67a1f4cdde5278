"""How likely a text is, judged by its letters beyond ASCII: what a wrong encoding spoils first."""

import math
import re
import unicodedata
from functools import cache
from itertools import pairwise

from crossread.languages.language import LANGUAGES

WORD = re.compile(r"[^\W\d_]+")
BEYOND = re.compile(r"[^\x00-\x7f]")

# Logarithms of chances, a letter each. The ranks matter, not the figures.
SELDOM = -9.0  # a letter or sign that no language here uses: Ѓ, ¤, ║
BROKEN = -12.0  # what cannot stand in a text: a control, a sign for “no such letter”
SIGN = -3.0  # « » „ “ ” ’ – — … № § ° and the no-break space
ACCENT = -3.2  # é ü ñ
RARE_ACCENT = -5.5
TWO_SCRIPTS = -8.0  # “cafй”: one word, two alphabets
ODD_CAPITALS = -4.0  # “пРИВЕТ”: Russian read in the wrong one of its encodings
UNHEARD = -4.0  # letters that do not follow each other in Russian: “ЫЕАЕМЭ” for “щебень”
INVERTED = -2.0  # a letter of such a text
ONLY_ACCENTS = -1.0  # “Â â â”: as many letters with accents as without
ACCENT_AGAIN = -3.0  # “Ïðèâåò”: words hardly ever have two accents side by side
STRAY = -4.0  # a Cyrillic word of one or two letters in a Latin text
STUCK = -4.0  # “—овет”, “powiedzia³”: a sign that does not stand against a letter

LOOSE = re.compile(r"[^\W\d_][³²±¼½¾°§¿¡£€•©®™]|[–—…°£•©®§†·][^\W\d_]")
NOT_TOGETHER = re.compile(
    r"[аеёиоуыэюяі][ьъы]|(?<![^\W_])[ьъы]|[жшщчгкх]ы|[чщ]я|[аеёиоуыэюя]{3}|[бвгджзйклмнпрстфхцчшщ]{5}"
)
SIGNS = frozenset("«»„“”‘’‚–—…•№§°©®™€£\xa0\xad·¿¡†‹›¼½¾²³±×")
ACCENTS = frozenset("éèàçüöäßñóíáãõêâîôûïëåøæúùœ")


def likelihood(text: str) -> float:
    """The mean logarithm of the chance of each letter beyond ASCII; 0 where there is none."""
    beyond = len(BEYOND.findall(text))
    if not beyond:
        return 0.0
    latin = 3 * beyond < sum(char.isalpha() for char in text if char < "\x80")
    total = sum(of_word(word.group(), latin=latin) for word in WORD.finditer(text))
    total += sum(of_sign(char) for char in BEYOND.findall(text) if not char.isalpha())
    total += STUCK * len(LOOSE.findall(text))
    total += UNHEARD * len(NOT_TOGETHER.findall(text.lower()))
    if inverted(text[:1000]):
        total += INVERTED * beyond
    return total / beyond


def inverted(text: str) -> bool:
    """“ч АОЩК ОБ НЬТ!”: a sentence whose small letters and capitals changed places."""
    letters = [char for char in text if char.isalpha()]
    return (
        letters[:1] != []
        and letters[0].islower()
        and 2 * sum(map(str.isupper, letters)) > len(letters)
    )


def of_word(word: str, *, latin: bool) -> float:
    letters = BEYOND.findall(word)
    if not letters:
        return 0.0
    total = sum(of_letter(char) for char in letters)
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in word)
    if 0 < cyrillic < len(word):
        total += TWO_SCRIPTS * len(letters)
    elif cyrillic and latin and len(word) < 3:
        total += STRAY * len(letters)
    if not (word.islower() or word.isupper() or word[1:].islower()):
        total += ODD_CAPITALS * len(letters)
    if not cyrillic:
        total += 0.0 if latin else ONLY_ACCENTS * len(letters)
        pairs = pairwise(word)
        total += ACCENT_AGAIN * sum(left > "\x7f" and right > "\x7f" for left, right in pairs)
    return total


def of_letter(char: str) -> float:
    lower = char.lower()
    if lower in ACCENTS:
        return ACCENT
    if "Ѐ" <= char <= "ӿ":
        return cyrillic_letters().get(lower, SELDOM)
    return RARE_ACCENT if "À" <= char <= "ſ" else SELDOM


def of_sign(char: str) -> float:
    if char in SIGNS:
        return SIGN
    broken = char == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(char)[0] == "C"
    return BROKEN if broken else SELDOM


@cache
def cyrillic_letters() -> dict[str, float]:
    """How often each letter stands in the Cyrillic languages that have a table of letters."""
    counts: dict[str, float] = {}
    for language in LANGUAGES.values():
        for letter, count in language.pairs("letters").items():
            counts[letter] = max(float(count), counts.get(letter, 0.0))
    total = sum(counts.values())
    return {letter: math.log(count / total) for letter, count in counts.items()}
