"""What holds for a while: by role noun, compound adjective, verb and name, on trees written down by hand."""

from __future__ import annotations

import pytest
from tests.extract.plain import lines
from tests.extract.trees import read

from tacitus.model.entity import EntityType


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rudolf Rassendyll, leader of the Zenda Front, fled.",
            "leads | subject=Rudolf Rassendyll | object=Zenda Front | role=leader",
        ),
        (
            "The Zenda Front's spokesman, Rudolf Rassendyll, left Hentzau.",
            "member | subject=Rudolf Rassendyll | object=Zenda Front | role=spokesman",
        ),
        (
            "The leader of the Zenda Front, Rudolf Rassendyll, met envoys.",
            "leads | subject=Rudolf Rassendyll | object=Zenda Front | role=leader",
        ),
        (
            "Rudolf Rassendyll is the brother of Black Michael.",
            "kin | subject=Rudolf Rassendyll | object=Black Michael | role=brother",
        ),
        (
            "Rudolf Rassendyll, deputy of Black Michael, fled.",
            "associate | subject=Rudolf Rassendyll | object=Black Michael | role=deputy",
        ),
        (
            "The former commander of the Zenda Front is Rudolf Rassendyll.",
            "leads | subject=Rudolf Rassendyll | object=Zenda Front | role=former commander | ended=True",
        ),
        (
            "The Hentzau League is a branch of the Zenda Front.",
            "affiliate | subject=Hentzau League | object=Zenda Front",
        ),
        ("The general who led the brigade fled.", "leads | subject=general | object=brigade"),
        ("The Zenda Front controls Hentzau.", "controls | subject=Zenda Front | object=Hentzau"),
        ("Rudolf Rassendyll is based in Hentzau.", "located | subject=Rudolf Rassendyll | object=Hentzau"),
        ("The base belongs to the Zenda Front.", "owns | subject=Zenda Front | object=base"),
        ("The Iran-backed militia left.", "sponsor | subject=Iran | object=Iran-backed militia"),
        ("The rebel-held town was shelled.", "controls | subject=rebel | object=rebel-held town"),
        ("The Zenda Front (ZF) attacked Hentzau.", "alias | subject=Zenda Front | object=Zenda Front"),
        ("Black Michael, also known as Duke Michael, fled.", "alias | subject=Black Michael | object=Black Michael"),
    ],
)
def test_relations(text: str, expected: str) -> None:
    """Subject and object stand in the order of the contract, whatever the order of the words."""
    assert expected in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army killed two men.",
        "Rudolf Rassendyll met Black Michael.",
        "Kenya sent tanks to Somalia.",
        "The mayor left.",
        "Rebels attacked Zenda, the army said.",
    ],
)
def test_no_relation_is_made_up(text: str) -> None:
    """Meeting, killing and speaking tell of no lasting tie."""
    assert [c for c in read(text).claims if c.kind == "relation"] == []


def test_an_alias_shows_both_names() -> None:
    """The evidence of an alias quotes both names; the entity carries them."""
    reading = read("The Zenda Front (ZF) attacked Hentzau.")
    (alias,) = [c for c in reading.claims if c.type == "alias"]
    assert [span.of(reading.document.text) for span in alias.evidence] == ["Zenda Front (ZF)"]
    (front,) = [e for e in reading.entities if e.type is EntityType.GROUP]
    assert front.names == ("Zenda Front", "ZF", "The Zenda Front")


def test_a_branch_does_not_lead() -> None:
    """Types of the two sides fit the relation: persons have kin, groups have branches."""
    kinds = [c.type for c in read("The Hentzau League is a branch of the Zenda Front.").claims]
    assert kinds == ["affiliate"]
