"""A plain text, such as a saved or copied page, to an `Article`."""

from crossread.collect.article import make
from crossread.collect.masthead import masthead
from crossread.collect.names import cleaned
from crossread.languages.identify import identify
from crossread.model.article import Article
from crossread.weights.labels import label
from crossread.weights.runs import divide


def plain(text: str, *, file: str | None) -> Article:
    """The article of a text, which is kept character for character."""
    layout = divide(text, label(text))
    said = masthead(text, layout)
    return make(
        text,
        title=said.title,
        outlet=said.outlet,
        authors=cleaned(said.authors),
        published=said.published,
        modified=said.modified,
        language=identify(text),
        file=file,
        media_type="text/plain",
        layout=layout,
    )
