"""Batches: examples cut into windows, dressed as the network wants them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from crossread.weights.words import BEGIN, END, MARK, OPENS, PARAGRAPH, Vocabulary
from training.tagger.examples import ROLE, SKIP, Example
from training.tagger.network import bucket

ANCHORS = 12  # of a window, at most: the others wait for another epoch
Attributions = list[dict[str, list[int]]]


@dataclass(slots=True)
class Item:
    """One window. Lists of pieces, then lists of tokens; anchors are places of tokens."""

    pieces: list[int]
    dressed: list[tuple[int, int, int, int]]
    first: list[int]  # the first piece of each token
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
        roles, owner = flat(marked, len(example.tokens))
        pieces = [
            self.vocabulary.pieces(MARK if state >= OPENS else token)
            for token, state in zip(example.tokens, example.quoted, strict=True)
        ]
        for first, last in self.cuts(example, pieces, dice):
            yield self.item(example, (roles, owner, marked), pieces, range(first, last), dice=dice)

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

    def item(
        self,
        example: Example,
        marked: tuple[list[int], list[int], Attributions],
        pieces: list[tuple[int, ...]],
        tokens: range,
        *,
        dice: random.Random,
    ) -> Item:
        roles, owner, attributions = marked
        ids, dressed, first = [BEGIN], [(0, 0, 0, example.style)], list[int]()
        for token in tokens:
            if len(ids) + len(pieces[token]) > self.size + 64:
                tokens = range(tokens.start, token)
                break
            first.append(len(ids))
            for place, piece in enumerate(pieces[token]):
                before = example.before[token] if place == 0 else 0
                ids.append(piece)
                dressed.append((example.dress[token], example.quoted[token], before, example.style))
        ids.append(END)
        dressed.append((0, 0, 0, example.style))
        anchors, links = anchored(tokens, owner, attributions, dice=dice)
        part = slice(tokens.start, tokens.stop)
        return Item(
            pieces=ids,
            dressed=dressed,
            first=first,
            roles=roles[part],
            names=example.names[part],
            heads=example.heads[part],
            tags=[self.tags.get(tag, SKIP) for tag in example.tags[part]],
            anchors=anchors,
            links=links,
            tokens=tokens,
        )


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
    tokens: range, owner: list[int], marked: Attributions, *, dice: random.Random
) -> tuple[list[int], list[list[int]]]:
    """Anchors of the window, by place in it, and the label of every token for each of them."""
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
        apart=bucket(torch.arange(width)[None, None, :] - anchors[:, :, None]),
        links=links,
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
