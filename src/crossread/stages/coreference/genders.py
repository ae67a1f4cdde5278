"""Genders: whether someone is “he” or “she” here, by the sentences that leave no choice."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from crossread.stages.coreference.chains import Chain
from crossread.stages.coreference.places import Place

LEAST = 2  # sentences that say so
SHARE = 0.8  # of all that say anything
WEIGHT = 3  # of what they say together, beside one pronoun that is tied
PEOPLE = frozenset({"he", "she"})


def call(places: Sequence[Place], owner: Mapping[int, Chain]) -> None:
    """Gives the chains that have names the pronoun that most of such sentences have for them."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    chains: dict[int, Chain] = {}
    for _, sentence in groupby(places, key=lambda one: one.sentence):
        found = list(sentence)
        chain = alone(found, owner)
        words = {one.refers for one in found if one.refers in PEOPLE}
        if chain is not None and len(words) == 1:
            votes[id(chain)].update(words)
            chains[id(chain)] = chain
    for key, count in votes.items():
        (best, most), *_ = count.most_common(1)
        if most >= LEAST and most >= SHARE * count.total():
            chains[key].called[best] += WEIGHT


def alone(sentence: Sequence[Place], owner: Mapping[int, Chain]) -> Chain | None:
    """The only person of a sentence, if that is the first whom it mentions."""
    people = [one for one in sentence if one.mention.type == "person" and one.form != "pronoun"]
    chains = {id(owner.get(one.number)) for one in people}
    if len(chains) != 1 or not people:
        return None
    pronouns = [one for one in sentence if one.refers in PEOPLE]
    if any(one.number < people[0].number for one in pronouns):
        return None
    return owner.get(people[0].number)
