"""Cues: the tables of words that report, and what each does."""

from dataclasses import dataclass
from functools import cache

from crossread.languages.language import Language
from crossread.stages.attributions.voices import Voices, voices

SPEAKERS = ("titles", "organisations", "voices")


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language's tables say of the words that report."""

    acts: dict[str, str]  # lemma of a verb → what one does with it
    kinds: dict[str, str]  # lemma of a verb → say or think
    saying: frozenset[str]  # verbs of speech
    tagging: frozenset[str]  # verbs that can stand after what is said: “…,” he said
    licensed: dict[tuple[str, str], str]  # lemma and what follows: surely a report; its act
    feelings: frozenset[str]  # “was outraged by”: a passive whose subject is the one who feels
    nouns: dict[str, str]  # “statement”, “claim”: noun → act
    norms: frozenset[str]  # “according to the law” reports no one
    venues: frozenset[str]  # nouns for where something is said
    voices: Voices  # what it says of sources
    weights: dict[str, float]  # see `weigh`
    speakers: frozenset[str]  # words for offices, bodies and papers, which can speak in headlines
    prepositions: frozenset[str]
    rules: dict[str, float]  # a rule that needs no weighing → how often it was right


@cache
def cues(language: Language) -> Cues:
    rows = [row for row in language.rows("cues") if len(row) > 2]
    return Cues(
        acts={row[0]: row[1] for row in rows},
        kinds={row[0]: row[2] for row in rows},
        saying=frozenset(row[0] for row in rows if row[2] == "say"),
        tagging=frozenset(row[0] for row in rows if row[2] in {"say", "think"}),
        licensed={
            (row[0], pattern): act or row[1]
            for row in rows
            if len(row) > 3
            for pattern, _, act in (cell.partition("=") for cell in row[3].split())
        },
        feelings=language.words("feelings"),
        nouns=language.pairs("cue-nouns"),
        norms=language.words("norms"),
        venues=language.words("venues"),
        voices=voices(language),
        weights={row[0]: float(row[1]) for row in language.rows("weights")},
        prepositions=language.words("prepositions"),
        speakers=frozenset().union(*(language.words(table) for table in SPEAKERS)),
        rules={row[0]: float(row[1]) for row in language.rows("rules")},
    )
