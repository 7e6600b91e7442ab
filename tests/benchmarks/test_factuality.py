"""The lexicon that the model's factuality is measured against."""

from __future__ import annotations

from benchmarks.factuality import lexicon
from tests.training.sentences import sentence


def test_a_bare_assertion_happened() -> None:
    """Nothing stands over the verb."""
    _, told = sentence("They they PRON 2 nsubj\nleft leave VERB 0 root")
    assert lexicon(told, 1) == 3.0


def test_negation_denies() -> None:
    """A negated verb did not happen."""
    _, told = sentence("They they PRON 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nleave leave VERB 0 root")
    assert lexicon(told, 3) == -3.0
