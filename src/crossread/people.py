"""People: who is who in a case, and what somebody decided on it.

What is decided is kept as a record of its own, of names and not of identities: so it holds for
articles that come later, and however often the articles are read again.
"""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.compare.identities import identities
from crossread.compare.identities.forms import fold
from crossread.errors import AmbiguousError, InputError, NotFoundError
from crossread.export.controls import line
from crossread.model.identity import Identities, Identity
from crossread.model.judgement import Judgement, Party, Verdict
from crossread.store.judgements import standing, withdrawn
from crossread.store.names import folded
from crossread.store.store import Store

# Raised whenever identities may be made otherwise of the same: those of older versions are made
# anew. It is kept with them.
VERSION = "1"

AT = "@"  # “Ivo Trent @ 5f0b360e”: whom that article calls so
SHORTEST_ID = 4  # letters of an article's id that are looked at
LONGEST_NAME = 300  # characters
SHOWN = 60  # characters of a name in a sentence
LISTED = 8  # identities in a sentence


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement that holds, and what came of it."""

    judgement: Judgement
    new: bool = True  # False: it had been made before
    identities: tuple[Identity, ...] = ()  # of whom it speaks, as they are now


class People:
    """Who is who in a case. All is made of the readings and judgements that are in its store."""

    def __init__(self, store: Store, judge: str = "") -> None:
        self.store = store
        self.judge = judge

    def make(self) -> None:
        """Makes the identities, unless those that are kept are of all that is there now."""
        if self.store.has_identities(VERSION):
            return
        with self.store.database.snapshot():
            made_of = self.store.changed()
            found = identities(self.store.appearances(), standing(self.store.judgements()))
        self.store.keep_identities(found, made_of, VERSION)

    def all(self) -> Identities:
        self.make()
        return self.store.identities()

    def who(self, name: str) -> tuple[Identity, ...]:
        self.make()
        return self.store.bearers(name)

    def near(self, name: str) -> tuple[str, ...]:
        self.make()
        return self.store.near(name)

    def one(self, name: str) -> Identity:
        """The only one who bears the name, or has the id."""
        found = self.who(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(several(name, found))
        near = " or ".join(quoted(other) for other in self.near(name))
        hint = f"did you mean {near}?" if near else "`crossread show` has the names"
        raise NotFoundError(f"nobody in this case is called {quoted(name)}; {hint}")

    def decide(self, verdict: Verdict, names: tuple[str, str], who: str | None) -> Decision:
        """That two are the same, or that they are different."""
        one, other = (Side.of(name, self) for name in names)
        if one.identity.id == other.identity.id:
            parties = one.exactly(), other.exactly()
            if side(parties[0]) == side(parties[1]):
                raise InputError(quoted(names[0]), f"{quoted(names[1])} is no other; {TWO_NAMES}")
        else:
            parties = self.party(one, other), self.party(other, one)
        return self.add(Judgement(0, verdict, *parties, who=self.name_of(who)))

    def rename(self, name: str, new: str, who: str | None) -> Decision:
        """Under which name one is to be shown."""
        shown = line(new)
        if not any(character.isalnum() for character in shown):
            raise InputError("the new name", "is empty; type one with letters")
        if len(shown) > LONGEST_NAME:
            raise InputError("the new name", f"is too long; take at most {LONGEST_NAME} letters")
        party = self.party(Side.of(name, self))
        return self.add(Judgement(0, "rename", party, name=shown, who=self.name_of(who)))

    def withdraw(self, number: int, who: str | None) -> Decision:
        """That a judgement holds no more. To withdraw a withdrawal makes it hold again."""
        made = {each.number: each for each in self.store.judgements()}
        if number not in made:
            there = f"the last is {max(made)}" if made else "none has been made"
            raise NotFoundError(f"there is no judgement {number}; {there}")
        if earlier := withdrawn(tuple(made.values())).get(number):
            return Decision(earlier, new=False)
        withdrawal = Judgement(0, "withdraw", withdrawn=number, who=self.name_of(who))
        return Decision(self.store.judge(withdrawal), identities=self.meant(made[number]))

    def add(self, judgement: Judgement) -> Decision:
        """Keeps a judgement; one that holds already is not made twice."""
        same = same_subject(judgement, standing(self.store.judgements()))
        known = same is not None and (same.verdict, same.name) == (
            judgement.verdict,
            judgement.name,
        )
        kept = same if known and same else self.store.judge(judgement)
        return Decision(kept, new=not known, identities=self.meant(kept))

    def meant(self, judgement: Judgement) -> tuple[Identity, ...]:
        """Of whom a judgement speaks now: one, if two were found to be the same."""
        parties = [party for party in (judgement.one, judgement.other) if party]
        found = {one.id: one for party in parties for one in self.bearers(party)}
        return tuple(found.values())

    def bearers(self, party: Party) -> tuple[Identity, ...]:
        """Who bears the name of a party, where and as what it is meant."""
        return tuple(
            one
            for one in self.of_one_name(party)
            if not party.articles or articles_of(one) & set(party.articles)
        )

    def of_one_name(self, party: Party) -> list[Identity]:
        """All whom a judgement on a name speaks of, in whatever letters they bear it."""
        self.make()
        heard = fold(party.name, party.type)
        return [
            one
            for one in self.store.sounding(" ".join(heard))
            if party.type in {None, one.type}
            and any(fold(named.name, party.type) == heard for named in one.names)
        ]

    def party(self, given: "Side", besides: "Side | None" = None) -> Party:
        """Whoever bears the fullest name; in these articles alone, where a third bears it too."""
        if given.articles:
            return given.exactly()
        one = given.identity
        meant = {side.identity.id for side in (given, besides) if side}
        party = Party(fullest(one), one.type)
        if {each.id for each in self.of_one_name(party)} <= meant:
            return party
        return replace(party, articles=tuple(sorted(articles_of(one))))

    def name_of(self, who: str | None) -> str:
        return line(who or self.judge or login())[:LONGEST_NAME]


TWO_NAMES = "type two names of theirs, or NAME@ARTICLE with the id of an article for one of them"


@dataclass(frozen=True, slots=True)
class Side:
    """Whom somebody typed: by a name, an id, or as `NAME@ARTICLE`."""

    typed: str
    identity: Identity
    articles: tuple[str, ...] = ()  # the one that was typed

    @classmethod
    def of(cls, typed: str, people: People) -> "Side":
        name, at, start = typed.rpartition(AT)
        found = people.store.ids_from(start.strip()) if at and name.strip() else ()
        if not found or len(start.strip()) < SHORTEST_ID:
            return cls(typed, people.one(typed))
        if len(found) > 1:
            raise AmbiguousError(f"{len(found)} articles have ids that begin with {start.strip()}")
        name = name.strip()
        there = [one for one in people.who(name) if found[0] in articles_of(one)]
        if len(there) != 1:
            many = "more than one" if there else "nobody"
            raise NotFoundError(f"article {found[0]} calls {many} {quoted(name)}")
        return cls(name, there[0], found)

    def exactly(self) -> Party:
        """Whoever bears the name as it was typed, or the only one that what was typed is in."""
        names = [one.name for one in self.identity.names]
        held = [name for name in names if f" {folded(self.typed)}" in f" {folded(name)}"]
        whole = [name for name in held if has_words(name, self.typed)]
        if len({folded(name) for name in whole or held}) != 1:
            raise InputError(quoted(self.typed), f"is not one of the names; {TWO_NAMES}")
        return Party((whole or held)[0], self.identity.type, self.articles)


def has_words(name: str, typed: str) -> bool:
    return folded(name) == folded(typed)


def articles_of(identity: Identity) -> set[str]:
    return {member.article for member in identity.members}


def fullest(identity: Identity) -> str:
    """The name that articles give and that tells most: “Azat Peruashev”, not “Peruashev”."""
    names = [named.name for named in identity.names]
    if identity.name in names or not names:  # and not one that a person chose
        return identity.name
    return max(names, key=lambda name: (len(name.split()), len(name)))


def same_subject(judgement: Judgement, held: Sequence[Judgement]) -> Judgement | None:
    """The last judgement on the same two, or on the name of the same one."""
    wanted = subject(judgement)
    return next((each for each in reversed(held) if subject(each) == wanted), None)


def subject(judgement: Judgement) -> tuple[bool, frozenset[Party]]:
    parties = (side(party) for party in (judgement.one, judgement.other) if party)
    return judgement.verdict == "rename", frozenset(parties)


def side(party: Party) -> Party:
    return replace(party, name=folded(party.name))


def several(name: str, found: Sequence[Identity]) -> str:
    listed = ", ".join(f"{one.id} ({told(one)})" for one in found[:LISTED])
    more = f" and {len(found) - LISTED} more" if len(found) > LISTED else ""
    return f"{quoted(name)} fits {len(found)}: {listed}{more}; type the id of one in its place"


def told(identity: Identity) -> str:
    articles = len(articles_of(identity))
    held = f"{articles} article" + ("" if articles == 1 else "s")
    return f"{shortened(identity.name)}, {identity.type}, {held}"


def quoted(name: str) -> str:
    return f"“{shortened(name)}”"


def shortened(name: str) -> str:
    return name if len(name) <= SHOWN else name[:SHOWN] + "…"


def login() -> str:
    """The name that the user is logged in by; "" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
