"""Who of the identities bears a name that somebody typed."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from crossread.store.database import Database
from crossread.store.search import WORD, fold, question, spelled

MATCHING = """
    SELECT id, name FROM identities WHERE row IN
        (SELECT rowid FROM identity_search WHERE identity_search MATCH ?) ORDER BY row"""
OTHERS = "SELECT name FROM identity_names WHERE identity = ?"
ALL_NAMES = "SELECT name FROM identities UNION SELECT name FROM identity_names"

NEAR = 70  # of 100: names less alike are no help
LOOKED_AT = 200  # letters of what was typed; nobody is called more
SHORTEST = 3  # letters; fewer are in most names
MOST_NEAR = 3


def bearers(database: Database, name: str) -> tuple[str, ...]:
    """The ids of who bears all of the name as it is written, or else its words or their sound.

    Or else of whose names have words that begin so.

    An id is also a name of whom it is the id.
    """
    if database.one("SELECT 1 FROM identities WHERE id = ?", [name]):
        return (name,)
    if whole := tuple(with_the_whole(database, name)):
        return whole
    words = (*with_the_words(database, name), *that_sound_so(database, name))
    return tuple(dict.fromkeys(words)) or tuple(with_beginnings(database, name))


def with_the_whole(database: Database, name: str) -> Iterator[str]:
    """“tokayev” is the whole of “Tokayev”, and only a part of “Kassym-Jomart Tokayev”."""
    wanted = folded(name)
    for identity, names in matching(database, question(name, columns="names")):
        if wanted in map(folded, names):
            yield identity


def with_the_words(database: Database, name: str) -> Iterator[str]:
    """“jomart” is a word of “Kassym-Jomart”."""
    for identity, _ in matching(database, question(name, columns="names")):
        yield identity


def with_beginnings(database: Database, name: str) -> Iterator[str]:
    """“tok” begins “Tokayev”."""
    begun = " ".join(f"{word}*" for word in WORD.findall(fold(name)))
    for identity, _ in matching(database, question(begun, columns="names")):
        yield identity


def that_sound_so(database: Database, name: str) -> Iterator[str]:
    """“Tokayev” is how “Токаев” sounds."""
    for identity, _ in matching(database, question(spelled(name), columns="spelling")):
        yield identity


def matching(database: Database, asked: str) -> Iterator[tuple[str, list[str]]]:
    """The ids and names of the identities that the index has for a question."""
    if asked:
        for identity, name in list(database.rows(MATCHING, [asked])):
            yield identity, [name, *(other for (other,) in database.rows(OTHERS, [identity]))]


def near(database: Database, name: str) -> tuple[str, ...]:
    """Names in the case that are written or sound nearly so, the nearest first."""
    names = list(dict.fromkeys(name for (name,) in database.rows(ALL_NAMES)))
    wanted = folded(name[:LOOKED_AT])
    found: dict[str, float] = {}
    for alike in (folded, spelled):
        if len(alike(wanted)) < SHORTEST:
            continue
        options = [alike(each[:LOOKED_AT]) for each in names]
        for _, score, place in process.extract(
            alike(wanted), options, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=MOST_NEAR
        ):
            found[names[place]] = max(score, found.get(names[place], 0))
    return tuple(sorted(found, key=lambda each: (-found[each], each))[:MOST_NEAR])


def folded(name: str) -> str:
    return " ".join(fold(name).split())
