"""Bodies: names that go on over small words, “Ministry of Harbours, Sport and Youth”."""

from crossread.stages.mentions.lexicon import (
    BODY,
    CAPITAL,
    COUNTRY,
    LINK,
    LOUD,
    ORDINARY,
    PEOPLE,
    SMALL,
    TITLE,
)
from crossread.stages.mentions.runs import Runs

KNOWN = ORDINARY | BODY | COUNTRY | PEOPLE | TITLE  # no names of people


def extended(runs: Runs, stop: int, last: int) -> int:
    """“Ministry | of Harbours and Canals”, “Bureau | of Harbours, Sport and Youth”."""
    tokens = runs.tokens
    while stop + 1 < last and tokens.has(stop, LINK) and tokens.spaced(stop):
        linked = tokens.lower[stop]
        ahead = stop + (2 if tokens.lower[stop + 1] == "the" else 1)
        large = ahead < last and tokens.has(ahead, CAPITAL) and not tokens.has(ahead, SMALL)
        if not large or not tokens.spaced(ahead):
            break
        reach = runs.reach(ahead, last)
        if linked == "and" and not goes_on(runs, ahead, reach):
            break
        if reach - ahead > 1 and not any(tokens.has(n, KNOWN) for n in range(ahead, reach)):
            break  # “the Democratic Party of | Ilan Dovar”
        stop = listed(runs, reach, last)
    return stop


def goes_on(runs: Runs, start: int, stop: int) -> bool:
    """“Ministry of Health and | Sport”: no body and no name of its own."""
    tokens = runs.tokens
    if any(tokens.has(n, BODY | LOUD | TITLE | COUNTRY) for n in range(start, stop)):
        return False
    many = stop - start == 1 and tokens.words[start].endswith("s")  # “Harbours and | Canals”
    return many or all(tokens.has(n, ORDINARY) for n in range(start, stop))


def listed(runs: Runs, stop: int, last: int) -> int:
    """“Ministry of Health|, Sport and Youth”."""
    tokens, place = runs.tokens, stop
    while place + 2 < last and tokens.words[place] == "," and tokens.has(place + 1, CAPITAL):
        reach = runs.reach(place + 1, last)
        if not goes_on(runs, place + 1, reach):
            return stop
        if reach + 1 < last and tokens.lower[reach] == "and" and tokens.has(reach + 1, CAPITAL):
            ahead = runs.reach(reach + 1, last)
            return ahead if goes_on(runs, reach + 1, ahead) or reach + 2 < ahead else stop
        place = reach
    return stop
