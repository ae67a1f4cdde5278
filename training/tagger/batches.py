"""Batches: examples cut into windows, dressed as the network wants them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

import torch
from torch import Tensor

from crossread.weights.dress import NAME, PARAGRAPH
from crossread.weights.named import GOES_ON, Written, named
from crossread.weights.words import BEGIN, END, LONGEST, Vocabulary, seen
from training.tagger.examples import ROLE, SKIP, Example
from training.tagger.network import bucket

ANCHORS = 12  # of a window, at most: the others wait for another epoch
Attributions = list[dict[str, list[int]]]


@dataclass(slots=True)
class Item:
    """One window. Lists of pieces, then lists of tokens; anchors are places of tokens."""

    pieces: list[int]
    dressed: list[tuple[int, int, int, int]]
    first: list[int]  # the piece that stands for each token; one for all words of a name
    spelled: list[list[int]]  # the pieces of each token, of names too
    written: list[int]  # the dress of each token, of names too
    units: list[int]
    roles: list[int]
    names: list[int]
    heads: list[int]
    tags: list[int]
    anchors: list[int]
    links: list[list[int]]  # of each anchor, a label for every token
    tokens: range = range(0)  # of the example, which these are


class Cutter:
    """Cuts examples into windows whose borders differ from epoch to epoch."""

    def __init__(self, vocabulary: Vocabulary, tags: dict[str, int], size: int) -> None:
        self.vocabulary, self.tags, self.size = vocabulary, tags, size

    def items(self, example: Example, dice: random.Random) -> Iterator[Item]:
        marked = dice.choice(example.passes)
        names = named(
            Written(example.tokens, example.dress, example.quoted, example.before, example.bounds)
        )
        roles, owner = flat(marked, len(example.tokens))
        whole(roles, names)
        spelled = [self.vocabulary.pieces(token) for token in example.tokens]
        pieces = [
            seen(token, its, place, self.vocabulary)
            for token, its, place in zip(
                example.tokens, spelled, zip(names, example.quoted, strict=True), strict=True
            )
        ]
        text = Text(roles, owner, marked, names, spelled, pieces)
        for first, last in self.cuts(example, pieces, dice):
            yield self.item(example, text, range(first, last), dice=dice)

    def cuts(
        self, example: Example, pieces: list[tuple[int, ...]], dice: random.Random
    ) -> Iterator[tuple[int, int]]:
        """Stretches of whole sentences; mostly of whole paragraphs, as when the model is used."""
        start, length, limit = 0, 0, dice.randint(self.size // 3, self.size)
        for first, last in pairwise(example.bounds):
            size = sum(len(p) for p in pieces[first:last])
            roomy = length < 0.6 * limit or example.before[first] < PARAGRAPH
            if first > start and (length + size > limit or not roomy):
                yield start, first
                start, length, limit = first, 0, self.size
            length += size
        if start < len(example.tokens):
            yield start, len(example.tokens)

    def item(self, example: Example, text: "Text", tokens: range, *, dice: random.Random) -> Item:
        ids, dressed, first = [BEGIN], [(0, 0, 0, example.style)], list[int]()
        for token in tokens:
            if len(ids) + len(text.pieces[token]) > self.size + 64:
                tokens = range(tokens.start, token)
                break
            first.append(len(ids) if text.pieces[token] else max(1, len(ids) - 1))
            shown = NAME if text.names[token] else example.dress[token]
            for place, piece in enumerate(text.pieces[token]):
                before = example.before[token] if place == 0 else 0
                ids.append(piece)
                dressed.append((shown, example.quoted[token], before, example.style))
        ids.append(END)
        dressed.append((0, 0, 0, example.style))
        anchors, links = anchored(tokens, text, dice=dice)
        part = slice(tokens.start, tokens.stop)
        return Item(
            pieces=ids,
            dressed=dressed,
            first=first,
            spelled=[list(pieces) for pieces in text.spelled[part]],
            written=example.dress[part],
            units=list(accumulate(int(name != GOES_ON) for name in text.names[part])),
            roles=text.roles[part],
            names=example.names[part],
            heads=example.heads[part],
            tags=[self.tags.get(tag, SKIP) for tag in example.tags[part]],
            anchors=anchors,
            links=links,
            tokens=tokens,
        )


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the tokens of an example before it is cut."""

    roles: list[int]
    owner: list[int]  # the attribution that each belongs to
    marked: Attributions
    names: list[int]
    spelled: list[tuple[int, ...]]
    pieces: list[tuple[int, ...]]  # as the network sees them


