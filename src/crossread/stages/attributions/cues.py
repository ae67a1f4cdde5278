"""Cues: the tables of words that report, and what each does."""

from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language's tables say of the words that report."""

    acts: dict[str, str]  # lemma of a verb or noun → what one does with it
    saying: frozenset[str]  # verbs of speech
    tagging: frozenset[str]  # verbs that can stand after what is said: “…,” he said
    kinds: dict[str, str]
    licensed: frozenset[tuple[str, str]]  # a lemma and what follows it: nearly always a report
    feelings: frozenset[str]  # “was outraged by”: a passive whose subject is the one who feels
    norms: frozenset[str]  # “according to the law” reports no one
    venues: frozenset[str]  # nouns for where something is said
    nouns: dict[str, str]  # “statement”, “claim”: noun → act
    voices: dict[str, str]
    weights: dict[str, float]


# A verb that follows its quotation at once: nearly every verb of speech, save those that need an object.
OBJECT = frozenset(
    "tell call describe name label dub brand term style portray depict accuse credit attribute praise thank "
    "release issue publish blame fault support back endorse present show attack".split()
)


@cache
def cues(language: Language) -> Cues:
    rows = [row for row in language.rows("cues") if len(row) > 2]
    saying = frozenset(row[0] for row in rows if row[2] == "say")
    return Cues(
        acts={row[0]: row[1] for row in rows},
        saying=saying,
        tagging=saying | {row[0] for row in rows if row[2] == "think"},
        licensed=frozenset((row[0], p) for row in rows if len(row) > 3 for p in row[3].split()),
        kinds={row[0]: row[2] for row in rows},
        feelings=language.words("feelings"),
        norms=language.words("norms"),
        venues=language.words("venues"),
        nouns=language.pairs("cue-nouns"),
        voices=language.pairs("voices"),
        weights={row[0]: float(row[1]) for row in language.rows("weights")},
    )
