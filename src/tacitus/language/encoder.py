"""The bundled network: words in, scores out, on one thread.

Each window of words is run by itself. Activations of the quantised model are scaled over whatever is run together,
so a window's scores depend on that window alone: not on the document, the order, or the number of threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships no types

from tacitus.language.shape import MARK, word_shape
from tacitus.language.wordpiece import WordPiece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tacitus.language.files import EngineFiles

MAX_PIECES = 126
"""Most subwords in a window, beside the two marks at its ends (the model was trained on 128)."""

UNFUSED = ["SkipLayerNormFusion"]
"""A kernel left unfused: for one sentence at a time it is slower than its parts, by a seventh of the network's time."""


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the network says about the words of one window.

    Attributes:
        tags: Head name to logits, [word, label].
        pairs: Head name to logits, [first word, label, second word].
        arcs: Score of each arc, [word, head]; column 0 is the root, column i + 1 is word i.
        rows: Relation weights of each word as a dependent, [word, relation, width + 1]; the last column is the bias.
        columns: Vector of each possible head, [head, width], with the root first.
    """

    tags: dict[str, NDArray[np.float64]]
    pairs: dict[str, NDArray[np.float32]]
    arcs: NDArray[np.float64]
    rows: NDArray[np.float32]
    columns: NDArray[np.float32]

    def relations(self, heads: Sequence[int]) -> NDArray[np.float64]:
        """Return the logits of each word's relation to its head, [word, relation]; head -1 is the root."""
        chosen = self.columns[np.asarray(heads) + 1]
        pairs: NDArray[np.float32] = np.einsum("wrd,wd->wr", self.rows[:, :, :-1], chosen)
        return (pairs + self.rows[:, :, -1]).astype(np.float64)


class Encoder:
    """A loaded network with its vocabulary."""

    def __init__(self, files: EngineFiles) -> None:
        """Make the session: one thread, deterministic kernels."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            files.model, options, providers=["CPUExecutionProvider"], disabled_optimizers=UNFUSED
        )
        self._pieces = WordPiece(files.vocabulary)
        self._pairs = files.pairs
        self._heads = tuple(name for name in files.labels if name not in {"relations", *files.pairs})
        self._relations = len(files.labels["relations"])

    def width(self, word: str) -> int:
        """Return how many subwords `word` takes."""
        return len(self._pieces.pieces(word))

    def run(self, words: Sequence[str]) -> WindowScores:
        """Return the scores of one window of at least one word and at most `MAX_PIECES` subwords."""
        pieces, shapes, firsts = [self._pieces.start], [MARK], [0]
        for word in words:
            found = self._pieces.pieces(word)
            firsts.append(len(pieces))
            pieces.extend(found)
            shapes.extend([word_shape(word)] * len(found))
        pieces.append(self._pieces.stop)
        shapes.append(MARK)
        given = {"pieces": pieces, "shapes": shapes, "mask": [1] * len(pieces), "firsts": firsts}
        feed = {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        *scores, arcs, rows, columns = (output[0] for output in self._session.run(None, feed))
        tags = zip(self._heads, scores[: len(self._heads)], strict=True)
        pairs = zip(self._pairs, scores[len(self._heads) :], strict=True)
        return WindowScores(
            {name: tag[1:].astype(np.float64) for name, tag in tags},
            {name: pair[1:, :, 1:] for name, pair in pairs},
            arcs[1:].astype(np.float64),
            rows[1:].reshape(len(words), self._relations, -1),
            columns,
        )
