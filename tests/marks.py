"""The notation of test cases: the text, with the answer marked in it.

    {source1|The minister} {cue1|said} {content1|that the plan had failed}.

A mark is a name, a number if there may be several, a bar and the words. Marks may nest. `⏎`
stands for a line break, so that a case of several paragraphs is still one line.
"""

import re
from pathlib import Path

from crossread.model.span import Span

CASES = Path(__file__).parent / "cases"

Marks = tuple[tuple[str, Span], ...]

TOKEN = re.compile(r"\{([a-z-]+\d*)\||\}")


def cases(name: str) -> list[str]:
    """The cases of a file: each line that is neither empty nor a `#` remark."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def unmark(line: str) -> tuple[str, Marks]:
    """The bare text, and what is marked in it in the order of the text.

    Raises ValueError if a mark is not closed, or closed and never opened.
    """
    line = line.replace("⏎", "\n")
    text, open_marks, found, last = "", list[tuple[str, int]](), list[tuple[str, Span]](), 0
    for token in TOKEN.finditer(line):
        text += line[last : token.start()]
        last = token.end()
        if name := token.group(1):
            open_marks.append((name, len(text)))
        elif not open_marks:
            raise ValueError(f"a mark is closed and never opened: {line}")
        else:
            name, start = open_marks.pop()
            found.append((name, Span(start, len(text))))
    if open_marks:
        raise ValueError(f"a mark is not closed: {line}")
    return text + line[last:], in_order(found)


def mark(text: str, found: list[tuple[str, Span]] | Marks) -> str:
    """The text with marks in it: what `unmark` reads. Outer marks come first."""
    opens: dict[int, list[tuple[int, str]]] = {}
    closes: dict[int, int] = {}
    for name, span in in_order(list(found)):
        opens.setdefault(span.start, []).append((-span.stop, name))
        closes[span.stop] = closes.get(span.stop, 0) + 1
    parts = []
    for place in range(len(text) + 1):
        parts.append("}" * closes.get(place, 0))
        parts += ["{" + name + "|" for _, name in opens.get(place, [])]
        parts.append(text[place : place + 1])
    return "".join(parts).replace("\n", "⏎")


def in_order(found: list[tuple[str, Span]]) -> Marks:
    return tuple(sorted(found, key=lambda item: (item[1].start, -item[1].stop, item[0])))
