"""Labels: noun phrases that name a party by more than its name or role."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from crossread.stages.wording.lexicon import Label, Lexicon
from crossread.stages.wording.tokens import Tokens

LONGEST = 8  # words on either side of the word that makes a phrase a label
NOUNS = frozenset({"NN", "NNS", "NNP"})
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
DONE = frozenset({"VBN", "VBG"})
PARTIES = frozenset({"person", "organisation", "group"})
OWNS = frozenset({"'s", "'"})
POINTING = frozenset({"these", "those"})
LIKENING = frozenset({"as", "turned", "branded"})
DEGREE = frozenset("more less most least too very so as rather".split())
PAIRING = frozenset({"and", "or"})
SIDES = frozenset({"pro-", "anti-"})  # “anti-rust paint” is on no side
SHORT = 3  # letters of the words that a headline may write small
HEADLINED, FEW = 0.6, 40  # the share of capitals, among so many words
BEHIND = 5  # words behind “of” that may show what it is: “the regime of the border operation”


@dataclass(frozen=True, slots=True)
class Called:
    """A noun phrase that is a label."""

    first: int
    last: int
    head: int  # its last noun, or the first word of a name
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what the tables say of its words."""

    tokens: Tokens
    lexicon: Lexicon
    named: Mapping[int, str]  # places that are in names, each with the type of the name

    @property
    def headlined(self) -> bool:
        """True if most words of the sentence have capitals: “Rebels Take Tarn”."""
        near = self.tokens.words[:FEW]
        words = [word for word in near if len(word) > SHORT and word[0].isalpha()]
        return sum(word[0].isupper() for word in words) > HEADLINED * len(words)

    def kind(self, place: int) -> str:
        return self.lexicon.classes.get(self.tokens.at(place), "")

    def is_head(self, place: int) -> bool:
        """True of a noun for people or bodies."""
        word = self.tokens.at(place)
        known = word in self.lexicon.heads or word in self.lexicon.nouns or self.ending(word)
        return known and (place not in self.named or self.alone(place))

    def ending(self, word: str) -> bool:
        return len(word) > 6 and word.endswith(self.lexicon.endings)

    def alone(self, place: int) -> bool:
        return place - 1 not in self.named and place + 1 not in self.named

    def no_name(self, place: int) -> bool:
        """True of a word that only its place makes look like a name: “Rebels left”, “Nazis”."""
        return self.alone(place) and (self.tokens.opens(place) or self.follows(place))

    def follows(self, place: int) -> bool:
        """True of a word for what somebody follows, which has a capital: “Nazis”."""
        word = self.tokens.at(place)
        return word in self.lexicon.followings or self.ending(word)

    def is_team(self, place: int) -> bool:
        """True of a capital that nothing but a name explains: “the Rebels won”."""
        large = self.tokens.capital(place) and not self.tokens.opens(place)
        pointed = self.tokens.at(place - 1) in POINTING
        return large and not pointed and not self.follows(place) and not self.headlined

    def several(self, place: int) -> bool:
        word = self.tokens.at(place)
        label = self.lexicon.nouns.get(word)
        return word in self.lexicon.plurals or (label is not None and label.part == "several")


def begin(line: Line, head: int) -> tuple[int, bool]:
    """Where the phrase of a head noun begins, and whether a word opens it: “the”, “Dovar’s”."""
    place, plain = head, head
    while place > 0 and head - place < LONGEST and line.tokens.spaced(place):
        if line.tokens.at(place - 1) in OWNS:
            return place, True
        word, before = line.tokens.at(place - 1), place - 1
        if word in line.lexicon.determiners:
            return before, True
        kind = line.kind(before)
        sure = kind in ADJECTIVES or kind == "CD" or word[0].isdigit() or describes(line, before)
        if kind in DONE and not sure and line.tokens.at(before - 1) not in line.lexicon.determiners:
            break  # “the speech called | rebels fools”
        if not (sure or kind in NOUNS or kind in DONE or line.tokens.capital(before)):
            break
        place = before
        plain = place if sure and plain == place + 1 else plain
    return plain, False


def describes(line: Line, place: int) -> bool:
    """True of a word of the tables that stands before nouns: “self-styled”, “Orlanian”."""
    word = line.tokens.at(place)
    people = word in line.lexicon.peoples and line.tokens.capital(place)  # not “us”
    if people or word in line.lexicon.modifiers:
        return True
    return "-" in word and not line.kind(place)


def apart(line: Line, label: Label, first: int, last: int) -> bool:
    """True unless a word beside it shows that it says something else: “a tax regime”."""
    near = {line.tokens.at(first - 1), line.tokens.at(last)}
    if line.tokens.at(last) == "of":
        near.update(line.tokens.at(place) for place in range(last + 1, last + BEHIND))
    return near.isdisjoint(label.beside)


def is_last(line: Line, last: int, *, several: bool) -> bool:
    """True if no other noun follows that the words belong to: “a militant | stronghold”."""
    if not line.tokens.spaced(last):
        return True
    if line.tokens.capital(last):
        return not line.tokens.capital(last - 1) or line.headlined or line.tokens.opens(last - 1)
    kind, word = line.kind(last), line.tokens.at(last)
    if several:
        return kind not in NOUNS or word in line.lexicon.verbs or word.endswith("s")
    joined = kind == "VBG" and line.kind(last + 1) in NOUNS  # “a terrorist | recruiting video”
    if joined or word in {"one", "ones"} or kind in NOUNS | ADJECTIVES:
        return False
    return not (line.is_head(last) or describes(line, last))


