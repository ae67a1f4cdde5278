"""The rule for verbs that report something which follows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossread.stages.attributions.clauses import trim
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.patterns import (
    CLAUSES,
    Pattern,
    extent,
    noun_pattern,
    past_asides,
    pattern_after,
)
from crossread.stages.attributions.phrases import phrase_after, phrase_before
from crossread.stages.attributions.sources import owner
from crossread.stages.attributions.venues import without_venue

# What a passive verb may report without its subject: “was told that …”.
PASSIVE = frozenset({"that", "wh", "quote", "clause"})
STOPS = frozenset({"comma", "that", "wh", "colon", "stop"})
CLAUSE_AFTER = frozenset({"that", "wh", "quote"})


def complements(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The minister said (that) the dam had held · She promised to resign · He denied it"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind == "verb" and not leads_on(scene, place, cues):
            draft = complement_of(scene, place, cues)
            if draft is not None:
                yield draft


def leads_on(scene: Scene, place: int, cues: Cues) -> bool:
    """True of “refused” in “refused to say”: the cue is the whole."""
    after = place + 1 + (scene.head(place + 1) == "on")
    if scene.head(place) not in scene.grammar.chains or after + 1 >= len(scene.chunks):
        return False
    speaks = scene.head(after) in cues.kinds or scene.head(place) not in scene.grammar.refusals
    return scene.chunks[after].form == "infinitive" and speaks


def fixed_pattern(scene: Scene, place: int, after: int, cues: Cues) -> Pattern | None:
    """“called on the farmers to leave”, “urged the council to pay”: no aside, but reported."""
    if (scene.head(place), f"pp:{scene.head(after)}") in cues.licensed:
        if scene.kind(after + 1) != "noun" or only_addressed(scene, place, after):
            return None  # “called on the council.”
        return f"pp:{scene.head(after)}", after + 1
    wants = scene.kind(after) == "noun" and scene.kind(after + 1) == "verb"
    if wants and scene.head(place) not in scene.grammar.own and scene.tag(after) != "PRP":
        return ("np-to", after) if scene.chunks[after + 1].form == "infinitive" else None
    return None


def only_addressed(scene: Scene, place: int, after: int) -> bool:
    """“called on the council.”, but not “called on the council to leave”."""
    if scene.head(place) != "call" or scene.head(after) != "on":
        return False
    ends = scene.skip(after + 1, "noun", "prep", "and", "time", "adverb", "comma")
    return scene.kind(ends) in {"stop", ""}


@dataclass(frozen=True, slots=True)
class Found:
    """A verb that may report: what follows it, and its adjective if that is the cue."""

    pattern: Pattern
    adjective: str  # “is confident that”
    after: int  # the chunk after the verb, its adverbs and its adjective


def complement_of(scene: Scene, place: int, cues: Cues) -> Draft | None:
    chunk, found = scene.chunks[place], find(scene, place, cues)
    if found is None:
        return None
    start = start_of_chain(scene, place, cues)
    source = source_of(scene, start, cues)
    loose = source is None and chunk.form == "participle" and not chunk.passive
    content = extent(scene, found.pattern, cues.saying, within=inside_subject(scene, place))
    if content is None or loose or is_asked_about(scene, place, found.pattern):
        return None
    if is_condition(scene, place, source, found) and chunk.head in cues.saying:
        return None
    name = found.pattern[0]
    before = words_before(scene, source, place) if name == "quote" else None
    if (main := main_verb(scene, place, cues)) and name not in CLAUSES:
        content = content[0], trim(scene, content[0], min(content[1], main))
    if name in CLAUSES:
        content = content[0], trim(scene, content[0], without_venue(scene, content, cues.venues))
    return Draft(
        rule="complements",
        content=[scene.span(*piece) for piece in (before, content) if piece],
        cue=scene.line.over(scene.chunks[start].first, cue_stop(scene, place, found)),
        source=scene.span(*source) if source else None,
        lemma=found.adjective or chunk.head,
        pattern="adj " + name if found.adjective else name,
        features=features(scene, (start, place), content),
        negated=is_negated(scene, start, place),
        open=scene.kind(content[1] - 1) == "quote",
    )


def find(scene: Scene, place: int, cues: Cues) -> Found | None:
    """What follows a verb, if it may report that."""
    chunk = scene.chunks[place]
    after = past_adverbs(scene, place + 1)
    adjective = scene.head(after) if is_copula(scene, place, after) else ""
    after += bool(adjective)
    feels = chunk.head in cues.feelings
    passive = (chunk.passive or chunk.form == "participle") and not feels
    pattern = fixed_pattern(scene, place, after, cues) or pattern_after(
        scene, after, passive=passive
    )
    if pattern and pattern[0] == "clause" and main_verb(scene, place, cues):
        pattern = noun_pattern(scene, after, passive=passive), after
    if pattern and pattern[0].startswith("np") and addresses(scene, place, after, cues):
        pattern = past_addressee(scene, after)
    if pattern is None or is_plain(scene, place, adjective) or supports(scene, place, after, cues):
        return None
    if pattern[0] == "quote" and chunk.head in scene.grammar.empty:
        return None
    if chunk.passive and not feels and pattern[0] not in PASSIVE:
        return None
    return Found(pattern, adjective, after)


def addresses(scene: Scene, place: int, noun: int, cues: Cues) -> bool:
    """“instructed the owner, Mr. Tove, to leave”: whom one told is not what one said."""
    words, verb, after = scene.grammar, scene.head(place), scene.kind(noun + 1)
    if verb not in words.addressed | words.telling or scene.kind(noun) != "noun":
        return False
    known = cues.voices.heads.get(scene.head(noun), "")
    someone = known in {"role", "group", "anonymous"} or scene.tag(noun) in {"NNP", "PRP"}
    if after in {"noun", "quote", "verb", "adjective"} or scene.head(noun + 1) == "of":
        return someone and scene.head(noun + 1) == "of" and verb in words.telling
    return someone or verb in words.addressed


def past_addressee(scene: Scene, noun: int) -> Pattern | None:
    """What is said after “the owner, Mr. Tove, on Monday”."""
    found = phrase_after(scene, noun)
    at = past_asides(scene, found[1] - 1) if found else noun
    at += scene.kind(at) == "comma"
    if scene.head(at) == "about":
        return "pp:about", at + 1
    pattern = pattern_after(scene, at, passive=False) if at < len(scene.chunks) else None
    return pattern if pattern and pattern[0] in {"that", "wh", "to", "quote"} else None


def supports(scene: Scene, place: int, noun: int, cues: Cues) -> bool:
    """“made the claim that …”: the noun is the cue."""
    if scene.head(place) not in scene.grammar.support or scene.head(noun) not in cues.nouns:
        return False
    return scene.kind(noun + 1) in {"that", "prep", "to", "verb"}


def start_of_chain(scene: Scene, place: int, cues: Cues) -> int:
    """The first chunk of a chain of verbs: “declined to say”, “went on to say”."""
    start = place
    while scene.chunks[start].form == "infinitive" and start > 0:
        before = start - 1 - (scene.head(start - 1) == "on")
        if scene.kind(before) != "verb" or not leads_on(scene, before, cues):
            break
        start = before
    return start


def is_negated(scene: Scene, start: int, place: int) -> bool:
    """“did not say”, “refused to say”."""
    return any(
        scene.chunks[i].negated or scene.head(i) in scene.grammar.refusals
        for i in range(start, place + 1)
    )


def past_adverbs(scene: Scene, place: int) -> int:
    """Past “again” and the “out” of “pointed out”."""
    while scene.kind(place) == "adverb" or scene.head(place) in scene.grammar.particles:
        place += 1
    return place


def is_copula(scene: Scene, place: int, after: int) -> bool:
    """“is confident that …”."""
    return scene.head(place) in scene.grammar.copulas and scene.kind(after) == "adjective"


def is_plain(scene: Scene, place: int, adjective: str) -> bool:
    """True of “is a dam” and “it is clear that”, which report no one."""
    return scene.head(place) == "be" and (not adjective or scene.head(place - 1) in {"it", "there"})


def inside_subject(scene: Scene, place: int) -> bool:
    """True if the verb stands in a “who …” or before any finite verb: its clause ends early."""
    if scene.kind(place - 1) in {"wh", "that"}:
        return True
    return not scene.finite(place) and not any(scene.finite(i) for i in range(place))


def main_verb(scene: Scene, place: int, cues: Cues) -> int:
    """The verb of “a crowd demanding the release of two men | broke the doors”; 0 if unsure.

    A verb that describes the subject can have no clause of its own if only one verb follows.
    """
    relative = scene.kind(place - 1) == "wh"
    head = scene.head(place)
    takes_clause = cues.weights.get(f"complements clause {head}", 0) > 0  # “Police saying …”
    described = relative or (scene.chunks[place].form == "gerund" and not takes_clause)
    if not described or not opens_clause(scene, place - 1 - relative):
        return 0
    stops = (i for i in range(place, len(scene.chunks)) if scene.kind(i) in STOPS)
    ahead = [i for i in range(place + 1, next(stops, len(scene.chunks))) if scene.finite(i)]
    if not ahead or scene.tag(ahead[0] - 1) == "PRP":
        return 0  # “anything he says”
    reports = scene.head(ahead[0]) in cues.saying and scene.kind(ahead[0] + 1) in CLAUSE_AFTER
    return ahead[0] if len(ahead) == 1 or reports else 0


def opens_clause(scene: Scene, noun: int) -> bool:
    """True of a noun phrase with which a clause begins: “…, after a crowd”."""
    found = phrase_before(scene, noun, asides=False) if scene.kind(noun) == "noun" else None
    if found is None:
        return False
    before = found[0] - 1
    if scene.kind(before) in {"prep", "wh"}:
        return scene.head(before) in scene.grammar.openers | scene.grammar.subordinate
    led = any(scene.finite(i) for i in range(before))
    return scene.kind(before) in {"", "that"} or not led


def is_asked_about(scene: Scene, place: int, pattern: Pattern) -> bool:
    """“asked not to be named” says how one spoke, not what."""
    unnamed = pattern[0] == "to" and scene.chunks[pattern[1]].passive
    return (
        unnamed and scene.head(place) == "ask" and scene.head(pattern[1]) in scene.grammar.unnamed
    )


def words_before(scene: Scene, source: Stretch | None, verb: int) -> Stretch | None:
    """“It would be lost, | the clerk thought, “or we shall all be looking for it.””"""
    if source is None or source[1] != verb or scene.kind(source[0]) != "noun":
        return None
    if scene.kind(verb + 1) != "comma":
        return None
    comma, first = source[0] - 1, scene.start(source[0] - 1)
    opens = scene.kind(first) == "noun" and scene.head(first) not in scene.grammar.first_words
    if scene.kind(comma) != "comma" or not opens:
        return None
    if any(scene.kind(i) in {"quote", "colon", "comma"} for i in range(first, comma)):
        return None
    main = next((i for i in range(first, comma) if scene.finite(i)), comma)
    subject_only = all(scene.kind(i) in {"noun", "prep", "adverb"} for i in range(first, main))
    return (first, comma) if main < comma and subject_only else None


def is_condition(scene: Scene, place: int, source: Stretch | None, found: Found) -> bool:
    """“if the council said that …” reports nothing."""
    led = source is not None and scene.head(source[0] - 1) in scene.grammar.conditions
    return led and found.pattern[0] in CLAUSE_AFTER | {"clause"}


def source_of(scene: Scene, start: int, cues: Cues) -> Stretch | None:
    """Whose verb it is; of “was told by the mayor” the mayor, of “there is” no one."""
    head = scene.chunks[start]
    asked = start == 0 and head.form == "participle" and scene.head(1) == "by"
    if asked:
        return phrase_after(scene, 2)  # “Asked by the mayor whether …”
    if head.passive and head.head not in cues.feelings:
        by = next((i for i in range(start + 1, start + 6) if scene.head(i) == "by"), None)
        return phrase_after(scene, by + 1) if by is not None else None
    found = owner(scene, start)
    if found is None or found[1] > start or scene.words(found) == ["there"]:
        return None
    return found


def cue_stop(scene: Scene, place: int, found: Found) -> int:
    """The item after the cue: with its adjective, particle or preposition."""
    (name, begin), words = found.pattern, scene.grammar
    if name.startswith("pp:") and begin == found.after + 1:
        return scene.chunks[found.after].last
    if scene.head(begin - 2) == "fact" and scene.head(place + 1) == "attention":
        return scene.chunks[begin - 2].last  # “drew attention to the fact that”
    if scene.head(place) in words.copulas or scene.head(place + 1) in words.particles:
        return scene.chunks[found.after - 1].last
    return scene.chunks[place].last


def features(scene: Scene, cue: Stretch, content: Stretch) -> list[str]:
    """What `weigh` should know of a verb and what it reports; `cue` is its first and last chunk."""
    head, chunk = scene.chunks[cue[0]], scene.chunks[cue[1]]
    size = scene.chunks[content[1] - 1].last - scene.chunks[content[0]].first
    found = [
        f"form={chunk.form}",
        f"passive={chunk.passive}",
        f"modal={head.modal}",
        f"tense={'past' if head.past else head.form}",
        f"begins={scene.kind(content[0])}",
        f"size={min(size, 3) if size < 4 else 'short' if size < 8 else 'long'}",
        f"before={scene.kind(cue[0] - 1)}",
        f"object={scene.tag(content[0])}",
        f"verbs={min(2, sum(scene.finite(i) for i in range(*content)))}",
        f"main={not any(scene.finite(i) for i in range(cue[0]))}",
    ]
    if head is not chunk:
        found.append(f"chain={head.head}")
    if scene.tag(content[0]) != "NNP":  # names must not count
        found.append(f"first={scene.line.lower[scene.chunks[content[0]].first]}")
    found += ["negated"] if head.negated else []
    found += ["title"] if scene.title else []
    found += ["quoted"] if any(scene.kind(i) == "quote" for i in range(*content)) else []
    return found
