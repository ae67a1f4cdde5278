"""All that a case tells of one identity, gathered for whoever asks who it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from crossread.case import Case
from crossread.cli.told_json import tie_json, wording_json
from crossread.export.who import Doubt, doubts, tie
from crossread.model.identity import Identities, Identity
from crossread.model.judgement import Judgement, Party
from crossread.model.statement import Statement
from crossread.model.told import ToldTie, ToldWording
from crossread.store.search import fold

FIRST = 5  # statements that are shown


@dataclass(frozen=True, slots=True)
class Place:
    """An article, to be named in a list."""

    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One identity, what it says, and what is in doubt or decided about it."""

    identity: Identity
    statements: int
    articles: int  # in which it says something
    outlets: tuple[tuple[str, int], ...]  # statements by outlet, the most first; "": none stated
    first: tuple[tuple[Statement, str], ...]  # each with why its source is this identity
    doubts: tuple[Doubt, ...]
    judgements: tuple[Judgement, ...]
    places: dict[str, Place]  # of each article that names it
    ties: tuple[ToldTie, ...] = ()
    called: tuple[ToldWording, ...] = ()  # labels, beside its names


@dataclass(frozen=True, slots=True)
class Known:
    """What a case knows of everybody."""

    everyone: Identities
    judgements: tuple[Judgement, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)  # by the id of the article


def known_of(case: Case) -> Known:
    rows = case.articles()
    return Known(
        case.identities(),
        case.standing(),
        {row.id: Place(row.title, row.outlet, row.published) for row in rows},
    )


def profile(case: Case, known: Known, identity: Identity) -> Profile:
    said = [one for one in case.statements(speaker=identity.id) if one.identity == identity.id]
    outlets = Counter(statement.outlet or "" for statement in said)
    members = [member.article for member in identity.members]
    return Profile(
        identity=identity,
        statements=len(said),
        articles=len({statement.article for statement in said}),
        outlets=tuple(sorted(outlets.items(), key=lambda item: (-item[1], item[0]))),
        first=tuple(tied(case, statement) for statement in said[:FIRST]),
        doubts=doubts(known.everyone).get(identity.id, ()),
        judgements=tuple(one for one in known.judgements if concerns(one, identity)),
        places={one: known.places[one] for one in members if one in known.places},
        ties=tuple(case.ties(identity.id)),
        called=tuple(case.labels(identity.id)),
    )


def tied(case: Case, statement: Statement) -> tuple[Statement, str]:
    return statement, tie(case.reading(statement.article), statement.attribution)


def concerns(judgement: Judgement, identity: Identity) -> bool:
    """True if this identity bears a name that is judged, where and as what it is judged."""
    parties = (judgement.one, judgement.other)
    return any(party is not None and is_meant(party, identity) for party in parties)


def is_meant(party: Party, identity: Identity) -> bool:
    names = {fold(name) for name in (identity.name, *(named.name for named in identity.names))}
    articles = {member.article for member in identity.members}
    return (
        fold(party.name) in names
        and party.type in {None, identity.type}
        and (not party.articles or not articles.isdisjoint(party.articles))
    )


def profile_json(found: Profile) -> dict[str, Any]:
    """As docs/commands.md describes it."""
    value = asdict(found.identity)
    value["names"] = [
        {"name": named.name, "mentions": named.mentions, "outlets": by_outlet(named.outlets)}
        for named in found.identity.names
    ]
    for join in value["joins"]:
        for side in ("one", "other"):
            join[side] |= asdict(found.places.get(join[side]["article"], Place(None, None, None)))
    return {
        **value,
        "statements": found.statements,
        "articles": found.articles,
        "outlets": by_outlet(found.outlets),
        "suggestions": [
            {
                "id": doubt.other.id,
                "name": doubt.other.name,
                "type": doubt.other.type,
                "score": doubt.score,
                "reason": doubt.reason,
            }
            for doubt in found.doubts
        ],
        "ties": [tie_json(one) for one in found.ties],
        "called": [wording_json(one) for one in found.called],
        "judgements": [asdict(judgement) for judgement in found.judgements],
    }


def by_outlet(counts: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"outlet": outlet or None, "count": count} for outlet, count in counts]