def called(line: Line, first: int, last: int, label: Label) -> Called | None:
    """“The militants left the square.” — a noun that says what side or worth somebody is of."""
    several = label.part == "several"
    if label.part == "modifier" or line.is_team(last - 1):
        return None
    if not is_last(line, last, several=several):
        return None
    if label.part == "either" and (qualifies(line, last) or names_a_body(line, last)):
        return None
    start, opened = begin(line, first)
    likened = label.part == "noun" and line.tokens.at(first - 1) in LIKENING
    named = label.part == "noun" and named_next(line, last)
    sided = (start < first and line.tokens.at(first - 1) not in DEGREE) or named or likened
    if several and not opened and start == first and acts(line, first):
        return None
    if not several and not opened and not sided:
        return None
    return Called(start, last, last - 1, called.__name__)


def acts(line: Line, place: int) -> bool:
    """“Dovar | moderates | his tone”: a verb, with who does it before and to what behind it."""
    after = line.tokens.at(place + 1)
    return line.tokens.capital(place - 1) and (
        after in line.lexicon.determiners or after in {"against", "at", "by", "it", "them"}
    )


def qualifies(line: Line, last: int) -> bool:
    """“the terrorist | and extremist nature”, “his populist|, loud message”: it is of a noun."""
    mark, after = line.tokens.at(last), line.kind(last + 1)
    if mark == ",":
        return after in ADJECTIVES | {"NN"}
    label = line.lexicon.modifiers.get(line.tokens.at(last + 1))
    return mark in PAIRING and (label is not None or after in ADJECTIVES)


def names_a_body(line: Line, place: int) -> bool:
    """“the nationalist | Tarn Gazette”: a word for a person stands before no body."""
    return named_next(line, place) and line.named[place] != "person"


def described(line: Line, first: int, last: int, label: Label) -> Called | None:
    """“The self-styled governor left.” — a word before a noun for people or a body."""
    if label.part not in {"modifier", "either"}:
        return None
    if line.is_team(first) and "-" not in line.tokens.words[first]:
        return None  # “the Radical candidate”: it is a party’s name
    head = last
    while head < len(line.tokens) and head - last < LONGEST and line.tokens.spaced(head):
        if line.is_head(head) and is_last(line, head + 1, several=line.several(head)):
            start, _ = begin(line, first)
            return Called(start, head + 1, head, described.__name__)
        fits = line.kind(head) in ADJECTIVES | {"NN", "NNP"} or describes(line, head)
        if not fits and not line.tokens.capital(head):
            return None
        head += 1
    return None


def before_name(line: Line, first: int, last: int, label: Label) -> Called | None:
    """“The disgraced Ilan Dovar left.” — a word before a name."""
    fitting = label.part in {"modifier", "either"} and named_next(line, last)
    if fitting and label.part == "either" and not names_a_body(line, last):
        return None
    if not fitting or line.named[last] not in PARTIES or not line.tokens.capital(last):
        return None
    if not line.tokens.words[first].islower():
        return None  # “an anti-Ilan | Dovar poster”
    start, opened = begin(line, first)
    stop = last
    while stop in line.named and (stop == last or line.tokens.spaced(stop)):
        stop += 1
    whole = opened and is_last(line, stop, several=False)
    return Called(start, stop, last, before_name.__name__) if whole else None


RULES: tuple[Callable[[Line, int, int, Label], Called | None], ...] = (
    called,
    described,
    before_name,
)


def named_next(line: Line, place: int) -> bool:
    return place in line.named and line.tokens.spaced(place)


def labels(line: Line) -> Iterator[Called]:
    """The labels of a sentence, in order; none stands in another."""
    done = 0
    for place in range(len(line.tokens)):
        if place < done or (place in line.named and not line.no_name(place)):
            continue
        for last, label in known(line, place):
            found = by_rules(line, place, last, label)
            if found and found.first >= done:
                yield found
                done = found.last
                break


def by_rules(line: Line, first: int, last: int, label: Label) -> Called | None:
    if not apart(line, label, first, last):
        return None
    answers = (rule(line, first, last, label) for rule in RULES)
    return next((answer for answer in answers if answer), None)


def known(line: Line, place: int) -> Iterator[tuple[int, Label]]:
    """What the table says of the words that begin here, the longest first."""
    word, lexicon = line.tokens.at(place), line.lexicon
    for words in lexicon.starts.get(word, ()):
        last = place + len(words)
        if tuple(line.tokens.lower[place:last]) == words:
            phrase = " ".join(words)
            yield last, lexicon.nouns.get(phrase) or lexicon.modifiers[phrase]
    single = [one for one in (lexicon.modifiers.get(word), lexicon.nouns.get(word)) if one]
    yield from ((place + 1, label) for label in single)
    if single:
        return
    if line.ending(word):
        yield place + 1, Label("several" if word.endswith("s") else "noun")
    elif "-" in word and (label := joined(line, place)):
        yield place + 1, label


def joined(line: Line, place: int) -> Label | None:
    """“pro-Orlanian”, “foreign-backed”: on whose side, by whose means; “pseudo-experts”."""
    word, lexicon = line.tokens.words[place], line.lexicon
    low = word.lower()
    if low.endswith(lexicon.suffixes) and not low.startswith("self-"):
        return Label("modifier")
    prefix = next((one for one in lexicon.prefixes if low.startswith(one)), "")
    rest = word[len(prefix) :]
    if not prefix or not rest:
        return None
    if prefix in SIDES:
        return Label("modifier") if rest[0].isupper() else None
    if rest.lower() in lexicon.heads:
        return Label("several" if rest.lower() in lexicon.plurals else "noun")
    return Label("modifier")
