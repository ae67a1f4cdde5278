"""An invented press: articles about invented people, whose true bearers are known.

Names are built of syllables. Surnames and given names are drawn by Zipf's law, as in life: most
are rare, a few are borne by hundreds. Articles come in stories, each with a cast of its own. A
paper writes names in its own letters and spelling: in full, with a patronymic or initials, as a
surname alone, now and then with a slip. Roles and company go with the true person.
"""

import random
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from crossread.model.entity import EntityType
from crossread.model.identity import Appearance, Member

Syllables = tuple[str, ...]

ONSETS = "b d g k l m n r s t v z zh kh sh ch br dr tr kr st".split()
VOWELS = "a e i o u ya".split()
CODAS = ["", "", "", "n", "r", "l", "m", "s", "k", "t"]
CYRILLIC = {
    "zh": "ж", "kh": "х", "sh": "ш", "ch": "ч", "ya": "я", "yev": "ев", "yeva": "ева",
}  # fmt: skip
CYRILLIC |= dict(zip("bdgklmnrstvzaeiou", "бдгклмнрствзаеиоу", strict=True))
SOUND = re.compile("|".join(sorted(CYRILLIC, key=len, reverse=True)))
ENDINGS = (
    ("ov", "ova"), ("yev", "yeva"), ("in", "ina"), ("enko", "enko"), ("an", "an"), ("ar", "ar"),
)  # fmt: skip
# How papers spell what has several spellings: kh or h, zh or j, yev or ev.
STYLES: tuple[dict[str, str], ...] = (
    {},
    {"kh": "h", "yev": "ev", "yeva": "eva"},
    {"zh": "j"},
    {"kh": "h", "zh": "j", "ya": "ia"},
)
WORK = """president/prime minister/foreign minister/defence minister/mayor/governor/deputy/spokesman
head of police/prosecutor/judge/lawyer/director/chairman/engineer/doctor/footballer/coach/singer
writer/activist/journalist/farmer/driver/teacher/historian/general/priest""".replace(
    "\n", "/"
).split("/")
BODIES = """Ministry of Canals/Harbour Board/Grain Union/Institute of Dams/Coal Company
Railway Workers/Court of Audit/Weekly Herald/Football Club/Academy of Arts""".replace(
    "\n", "/"
).split("/")

# How often a person is named so, in the first place of an article.
WAYS = {
    "full": 0.58,
    "single": 0.2,
    "initial": 0.08,
    "patronymic": 0.06,
    "turned": 0.04,
    "slip": 0.04,
}
CAST, NAMED = 14, (7, 2, 3)  # people of a story; people, places and bodies that an article names
DAYS = 1500


class Zipf:
    """Draws numbers below `size`: the lower, the oftener."""

    def __init__(self, size: int, slope: float) -> None:
        self.sums = list(accumulate(1 / (rank + 2) ** slope for rank in range(size)))

    def __call__(self, dice: random.Random) -> int:
        return bisect(self.sums, dice.random() * self.sums[-1])


@dataclass(frozen=True, slots=True)
class Being:
    """Someone or something, as it truly is."""

    type: EntityType
    name: str = ""
    given: Syllables = ()
    father: Syllables = ()
    family: Syllables = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """An outlet, its letters and its spelling."""

    name: str
    cyrillic: bool
    style: dict[str, str]

    def spell(self, parts: Syllables) -> str:
        if self.cyrillic:
            return "".join(SOUND.sub(in_cyrillic, part) for part in parts).capitalize()
        return "".join(self.style.get(part, part) for part in parts).capitalize()