def whole(roles: list[int], names: list[int]) -> None:
    """A name plays one role, that of its first word that has any: its first token learns it."""
    begins = 0
    for place, name in enumerate(names):
        if name == GOES_ON:
            if not roles[begins] and roles[place] > 0:
                roles[begins] = roles[place]
            roles[place] = SKIP
        else:
            begins = place


def flat(marked: Attributions, size: int) -> tuple[list[int], list[int]]:
    """The role of each token, and the attribution it belongs to; the later wins an overlap."""
    roles, owner = [0] * size, [-1] * size
    for number, one in enumerate(marked):
        for role, code in ROLE.items():
            last = -2
            for token in one[role]:
                roles[token] = 2 * code - (token != last + 1)
                owner[token] = number
                last = token
    return roles, owner


def anchored(
    tokens: range, text: Text, *, dice: random.Random
) -> tuple[list[int], list[list[int]]]:
    """Anchors of the window, by place in it, and the label of every token for each of them."""
    owner, marked = text.owner, text.marked
    found: list[tuple[int, int]] = []
    for number in sorted({owner[t] for t in tokens} - {-1}):
        one = marked[number]
        starts = [t for t in one["content"] if t - 1 not in one["content"]]
        cue = dice.sample(one["cue"], 1) if one["cue"] else []
        found += [(t, number) for t in cue + starts if t in tokens]
    bare = [t for t in tokens if owner[t] < 0]
    found += [(t, -1) for t in dice.sample(bare, min(2, len(bare)))]  # belongs to nothing
    found = dice.sample(found, min(ANCHORS, len(found)))
    links = []
    for _, number in found:
        line = [0] * len(tokens)
        for role, code in ROLE.items() if number >= 0 else ():
            for t in marked[number][role]:
                if t in tokens:
                    line[t - tokens.start] = code
        for place, t in enumerate(tokens):
            if text.names[t] == GOES_ON:
                line[place] = SKIP
        links.append(line)
    return [t - tokens.start for t, _ in found], links


@dataclass(slots=True)
class Batch:
    pieces: Tensor
    mask: Tensor
    dressed: Tensor
    first: Tensor
    labels: dict[str, Tensor]
    anchors: Tensor
    apart: Tensor
    links: Tensor
    spelled: Tensor
    written: Tensor


def padded(lists: list[list[int]], fill: int) -> Tensor:
    longest = max(1, *(len(one) for one in lists))
    return torch.tensor([one + [fill] * (longest - len(one)) for one in lists])


def batch(items: list[Item]) -> Batch:
    longest = max(len(item.pieces) for item in items)
    blank = (0, 0, 0, 0)
    anchors = padded([item.anchors for item in items], 0)
    width = max(len(item.first) for item in items)
    links = torch.full((len(items), anchors.shape[1], width), SKIP)
    for number, item in enumerate(items):
        for place, line in enumerate(item.links):
            links[number, place, : len(line)] = torch.tensor(line)
    units = padded([item.units for item in items], 0)
    at = torch.gather(units, 1, anchors)
    blanks: list[list[list[int]]] = [[[]] * (width - len(item.spelled)) for item in items]
    spelled = [i.spelled + blank for i, blank in zip(items, blanks, strict=True)]
    return Batch(
        pieces=padded([item.pieces for item in items], 0),
        mask=padded([[1] * len(item.pieces) for item in items], 0),
        dressed=torch.tensor([i.dressed + [blank] * (longest - len(i.dressed)) for i in items]),
        first=padded([item.first for item in items], 0),
        labels={
            key: padded([getattr(item, key) for item in items], SKIP)
            for key in ("roles", "names", "heads", "tags")
        },
        anchors=anchors,
        apart=bucket(units[:, None, :] - at[:, :, None]),
        links=links,
        spelled=torch.tensor([[(p + [0] * LONGEST)[:LONGEST] for p in line] for line in spelled]),
        written=padded([item.written for item in items], 0),
    )


def shuffled(items: list[Item], size: int, dice: random.Random) -> list[list[Item]]:
    """Batches of windows of about one length, in random order."""
    dice.shuffle(items)
    made: list[list[Item]] = []
    for start in range(0, len(items), size * 32):
        group = sorted(items[start : start + size * 32], key=lambda item: len(item.pieces))
        made += [group[at : at + size] for at in range(0, len(group), size)]
    dice.shuffle(made)
    return made
