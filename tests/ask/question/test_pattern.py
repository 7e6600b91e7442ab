"""Patterns refuse what no claim can fit."""

from __future__ import annotations

import pytest

from tacitus.ask.question.pattern import Hole, Pattern
from tacitus.errors import InvalidValueError
from tacitus.model.when import When


def test_given_parts_come_in_order() -> None:
    """A part may be given several times."""
    pattern = Pattern(Hole.WHETHER, ("merger",), (("actor", "Tide Front"), ("place", "Dura"), ("actor", "North Guard")))
    assert pattern.given("actor") == ("Tide Front", "North Guard")
    assert pattern.given("target") == ()


@pytest.mark.parametrize(
    ("types", "roles", "message"),
    [
        (("conquest",), (("actor", "Tide Front"),), "'conquest' is no claim type"),
        (("capture",), (("object", "Tide Front"),), "'object' is no part of a pattern"),
        (("capture",), (), "names somebody, something, a time or a source"),
    ],
)
def test_what_cannot_fit_is_refused(types: tuple[str, ...], roles: tuple[tuple[str, str], ...], message: str) -> None:
    """The message says what is allowed."""
    with pytest.raises(InvalidValueError, match=message):
        Pattern(Hole.WHO, types, roles)


def test_a_time_or_a_source_alone_will_do() -> None:
    """Nobody else is named in "What happened in May?" and "What did the wire say?"."""
    assert Pattern(Hole.WHAT, time=When("2020-05")).roles == ()
    assert Pattern(Hole.WHAT, source="Harbour Wire").source == "Harbour Wire"
