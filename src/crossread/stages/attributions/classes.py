"""Word classes by a first-order Markov model: enough to tell “the report” from “they report”.

Viterbi's algorithm over counts in the tables `words` and `classes`; Penn Treebank classes.
"""

import math
from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language
from crossread.stages.attributions.tokens import QUOTE, Line

Guess = tuple[tuple[str, float], ...]  # classes and what each costs

NAME: Guess = (("NNP", 0.0),)
NUMBER: Guess = (("CD", 0.0),)
PRONOUN: Guess = (("PRP", 0.0),)
PUNCTUATION: dict[str, Guess] = {
    **{mark: ((",", 0.0),) for mark in ",،"},
    **{mark: ((":", 0.0),) for mark in (":", ";", "--", "—", "–", "-", "...", "…", "*", "•")},
    **{mark: ((".", 0.0),) for mark in ".!?"},
    **{mark: (("(", 0.0),) for mark in "([{"},
    **{mark: ((")", 0.0),) for mark in ")]}"},
    **{mark: (("$", 0.0),) for mark in "$€£#"},
    "%": (("NN", 0.0),),
    '"': ((QUOTE, 0.0),),
}
TITLE_SHARE = 0.85  # of the words of a headline in title case, at least this many are capitalised
IN_TITLE = math.log(40)  # there a known word is seldom a name
FIRST = math.log(6)  # nor is a known word that begins a sentence
SELDOM = 7.0  # cost of a class that a word may have, though it was not seen
NEVER = 12.0  # cost of what was not seen in training


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of a language's words and word classes."""

    words: dict[str, Guess]
    lemmas: dict[str, str]
    endings: dict[str, Guess]
    follows: dict[str, dict[str, float]]
    closed: frozenset[str]  # words of classes that take no new members


CLOSED = frozenset("MD DT PRP PRP$ IN TO CC WDT WRB EX POS".split())


@cache
def tables(language: Language) -> Tables:
    prior: dict[str, float] = {}
    follows: dict[str, dict[str, float]] = {}
    endings: dict[str, Guess] = {}
    for kind, name, cells in (row for row in language.rows("classes") if len(row) == 3):
        numbers = {tag: float(n) for tag, _, n in (cell.rpartition(":") for cell in cells.split())}
        if kind == "all":
            prior = {tag: n / 100 for tag, n in numbers.items()}
        elif kind == "after":
            follows[name] = {tag: n / 100 for tag, n in numbers.items()}
        elif kind == "ending":
            endings[name] = costs(numbers, prior)
    words: dict[str, Guess] = {}
    particles = language.words("particles")  # the “De” of a name is no French word
    lemmas: dict[str, str] = {}
    for row in language.rows("words"):
        if row[0] in particles:
            continue
        numbers = {tag: float(n) for tag, _, n in (c.rpartition(":") for c in row[1].split())}
        words[row[0]] = also_noun(costs(numbers, prior))
        if len(row) > 2 and row[2]:
            lemmas[row[0]] = row[2]
    lemmas.update({row[0]: row[0] for row in language.rows("cues") if row[0] not in lemmas})
    likely = {word: min(guess, key=lambda one: one[1])[0] for word, guess in words.items()}
    closed = frozenset(word for word, tag in likely.items() if tag in CLOSED)
    return Tables(words, lemmas, endings, follows, closed)


def costs(numbers: dict[str, float], prior: dict[str, float]) -> Guess:
    total = sum(numbers.values())
    # P(word | class) up to a constant: P(class | word) / P(class)
    return tuple((tag, -math.log(n / total) - prior.get(tag, 8.0)) for tag, n in numbers.items())


def also_noun(guess: Guess) -> Guess:
    """“the snap elections”: what was only seen as a plain verb can stand as a noun."""
    if all(tag in {"VB", "VBP"} for tag, _ in guess):
        return (*guess, ("NN", min(cost for _, cost in guess) + SELDOM))
    return guess


UNKNOWN: Guess = (("NN", 0.0), ("JJ", 1.0), ("VB", 2.0), ("VBN", 2.0), ("VBD", 2.0))


def classify(line: Line, table: Tables) -> None:
    """Fills `line.tags`."""
    line.title = in_title_case(line, table)
    line.capitals = 2 * sum(word.isupper() for word in line.words) > len(line)
    guesses = [guess(line, place, table) for place in range(len(line))]
    line.tags = best_path(guesses, table.follows)
    find_opening_participle(line, table)
    find_nouns(line)
    find_missing_verbs(line, table)
    find_past_tense(line, table)
    find_conjunctions(line)


