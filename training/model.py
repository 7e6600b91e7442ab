"""The multi-task model: one encoder, a tag head for each entry of the head table, and biaffine arcs and relations."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder
from training.heads import ARC_WIDTH, RELATION_WIDTH, PairHead, taught, taught_pairs

Labels = dict[str, list[str]]

_RARE = 4.0
"""Head start of "no label" in a pair head's scores: almost all pairs have none."""


class PairScorer(nn.Module):
    """Scores every label for every ordered pair of words: biaffine, with a bias for the first word."""

    def __init__(self, head: PairHead, dropout: float) -> None:
        """Make the scorer with small random weights."""
        super().__init__()
        self.count = len(head.closed_labels())
        self.below, self.above = nn.Linear(WIDTH, head.width), nn.Linear(WIDTH, head.width)
        self.pair = nn.Linear(head.width, self.count * (head.width + 1))
        nn.init.normal_(self.pair.weight, std=0.02)
        nn.init.zeros_(self.pair.bias)
        with torch.no_grad():
            self.pair.bias[head.width] = _RARE
        self.dropout = dropout

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        """Return the logits, [sentence, first word, label, second word], of hidden states [sentence, word, width]."""
        below, above = (
            functional.dropout(functional.gelu(linear(words)), self.dropout, training=self.training)
            for linear in (self.below, self.above)
        )
        weights = self.pair(below).unflatten(-1, (self.count, -1))
        scores = weights[..., :-1].flatten(1, 2) @ above.transpose(1, 2)
        return scores.unflatten(1, (-1, self.count)) + weights[..., -1:]


class Model(nn.Module):
    """Predicts tags and trees of words, and labels of pairs of words.

    The first position of the words axis is the root of the tree (the encoder's start piece); words follow it.
    """

    def __init__(self, labels: Labels, dropout: float = 0.33) -> None:
        """Make the heads for the given label lists."""
        super().__init__()
        self.encoder = Encoder()
        self.heads, self.pair_heads = taught(labels), taught_pairs(labels)
        self.pairs = nn.ModuleDict({head.name: PairScorer(head, dropout) for head in self.pair_heads})
        self.tags = nn.ModuleDict({head.name: nn.Linear(WIDTH, len(labels[head.name])) for head in self.heads})
        self.arc_below, self.arc_above = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_pair, self.arc_prior = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False), nn.Linear(ARC_WIDTH, 1)
        count = len(labels["relations"])
        self.relation_below, self.relation_above = nn.Linear(WIDTH, RELATION_WIDTH), nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_pair = nn.Linear(RELATION_WIDTH, count * (RELATION_WIDTH + 1))
        nn.init.normal_(self.arc_pair.weight, std=0.02)
        nn.init.normal_(self.relation_pair.weight, std=0.02)
        self.relations = count
        self.dropout = dropout

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor, firsts: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Return the logits of every tag head, of every pair head, then arcs, relation rows and relation columns.

        Args:
            pieces: Vocabulary indices, [sentence, piece], as are the next two.
            shapes: Case shape of each piece's word.
            mask: 1 for a piece, 0 for padding.
            firsts: Position of each word's first piece, [sentence, word]; 0 for the root and for padding.

        Returns:
            Tags [sentence, word, label] and pairs [sentence, word, label, word], each in the order of their table;
            arcs [sentence, word, head]; rows [sentence, word, relation * (width + 1)]; columns [sentence, head, width].
        """
        hidden = self.encoder(pieces, shapes, mask)
        words = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))
        dropped = functional.dropout(words, 0.1, training=self.training)
        tags = [self.tags[head.name](dropped) for head in self.heads]
        pairs = [self.pairs[head.name](words) for head in self.pair_heads]
        below, above = self._part(self.arc_below, words), self._part(self.arc_above, words)
        arcs = self.arc_pair(below) @ above.transpose(1, 2) + self.arc_prior(above).transpose(1, 2)
        rows = self.relation_pair(self._part(self.relation_below, words))
        return (*tags, *pairs, arcs, rows, self._part(self.relation_above, words))

    def _part(self, linear: nn.Module, words: torch.Tensor) -> torch.Tensor:
        return functional.dropout(functional.gelu(linear(words)), self.dropout, training=self.training)


def relation_logits(rows: torch.Tensor, columns: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
    """Return [sentence, word, relation] for the head chosen for each word, `heads` [sentence, word]."""
    width = columns.shape[-1]
    chosen = torch.gather(columns, 1, heads.unsqueeze(-1).expand(-1, -1, width))
    weights = rows.unflatten(-1, (-1, width + 1))
    return (weights[..., :width] @ chosen.unsqueeze(-1)).squeeze(-1) + weights[..., width]
