"""Claims in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tacitus.model.count import Count
from tacitus.model.ontology import Certainty, Status
from tacitus.terminal import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.export.lines import ClaimLine


@pytest.mark.parametrize(
    ("kind", "args", "words"),
    [
        ("airstrike", {"actor": "army", "target": "depot"}, "airstrike: army → depot"),
        ("shelling", {"target": "market", "place": "Mirzakh"}, "shelling: ? → market, at Mirzakh"),
        ("clash", {"actor": "army", "killed": Count(3, None, "rebels")}, "clash: army, killed: 3 or more (rebels)"),
        ("alias", {"subject": "Highland Front", "object": "HF"}, "alias: Highland Front = HF"),
        ("leads", {"subject": "Halvani", "object": "HF", "ended": True}, "leads: Halvani → HF, ended: yes"),
        ("leads", {"subject": "Halvani", "object": "HF", "role": "emir"}, "leads: Halvani → HF, as emir"),
        ("capture", {"actor": "HF", "target": "Belun", "from": "army"}, "capture: HF → Belun, from army"),
        ("destruction", {"place": "Belun"}, "destruction: at Belun"),
        ("other", {}, "other: "),
    ],
)
def test_who_did_what(
    line_of: Callable[..., ClaimLine], kind: str, args: dict[str, str | Count | bool], words: str
) -> None:
    """Sides first, then what else is told."""
    assert wording.told(line_of(kind, args)) == words


def test_who_says(line_of: Callable[..., ClaimLine]) -> None:
    """Speakers in their order, or the outlet's own voice."""
    assert wording.who_says(line_of("other", {})) == "Meridian Wire (own voice)"
    assert wording.who_says(line_of("other", {}, speakers=("channel", "ministry"))) == "channel; ministry"


def test_who_says_where(line_of: Callable[..., ClaimLine]) -> None:
    """In a list over many reports, the report stands beside the speaker."""
    assert wording.who_says_where(line_of("other", {})) == "Meridian Wire of 2023-05-15 (own voice)"
    assert wording.who_says_where(line_of("other", {}, speakers=("HF",))) == "HF, in Meridian Wire of 2023-05-15"


def test_how_sure(line_of: Callable[..., ClaimLine]) -> None:
    """The status is told when it is not real."""
    assert wording.how_sure(line_of("other", {}, certainty=Certainty.DENIED)) == "denied"
    assert wording.how_sure(line_of("other", {}, status=Status.PLANNED)) == "stated, planned"


def test_when_and_words(line_of: Callable[..., ClaimLine]) -> None:
    """The EDTF string, and each quote in marks."""
    line = line_of("other", {})
    assert wording.when(line) == "2023-05-14"
    assert wording.quoted(line) == "“They” … “at dawn”"


def test_every_certainty_has_a_style() -> None:
    """None is left without a colour."""
    assert set(wording.STYLES) == set(Certainty)
