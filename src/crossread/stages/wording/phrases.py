"""Phrases: hedges, presumptions and insinuations, each only where it is one.

A table names for each phrase the rule that tells where it is of its kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crossread.model.wording import WordingKind
from crossread.stages.wording.lexicon import NOT, Lexicon
from crossread.stages.wording.tokens import Tokens

BE = frozenset("be is are was were been being am 's 're 'm isn't aren't wasn't weren't".split())
AUXILIARIES = BE | frozenset("has have had will would should do does did 'd 've 'll".split())
POWER = frozenset("can could cannot can't couldn't".split())
JOINING = frozenset("and but or so because since if that as while yet for though although".split())
DEGREE = frozenset("more very as so too quite most less how".split())
SUBJECTS = frozenset("i you he she it we they who which that this there".split())
ASKERS = SUBJECTS - {"it", "this", "that", "which"}
AFTER_BELIEF = frozenset("of about in so not too like him them me us".split())
KINDS_OF = frozenset("what this that some same any every a the all these those one no its".split())
KINDS_OF |= frozenset(
    "his her their my our your which another different certain right other".split()
)
SEEN = frozenset("marked defined visible stated labeled labelled written heard seen state".split())
SEEN |= frozenset("identified shown explained outlined enough and demonstrated expressed".split())
TRACKS = frozenset("golf obstacle race main crash study degree first second matter".split())
SCREENS = frozenset("meet met meeting attend attended held hold appear appeared".split())
COMPARED = frozenset("how as registered more less equally".split())
LISTED = frozenset("voters voter voter's scenario scenarios".split())
NOUNS = frozenset({"NN", "NNS", "NNP"})
DESCRIBING = frozenset({"JJ", "JJR", "JJS", "VBN"})
UNNAMED_AFTER = frozenset("of in the a to from for with both these those and".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a sentence that may be a hedge, a presumption or an insinuation."""

    tokens: Tokens
    lexicon: Lexicon
    first: int
    last: int
    kind: WordingKind
    rule: str

    @property
    def before(self) -> str:
        return self.tokens.at(self.first - 1)

    @property
    def after(self) -> str:
        return self.tokens.at(self.last)

    @property
    def starts(self) -> bool:
        """True at the start of a sentence, or of a part of it."""
        parted = self.tokens.ends(self.first - 1) or self.before in JOINING
        return self.tokens.opens(self.first) or parted

    @property
    def parted(self) -> bool:
        """True if a mark follows, or nothing."""
        return self.tokens.ends(self.last)

    def kind_of(self, word: str) -> str:
        return self.lexicon.classes.get(word, "")


def anywhere(_: Phrase) -> bool:
    """“The mayor allegedly left.” — these words are of this kind wherever they stand."""
    return True


def never(_: Phrase) -> bool:
    """“They might as well stay.” — it looks like “might”, and leaves nothing open."""
    return False


def modal(phrase: Phrase) -> bool:
    """“The mayor may have left”; not “left in May”, “may I ask”, “nobody may enter”."""
    word = phrase.tokens.words[phrase.first]
    if word[0].isupper() or phrase.before in {"no one", "nobody", "none", "only", "or"}:
        return False
    if phrase.last - phrase.first > 1:
        return True
    if phrase.after == "only":
        return False
    if phrase.before in SUBJECTS and phrase.kind_of(phrase.after) == "NN":
        return True  # “it might | rain”
    return phrase.after in phrase.lexicon.verbs or phrase.kind_of(phrase.after) == "RB"


def not_done(phrase: Phrase) -> bool:
    """“It could be the worst flood”; not “it could be seen from the hill”."""
    done = phrase.kind_of(phrase.after) in {"VBN", "VBD", "VBG", "RB"} or phrase.parted
    return not (done or phrase.after.endswith("ed"))


