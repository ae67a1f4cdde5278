"""Acts: what a source does by its words: the head of the cue, and what follows it.

The tables `cues`, `cue-nouns` and `feelings` say it of the words that the rules look for, `acts` of
every other cue, and `families` of words in no table: “prophesied” by how it begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from crossread.languages.language import Language
from crossread.model.attribution import Act
from crossread.model.span import Span
from crossread.stages.attributions.chunks import NOUNS
from crossread.stages.attributions.classes import Tables, classify
from crossread.stages.attributions.drafts import Scene
from crossread.stages.attributions.grammar import Grammar, grammar
from crossread.stages.attributions.groups import VERBS, lemma
from crossread.stages.attributions.tokens import QUOTE, itemise

LONGEST_KEY = 4  # words of an entry: “in the eyes of”
SHORTEST_FAMILY = 3
SHORTEST_STEM = 3
UNLISTED_ENDINGS = (
    ("ied", "y"), ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
    ("ing", ""), ("ed", ""), ("s", ""),
)  # fmt: skip
MUTE = re.compile(r"(?:[aeiou][tvzcg]|[uv]s|[^aeiou]l|[nr][cs])$(?<!it)(?<!ll)")  # conflat|e
SMALL = frozenset({"IN", "TO", "CC", "DT", "PRP", "PRP$", "RP", "MD", ",", ":", "."})
CONTENT_TAGS = VERBS - {"MD"} | {"NN", "NNP", "JJ"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a cue, or of what follows it, one by one."""

    lower: list[str]
    tags: list[str]
    lemmas: list[str]

    def __len__(self) -> int:
        return len(self.lower)


@dataclass(frozen=True, slots=True)
class Head:
    """The word that a cue turns on, and where it stands in the cue."""

    lemma: str
    act: str
    place: int
    size: int = 1


@dataclass(frozen=True, slots=True)
class Acts:
    """What the tables of a language say that cues do."""

    acts: dict[str, str]  # lemma, form or words → act
    nouns: dict[str, str]  # the same of nouns: “his call”
    after: dict[tuple[str, str], str]  # the same and what follows → act
    families: dict[str, str]  # beginning of a word → act
    irregular: dict[str, str]  # “swore” → “swear”
    weak: frozenset[str]  # verbs that leave it to their object: “expressed”, “tried to”

    def of(self, word: str) -> str:
        """The act of a word; by its family where no table has it; "" where that is unknown."""
        return self.acts.get(word, "") or self.family(word)

    def of_noun(self, word: str) -> str:
        """The act of a noun that is listed: “a call”, not “they call”."""
        return self.nouns.get(word, "") or self.acts.get(word, "")

    def family(self, word: str) -> str:
        for size in range(len(word), SHORTEST_FAMILY - 1, -1):
            if found := self.families.get(word[:size]):
                return found
        return ""


@cache
def acts(language: Language) -> Acts:
    """The tables of a language; what stands in `acts` has the last word."""
    known = {word: "believe" for word in language.words("feelings")}
    after: dict[tuple[str, str], str] = {}
    for table, cells in (("cue-nouns", 2), ("cues", 3), ("acts", 2)):
        for row in language.rows(table):
            if len(row) < 2:
                continue
            known[row[0]] = row[1]
            for cell in " ".join(row[cells:]).split():
                follows, _, act = cell.partition("=")
                if act:
                    after[row[0], follows] = act
    words = grammar(language)
    weak = words.support | words.chains | words.empty | words.weak | words.withholding
    return Acts(
        known,
        language.pairs("cue-nouns"),
        after,
        language.pairs("families"),
        language.pairs("irregular"),
        weak,
    )


def phrase(scene: Scene, span: Span, table: Tables, known: Acts) -> Phrase:
    """The words of a stretch; those in a quotation too, which the line has as one item."""
    line = itemise(scene.line.text, span, [])
    classify(line, table)
    places = {start: place for place, start in enumerate(scene.line.starts)}
    for place, start in enumerate(line.starts):
        same = places.get(start)
        if same is not None and scene.line.tags[same] != QUOTE:
            line.tags[place] = scene.line.tags[same]
    lemmas = [
        plain(word, tag, table, known) for word, tag in zip(line.lower, line.tags, strict=True)
    ]
    return Phrase(line.lower, line.tags, lemmas)


def plain(word: str, tag: str, table: Tables, known: Acts) -> str:
    """The plain form of a word; of one in no table by its ending: “spurned” → “spurn”."""
    if word in known.irregular:
        return known.irregular[word]
    found = lemma(word, table)
    if found != word or word in table.lemmas or word in known.acts:
        return found
    last = word.rpartition("-")[2]
    guesses = [*stems(last), last] if last != word else list(stems(word))
    listed = next((guess for guess in guesses if guess in known.acts), None)
    if listed or tag not in VERBS or not guesses:
        return listed or word
    return guesses[1] if MUTE.search(guesses[0]) else guesses[0]


