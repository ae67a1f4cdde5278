"""Figures, events, ties and wording for a program: as docs/commands.md describes them."""

from typing import Any

from crossread.model.article import Article
from crossread.model.codec import encode_item
from crossread.model.statement import Statement
from crossread.model.told import Party, Told, ToldEvent, ToldFigure, ToldTie, ToldWording
from crossread.store.overview import Facts


def figure_json(one: ToldFigure) -> dict[str, Any]:
    held = {"counted": one.counted or None, "verb": one.verb or None}
    return {**told_json(one.told), **held, "figure": encode_item(one.figure)}


def event_json(one: ToldEvent) -> dict[str, Any]:
    return {
        **told_json(one.told),
        "kind": one.event.kind,
        "when": one.event.when,
        "dated": one.dated or None,
        "who": [party_json(party) for party in one.who],
        "where": party_json(one.where) if one.where else None,
        "figures": list(one.figures),
        "event": encode_item(one.event),
    }


def tie_json(one: ToldTie) -> dict[str, Any]:
    return {
        **told_json(one.told),
        "subject": party_json(one.subject),
        "kind": one.tie.kind,
        "object": party_json(one.object),
        "tie": encode_item(one.tie),
    }


def wording_json(one: ToldWording) -> dict[str, Any]:
    return {
        **told_json(one.told),
        "kind": one.wording.kind,
        "of": party_json(one.of) if one.of else None,
        "wording": encode_item(one.wording),
    }


def told_json(told: Told) -> dict[str, Any]:
    """Where it is told, in which words, and who claims it; null is the outlet's own words."""
    return {
        "article": article_json(told.article),
        "words": told.words,
        "sentence": told.sentence,
        "passage": [told.place.start, told.place.stop],
        "claimed_by": claim_json(told.claim) if told.claim else None,
    }


def article_json(article: Article) -> dict[str, Any]:
    names = ("id", "title", "outlet", "published", "file")
    return {name: getattr(article, name) for name in names}


def claim_json(claim: Statement) -> dict[str, Any]:
    known = {"id": claim.identity, "name": claim.known_as} if claim.identity else None
    return {
        "attribution": claim.attribution.id,
        "source": claim.source or None,
        "cue": claim.cue or None,
        "act": claim.attribution.act,
        "negated": claim.attribution.negated,
        "speaker": claim.speaker,
        "identity": known,
    }


def party_json(party: Party) -> dict[str, Any]:
    known = {"id": party.identity, "name": party.known_as} if party.identity else None
    return {"entity": party.entity, "name": party.name, "identity": known}


def facts_json(facts: Facts) -> dict[str, Any]:
    """How much there is of each; the lists themselves have commands of their own."""
    return {
        "events": facts.events,
        "undated": facts.undated,
        "days": [
            {
                "first": day.first,
                "last": day.last,
                "events": day.events,
                "articles": day.articles,
                "kinds": dict(day.kinds),
            }
            for day in facts.days
        ],
        "figures": facts.figures,
        "counted": [
            {
                "counted": thing.counted or None,
                "verb": thing.verb or None,
                "figures": thing.figures,
                "articles": thing.articles,
            }
            for thing in facts.counted
        ],
        "ties": facts.ties,
        "wording": dict(facts.wording),
        "wording_by_outlet": [
            {"outlet": outlet or None, "kinds": dict(kinds)}
            for outlet, kinds in facts.wording_by_outlet
        ],
    }
