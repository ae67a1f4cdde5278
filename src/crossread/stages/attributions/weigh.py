"""How likely a proposal is: a logistic regression over a few words about it.

The weights (table `weights`) were fitted on PolNeAR train by training/attributions.py: the
score of a proposal is the share of such proposals that annotators there had marked too.
"""

import math

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft


LEAST = 0.45  # a proposal less likely than this is left out
UNLISTED = 0.65  # the same where the cue is in no table of cues
LICENSED = 0.15  # and where the table says that this may follow this cue
WRITER = frozenset({"i", "we"})


def threshold(draft: Draft, cues: Cues) -> float:
    """The score that a proposal needs. The writer's own “we think” is nobody's report."""
    if draft.voice in WRITER:
        return 1.0
    if draft.rule == "complements" and (draft.lemma, draft.pattern) in cues.licensed:
        return LICENSED
    listed = draft.lemma in cues.kinds or draft.lemma in cues.nouns
    return LEAST if listed else UNLISTED if draft.rule != "passives" else 1.0


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
