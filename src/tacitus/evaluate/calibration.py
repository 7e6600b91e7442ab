"""Whether confidence means what it says: of the claims with 0.7, seven in ten should be found in the gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Bins of equal width (Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2).
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims with a confidence in one tenth.

    Attributes:
        low: Least confidence, included.
        high: Greatest, left out but for the last bin.
        claims: Their number.
        confidence: Their mean confidence, [0, 1].
        found: The share of them that the gold has, [0, 1].
    """

    low: float
    high: float
    claims: int
    confidence: float
    found: float


def bins(scored: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Return the bins that hold claims, from the least sure to the surest.

    Args:
        scored: Confidence of each claim, and whether it was found.
    """
    grouped: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for sure, is_found in scored:
        grouped[min(BINS - 1, int(sure * BINS))].append((sure, is_found))
    return tuple(_bin(n, group) for n, group in enumerate(grouped) if group)


def _bin(n: int, group: Sequence[tuple[float, bool]]) -> Bin:
    size = len(group)
    mean, found = sum(sure for sure, _ in group) / size, sum(is_found for _, is_found in group) / size
    return Bin(n / BINS, (n + 1) / BINS, size, round(mean, 4), round(found, 4))


def expected_error(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error: how far confidence and share lie apart, bin by bin, weighed by claims.

    Examples:
        >>> expected_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
        0.0
        >>> expected_error([(0.9, True), (0.9, False)])
        0.4
    """
    total = len(scored)
    return round(sum(b.claims * abs(b.confidence - b.found) for b in bins(scored)) / total, 4) if total else 0.0
