"""Reports on an invented salt coast: what claims tell in their words, and what only seems to answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.ask.question.conftest import TYPES, How, Written

from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from tacitus.model.reading import Reading

TYPES |= {
    "Velim": EntityType.PLACE,
    "Salt province": EntityType.PLACE,
    "Karan": EntityType.PLACE,
    "salt works": EntityType.FACILITY,
    "army base": EntityType.FACILITY,
    "some houses": EntityType.FACILITY,
    "rockets": EntityType.THING,
    "three divers": EntityType.PEOPLE,
    "Its fighters": EntityType.PEOPLE,
    "his fighters": EntityType.PEOPLE,
    "villagers": EntityType.PEOPLE,
    "Orla Tann": EntityType.PERSON,
    "Pell Varo": EntityType.PERSON,
    "Dorn Ilk": EntityType.PERSON,
    "United Mission": EntityType.ORG,
    "clinic": EntityType.ORG,
    "Velim Army": EntityType.FORCE,
}
WORKS: dict[str, str | int | bool] = {"target": "salt works", "place": "Velim"}


def gazette() -> Reading:
    """Return the report of the day: a strike, its dead, arrests, and who says what."""
    made = Written("gazette", date(2021, 4, 12), "Salt Gazette")
    made.say(
        "On 10 April, rockets hit the salt works in Velim, Salt province.",
        "shelling",
        {**WORKS, "instrument": "rockets"},
        How("2021-04-10"),
    )
    made.say("People fled Salt province.", "displacement", {"place": "Salt province"})
    from_base: dict[str, str | int | bool] = {"instrument": "rockets", "target": "army base", "place": "Karan"}
    made.say(
        "The rockets came from an army base near Karan, villagers said.", "shelling", from_base, How(by="villagers")
    )
    made.say(
        "A report of 11 April on the shelling of the salt works in Velim named the clinic.",
        "shelling",
        WORKS,
        How("2021-04-11"),
    )
    made.say("Orla Tann is the director of the clinic.", "leads", {"subject": "Orla Tann", "object": "clinic"})
    for killed, speaker in ((7, "Orla Tann"), (9, "villagers")):
        sentence = f"The shelling of the salt works in Velim killed {killed} people, {speaker} said."
        made.say(sentence, "shelling", {**WORKS, "killed": killed}, How("2021-04-10", speaker))
    made.say(
        "The Velim Army arrested three divers near Karan.",
        "arrest",
        {"actor": "Velim Army", "target": "three divers", "place": "Karan"},
    )
    belong: dict[str, str | int | bool] = {"subject": "three divers", "object": "Reed Front"}
    made.say("The three divers belong to the Reed Front, the Velim Army said.", "member", belong, How(by="Velim Army"))
    made.say(
        "The Velim Army still held some houses in the south-west of Velim.",
        "controls",
        {"subject": "Velim Army", "object": "some houses"},
    )
    made.say("The United Mission called for an inquiry.", "publication", {"actor": "United Mission"})
    return made.reading()


def review() -> Reading:
    """Return the background: founding, strength, names, and deeds that were done together or by nobody named."""
    made = Written("review", date(2021, 6, 1), "Coast Review")
    front: dict[str, str | int | bool] = {"target": "Reed Front = RF"}
    made.say("The Reed Front was formed in 2015.", "formation", front, How("2015"))
    made.say(
        "In March 2021 Pell Varo said that he had formed the Reed Front.",
        "formation",
        {"actor": "Pell Varo", **front},
        How("2021-03", "Pell Varo", words="he had formed the Reed Front"),
    )
    made.say("Its fighters number about 800.", "member", {"subject": "Its fighters", "object": "Reed Front = RF"})
    both: dict[str, str | int | bool] = {"subject": "Reed Front = RF", "object": "Reed Front = RF"}
    made.say("The Reed Front (RF) has many friends.", "alias", both)
    together: dict[str, str | int | bool] = {
        "actor": "Reed Front = RF + Marsh Guard",
        "target": "Karan",
        "place": "Karan",
    }
    made.say("On 2 May the Reed Front and the Marsh Guard raided Karan.", "attack", together, How("2021-05-02"))
    made.say(
        "The Reed Front claimed responsibility for the raid.",
        "publication",
        {"actor": "Reed Front = RF", "topic": "claim of responsibility"},
        How("2021-05-02"),
    )
    made.say(
        "Then his fighters seized the salt works, said Dorn Ilk.",
        "capture",
        {"actor": "his fighters", "target": "salt works"},
        How(by="Dorn Ilk", words="his fighters seized the salt works"),
    )
    made.say(
        "From 1 June the Marsh Guard is called Marsh Union.",
        "successor",
        {"subject": "Marsh Union", "object": "Marsh Guard"},
        How(words="the Marsh Guard is called Marsh Union"),
    )
    made.say(
        "The Marsh Guard did not raid Karan.",
        "attack",
        {"actor": "Marsh Guard", "target": "Karan", "place": "Karan"},
        How(sure=Certainty.DENIED),
    )
    return made.reading()
