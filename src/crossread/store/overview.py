"""How much is dated, counted, tied and coloured in a case: what `crossread show` says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.store.claimed import CLAIMED, PUBLISHED, UNDATED, Place, count, joined, placed
from crossread.store.database import Database, Row
from crossread.store.search import Condition

LINES = 5  # of each list
VALUES = 6  # figures of one line

DAYS = f"""
    SELECT dated.first, dated.last, count(*), count(DISTINCT article.outlet),
        count(DISTINCT article.id)
    FROM event_days AS dated JOIN events AS item
        ON (item.article, item.n) = (dated.article, dated.n) {CLAIMED}
    WHERE {{which}} GROUP BY 1, 2"""
KINDS = f"""
    SELECT item.kind, count(*) FROM event_days AS dated JOIN events AS item
        ON (item.article, item.n) = (dated.article, dated.n) {CLAIMED}
    WHERE {{which}} AND (dated.first, dated.last) = (?, ?) GROUP BY 1 ORDER BY 2 DESC, 1"""
COUNTED = f"""
    SELECT counted, verb, count(*), count(DISTINCT item.article), count(DISTINCT article.outlet)
    FROM figure_words AS item {CLAIMED} WHERE {{which}} AND counted || verb <> '' GROUP BY 1, 2
    ORDER BY 4 DESC, 3 DESC, 1, 2"""
OF_ONE = f"""
    SELECT item.article, item.n FROM figure_words AS item {CLAIMED}
    WHERE {{which}} AND (counted, verb) = (?, ?) ORDER BY {PUBLISHED} LIMIT {VALUES}"""
# Who bears no name in an article is told of under the words that it has for them.
TIED = f"""
    SELECT min(item.article || ' ' || item.n), group_concat(item.article || ' ' || item.n),
        count(*), count(DISTINCT item.article)
    FROM ties AS item {CLAIMED}
    JOIN entities AS one ON (one.article, one.id) = (item.article, item.subject)
    JOIN entities AS other ON (other.article, other.id) = (item.article, item.object)
    LEFT JOIN members AS this ON (this.article, this.entity) = (item.article, item.subject)
    LEFT JOIN members AS that ON (that.article, that.entity) = (item.article, item.object)
    WHERE {{which}}
    GROUP BY coalesce(this.identity, fold(one.name)), item.kind,
        coalesce(that.identity, fold(other.name))
    ORDER BY 4 DESC, 3 DESC, 1"""
ALL_TIES = f"SELECT count(*) FROM ties AS item {CLAIMED}"
ALL_FIGURES = f"SELECT count(*) FROM figure_words AS item {CLAIMED}"
WORDING = "SELECT kind, count(*) FROM wording GROUP BY 1 ORDER BY 2 DESC, 1"
WORDING_BY_OUTLET = """
    SELECT coalesce(outlet, ''), kind, sum(many) FROM
        (SELECT article, kind, count(*) AS many FROM wording GROUP BY kind, article)
    JOIN articles ON articles.id = article GROUP BY 1, 2"""


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one date, which may be a month or a year."""

    first: str
    last: str
    events: int
    outlets: int
    articles: int
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CountedThing:
    """The figures that count the same, in the same words: “people”, “detained”."""

    counted: str
    verb: str
    figures: int
    articles: int
    outlets: int
    places: tuple[Place, ...] = ()  # of the first of them


@dataclass(frozen=True, slots=True)
class Claims:
    """The ties of one kind between the same two."""

    ties: int
    articles: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """How much is dated, counted, tied and coloured in a case; of each list, what is told most."""

    events: int = 0
    undated: int = 0
    dates: int = 0
    days: tuple[Day, ...] = ()  # with the most events, in their order
    figures: int = 0
    things: int = 0
    counted: tuple[CountedThing, ...] = ()
    ties: int = 0
    pairs: int = 0
    tied: tuple[Claims, ...] = ()
    wording: tuple[tuple[str, int], ...] = ()
    wording_by_outlet: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()


def facts(database: Database, likely: Condition) -> Facts:
    """Of what is not claimed in an unlikely statement."""
    filters = [likely]
    which, values = joined(filters)
    all_days = [Day(*row) for row in database.rows(DAYS.format(which=which), values)]
    counted = list(database.rows(COUNTED.format(which=which), values))
    tied = list(database.rows(TIED.format(which=which), values))
    undated = database.one(UNDATED.format(which=which), values) or (0,)
    return Facts(
        events=sum(day.events for day in all_days),
        undated=undated[0],
        dates=len(all_days),
        days=tuple(with_kinds(database, day, likely) for day in fullest(all_days)),
        figures=count(database, ALL_FIGURES, filters),
        things=len(counted),
        counted=tuple(with_places(database, row, likely) for row in counted[:LINES]),
        ties=count(database, ALL_TIES, filters),
        pairs=len(tied),
        tied=tuple(claims_of(row) for row in tied[:LINES]),
        wording=tuple(database.rows(WORDING)),
        wording_by_outlet=by_outlet(database),
    )


def fullest(days: Sequence[Day]) -> list[Day]:
    """Those with the most events, in the order of time."""
    most = sorted(days, key=lambda day: (-day.events, day.first, day.last))[:LINES]
    return sorted(most, key=lambda day: (day.first, day.last))


def with_kinds(database: Database, day: Day, likely: Condition) -> Day:
    rows = database.rows(KINDS.format(which=likely.sql), [*likely.values, day.first, day.last])
    return replace(day, kinds=tuple((kind, many) for kind, many in rows))


def with_places(database: Database, row: Row, likely: Condition) -> CountedThing:
    values = [*likely.values, *row[:2]]
    found = tuple(placed(database.rows(OF_ONE.format(which=likely.sql), values)))
    counted, verb, many, articles, outlets = row
    return CountedThing(
        counted, verb, figures=many, articles=articles, outlets=outlets, places=found
    )


def claims_of(row: Row) -> Claims:
    _, all_places, many, articles = row
    pairs = (each.split(" ") for each in all_places.split(",")[:VALUES])
    return Claims(many, articles, tuple((article, int(n)) for article, n in pairs))


def by_outlet(
    database: Database,
) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Of each outlet, how often it has which kind; the outlet with the most first."""
    found: dict[str, list[tuple[str, int]]] = {}
    for outlet, kind, many in database.rows(WORDING_BY_OUTLET):
        found.setdefault(outlet, []).append((kind, many))
    counts = {outlet: tuple(sorted(held, key=most_first)) for outlet, held in found.items()}
    return tuple(sorted(counts.items(), key=lambda one: (-total(one[1]), one[0])))


def most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def total(counts: Sequence[tuple[str, int]]) -> int:
    return sum(many for _, many in counts)
