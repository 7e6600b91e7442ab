"""Ties of persons and bodies told in passing: offices, seats, nations, captives, forces that move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, makes

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("US President Ann Carter met envoys.", "leads | subject=Ann Carter | object=United States | role=President"),
        (
            "White House Press Secretary Dan Oakley said nine men died.",
            "member | subject=Dan Oakley | object=White House | role=Press Secretary",
        ),
        (
            "Lower Shabelle Governor Abdulkadir Yusuf said nine people died.",
            "leads | subject=Abdulkadir Yusuf | object=Lower Shabelle | role=Governor",
        ),
        (
            "The US Ambassador Paul Stevens was killed in Benghazi.",
            "member | subject=Paul Stevens | object=United States | role=Ambassador",
        ),
    ],
)
def test_what_stands_before_a_title_is_the_body_of_the_office(reader: Reader, text: str, line: str) -> None:
    """The engine takes the whole run for the person's name; the body and the title are taken out of it."""
    assert makes(reader.read(document(text)), line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Four Saudi nationals were kidnapped near Gao.",
            "origin | subject=Four Saudi nationals | object=Saudi Arabia",
        ),
        ("Gunmen shot a Turkish citizen in Kano.", "origin | subject=Turkish citizen | object=Turkey"),
        (
            "Luke Ames, an American photojournalist, was held by the group.",
            "origin | subject=Luke Ames | object=United States",
        ),
    ],
)
def test_private_persons_come_from_their_nation(reader: Reader, text: str, line: str) -> None:
    """A citizen, a journalist or a hostage with a nation before the noun comes from there."""
    assert makes(reader.read(document(text)), line)


@pytest.mark.parametrize("text", ["French soldiers shot a gunman.", "Turkish officials met rebels in Idlib."])
def test_those_who_serve_a_state_are_not_told_to_come_from_it(reader: Reader, text: str) -> None:
    """Soldiers and officials act for a state; nobody says where they were born."""
    assert not [c for c in reader.read(document(text)).claims if c.type == "origin"]


def test_the_whole_name_of_a_seat_is_taken(reader: Reader) -> None:
    """The city is New York and not York, and it is a place."""
    assert makes(
        reader.read(document("The New York-based group said rebels fled.")),
        "located | subject=New York-based group | object=New York",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The navy captured nine smugglers near Obock.", "arrest | actor=navy | target=nine smugglers"),
        ("Gunmen of the group seized nine girls in Chibok.", "abduction | target=nine girls"),
        ("The rebels captured the town of Kita.", "capture | actor=rebels | target=Kita"),
        ("The detainee was arrested and released on bail.", "release | target=detainee"),
        ("The fighters surrendered to the commandos.", "arrest | actor=commandos | target=fighters"),
        ("Troops were deployed in Srinagar.", "deployment | actor=Troops | target=Srinagar"),
        ("A suicide bomber blew himself up at the gate.", "bombing | actor=suicide bomber"),
        (
            "Soldiers, with the support of helicopters, raided a house in Homs.",
            "attack | actor=Soldiers | target=house | place=Homs",
        ),
    ],
)
def test_words_around_decide_what_it_was(reader: Reader, text: str, line: str) -> None:
    """Who is captured, who goes where, whose weapon it is: the same verb names different events."""
    assert makes(reader.read(document(text)), line)


def test_us_is_a_country_and_us_is_not(reader: Reader) -> None:
    """Written in capitals it bombs; in small letters it is whoever speaks."""
    reading = reader.read(document("The US bombed a camp in Syria. It told us of nine dead."))
    assert "United States" in {name for entity in reading.entities for name in entity.names}
    assert not any("us" in entity.names for entity in reading.entities)
