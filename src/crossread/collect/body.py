"""Which stretches of a page are the story, and what part the others play.

An extraction library says what it takes for story; `RULES` have the last word, one stretch
at a time, in order of priority: the first that answers decides. A rule errs on the side of
the story: furniture that is left in can be seen, a paragraph that was lost cannot.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crossread.collect.align import Words
from crossread.collect.leads import OVER, call, lead, stands_over_rest
from crossread.collect.parts import Part
from crossread.collect.visible import HEADINGS
from crossread.model.block import BlockKind

FURNITURE: Final = frozenset(("share", "subscribe", "advert", "comments", "menu", "tags", "tools"))
AWAY: Final = FURNITURE | {"related", "aside", "quote"}
LONG: Final = 25  # words: as long as this, and whole sentences, is hardly furniture
ABOVE: Final = 6  # stretches above the headline in which a date or name may be the story's
MOST_DATES: Final = 4  # lines of dates that one story has
LEAD_LONGEST: Final = 40  # words of a line that leads away from the story
ENDS: Final = re.compile(r"""[.!?…:]["'”’»)\]]*$""")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page before its parts are told apart."""

    headline: Part | None  # the part that shows the page's title
    top: int  # the number of the first part that can be story
    end: int  # the number of the first part that cannot be any more
    titles: frozenset[Words]  # the forms of that title
    # True of a line that says when the page was written, whether or not its element says so.
    dated: Callable[[str, bool], bool]
    # True of a line that says who wrote it, whether or not its element says that it does.
    signed: Callable[[str, bool], bool]
    links: bool = False  # much of the story is in links, so that a link says nothing


Rule = Callable[[Part, Known], BlockKind | None]


def no_words(part: Part, known: Known) -> BlockKind | None:
    """“___”, “* * *”, an arrow: signs that part or point."""
    return None if part.words else "boilerplate"


def headline(part: Part, known: Known) -> BlockKind | None:
    """The first headline that says what the page's title says."""
    return "title" if part is known.headline else None


def headline_again(part: Part, known: Known) -> BlockKind | None:
    """The same headline once more: over a picture gallery, in a bar that scrolls along."""
    return "boilerplate" if part.words in known.titles else None


def said_again(part: Part, known: Known) -> BlockKind | None:
    """A caption once more in the gallery, a headline once more in a bar: not in the story."""
    return "boilerplate" if part.again and not part.kept else None


def caption(part: Part, known: Known) -> BlockKind | None:
    """Words under a picture: “The flooded square. Photo: N. Name”."""
    if part.linked > 0.75 or part.marks & AWAY or lead(part.text) in (*OVER, "advert", "share"):
        return None
    if "caption" in part.marks and part.tag not in ("td", "th"):
        return "caption" if part.close or part.kept else None
    return "caption" if part.pictured and not ENDS.search(part.text) else None


def signature(part: Part, known: Known) -> BlockKind | None:
    """Who wrote it: “By N. Name, staff reporter”, “(Reporting by N. Name; editing by …)”."""
    if len(part.words) > 40 or not at_masthead(part, known):
        return None
    if "credit" in (lead(part.text), call(part.text)):
        return "byline"
    if len(part.words) > 20 or not known.signed(part.text, "byline" in part.marks):
        return None
    return "byline"


def date_line(part: Part, known: Known) -> BlockKind | None:
    """When it was written: “Posted 4 May 2031, 13:42”; not below a post that is quoted."""
    if len(part.words) > 20 or part.linked > 0.8 or not at_masthead(part, known):
        return None
    timed = part.time is not None and part.lead and len(part.words) <= 16
    return "dateline" if timed or known.dated(part.text, "date" in part.marks) else None


def lead_away(part: Part, known: Known) -> BlockKind | None:
    """“Read also: …”, “Subscribe to our newsletter”, “Share this story”."""
    where = lead(part.text) or call(part.text)
    if where is None or len(part.words) > LEAD_LONGEST or (where == "linked" and not part.linked):
        return None
    if where == "photo":
        return "caption" if part.close or part.kept else None
    return "boilerplate"


def furniture(part: Part, known: Known) -> BlockKind | None:
    """An element that calls itself a share bar, an advertisement, a menu, a comment."""
    if not part.marks & FURNITURE or is_telling(part):
        return None
    return "boilerplate"


def related(part: Part, known: Known) -> BlockKind | None:
    """An element that calls itself related or recommended, with a link to another story."""
    if "related" not in part.marks or (part.kept and part.linked < 0.3 and is_telling(part)):
        return None
    return "boilerplate"


def aside(part: Part, known: Known) -> BlockKind | None:
    """A box beside the story, or a sentence of it that is set large."""
    if not ("aside" in part.marks or part.repeats) or not (part.inside or part.kept):
        return None
    if part.tag in HEADINGS or len(part.words) < 6 or part.linked > 0.5:
        return "boilerplate"
    return "aside"


def teaser(part: Part, known: Known) -> BlockKind | None:
    """A line that is one link, to another story; the name of a source in brackets is not."""
    if known.links or part.tag in HEADINGS or part.tag in ("td", "th"):
        return None
    return "boilerplate" if part.linked > 0.75 and len(part.words) >= 4 else None


