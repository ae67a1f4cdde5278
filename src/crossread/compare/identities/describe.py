"""From joined appearances to identities: names with counts, roles with dates, a lasting id."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from unicodedata import name as letter_name

from crossread.compare.identities.chances import BELOW
from crossread.compare.identities.forest import Forest, opposed
from crossread.compare.identities.forms import POSSESSIVE
from crossread.compare.identities.judged import Judged
from crossread.compare.identities.links import Link
from crossread.compare.identities.roles import role
from crossread.compare.identities.scene import Scene
from crossread.compare.identities.sentences import reason
from crossread.model.identity import Appearance, Held, Identities, Identity, Named, Suggestion

MOST = 5  # suggestions that are made for one identity, the likeliest
LENGTH = 10  # letters of an id


def described(scene: Scene, forest: Forest, doubts: Iterable[Link], judged: Judged) -> Identities:
    trees: dict[int, list[int]] = defaultdict(list)
    for place in range(len(scene.appearances)):
        trees[forest.root(place)].append(place)
    ids = dict(zip(trees, named(scene, list(trees.values())), strict=True))
    found = [
        replace(identity(scene, places), id=ids[root], joins=tuple(forest.joins.get(root, ())))
        for root, places in trees.items()
    ]
    for root, name in chosen_names(forest, judged).items():
        at = list(trees).index(root)
        found[at] = replace(found[at], name=name)
    found.sort(key=lambda one: (-len(one.members), one.name, one.id))
    return Identities(tuple(found), tuple(suggestions(scene, forest, doubts, ids)))


def chosen_names(forest: Forest, judged: Judged) -> dict[int, str]:
    """The names that a person chose, by the root of whom they are of; the latest holds."""
    return {forest.root(place): name for places, name in judged.renamed() for place in places}


def identity(scene: Scene, places: Sequence[int]) -> Identity:
    appearances = [scene.appearances[place] for place in places]
    types = Counter(one.type for one in appearances)
    return Identity(
        id="",
        name=fullest(scene, places),
        type=max(sorted(types), key=lambda kind: types[kind]),
        members=tuple(one.member for one in appearances),
        names=names_of(appearances),
        roles=held(appearances),
    )


def fullest(scene: Scene, places: Sequence[int]) -> str:
    """The full name that is used most, in the letters that most of the names are written in."""
    used: Counter[str] = Counter()
    for place in places:
        one = scene.appearances[place]
        used[bare(one.name)] += max(1, dict(one.names).get(one.name, 1))
    scripts: Counter[str] = Counter()
    for name, times in used.items():
        scripts[script(name)] += times
    whole = {bare(scene.appearances[place].name) for place in places if scene.form(place).whole}

    plain = {name.casefold() for name in used if not name.isupper()}

    def rank(name: str) -> tuple[bool, bool, int, int, int, str]:
        shouted = name.isupper() and name.casefold() in plain  # “OSCEOLA” in a dateline
        return not shouted, name in whole, scripts[script(name)], used[name], len(name), name

    return max(used, key=rank)


def bare(name: str) -> str:
    """“Kazakhstan's” → “Kazakhstan”."""
    return POSSESSIVE.sub("", " ".join(name.split())) or name


def script(name: str) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    return letter_name(letters[0], "").split(" ")[0] if letters else ""


def names_of(appearances: Iterable[Appearance]) -> tuple[Named, ...]:
    """Each name as it is written, the most used first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in appearances:
        for name, times in one.names or ((one.name, 1),):
            found[name][one.outlet or ""] += times
    named = [
        Named(name, outlets.total(), tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))))
        for name, outlets in found.items()
    ]
    return tuple(sorted(named, key=lambda one: (-one.mentions, one.name)))


def held(appearances: Iterable[Appearance]) -> tuple[Held, ...]:
    """Each role, with the articles that give it; “the mayor” and “mayor” are one."""
    found: dict[frozenset[str], list[tuple[str, Appearance]]] = defaultdict(list)
    for one in appearances:
        for text in dict.fromkeys(one.roles):
            words = role(text).words or frozenset({text})
            found[words].append((text, one))
    roles = [one_role(given) for given in found.values()]
    return tuple(sorted(roles, key=lambda one: (-one.articles, one.role)))


def one_role(given: Sequence[tuple[str, Appearance]]) -> Held:
    texts = Counter(text for text, _ in given)
    dates = sorted(one.published for _, one in given if one.published)
    return Held(
        role=min(texts, key=lambda text: (-texts[text], text)),
        articles=len({one.member.article for _, one in given}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        outlets=tuple(sorted({one.outlet for _, one in given if one.outlet})),
    )


def named(scene: Scene, trees: Sequence[Sequence[int]]) -> list[str]:
    """An id for each: of the type and the folded full name that is used most.

    So it stays when articles are added. Where several bear that name, the one who is met first
    keeps it, and the others are told apart by where they are met first.
    """
    cores = [core(scene, places) for places in trees]
    first: dict[str, int] = {}
    for at in sorted(range(len(trees)), key=lambda at: met(scene, trees[at])):
        first.setdefault(cores[at], at)
    ids = []
    for at, places in enumerate(trees):
        _, article, entity = met(scene, places)
        alone = first[cores[at]] == at
        ids.append(short(cores[at] if alone else f"{cores[at]}|{article}|{entity}"))
    return ids


def core(scene: Scene, places: Sequence[int]) -> str:
    forms = Counter(scene.form_of[place] for place in places)
    best = min(
        (scene.forms[number] for number in forms),
        key=lambda form: (not form.whole, -forms[form.number], form.words, form.type),
    )
    return f"{best.type}|{' '.join(best.words)}"


def met(scene: Scene, places: Iterable[int]) -> tuple[str, str, str]:
    """The earliest article that has one of these."""
    found = (scene.appearances[place] for place in places)
    return min((one.published or "9", one.member.article, one.member.entity) for one in found)


def short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def suggestions(
    scene: Scene, forest: Forest, doubts: Iterable[Link], ids: dict[int, str]
) -> Iterable[Suggestion]:
    """What is in doubt, the likeliest first; not what a person has decided."""
    made: Counter[int] = Counter()
    seen: set[frozenset[int]] = set()
    for link in sorted(doubts, key=lambda link: link.order):
        one, other = forest.root(link.one), forest.root(link.other)
        pair = frozenset({one, other})
        if one == other or pair in seen or max(made[one], made[other]) >= MOST:
            continue
        seen.add(pair)
        if opposed(forest.tree(one).sides, forest.tree(other).sides):
            continue
        made.update(pair)
        words = reason(scene, link.one, link.other, link.clauses)
        mine, theirs = sorted((ids[one], ids[other]))
        yield Suggestion(mine, theirs, min(link.score, BELOW), words)