def before_a_verb(phrase: Phrase) -> bool:
    """“The dam appears to hold”; not “he appeared to applause”, “they tend to the sick”."""
    tokens = phrase.tokens
    place = phrase.last
    if tokens.at(place - 1) != "to":
        if tokens.at(place) == "to":
            place += 1
        elif phrase.kind_of(tokens.at(place)) in {"JJ", "RB", "JJR"}:
            return tokens.at(phrase.first).startswith("seem")
        else:
            return False
    if phrase.kind_of(tokens.at(place)) == "RB":
        place += 1
    return tokens.at(place) in phrase.lexicon.verbs


def of_a_noun(phrase: Phrase) -> bool:
    """“The alleged thief left”; not “she alleged fraud”, “it became apparent”."""
    follows = phrase.kind_of(phrase.after)
    noun = follows in NOUNS or follows in DESCRIBING or (not follows and not phrase.parted)
    led = phrase.kind_of(phrase.before) in {"DT", "PRP$", "JJ", "IN", "CC", "CD", "NN", "POS", ""}
    told = phrase.before in SUBJECTS or phrase.before in AUXILIARIES
    return noun and led and not told and phrase.after != "to"


def of_a_chance(phrase: Phrase) -> bool:
    """“Rain is likely”, “likely to rain”; not “likely voters”."""
    if phrase.after in LISTED or phrase.before in COMPARED:
        return False
    said = AUXILIARIES | DEGREE | {"not", "n't", "seems", "seem", "looks", "appears", "also"}
    return phrase.after in {"to", "that", "because"} or phrase.before in said


def after_no_power(phrase: Phrase) -> bool:
    """“Possibly the oldest mill”; not “as soon as they possibly could”, “could not possibly”."""
    near = {phrase.before, phrase.tokens.at(phrase.first - 2), phrase.after}
    return near.isdisjoint(POWER | {"not"})


def of_degree(phrase: Phrase) -> bool:
    """“He was sort of glad”; not “what sort of mill”, “a kind of bread”."""
    before = phrase.before
    if before == "'s":  # “it’s kind of late”, not “Dovar’s kind of mill”
        before = phrase.tokens.at(phrase.first - 2)
    if before in KINDS_OF or before not in SUBJECTS | AUXILIARIES | {"just"}:
        return False
    return phrase.after not in {"a", "an", "the", "thing", "person", "people"}


def of_no_screen(phrase: Phrase) -> bool:
    """“Virtually nobody came”; not “the council met virtually”."""
    return not phrase.parted and phrase.before not in SCREENS


def after_i(phrase: Phrase) -> bool:
    """“I feel like they forgot us”; not “it feels like ice”, “I feel like a king”."""
    return phrase.before == "i" and phrase.after in SUBJECTS | {"the", "there's", "it's"}


def opens_a_clause(phrase: Phrase) -> bool:
    """“I think that he left”, “the truth is, he left”; not “I think of him”, “what I think”."""
    if phrase.before in {"what", "do", "did", "than", "how", "and what", "who", "n't"}:
        return False
    if phrase.tokens.at(phrase.last - 1) == "that":
        return True
    return phrase.after not in AFTER_BELIEF | {"to", "by", "and", "with", "from", "on"}


def of_what_is_so(phrase: Phrase) -> bool:
    """“Everyone knows he left”; not “everyone knows his name”, “make sure everyone knows it”."""
    told = phrase.after in SUBJECTS | {"how", "what", "why"} or phrase.tokens.capital(phrase.last)
    return phrase.starts and told and phrase.after != "it"


def says_what_follows(phrase: Phrase) -> bool:
    """“The truth is, he left”, “the fact is that he left”; not “the truth is bitter”."""
    after = phrase.after
    told = after in SUBJECTS | {",", ":", "that", "the", "a", "no", "nobody", "there"}
    return told or phrase.kind_of(after) in {"DT", "PRP"} or phrase.tokens.capital(phrase.last)


def of_no_asker(phrase: Phrase) -> bool:
    """“The contract raised questions”; not “senators raised questions”, “Dovar raised …”."""
    asker = phrase.before in phrase.lexicon.heads or phrase.before in ASKERS
    return not asker and not phrase.tokens.capital(phrase.first - 1)


