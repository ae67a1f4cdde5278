"""Rules for words in quotation marks: who spoke them."""

from collections.abc import Iterator

from crossread.model.span import Span
from crossread.stages.attributions.clauses import complement
from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft, Scene, Stretch
from crossread.stages.attributions.sources import credited_to, governor, is_pointer, owner, subject

BREAK = frozenset({"comma", "colon", "stop"})
ENDS_CREDIT = frozenset({"stop", "comma", "prep", "adverb", "time", ""})
FAR = 30  # chunks from a quotation to the verb of its credit


def credited(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """“We lost,” said the mayor · “We lost,” the mayor said, “and we know” · “Lost.” – he wrote"""
    for quote, chunk in enumerate(scene.chunks):
        if chunk.kind != "quote":
            continue
        at = scene.skip(quote + 1, "comma", "colon")
        found = (
            inverted(scene, at, cues) if scene.kind(at) == "verb" else named(scene, quote, at, cues)
        )
        if found is not None:
            cue, source, after = found
            yield Draft(
                rule="credited",
                content=quoted_pieces(scene, quote, after),
                cue=scene.span(*cue),
                source=scene.span(*source),
                lemma=scene.head(cue[1] - 1),
                pattern="credit",
                sure=True,
                open=True,
            )


Credit = tuple[Stretch, Stretch, int]  # cue, source, and the chunk after both


def inverted(scene: Scene, verb: int, cues: Cues) -> Credit | None:
    """“…,” said the mayor"""
    chunk = scene.chunks[verb]
    if (
        chunk.head not in cues.tagging
        or chunk.form not in {"finite", "participle"}
        or chunk.passive
    ):
        return None
    found = credited_to(scene, scene.skip(verb + 1, "adverb"), cues.venues)
    return ((verb, verb + 1), found, found[1]) if found else None


def named(scene: Scene, quote: int, first: int, cues: Cues) -> Credit | None:
    """“…,” the mayor said · “…,” the mayor went on to say"""
    if scene.kind(first) not in {"noun", "wh"}:
        return None
    for verb in range(first + 1, min(first + FAR, len(scene.chunks))):
        if scene.kind(verb) in {"quote", "stop"} or scene.head(verb) == ";":
            return None
        if not scene.finite(verb):
            continue
        source = subject(scene, verb)
        if source is None or not quote < source[0] <= first + 1:
            continue
        last = credit_verb(scene, quote, verb, cues)
        if last is None or has_object(scene, quote, last):
            return None
        return (verb, last + 1), source, last + 1
    return None


def credit_verb(scene: Scene, quote: int, verb: int, cues: Cues) -> int | None:
    """The verb that credits: a verb of speech, its infinitive, or any that ends its clause."""
    if scene.head(verb) in cues.tagging:
        return verb
    after = verb + 1 + (scene.head(verb + 1) == "on")
    if scene.head(after) in cues.tagging and scene.chunks[after].form == "infinitive":
        return after
    ends = scene.closes(quote) and scene.kind(verb + 1) in ENDS_CREDIT - {"time"}
    return verb if ends else None


def has_object(scene: Scene, quote: int, verb: int) -> bool:
    """“The Bridge,” the mayor praised the film: not a credit, save for “told the council”."""
    after = scene.kind(verb + 1)
    if after == "that" or (after == "noun" and scene.head(verb) not in scene.grammar.addressing):
        return True
    loose = scene.kind(quote + 1) not in BREAK and not scene.closes(quote)
    return loose and after in {"noun", "wh", "quote"}


def quoted_pieces(scene: Scene, quote: int, after: int) -> list[Span]:
    """The quotation, what stands before it in its clause, and how it goes on after the credit."""
    # The clause may have begun before the marks: She is “not happy,” he said.
    split = quote > 0 and scene.kind(quote - 1) not in BREAK | {"quote"}
    pieces = [scene.span(scene.start(quote) if split else quote, quote + 1)]
    for place in range(after, len(scene.chunks)):
        before = scene.kind(place - 1)
        if scene.kind(place) == "stop" and scene.kind(place + 1) != "quote":
            break
        if scene.kind(place) == "quote" and before in BREAK | {"noun", "verb"}:
            pieces.append(scene.span(place, place + 1))
        elif scene.kind(place) == "verb" and before != "comma":
            break
    return pieces


def namings(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """She called the plan “a gift to the owners” · He called it, rightly or not, “a dead letter”"""
    for verb, chunk in enumerate(scene.chunks):
        if (
            chunk.head not in scene.grammar.describing
            or chunk.passive
            or scene.kind(verb + 1) != "noun"
        ):
            continue
        quote = quote_named(scene, verb)
        source = owner(scene, verb) if scene.finite(verb) else None
        if quote is None or source is None or is_writer(scene, source):
            continue
        first = complement(scene, verb + 1)
        pieces = [scene.span(verb + 1, quote + 1)]
        if first[1] < quote:
            pieces = [scene.span(*first), scene.span(quote, quote + 1)]
        yield Draft(
            rule="namings",
            content=pieces,
            cue=scene.span(verb, verb + 1),
            source=scene.span(*source),
            lemma=chunk.head,
            pattern="naming",
            negated=chunk.negated,
            sure=True,
        )


def quote_named(scene: Scene, verb: int) -> int | None:
    """The quotation that a verb gives as a name, before any other clause begins."""
    for place in range(verb + 2, min(verb + 14, len(scene.chunks))):
        if scene.kind(place) == "quote":
            return place
        if scene.kind(place) in {"stop", "colon"} or scene.finite(place):
            return None
    return None


def is_writer(scene: Scene, source: Stretch) -> bool:
    words = scene.words(source)
    return len(words) == 1 and words[0] in scene.grammar.writer | {"it"}


def introductions(scene: Scene, cues: Cues) -> Iterator[Draft]:
    """The council was clear in its answer: “We will not pay.”"""
    for place, chunk in enumerate(scene.chunks):
        if chunk.head != ":" or place == 0 or scene.kind(place + 1) != "quote":
            continue
        verb = governor(scene, place)
        source = subject(scene, verb) if verb is not None else None
        if source is None or is_writer(scene, source) or is_pointer(scene, source):
            continue
        yield Draft(
            rule="introductions",
            content=[scene.span(place + 1, place + 2)],
            cue=scene.span(place, place + 1),
            source=scene.span(*source),
            lemma=":",
            pattern="introduction",
            late=True,
            open=True,
            features=[f"verb={scene.head(verb or 0)}"],
        )
