"""Tagger: runs the shipped network over a text, on the CPU, with onnxruntime and numpy alone.

What it is, what it was trained on and how good it is: tagger.md, beside the weights. All tiers
share one table of word embeddings; each has its own encoder.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from crossread.weights.named import GOES_ON
from crossread.weights.words import BEGIN, END, Vocabulary, Window, Words, windows

Tier = Literal["accurate", "fast"]
Array = NDArray[np.float32]

# The labels of a token. B- begins a span, I- goes on with it.
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TYPES = ("person", "organisation", "place", "group", "work")
NAMES = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
HEADS = ("O", *TYPES)  # the head of a description: “the | minister | of ports”
LINKS = ("none", "source", "cue", "content")

SIZE, CONTEXT = 216, 32  # pieces of a window, and of those before and after what counts
NEAR = 100  # tokens on each side that may be linked
FAR = 24  # buckets of distance on each side
NEVER = -30.0  # the log of next to nothing
FILES = Path(str(resources.files("crossread.weights") / "tagger"))


@dataclass(slots=True)
class Tagged:
    """What the network says of each token of a text: log probabilities, a row a token."""

    words: Words
    roles: Array  # a column for each of ROLES
    names: Array  # of NAMES
    heads: Array  # of HEADS
    tokens: Array  # projections that links are read off
    anchors: Array
    units: NDArray[np.int64]  # the number of each token, where a name is one
    linker: "Linker"

    @property
    def counts(self) -> list[bool]:
        """False where a name goes on: so that a name counts once, however long it is."""
        return [name != GOES_ON for name in self.words.named]

    def links(self, anchor: int) -> tuple[int, Array]:
        """Given one token of a cue or content: is each other the source, the cue, the content
        of the same attribution? Probabilities, a row a token, from the first that is returned.
        """
        first = max(0, anchor - NEAR)
        near = self.tokens[first : anchor + NEAR]
        apart = self.units[first : anchor + NEAR] - self.units[anchor]
        return first, self.linker(near, self.anchors[anchor], apart)


@dataclass(frozen=True, slots=True)
class Linker:
    """The last layer of a link: few enough numbers for numpy."""

    distance: Array
    weight: Array
    bias: Array

    def __call__(self, tokens: Array, anchor: Array, apart: NDArray[np.int64]) -> Array:
        hidden = gelu(tokens + anchor + self.distance[bucket(apart)])
        return np.exp(log_softmax(hidden @ self.weight + self.bias))


class Tagger:
    """One tier of the network, loaded."""

    def __init__(self, tier: Tier = "accurate", folder: Path | None = None) -> None:
        files = folder or FILES
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = files.joinpath(f"{tier}.onnx").read_bytes()
        self.session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self.outputs = [output.name for output in self.session.get_outputs()]
        self.vocabulary = Vocabulary(files.joinpath("pieces.txt"))
        with files.joinpath("embeddings.npz").open("rb") as file, np.load(file) as stored:
            self.table, self.scale = stored["table"], stored["scale"]
        with files.joinpath(f"{tier}.npz").open("rb") as file, np.load(file) as stored:
            self.linker = Linker(stored["distance"], stored["weight"], stored["bias"])
        judged = json.loads(files.joinpath(f"{tier}.json").read_text(encoding="utf-8"))
        self.chances: dict[str, float] = judged["chances"]  # weights of what makes one right
        self.least: float = judged["least"]  # a report less likely than this is left out
        self.least_inside: float = judged["least inside"]  # and one inside another

    def __call__(self, words: Words) -> Tagged:
        """Tags the tokens. A text without any gives empty rows."""
        size = len(words)
        parts: dict[str, Array] = {}
        for window in windows(words, SIZE, CONTEXT):
            found = self.window(words, window)
            first, last = window.core
            for name, rows in found.items():
                whole = parts.setdefault(name, np.zeros((size, rows.shape[1]), np.float32))
                whole[first:last] = rows[first - window.first : last - window.first]
        empty = np.zeros((0, 1), np.float32)
        return Tagged(
            words=words,
            roles=going_on(log_softmax(parts.get("roles", empty)), words),
            names=log_softmax(parts.get("names", empty)),
            heads=log_softmax(parts.get("heads", empty)),
            tokens=parts.get("token", empty),
            anchors=parts.get("anchor", empty),
            units=np.array(words.units(), np.int64),
            linker=self.linker,
        )

    def window(self, words: Words, window: Window) -> dict[str, Array]:
        """What the network says of the tokens of one window."""
        pieces, dressed, first = [BEGIN], [(0, 0, 0)], list[int]()
        tokens = range(window.first, window.last)
        for token in tokens:
            seen = words.pieces[token]
            first.append(len(pieces) if seen else len(pieces) - 1)  # a name is one
            before = words.before[token]
            for piece in seen:
                pieces.append(piece)
                dressed.append((words.shown(token), words.quoted[token], before))
                before = 0
        pieces.append(END)
        dressed.append((0, 0, 0))
        given: dict[str, Any] = {
            "embedded": self.embed(pieces)[None],
            "dressed": np.array([dressed], np.int64),
            "first": np.array([first], np.int64),
            "spelled": self.spelled(words.spelled[window.first : window.last])[None],
            "dress": np.array([[words.dress[token] for token in tokens]], np.int64),
        }
        rows = self.session.run(self.outputs, given)
        return {name: row[0] for name, row in zip(self.outputs, rows, strict=True)}

    def spelled(self, tokens: Sequence[tuple[int, ...]]) -> Array:
        """The mean of the pieces of each token, a row a token."""
        sizes = np.array([len(pieces) for pieces in tokens])
        rows = self.embed([piece for pieces in tokens for piece in pieces])
        starts = np.cumsum(sizes) - sizes
        sums = np.add.reduceat(rows, starts) / sizes[:, None]
        found: Array = sums.astype(np.float32)
        return found

    def embed(self, pieces: Sequence[int]) -> Array:
        numbers = np.array(pieces)
        found: Array = self.table[numbers].astype(np.float32) * self.scale[numbers][:, None]
        return found


def going_on(rows: Array, words: Words) -> Array:
    """The roles, where a name that goes on cannot begin a piece: it goes on with its own."""
    later = np.array([name == GOES_ON for name in words.named], bool)
    if later.any():
        for column in (1, 3, 5):
            rows[later, column + 1] = np.logaddexp(rows[later, column], rows[later, column + 1])
            rows[later, column] = NEVER
    return rows


@cache
def tagger(tier: Tier) -> Tagger:
    """A tier, loaded once in a process."""
    return Tagger(tier)


def bucket(apart: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distance in tokens as a bucket: exact when near, coarse when far."""
    size = np.abs(apart)
    coarse = 8 + (np.log2(np.maximum(size, 8) / 8) * 4).astype(np.int64)
    return np.minimum(np.where(size < 8, size, coarse), FAR) * np.sign(apart) + FAR


def log_softmax(scores: Array) -> Array:
    top = scores - scores.max(-1, keepdims=True, initial=-np.inf)
    found: Array = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return found


def gelu(x: Array) -> Array:
    """The exact form, with an erf good to 1.5e-7 (Abramowitz and Stegun 7.1.26)."""
    size = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * size)
    series = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(x) * (1 - series * np.exp(-size * size))
    found: Array = np.float32(0.5) * x * (1 + erf)
    return found
