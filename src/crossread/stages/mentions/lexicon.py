"""Lexicon: what the tables of a language say of a word, as one number of flags.

A few words make up most of a text, so what is known of a form is looked up once.
"""

from dataclasses import dataclass, field
from functools import cache

from crossread.languages.demonyms import NONE, places
from crossread.languages.language import Language
from crossread.model.entity import EntityType
from crossread.stages.mentions.heads import (
    cut_short,
    heads_of,
    name_nouns,
    plural_of,
    pronouns,
    role_words,
    word_sets,
)

CAPITAL = 1  # written with a capital
LOUD = 1 << 1  # in capitals: “KNB”
ORDINARY = 1 << 2  # English writes it small as well
TITLE = 1 << 3  # “Mr”, “State” of “State Secretary”: no part of a name behind it
ROLE = 1 << 4  # “President”: a title that is a noun of its own
BODY = 1 << 5  # “Ministry”: only bodies bear it
PARTICLE = 1 << 6  # “van”
SMALL = 1 << 7  # pronouns, articles, days, months: no name even with a capital
PEOPLE = 1 << 8  # “Russian”, “Russians”: of a country or people
COUNTRY = 1 << 9
MODIFIER = 1 << 10  # may stand between “the” and a noun
NOUN = 1 << 11
OPENER = 1 << 12  # “the”, “his”, “two”: a noun phrase begins with it
HEAD = 1 << 13  # a person or a body may be called so
LINK = 1 << 14  # “of”, “for”, “and” inside the name of a body
OWNER = 1 << 15  # “his”: a pronoun that owns
BEFORE_NAME = 1 << 16  # “Pastor”: an office or a work that may stand before a name
VERBAL = 1 << 17  # “Urges”: in a headline no part of a name

KEPT = 100_000  # forms that are remembered; a hostile text may have any number
NOUNS = frozenset({"NN", "NNS"})
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "VBN", "CD", "NNP"})
SAID_OF = frozenset({"VBN", "VBD", "VBG", "JJ"})
NOMINAL = frozenset({"NN", "NNS", "JJ", "VBN", "CD", "NNP", "JJS", "VBG"})
LANDS = frozenset({"land", "region", "part"})  # their names are hardly ever people’s
NO_UNIONS = LANDS | {"state", "city"}


@dataclass(slots=True)
class Lexicon:
    """The tables of one language, by word form."""

    tables: Language
    sets: dict[str, frozenset[str]]  # small closed sets, by name
    heads: dict[str, EntityType]  # head nouns of descriptions
    pronouns: dict[str, EntityType]
    places: frozenset[str]
    bodies: frozenset[str]  # words of their names
    short: frozenset[str]  # titles that are cut short: “Sen.”, without the stop
    lands: frozenset[str]
    unions: frozenset[str]
    nouns: dict[str, str]  # nouns that names end with → what the names are of
    peoples: dict[str, str]  # “russian”, “russians” → adjective, one, several
    bearers: dict[str, str]
    several: frozenset[str]  # “russians”
    small: frozenset[str]
    workers: frozenset[str]
    either: frozenset[str]  # nouns of people and of bodies: “contractor”
    documents: frozenset[str]  # “report”: what may be a source, but does not act
    classes: dict[str, str]  # the word class that a form most often has
    known: dict[str, int] = field(default_factory=dict)

    def flags(self, word: str) -> int:
        found = self.known.get(word)
        if found is None:
            found = self.look_up(word)
            if len(self.known) < KEPT:
                self.known[word] = found
        return found

    def look_up(self, word: str) -> int:
        low = word.lower()
        kind, first = self.classes.get(low, ""), low.partition("-")[0]
        joined = first in self.tables.words("particles") and not word.islower()  # “al-Rashedi”
        capital = word[0].isupper() or (joined and first != low)
        capital = capital and not self.likened(word)
        hyphened = low.rpartition("-")[2]
        tests = (
            (CAPITAL, capital),
            (LOUD, word.isupper() and sum(map(str.isalpha, word)) > 1),
            (ORDINARY, low in self.classes),
            (TITLE, low in self.tables.words("titles") or hyphened in role_words(self.tables)),
            (BEFORE_NAME, low in self.workers),
            (ROLE, low in role_words(self.tables) or hyphened in role_words(self.tables)),
            (BODY, low in self.bodies),
            (PARTICLE, low in self.tables.words("particles")),
            (SMALL, low in self.small),
            (PEOPLE, low in self.peoples),
            (COUNTRY, capital and word in self.places),
            (
                MODIFIER,
                kind in MODIFIERS or low in self.peoples or (not kind and "-" in low.strip("-")),
            ),
            (NOUN, kind in NOUNS or low in self.heads),
            (OPENER, low in self.sets["determiners"] or low in self.sets["owners"]),
            (OWNER, low in self.sets["owners"]),
            (VERBAL, kind != "" and kind not in NOMINAL),
            (HEAD, low in self.heads),
            (LINK, (low, "link") in self.tables.rows("small-words") and low != "the"),
        )
        return sum(flag for flag, holds in tests if holds)

    def likened(self, word: str) -> bool:
        """“Terva-based”, “Soviet-era”: said of something by a name, and no name."""
        _, hyphen, tail = word.rpartition("-")
        said = self.classes.get(tail, "") in SAID_OF or tail in self.sets["tails"]
        return bool(hyphen) and tail.islower() and said


