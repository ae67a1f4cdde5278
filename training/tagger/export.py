"""Writes the trained network as the package ships it: 8-bit ONNX, and one table of embeddings.

    python -m training.tagger.export build/tagger/accurate.pt --tier accurate --to FOLDER

Of several checkpoints of one run the mean is shipped: better than any of them (Wortsman et al.
2022, “Model soups”).
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

from crossread.weights import tagger
from training.tagger.learn import base, trained
from training.tagger.network import FAR, Network

OUTPUTS = ("roles", "names", "heads", "token", "anchor")


class Graph(nn.Module):
    """What runs in a reader's computer: one window, nothing of the training."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        embedded, dressed, first, spelled, dress = given
        style = torch.zeros_like(dressed[..., :1])
        mask = torch.ones_like(dressed[..., 0], dtype=torch.float32)
        x = self.network.encode(embedded, mask, torch.cat([dressed, style], -1))
        tokens = torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1]))
        labels = self.network.labelled(tokens, spelled, dress)
        pairs = labels | {
            "token": self.network.token(tokens),
            "anchor": self.network.anchor(tokens),
        }
        return tuple(pairs[name] for name in OUTPUTS)


def graph(network: Network, path: Path) -> None:
    """The network as 32-bit ONNX."""
    numbers = torch.zeros(1, 20, 3).long()
    given = (
        torch.randn(1, 20, 384), numbers, torch.arange(15)[None],
        torch.randn(1, 15, 384), torch.zeros(1, 15).long(),
    )  # fmt: skip
    pieces, tokens = {1: "n"}, {1: "w"}
    torch.onnx.export(
        Graph(network),
        given,
        str(path),
        input_names=["embedded", "dressed", "first", "spelled", "dress"],
        output_names=list(OUTPUTS),
        dynamic_axes={
            "embedded": pieces,
            "dressed": pieces,
            "first": tokens,
            "spelled": tokens,
            "dress": tokens,
        },
        opset_version=17,
        dynamo=False,
    )


def mean(networks: list[Network]) -> Network:
    """One network with the mean of the weights of several."""
    states = [network.state_dict() for network in networks]
    merged = {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    networks[0].load_state_dict(merged)
    return networks[0]


def links(network: Network, path: Path) -> None:
    parts = {
        "distance": network.distance.weight,
        "weight": network.link.weight.T,
        "bias": network.link.bias,
    }
    np.savez_compressed(path, **{k: v.detach().numpy().astype("float32") for k, v in parts.items()})


def embeddings(folder: Path) -> None:
    exact = load_file(base() / "model.safetensors")["embeddings.word_embeddings.weight"].numpy()
    scale = np.abs(exact).max(1) / 127
    table = np.round(exact / scale[:, None]).astype(np.int8)
    np.savez_compressed(folder / "embeddings.npz", table=table, scale=scale.astype(np.float32))
    shutil.copy(base() / "vocab.txt", folder / "pieces.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--tier", default="accurate")
    parser.add_argument("--to", type=Path, default=Path("src/crossread/weights/tagger"))
    parser.add_argument("--exact", action="store_true", help="32 bits, to see what 8 bits lose")
    options = parser.parse_args()
    assert FAR == tagger.FAR
    options.to.mkdir(parents=True, exist_ok=True)
    network = mean([trained(path) for path in options.checkpoints])
    links(network, options.to / f"{options.tier}.npz")
    embeddings(options.to)
    target = options.to / f"{options.tier}.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        graph(network, whole)
        if options.exact:
            shutil.copy(whole, target)
        else:
            quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
