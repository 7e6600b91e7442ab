"""Errors say what was given, what is allowed and what to do next."""

from __future__ import annotations

import pytest

from tacitus.errors import InvalidValueError, PipelineOrderError, TacitusError, UnknownNameError


@pytest.mark.parametrize(
    ("error", "builtin", "message"),
    [
        (
            InvalidValueError("span", (5, 5), "0 <= start < end"),
            ValueError,
            "(5, 5) is no span. Allowed: 0 <= start < end.",
        ),
        (
            InvalidValueError("date", "May", "EDTF", "Write 2019-05."),
            ValueError,
            "'May' is no date. Allowed: EDTF. Write 2019-05.",
        ),
        (
            UnknownNameError("engine", "big", ("small", "bundled"), "Install it."),
            LookupError,
            "No engine named 'big'. Known: bundled, small. Install it.",
        ),
        (UnknownNameError("engine", "big", ()), LookupError, "No engine named 'big'. Known: none."),
        (
            PipelineOrderError("events", {"times", "counts"}),
            ValueError,
            "The step 'events' needs counts, times, which no earlier step gives. Put a step that gives it first.",
        ),
    ],
)
def test_messages(error: TacitusError, builtin: type[Exception], message: str) -> None:
    """Each is a `TacitusError` and the builtin that a caller expects."""
    assert isinstance(error, TacitusError)
    assert isinstance(error, builtin)
    assert str(error) == message
