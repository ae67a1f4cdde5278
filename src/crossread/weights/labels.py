"""What part each line of a plain text plays: title, byline, dateline, paragraph, furniture.

Rules are tried in the order of RULES; the first that answers decides. They look at the line,
at its place between title and last paragraph, and at what `furniture` says of it.
"""

import re
from collections.abc import Callable

from crossread.languages.bylines import behind_label, byline_names
from crossread.languages.dates import WORD, calendar, labels, months, visible_dates
from crossread.model.block import Block, BlockKind
from crossread.weights.furniture import Weights
from crossread.weights.lines import PROSE, lines_of
from crossread.weights.page import STANDFIRST, Page, is_free, is_list
from crossread.weights.phrases import stands_in

HEADING_WORDS, MENU_WORDS = 14, 4
SMALL = frozenset(
    {"a", "an", "and", "at", "by", "during", "for", "from", "in", "of", "on", "the", "to", "with"}
)


# The least chance of a line that is given up for furniture, anywhere and outside the story:
# what the model says must be strong, since a paragraph that was lost cannot be seen.
UNLIKELY, UNLIKELY_PROSE, UNLIKELY_OUTSIDE = 0.99, 0.97, 0.8
# The same for a short line where furniture stands: a row of addresses, below the first furniture
# behind the story, above the title.
UNSURE, DOUBTFUL_BEHIND, DOUBTFUL = 0.3, 0.5, 0.75
ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#][^\W\d_]\w+[,;]?")

Rule = Callable[[Page, int], BlockKind | None]


def is_date(page: Page, number: int) -> bool:
    return 0 <= number < len(page.lines) and page.lines[number].date


def furniture_words(page: Page, number: int) -> BlockKind | None:
    """“Subscribe to our newsletter”: words that only page furniture uses."""
    return "boilerplate" if page.lines[number].furniture else None


def no_letters(page: Page, number: int) -> BlockKind | None:
    """“1 2 3 4 5 6 7”: numbers and signs, such as a calendar or a counter."""
    text = page.lines[number].text
    inside = page.first < number < page.last
    letters = any(char.isalpha() for char in text[:200])
    return None if letters or (inside and not is_date(page, number)) else odd(page, number)


def odd(page: Page, number: int) -> BlockKind:
    masthead = page.in_masthead(number) or number == page.first - 1
    return "dateline" if is_date(page, number) and masthead else "boilerplate"


def days_of_a_calendar(page: Page, number: int) -> BlockKind | None:
    """“Mon Tue Wed Thu Fri Sat Sun”, and “April 2024” behind the story."""
    words = [word.lower() for word in WORD.findall(page.lines[number].text[:200])]
    known = [word for word in words if word in calendar() or word in months()]
    grid = len(known) >= 3 and len(known) >= len(words) - 1 and not is_date(page, number)
    month = number > page.last and len(words) == 1 and words[0] in months()
    near = number and is_date(page, number - 1)
    told = near or page.lines[number].is_sentence
    return "boilerplate" if (grid or month) and not told else None


def same_title_again(page: Page, number: int) -> BlockKind | None:
    """The title a second time, as pages that are copied whole often have it."""
    if page.title is None or number == page.title:
        return None
    same = page.lines[number].key == page.lines[page.title].key
    return "boilerplate" if same else None


def the_title(page: Page, number: int) -> BlockKind | None:
    """The first line that reads like a headline, above the story."""
    return "title" if number == page.title else None


def date_line(page: Page, number: int) -> BlockKind | None:
    """“Posted 10 January 2022, 13:42”: a line made of a date, above or right below the story."""
    if not is_date(page, number):
        return None
    says = visible_dates(page.lines[number].text)[0].says in ("published", "modified")
    near = page.in_masthead(number) or (says and number <= page.end)
    if near and not says and number + 1 == page.first and page.is_timeline:
        return "heading"
    inside = page.first < number < page.last and page.is_told(number)
    return "dateline" if near else ("heading" if inside else "boilerplate")


def rest_of_date_line(page: Page, number: int) -> BlockKind | None:
    """“(Moscow time)” below a date."""
    if number == 0 or not page.in_masthead(number):
        return None
    words = [word.lower() for word in WORD.findall(page.lines[number].text[:100])]
    above = is_date(page, number - 1)
    known = all(word in calendar() or word in labels() for word in words)
    return "dateline" if above and words and len(words) < 8 and known else None


def by_line(page: Page, number: int) -> BlockKind | None:
    """“By Ada Brook” above the story or right below it; or a name alone, beside a date."""
    text = page.lines[number].text
    if len(text) > 200 or not byline_names(text):
        return None
    if behind_label(text) is not None:
        return "byline" if page.in_masthead(number) or 0 <= number - page.last <= 3 else None
    beside = is_date(page, number - 1) or is_date(page, number + 1)
    title = page.title is not None and number == page.title + 1 and is_date(page, number + 2)
    return "byline" if page.in_masthead(number) and (beside or title) else None


def mail_header(page: Page, number: int) -> BlockKind | None:
    """“From: …”, “To: …” above a letter."""
    return "boilerplate" if page.is_mail_header(number) else None


