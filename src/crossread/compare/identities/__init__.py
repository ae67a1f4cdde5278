"""Identities: the entities of all articles that are one person, body or place, and why."""

from crossread.compare.identities.find import identities

__all__ = ["identities"]
