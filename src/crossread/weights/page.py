"""The lines of a text as a page: where its story begins and ends, and which line is its title."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from crossread.languages.bylines import behind_label, byline_names
from crossread.weights.furniture import Weights, scores, told
from crossread.weights.lines import OPENS, SENTENCE_END, Line, key_of
from crossread.weights.phrases import stands_in
from crossread.weights.prose import Stretch, between, thickest

TITLE_WORDS = range(3, 36)
LEAST_WORTH = 2.0
TITLE_NEAR = 60  # lines above the story in which its title is looked for
MOST_LINES = 20_000  # of a text that the model looks at; more are no article
STEM = 5  # letters by which words are compared, since they are declined
SUBJECT = re.compile(r"(?:subject|тема)\s*:", re.IGNORECASE)
MAIL = re.compile(
    r"(?:from|to|cc|bcc|reply-to|sent|date|subject|от|от кого|кому|копия|дата|тема|від|кому)\s*:",
    re.IGNORECASE,
)
MAIL_LINES = 8  # above a letter
STANDFIRST = 0.3  # of its words that the story has as well
LIST_SIGN = re.compile(r"\s*[,|/•·›»>]\s*")


class Page:
    """What the rules of `labels` ask about the lines of one text."""

    def __init__(
        self, lines: Sequence[Line], *, title: str | None = None, weights: Weights | None = None
    ) -> None:
        self.lines = lines
        self.given = title
        self.weights = weights

    @cached_property
    def core(self) -> tuple[int, int]:
        """Where prose stands thickest."""
        return thickest(self.lines)

    @cached_property
    def parted(self) -> list[int]:
        """For each line how many lines of furniture words part it from the core."""
        return between(self.lines, self.core)

    @cached_property
    def scores(self) -> list[float]:
        """For each line the chance that it is furniture; 0 where it cannot be told."""
        # One line alone has nothing around it, and a file of a million lines is no page.
        if not 1 < len(self.lines) <= MOST_LINES:
            return [0.0] * len(self.lines)
        return scores(self.lines, self.weights)

    @cached_property
    def stretch(self) -> Stretch:
        """The lines from the first to the last that tell the story, as the model sees it."""
        return told(self.lines, self.scores)

    def is_told(self, number: int) -> bool:
        """True if the line stands in that stretch."""
        return self.stretch[0] <= number < self.stretch[1]

    @cached_property
    def first(self) -> int:
        """The first line of prose; the number of lines where there is none."""
        numbers = range(self.core[0], len(self.lines))
        told = (i for i in numbers if self.lines[i].is_prose and not self.asks(i))
        return next(told, len(self.lines))

    def asks(self, number: int) -> bool:
        """True of a headline as long as a sentence: a question, with a name or date below."""
        line, below = self.lines[number], self.lines[number + 1 : number + 3]
        question = line.words <= 25 and line.text.endswith(("?", "!"))
        return question and any(other.date or is_signed(other) for other in below)

    @cached_property
    def last(self) -> int:
        """The last line of prose that no furniture parts from the story; -1 if there is none."""
        numbers = range(len(self.lines) - 1, -1, -1)
        told = (i for i in numbers if self.lines[i].is_prose and not self.parted[i])
        return next(told, -1)

    @cached_property
    def end(self) -> int:
        """The first line of furniture behind the story; the number of lines if there is none."""
        after = range(self.last + 1, len(self.lines))
        return next((i for i in after if self.lines[i].furniture), len(self.lines))

    @cached_property
    def title(self) -> int | None:
        """The line that is the title, if one is."""
        if self.given:
            key = key_of(self.given)
            return next((i for i, line in enumerate(self.lines) if line.key == key), None)
        if self.first == len(self.lines):  # no prose: a title, and a short line or two
            alone = len(self.lines) > 1 and title_like(self.lines[0])
            return 0 if alone else None
        near = range(max(0, self.first - TITLE_NEAR), self.first)
        fit = [number for number in near if title_like(self.lines[number])]
        best = max(fit, key=self.worth, default=None)
        return best if best is None or self.worth(best) >= LEAST_WORTH else None

    def worth(self, number: int) -> float:
        """How much a line is like the title of this story."""
        line, below = self.lines[number], self.lines[number + 1 : number + 4]
        twice = self.times[line.key] > 1
        signed = any(other.date or is_signed(other) for other in below)
        return (
            4 * self.told(line)
            + 20 * (SUBJECT.match(line.text) is not None and self.mail)
            - 10 * self.is_mail_header(number)
            + 2 * (5 <= line.words <= 22)
            + (line.words >= 4)
            + 2 * twice
            + 1.5 * signed
            + 0.5 * (number + 1 == self.first)
            + 0.5 * (number == 0)
            + 0.5 * (self.first - number <= 12)
            - (LIST_SIGN.search(line.text) is not None and "," not in line.text)
            - 2 * line.text.isupper()  # more often a letterhead than a headline
            - 0.02 * number
        )

    def told(self, line: Line) -> float:
        """The share of the line's words that the story has as well, 0 to 1."""
        stems = stems_of(line.text)
        return len(stems & self.stems) / len(stems) if stems else 0.0

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands above the story."""
        return Counter(line.key for line in self.lines[: self.first])

    @cached_property
    def stems(self) -> frozenset[str]:
        """How the words of the first paragraphs begin."""
        told = self.lines[self.first : self.first + 5]
        return frozenset().union(*(stems_of(line.text[:2000]) for line in told))

    @cached_property
    def is_timeline(self) -> bool:
        """True if dates stand as headings inside the story."""
        inside = range(self.first + 1, self.last)
        return any(self.lines[number].date for number in inside)

    def in_masthead(self, number: int) -> bool:
        return number < self.first and (self.title is None or number > self.title - 6)

    @cached_property
    def mail(self) -> bool:
        """True if the text begins as a letter does: “From: …”, “To: …”, “Subject: …”."""
        head = [line for line in self.lines[:MAIL_LINES] if MAIL.match(line.text)]
        return len(head) >= 2 and any("@" in line.text for line in head)

    def is_mail_header(self, number: int) -> bool:
        return number < MAIL_LINES and self.mail and MAIL.match(self.lines[number].text) is not None


def first_sign(text: str) -> str:
    """The first letter, number or quotation mark: “❗️Port closed” begins with P."""
    signs = (char for char in text[:8] if char.isalnum() or char in OPENS)
    return next(signs, text[0])


def stems_of(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W_]{4,}", text.lower()))


def title_like(line: Line) -> bool:
    """A line of some words that begins as a sentence does and does not end as one."""
    start = first_sign(line.text)
    begins = start.isupper() or start.isdigit() or start in OPENS
    end = line.text.rstrip("”\"»’')")[-1:]
    fits = line.words in TITLE_WORDS and len(line.text) <= 300 and end not in (".", ":", ";", ",")
    return (fits or SUBJECT.match(line.text) is not None) and begins and is_free(line)


def is_free(line: Line) -> bool:
    """True if a line is none of the other things that stand above a story."""
    return not (
        line.furniture
        or line.date
        or is_signed(line)
        or is_list(line.text)
        or stands_in("captions", line.text)
    )


def is_signed(line: Line) -> bool:
    return behind_label(line.text) is not None and bool(byline_names(line.text))


def is_list(text: str) -> bool:
    """“Opinion, Harbour, Trade, Story of the day”: the sections that a page belongs to."""
    items = LIST_SIGN.split(text[:300])
    short = all(0 < len(item.split()) <= 4 for item in items) and len(text[:300].split()) <= 20
    return len(items) >= 4 and short and not SENTENCE_END.search(text[-20:])