def kicker(part: Part, known: Known) -> BlockKind | None:
    """A line above the headline: “Review”, “Politics”, what the outlet says of itself."""
    return "boilerplate" if part.number < known.top and not is_telling(part) else None


def after_the_end(part: Part, known: Known) -> BlockKind | None:
    """What follows “Comments”, “Read also”, “More from …” when the story has been told."""
    return "boilerplate" if part.number >= known.end and not is_telling(part) else None


def note(part: Part, known: Known) -> BlockKind | None:
    """What editors add to a story: “Correction, 4 May: an earlier version said …”."""
    return "aside" if part.close and lead(part.text) == "note" else None


def standfirst(part: Part, known: Known) -> BlockKind | None:
    """A sentence between the headline and the first paragraph that sums up the story."""
    under = known.headline is not None and part.number > known.headline.number
    if not (part.lead and under) or part.marks & AWAY or part.linked > 0.3:
        return None
    if "standfirst" in part.marks and len(part.words) >= 5:
        return "heading"
    whole = len(part.words) >= 12 and ENDS.search(part.text)
    return "heading" if whole and not (part.kept or part.inside) else None


def subheading(part: Part, known: Known) -> BlockKind | None:
    """A headline inside the story."""
    if part.tag not in HEADINGS or part.marks & AWAY:
        return None
    within = part.near or (part.lead and part.number > known.top > 0)
    return "heading" if part.kept or (within and part.sibling and part.linked < 0.5) else None


def story(part: Part, known: Known) -> BlockKind | None:
    """A paragraph that the extraction library takes for story."""
    return "paragraph" if part.kept else None


def missed_twin(part: Part, known: Known) -> BlockKind | None:
    """A paragraph that the library missed: its elements are those of the story's others."""
    if not part.like or part.linked > 0.5 or part.marks & AWAY:
        return None
    return "paragraph" if len(part.words) >= (5 if part.inside else LONG) else None


def missed_line(part: Part, known: Known) -> BlockKind | None:
    """A sentence between two paragraphs of the story, in a list or a quotation set apart."""
    whole = len(part.words) >= 5 and ENDS.search(part.text) and part.linked < 0.3
    return "paragraph" if whole and part.near and part.sibling and not part.marks & AWAY else None


def missed_sentence(part: Part, known: Known) -> BlockKind | None:
    """Whole sentences in the midst of the story, or at its head."""
    if not part.inside or not is_telling(part) or part.linked > 0.3 or part.marks & AWAY:
        return None
    return "paragraph" if part.near or part.lead else None


RULES: tuple[Rule, ...] = (
    no_words,
    headline,
    headline_again,
    said_again,
    caption,
    signature,
    date_line,
    note,
    lead_away,
    furniture,
    related,
    aside,
    teaser,
    kicker,
    after_the_end,
    standfirst,
    subheading,
    story,
    missed_twin,
    missed_line,
    missed_sentence,
)


def kinds(parts: Sequence[Part], known: Known) -> Iterator[tuple[BlockKind, str]]:
    """What each part is, and the rule that says so."""
    found = [kind_of(part, known) for part in parts]
    crowded = sum(kind == "dateline" for kind, _ in found) > MOST_DATES
    for part, (kind, rule) in zip(parts, found, strict=True):
        # Of many dates, those far from the headline are of other stories.
        other = crowded and kind == "dateline" and not at_headline(part, known)
        yield ("boilerplate", rule) if other else (kind, rule)


def kind_of(part: Part, known: Known) -> tuple[BlockKind, str]:
    for rule in RULES:
        if kind := rule(part, known):
            return kind, rule.__name__
    return "boilerplate", "not_story"


def at_headline(part: Part, known: Known) -> bool:
    return known.headline is not None and abs(part.number - known.headline.number) <= ABOVE


def story_ends(parts: Sequence[Part], shown: Part | None) -> tuple[int, int]:
    """Between which numbers the story lies: below its headline, above what leads away from it.

    Both only if nearly all that the library kept lies between: else they are someone else's.
    """
    told = sum(len(part.words) for part in parts if part.kept)
    above = sum(len(part.words) for part in parts[: shown.number] if part.kept) if shown else 0
    left = told
    for part in parts:
        if left < 0.15 * told and stands_over_rest(part.text):
            return (shown.number if shown and above < 0.2 * told else 0), part.number
        left -= len(part.words) if part.kept else 0
    return (shown.number if shown and above < 0.2 * told else 0), len(parts)


def at_masthead(part: Part, known: Known) -> bool:
    """True of what stands in or near the story, below its headline or a little above it."""
    if part.marks & {"blockquote", "menu", "related", "comments"} or not (part.close or part.kept):
        return False
    top = known.headline.number - ABOVE if known.headline else 0
    return part.number >= top


def is_telling(part: Part) -> bool:
    """True of whole sentences that tell something."""
    return len(part.words) >= LONG and part.linked < 0.5 and ENDS.search(part.text) is not None


def is_linked(parts: Sequence[Part]) -> bool:
    """True if a third of the words that the library kept are in links."""
    kept = [(len(part.text), part.linked) for part in parts if part.kept]
    return sum(size * linked for size, linked in kept) * 3 > sum(size for size, _ in kept)
