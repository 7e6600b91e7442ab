"""How triggers are measured."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks.triggers import Tally, lies_in, predictions
from tests.training.sentences import sentence

from tacitus.language.analysis import Scored

if TYPE_CHECKING:
    from typing import Any

CLAIMS: list[dict[str, Any]] = [
    {"type": "attack", "evidence": [[0, 10], [20, 30]]},
    {"type": "attack", "evidence": [[40, 50]]},
    {"type": "leads", "evidence": [[0, 10]]},
]


@pytest.mark.parametrize(
    ("found", "lies"),
    [((20, 30, "attack"), True), ((19, 25, "attack"), False), ((8, 22, "attack"), False), ((2, 4, "leads"), False)],
)
def test_a_trigger_lies_in_one_piece_of_evidence(found: tuple[int, int, str], *, lies: bool) -> None:
    """The whole word, in a piece of evidence of a claim of its type."""
    assert lies_in(found, CLAIMS[0]) is lies


def test_precision_is_of_triggers_and_recall_of_claims() -> None:
    """Two of three predictions are right, and they hit two of the three claims."""
    tally = Tally()
    tally.add({(21, 25, "attack"), (2, 4, "leads"), (60, 62, "leads")}, CLAIMS)
    assert tally.scores() == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert tally.scores("leads") == pytest.approx((0.5, 1.0, 2 / 3))
    assert tally.scores("bombing") == (0.0, 0.0, 0.0)


def test_each_way_names_its_triggers() -> None:
    """The lists and the model see the same sentence; the model's doubtful word falls below higher bars."""
    _, bare = sentence("Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root\nArden Arden PROPN 2 obj")
    found = dict(predictions([replace(bare, triggers=(Scored(2, "capture", 0.4),))]))
    assert (7, 14, "shelling") in found["lists"]
    assert found["model 0.5"] == set()
    assert (7, 14, "shelling") not in found["both"]
    assert found["model 0.3"] == {(15, 20, "capture")}
