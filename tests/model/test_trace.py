"""Where parts of a claim come from, and the short form that is kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part, Way, trace_in, trace_out

_spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 999), st.integers(1, 99))
_numbers = st.none() | st.floats(0, 1, allow_nan=False)
_origins = st.builds(
    Origin,
    st.sampled_from(Part),
    st.sampled_from(["events", "learned"]),
    st.sampled_from(["", "raid.n"]),
    st.none() | st.sampled_from(Way),
    st.lists(_spans, max_size=3).map(tuple),
    _numbers,
    _numbers,
    st.integers(0, 9),
)


@given(st.lists(_origins, max_size=4).map(tuple))
def test_a_trace_comes_back(trace: tuple[Origin, ...]) -> None:
    """By way of JSON, whatever is empty in it."""
    assert trace_in(json.loads(json.dumps(trace_out(trace)))) == trace


def test_empty_fields_take_no_room() -> None:
    """Only those before a filled one stand there."""
    assert trace_out([Origin(Part.SOURCE, "speech")]) == [["source", "speech"]]
    assert trace_out([Origin(Part.ARGUMENT, "roles", number=2)]) == [["argument", "roles", "", None, [], 2]]


def test_what_no_version_wrote_is_refused() -> None:
    """An unknown part or way."""
    for row in (["colour", "events"], ["type", "events", "", "by guess"]):
        with pytest.raises(ValueError, match="is not a valid"):
            trace_in([row])
