"""Negation: what the source is reported not to have said."""

from crossread.stages.attributions.acts import Head, Phrase, stems
from crossread.stages.attributions.drafts import Draft, Scene
from crossread.stages.attributions.grammar import Grammar

BACK = 6  # words before a cue that may be of its verb group
VERBAL = frozenset({"verb", "adverb", "to", "prep"})


def is_negated(scene: Scene, draft: Draft, cue: Phrase, head: Head) -> bool:
    """“did not say”, “refused to comment”, “without saying”; not “did not refuse to say”."""
    words = scene.grammar
    before = [*words_before(scene, draft), *cue.lower[: head.place]]
    reasons = (
        denies(before, words),
        withholds([*before, *cue.lemmas[: head.place]], words),
        says_nothing(scene, draft, cue, head),
        nobody_says(scene, draft),
    )
    return sum(reasons) % 2 == 1


def words_before(scene: Scene, draft: Draft) -> list[str]:
    """The words of the cue's own verb group that stand before it: “did not | say”."""
    if draft.cue is None:
        return []
    line, taken = scene.line, [*draft.content, *([draft.source] if draft.source else [])]
    found: list[str] = []
    for chunk in reversed(scene.chunks):
        for place in range(chunk.last - 1, chunk.first - 1, -1):
            start = line.starts[place]
            if start >= draft.cue.start:
                continue
            inside = any(span.start <= start < span.stop for span in taken)
            if inside or chunk.kind not in VERBAL or len(found) == BACK:
                return found[::-1]
            found.append(line.lower[place])
    return found[::-1]


def denies(before: list[str], words: Grammar) -> bool:
    """“did not say”, not “not only said”."""
    for place, word in enumerate(before):
        after = before[place + 1 : place + 2]
        yet = word == "yet" and after == ["to"]
        if (yet or word in words.not_) and words.merely.isdisjoint(after):
            return True
    return False


def withholds(before: list[str], words: Grammar) -> bool:
    """“refused to say”, “stopped short of calling”, “is unable to say”."""
    return any(not words.withholding.isdisjoint([word, *stems(word)]) for word in before)


def says_nothing(scene: Scene, draft: Draft, cue: Phrase, head: Head) -> bool:
    """“said nothing about”, “made no mention of”."""
    words = scene.grammar
    rest = cue.lower[head.place + head.size :]
    if not words.nothing.isdisjoint(rest):
        return True
    if draft.cue is None or not draft.content or min(draft.content) < draft.cue:
        return False
    first = min(draft.content).of(scene.line.text).lower().split()[:2]
    return len(first) == 2 and first[0] in words.nothing and first[1] in words.about


def nobody_says(scene: Scene, draft: Draft) -> bool:
    """“Nobody said that …”, “No engineer has claimed that …”, “None of them said”."""
    if draft.source is None:
        return False
    first = draft.source.of(scene.line.text).lower().split()[:1]
    return not scene.grammar.nobody.isdisjoint(first)
