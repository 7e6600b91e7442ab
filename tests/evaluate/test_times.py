"""When two times are the same."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.evaluate.times import bounds, same_time


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (None, None, True),
        (None, "", True),
        (None, "2023", False),
        ("2023-05-14", "2023-05-14", True),
        ("2023-05-14", "2023-05-15", False),
        ("2023-05-14", "2023-05", False),
        ("2023-05", "2023-05-01/2023-05-31", True),
        ("2023-05-10/2023-05-20", "2023-05-13/2023-05-25", True),
        ("2023-05-10/2023-05-20", "2023-05-13/2023-05-28", False),
        ("2023-04/..", "2023-04-05/..", True),
        ("2023-04/..", "2023-04/2023-05", False),
        ("XXXX-05-14", "2023-05-14", True),
        ("XXXX-05-14", "2023-05-15", False),
        ("2023-05~", "2023-05", True),
        ("soon", "soon", True),
        ("soon", "later", False),
        ("{2023-05-01,2023-05-31}", "2023-05", True),
        ("{2023-05-01,soon}", "2023-05", False),
    ],
)
def test_same_time(one: str | None, other: str | None, is_same: bool) -> None:  # noqa: FBT001 - a column of a table
    """Both ways round."""
    assert same_time(one, other) is is_same
    assert same_time(other, one) is is_same


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("202X", (date(2020, 1, 1), date(2029, 12, 31))),
        ("2023-12", (date(2023, 12, 1), date(2023, 12, 31))),
        ("2023-05-14T10:00Z", (date(2023, 5, 14), date(2023, 5, 14))),
        ("../2023", (date.min, date(2023, 12, 31))),
        ("2023-13", None),
        ("2023-02-30", None),
        ("", None),
    ],
)
def test_bounds(edtf: str, days: tuple[date, date] | None) -> None:
    """First and last day; None for what is no date."""
    assert bounds(edtf) == days
