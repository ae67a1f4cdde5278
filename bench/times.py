"""Times: values against Duckling's and dateparser's own cases, spans and values against GUM.

python -m bench.times            the figures
python -m bench.times --wrong    and what is wrong, set by set
"""

import argparse
import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.duckling import Score, duckling, read
from bench.floors import SHARED
from bench.gum import Document, Rows, documents
from crossread.model.article import Article
from crossread.model.facts import TimeExpression
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.times import Times

PAIR = re.compile(
    r"\('((?:[^'\\]|\\.)*)', datetime\.datetime\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?"
)
PLAIN = re.compile(r"datetime\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
ENGLISH = re.compile(
    rf"(?!.*\b(?:de|em|en|vr|year|utc)\b)(?=.*\b(?:19|20)\d\d\b).*\b(?:{MONTHS})\b", re.IGNORECASE
)


def dateparser(shared: Path) -> Score:
    """dateparser's English cases: of dates in running text, and full dates with a month."""
    path = shared / "gold" / "dates" / "dateparser" / "dateparser_cases.jsonl"
    right, wrong, out = 0, list[tuple[str, str, str]](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not (case := search_case(row) or parsing_case(row)):
            continue
        text, days, base = case
        found = read(text, base)
        told = [one.value or "" for one in found.times if one.type in {"DATE", "TIME"}]
        if len(told) == len(days) and all(map(fits, told, days)):
            right += 1
        else:
            wrong.append((text, " ".join(days), " ".join(told)))
    return Score(right, tuple(wrong), out)


def search_case(row: dict[str, object]) -> tuple[str, list[str], str | None] | None:
    """An English text, the days that stand in it, and from when they count."""
    args, named = row["args"], row["kwargs"]
    assert isinstance(args, list)
    assert isinstance(named, dict)
    if row["file"] != "test_search.py" or "'en'" not in (args[:1] or [""])[0]:
        return None
    told = str(named.get("expected") or (args[2] if len(args) > 2 else ""))
    if not told or "now(" in told or "today." in told or "ago" in told:
        return None
    text = ast.literal_eval(str(named.get("text") or args[1]))
    base = PLAIN.search(str(named.get("settings") or ""))
    return (
        text,
        [day(found[1:]) for found in PAIR.findall(told)],
        day(base.groups()) if base else None,
    )


def parsing_case(row: dict[str, object]) -> tuple[str, list[str], str | None] | None:
    """A full date alone, with the name of a month in English."""
    args = row["args"]
    assert isinstance(args, list)
    if row["test"] != "test_dates_parsing" or len(args) < 2:
        return None
    told = PLAIN.match(args[1].removeprefix("datetime."))
    if not told or not args[0].isascii() or not ENGLISH.search(args[0]):
        return None
    return ast.literal_eval(args[0]), [day(told.groups())], None


def day(parts: Sequence[str | None]) -> str:
    """“2031-03-05”, with its clock time if it has one."""
    whole = f"{int(parts[0] or 0):04d}-{int(parts[1] or 0):02d}-{int(parts[2] or 0):02d}"
    clock = f"{int(parts[3] or 0):02d}:{int(parts[4] or 0):02d}" if len(parts) > 4 else "00:00"
    return whole if clock == "00:00" else f"{whole}T{clock}"


def fits(value: str, expected: str) -> bool:
    """True if a value is the day, or tells as much of it as the words do."""
    return value[:16].replace("XXXX", expected[:4]) == expected


@dataclass(frozen=True, slots=True)
class Dates:
    """How GUM's dates are found: those marked, those found, and values of those with a year."""

    marked: int = 0
    met: int = 0  # marked, and something found there
    found: int = 0  # dates found by us
    true: int = 0  # of them, those where one is marked
    absolute: int = 0  # marked, met, and with a year in its words
    right: int = 0  # of them, those with its value
    wrong: tuple[tuple[str, str, str], ...] = ()

    @property
    def recall(self) -> float:
        return self.met / max(self.marked, 1)

    @property
    def precision(self) -> float:
        return self.true / max(self.found, 1)

    @property
    def values(self) -> float:
        return self.right / max(self.absolute, 1)


MARK = re.compile(r"<(/?)date( [^>]*)?>")
WHEN = re.compile(r'when:::"([^"]+)"')
STATED = re.compile(r"\b(?:1\d|20)\d\d\b")
GENRES = ("news", "interview", "bio", "speech", "voyage", "textbook", "vlog", "conversation")


def gum(shared: Path, *, held_out: bool) -> Dates:
    """GUM's dates in every third document of a genre, or in the others."""
    genres: dict[str, list[Document]] = {}
    for one in documents(shared, GENRES):
        genres.setdefault(one.genre, []).append(one)
    total = Dates()
    for listed in genres.values():
        for place, one in enumerate(sorted(listed, key=lambda each: each.name)):
            if (place % 3 == 0) == held_out:
                path = shared / "gold" / "gum" / "documents" / f"{one.name}.conllu"
                total = added(total, one, list(marks(one, path.read_text(encoding="utf-8"))))
    return total


def marks(document: Document, conllu: str) -> Iterator[tuple[Span, str]]:
    """The dates marked in a document: where, and “when” it is (empty for a stretch)."""
    begun: list[tuple[int, str]] = []
    rows = Rows(document, conllu)
    for (start, stop), note in zip(rows.spans, rows.notes, strict=True):
        xml = "".join(part for part in note.split("|") if part.startswith("XML="))
        for mark in MARK.finditer(xml):
            if not mark[1]:
                when = WHEN.search(mark[2] or "")
                begun.append((start, when[1] if when else ""))
            elif begun:
                first, told = begun.pop()
                if first < stop:
                    yield Span(first, stop), told


def added(total: Dates, document: Document, marked: list[tuple[Span, str]]) -> Dates:
    text = document.text
    reading = Reading(Article(document.name, text, language="en"), sentences=document.sentences)
    found = Times()(reading)
    dates = [one for one in found if one.type in {"DATE", "TIME"} and len(one.value or "D") > 6]
    hits = [[one for one in found if one.span.meets(span)] for span, _ in marked]
    stated = [
        (span, when, hit[0])
        for (span, when), hit in zip(marked, hits, strict=True)
        if hit and when and STATED.search(span.of(text))
    ]
    wrong = [
        (span.of(text), when, f"{one.span.of(text)} = {one.value}")
        for span, when, one in stated
        if when not in {one.value, (one.value or "")[:10]} and not within(one, when)
    ]
    return Dates(
        total.marked + len(marked),
        total.met + sum(map(bool, hits)),
        total.found + len(dates),
        total.true + sum(any(one.span.meets(span) for span, _ in marked) for one in dates),
        total.absolute + len(stated),
        total.right + len(stated) - len(wrong),
        total.wrong + tuple(wrong),
    )


def within(one: TimeExpression, when: str) -> bool:
    """“since 2031”, “from 2029 to 2031”: one end of it is what is marked."""
    return when in (one.value or "").split("/")


def measure(shared: Path) -> dict[str, float]:
    """The figures that have floors."""
    out = gum(shared, held_out=True)
    return {
        "times.duckling": duckling(shared).share,
        "times.dateparser": dateparser(shared).share,
        "times.gum.recall": out.recall,
        "times.gum.values": out.values,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.times")
    parser.add_argument("--wrong", action="store_true", help="what is wrong, set by set")
    wanted = parser.parse_args().wrong
    for name, score in (("Duckling", duckling(SHARED)), ("dateparser", dateparser(SHARED))):
        size = score.right + len(score.wrong)
        print(f"{name:<12} {score.right} of {size} right: {score.share:.1%}")
        for reason, number in score.out.most_common():
            print(f"    out of scope {number:4}  {reason}")
        if wanted:
            print(*("    " + " | ".join(row) for row in score.wrong), sep="\n")
    for held_out in (False, True):
        found = gum(SHARED, held_out=held_out)
        print("GUM, every third document" if held_out else "GUM, the other documents")
        print(f"    found      {found.met} of {found.marked} marked: {found.recall:.1%}")
        print(f"    marked     {found.true} of {found.found} found: {found.precision:.1%}")
        print(f"    right      {found.right} of {found.absolute} with a year: {found.values:.1%}")
        if wanted and not held_out:
            print(*("    " + " | ".join(row) for row in found.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
