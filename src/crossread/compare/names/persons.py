"""Whether two names may be names of one person, word by word."""

from dataclasses import dataclass
from functools import lru_cache
from math import prod

from crossread.compare.names.likeness import Likeness
from crossread.compare.names.parts import Person, may_be_surname, person
from crossread.compare.names.words import (
    Bond,
    Word,
    bond,
    given_names,
    respelled,
    signs,
    sounding,
)

FIRM = 0.9  # from here on a bond of two words leaves no doubt
NOTHING = Likeness(0.0, "One of the names has no letters.")


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words of two names, paired; and those that found no partner, by their places."""

    pairs: tuple[tuple[int, int, Bond], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """How likely two names are of one person: “A. Peruashev” and “Азат Перуашев” are."""
    mine, theirs = person(one), person(other)
    if not mine.words or not theirs.words:
        return NOTHING
    if found := at_once(mine, theirs):
        return found
    pairing = paired(mine, theirs)
    if pairing.left and pairing.right:
        return clash(mine, theirs, pairing)
    if pairing.right:
        mine, theirs, pairing = theirs, mine, turn(pairing)
    return of_generation(mine, theirs, weighed(mine, theirs, pairing))


def of_generation(one: Person, other: Person, found: Likeness) -> Likeness:
    """“William Torlan Jr.” is not “William Torlan”; “Torlan” may be either."""
    if one.generation == other.generation or min(len(one.words), len(other.words)) < 2:
        return found
    family = {"jr", "sr", "junior", "senior"} & {one.generation, other.generation}
    reason = f"‘{one.text}’ and ‘{other.text}’ may be parent and child."
    return Likeness((0.3 if family else 0.6) * found.score, reason)


def at_once(one: Person, other: Person) -> Likeness | None:
    """What the names as wholes tell, before their words are paired."""
    if one.text.casefold() == other.text.casefold():
        return Likeness(1.0, f"Both are ‘{one.text}’.")
    if one.joined != other.joined or one.generation != other.generation:
        return None
    if signs(Word(one.text, ""), Word(other.text, "")):
        return None
    if [word.text.casefold() for word in one.words] == [w.text.casefold() for w in other.words]:
        return Likeness(
            0.98, f"‘{one.text}’ is ‘{other.text}’ but for a title, a particle or a mark."
        )
    return Likeness(0.98, respelled(one.text, other.text))


def run_together(one: Person, other: Person) -> Bond | None:
    """“KassymJomart Tokaev” and “Kassym Jomart Tokayev”: the same but for where words end."""
    return sounding(Word(one.text, one.joined), Word(other.text, other.joined))


def paired(one: Person, other: Person) -> Pairing:
    """Each word with the word that it goes with best, the firmest bonds first."""
    bonds = [
        (found.score, -abs(i - j), -i - j, i, j, found)
        for i, mine in enumerate(one.words)
        for j, theirs in enumerate(other.words)
        if (found := bond(mine, theirs)) and found.score
        if not (mine.initial and j == other.surname and one.written)
        if not (theirs.initial and i == one.surname and other.written)
    ]
    left, right = set(range(len(one.words))), set(range(len(other.words)))
    pairs = []
    for *_, i, j, found in sorted(bonds, key=lambda item: item[:3], reverse=True):
        if i in left and j in right:
            pairs.append((i, j, found))
            left.remove(i)
            right.remove(j)
    pairs.sort(key=lambda pair: pair[:2])
    return Pairing(tuple(pairs), tuple(sorted(left)), tuple(sorted(right)))


def turn(found: Pairing) -> Pairing:
    pairs = [(j, i, tie) for i, j, tie in found.pairs]
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair[:2])), found.right, found.left)


def clash(one: Person, other: Person, found: Pairing) -> Likeness:
    """Both have a word that the other lacks: “Azat Peruashev” is not “Ermek Peruashev”."""
    if len(one.words) != len(other.words) and (tie := run_together(one, other)):
        return Likeness(tie.score, tie.reason)
    mine, theirs = one.words[found.left[-1]], other.words[found.right[-1]]
    tie = bond(mine, theirs)
    if tie and tie.reason and not tie.score:
        return Likeness(0.05, tie.reason)
    return Likeness(0.1, f"‘{mine.text}’ and ‘{theirs.text}’ are different names.")


def weighed(long: Person, brief: Person, found: Pairing) -> Likeness:
    """All words of the brief name go with words of the long one: how much that says."""
    written = [tie for *_, tie in found.pairs if tie.rule != "initial"]
    if not written:
        return Likeness(0.2, f"‘{brief.text}’ may be the initials of ‘{long.text}’, or of others.")
    score = chance(found, written) * (0.4 if by_form(long, brief, found) else 1)
    if not found.left:
        return whole(long, brief, found, score)
    return alone(long, brief, found) if len(found.pairs) == 1 else partly(long, brief, found, score)


def partly(long: Person, brief: Person, found: Pairing, score: float) -> Likeness:
    """Several words go together, and the long name has more: a patronymic, a middle name."""
    missing = " ".join(long.words[place].text for place in found.left)
    if out_of_place(long, found) or other_initials(long, brief, found):
        return Likeness(0.3 * score, f"‘{brief.text}’ lacks ‘{missing}’ of ‘{long.text}’.")
    if long.surname in found.left:
        return Likeness(0.6 * score, f"‘{brief.text}’ may be ‘{long.text}’ without ‘{missing}’.")
    if any(tie.rule == "initial" for *_, tie in found.pairs):
        return Likeness(score, f"‘{brief.text}’ may shorten ‘{long.text}’.")
    if score < FIRM:
        return Likeness(0.95 * score, weakest(found).reason)
    if found.left[0] == 0 and not long.words[0].initial:
        return Likeness(0.8 * score, f"‘{brief.text}’ may be ‘{long.text}’ without ‘{missing}’.")
    return Likeness(0.95 * score, f"‘{brief.text}’ is ‘{long.text}’ without ‘{missing}’.")


def out_of_place(long: Person, found: Pairing) -> bool:
    """A middle initial stands for a first name: “Ron Dovar” is not “Wendy R. Dovar”."""
    written = [place for place in found.left if not long.words[place].initial]
    return any(long.words[i].initial and any(p < i for p in written) for i, *_ in found.pairs)


def other_initials(long: Person, brief: Person, found: Pairing) -> bool:
    """Both have middle initials, and not the same: “Ilan H. V. Dovar” is not “Ilan V. Dovar”."""
    return any(
        long.words[i].initial and brief.words[j].initial and any(place < i for place in found.left)
        for i, j, _ in found.pairs
    )


def by_form(one: Person, other: Person, found: Pairing) -> bool:
    """Whether the surnames go together as given names do: Allen and Alan are two families."""
    surnames = one.surname, other.surname
    return len(found.pairs) > 1 and any(
        (i, j) == surnames and tie.rule == "forms" for i, j, tie in found.pairs
    )


def chance(found: Pairing, written: list[Bond]) -> float:
    """The words' scores together; a doubtful word needs a firm one beside it that is no initial."""
    score = prod(tie.score for *_, tie in found.pairs)
    doubts = [tie for tie in written if tie.score < FIRM]
    if doubts and crossed(found):
        return 0.6 * score
    endings = [tie for tie in written if tie.rule == "baltic"]
    if endings:  # a Latvian text has them on every name: Stephen is not Stephens
        return score if len(endings) == len(written) > 1 else 0.5 * score
    return 0.7 * score if doubts and len(doubts) == len(written) else score


