"""The training loss: the weighted sum over all heads that a batch has labels for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from training.batches import IGNORED
from training.model import relation_logits

if TYPE_CHECKING:
    from training.batches import Batch
    from training.model import Model


def loss(model: Model, batch: Batch) -> torch.Tensor:
    """Return the weighted sum of the losses of all heads."""
    outputs = model(*batch.inputs)
    first = len(model.heads)
    last = first + len(model.pair_heads)
    total = torch.zeros(())
    for tag, logits in zip(model.heads, outputs[:first], strict=True):
        lose = _distance if tag.is_number else _cross_entropy
        total = total + tag.weight * lose(logits, batch.tags[tag.name])
    for pair, logits in zip(model.pair_heads, outputs[first:last], strict=True):
        total = total + pair.weight * _pairwise(logits, batch.pairs[pair.name])
    arcs, rows, columns = outputs[last:]
    closed = arcs.float().masked_fill(~batch.words[:, None, :], -1e4)
    total = total + _cross_entropy(closed, batch.heads)
    logits = relation_logits(rows, columns, batch.heads.clamp(min=0))
    return total + _cross_entropy(logits, batch.relations)


def _cross_entropy(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the mean over labelled words, or 0 when there is none."""
    if not bool((targets != IGNORED).any()):
        return torch.zeros(())
    return functional.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def _pairwise(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the sum over the labelled pairs for each first word that has some, in the mean; or 0 without any."""
    known = targets != IGNORED
    count = known.any(dim=2).sum()
    if not int(count):
        return torch.zeros(())
    chosen = logits.transpose(2, 3)[known].float()
    return functional.cross_entropy(chosen, targets[known], reduction="sum") / count


def _distance(values: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the mean smooth L1 distance over labelled words (square below 1, linear above), or 0 without any."""
    known = targets != IGNORED
    if not bool(known.any()):
        return torch.zeros(())
    return functional.smooth_l1_loss(values.float().squeeze(-1)[known], targets[known])
