"""What people decided, as it lies in its table: rows are added, and never changed."""

import json
from collections.abc import Sequence
from typing import Any

from crossread.model.judgement import Judgement, Party
from crossread.store.database import Database, Row

LISTED = """
    SELECT number, verdict, one, one_type, one_articles, other, other_type, other_articles,
        name, withdrawn, who, "when"
    FROM judgements ORDER BY number"""


def judgements(database: Database) -> tuple[Judgement, ...]:
    """All of them in the order they were made, those that were withdrawn too."""
    return tuple(map(of_row, database.rows(LISTED)))


def standing(made: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold. Who withdraws a withdrawal makes the first judgement hold again.

    >>> [j.number for j in standing((Judgement(1, "same"), Judgement(2, "withdraw", withdrawn=1)))]
    []
    """
    gone = withdrawn(made)
    return tuple(one for one in made if one.verdict != "withdraw" and one.number not in gone)


def withdrawn(made: Sequence[Judgement]) -> dict[int, Judgement]:
    """Those that hold no more, withdrawals too, by number: each with what withdrew it."""
    gone: dict[int, Judgement] = {}
    for judgement in sorted(made, key=lambda one: -one.number):
        if judgement.withdrawn is not None and judgement.number not in gone:
            gone.setdefault(judgement.withdrawn, judgement)
    return gone


def next_number(database: Database) -> int:
    row = database.one("SELECT coalesce(max(number), 0) + 1 FROM judgements")
    return int(row[0]) if row else 1


def row(judgement: Judgement) -> list[Any]:
    return [
        judgement.number,
        judgement.verdict,
        *of_party(judgement.one),
        *of_party(judgement.other),
        judgement.name,
        judgement.withdrawn,
        judgement.who,
        judgement.when,
    ]


def of_party(party: Party | None) -> list[str | None]:
    if party is None:
        return [None, None, "[]"]
    return [party.name, party.type, json.dumps(party.articles)]


def of_row(found: Row) -> Judgement:
    number, verdict, *parties, name, withdrawn, who, when = found
    return Judgement(
        number, verdict, party(*parties[:3]), party(*parties[3:]), name, withdrawn, who, when
    )


def party(name: str | None, kind: Any, articles: str) -> Party | None:
    return None if name is None else Party(name, kind, tuple(json.loads(articles)))