PAST = frozenset({"VBN", "VBD"})
TENSED = frozenset({"VBP", "VBZ", "VBD", "MD"})
# What may stand before a present-tense verb that looks like a noun: “Tarn hopes that”.
BEFORE_VERB = frozenset({"NNP", "NN", "JJ", ",", "RB", ")", "CC"})


def find_missing_verbs(line: Line, table: Tables) -> None:
    """“Tarn pledges to rebuild”, “the owners claim that …”: a verb where the clause has none."""
    tensed = quoted = False
    for place, tag in enumerate(line.tags):
        if tag in TENSED:
            tensed = not is_described(line, place)
        elif tag in {"CC", ":", QUOTE, "."} or line.lower[place] in {"that", "as", "while", "but"}:
            tensed = False
            quoted = quoted or tag == QUOTE
        elif (
            tag == "NN"
            and not tensed
            and place > 0
            and verb_like(line, place, table, quoted=quoted)
        ):
            line.tags[place] = "VBZ" if line.lower[place].endswith("s") else "VBP"
            tensed = True


def is_described(line: Line, place: int) -> bool:
    """“A list | kept | by a nurse, names at least 14 dead”; then it gets the right class."""
    after = line.lower[place + 1 : place + 2]
    if line.tags[place] != "VBD" or after != ["by"] or line.tags[place - 1] != "NN":
        return False
    if not any(counts(line, i) for i in range(place + 2, len(line) - 2)):
        return False
    line.tags[place] = "VBN"
    return True


def find_nouns(line: Line) -> None:
    """“The register of owners”: what stands between an article and “of” is a noun."""
    for place in range(1, len(line) - 1):
        before, tag = line.tags[place - 1 : place + 1]
        if before == "DT" and tag in {"VB", "VBP"} and line.lower[place + 1] == "of":
            line.tags[place] = "NN"


def find_opening_participle(line: Line, table: Tables) -> None:
    """“Asked by the mayor whether …”: a verb with “by” after it begins no name."""
    if len(line) > 1 and line.tags[0] == "NNP" and line.lower[1] == "by":
        known = known_as(line, 0, table)
        if "VBN" in known and "NN" not in known:
            line.tags[0] = "VBN"


def find_past_tense(line: Line, table: Tables) -> None:
    """“The report on ferries built in 2019 listed faults”: the last can only be the verb."""
    if line.title or line.capitals or line.words[-1:] != ["."]:
        return
    for verb in range(3, len(line) - 1):
        between = line.tags[verb - 1] == "CD" and line.tags[verb + 1] in {"DT", "NN", "PRP$"}
        if line.tags[verb] in PAST and between and "VBD" in known_as(line, verb, table):
            rest = line.words[verb:]  # “…, whose branches are open”: another clause
            end = verb + rest.index(",") if "," in rest else len(line)
            others = [i for i in range(end) if line.tags[i] in TENSED and i != verb]
            if all(may_describe(line, i, table) for i in others):
                line.tags[verb] = "VBD"
                for other in others:
                    line.tags[other] = "VBN"
            return


def may_describe(line: Line, place: int, table: Tables) -> bool:
    """“grants | issued | for 2020”."""
    before, after = line.tags[place - 1], line.tags[place + 1 : place + 2]
    return before == "NN" and after == ["IN"] and "VBN" in known_as(line, place, table)


def known_as(line: Line, place: int, table: Tables) -> set[str]:
    return {tag for tag, _ in table.words.get(line.lower[place], ())}


def find_conjunctions(line: Line) -> None:
    """“said that earlier statements …”: “that” before a plural, a name or “the” opens a clause."""
    for place, word in enumerate(line.lower[:-1]):
        if word != "that" or line.tags[place] != "DT":
            continue
        after = place + 1
        while after + 1 < len(line) and line.tags[after] == "JJ":
            after += 1
        noun = line.lower[after]
        plural = line.tags[after] == "NN" and noun.endswith("s") and not noun.endswith("ss")
        ruled = place > 0 and (
            line.tags[place - 1] in {"VB", "VBD", "VBZ", "VBP"} or line.lower[place - 2] == "in"
        )
        clause = ruled and after + 1 < len(line) and line.tags[after + 1] in TENSED
        if plural or clause or line.tags[after] in {"DT", "PRP", "PRP$", "NNP"}:
            line.tags[place] = "IN"  # “says that water passes”


