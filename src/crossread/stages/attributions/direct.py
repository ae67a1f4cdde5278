"""Rules for words in quotation marks: who spoke them."""

from collections.abc import Iterator

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.clauses import clause, complement
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.sources import Stretch, owner, phrase_after, subject
from crossread.stages.attributions.verbs import closes

# Verbs that take whom one speaks to: “…,” she told the council.
ADDRESSING = frozenset("tell ask remind inform warn assure advise reassure text email".split())
BREAK = frozenset({"comma", "colon", "stop"})


def credits(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """“We lost,” said the mayor · “We lost,” the mayor said, “and we know it” · “We lost.” – the mayor"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.kind == "quote":
            draft = credit(scene, place, cues)
            if draft is not None:
                yield draft


def credit(scene: Scene, quote: int, cues: Cues) -> Draft | None:
    at = quote + 1
    while scene.kind(at) in {"comma", "colon"}:
        at += 1
    if scene.kind(at) == "verb":
        return inverted(scene, quote, at, cues)
    if scene.kind(at) in {"noun", "wh"}:
        return tagged(scene, quote, at, cues)
    return None


def inverted(scene: Scene, quote: int, verb: int, cues: Cues) -> Draft | None:
    chunk = scene.chunks[verb]
    if (
        chunk.head not in cues.tagging
        or chunk.form not in {"finite", "participle"}
        or chunk.passive
    ):
        return None
    at = verb + 1
    while scene.kind(at) == "adverb":
        at += 1
    found = phrase_after(scene, at, whole=True, venues=cues.venues)
    if found is None:
        return None
    if scene.kind(verb - 1) not in BREAK and scene.kind(found[1]) not in END:
        return None
    return made(scene, quote, (verb, verb + 1), found, after=found[1])


END = frozenset(
    {
        "stop",
        "comma",
        "colon",
        "",
        "prep",
        "time",
        "verb",
        "wh",
        "quote",
        "adverb",
        "and",
        "that",
        "to",
        "paren",
    }
)


def tagged(scene: Scene, quote: int, first: int, cues: Cues) -> Draft | None:
    for verb in range(first + 1, min(first + 30, len(scene.chunks))):
        chunk = scene.chunks[verb]
        if chunk.kind in {"quote", "stop"} or chunk.head == ";":
            return None
        if chunk.kind != "verb" or chunk.form != "finite":
            continue
        found = subject(scene, verb)
        if found is None or found[0] > first + 1:
            continue
        start = verb
        if chunk.head not in cues.tagging:
            after = verb + 1 + (scene.head(verb + 1) == "on")
            if (
                scene.kind(after) == "verb"
                and scene.head(after) in cues.tagging
                and scene.chunks[after].form == "infinitive"
            ):
                verb = after
            else:
                return None
        if scene.kind(verb + 1) == "that" or (
            scene.kind(verb + 1) == "noun" and chunk.head not in ADDRESSING
        ):
            return None
        if scene.kind(quote + 1) not in BREAK and scene.kind(verb + 1) in {
            "noun",
            "that",
            "wh",
            "quote",
        }:
            if not closes(scene, quote):
                return None
        return made(scene, quote, (start, verb + 1), found, after=verb + 1)
    return None


def made(scene: Scene, quote: int, cue: Stretch, source: Stretch, *, after: int) -> Draft:
    first = quote
    # “The plan,” … may end a clause that began before the mark: She is “not happy,” he said.
    if quote > 0 and scene.kind(quote - 1) not in BREAK | {"quote"}:
        first = start_of(scene, quote)
    content = [scene.span(first, quote + 1)]
    place = after
    while place < len(scene.chunks):
        if scene.kind(place) == "stop" and scene.kind(place + 1) != "quote":
            break
        if scene.kind(place) == "quote" and scene.kind(place - 1) in {
            "comma",
            "colon",
            "stop",
            "noun",
            "verb",
        }:
            content.append(scene.span(place, place + 1))
        elif scene.kind(place) == "verb" and scene.kind(place - 1) != "comma":
            break
        place += 1
    return Draft(
        rule="credits",
        content=content,
        cue=scene.span(*cue),
        source=scene.span(*source),
        lemma=scene.chunks[cue[1] - 1].head,
        pattern="credit",
        negated=False,
        sure=True,
        open=True,
    )


def start_of(scene: Scene, place: int) -> int:
    return next((i + 1 for i in range(place - 1, -1, -1) if scene.kind(i) == "stop"), 0)


def tags(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The dam had held, the mayor said · The dam, said the mayor, had held"""
    for verb, chunk in enumerate(scene.chunks):
        if (
            chunk.kind != "verb"
            or chunk.head not in cues.saying
            or chunk.passive
            or chunk.form != "finite"
        ):
            continue
        draft = tag(scene, verb, cues)
        if draft is not None:
            yield draft


def tag(scene: Scene, verb: int, cues: Cues) -> Draft | None:
    after = verb + 1
    found = None
    if scene.kind(verb - 1) == "comma":  # “…, said the mayor”
        found = phrase_after(scene, after, whole=True, venues=cues.venues)
        begin, after = verb - 1, found[1] if found else after
    if found is None:
        found = subject(scene, verb)
        if (
            found is None
            or scene.kind(found[0] - 1) not in {"comma", "colon"}
            or scene.kind(found[0]) == "wh"
        ):
            return None
        begin, after = found[0] - 1, verb + 1
        if scene.kind(after) in {"that", "wh", "noun", "quote", "verb", "adjective", "colon"}:
            return None
        if scene.kind(after) == "comma" and scene.kind(after + 1) == "quote":
            return None
    if begin < 2 or scene.kind(begin - 1) == "quote":
        return None
    first = start_of(scene, begin)
    if not any(c.form == "finite" or c.kind == "quote" for c in scene.chunks[first:begin]):
        if scene.kind(after) != "comma" or not any(c.form == "finite" for c in scene.chunks[after:]):
            return None
    if scene.head(first) in {"as"} | set(SUBORDINATORS):
        return None
    content = [scene.span(first, begin)]
    stop = next(
        (i for i in range(after, len(scene.chunks)) if scene.kind(i) in {"comma", "stop"}),
        len(scene.chunks),
    )
    if scene.kind(stop) == "comma" and stop + 1 < len(scene.chunks):
        rest = clause(scene, stop + 1, cues.saying)
        content.append(scene.span(*rest))
    return Draft(
        rule="tags",
        content=content,
        cue=scene.span(verb, verb + 1),
        source=scene.span(*found),
        lemma=scene.chunks[verb].head,
        pattern="tag",
        features=["pieces=%d" % len(content)],
    )


SUBORDINATORS = (
    "when",
    "while",
    "if",
    "because",
    "since",
    "although",
    "though",
    "after",
    "before",
    "until",
    "with",
    "in",
    "on",
    "at",
)


NAMING = frozenset("call describe label brand term dub consider characterize characterise deem".split())


def namings(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """She called the plan “a gift to the owners” · He called it, rightly or not, “dead”"""
    for verb, chunk in enumerate(scene.chunks):
        if chunk.kind != "verb" or chunk.head not in NAMING or chunk.passive or scene.kind(verb + 1) != "noun":
            continue
        source = owner(scene, verb) if chunk.form == "finite" else None
        if source is None or scene.words(*source) in (["it"], ["we"], ["i"]):
            continue
        quote = next((i for i in range(verb + 2, min(verb + 14, len(scene.chunks))) if ends_naming(scene, i)), None)
        if quote is None or scene.kind(quote) != "quote":
            continue
        first = complement(scene, verb + 1, cues.saying)
        pieces = [scene.span(verb + 1, quote + 1)] if first[1] >= quote else [scene.span(*first), scene.span(quote, quote + 1)]
        yield Draft(
            rule="namings", content=pieces, cue=scene.span(verb, verb + 1), source=scene.span(*source),
            lemma=chunk.head, pattern="naming", negated=chunk.negated, sure=True,
        )  # fmt: skip


def ends_naming(scene: Scene, place: int) -> bool:
    return scene.kind(place) in {"quote", "stop", "colon"} or scene.chunks[place].form == "finite"
