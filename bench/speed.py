"""How fast Crossread reads: the rules tier a stage at a time, and the whole of `crossread read`.

    python -m bench.speed [--articles N] [--workers N] [PATH ...]

Without paths, the articles of the demo are copied until there are enough, each copy a little
different. Words are all words of a page's text, furniture included. One core is measured in the
time that the processor spent, so other work on the machine counts little; `read` in time passed.
"""

import argparse
import os
import platform
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import cycle, islice
from pathlib import Path

from crossread import recipes
from crossread.case import Case
from crossread.collect.documents import Document, collect, documents
from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.settings import Settings

Row = tuple[str, str, str, str]


def main() -> None:
    options = parsed()
    with tempfile.TemporaryDirectory() as folder:
        paths = options.paths or [copies(Path(folder, "articles"), options.articles)]
        print(machine(), end="\n\n")
        for row in [("", "articles/s", "words/s", "share"), *one_core(paths), None]:
            print("{:<24}{:>12}{:>12}{:>8}".format(*row) if row else "")
        print(whole(paths, Path(folder, "speed.crossread"), options.workers))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", help="files and folders; the demo if none is given")
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


def one_core(paths: Sequence[str | Path]) -> Iterator[Row]:
    """Collecting, and each stage of the rules tier, in this process alone."""
    found = [document for document in documents(paths) if isinstance(document, Document)]
    limit = Settings().max_bytes
    for document in found[:20]:  # the first loads tables and models
        recipes.read(collect(document, max_bytes=limit))
    started = time.process_time()
    articles = [collect(document, max_bytes=limit) for document in found]
    seconds = {"collect": time.process_time() - started, **stages(articles)}
    words = sum(len(article.text.split()) for article in articles)
    total = sum(seconds.values())
    reading = total - seconds["collect"]
    for name, taken in seconds.items():
        yield row(name, len(articles), words, (taken, total))
    yield row("all stages", len(articles), words, (reading, total))
    yield row("collect and all stages", len(articles), words, (total, total))


def stages(articles: Sequence[Article]) -> dict[str, float]:
    """Seconds that each stage took over all articles."""
    seconds: dict[str, float] = defaultdict(float)
    for article in articles:
        reading = Reading(article)
        for stage in recipes.pipeline("rules").stages:
            started = time.process_time()
            layer = tuple(stage(reading))
            seconds[type(stage).__name__.lower()] += time.process_time() - started
            reading = replace(reading, **{stage.gives: layer})  # type: ignore[arg-type]
    return seconds


def row(name: str, articles: int, words: int, times: tuple[float, float]) -> Row:
    taken, total = times
    return name, f"{articles / taken:,.0f}", f"{words / taken:,.0f}", f"{taken / total:.0%}"


def whole(paths: Sequence[str | Path], file: Path, workers: int) -> str:
    """`crossread read` from an empty case to the last article kept, start-up included."""
    with Case(file, Settings(workers=workers)) as case:
        report = case.read(paths)
        again = case.read(paths)
        size = file.stat().st_size / max(1, report.added)
    return (
        f"read, {workers} processes: {report.added} articles in {report.seconds:.1f} s, "
        f"{report.added / report.seconds:,.0f} articles/s; {len(report.failed)} failed\n"
        f"read again: {again.known} known, {again.known / again.seconds:,.0f} articles/s\n"
        f"case file: {size / 1000:,.1f} kB an article"
    )


if __name__ == "__main__":
    main()
