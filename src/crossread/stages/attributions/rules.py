"""The rules, in order of priority: where two claim the same words, the earlier wins."""

from collections.abc import Callable, Iterable

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.direct import credits, namings, tags
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.passives import comparisons, impersonals, passives, pointing
from crossread.stages.attributions.phrases import according, headlines, nouns, views
from crossread.stages.attributions.verbs import complements

Rule = Callable[[Scene, Cues], Iterable[Draft]]

RULES: tuple[Rule, ...] = (
    credits,
    according,
    views,
    namings,
    comparisons,
    pointing,
    impersonals,
    tags,
    headlines,
    nouns,
    complements,
    passives,
)
