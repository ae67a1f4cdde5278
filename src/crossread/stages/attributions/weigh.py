"""How likely a proposal is: a logistic regression over a few things known of it.

The weights (table `weights`) were fitted on PolNeAR train by training/attributions.py: the
score of a proposal is the share of such proposals that annotators there had marked too.
"""

import math

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.grammar import Grammar

LEAST = 0.45  # a proposal less likely than this is left out
UNLISTED = 0.65  # the same where the cue is in no table of cues
SHAPED = 0.35  # a headline “Mayor: …”, and words that announce a quotation
FELT = 0.3  # “was outraged by”
LICENSED = 0.15  # and where the table says that this may follow this cue
NEVER = 1.0


def threshold(draft: Draft, cues: Cues, words: Grammar) -> float:
    """The score that a proposal needs. The writer's own “we think” is nobody's report."""
    if draft.voice in words.writer:
        return NEVER
    if draft.rule == "complements" and (draft.lemma, draft.pattern) in cues.licensed:
        return LICENSED
    if draft.rule == "complements" and draft.lemma in cues.feelings:
        return FELT
    if draft.rule in {"introductions", "headlines"}:
        return SHAPED
    if draft.lemma in cues.kinds or draft.lemma in cues.nouns or draft.lemma in cues.feelings:
        return LEAST
    return NEVER if draft.rule == "passives" else UNLISTED


def weigh(draft: Draft, cues: Cues) -> float:
    total = sum(cues.weights.get(name, 0.0) for name in names(draft, cues))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def names(draft: Draft, cues: Cues) -> list[str]:
    """What is known of a proposal, as names of weights."""
    rule, pattern, lemma = draft.rule, draft.pattern, draft.lemma
    kind = cues.kinds.get(lemma, "other")
    source = f"source={draft.voice}"
    found = [
        rule,
        f"{rule} {pattern}",
        f"{rule} {lemma}",
        f"{rule} {pattern} {lemma}",
        f"{rule} {pattern} {kind}",
        f"{rule} {kind}",
        f"{rule} {source}",
        f"{rule} {pattern} {source}",
        f"{rule} {lemma} {source}",
    ]
    for name in draft.features:
        found += (f"{rule} {name}", f"{rule} {kind} {name}", f"{rule} {pattern} {name}")
    return found
