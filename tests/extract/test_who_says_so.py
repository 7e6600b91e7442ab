"""Who says so, how surely, and whether it happened at all: whole sentences through the whole reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

RAID = "attack | actor=Eritrea | target=Djibouti"


def told(reader: Reader, text: str, type_: str) -> list[str]:
    """Return the lines of the claims of one type."""
    return [line for line in lines(reader.read(document(text))) if line.startswith(type_)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eritrea attacked Djibouti.", ""),
        ("Djibouti was attacked by Eritrea.", ""),
        ("Eritrea did not attack Djibouti.", "denied"),
        ("Eritrea never attacked Djibouti.", "denied"),
        ("Eritrea denied attacking Djibouti.", "by=Eritrea | denied"),
        ("Eritrea denied that it attacked Djibouti.", "by=Eritrea | denied"),
        ("Eritrea denied that it had attacked Djibouti on Monday.", "by=Eritrea | on=2024-05-06 | denied"),
        ("Kenya denied that Eritrea attacked Djibouti.", "by=Kenya | denied"),
        ("Kenya said Eritrea did not attack Djibouti.", "by=Kenya | denied"),
        ("Eritrea has not attacked Djibouti, Kenya said.", "by=Kenya | denied"),
        ("Kenya did not say that Eritrea attacked Djibouti.", "by=Kenya | unknown"),
        ("Eritrea allegedly attacked Djibouti.", "alleged"),
        ("Eritrea reportedly attacked Djibouti.", "alleged"),
        ("Eritrea is said to have attacked Djibouti.", "alleged"),
        ("Eritrea is believed to have attacked Djibouti.", "probable"),
        ("Eritrea appears to have attacked Djibouti.", "probable"),
        ("Eritrea probably attacked Djibouti.", "probable"),
        ("Eritrea may have attacked Djibouti.", "possible"),
        ("Eritrea might have attacked Djibouti.", "possible"),
        ("Eritrea could attack Djibouti.", "possible | hypothetical"),
        ("Eritrea may attack Djibouti.", "possible | hypothetical"),
        ("If Eritrea attacks Djibouti, Kenya will respond.", "hypothetical"),
        ("Kenya will respond if Eritrea attacks Djibouti.", "hypothetical"),
        ("Eritrea will attack Djibouti.", "planned"),
        ("Eritrea plans to attack Djibouti.", "planned"),
    ],
)
def test_denial_negation_hedges_and_conditions(reader: Reader, text: str, expected: str) -> None:
    """One claim, never more sure than the words, and never an attack where there was none."""
    assert told(reader, text, "attack") == [RAID + (f" | {expected}" if expected else "")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Eritrea attacked Djibouti.",
        "Kenya said that Eritrea attacked Djibouti.",
        "Kenya claimed that Eritrea attacked Djibouti.",
        "Eritrea attacked Djibouti, Kenya said.",
        "According to Kenya, Eritrea attacked Djibouti.",
        "Eritrea attacked Djibouti, according to Kenya.",
        "Kenya said Djibouti had been attacked by Eritrea.",
        "Djibouti was attacked by Eritrea, Kenya said.",
    ],
)
def test_one_proposition_and_one_speaker_in_any_order(reader: Reader, text: str) -> None:
    """Before, behind, or with "according to": the same claim by the same speaker."""
    assert told(reader, text, "attack") == [f"{RAID} | by=Kenya"]


@pytest.mark.parametrize("speaker", ["army", "police", "interior ministry", "United Nations"])
@pytest.mark.parametrize(
    ("said", "claim", "when"),
    [
        ("rebels killed three farmers", "killing | actor=rebels | target=three farmers | killed=3", ""),
        (
            "gunmen abducted two nurses near Obock on Tuesday",
            "abduction | actor=gunmen | target=two nurses | place=Obock | count=2",
            " | on=2024-05-07",
        ),
    ],
)
def test_other_propositions_keep_type_roles_and_time(
    reader: Reader, speaker: str, said: str, claim: str, when: str
) -> None:
    """What holds for an attack holds for other events and other speakers."""
    who = speaker if speaker == "police" else f"the {speaker}"
    for text in (f"{who} said {said}.", f"{said}, {who} said.", f"according to {who}, {said}."):
        told_so = lines(reader.read(document(text[0].upper() + text[1:])))
        assert [line.casefold() for line in told_so] == [f"{claim} | by={speaker}{when}".casefold()], text


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kenya told Reuters that Eritrea attacked Djibouti.", "Kenya>Reuters"),
        ("Kenya said that Uganda claimed that Eritrea attacked Djibouti.", "Uganda>Kenya"),
    ],
)
def test_speakers_stand_from_the_innermost(reader: Reader, text: str, speakers: str) -> None:
    """Who was told and who passes it on stand behind who says it."""
    assert told(reader, text, "attack") == [f"{RAID} | by={speakers}"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Eritrea threatened to attack Djibouti.", "threat | actor=Eritrea | target=Djibouti"),
        ("Eritrea failed to capture Obock.", "capture | actor=Eritrea | target=Obock | denied"),
        (
            "The rebels denied shelling Obock.",
            "shelling | actor=rebels | target=Obock | place=Obock | by=rebels | denied",
        ),
        (
            "According to the defence ministry, drones bombed Obock on 3 May.",
            "airstrike | instrument=drones | target=Obock | place=Obock | by=defence ministry | on=2024-05-03",
        ),
        (
            "The rebels reportedly killed three farmers near Obock.",
            "killing | actor=rebels | target=three farmers | place=Obock | killed=3 | alleged",
        ),
    ],
)
def test_threats_failures_and_weapons(reader: Reader, text: str, claim: str) -> None:
    """The verb over an event and the weapon in it decide what it was."""
    assert told(reader, text, claim.split(" ", 1)[0]) == [claim]


@pytest.mark.parametrize("name", ["Hezbollah", "Wagner", "ISIS", "Hamas", "al-Shabaab"])
def test_armed_groups_are_actors(reader: Reader, name: str) -> None:
    """A group of any fame or spelling is taken by its name."""
    assert told(reader, f"{name} attacked Djibouti.", "attack") == [f"attack | actor={name} | target=Djibouti"]


@pytest.mark.parametrize(("gift", "given"), [("training", 1), ("orders", 0), ("rifles", 1)])
def test_orders_are_no_aid(reader: Reader, gift: str, given: int) -> None:
    """What is received decides whether it is aid."""
    assert len(told(reader, f"The rebels received {gift} from Eritrea.", "aid")) == given


def test_what_begins_is_no_plan(reader: Reader) -> None:
    """An event under a verb of beginning happens, however unsure the engine is of it."""
    assert told(reader, "Wagner begins to leave Bakhmut.", "withdrawal") == [
        "withdrawal | actor=Wagner | target=Bakhmut"
    ]


def test_a_minister_of_defence_is_of_the_state(reader: Reader) -> None:
    """The business of a minister is no body that has members."""
    text = "Mira Solen, Ukraine's deputy defence minister, said Wagner fighters remained in the city."
    claims = told(reader, text, "member")
    assert any("subject=Mira Solen | object=Ukraine" in claim for claim in claims)
    assert not any("object=defence" in claim for claim in claims)
