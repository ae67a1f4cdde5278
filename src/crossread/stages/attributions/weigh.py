"""How likely a proposal is: a logistic regression over a few things known of it.

The weights (table `weights`) were fitted on PolNeAR train by training/attributions.py: the
score of a proposal is the share of such proposals that annotators there had marked too.
"""

import math

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft
from crossread.stages.attributions.grammar import Grammar

LEAST = 0.5  # a proposal less likely than this is left out
THOUGHT = 0.55  # the same where the cue is no verb of speech
UNLISTED = 0.7  # and where it is in no table of cues
SHAPED = 0.35  # where the form says much: “Mayor: …” in a headline, “…, she said”
HIDDEN = 0.55  # “was criticised by”
FELT = 0.2  # “was outraged by”
LICENSED = 0.15  # and where the table says that this may follow this cue
NEVER = 1.0


def threshold(draft: Draft, cues: Cues, words: Grammar) -> float:
    """The score that a proposal needs: the first of these cases that holds."""
    rule, lemma = draft.rule, draft.lemma
    listed = lemma in cues.kinds
    cases = (
        (draft.look in words.writer, NEVER),  # the writer's own “we think” is nobody's report
        ((lemma, draft.pattern) in cues.licensed, LICENSED),
        (rule == "complements" and lemma in cues.feelings and is_felt(draft), FELT),
        (rule in {"introductions", "headlines"} or draft.pattern == "noun that", SHAPED),
        (rule == "nouns" and "owner=support" in draft.features, SHAPED),  # “expressed confidence”
        (draft.pattern.startswith("agent") and draft.saying, SHAPED),
        (rule == "tags", SHAPED),
        (rule == "passives", HIDDEN if listed else NEVER),
        (rule != "complements" and (listed or lemma in cues.nouns), LEAST),
        (listed, LEAST if draft.saying else THOUGHT),
    )
    return next((least for holds, least in cases if holds), UNLISTED)


def is_felt(draft: Draft) -> bool:
    """“was struck by”, “is confident that”, not “struck the wall”."""
    return "passive=True" in draft.features or draft.pattern.startswith("adj ")


def weigh(draft: Draft, cues: Cues) -> float | None:
    """The score of a proposal; None for a rule that the annotated news had too few cases of.

    A rule that is sure of what it finds has one score: its share of right ones (table `rules`).
    """
    if draft.sure:
        return cues.rules.get(draft.rule)
    total = sum(cues.weights.get(name, 0.0) for name in names(draft, cues))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def names(draft: Draft, cues: Cues) -> list[str]:
    """What is known of a proposal, as names of weights."""
    rule, pattern, lemma = draft.rule, draft.pattern, draft.lemma
    kind = cues.kinds.get(lemma, "other")
    source = f"source={draft.look}"
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
