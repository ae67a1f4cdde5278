"""Lexicon: what the tables of a language say of a word, as one number of flags.

A few words make up most of a text, so what is known of a form is looked up once.
"""

from dataclasses import dataclass, field
from functools import cache

from crossread.languages.language import Language
from crossread.model.entity import EntityType

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

KEPT = 100_000  # forms that are remembered; a hostile text may have any number
KINDS: dict[str, EntityType] = {"role": "person", "document": "work", "anonymous": "group"}
NOUNS = frozenset({"NN", "NNS"})
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "VBN", "CD", "NNP"})
DETERMINERS = frozenset(
    "the a an this that these those some any no every each another both all many several few "
    "most other one two three four five six seven eight nine ten dozens hundreds".split()
)
OWNERS = frozenset("his her their its our my your whose".split())
PLACES = frozenset("country nation state city town village region province republic".split())
# Nouns that a phrase with “for” or “to” belongs to: “spokesman | for the ministry”.
SPEAKS_FOR = frozenset(
    "spokesman spokeswoman spokesperson lawyer lawyers attorney attorneys representative candidate "
    "director secretary minister commissioner correspondent reporter analyst adviser advisor "
    "assistant aide envoy ambassador counsel deputy commissioner counsellor delegate".split()
)
SINGLE = frozenset("people police media press staff public family crowd".split())


@dataclass(slots=True)
class Lexicon:
    """The tables of one language, by word form."""

    tables: Language
    heads: dict[str, EntityType]  # head nouns of descriptions
    pronouns: dict[str, EntityType]
    places: frozenset[str]
    peoples: dict[str, str]  # “russian”, “russians” → adjective, one, several
    small: frozenset[str]
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
        capital, kind = word[0].isupper(), self.classes.get(low, "")
        hyphened = low.rpartition("-")[2]
        tests = (
            (CAPITAL, capital),
            (LOUD, len(word) > 1 and word.isupper() and word[0].isalpha()),
            (ORDINARY, low in self.classes),
            (TITLE, low in self.tables.words("titles") or hyphened in self.role_words()),
            (ROLE, low in self.role_words() or hyphened in self.role_words()),
            (BODY, low in self.tables.words("organisations")),
            (PARTICLE, low in self.tables.words("particles")),
            (SMALL, low in self.small),
            (PEOPLE, low in self.peoples),
            (COUNTRY, capital and word in self.places),
            (MODIFIER, kind in MODIFIERS or low in self.peoples or (not kind and "-" in low)),
            (NOUN, kind in NOUNS or low in self.heads),
            (OPENER, low in DETERMINERS or low in OWNERS),
            (OWNER, low in OWNERS),
            (HEAD, low in self.heads),
            (LINK, (low, "link") in self.tables.rows("small-words") and low != "the"),
        )
        return sum(flag for flag, holds in tests if holds)

    def role_words(self) -> frozenset[str]:
        return role_words(self.tables)


@cache
def role_words(tables: Language) -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("titles") if row[1:2] == ("role",))


@cache
def lexicon(tables: Language) -> Lexicon:
    classes = {row[0]: row[1].split(":")[0] for row in tables.rows("words") if len(row) > 1}
    small = tables.words("pronouns") | tables.words("small-words") | tables.words("calendar")
    pronouns: dict[str, EntityType] = {
        "i": "person", "me": "person", "he": "person", "him": "person", "she": "person",
        "her": "person", "his": "person", "you": "person", "we": "group", "us": "group",
        "they": "group", "them": "group", "their": "group", "it": "organisation",
        "its": "organisation",
    }  # fmt: skip
    return Lexicon(
        tables,
        heads=heads_of(tables),
        pronouns=pronouns,
        places=places(tables),
        peoples=peoples(tables),
        small=small | tables.words("months") | {"i", "o"},
        classes=classes,
    )


def heads_of(tables: Language) -> dict[str, EntityType]:
    """Head nouns of people, bodies and documents, with their plurals."""
    pronouns, bodies = tables.words("pronouns"), tables.words("organisations")
    found: dict[str, EntityType] = {}
    for noun, voice, *_ in tables.rows("voices"):
        if noun in pronouns or noun in DETERMINERS or noun[0] == "%" or voice == "document":
            continue
        many = noun.endswith("s") and noun[:-1] not in {"congres", "pres"}
        kind: EntityType = "group" if many or noun in SINGLE else "organisation"
        found[noun] = KINDS.get(voice, kind)
    for noun in bodies - {"inc", "inc.", "ltd", "llc", "works", "times", "site"}:
        found.setdefault(noun, "organisation")
    for noun in role_words(tables) - {"first"}:
        found[noun] = "person"
    for noun in tables.words("bodies"):
        if " " not in noun:
            found.setdefault(noun, "organisation")
            found.setdefault(plural_of(noun), "group")
    for noun, _, _, *written in tables.rows("persons"):
        found[noun] = "person"
        found[written[0] if written else plural_of(noun)] = "group"
    found |= dict.fromkeys(PLACES, "place")
    for noun in list(found):
        found.setdefault(plural_of(noun), "group")
    return found


def plural_of(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def places(tables: Language) -> frozenset[str]:
    """The names of lands, regions and cities: “Kazakhstan”, “Alma-Ata”."""
    listed = (row[2].split("|") + row[5].split("|") for row in tables.rows("demonyms"))
    return frozenset(name for names in listed for name in names) - {"-"}


def peoples(tables: Language) -> dict[str, str]:
    """What is called after a place, and the people of it: “Kazakhs”, in small letters."""
    found: dict[str, str] = {}
    named = places(tables)
    for row in tables.rows("demonyms"):
        found |= {word.lower(): "adjective" for word in row[3].split("|") if word not in named}
    for row in tables.rows("demonyms"):
        for pair in row[4].split("|"):
            one, _, several = pair.lower().partition("/")
            found.setdefault(one, "one")
            found.setdefault(several, "several")
    return {word: kind for word, kind in found.items() if word not in {"", "-"}}
