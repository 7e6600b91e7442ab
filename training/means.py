"""The mean of weights by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def mean(states: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the mean of each array or tensor.

    Args:
        states: Weights by name, of one shape and type each.

    Raises:
        ValueError: The weights differ in their names.
    """
    first = states[0]
    if any(state.keys() != first.keys() for state in states):
        raise ValueError("the checkpoints are of different models: their weights have different names")
    return {name: sum(state[name] / len(states) for state in states) for name in first}
