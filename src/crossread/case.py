"""Case: a collection of articles and what was read in them. The one deep facade.

with Case("port.crossread") as case:
    report = case.read(["articles/"])
    for statement in case.find("harbour", speaker="minister"):
        print(statement.source, "·", statement.content)
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from types import TracebackType

from crossread import recipes
from crossread.collect.documents import collect, documents
from crossread.collect.plain import plain
from crossread.errors import CaseError, InputError
from crossread.model.check import Problem
from crossread.model.identity import Identities, Identity
from crossread.model.judgement import Judgement
from crossread.model.likely import likely
from crossread.model.reading import Reading
from crossread.model.statement import Statement
from crossread.model.told import ToldEvent, ToldFigure, ToldTie, ToldWording
from crossread.people import Decision, People
from crossread.run.extend import Progress, Reader, ReadReport
from crossread.run.local import Limits, read_all
from crossread.settings import Settings
from crossread.store.check import check
from crossread.store.claimed import Place
from crossread.store.judgements import standing, withdrawn
from crossread.store.overview import Facts
from crossread.store.rows import ArticleRow, Count, Failure, Recipe, Summary
from crossread.store.search import Filters
from crossread.store.speakers import Speakers
from crossread.store.store import Store

__all__ = [
    "ArticleRow", "Case", "Count", "Decision", "Failure", "Problem", "ReadReport", "Summary",
]  # fmt: skip

LONGEST_NAME = 4096  # of a file, in characters


class Case:
    """A case file, opened when it is first needed, and made by `read` alone.

    Every verb raises CaseError, in one sentence, when the file cannot be used; all but `read`
    also when it is not there. Statements less likely than `settings.min_score` are kept in the
    file, and left out of whatever is shown.
    """

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        self.path = Path(path)
        self.settings = settings or Settings()
        self.opened: Store | None = None
        if self.path.exists():
            self.opened = Store(self.path)

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    @property
    def store(self) -> Store:
        if self.opened is None:
            raise CaseError(f"{self.path}: there is no case; make one with `crossread read`")
        return self.opened

    @property
    def people(self) -> People:
        return People(self.store, self.settings.judge)

    @property
    def known(self) -> Store:
        """The store, once who is who has been made out in it."""
        self.people.make()
        return self.store

    def read(self, paths: Sequence[str | Path], progress: Progress | None = None) -> ReadReport:
        """Reads all articles in files and folders that the case does not have yet.

        Each is kept as soon as it is read. Interrupted at any moment, by Ctrl-C or a power cut,
        it can be run again, and goes on. What cannot be read is named in the report.
        """
        recipe = Recipe(self.settings.recipe, version_of(self.settings.recipe))
        if self.opened is None:
            self.opened = Store(self.path)
        reader = Reader(self.opened, recipe, progress)
        return reader.read(paths, limits(self.settings))

    def articles(self, words: str = "") -> tuple[ArticleRow, ...]:
        """The articles, oldest first; with words, those that hold them."""
        return tuple(self.store.articles(words, least=self.settings.min_score))

    def reading(self, article: str) -> Reading:
        """An article and its layers, by its id. Raises NotFoundError."""
        return likely(self.store.reading(article), self.settings.min_score)

    def readings(self) -> Iterator[Reading]:
        """All of them, oldest article first, one at a time."""
        return (likely(each, self.settings.min_score) for each in self.store.readings())

    def statements(
        self,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Statement]:
        """Who said what: all statements that pass the filters, oldest article first."""
        return self.find("", speaker=speaker, outlet=outlet, since=since, until=until)

    def find(
        self,
        words: str,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Statement]:
        """Statements with all of the words, in what is said or in who says it.

        `"burst open"` is a phrase, `harb*` a beginning; case, accents and apostrophes do not
        matter. With `since` or `until`, articles without a date are left out: `count` says how
        many statements that is. Raises InputError for what is not a date.
        """
        filters = self.filters(speaker=speaker, outlet=outlet, since=since, until=until)
        return self.known.find(words, filters)

    def count(
        self,
        words: str = "",
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Count:
        """How many statements `find` gives, and how many more are in articles without a date."""
        filters = self.filters(speaker=speaker, outlet=outlet, since=since, until=until)
        return self.known.count(words, filters)

    def figures(
        self,
        counted: str = "",
        words: str = "",
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[ToldFigure]:
        """Figures by what they count: `counted` is looked for in the noun and in the verb.

        With words, in articles that hold them all. The filters are those of `find`; `speaker`
        is who claims it.
        """
        filters = self.filters(speaker=speaker, outlet=outlet, since=since, until=until)
        return self.known.figures(counted, words, filters)

    def undated_figures(self, counted: str = "", words: str = "", **filters: str | None) -> int:
        """How many more `figures` would give, but for their article's unknown date."""
        return self.known.figures_without_date(counted, words, self.filters(**filters))

    def timeline(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[ToldEvent]:
        """Dated events, the earliest first. The dates are those of the events themselves."""
        return self.known.timeline(self.filters(outlet=outlet, since=since, until=until))

    def undated_events(self, *, outlet: str | None = None) -> int:
        """How many events are told without a date."""
        return self.store.events_without_date(self.filters(outlet=outlet))

    def ties(self, name: str) -> Iterator[ToldTie]:
        """Who funds, owns, leads … whom, where one of the two bears this name or has this id.

        Raises NotFoundError, or AmbiguousError, which tells between whom.
        """
        return self.store.ties(self.people.one(name).id, self.filters())

    def labels(self, name: str) -> Iterator[ToldWording]:
        """What somebody is called, beside their names. Raises as `ties` does."""
        return self.store.labels(self.people.one(name).id)

    def facts(self) -> Facts:
        """How much is dated, counted, tied and coloured; of each, what is told most."""
        return self.known.facts(least=self.settings.min_score)

    def figures_at(self, places: Iterable[Place]) -> Iterator[ToldFigure]:
        """The figures at places that `facts` names."""
        return self.known.figures_at(places)

    def ties_at(self, places: Iterable[Place]) -> Iterator[ToldTie]:
        """The ties at places that `facts` names."""
        return self.known.ties_at(places)

    def filters(self, **given: str | None) -> Filters:
        return Filters(**given, least=self.settings.min_score)

    def summary(self) -> Summary:
        return self.known.summary(least=self.settings.min_score)

    def speakers(self, most: int = 20) -> Speakers:
        """Who says most, by identity; how much is of unknown speakers, and who is in doubt."""
        return self.known.speakers(least=self.settings.min_score, most=most)

    def identities(self) -> Identities:
        """Who is who across the articles, and what is in doubt."""
        return self.people.all()

    def identified(self, article: str) -> dict[str, tuple[str, str]]:
        """Of each entity of an article, the id and the name of its identity."""
        return self.known.identified(article)

    def who(self, name: str) -> tuple[Identity, ...]:
        """Who bears a name: all of it, or else its words or their sound, or else words so begun."""
        return self.people.who(name)

    def near(self, name: str) -> tuple[str, ...]:
        """Names in the case that are nearly so: for one that nobody bears."""
        return self.people.near(name)

    def same(self, a: str, b: str, who: str | None = None) -> Decision:
        """Decides that two are one, in the articles that are there and in those to come.

        Each is named by a name that is of one identity alone, by an identity's id, or as
        `NAME@ARTICLE`. Raises NotFoundError, or AmbiguousError, which tells between whom.
        """
        return self.people.decide("same", (a, b), who)

    def different(self, a: str, b: str, who: str | None = None) -> Decision:
        """Decides that two are not one, whatever else speaks for it."""
        return self.people.decide("different", (a, b), who)

    def rename(self, a: str, name: str, who: str | None = None) -> Decision:
        """Decides under which name one is shown. Its other names stay what they are."""
        return self.people.rename(a, name, who)

    def withdraw(self, number: int, who: str | None = None) -> Decision:
        """Takes a judgement back, by its number; that is a judgement, too."""
        return self.people.withdraw(number, who)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that was decided, in that order, also what was withdrawn since."""
        return self.store.judgements()

    def standing(self) -> tuple[Judgement, ...]:
        """What holds of it now, on who is who."""
        return standing(self.store.judgements())

    def withdrawn(self) -> dict[int, Judgement]:
        """Those that hold no more, by number, withdrawals too: each with what withdrew it."""
        return withdrawn(self.store.judgements())

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read so far, and why."""
        return self.store.failures()

    def check(self) -> tuple[Problem, ...]:
        """Proves the case: every span lies in its text, every id resolves. Empty if all is well."""
        return tuple(check(self.store))


def read(text_or_path: str | Path, *, recipe: str | None = None) -> Reading:
    """Reads one article, in this process and without a case.

    A Path, or a string that is the name of a file, is collected; any other string is the text
    itself. Raises InputError for a file that cannot be read or holds several articles.
    """
    recipe = recipe or Settings().recipe
    if isinstance(text_or_path, str) and not is_file(text_or_path):
        return recipes.read(plain(text_or_path, file=None), recipe=recipe)
    found = list(islice(documents([text_or_path]), 2))
    if len(found) > 1:
        raise InputError(str(text_or_path), "holds several articles; read it into a case")
    document = found[0]
    if isinstance(document, InputError):
        raise document
    return recipes.read(collect(document, max_bytes=Settings().max_bytes), recipe=recipe)


def is_file(name: str) -> bool:
    """True for the name of a file; a text is never one, however odd its letters."""
    try:
        return len(name) < LONGEST_NAME and Path(name).is_file()
    except (OSError, ValueError):
        return False


def parse(
    paths: Sequence[str | Path], settings: Settings | None = None
) -> Iterator[Reading | InputError]:
    """Reads files without a case, in the order given; what cannot be read comes as its error."""
    settings = settings or Settings()
    version_of(settings.recipe)  # rather than a failure of every file
    results = read_all(documents(paths), recipe=settings.recipe, ordered=True, **limits(settings))
    with closing(results):
        for _, result in results:
            if isinstance(result, InputError):
                yield result
            else:
                yield likely(result, settings.min_score)


def limits(settings: Settings) -> Limits:
    return Limits(
        workers=settings.workers,
        max_bytes=settings.max_bytes,
        max_seconds=settings.max_seconds,
        max_memory=settings.max_memory,
    )


def version_of(recipe: str) -> str:
    """The version of a recipe. Raises NotFoundError if there is no such recipe."""
    recipes.pipeline(recipe)
    return recipes.VERSIONS[recipe]