def stems(word: str) -> Iterator[str]:
    """What a word may come from by its ending: “conflated” from conflat, conflate."""
    for ending, instead in UNLISTED_ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST_STEM:
            continue
        yield stem + instead
        yield stem + instead + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]


def head(cue: Phrase, known: Acts, words: Grammar) -> Head:
    """The word that a cue turns on: of “has repeatedly refused to say” it is “say”.

    A verb that says nothing by itself leaves it to what follows: “made the claim”, “went on to
    add”. Otherwise the first verb that is listed, else the first listed word, else the first.
    """
    found = list(listed(cue, known, words))
    strong = [one for one in found if one.lemma not in known.weak and tells(cue, one)]
    after_weak = any(one.lemma in known.weak for one in found if not strong or before(one, strong))
    if after_weak and strong:
        return next((one for one in strong if one.act != "state"), strong[0])
    verbs = [one for one in strong if one.size > 1 or cue.tags[one.place] in VERBS]
    verbs = [
        one for one in verbs[1:] if verbs[0].act == "state" and leads(cue, verbs[0], one)
    ] or verbs
    nouns = [one for one in strong if cue.tags[one.place] in NOUNS]
    for choice in (verbs, nouns, strong, found):
        if choice:
            return choice[0]
    return unlisted(cue, known, words)


def leads(cue: Phrase, first: Head, later: Head) -> bool:
    """“responded by | demanding”, “wrote a letter | demanding”."""
    between = range(first.place + first.size, later.place)
    if later.act == "state" or cue.tags[later.place] != "VBG" or not between:
        return False
    straight = all(cue.tags[i] not in {"IN", ","} or cue.lower[i] == "by" for i in between)
    return straight and (cue.lower[between[-1]] == "by" or cue.tags[between[-1]] in NOUNS)


def tells(cue: Phrase, one: Head) -> bool:
    """False of a bare “for” or “of”, which is a cue only where there is no other word."""
    return one.size > 1 or cue.tags[one.place] not in SMALL


def before(one: Head, others: list[Head]) -> bool:
    return one.place < others[0].place


def listed(cue: Phrase, known: Acts, words: Grammar) -> list[Head]:
    """Every entry of the tables in a cue, the longest at each place."""
    found: list[Head] = []
    place = 0
    while place < len(cue):
        one = entry(cue, place, known, words)
        if one is not None:
            found.append(one)
        place += one.size if one else 1
    return found


def entry(cue: Phrase, place: int, known: Acts, words: Grammar) -> Head | None:
    for size in range(min(LONGEST_KEY, len(cue) - place), 1, -1):
        for forms in (cue.lemmas, cue.lower):
            key = " ".join([forms[place], *cue.lower[place + 1 : place + size]])
            if key in known.acts:
                return Head(key, known.acts[key], place, size)
    return one_word(cue, place, known, words)


def one_word(cue: Phrase, place: int, known: Acts, words: Grammar) -> Head | None:
    """The entry of a single word: as it stands after “is” (“is determined”), else its lemma."""
    form, main = cue.lower[place], cue.lemmas[place]
    if main in words.be | words.do | words.have and len(cue) > 1:
        return None
    if cue.tags[place] in VERBS and words.copulas.isdisjoint(cue.lemmas[:place]):
        keys = [(main, known.acts), (form, known.acts)]
    else:
        single = form.removesuffix("s")
        keys = [(one, table) for one in (form, main, single) for table in (known.nouns, known.acts)]
    found = next(((key, table[key]) for key, table in keys if key in table), None)
    return Head(*found, place) if found else None


def unlisted(cue: Phrase, known: Acts, words: Grammar) -> Head:
    """A cue in no table: by the family of one of its words; “is uneasy about” is a feeling."""
    if not len(cue):
        return Head("", "state", 0)
    for place, word in enumerate(cue.lemmas):
        if act := known.family(word):
            return Head(word, act, place)
    main = [i for i, tag in enumerate(cue.tags) if tag in CONTENT_TAGS]
    main = [i for i in main if cue.lemmas[i] not in words.be | words.have | words.do] or main
    place = main[0] if main else 0
    feels = cue.tags[place] == "JJ" and not words.copulas.isdisjoint(cue.lemmas[:place])
    return Head(cue.lemmas[place], "believe" if feels else "state", place)


def act_of(found: Head, follows: list[str], known: Acts) -> Act:
    """What the source does: by its cue and what follows it, else by its cue alone."""
    decided = (known.after.get((found.lemma, one)) for one in follows)
    return cast(Act, next((act for act in decided if act), found.act))
