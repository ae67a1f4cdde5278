"""Heads: the nouns that people, bodies and places are called by in descriptions."""

from collections import defaultdict
from functools import cache

from crossread.languages.language import Language
from crossread.model.entity import EntityType

KINDS: dict[str, EntityType] = {"role": "person", "document": "work", "anonymous": "group"}


@cache
def word_sets(tables: Language) -> dict[str, frozenset[str]]:
    """The small closed sets of words of a language; one that it lacks is empty."""
    listed = {
        name: frozenset(words.split()) for name, words in tables.pairs("noun-phrases").items()
    }
    return defaultdict(frozenset, listed)


@cache
def role_words(tables: Language) -> frozenset[str]:
    """Titles that are nouns of their own: “President”."""
    return frozenset(row[0] for row in tables.rows("titles") if row[1:2] == ("role",))


def heads_of(tables: Language) -> dict[str, EntityType]:
    """Head nouns of people, of bodies and of places, with their plurals; the last has the word."""
    found, sets = voiced(tables), word_sets(tables)
    bodies = tables.words("organisations")
    found |= {noun: "organisation" for noun in bodies if noun not in found}
    found |= dict.fromkeys(role_words(tables), "person")
    for noun in tables.words("bodies"):
        if " " not in noun:
            found.setdefault(noun, "organisation")
            found.setdefault(plural_of(noun), "group")
    for noun, _, _, *written in tables.rows("persons"):
        found[noun] = "person"
        found[written[0] if written else plural_of(noun)] = "group"
    found |= dict.fromkeys(sets["places"], "place")
    found |= dict.fromkeys(cut_short(tables), "person")
    found = {noun: kind for noun, kind in found.items() if noun not in sets["not_heads"]}
    plurals: dict[str, EntityType] = {plural_of(noun): "group" for noun in found}
    return plurals | found


def voiced(tables: Language) -> dict[str, EntityType]:
    """The nouns of sources, but for documents."""
    pronouns, sets = tables.words("pronouns"), word_sets(tables)
    found: dict[str, EntityType] = {}
    for noun, voice, *_ in tables.rows("voices"):
        if noun in pronouns or noun in sets["determiners"] or noun[0] == "%" or voice == "document":
            continue
        many = noun.endswith("s") and noun[:-1] not in {"congres", "pres"}
        kind: EntityType = "group" if many or noun in sets["single"] else "organisation"
        found[noun] = KINDS.get(voice, kind)
    return found


def cut_short(tables: Language) -> frozenset[str]:
    """Titles that are cut short, without the full stop: “Sen”."""
    stopped = frozenset(title[:-1] for title in tables.words("titles") if title[-1] == ".")
    return stopped - word_sets(tables)["honorifics"]


def plural_of(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def name_nouns(tables: Language) -> dict[str, str]:
    """“street” → place, “party” → party, “act” → none."""
    bodies = {noun: kind for noun, kind in tables.pairs("bodies").items() if " " not in noun}
    return bodies | tables.pairs("name-nouns")


def pronouns(tables: Language) -> dict[str, EntityType]:
    """What each pronoun mostly stands for."""
    sets = word_sets(tables)
    kinds: tuple[tuple[str, EntityType], ...] = (
        ("one", "person"),
        ("several", "group"),
        ("body", "organisation"),
    )
    return {word: kind for name, kind in kinds for word in sets[name]}
