"""Sentences: why two are one, or may be, in words that a reader understands."""

from collections.abc import Iterable

from crossread.compare.identities.scene import Scene


def reason(scene: Scene, one: int, other: int, clauses: Iterable[str]) -> str:
    """‘Tokayev’ in the Courier and ‘Kassym-Jomart Tokayev’ in Tarn Today: …, and …."""
    mine, theirs = scene.appearances[one], scene.appearances[other]
    names = [f"‘{appearance.name}’" for appearance in (mine, theirs)]
    here, there = outlets(mine.outlet, theirs.outlet)
    if names[0] == names[1]:
        opening = f"{names[0]} {here} and {there}"
    else:
        opening = f"{names[0]} {here} and {names[1]} {there}"
    told = [clause for clause in clauses if clause]
    return f"{opening}: {listed(told) or 'nothing speaks against it'}."


def outlets(one: str | None, other: str | None) -> tuple[str, str]:
    if one and one == other:
        return f"in {one}", "in another of its articles"
    return f"in {one}" if one else "in one article", f"in {other}" if other else "in another"


def listed(clauses: list[str]) -> str:
    """“a, b, and c, but d”."""
    for_it = [clause for clause in clauses if not clause.startswith("but ")]
    against = [clause for clause in clauses if clause.startswith("but ")]
    told = ", and ".join(part for part in (", ".join(for_it[:-1]), *for_it[-1:]) if part)
    return ", ".join([told, *against])