def verb_like(line: Line, place: int, table: Tables, *, quoted: bool) -> bool:
    word = line.lower[place]
    known = word in table.lemmas or word.removesuffix("s") in table.lemmas
    if not known or line.tags[place - 1] not in BEFORE_VERB:
        return False
    if counts(line, place) or in_headline(line, place, table):
        return True
    after = line.lower[place + 1] if place + 1 < len(line) else ""
    singular = line.tags[place - 1] == "NNP" or not line.lower[place - 1].endswith("s")
    if singular and not line.lower[place].endswith("s"):
        return after == "that" and plural_subject(line, place)
    if line.tags[place - 1] == "JJ":
        return False
    if after == "to":
        return line.tags[place + 2 : place + 3] == ["VB"] and line.tags[place - 1] == "NNP"
    return after == "that" or (quoted and after in {".", ",", ""})


def plural_subject(line: Line, verb: int) -> bool:
    """“Sources close to the council whisper that …”"""
    first = next((i for i, tag in enumerate(line.tags[:verb]) if tag == "NN"), verb)
    apart = {"of", ","}.isdisjoint(line.lower[:verb])
    return apart and first < verb and plural(line, first)


def plural(line: Line, place: int) -> bool:
    return line.lower[place].endswith("s") and not line.lower[place].endswith("ss")


def counts(line: Line, place: int) -> bool:
    """“A list kept by a nurse, | names | at least 14 dead”."""
    after = line.lower[place + 1 : place + 3]
    return line.tags[place - 1] == "," and plural(line, place) and after == ["at", "least"]


def in_headline(line: Line, place: int, table: Tables) -> bool:
    """“Minister disowns council’s account”: an unknown word in a line without another verb."""
    if line.words[-1] in {".", "!", "?"} or not TENSED.isdisjoint(line.tags):
        return False
    return line.lower[place] not in table.words and plural(line, place)


def in_title_case(line: Line, table: Tables) -> bool:
    words = [
        word
        for word, lower in zip(line.words[1:], line.lower[1:], strict=True)
        if word[0].isalpha() and len(word) > 2 and lower not in table.closed
    ]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)


def guess(line: Line, place: int, table: Tables) -> Guess:
    word, lower = line.words[place], line.lower[place]
    if found := PUNCTUATION.get(word):
        return found
    first = word[0]
    if first.isdigit():
        return NUMBER
    if lower == "i":
        return PRONOUN
    known = table.words.get(lower)
    if first.isupper():
        return capital(line, place, known, table)
    return known or ending(lower, table)


def capital(line: Line, place: int, known: Guess | None, table: Tables) -> Guess:
    word, lower, begins = line.words[place], line.lower[place], starts(line, place)
    if word.isupper() and len(word) > 1 and not line.capitals:
        return NAME  # “US”, “WHO”
    if known is None or (not line.title and not begins and lower not in table.closed):
        return NAME
    name = min(cost for _, cost in known) + (IN_TITLE if line.title else FIRST)
    return known if lower in table.closed else (*known, ("NNP", name))


def starts(line: Line, place: int) -> bool:
    return place == 0 or line.words[place - 1] in {'"', ":", ".", "?", "!", "•"}


def ending(lower: str, table: Tables) -> Guess:
    for size in (4, 3, 2):
        if found := table.endings.get(lower[-size:]):
            return found
    return UNKNOWN


def best_path(guesses: list[Guess], follows: dict[str, dict[str, float]]) -> list[str]:
    """Viterbi: the cheapest sequence of classes."""
    states: dict[str, float] = {"START": 0.0}
    backs: list[dict[str, str]] = []
    for options in guesses:
        now: dict[str, float] = {}
        back: dict[str, str] = {}
        for tag, cost in options:
            best, origin = math.inf, ""
            for before, sofar in states.items():
                total = sofar + follows.get(before, NOTHING).get(tag, NEVER)
                if total < best:
                    best, origin = total, before
            now[tag], back[tag] = best + cost, origin
        states = now
        backs.append(back)
    if not backs:
        return []
    tag = min(states, key=lambda t: states[t])
    path = [tag]
    for back in reversed(backs[1:]):
        tag = back[tag]
        path.append(tag)
    return path[::-1]


NOTHING: dict[str, float] = {}
