"""How confidence is measured."""

from __future__ import annotations

import pytest
from benchmarks.confidence import Judged, at_bar, scored

from tacitus.evaluate.calibration import Bin, bins, expected_error


def claims(confidence: float, found: int, missed: int) -> list[Judged]:
    """Return claims of one confidence, so many of them found and missed."""
    return [Judged(confidence, at < found) for at in range(found + missed)]


def test_what_is_as_sure_as_it_is_right_has_no_error() -> None:
    """Three in four right at 0.75, one in four at 0.25."""
    assert expected_error(scored(claims(0.75, 3, 1) + claims(0.25, 1, 3))) == pytest.approx(0)


def test_the_error_is_weighed_by_claims() -> None:
    """Three claims off by 0.4 and one off by 0.1, whichever way."""
    assert expected_error(scored(claims(0.6, 3, 0) + claims(0.1, 0, 1))) == pytest.approx((3 * 0.4 + 0.1) / 4)


def test_certainty_falls_into_the_last_bin() -> None:
    """Ten bins, the last one closed; empty ones are not told."""
    assert bins(scored(claims(1.0, 1, 0) + claims(0.0, 0, 2))) == (
        Bin(0.0, 0.1, 2, 0.0, 0.0),
        Bin(0.9, 1.0, 1, 1.0, 1.0),
    )


def test_no_claims_no_error() -> None:
    """A text without claims breaks nothing."""
    assert expected_error(scored([])) == 0
    assert at_bar([], 0.5, 0) == (0, 0.0, 0.0)


def test_a_bar_keeps_what_is_sure_enough() -> None:
    """Two of four pass, one of them right, of five that there are; a denial passes the usual bar only."""
    found = [*claims(0.5, 1, 1), *claims(0.2, 0, 1), Judged(0.05, is_found=True, is_denial=True)]
    assert at_bar(found, 0.5, 5) == (2, 0.5, 0.2)
    assert at_bar(found, 0.15, 5) == (4, 0.5, 0.4)
