"""Sources: whoever is said to have said something is a mention, whatever the words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from crossread.model.entity import EntityType, Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.stages.mentions.lexicon import HEAD, NOUN, OPENER, ORDINARY, SMALL
from crossread.stages.mentions.tokens import Tokens

LEADS = frozenset({"IN", "WRB", "CC", "RB", "WDT", "TO"})  # “As | the mayor”
MORE = frozenset({"IN", "WDT", "VBG"})
STOPS = frozenset({",", "—", "–", "("})


def source(reading: Reading, tokens: Tokens, kept: Mapping[Span, Mention]) -> Iterator[Mention]:
    """“Those close to the talks said …”: a source that nothing else has told."""
    starts = {span.start for span in kept}
    links = linking(tokens.lexicon.sets)
    named = sorted(span.start for span, mention in kept.items() if mention.form == "name")
    for span in sorted({span for item in reading.attributions for span in item.source}):
        first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop)
        if relative := links.get(tuple(tokens.lower[first:last])):
            yield Mention(span, relative, "pronoun", rule=source.__name__)
            continue
        while first < last and tokens.lexicon.classes.get(tokens.lower[first]) in LEADS:
            first += 1
        if first >= last or (last - first == 1 and tokens.has(first, SMALL)):
            continue
        article = tokens.lower[first] in tokens.lexicon.sets["articles"]
        second = first + 1 if article and first + 1 < last else first
        stop = next((n for n in range(first + 1, last) if ends(tokens, n)), last)
        here = tokens.span(first, stop)
        nearest = bisect_left(named, here.start)
        holds_name = nearest < len(named) and named[nearest] < here.stop
        if holds_name or not starts.isdisjoint({here.start, tokens.starts[second]}):
            continue
        kind = kind_of(tokens, first, stop)
        yield Mention(here, kind, "nominal", rule=source.__name__)


def linking(sets: Mapping[str, frozenset[str]]) -> dict[tuple[str, ...], EntityType]:
    """“Dovar, | who | says …”: the pronouns that go on with whoever was just mentioned."""
    kinds: tuple[tuple[str, EntityType], ...] = (
        ("linking_one", "person"),
        ("linking_body", "organisation"),
    )
    return {(word,): kind for name, kind in kinds for word in sets[name]}


def ends(tokens: Tokens, place: int) -> bool:
    """“sources | close to the talks”, “a man | who …”: what only tells more."""
    kind = tokens.lexicon.classes.get(tokens.lower[place])
    return (
        tokens.words[place] in STOPS
        or kind in MORE
        or tokens.lower[place] in tokens.lexicon.sets["relative"]
    )


def kind_of(tokens: Tokens, first: int, stop: int) -> EntityType:
    """By the last noun that a table has; else by the ending of the last noun."""
    sets = tokens.lexicon.sets
    if tokens.lower[first] in sets["somebody"]:
        return "person"  # “one of them”
    for place in range(stop - 1, first - 1, -1):
        word = tokens.lower[place]
        if tokens.has(place, HEAD):
            return tokens.lexicon.heads[word]
        if word in tokens.lexicon.documents:
            return "work"
    nouns = [n for n in range(first, stop) if tokens.has(n, NOUN) or unlisted(tokens, n)]
    if not nouns:
        return "group"  # “those who left”, “68%”
    word = tokens.lower[nouns[-1]]
    many = word.endswith("s") and not word.endswith("ss")
    if (word[:-1] if many else word).endswith(tuple(sets["person_endings"])):
        return "group" if many else "person"
    return "group" if many else "work"


def unlisted(tokens: Tokens, place: int) -> bool:
    """A word that no table has is mostly a noun."""
    return tokens.words[place].isalpha() and not tokens.has(place, ORDINARY | SMALL | OPENER)
