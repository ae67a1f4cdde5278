"""Groups: a verb with all that belongs to it, “is also believed to have | owned”."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from crossread.stages.ties.scenes import Scene

FURTHEST = 12  # words of a group before its verb
REMARK = 10  # words of a remark between commas: “credited, not without reason, with …”
PLAIN, THIRD, PAST, PARTICIPLE, ING = range(5)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands before a verb and belongs to it."""

    before: int  # the place before the group, where the subject ends
    be: bool = False  # “was | owned”
    have: bool = False
    do: bool = False
    negated: bool = False
    hedged: bool = False
    disowned: bool = False  # “denied | owning”
    led: bool = False  # “is believed to”, “credited with”: the form of the verb follows from it

    @property
    def bare(self) -> bool:
        """True if nothing helps the verb: “the channel owned by Dovar”."""
        return not (self.be or self.have or self.do or self.led)


def group(scene: Scene, at: int) -> Group | None:
    """The group of the verb at a place; None where it would, should or may not be so."""
    found = Group(at - 1)
    found = disputed(scene, found) or found
    for _ in range(FURTHEST):
        further = step(scene, found)
        if further is None:
            return None
        if further == found:
            break
        found = further
    return found


def step(scene: Scene, found: Group) -> Group | None:
    """One word further to the left; the same group where it is at its end."""
    word = scene.word(found.before)
    if not word:
        return found
    if word in scene.lexicon.sets["unreal"]:
        return None
    for special, rule in SPECIAL:
        if word in special:
            return rule(scene, found)
    return plain(scene, found, word)


def plain(scene: Scene, found: Group, word: str) -> Group:
    """A word that only says how: an auxiliary, “not”, “allegedly”, another adverb."""
    on, sets = replace(found, before=found.before - 1), scene.lexicon.sets
    if word.endswith(("n’t", "n't")):
        return replace(on, negated=True, do=True)
    if word in sets["be"]:
        return replace(on, be=found.be or not (found.have or found.do or found.led))
    if word in sets["auxiliaries"]:
        has = word.startswith(("ha", "’ve", "'ve"))
        return replace(on, have=found.have or has, do=found.do or not has)
    if says_how(word, sets) or scene.lexicon.is_adverb(word):
        return replace(
            on,
            negated=found.negated or word in sets["negation"],
            hedged=found.hedged or word in sets["hedged"] | sets["may"],
            led=found.led or word in sets["may"],
        )
    return found


def says_how(word: str, sets: Mapping[str, frozenset[str]]) -> bool:
    return any(word in sets[name] for name in ("may", "negation", "hedged"))


def no_longer(scene: Scene, found: Group) -> Group:
    """“no longer | owns”."""
    over = scene.within("negation", found.before - 1)
    return replace(found, before=found.before - 2, negated=True) if over else found


def shortened(scene: Scene, found: Group) -> Group:
    """“he’s backing …”; not “Dovar’s backing”."""
    at = found.before - 1
    mention = scene.slot(at)
    pronoun = mention is not None and mention.form == "pronoun"
    short = pronoun or scene.within("relative", at)
    return replace(found, before=at, be=True) if short else found


def raised(scene: Scene, found: Group) -> Group | None:
    """“is believed | to own”, “appears | to own”, “continued | to own”; not “wants to own”."""
    at = found.before - 1
    while scene.lexicon.is_adverb(scene.word(at)):
        at -= 1
    word, sets = scene.word(at), scene.lexicon.sets
    on = replace(found, before=at - 1, led=True)
    if word in sets["hidden"] and scene.within("be", at - 1):
        return replace(on, hedged=True, before=at - 2)
    if word in sets["seeming"]:
        return replace(on, hedged=True)
    if word in sets["reality"]:
        return on
    return replace(on, negated=True) if word == "used" else None


def disputed(scene: Scene, found: Group) -> Group | None:
    """“is credited, not without reason, with | financing”, “denied | owning”."""
    at = found.before
    sets = scene.lexicon.sets
    if scene.within("denying", at):
        return replace(found, before=at - 1, negated=True, disowned=True, led=True)
    if scene.word(at) not in {"with", "of", "for", "to"}:
        return None
    at -= 1
    if scene.word(at) == ",":
        at = next((n for n in range(at - 1, at - REMARK, -1) if scene.word(n) == ","), at) - 1
    if scene.word(at) in sets["dispute"]:
        return replace(found, before=at - 1, hedged=True, led=True)
    if scene.word(at) in sets["doing_so"]:
        return replace(found, before=at - 1, led=True)
    return None


def remark(scene: Scene, found: Group) -> Group:
    """“Dovar, allegedly, owns it”: an adverb between commas."""
    at = found.before
    if scene.word(at - 2) == "," and scene.within("hedged", at - 1):
        return replace(found, before=at - 3, hedged=True)
    return found


SPECIAL: tuple[tuple[frozenset[str], Callable[[Scene, Group], Group | None]], ...] = (
    (frozenset({"longer"}), no_longer),
    (frozenset({"'s", "’s"}), shortened),
    (frozenset({"to"}), raised),
    (frozenset({","}), remark),
)
