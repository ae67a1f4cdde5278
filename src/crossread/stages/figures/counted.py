"""Counted: the noun phrase behind a number, and what was done to those it counts."""

from crossread.stages.figures.lines import Line
from crossread.stages.figures.numbers import HYPHENS

REACH = 7  # words of a noun phrase
VERBS = 6  # words of a verb group: “could not have been detained”
NOUNS = frozenset({"NN", "NNS"})
INSIDE = NOUNS | {"JJ", "VBN", "VBG", "JJR", "JJS", "VBD"}  # VBD: “armed”
CLOSED = frozenset({"IN", "DT", "PRP", "CC", "TO", "MD", "VBZ", "VBP", "WDT", "WRB"})
PERSONAL = frozenset({"the", "these", "those", "its", "his", "her", "their", "our", "my"})
AUXILIARY = frozenset({"was", "were", "been", "be", "is", "are", "being", "get", "got", "getting"})
NOUN_ENDINGS = ("ment", "tion", "sion", "ness", "ship", "hood", "ism", "ity", "ance", "ence")
Phrase = tuple[int, int]


def phrase(line: Line, at: int, *, one: bool = False) -> Phrase | None:
    """The noun phrase that begins there: “44 |police officers|”, “one |man|”; to its head."""
    if line.at(at) == "of" and line.at(at + 1) in PERSONAL:
        at += 2  # “three of the |men|”
        one = False
    while line.at(at) in line.lexicon.nouns["skip"]:
        at += 1
    last = at
    heads: list[int] = []
    while last < len(line) and last - at < REACH and goes_on(line, last, at):
        if heads and closes(line, last):
            break
        if plural(line, last) is not one and is_noun(line, last):
            heads.append(last)
        elif one and heads and plural(line, last):
            break
        last += 1
    if not heads:
        return None
    return (at, heads[-1] + 1) if at < len(line) else None


def closes(line: Line, at: int) -> bool:
    """True of a word behind a noun that belongs to it no more: “12 people |killed”, “|Monday”."""
    word, kind = line.at(at), line.kind(at)
    if not kind and word.endswith(("ing", "ed")):
        return True  # “three documentaries |exploring”
    if kind == "JJ" and line.capital(at - 1):
        return False  # “one Republican presidential |hopeful”
    if word in line.lexicon.calendar or kind in {"VBN", "VBD", "VBG", "VB", "VBZ", "VBP", "JJ"}:
        return True
    if line.capital(at):
        return not line.capital(at - 1)
    return False


def goes_on(line: Line, at: int, first: int) -> bool:
    """True if a word may stand in the noun phrase that began at `first`."""
    word = line.at(at)
    if word in HYPHENS:
        return line.glued(at) and line.glued(at + 1) and at > first
    if word in {"'s", "’s"}:
        return at > first
    gap = line.text[line.stops[at - 1] : line.starts[at]]
    known = line.lexicon
    closed = word in known.numerals or word in known.units or word in known.calendar
    if closed or not word[:1].isalpha() or "\n" in gap:
        return False
    return may_stand(line, at, first)


def may_stand(line: Line, at: int, first: int) -> bool:
    """By its word class: nouns and what describes them, names, words that the tables lack."""
    word, kind = line.at(at), line.kind(at)
    if not kind or kind in INSIDE or word in line.lexicon.nouns["plural"]:
        return True
    if kind == "VBZ" and at == first and plural(line, at):
        return numbered(line, at)  # “18 |mirrors|”
    if at == first and kind == "RB":  # “three |early| defeats”
        return line.kind(at + 1) in {"JJ", "VBN"} or plural(line, at + 1)
    return (line.capital(at) and kind not in CLOSED) or word in line.lexicon.deeds["state"]


def is_noun(line: Line, at: int) -> bool:
    word, kind = line.at(at), line.kind(at)
    if word in line.lexicon.nouns["plural"]:
        return True
    owner = line.at(at + 1) in {"'s", "’s"}
    hyphened = line.at(at + 1) in HYPHENS and line.glued(at + 1) and line.glued(at + 2)
    if owner or hyphened or word in line.lexicon.deeds["state"]:
        return False
    if kind in NOUNS or word in line.lexicon.people or (kind == "VBZ" and plural(line, at)):
        return True
    if kind:
        return False
    made = word.endswith(NOUN_ENDINGS) or line.at(at - 1) in HYPHENS
    return plural(line, at) or (made and word.isalpha())


