"""Stage: what every stage promises."""

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from crossread.model.reading import Reading


class Stage(Protocol):
    """Reads a `Reading` and gives the items of one layer; changes nothing.

    `needs` names the layers it looks at, `gives` the one that it makes; both are field
    names of `Reading`. A stage holds no state between articles.
    """

    needs: ClassVar[tuple[str, ...]]
    gives: ClassVar[str]

    def __call__(self, reading: Reading) -> Iterable[Any]: ...