def crossed(found: Pairing) -> bool:
    """Whether the words of the two names stand in another order."""
    places = [place for _, place, _ in found.pairs]
    return places != sorted(places)


def whole(one: Person, other: Person, found: Pairing, score: float) -> Likeness:
    """Each word of either name goes with one of the other."""
    worst = weakest(found)
    if worst.rule == "initial" and worst.score < 1:
        brief, long = sorted((one, other), key=lambda name: sum(not w.initial for w in name.words))
        return Likeness(score, f"‘{brief.text}’ may shorten ‘{long.text}’.")
    if score < FIRM or worst.rule not in ("same", "initial"):
        return Likeness(score, worst.reason)
    if crossed(found):
        return turned(one, other, score)
    return Likeness(score, respelled(one.text, other.text))


def turned(one: Person, other: Person, score: float) -> Likeness:
    """The same words in another order: safe, but where only the order tells who it is."""
    if one.fathers != other.fathers:
        return Likeness(0.2, f"‘{one.text}’ may be the father or the child of ‘{other.text}’.")
    if all(word.key in given_names() for word in one.words):
        return Likeness(
            0.7 * score, f"‘{one.text}’ may be ‘{other.text}’, or called the other way."
        )
    return Likeness(0.97 * score, f"‘{one.text}’ is ‘{other.text}’ in another order.")


def alone(long: Person, brief: Person, found: Pairing) -> Likeness:
    """“Putin” may be “Vladimir Putin”; “Vladimir” may be so many that it says little."""
    place, _, tie = found.pairs[0]
    if tie.rule not in ("same", "bare"):
        return Likeness(0.4 * tie.score, tie.reason)
    if may_be_surname(long, place):
        reason = f"‘{brief.text}’ may be ‘{long.text}’ by the surname alone."
        return Likeness(0.65 * tie.score, reason)
    return Likeness(0.35 * tie.score, f"‘{brief.text}’ is not the surname of ‘{long.text}’.")


def weakest(found: Pairing) -> Bond:
    return min((tie for *_, tie in found.pairs), key=lambda tie: tie.score)
