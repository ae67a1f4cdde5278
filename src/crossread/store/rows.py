"""What a case says of itself: the rows of its lists, and its summary."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Recipe:
    """What made a reading: a recipe's name, and the version of what it yields."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where an article was found: a file, and the place in it where it holds several."""

    file: str
    place: str | None = None
    fingerprint: str = ""  # hash of the bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a row of a table, that could not be read, and why, in one sentence."""

    file: str
    place: str | None
    problem: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a line in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    files: tuple[str, ...]  # all files that have it
    statements: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements were found; and how many fit but for their article's unknown date."""

    found: int
    undated: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A case at a glance. The counted things come with the most frequent first."""

    articles: int
    statements: int
    failures: int
    first: str | None  # the earliest and the latest date of publication
    last: str | None
    undated: int  # articles without a date
    outlets: tuple[tuple[str | None, int], ...] = field(default=())  # articles of each
    sources: tuple[tuple[str, int], ...] = field(default=())  # statements of each
    kinds: tuple[tuple[str, int], ...] = field(default=())  # direct, mixed, indirect
