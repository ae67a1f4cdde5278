"""What to call whom and what, where the words of the article alone do not say it."""

from pathlib import PurePath

from crossread.model.statement import Statement


def fuller(statement: Statement) -> str:
    """The speaker's name across articles for “Yasak” or “he”; "" where unknown, or said in full."""
    name = statement.known_as or statement.speaker or ""
    return "" if name.casefold() in statement.source.casefold() else name


def titled(title: str | None, file: str | None) -> str:
    """The title; of an article without one, that, and the name of its file alone."""
    return title or (f"No title ({PurePath(file).name})" if file else "No title")
