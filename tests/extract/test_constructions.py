"""Constructions that say more than their parts, on trees written down by hand."""

from __future__ import annotations

import pytest
from tests.extract.plain import PUBLISHED, lines
from tests.extract.trees import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army declined to comment.", "publication | actor=army | topic=comment | denied"),
        ("There was no comment from the army.", "publication | actor=army | topic=comment | denied"),
        ("No group claimed responsibility for the attack.", "publication | topic=claim of responsibility"),
        ("No one claimed responsibility.", "publication | topic=claim of responsibility | denied"),
        ("The Zenda Front claimed responsibility for the attack.", "publication | actor=Zenda Front | topic=claim of"),
        (
            "In a statement on Friday, the army said that it left Zenda.",
            "publication | actor=army | topic=statement",
        ),
    ],
)
def test_what_was_or_was_not_published(text: str, expected: str) -> None:
    """Silence is a publication that was not made; nobody's claim has no actor."""
    assert any(line.startswith(expected) for line in lines(read(text)))


def test_nobody_claims_what_no_group_claims() -> None:
    """A denied claim of responsibility is denied and gives the attack no actor."""
    told = lines(read("No group claimed responsibility for the attack."))
    assert told[0].endswith("denied")
    assert not [line for line in told if "actor=" in line]


def test_a_claim_of_responsibility_is_also_the_event_of_its_speaker() -> None:
    """The attack, by the speaker, according to the speaker."""
    assert "attack | actor=Zenda Front | by=Zenda Front" in lines(
        read("The Zenda Front claimed responsibility for the attack.")
    )


def test_what_is_not_told_makes_the_event_unknown() -> None:
    """Who killed two men and does not name them says that who they were is not known."""
    told = lines(read("The army killed two men.", "The army did not identify the men."))
    assert told[0] == "killing | actor=army | target=two men | killed=2"
    assert told[1].startswith("killing | actor=army | target=")
    assert told[1].endswith("by=army | unknown")


def test_what_is_not_verified_is_told_again_as_unknown() -> None:
    """By the writer, not by the speaker of the claim."""
    told = lines(read("The army said that rebels attacked Zenda.", "The claim could not be verified."))
    assert told == [
        "attack | actor=rebels | target=Zenda | place=Zenda | by=army",
        "attack | actor=rebels | target=Zenda | place=Zenda | unknown",
    ]


def test_a_new_toll_is_the_event_again() -> None:
    """The event with the new count, by those who raised it; the old one stays."""
    told = lines(read("The blast killed 12 people and wounded dozens.", "Officials raised the toll to 34."))
    assert told[0] == "bombing | killed=12 | injured=24..None"
    assert told[1] == "bombing | killed=34 | by=Officials"


def test_zero_casualties_are_counts_of_the_event_before() -> None:
    """No deaths is a fact about the shelling, which stays stated."""
    told = lines(read("Shells hit a school and a clinic near Tarn.", "There were no casualties."))
    assert [line for line in told if line.startswith("shelling")] == [
        "shelling | instrument=Shells | target=school+clinic | place=Tarn | killed=0 | injured=0"
    ]


@pytest.mark.parametrize(
    "text",
    ["The army did not identify the men.", "The claim could not be verified.", "Officials raised the toll to 34."],
)
def test_without_an_event_before_nothing_is_said(text: str) -> None:
    """There is nothing that could be unknown or revised."""
    assert lines(read(text, published=PUBLISHED)) == []
