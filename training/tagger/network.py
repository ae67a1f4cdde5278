"""The network: a small BERT (MiniLM, Wang et al. 2020) with heads for roles, links and names.

Its word embeddings are those of all-MiniLM-L6-v2, as 8-bit numbers and not trained on: so all
tiers share one table. To them are added how a token is written, where it stands to quotation
marks, and what is before it, which lower-cased pieces do not tell.

A link is read off a pair of tokens: given an anchor (a token of a cue, or the first of a piece
of content), is another token the source, the cue or the content of the same attribution?
"""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.tagger.examples import HEADS, NAMES, ROLES

WIDTH, SIZE, ATTENDING, INNER = 384, 32, 12, 1536
WORD = 192  # the width of what is told of a word by itself
LINK = 96  # the width of a link's hidden layer
LINKS = 4  # none, source, cue, content
FAR = 24  # buckets of distance on each side


@dataclass(frozen=True, slots=True)
class Shape:
    """What is needed to build a network again."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)  # of the base model
    tags: int = 48
    dropout: float = 0.1

    def record(self) -> dict[str, object]:
        return asdict(self)


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_mix = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        mixed = self.mix(x).view(batch, length, 3, ATTENDING, SIZE).permute(2, 0, 3, 1, 4)
        q, k, v = mixed[0], mixed[1], mixed[2]
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(SIZE) + mask, -1)
        heard = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_mix(x + self.dropout(self.out(heard)))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """From the embeddings of pieces to scores for each token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.place = nn.Embedding(512, WIDTH)
        self.dress = nn.Embedding(8, WIDTH)
        self.quoted = nn.Embedding(4, WIDTH)
        self.before = nn.Embedding(5, WIDTH)
        self.style = nn.Embedding(2, WIDTH)
        for table in (self.dress, self.quoted, self.before, self.style):
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.dropout) for _ in shape.layers)
        self.dropout = nn.Dropout(shape.dropout)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.heads = nn.Linear(WIDTH, len(HEADS))
        self.tags = nn.Linear(WIDTH, shape.tags)
        self.word = nn.Linear(3 * WIDTH, WORD)
        self.written = nn.Embedding(8, WORD)
        self.names_word = nn.Linear(WORD, len(NAMES))
        self.tags_word = nn.Linear(WORD, shape.tags)
        self.token = nn.Linear(WIDTH, LINK)
        self.anchor = nn.Linear(WIDTH, LINK)
        self.distance = nn.Embedding(2 * FAR + 1, LINK)
        self.link = nn.Linear(LINK, LINKS)

    def encode(self, embedded: Tensor, mask: Tensor, dressed: Tensor) -> Tensor:
        """`dressed` holds dress, quoted and before of each piece, and the style of its text."""
        x = embedded + self.place.weight[: embedded.shape[1]]
        x = x + self.dress(dressed[..., 0]) + self.quoted(dressed[..., 1])
        x = x + self.before(dressed[..., 2]) + self.style(dressed[..., 3])
        x = self.dropout(self.norm(x))
        shut = (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, shut)
        return x

    def labelled(self, tokens: Tensor, spelled: Tensor, dress: Tensor) -> dict[str, Tensor]:
        """Scores of the labels. What a name says by its letters counts for its type alone."""
        blank = torch.zeros_like(spelled[:, :1])
        before, after = (
            torch.cat([blank, spelled[:, :-1]], 1),
            torch.cat([spelled[:, 1:], blank], 1),
        )
        alone = self.word(torch.cat([before, spelled, after], -1)) + self.written(dress)
        alone = functional.gelu(alone)
        return {
            "roles": self.roles(tokens),
            "names": self.names(tokens) + self.names_word(alone),
            "heads": self.heads(tokens),
            "tags": self.tags(tokens) + self.tags_word(alone),
        }

    def linked(self, tokens: Tensor, anchors: Tensor, apart: Tensor) -> Tensor:
        """Scores [batch, anchors, tokens, LINKS] from projected tokens and anchors."""
        joined = tokens[:, None] + anchors[:, :, None] + self.distance(apart)
        return self.link(functional.gelu(joined))


def bucket(apart: Tensor) -> Tensor:
    """Signed distance in tokens as a bucket: exact when near, coarse when far."""
    size = apart.abs()
    coarse = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 4).long()
    return torch.where(size < 8, size, coarse).clamp(max=FAR) * apart.sign() + FAR


def load(network: Network, weights: dict[str, Tensor]) -> None:
    """Takes over the layers of the base model (its names are those of BERT)."""
    own = network.state_dict()
    own["place.weight"] = weights["embeddings.position_embeddings.weight"].clone()
    own["place.weight"] += weights["embeddings.token_type_embeddings.weight"][0]
    copy(own, "norm", weights, "embeddings.LayerNorm")
    for number, layer in enumerate(network.shape.layers):
        there, here = f"encoder.layer.{layer}", f"layers.{number}"
        for part in ("weight", "bias"):
            own[f"{here}.mix.{part}"] = torch.cat(
                [weights[f"{there}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            )
        copy(own, f"{here}.out", weights, f"{there}.attention.output.dense")
        copy(own, f"{here}.norm_mix", weights, f"{there}.attention.output.LayerNorm")
        copy(own, f"{here}.up", weights, f"{there}.intermediate.dense")
        copy(own, f"{here}.down", weights, f"{there}.output.dense")
        copy(own, f"{here}.norm", weights, f"{there}.output.LayerNorm")
    network.load_state_dict(own)


def copy(own: dict[str, Tensor], here: str, weights: dict[str, Tensor], there: str) -> None:
    for part in ("weight", "bias"):
        own[f"{here}.{part}"] = weights[f"{there}.{part}"]
