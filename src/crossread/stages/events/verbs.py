"""Verbs: the words that stand with a verb and say whether what it tells of has happened."""

from dataclasses import dataclass

from crossread.stages.events.tokens import Tokens

LONGEST = 8  # words between a verb and the first of its helping words
FAR = 15  # words before a verb in which an “if” stands


@dataclass(frozen=True, slots=True)
class Group:
    """“had not been | arrested”: the helping words of a verb, the nearest first."""

    first: int  # the token that the group begins with
    helping: tuple[str, ...]
    negated: bool

    def has(self, tokens: Tokens, *sets: str) -> bool:
        return any(tokens.lexicon.is_in(word, *sets) for word in self.helping)


def group(tokens: Tokens, verb: int) -> Group | None:
    """The group of a verb; None if what it tells of has not, or only nearly, come about.

    “will be arrested”, “to arrest”, “could have killed”, “nearly killed”, “if he was arrested”.
    """
    place, helping, negated = verb - 1, list[str](), False
    while place >= 0 and verb - place <= LONGEST and place not in tokens.times:
        low = tokens.lower[place]
        if tokens.has(place, "missed"):
            return None
        if tokens.has(place, "not"):
            negated = tokens.low(place + 1) != "only"
        elif low == "to" or tokens.has(place, "be", "have", "modals", "forms_of_do"):
            helping.append(low)
        elif tokens.tags[place] != "RB":
            break
        place -= 1
    found = Group(place + 1, tuple(helping), negated)
    unreal = found.has(tokens, "modals") or "to" in helping or supposed(tokens, place)
    return None if unreal else found


def supposed(tokens: Tokens, place: int) -> bool:
    """“It is not clear whether he was arrested.”"""
    for before in range(place, max(-1, place - FAR), -1):
        if tokens.has(before, "ahead"):
            return True
        if tokens.low(before) == "," or tokens.has(before, "turns"):
            return False
    return False


def passive(tokens: Tokens, verb: Group) -> bool:
    """“was arrested”, “has been arrested”, “is being arrested”; not “is arrested”."""
    if not verb.has(tokens, "be"):
        return False
    if verb.has(tokens, "have") or {"was", "were"} & set(verb.helping):
        return True
    if verb.helping == ("being",):
        return tokens.has(verb.first - 1, "afterwards")  # “after being arrested”
    return "being" in verb.helping or tokens.headline


def perfect(tokens: Tokens, verb: Group) -> bool:
    """“has arrested”, “had arrested”; not “'d arrested”, which may be “would”."""
    return verb.has(tokens, "have") and not verb.has(tokens, "be")
