"""Which claims are found, and what is right about them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.evaluate.conftest import TEXT, claim, document

from tacitus.evaluate.judging import PARTS, judge
from tacitus.evaluate.papers import Paper, thing_in, told_in


def paper(*claims: dict[str, Any]) -> Paper:
    """Return the document of the tests with other claims."""
    things = tuple(thing_in(entity) for entity in document()["entities"])
    return Paper("d1", None, TEXT, things, tuple(map(told_in, claims)))


def test_the_same_claim_is_right_in_full() -> None:
    """Whatever its id."""
    verdict = judge(paper(claim(id="other")), paper(claim()))
    assert [pair.is_full for pair in verdict.pairs] == [True]
    assert verdict.found == {0}


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"args": {"actor": ["e1"]}}, {"args"}),
        ({"source": ["e3"]}, {"source"}),
        ({"certainty": "denied"}, {"certainty"}),
        ({"status": "planned"}, {"status"}),
        ({"time": None}, {"time"}),
        ({"certainty": None, "status": None}, set()),
    ],
)
def test_each_part_is_judged_by_itself(changed: dict[str, Any], missing: set[str]) -> None:
    """What is wrong does not touch the rest; what is left out is stated and actual."""
    (pair,) = judge(paper(claim(**changed)), paper(claim())).pairs
    assert set(PARTS) - pair.right == missing
    assert pair.is_full is not bool(missing)


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "attack"},
        {"evidence": [[40, 90]]},
        {"args": {"target": ["e4"]}},
        {"args": {}},
    ],
)
def test_a_claim_of_another_type_place_or_actor_is_not_found(changed: dict[str, Any]) -> None:
    """The type must be the same; evidence and arguments must overlap."""
    assert judge(paper(claim(**changed)), paper(claim())).pairs == ()


def test_sides_of_a_clash_may_change_places() -> None:
    """For an attack they may not."""
    one = {"actor": ["e1"], "target": ["e3"]}
    other = {"actor": ["e3"], "target": ["e1"]}
    for kind, count in (("clash", 1), ("attack", 0)):
        read, gold = claim(type=kind, args=one), claim(type=kind, args=other)
        assert len(judge(paper(read), paper(gold)).pairs) == count


def test_each_claim_is_used_once() -> None:
    """The pair whose arguments are most alike is chosen first."""
    poor, good = claim(args={"actor": ["e1"]}), claim()
    verdict = judge(paper(poor, good), paper(claim()))
    assert [(pair.read, pair.gold) for pair in verdict.pairs] == [(1, 0)]


def test_counts_and_unscored_roles() -> None:
    """Bounds are compared, whom they count is not; words of a post are not scored."""
    args = {"killed": [{"min": 2, "max": None, "who": "e4"}], "place": ["e2"]}
    read = claim(args=args | {"killed": {"min": 2, "max": None}})
    assert judge(paper(read), paper(claim(args=args))).pairs[0].is_full
    leads = claim(kind="relation", type="leads", args={"subject": ["e3"], "object": ["e1"], "role": ["chief"]})
    assert [role for role, _ in told_in(leads).args] == ["subject", "object"]