def numbered(line: Line, at: int) -> bool:
    """True right behind a number."""
    return line.at(at - 1) in line.lexicon.numerals or line.at(at - 1)[-1:].isdigit()


def plural(line: Line, at: int) -> bool:
    word = line.at(at)
    nouns = line.lexicon.nouns
    if word in nouns["plural"]:
        return True
    if word in nouns["single"] or len(word) < 3 or (line.words[at].isupper() and len(word) < 5):
        return False
    if word.endswith("men") and len(word) > 6:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def extended(line: Line, found: Phrase) -> Phrase:
    """With what it is of: “cases| of measles|”, “investigations| into terrorism|”."""
    at = found[1] + 1
    if line.at(found[1]) not in {"of", "into"} or line.at(at) in line.lexicon.numerals:
        return found
    last = at
    while last < len(line) and last - at < 4 and plain(line, last, at):
        last += 1
    while last > at and line.kind(last - 1) == "JJ":
        last -= 1
    return (found[0], last) if last > at else found


def plain(line: Line, at: int, first: int) -> bool:
    word = line.words[at]
    spaced = at == first or line.text[line.stops[at - 1] : line.starts[at]] == " "
    known = line.kind(at) in NOUNS | {"JJ", ""} and word.isalpha() and word.islower()
    return spaced and known and line.at(at) not in line.lexicon.units


def of_whom(line: Line, at: int) -> Phrase | None:
    """“68 percent of |voters|”, “half the |members|”, “3 tonnes of |grain|”."""
    if line.at(at) == "of":
        at += 1
    elif line.at(at) not in {"the", "all"}:
        return None
    while line.at(at) in PERSONAL | {"all", "a", "an"}:
        at += 1
    found = phrase(line, at)
    if found:
        return found
    last = at
    while last < len(line) and last - at < 4 and goes_on(line, last, at):
        if last > at and closes(line, last):
            break
        last += 1
    while last > at and line.kind(last - 1) not in NOUNS | {""}:
        last -= 1
    return (at, last) if last > at else None


def done_after(line: Line, at: int) -> Phrase | None:
    """“12 people |drowned|”, “have been |detained|”, “12 |dead|”; none if it was not done."""
    deeds = line.lexicon.deeds
    passive, stop = False, at + VERBS
    at += line.at(at) in {"who", "that"}
    while at < stop and line.at(at) in deeds["aux"]:
        passive = passive or line.at(at) in AUXILIARY
        at += 1
    word = line.at(at)
    if not word or word in {"not", "n't"} or word in deeds["told"]:
        return None
    if word in deeds["state"] or (not passive and line.lexicon.lemmas.get(word) in deeds["does"]):
        return (at, at + 1)
    kind = line.kind(at)
    participle = kind in {"VBN", "VBD"} or (not kind and word.endswith("ed"))
    if passive and participle and word.isalpha():
        return (at, at + 1)
    if kind == "VBD" or line.kind(at + 1) in {"DT", "PRP$", "NN", "JJ"}:
        return None  # “a dozen villages |lost power”: they did it
    if participle and line.lexicon.lemmas.get(word) in deeds["done"]:
        return (at, at + 1)
    return None


def done_before(line: Line, first: int) -> Phrase | None:
    """“|detained| 44 people”, “|killing| at least 12”, “the |arrest| of 12 people”."""
    at = first - 1
    deeds = line.lexicon.deeds
    if line.at(at) == "of" and line.at(at - 1) in deeds["deed"]:
        return (at - 1, at)
    at -= line.at(at) in {"the", "another", "all", "also", "a", "an", "only"}
    word = line.at(at)
    if not word or line.at(at - 1) in {"not", "n't", "never"}:
        return None
    return (at, at + 1) if line.lexicon.lemmas.get(word, word) in deeds["done"] else None