def opens_a_question(phrase: Phrase) -> bool:
    """“Who benefits?”; not “a man who benefits from it”."""
    begins = phrase.tokens.words[phrase.first][0].isupper() or phrase.before in {":", "ask", "asks"}
    return begins and "?" in phrase.tokens.words[phrase.last :]


def aside(phrase: Phrase) -> bool:
    """“Sadly, the mill burnt”, “the mill, sadly, burnt”; not “she smiled sadly”."""
    ahead = phrase.starts and (phrase.after == "," or phrase.before == ",")
    return ahead and (phrase.after == "," or not phrase.before[:1].isalnum())


def starts(phrase: Phrase) -> bool:
    """“Small wonder he left.” — only at the start of a sentence."""
    return phrase.tokens.opens(phrase.first)


def of_a_statement(phrase: Phrase) -> bool:
    """“Naturally, he left”, “he clearly lied”; not “it occurs naturally”, “speak clearly”."""
    after, before = phrase.after, phrase.before
    if before in DEGREE | {"almost", "not", "n't"} or before.endswith(NOT) or after in SEEN:
        return False
    if before in {"be", "been", "being"} and phrase.kind_of(after) in {"VBN", "VBD"}:
        return False  # “had never been clearly | parted”
    if before in POWER | {"must", "to", "should", "may", "might"}:
        return False
    if phrase.starts:
        return after == "," or not phrase.parted or before == ","
    verb = phrase.kind_of(after) in {"VBD", "VBZ", "VBP", "MD", "VB"} and not phrase.parted
    helped = before in AUXILIARIES and not phrase.parted
    named = (
        before in SUBJECTS
        or phrase.kind_of(before) in NOUNS
        or phrase.tokens.capital(phrase.first - 1)
    )
    return helped or (verb and named)


def of_no_lack(phrase: Phrase) -> bool:
    """“No doubt he left”; not “she had no doubt”, “leaves no doubt”."""
    held = {"have", "has", "had", "leave", "leaves", "left", "with", "having", "i've", "leaving"}
    return phrase.before not in held and not phrase.before.endswith("'ve")


def of_no_track(phrase: Phrase) -> bool:
    """“Of course he left”; not “the length of course 4”, “a matter of course”."""
    if phrase.starts or phrase.after in {",", "."}:
        return phrase.before not in TRACKS
    return phrase.before in AUXILIARIES | SUBJECTS | {"not"}


def unnamed(phrase: Phrase) -> bool:
    """“Some say he left”; not “the wishes of some say little”, “in some circles”."""
    return phrase.starts or (not phrase.parted and phrase.before not in UNNAMED_AFTER)


RULES: dict[str, Callable[[Phrase], bool]] = {
    rule.__name__: rule
    for rule in (
        anywhere,
        never,
        modal,
        not_done,
        before_a_verb,
        of_a_noun,
        of_a_chance,
        after_no_power,
        of_degree,
        of_no_screen,
        after_i,
        opens_a_clause,
        of_what_is_so,
        says_what_follows,
        of_no_asker,
        opens_a_question,
        aside,
        starts,
        of_a_statement,
        of_no_lack,
        of_no_track,
        unnamed,
    )
}


def phrases(tokens: Tokens, lexicon: Lexicon) -> Iterator[Phrase]:
    """Those of a sentence, in order; of two that overlap the first, of those the longest."""
    place, first_words = 0, lexicon.phrases.after
    while place < len(tokens):
        found = longest(tokens, lexicon, place) if tokens.lower[place] in first_words else None
        if found and RULES[found.rule](found):
            yield found
        place = found.last if found and found.rule == never.__name__ else place
        place = found.last if found and RULES[found.rule](found) else place + 1


def longest(tokens: Tokens, lexicon: Lexicon, first: int) -> Phrase | None:
    """The longest phrase of the tables that begins with a word; no mark stands inside it."""
    node, place, best = lexicon.phrases, first, None
    while place < len(tokens) and (place == first or tokens.follows(place)):
        ahead = node.after.get(tokens.lower[place])
        if ahead is None:
            break
        node, place = ahead, place + 1
        if node.kind is not None:
            best = Phrase(tokens, lexicon, first, place, node.kind, node.rule)
    return best
