"""Groups: the appearances of one name, put together by what they are called."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.compare.identities.roles import Role
from crossread.compare.identities.scene import Profile, Scene

MOST = 40  # groups that are compared, the largest of a name
LOOKED = 12  # appearances of a group among which one is sought that shows what is shared
FEW = 10  # bearers of a name who share a companion; where more do, it tells little


@dataclass(slots=True)
class Group:
    """Appearances that are taken as one, and what is said of them."""

    places: list[int]
    profile: Profile

    def witness(self, scene: Scene, other: Profile) -> int:
        """The one of them that shows best what is shared with the other."""

        def shown(place: int) -> tuple[int, int, int]:
            roles = sum(role in other.roles for role in scene.roles(place))
            company = scene.company[scene.appearances[place].member.article]
            return roles, len(company & other.company), -place

        return max(self.places[:LOOKED], key=shown)


def by_role(scene: Scene, places: Sequence[int]) -> tuple[list[Group], list[int]]:
    """Those who are called the same, the most first; and those of whom nothing is said."""
    leads = {place: leading(scene.roles(place)) for place in places}
    heads: dict[frozenset[str], frozenset[str]] = {}  # of each role, one that it goes with
    for roles in filter(None, leads.values()):
        first, *others = sorted({head(heads, role) for role in roles}, key=sorted)
        heads |= dict.fromkeys(others, first)
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for place, roles in leads.items():
        if roles:
            groups[head(heads, min(roles, key=sorted))].append(place)
    ranked = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    quiet = [place for place in places if not leads[place]]
    quiet += [place for group in ranked[MOST:] for place in group]
    return [Group(group, scene.profile(group)) for group in ranked[:MOST]], sorted(quiet)


def head(heads: dict[frozenset[str], frozenset[str]], role: frozenset[str]) -> frozenset[str]:
    """The role that stands for all that someone has together."""
    while role in heads:
        role = heads[role]
    return role


def leading(roles: Iterable[Role]) -> set[frozenset[str]]:
    """The roles that tell most: “mayor of Tarn” before “mayor”."""
    words = {role.words for role in roles}
    particular = {role.words for role in roles if role.particular}
    return particular or words


def rare_company(groups: Sequence[Group]) -> set[tuple[int, int]]:
    """The pairs of groups, by place in the list, that share a companion whom few of them have."""
    having: dict[int, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for name in group.profile.company - group.profile.own:
            having[name].append(at)
    return {
        (a, b)
        for those in having.values()
        if 1 < len(those) <= FEW
        for place, b in enumerate(those)
        for a in those[:place]
    }
