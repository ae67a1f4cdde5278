"""Quoted: names in quotation marks, “People’s Council of Workers”."""

from bisect import bisect_left

from crossread.model.reading import Reading
from crossread.stages.mentions.lexicon import CAPITAL, SMALL
from crossread.stages.mentions.names import Name
from crossread.stages.mentions.tokens import Tokens

LONGEST = 10  # tokens
LINKS = frozenset("of the and for in on to a ’s 's , -".split())


def quoted_name(reading: Reading, tokens: Tokens) -> list[Name]:
    """The group “Forty Hours”: capitals from the first word to the last, and no speech."""
    found = []
    for quote in reading.quotations:
        first = bisect_left(tokens.starts, quote.inner.start)
        last = bisect_left(tokens.starts, quote.inner.stop)
        while last > first and tokens.words[last - 1] in {",", "."}:
            last -= 1
        if quote.scare and 0 < last - first <= LONGEST and is_name(tokens, first, last):
            said = tokens.said(first, last)
            found.append(Name(first, last, said, quoted_name.__name__, marked=True))
    return found


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    ends = (first, last - 1)
    if any(not tokens.has(n, CAPITAL) and not tokens.words[n].isdigit() for n in (first,)):
        return False
    if last - first == 1:
        return tokens.has(first, CAPITAL) and not tokens.has(first, SMALL)
    small = [n for n in range(first, last) if not tokens.has(n, CAPITAL)]
    fitting = all(tokens.lower[n] in LINKS or tokens.words[n].isdigit() or n in ends for n in small)
    return fitting or (len(small) * 2 <= last - first and tokens.has(last - 1, CAPITAL))
