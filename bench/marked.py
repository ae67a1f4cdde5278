"""Accuracy on sentences marked by hand: reports inside reports, and news as translators write it.

    python -m bench.marked [nested|odd] [--recipe NAME] [--errors]

The sentences stand in tests/cases/nested.en.txt and odd.en.txt, by sections. A report is found if
its content has half of its words in common with a marked one (J50, words over the union), each
paired once; its source is right by the same measure. A nested report is right if it is `inside` the
report found for the one that is marked around it.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossread import recipes
from crossread.collect.article import make
from crossread.model.attribution import Attribution
from crossread.model.block import Block
from crossread.model.span import Span
from tests.marks import CASES, unmark

WORD = re.compile(r"\w+")
ROLES = ("source", "cue", "content")
HALF = 0.5

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Report:
    """A report as marked or as found: the places of the words of each role."""

    source: Words
    cue: Words
    content: Words
    inside: int | None  # which report of the same line is around it


@dataclass(frozen=True, slots=True)
class Case:
    """A marked line, and what was found in it."""

    section: str
    text: str
    marked: tuple[Report, ...]
    found: tuple[Report, ...]

    def pairs(self) -> dict[int, int]:
        """Each marked report that was found, with the one found: the likest first."""
        likeness = [
            (overlap(a.content, b.content), overlap(a.source, b.source), -i, -j)
            for i, a in enumerate(self.marked)
            for j, b in enumerate(self.found)
            if overlap(a.content, b.content) >= HALF
        ]
        paired: dict[int, int] = {}
        for _, _, i, j in sorted(likeness, reverse=True):
            if -i not in paired and -j not in paired.values():
                paired[-i] = -j
        return paired


@dataclass(slots=True)
class Count:
    """What is counted over a section."""

    marked: int = 0
    found: int = 0
    right: int = 0
    source: int = 0
    inner: int = 0
    inner_found: int = 0
    inner_source: int = 0
    inner_right: int = 0
    inside: int = 0  # reports found with `inside`

    def add(self, case: Case) -> None:
        pairs = case.pairs()
        self.marked += len(case.marked)
        self.found += len(case.found)
        self.right += len(pairs)
        self.source += sum(sourced(case, i, j) for i, j in pairs.items())
        inner = [i for i, report in enumerate(case.marked) if report.inside is not None]
        self.inner += len(inner)
        self.inner_found += sum(i in pairs for i in inner)
        self.inner_source += sum(i in pairs and sourced(case, i, pairs[i]) for i in inner)
        self.inner_right += sum(i in pairs and nested(case, pairs, i) for i in inner)
        self.inside += sum(report.inside is not None for report in case.found)

    def figures(self) -> dict[str, float]:
        precision, recall = share(self.right, self.found), share(self.right, self.marked)
        return {
            "content precision": precision,
            "content recall": recall,
            "content": share(2 * self.right, self.found + self.marked),
            "source given content": share(self.source, self.right),
        }

    def nesting(self) -> dict[str, float]:
        return {
            "inner content": share(self.inner_found, self.inner),
            "inner content and source": share(self.inner_source, self.inner),
            "inside": share(self.inner_right, self.inner),
            "inside precision": share(self.inner_right, self.inside),
        }


def share(part: int, whole: int) -> float:
    """0 of 0 is 1: nothing was to be found, and nothing was."""
    return part / whole if whole else 1.0


def overlap(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def sourced(case: Case, i: int, j: int) -> bool:
    return overlap(case.marked[i].source, case.found[j].source) >= HALF


def nested(case: Case, pairs: dict[int, int], i: int) -> bool:
    """True if the report found is inside the one found for the marked report around it."""
    around = case.marked[i].inside
    return around in pairs and case.found[pairs[i]].inside == pairs[around]


def lines(name: str) -> Iterator[tuple[str, str]]:
    """The marked lines of a file, each with its section: the last line of remarks before it."""
    section = ""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ").rstrip(".")
        elif line.strip():
            yield section, line


@cache
def read(name: str, recipe: str | None) -> tuple[Case, ...]:
    return tuple(case(section, line, recipe) for section, line in lines(name))


def case(section: str, line: str, recipe: str | None = None) -> Case:
    text, marks = unmark(line)
    article = make(text, language="en", layout=layout(section, text))
    reading = recipes.read(article, recipe=recipe) if recipe else recipes.read(article)
    return Case(section, text, marked(text, marks), found(text, reading.attributions))


def layout(section: str, text: str) -> list[Block]:
    """Every line is a paragraph, or a title among headlines: the cases are about words."""
    kind, blocks, start = "title" if "headline" in section else "paragraph", list[Block](), 0
    for line in text.split("\n"):
        blocks.append(Block(Span(start, start + len(line)), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    return blocks


def marked(text: str, marks: Sequence[tuple[str, Span]]) -> tuple[Report, ...]:
    numbers = sorted({int(re.sub(r"\D", "", name)) for name, _ in marks})
    spans = {
        number: [[span for name, span in marks if name == f"{role}{number}"] for role in ROLES]
        for number in numbers
    }
    places = {number: place for place, number in enumerate(numbers)}
    return tuple(
        as_report(text, spans[number], places.get(outer(number, spans))) for number in numbers
    )


def outer(number: int, spans: dict[int, list[list[Span]]]) -> int:
    """Of those with a lower number whose content holds this one, the shortest; 0 if none."""
    content = spans[number][2]
    holding = [
        (sum(len(span) for span in other[2]), -lower)
        for lower, other in spans.items()
        if lower < number and all(any(a.holds(b) for a in other[2]) for b in content)
    ]
    return -min(holding)[1] if holding else 0


def found(text: str, items: Sequence[Attribution]) -> tuple[Report, ...]:
    places = {item.id: place for place, item in enumerate(items)}
    return tuple(
        as_report(text, [item.source, item.cue, item.content], places.get(item.inside or ""))
        for item in items
    )


def as_report(text: str, roles: Sequence[Sequence[Span]], inside: int | None) -> Report:
    source, cue, content = (words(text, spans) for spans in roles)
    return Report(source, cue, content, inside)


def words(text: str, spans: Sequence[Span]) -> Words:
    return frozenset(
        word.start()
        for word in WORD.finditer(text)
        if any(span.start <= word.start() < span.stop for span in spans)
    )


def counts(cases: Sequence[Case]) -> dict[str, Count]:
    """By section, and at the end of all."""
    total, sections = Count(), dict[str, Count]()
    for each in cases:
        sections.setdefault(each.section, Count()).add(each)
        total.add(each)
    return {**sections, "all": total}


def measure(_shared: Path) -> dict[str, float]:
    """The figures that have a floor, of the recipe that is used where none is named."""
    nesting = counts(read("nested.en.txt", None))["all"].nesting()
    odd = counts(read("odd.en.txt", None))["all"].figures()
    return {
        **{f"nested.{name}": value for name, value in nesting.items()},
        **{f"odd.{name}": value for name, value in odd.items()},
    }


def shown(text: str, report: Report) -> str:
    return " | ".join(
        " ".join(WORD.match(text, start).group() for start in sorted(getattr(report, role)))  # type: ignore[union-attr]
        for role in ROLES
    )


def errors(case: Case) -> list[str]:
    """What a line has and was not found, was found and is not there, or has another source."""
    pairs, rows = case.pairs(), list[str]()
    for i, report in enumerate(case.marked):
        if i not in pairs:
            rows.append(f"  missed  {shown(case.text, report)}")
        elif not sourced(case, i, pairs[i]):
            rows.append(f"  source  {shown(case.text, case.found[pairs[i]])}")
        elif report.inside is not None and not nested(case, pairs, i):
            rows.append(f"  inside  {shown(case.text, case.found[pairs[i]])}")
    rows += [
        f"  invent  {shown(case.text, report)}"
        for j, report in enumerate(case.found)
        if j not in pairs.values()
    ]
    return rows


def table(name: str, cases: Sequence[Case]) -> None:
    with_nesting = name == "nested"
    titles = ["P", "R", "F", "source", *["inner", "+source", "inside", "right"] * with_nesting]
    print(f"{name:<44}  marked found" + "".join(f"{title:>8}" for title in titles))
    for section, count in counts(cases).items():
        figures = [*count.figures().values()]
        figures += [*count.nesting().values()] * with_nesting
        print(
            f"{section[:47]:<48}{count.marked:4}{count.found:5}"
            + "".join(f"{x:8.1%}" for x in figures)
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("name", nargs="?", choices=("nested", "odd"), help="both if none is given")
    parser.add_argument("--recipe", help="the default one if none is named")
    parser.add_argument("--errors", action="store_true", help="prints each line that is not right")
    options = parser.parse_args()
    for name in [options.name] if options.name else ["nested", "odd"]:
        cases = read(f"{name}.en.txt", options.recipe)
        table(name, cases)
        for each in cases if options.errors else ():
            if rows := errors(each):
                print(each.text.replace("\n", "⏎"), *rows, sep="\n")


if __name__ == "__main__":
    main()
