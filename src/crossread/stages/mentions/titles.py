"""Titles: where in a run of capitals a title ends and the name behind it begins."""

from crossread.stages.mentions.lexicon import (
    BEFORE_NAME,
    BODY,
    COUNTRY,
    LOUD,
    ORDINARY,
    PEOPLE,
    ROLE,
    TITLE,
)
from crossread.stages.mentions.tokens import Tokens

BEFORE_TITLE = TITLE | PEOPLE | ORDINARY | BEFORE_NAME


def after_titles(tokens: Tokens, start: int, stop: int) -> int:
    """Where the name behind a title begins: “Tervan President | Ilan Dovar”."""
    bodies = [n for n in range(start, stop) if tokens.has(n, BODY)]
    if bodies and bodies[-1] >= stop - 2:
        return start  # “State Department”, “Attorney General’s Office”
    least = bodies[-1] + 1 if bodies else start
    for place in range(stop - 1, least - 1, -1):
        word = tokens.lower[place]
        calls = place == start and place + 1 < stop and tokens.has(place, BEFORE_NAME)
        dotted_one = dotted(tokens, tokens.lower[place])
        if not tokens.has(place, TITLE) and not dotted_one and not calls:
            continue
        only = (
            place > start and not calls and not tokens.has(place, ROLE) and not dotted(tokens, word)
        )
        if only and not tokens.has(place - 1, TITLE | PEOPLE | COUNTRY):
            continue  # “Larry King”
        stopped = place + 1 < stop and tokens.words[place + 1] == "."
        return place + 2 if stopped else place + 1
    return start


def dotted(tokens: Tokens, word: str) -> bool:
    """“Sen” of “Sen.”."""
    return word + "." in tokens.lexicon.sets["stopped"]


def before_titles(tokens: Tokens, start: int, cut: int) -> int:
    """“Kazakhstan | President …”, “House | Speaker …”: where the name of who has the title ends."""
    bodies = [n + 1 for n in range(start, cut) if tokens.has(n, BODY)]
    places, stop = tokens.lexicon.places, start
    listed = [n for n in range(start + 1, cut + 1) if tokens.said(start, n) in places]
    while stop < cut and not tokens.has(stop, BEFORE_TITLE):
        if dotted(tokens, tokens.lower[stop]):
            break
        stop += 1
    return max(bodies or listed or [stop])


def before_roles(tokens: Tokens, start: int, stop: int) -> int:
    """“Terva | Mayor said”: without a role at the end."""
    while stop > start and tokens.has(stop - 1, ROLE | BEFORE_NAME):
        owned = stop - 1 > start and tokens.has(stop - 2, LOUD | COUNTRY | BODY | PEOPLE)
        if tokens.has(stop - 1, LOUD) or not (tokens.has(stop - 1, ROLE) or owned):
            break  # “MP”, “James Baker”
        stop -= 1
    return stop
