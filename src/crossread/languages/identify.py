"""Which of our languages a text is in: by its letters, then its commonest words, then a model.

Letters that only one of the languages has decide at once; English is known by its small words,
so that the model (py3langid, which takes a second to load) is seldom asked.
"""

import re
from functools import cache
from typing import Any

SAMPLE = 20_000  # characters
LEAST = 20  # letters, below which nothing is said
WORD = re.compile(r"[a-z’']+")
# Without ң ө ү, which Kyrgyz has as well, and ъ, which Bulgarian has.
KAZAKH, UKRAINIAN, RUSSIAN = frozenset("әғқұһ"), frozenset("їєґ"), frozenset("ыэё")
SMALL = "a i the of and to in is was that for on with as by at from it he has had"

# What the model may answer: ours, and those that a page is likelier to be in than not known.
NEIGHBOURS = """en ru uk kk ar be bg cs da de el es et fa fi fr he hi hu hy it ja ka ko ky lt lv nl
    no pl pt ro sk sl sr sv th tr ur uz vi zh"""


def identify(text: str) -> str | None:
    """The ISO 639-1 code, or None where the text is too short to tell."""
    sample = text[:SAMPLE].lower()
    letters = sum(char.isalpha() for char in sample)
    if letters < LEAST:
        return None
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in sample)
    if 2 * cyrillic > letters:
        return of_cyrillic(sample)
    words = WORD.findall(sample)
    known = frozenset(SMALL.split())
    small = [word for word in words if word in known]
    latin = sum(map(len, words))  # a page in Japanese may name things in English
    if len(words) >= 20 and len(small) > 0.15 * len(words) and 2 * latin > letters:
        return "en"
    return by_model(sample)


def of_cyrillic(sample: str) -> str | None:
    counts = {
        code: sum(char in letters for char in sample)
        for code, letters in (("kk", KAZAKH), ("uk", UKRAINIAN), ("ru", RUSSIAN))
    }
    # ы and э are Kazakh as well, so its own letters decide even where they are fewer.
    if counts["kk"] > 0.02 * len(sample) or counts["kk"] > counts["ru"]:
        return "kk"
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else by_model(sample)


def by_model(sample: str) -> str | None:
    code, _ = model().classify(sample)
    return str(code)


@cache
def model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  a second to load

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(NEIGHBOURS.split())
    return identifier
