"""How likely a proposal is: a logistic regression over a few words about it.

The weights (table `weights`) were fitted on PolNeAR train by training/attributions.py: the
score of a proposal is the share of such proposals that annotators there had marked too.
"""

import math

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft


def weigh(draft: Draft, cues: Cues) -> float:
    total = sum(cues.weights.get(name, 0.0) for name in names(draft, cues))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def names(draft: Draft, cues: Cues) -> list[str]:
    """What is known of a proposal, as names of weights."""
    rule, pattern, lemma = draft.rule, draft.pattern, draft.lemma
    kind = cues.kinds.get(lemma, "other")
    found = [f"{rule}", f"{rule} {pattern}", f"{rule} {lemma}", f"{rule} {pattern} {lemma}",
             f"{rule} {pattern} {kind}", f"{rule} {kind}", f"{rule} source={draft.voice}", f"{rule} {pattern} source={draft.voice}",
             f"{rule} {lemma} source={draft.voice}"]  # fmt: skip
    found += [f"{rule} {name}" for name in draft.features]
    found += [f"{rule} {kind} {name}" for name in draft.features]
    found += [f"{rule} {pattern} {name}" for name in draft.features]
    return found
