"""Names: what in a run of capitals is a name, by the rules in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from crossread.stages.mentions.bodies import extended
from crossread.stages.mentions.lexicon import (
    BODY,
    CAPITAL,
    COUNTRY,
    LOUD,
    MODIFIER,
    NOUN,
    ORDINARY,
    PEOPLE,
    ROLE,
    TITLE,
)
from crossread.stages.mentions.runs import Run, Runs
from crossread.stages.mentions.titles import after_titles, before_roles, before_titles
from crossread.stages.mentions.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens that are a name."""

    first: int
    last: int
    said: str
    rule: str
    marked: bool = False  # it stands in quotation marks


@dataclass(frozen=True, slots=True)
class Parted:
    """A run: who has the title or the office, from `start` to `cut`; the name, to `end`."""

    tokens: Tokens
    start: int
    owner: int  # where who has the title ends
    office: bool  # no title stands before the name, but an office: “of Energy | Ilan Dovar”
    cut: int
    end: int

    def has(self, flag: int) -> bool:
        return any(self.tokens.has(place, flag) for place in range(self.cut, self.end))

    @property
    def single(self) -> bool:
        return self.end - self.cut == 1


Part = tuple[int, int] | None
Rule = Callable[[Parted], Part]


def owner_name(run: Parted) -> Part:
    """“Kenya | President Ilan Dovar”: who has the title."""
    return (run.start, run.owner) if run.start < run.owner and not run.office else None


def office_name(run: Parted) -> Part:
    """“the Minister of Energy | Ilan Dovar”: the last word of an office."""
    return (run.start, run.owner) if run.start < run.owner and run.office else None


def people_name(run: Parted) -> Part:
    """“The Kenyans said …”; but not “Kenyan officials”."""
    if not run.single or not run.has(PEOPLE):
        return None
    tokens, place = run.tokens, run.cut
    several = tokens.lexicon.peoples[tokens.lower[place]] == "several"
    ended = place + 1 == len(tokens) or not tokens.has(place + 1, NOUN | MODIFIER | CAPITAL)
    article = place > 0 and tokens.lower[place - 1] in tokens.lexicon.sets["articles"]
    return (run.cut, run.end) if several or (ended and article) else None


def titled_name(run: Parted) -> Part:
    """“Mr | Dovar”, “State Secretary | Ilan Dovar”: without the title."""
    return whole(run) if run.cut > run.start and not run.office else None


def body_name(run: Parted) -> Part:
    """“The | Ministry of Harbours and Canals | said …”: a word that only bodies bear."""
    return whole(run) if run.has(BODY) else None


def plain_name(run: Parted) -> Part:
    """“Ilan Dovar said …”: capitals that nothing else explains."""
    return whole(run)


def whole(run: Parted) -> Part:
    """The name, unless it is a people’s or a title with nobody behind it."""
    alone = TITLE if not run.has(LOUD) else 0
    empty = run.cut == run.end or (run.single and (run.has(PEOPLE | alone) or is_belief(run)))
    return None if empty else (run.cut, run.end)


def is_belief(run: Parted) -> bool:
    """“Nazism”, “Islamophobia”: what is held, not who holds it."""
    endings = tuple(run.tokens.lexicon.sets["belief_endings"])
    return run.tokens.lower[run.cut].endswith(endings)


OWNERS: tuple[Rule, ...] = (owner_name, office_name)
NAMES: tuple[Rule, ...] = (people_name, titled_name, body_name, plain_name)


def capitalised(tokens: Tokens) -> list[Name]:
    """The names of a story; a name in another only where it is a body’s or a place’s."""
    runs, found = Runs(tokens), list[Name]()
    for run in runs():
        parts = parted(runs, run)
        for rules in (OWNERS, NAMES):
            name = first_answer(parts, rules)
            if name and (not found or name.first >= found[-1].last or inner(name, tokens)):
                found.append(name)
    return found


def inner(name: Name, tokens: Tokens) -> bool:
    """“Bureau of Harbours of the | Port Authority”: a body in the name of another."""
    return name.rule == body_name.__name__ or tokens.has(name.first, COUNTRY)


def first_answer(run: Parted, rules: tuple[Rule, ...]) -> Name | None:
    for rule in rules:
        if part := rule(run):
            return Name(*part, run.tokens.said(*part), rule.__name__)
    return None


def parted(runs: Runs, run: Run) -> Parted:
    """A run with the titles before its name and the roles behind it cut off."""
    tokens = runs.tokens
    cut = after_titles(tokens, run.start, run.stop)
    office = cut == run.start
    cut = after_office(runs, run) if office else cut
    owner = cut if office else before_titles(tokens, run.start, cut)
    end = before_roles(tokens, cut, run.stop)
    body = any(tokens.has(place, BODY) for place in range(cut, end))
    of_name = tokens.lower[run.stop - 1] in tokens.lexicon.sets["of_names"]
    if cut < end == run.stop and (body or of_name):
        end = extended(runs, run.stop, run.last)
    return Parted(tokens, run.start, owner, office, cut, end)


def after_office(runs: Runs, run: Run) -> int:
    """“Minister of Energy | Ilan Dovar”, “envoy to Terva | Ilan Dovar”."""
    tokens, start, stop = runs.tokens, run.start, run.stop
    cut, sets = start, tokens.lexicon.sets
    if start < 2 or tokens.lower[start - 1] not in sets["office"]:
        return start
    while cut < stop and tokens.has(cut, ORDINARY | COUNTRY):
        cut += 1
    if cut > start:
        office = tokens.has(start - 2, ROLE) or tokens.lower[start - 1] == "and"
        name = stop - cut >= 2 or (cut < stop and tokens.has(cut - 1, COUNTRY))
        return cut if office and name else start
    near = tokens.lower[start - 1] in sets["office_place"] and stop - start == 3
    return start + 1 if near and tokens.words[stop - 1] in runs.alone else start