@cache
def lexicon(tables: Language) -> Lexicon:
    classes = {row[0]: row[1].split(":")[0] for row in tables.rows("words") if len(row) > 1}
    days = frozenset(tables.pairs("grammar").get("days", "").split())
    small = tables.words("pronouns") | tables.words("small-words") | days
    sets = word_sets(tables)
    return Lexicon(
        tables,
        heads=heads_of(tables),
        sets=sets,
        pronouns=pronouns(tables),
        places=place_names(tables),
        bodies=tables.words("organisations")
        | sets["firms"]
        | (tables.words("bodies") - sets["not_bodies"] - tables.words("titles")),
        short=cut_short(tables),
        lands=place_names(tables, LANDS),
        unions=place_names(tables, frozenset({"union"})),
        nouns=name_nouns(tables),
        peoples=peoples(tables),
        bearers=bearers(tables),
        several=frozenset(word for word, kind in peoples(tables).items() if kind == "several"),
        small=small | tables.words("months") | {"i", "o"},
        workers=frozenset(r[0] for r in tables.rows("persons") if r[2] in {"office", "work"}),
        either=tables.words("persons") & tables.words("bodies"),
        documents=frozenset(r[0] for r in tables.rows("voices") if r[1] == "document"),
        classes=classes,
    )


def bearers(tables: Language) -> dict[str, str]:
    """Nouns that stand beside the name of a body; several bodies only before their names."""
    one = tables.pairs("bearers")
    return {plural_of(noun): "before" for noun in one} | one


def place_names(tables: Language, kinds: frozenset[str] | None = None) -> frozenset[str]:
    """The names of places of some kinds: “Kazakhstan”, “Alma-Ata”; of all but unions if None."""
    listed = (one for one in places(tables) if one.kind in (kinds or NO_UNIONS))
    return frozenset(name for one in listed for name in (*one.names, *one.capitals))


def peoples(tables: Language) -> dict[str, str]:
    """What people are called, in small letters: “kazakhs”, “muslim”; and how that stands."""
    found: dict[str, str] = {}
    named = place_names(tables)
    for place in places(tables):
        found |= {word.lower(): "adjective" for word in place.adjectives if word not in named}
    people = [pair for place in places(tables) for pair in place.people]
    for adjective, one, several in tables.rows("followings"):
        found[adjective.lower()] = "adjective"
        people.append((one, several))
    for one, several in people:
        found.setdefault(one.lower(), "one")
        found.setdefault(several.lower(), "several")
    found.pop(NONE, None)
    return found
