"""Confidence held against what was found."""

from __future__ import annotations

import pytest

from tacitus.evaluate.calibration import bins, expected_error


def test_bins_hold_their_lower_edge() -> None:
    """0.1 belongs to the second bin, 1 to the last one."""
    found = bins([(0.0, False), (0.1, True), (0.15, False), (1.0, True)])
    assert [(b.low, b.claims, b.found) for b in found] == [(0.0, 1, 0.0), (0.1, 2, 0.5), (0.9, 1, 1.0)]


def test_the_error_is_weighed_by_claims() -> None:
    """Three claims off by 0.2, one off by 0.8."""
    scored = [(0.8, True), (0.8, True), (0.8, True), (0.8, True), (0.2, True)]
    assert expected_error(scored) == pytest.approx((4 * 0.2 + 0.8) / 5)


def test_nothing_read_is_no_error() -> None:
    """There is nothing to be wrong about."""
    assert (bins([]), expected_error([])) == ((), 0.0)
