"""Scene: all that is known of the appearances of a case, before any is joined with another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from crossread.compare.identities.forms import Form, forms
from crossread.compare.identities.roles import Role, role
from crossread.model.identity import Appearance, Member

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
        self.tokens, self.places = tokens(self.forms)
        self.shown = shown(self.forms, self.tokens)
        self.token_of: list[int] = [self.tokens[token(form)] for form in self.forms]
        self.company: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(self.appearances):
            self.company[one.member.article].add(self.token_of[self.form_of[place]])
        self.spread = Counter(name for names in self.company.values() for name in names)
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
        others = max(self.spread[name] - 1, 0.5) / self.size
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
        if one.outlet:
            profile.outlets.add(one.outlet)
        if (at := day(one.published)) is not None:
            profile.days = [min([*profile.days, at]), max([*profile.days, at])]


def token(form: Form) -> tuple[str, str]:
    """What a form counts as in company: people by their last word, “Ilan Dovar” as “Dovar”."""
    words = form.words[-1:] if form.type == "person" else form.words
    return form.type, " ".join(words)


def tokens(found: list[Form]) -> tuple[dict[tuple[str, str], int], frozenset[str]]:
    """A number for each token, and the words that name places."""
    numbers: dict[tuple[str, str], int] = {}
    for form in found:
        numbers.setdefault(token(form), len(numbers))
    places = frozenset(
        form.words[0] for form in found if form.type == "place" and len(form.words) == 1
    )
    return numbers, places


def shown(found: list[Form], numbers: dict[tuple[str, str], int]) -> list[str]:
    """How each token is told to a reader: the form of it that most bear, “Ilan Dovar” say."""
    best: dict[int, Form] = {}
    for form in found:
        number = numbers[token(form)]
        held = best.get(number)
        if held is None or weighty(form) > weighty(held):
            best[number] = form
    return [best[number].name for number in range(len(numbers))]


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
