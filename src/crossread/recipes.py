"""The named lists of stages: read this file first.

An article goes through the stages of a recipe in order, and each adds one layer to its reading.
"""

from collections.abc import Callable
from functools import cache

from crossread.errors import NotFoundError
from crossread.model.article import Article
from crossread.model.reading import Reading
from crossread.pipeline import Pipeline
from crossread.stages.attributions import Attributions
from crossread.stages.attributions.tagged import TaggedAttributions
from crossread.stages.blocks import Blocks
from crossread.stages.coreference import Coreference
from crossread.stages.entities import Entities
from crossread.stages.mentions import Mentions
from crossread.stages.quotations import Quotations
from crossread.stages.sentences import Sentences
from crossread.stages.speakers import Speakers
from crossread.stages.stage import Stage


def accurate() -> Pipeline:
    """Who said what by the tagger: a network of six layers. The default."""
    return Pipeline("accurate", stages(TaggedAttributions("accurate")))


def fast() -> Pipeline:
    """The same with a network of three layers: half the work, a little less found."""
    return Pipeline("fast", stages(TaggedAttributions("fast")))


def rules() -> Pipeline:
    """No model for who said what: cue tables and rules. The least work of all."""
    return Pipeline("rules", stages(Attributions()))


def stages(attributions: Stage) -> list[Stage]:
    return [
        Blocks(),  # which lines are story, which are page furniture
        Sentences(),
        Quotations(),  # pairs of marks; speech told from scare quotes
        attributions,  # source, cue, content
        Mentions(),  # names, descriptions and pronouns, with their types
        Coreference(),  # which of them are one person, body or place, and why
        Entities(),  # each under its fullest name, with its roles
        Speakers(),  # who each source is, where that is sure
    ]


RECIPES: dict[str, Callable[[], Pipeline]] = {"accurate": accurate, "fast": fast, "rules": rules}
DEFAULT = "accurate"

# Raised whenever a recipe may read the same article otherwise: readings of an older version
# are made anew. It is kept with each reading in a case.
VERSIONS: dict[str, str] = {"accurate": "3", "fast": "3", "rules": "4"}


@cache
def pipeline(name: str) -> Pipeline:
    """The pipeline of a recipe, built once. Raises NotFoundError for an unknown name."""
    if name not in RECIPES:
        raise NotFoundError(f"no recipe is called {name!r}; there is: {', '.join(RECIPES)}")
    return RECIPES[name]()


def read(article: Article, *, recipe: str = DEFAULT) -> Reading:
    """Reads one article: a pure function of its text."""
    return pipeline(recipe)(article)
