"""Who is meant, where the words of the article alone do not say it."""

from crossread.model.statement import Statement


def fuller(statement: Statement) -> str:
    """The speaker's full name for “Yasak” or “he”; "" where unknown, or said in full."""
    name = statement.speaker or ""
    return "" if name.casefold() in statement.source.casefold() else name
