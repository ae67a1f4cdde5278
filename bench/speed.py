"""How fast Crossread reads: each recipe a stage at a time, and the whole of `crossread read`.

    python -m bench.speed [--recipe NAME] [--articles N] [--workers N] [PATH ...]

Without paths, the articles of the demo are copied until there are enough, each copy a little
different. Words are all words of a page's text, furniture included; words of the story are those
without. One core is measured in the time that the processor spent, so other work on the machine
counts little; `read` in time passed, from page files to the last article kept, start-up included.
"""

import argparse
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import cycle, islice
from pathlib import Path

from bench.timing import Times, Watch
from crossread import recipes
from crossread.case import Case
from crossread.collect.documents import Document, collect, documents
from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.settings import Settings

WARMING = 20  # articles that are read before time is taken: the first loads tables and models
SIZE, MANY = 500, 1_000_000  # words of an article, and articles, that the cost is told for
HEADING = ("", "ms/article", "articles/s", "words/s", "share")


@dataclass(frozen=True, slots=True)
class Collected:
    """The articles, and what it took to collect them."""

    articles: tuple[Article, ...]
    seconds: float

    @property
    def words(self) -> int:
        return sum(len(article.text.split()) for article in self.articles)


@dataclass(frozen=True, slots=True)
class Whole:
    """One run of `crossread read`, into a case that was empty, and one more."""

    articles: int
    failed: int
    seconds: float
    processor: float  # seconds, of all processes
    again: float  # seconds to see that all is known
    size: float  # bytes an article


def main() -> None:
    options = parsed()
    with tempfile.TemporaryDirectory() as folder:
        paths = options.paths or [copies(Path(folder, "articles"), options.articles)]
        collected = collect_all(paths)
        print(machine())
        for recipe in [options.recipe] if options.recipe else recipes.RECIPES:
            times, story = one_core(collected.articles, recipe)
            file = Path(folder, f"{recipe}.crossread")
            run = whole(paths, file, Settings(workers=options.workers, recipe=recipe))
            print(f"\nRecipe {recipe}: {len(collected.articles)} articles, one core")
            for row in table(collected, times):
                print("{:<26}{:>12}{:>12}{:>14}{:>8}".format(*row))
            print(*told(run, options.workers, story / len(collected.articles)), sep="\n")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", help="files and folders; the demo if none is given")
    parser.add_argument("--recipe", choices=[*recipes.RECIPES], help="all in turn if none is named")
    parser.add_argument("--articles", type=int, default=600, help="copies of demo articles")
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def machine() -> str:
    """Python 3.11.7 · Linux x86_64 · 2 cores · AMD EPYC …"""
    facts = [f"Python {platform.python_version()}", f"{platform.system()} {platform.machine()}"]
    cores = os.cpu_count()
    facts += [f"{cores} cores"]
    processors = Path("/proc/cpuinfo")
    if processors.exists():
        names = [line for line in processors.read_text().splitlines() if "model name" in line]
        facts += [line.partition(": ")[2] for line in names[:1]]
    return " · ".join(facts)


def copies(folder: Path, count: int) -> Path:
    """The pages and texts of the demo again and again, each with a line of its own at the end."""
    folder.mkdir()
    originals = [
        file
        for file in sorted((resources.files("crossread") / "demo/articles").iterdir(), key=str)
        if file.name.endswith((".html", ".txt"))
    ]
    for number, file in enumerate(islice(cycle(originals), count)):
        data, line = file.read_bytes(), b"This is copy number %d." % number
        if file.name.endswith(".html"):
            data = data.replace(b"</body>", b"<p>%b</p></body>" % line)
        else:
            data += b"\n\n" + line
        (folder / f"{number:05}-{file.name}").write_bytes(data)
    return folder


def collect_all(paths: Sequence[str | Path]) -> Collected:
    """From files to articles, in this process alone."""
    found = [document for document in documents(paths) if isinstance(document, Document)]
    limit = Settings().max_bytes
    for document in found[:WARMING]:
        collect(document, max_bytes=limit)
    started = time.process_time()
    articles = tuple(collect(document, max_bytes=limit) for document in found)
    return Collected(articles, time.process_time() - started)


def one_core(articles: Sequence[Article], recipe: str) -> tuple[Times, int]:
    """Seconds that each stage took over all articles, and how many words their stories have."""
    pipeline, story = recipes.pipeline(recipe), 0
    for article in articles[:WARMING]:
        pipeline(article)
    with Watch() as watch:
        for article in articles:
            reading = watch.read(pipeline, article)
            story += story_words(reading)
    return watch.times, story


def story_words(reading: Reading) -> int:
    return sum(len(span.of(reading.text).split()) for span in reading.story)


def table(collected: Collected, times: Times) -> Iterator[tuple[str, ...]]:
    """A row a stage, its parts under it, and the sums."""
    reading = sum(times.stages.values())
    total = reading + collected.seconds
    rows = [("collect", collected.seconds)]
    for stage, seconds in times.stages.items():
        rows.append((stage, seconds))
        rows += [(f"  {part}", taken) for part, taken in times.parts.get(stage, {}).items()]
    rows += [("all stages", reading), ("collect and all stages", total)]
    yield HEADING
    count, words = len(collected.articles), collected.words
    for name, seconds in rows:
        taken = max(seconds, 1e-9)  # too quick for the clock
        shares = f"{count / taken:,.0f}", f"{words / taken:,.0f}", f"{taken / total:.1%}"
        yield (name, f"{1000 * taken / count:.2f}", *shares)


def whole(paths: Sequence[str | Path], file: Path, settings: Settings) -> Whole:
    before = processor()
    with Case(file, settings) as case:
        report = case.read(paths)
        spent = processor() - before
        again = case.read(paths)
        size = file.stat().st_size / max(1, report.added)
    return Whole(report.added, len(report.failed), report.seconds, spent, again.seconds, size)


def processor() -> float:
    """Seconds of the processor that this process and its ended children have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def told(run: Whole, workers: int, story: float) -> Iterator[str]:
    """What the run came to; and the cost of many articles, by the words of their stories."""
    yield (
        f"crossread read, {workers} processes: {run.articles} articles in {run.seconds:.1f} s,"
        f" {run.articles / run.seconds:,.1f} articles/s; {run.failed} failed"
    )
    yield f"read again: {run.articles / run.again:,.0f} articles/s"
    yield f"case file: {run.size / 1000:,.1f} kB an article"
    many = MANY * SIZE / story / run.articles / 3600
    yield (
        f"{MANY:,} articles with stories of {SIZE} words (here {story:.0f}):"
        f" {many * run.seconds * workers:.1f} core-hours of time passed,"
        f" {many * run.processor:.1f} of the processor's"
    )


if __name__ == "__main__":
    main()
