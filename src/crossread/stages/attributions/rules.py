"""The rules, in order of priority: where two claim the same words, the earlier wins.

A rule's docstring is its examples, parted by “·”: what a reader sees who asks “why?”.
"""

from collections.abc import Callable, Iterator

from crossread.stages.attributions.complements import complements
from crossread.stages.attributions.counts import counts
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.hidden import hearsay, impersonals, passives, pointing
from crossread.stages.attributions.nouns import headlines, nouns
from crossread.stages.attributions.speech import credited, introductions, namings
from crossread.stages.attributions.tags import tags
from crossread.stages.attributions.views import according, comparisons, views

Rule = Callable[[Scene, Cues], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    credited,
    according,
    views,
    namings,
    comparisons,
    pointing,
    impersonals,
    hearsay,
    tags,
    headlines,
    nouns,
    counts,
    complements,
    introductions,
    passives,
)
