"""Extends a case: reads what it does not have yet, and keeps each article as soon as it is read."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from crossread.collect.documents import Document, documents
from crossread.errors import InputError
from crossread.model.reading import Reading
from crossread.run.local import Limits, read_all
from crossread.store.rows import Failure, Found, Recipe
from crossread.store.store import Store

Progress = Callable[[int, int | None, str], None]  # done, of how many (if known), which file

COUNTED = 100_000  # documents are counted before reading up to this many; then no total is given


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What came of reading: honest counts, and each failure with its reason."""

    added: int  # articles that the case did not have
    known: int  # documents whose article it had
    failed: tuple[Failure, ...]
    seconds: float
    reread: int = 0  # articles that it had, and that were read anew by a newer recipe


@dataclass(slots=True)
class Reader:
    """One run of `read` over some paths."""

    store: Store
    recipe: Recipe
    progress: Progress | None = None
    added: int = 0
    known: int = 0
    reread: int = 0
    done: int = 0
    total: int | None = None
    failed: list[Failure] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)  # files of earlier runs
    found: dict[tuple[str, str | None], Found] = field(default_factory=dict)

    def read(self, paths: Sequence[str | Path], limits: Limits) -> ReadReport:
        """Reads what is new. What is read stays read, also when this is interrupted."""
        started = time.monotonic()
        self.failing = {failure.file for failure in self.store.failures()}
        walked = self.counted(documents(paths))
        results = read_all(
            self.unread(walked, limits["max_bytes"]), recipe=self.recipe.name, **limits
        )
        with closing(results):
            for document, result in results:
                self.keep(document, result)
        seconds = time.monotonic() - started
        return ReadReport(self.added, self.known, tuple(self.failed), seconds, self.reread)

    def counted(self, walked: Iterator[Document | InputError]) -> Iterator[Document | InputError]:
        """The same, after a look ahead for how many there are.

        Rows of a table are not counted: that would be reading it twice.
        """
        ahead = list[Document | InputError]()
        for document in walked:
            ahead.append(document)
            if len(ahead) > COUNTED or (isinstance(document, Document) and document.row):
                break
        else:
            self.total = len(ahead)
        yield from ahead
        yield from walked

    def unread(self, walked: Iterator[Document | InputError], max_bytes: int) -> Iterator[Document]:
        """The documents that the case does not know; the others are counted."""
        for document in walked:
            if document.file in self.failing:
                self.failing.discard(document.file)
                self.store.forget_failures(document.file)
            if isinstance(document, InputError):
                self.fail(Failure(document.file, None, document.problem))
                self.advance(document.file)
                continue
            found = Found(document.file, document.place, fingerprint(document, max_bytes))
            if self.store.knows(found, self.recipe):
                self.known += 1
                self.advance(document.file)
            else:
                self.found[document.file, document.place] = found
                yield document

    def keep(self, document: Document, result: Reading | InputError) -> None:
        place = (document.file, document.place)
        found = self.found.pop(place, None) or Found(*place)
        if isinstance(result, InputError):
            self.fail(Failure(document.file, document.place, result.problem))
        else:
            self.save(result, found)
        self.advance(document.file)

    def save(self, reading: Reading, found: Found) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        article = replace(reading.article, collected=reading.article.collected or now)
        stale = not self.store.has_reading(article.id, self.recipe)
        if self.store.save(replace(reading, article=article), self.recipe, found):
            self.added += 1
        elif stale:
            self.reread += 1
        else:
            self.known += 1

    def fail(self, failure: Failure) -> None:
        self.store.fail(failure)
        self.failed.append(failure)

    def advance(self, name: str) -> None:
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total, name)


def fingerprint(document: Document, max_bytes: int) -> str:
    """A hash of the bytes, by which an unchanged document is known without reading it again.

    Empty where they cannot be had: then reading it will say why.
    """
    if document.row:
        return hashlib.sha256(json.dumps(document.row).encode()).hexdigest()
    try:
        file = Path(document.file)
        if not file.is_file() or file.stat().st_size > max_bytes:
            return ""
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
