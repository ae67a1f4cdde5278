"""Blocking keys of persons' names: two that may be of one person share at least one."""

from crossread.compare.names.parts import is_patronymic, may_be_surname, person
from crossread.compare.names.words import BALTIC, Word, father, given_names, unmarked
from crossread.languages.spelling import sound


def keys(name: str) -> frozenset[str]:
    """What two names of one person share at least one of: a surname's sound, a given name.

    Azat Peruashev → parasav, and azat with the edges of parasav.
    """
    found = person(name)
    words = found.words
    spelled = [place for place, word in enumerate(words) if not word.initial]
    if not spelled:
        return frozenset(f"i:{word.key}" for word in words)
    some = {f"j:{sound(''.join(words[place].text for place in spelled))}"}
    for place in spelled:
        if is_patronymic(words, place) or (place == 1 and father(words[1].key)):
            some |= {f"f:{one}:{father(words[place].key)}" for one in given(words[place - 1])}
        if may_be_surname(found, place) or words[place].key not in given_names():
            some |= {f"s:{root}" for root in roots(words[place])}
    return frozenset(some | with_given(words[spelled[0]], words[spelled[-1]]))


def with_given(first: Word, last: Word) -> set[str]:
    """A given name, whichever of the two it is, with the edges of the other."""
    pairs = [] if first is last else [(first, last), (last, first)]
    return {
        f"g:{one}:{edge}"
        for name, rest in pairs
        for one in given(name)
        for edge in edges(sound(rest.text))
    }


def given(word: Word) -> list[str]:
    """The names that a given name is a form of, by number; itself, if no table has it."""
    rows = given_names().get(word.key)
    return [str(row) for row in rows] if rows else [word.key]


def edges(root: str) -> tuple[str, str]:
    """The first letters of a sound, and its first and last: a slip leaves one of them."""
    return root[:2], f"{root[:1]}-{root[-1:]}"


def roots(word: Word) -> set[str]:
    """The sounds that a word is looked up by: Vučić also as Vucic, Putinas also as Putin."""
    sounds = {sound(word.text), sound(unmarked(word.text))}
    return sounds | {root[:-size] for root in sounds for size in (1, 2) if ends(root, size)}


def ends(root: str, size: int) -> bool:
    """Whether a sound may end as Baltic names of men do, and enough is before that."""
    return len(root) > size + 3 and root[-size:] in {sound(ending) for ending in BALTIC}