def standfirst(page: Page, number: int) -> BlockKind | None:
    """The line right below the title that sums up the story."""
    line, below = page.lines[number], page.title is not None and number == page.title + 1
    like = (
        below and line.words >= 6 and not line.is_prose and is_free(line) and ">" not in line.text
    )
    return "heading" if like and page.told(line) >= STANDFIRST else None


def only_addresses(page: Page, number: int) -> BlockKind | None:
    """“press@example.org”, “#port #ellery”: a line of nothing but addresses and tags."""
    words = page.lines[number].text[:500].split()
    least = UNLIKELY_OUTSIDE if page.is_told(number) else UNSURE
    inside = page.first < number < page.last or page.scores[number] < least
    same = all(ADDRESS.fullmatch(word) for word in words)
    return "boilerplate" if same and not inside else None


def sections(page: Page, number: int) -> BlockKind | None:
    """“Opinion, Harbour, Trade, Story of the day”, above or below the story."""
    outside = number < page.first or number > page.last
    return "boilerplate" if outside and is_list(page.lines[number].text) else None


def behind_the_end(page: Page, number: int) -> BlockKind | None:
    """A short line below “If you find an error …” or “Tags:”."""
    short = not page.lines[number].is_prose and page.scores[number] >= DOUBTFUL_BEHIND
    return "boilerplate" if number > page.end and short else None


def above_the_title(page: Page, number: int) -> BlockKind | None:
    """A short line that stands above the title: the name of the site, a menu."""
    line = page.lines[number]
    above = page.title is not None and number < page.title
    doubtful = line.words < PROSE and page.scores[number] >= DOUBTFUL
    short = line.words <= MENU_WORDS or doubtful
    return "boilerplate" if above and short and not line.is_sentence else None


def words_of_caption(page: Page, number: int) -> BlockKind | None:
    """“Group photo with the minister.”, “Picture: Harbour Press”"""
    line = page.lines[number]
    short = line.words <= 40 and len(line.text) <= 300
    return "caption" if short and stands_in("captions", line.text) else None


def only_names(page: Page, number: int) -> BlockKind | None:
    """“Mayor of Ellery Tom Quay.” between two paragraphs: who is in a picture; no verb."""
    line = page.lines[number]
    words = line.text[:200].rstrip(".").split()
    inside = page.first < number < page.last and len(line.text) <= 200
    if not (inside and 2 <= len(words) <= 10) or line.text[-1] != ".":
        return None
    small = [word for word in words[1:] if not word[0].isupper()]
    return "caption" if all(word in SMALL for word in small) and words[0][0].isupper() else None


def first_paragraph(page: Page, number: int) -> BlockKind | None:
    """The first line of prose where prose stands thickest: without it no story would be left."""
    return "paragraph" if number == page.first else None


def unlike_a_story(page: Page, number: int) -> BlockKind | None:
    """“Harbour Press Weather Shop”: a line whose form and place are surely those of furniture."""
    return "boilerplate" if page.scores[number] >= UNLIKELY else None


def outside_the_story(page: Page, number: int) -> BlockKind | None:
    """“Who bought the crane?”: a line like furniture, above or below the lines of the story."""
    least = UNLIKELY_PROSE if is_paragraph(page, number) else UNLIKELY_OUTSIDE
    outside = not page.is_told(number)
    return "boilerplate" if outside and page.scores[number] >= least else None


def is_paragraph(page: Page, number: int) -> bool:
    """True of prose beside prose: comments and teasers more often stand apart."""
    beside = page.lines[max(0, number - 1) : number + 2]
    return page.lines[number].is_prose and sum(line.is_prose for line in beside) > 1


def heading_inside(page: Page, number: int) -> BlockKind | None:
    """A short line between paragraphs that does not end as a sentence."""
    line = page.lines[number]
    inside = page.first < number < page.last
    short = line.words <= HEADING_WORDS and not re.search(r"[.,;:…][\"”»)]*$", line.text[-5:])
    return "heading" if inside and short and line.text[0] not in "-–—•*" else None


def the_story(page: Page, number: int) -> BlockKind | None:
    """All else is the story: a paragraph is never given up for a doubt."""
    return "paragraph"


RULES: tuple[Rule, ...] = (
    the_title,
    same_title_again,
    date_line,
    by_line,
    rest_of_date_line,
    mail_header,
    furniture_words,
    days_of_a_calendar,
    no_letters,
    only_addresses,
    sections,
    standfirst,
    words_of_caption,
    only_names,
    above_the_title,
    behind_the_end,
    first_paragraph,
    unlike_a_story,
    outside_the_story,
    heading_inside,
    the_story,
)


def label(
    text: str, *, title: str | None = None, weights: Weights | None = None
) -> tuple[Block, ...]:
    """The blocks of a plain text, a block a line; `title` where it is known from elsewhere."""
    page = Page(lines_of(text), title=title, weights=weights)
    return tuple(decide(page, number) for number in range(len(page.lines)))


def decide(page: Page, number: int) -> Block:
    for rule in RULES:
        if kind := rule(page, number):
            return Block(page.lines[number].span, kind, rule=rule.__name__)
    raise AssertionError("the last rule answers always")
