"""Scene: all that is known of the appearances of a case, before any is joined with another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from crossread.compare.identities.forms import Form, forms
from crossread.compare.identities.roles import Role, role
from crossread.model.identity import Appearance, Member

ELSEWHERE = 20  # articles on other matters that a small case is thought to stand among
SAMPLE = 40  # articles of one profile that company is taken from, and roles that are kept


@dataclass(slots=True)
class Profile:
    """What the articles say of someone, taken together."""

    bearers: int = 0
    forms: set[int] = field(default_factory=set)
    own: set[int] = field(default_factory=set)  # tokens that are of the names themselves
    roles: dict[Role, None] = field(default_factory=dict)
    company: set[int] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    grounds: set[int] = field(default_factory=set)  # the place that each article names most
    looked: int = 0  # articles whose company is in
    outlets: set[str] = field(default_factory=set)
    days: list[int] = field(default_factory=list)  # first and last


class Scene:
    """The case: appearances in a fixed order, their forms, company and roles."""

    def __init__(self, appearances: Iterable[Appearance]) -> None:
        self.appearances: Sequence[Appearance] = sorted(appearances, key=lambda one: one.member)
        self.forms: list[Form] = forms(self.appearances)
        self.form_of = [0] * len(self.appearances)
        for form in self.forms:
            for place in form.bearers:
                self.form_of[place] = form.number
        self.meet({})

    def meet(self, same: Mapping[int, int]) -> None:
        """Takes note of who is named with whom; `same`: forms that are spellings of another.

        “CSTO” is the same company as “Collective Security Treaty Organization”.
        """
        kinds = [token(self.forms[same.get(form.number, form.number)]) for form in self.forms]
        numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
        self.names = len(numbers)
        self.token_of = [numbers[kind] for kind in kinds]
        self.places = frozenset(
            form.words[0] for form in self.forms if form.type == "place" and len(form.words) == 1
        )
        self.shown = shown(self.forms, self.token_of)
        self.company: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(self.appearances):
            self.company[one.member.article].add(self.token_of[self.form_of[place]])
        self.spread = Counter(name for names in self.company.values() for name in names)
        self.ground = grounds(self)
        self.grounds = Counter(self.ground.values())
        self.holders = holders(self)

    @property
    def size(self) -> int:
        """The number of articles."""
        return len(self.company)

    def member(self, place: int) -> Member:
        return self.appearances[place].member

    def form(self, place: int) -> Form:
        return self.forms[self.form_of[place]]

    def roles(self, place: int) -> list[Role]:
        return [found for text in self.appearances[place].roles if (found := role(text)).words]

    def chance(self, name: int, looked: int) -> float:
        """How likely it is that a name stands in one of so many articles by mere chance."""
        others = max(self.spread[name] - 1, 0.5) / (self.size + ELSEWHERE)
        return min(1.0, others * looked)

    def profile(self, bearers: Iterable[int]) -> Profile:
        found = Profile()
        for place in bearers:
            self.add(found, place)
        return found

    def add(self, profile: Profile, place: int) -> None:
        """One more appearance; the company of the first articles alone is looked at."""
        one, form = self.appearances[place], self.form_of[place]
        profile.bearers += 1
        if form not in profile.forms:
            profile.forms.add(form)
            profile.own.add(self.token_of[form])
        for text in one.roles:
            if len(profile.roles) < SAMPLE and (found := role(text)).words:
                profile.roles[found] = None
        profile.articles.add(one.member.article)
        if profile.looked < SAMPLE:
            profile.looked += 1
            profile.company |= self.company[one.member.article]
            if one.member.article in self.ground:
                profile.grounds.add(self.ground[one.member.article])
        if one.outlet:
            profile.outlets.add(one.outlet)
        if (at := day(one.published)) is not None:
            profile.days = [min([*profile.days, at]), max([*profile.days, at])]


def token(form: Form) -> tuple[str, str]:
    """What a form counts as in company: people by their surname, “Ilan Dovar” as “Dovar”."""
    return form.type, form.surname if form.type == "person" else " ".join(form.words)


def shown(found: list[Form], token_of: list[int]) -> list[str]:
    """How each token is told to a reader: the form of it that most bear, “Ilan Dovar” say."""
    best: dict[int, Form] = {}
    for form in found:
        held = best.setdefault(token_of[form.number], form)
        if weighty(form) > weighty(held):
            best[token_of[form.number]] = form
    return [best[number].name for number in range(len(best))]


def grounds(scene: Scene) -> dict[str, int]:
    """The place that each article names most; none where several are named as often."""
    named: dict[str, Counter[int]] = defaultdict(Counter)
    for place, one in enumerate(scene.appearances):
        if one.type == "place":
            times = sum(count for _, count in one.names) or 1
            named[one.member.article][scene.token_of[scene.form_of[place]]] += times
    found = {}
    for article, places in named.items():
        (first, most), *others = places.most_common(2)
        if not others or others[0][1] < most:
            found[article] = first
    return found


def weighty(form: Form) -> tuple[bool, int, str]:
    return form.whole, len(form.bearers), form.name


def holders(scene: Scene) -> dict[frozenset[str], int]:
    """How many names bear each role."""
    found: dict[frozenset[str], set[int]] = defaultdict(set)
    for place, one in enumerate(scene.appearances):
        for text in one.roles:
            found[role(text).words].add(scene.token_of[scene.form_of[place]])
    return {words: len(names) for words, names in found.items()}


def day(published: str | None) -> int | None:
    """The day of a date as the article has it, counted; None if it names no day."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