def in_cyrillic(sound: re.Match[str]) -> str:
    return CYRILLIC[sound[0]]


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles tell of: its people, its town, its week."""

    people: tuple[int, ...]
    town: int
    day: int


class Press:
    """So many articles, always the same for the same seed."""

    def __init__(self, articles: int, seed: int = 4) -> None:
        self.dice = random.Random(seed)
        self.articles = articles
        self.towns = sorted({self.word(2) for _ in range(40 + articles // 500)})
        self.papers = [
            Paper(f"{self.word(2)} Courier", at % 3 == 0, STYLES[at % len(STYLES)])
            for at in range(40)
        ]
        self.people = self.invented(40 + int(1.2 * articles))
        bodies = [Being("organisation", f"{town} {body}") for town in self.towns for body in BODIES]
        self.beings = [*self.people, *(Being("place", town) for town in self.towns), *bodies]
        self.fame = Zipf(len(self.people), 0.8)

    def syllables(self, number: int) -> Syllables:
        pick = self.dice.choice
        parts = (part for _ in range(number) for part in (pick(ONSETS), pick(VOWELS), pick(CODAS)))
        return tuple(part for part in parts if part)

    def word(self, number: int) -> str:
        return "".join(self.syllables(number)).capitalize()

    def invented(self, number: int) -> list[Being]:
        """People whose names are drawn from few given names and many surnames."""
        givens = [self.syllables(2) for _ in range(400)]
        families = [self.syllables(2 + at % 2) for at in range(2_000 + self.articles // 2)]
        given, family = Zipf(len(givens), 1.0), Zipf(len(families), 0.9)
        people = []
        for _ in range(number):
            first, second, last = given(self.dice), given(self.dice), family(self.dice)
            woman = first % 2
            ending = ENDINGS[last % len(ENDINGS)][woman]
            father = (*givens[second], ("ovich", "ovna")[woman])
            family_name = (*families[last], ending)
            people.append(
                Being("person", "", givens[first], father, family_name, roles=self.roles())
            )
        return people

    def roles(self) -> tuple[str, ...]:
        """One, seldom two; of a town."""
        town = self.dice.choice(self.towns)
        number = 1 if self.dice.random() < 0.85 else 2
        return tuple(f"{work} of {town}" for work in self.dice.sample(WORK, number))

    def story(self) -> Story:
        people = {self.fame(self.dice) for _ in range(CAST)}
        return Story(
            tuple(sorted(people)), self.dice.randrange(len(self.towns)), self.dice.randrange(DAYS)
        )

    def appearances(self) -> Iterator[tuple[int, Appearance]]:
        """Each with the number of its true bearer."""
        made = 0
        while made < self.articles:
            story = self.story()
            for _ in range(min(self.articles - made, 1 + int(self.dice.expovariate(1 / 6)))):
                yield from self.article(f"{made:06}", story)
                made += 1

    def article(self, name: str, story: Story) -> Iterator[tuple[int, Appearance]]:
        paper = self.dice.choice(self.papers)
        published = date(2020, 1, 1) + timedelta(story.day + self.dice.randrange(6))
        for number, being in enumerate(self.named(story)):
            one = self.beings[being]
            names = self.names(one, paper, often=being == len(self.people) + story.town)
            roles = self.called(one) if one.type == "person" else ()
            member = Member(name, f"e{number + 1}")
            yield (
                being,
                Appearance(
                    member, names[0][0], one.type, names, roles, paper.name, published.isoformat()
                ),
            )

    def named(self, story: Story) -> list[int]:
        """Whom an article names: most of them of its story."""
        people, places, bodies = NAMED
        chosen = set(self.dice.sample(story.people, min(len(story.people), people - 1)))
        chosen.add(self.fame(self.dice))
        first = len(self.people)
        chosen.add(first + story.town)
        chosen |= {first + self.dice.randrange(len(self.towns)) for _ in range(places - 1)}
        start = first + len(self.towns)
        own = range(start + story.town * len(BODIES), start + (story.town + 1) * len(BODIES))
        chosen |= set(self.dice.sample(own, bodies))
        return sorted(chosen)

    def called(self, one: Being) -> tuple[str, ...]:
        """A role in half of the articles; in some, without its place."""
        if self.dice.random() > 0.5:
            return ()
        role = self.dice.choice(one.roles)
        return (role if self.dice.random() < 0.7 else role.rpartition(" of ")[0],)

    def names(self, one: Being, paper: Paper, *, often: bool) -> tuple[tuple[str, int], ...]:
        if one.type != "person":
            return ((one.name, self.dice.randrange(2, 6) if often else 1),)
        given, family = paper.spell(one.given), paper.spell(one.family)
        way = self.dice.choices([*WAYS], weights=[*WAYS.values()])[0]
        first = {
            "full": f"{given} {family}",
            "single": family,
            "initial": f"{given[0]}. {family}",
            "patronymic": f"{given} {paper.spell(one.father)} {family}",
            "turned": f"{family} {given}",
            "slip": self.slip(f"{given} {family}"),
        }[way]
        return (
            ((first, 1),) if way == "single" else ((first, 1), (family, self.dice.randrange(1, 5)))
        )

    def slip(self, name: str) -> str:
        """A letter less, or one twice."""
        at = self.dice.randrange(1, len(name) - 1)
        return name[:at] + (name[at + 1 :] if self.dice.random() < 0.5 else name[at] + name[at:])


def grouped(bearers: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, bearer in enumerate(bearers):
        found.setdefault(bearer, []).append(place)
    return found
