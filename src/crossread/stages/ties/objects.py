"""Objects: who stands behind a verb or a preposition, so far as the words leave no doubt."""

import re
from collections.abc import Iterator

from crossread.stages.ties.scenes import Scene

SKIPPED = 3  # small words before a party
TITLED = 7  # words from a title to the name
FURTHER = 14  # words to the name of whom a description speaks
MONEY = re.compile(r"[$€£₽₸₴¥]|\d")
BETWEEN = 12  # words between a verb and the preposition of its object


def first(scene: Scene, at: int) -> int | None:
    """The place of the party that stands right there, but for small words."""
    for place in range(at, at + SKIPPED + 1):
        if scene.slot(place):
            return place
        word = scene.word(place)
        if word.removeprefix("ex-") in scene.lexicon.titles:
            return titled(scene, place)
        small = word in scene.lexicon.sets["articles"] or scene.within("rather", place)
        if not (small or scene.lexicon.is_adverb(word)):
            return None
    return None


def titled(scene: Scene, at: int) -> int | None:
    """“led by | ex-deputy from the Ak Zhel party | Ilan Dovar”: a title, then the name."""
    for place in range(at + 1, at + TITLED):
        mention = scene.slot(place)
        if mention and mention.form == "name" and mention.type == "person":
            return place
        word = scene.word(place)
        if not (mention or word in scene.lexicon.titles or scene.within("prepositions", place)):
            return None
    return None


def listed(scene: Scene, at: int) -> Iterator[int]:
    """The party there and those listed with it: “Ferrin, Orlan Salt and the Gazette”."""
    place: int | None = named_further(scene, at)
    while place is not None and whole(scene, place):
        yield place
        place = next_of(scene, place)


def whole(scene: Scene, at: int) -> bool:
    """False where the party is only a part of what is meant: “Dovar’s plan”, “Ferrin shares”."""
    mention = scene.slot(at)
    behind = scene.word(at + 1)
    if mention is None or behind in {"'s", "’s", "'", "’"}:
        return False
    text = mention.span.of(scene.article.text).lower()
    if mention.form == "pronoun" and text in scene.lexicon.owners and text != "her":
        return False
    if scene.slot(at + 1) and mention.form == "pronoun":
        return False
    return not (behind and scene.lexicon.may_go_on(behind))


def next_of(scene: Scene, at: int) -> int | None:
    """The next of a list, of the same kind as the one before."""
    mention = scene.slot(at)
    place = at + 1
    if scene.word(place) == "of" and scene.slot(place + 1):
        place += 2  # “the Accord of Dovar, the Union”
    commas = 0
    while scene.word(place) in {",", "and"} or scene.within("articles", place):
        commas += scene.word(place) in {",", "and"}
        place += 1
    other = scene.slot(place)
    if not commas or mention is None or other is None or other.type != mention.type:
        return None
    if scene.lexicon.is_verb(scene.word(place + 1)) or not named(scene, place):
        return None
    return place


def named(scene: Scene, at: int) -> bool:
    """True of a name, and of a description with a name: “the movements “Dawn””."""
    mention = scene.slot(at)
    if mention is None or mention.form == "pronoun":
        return False
    return mention.form == "name" or scene.party(at) is not None


def named_further(scene: Scene, at: int) -> int:
    """“belongs to the former head of the office, and now the chairman, | Ilan Dovar”."""
    mention = scene.slot(at)
    if mention is None or mention.form != "nominal" or scene.party(at):
        return at
    for place in range(at + 1, at + FURTHER):
        other = scene.slot(place)
        if other and other.form == "name" and scene.word(place - 1) == ",":
            return place if other.type == mention.type else at
        word = scene.word(place)
        small = word in {",", "and"} or scene.within("prepositions", place)
        if not (other or small or scene.lexicon.is_adverb(word) or scene.within("articles", place)):
            return at
    return at


def after_sum(scene: Scene, at: int, link: frozenset[str]) -> int | None:
    """“gave 5,000 in cash | to Dovar”: a sum or a word for money, then the other party."""
    sums = False
    for place in range(at, at + BETWEEN):
        word = scene.word(place)
        if not word or word in {",", ";", ":"}:
            return None
        if sums and word in link:
            return first(scene, place + 1)
        sums = sums or bool(MONEY.match(word)) or scene.within("money", place)
    return None


def sum_behind(scene: Scene, at: int) -> bool:
    """“gave Dovar | 5,000”."""
    near = range(at + 1, at + 4)
    return any(MONEY.match(scene.word(n)) or scene.within("money", n) for n in near)


def after_stake(scene: Scene, at: int, link: frozenset[str]) -> int | None:
    """“holds 40 per cent | of Ferrin”, “owns a stake | in Ferrin”."""
    stake = False
    for place in range(at, at + BETWEEN):
        word = scene.word(place)
        if not word or word in {",", ";", ":"}:
            return None
        if stake and word in link:
            return first(scene, place + 1)
        stake = scene.within("stakes", place) or word == "%"
    return None


def before_stake(scene: Scene, at: int) -> bool:
    """“60 per cent of | the company | is held by”."""
    back = at - 1
    while scene.within("articles", back):
        back -= 1
    share = scene.within("stakes", back - 1) or scene.word(back - 1) == "%"
    return scene.word(back) in {"of", "in"} and share
