"""A report on an invented lake: who took a town and who denies it, posts, losses, and a body under two names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.ask.question.conftest import TYPES, How, Written

from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.source import SourceChain

if TYPE_CHECKING:
    from tacitus.model.reading import Reading

TYPES |= {
    "Ostel": EntityType.PLACE,
    "Velim": EntityType.PLACE,
    "Karan": EntityType.PLACE,
    "Lutavia": EntityType.STATE,
    "Tervo Pell": EntityType.PERSON,
    "Hana Rell": EntityType.PERSON,
    "Dorn Ilk": EntityType.PERSON,
    "Ivo Marn": EntityType.PERSON,
    "his men": EntityType.PEOPLE,
    "200 of his men": EntityType.PEOPLE,
    "two sailors": EntityType.PEOPLE,
    "divers": EntityType.PEOPLE,
    "police": EntityType.FORCE,
    "Lutavian troops": EntityType.FORCE,
    "some houses": EntityType.FACILITY,
    "army posts": EntityType.FACILITY,
    "town's clinic": EntityType.FACILITY,
    "army base": EntityType.FACILITY,
    "their ferry": EntityType.THING,
    "shells": EntityType.THING,
}


def lake() -> Reading:
    """Return the report."""
    made = Written("lake", date(2022, 5, 3), "Lake Wire")
    guard: dict[str, str | int | bool] = {"subject": "Tervo Pell", "object": "Lake Guard", "role": "head"}
    made.say("Tervo Pell is the head of the Lake Guard.", "leads", guard)
    taken = "his men had taken Ostel, a town near Velim"
    made.say(
        f"Tervo Pell said that {taken}.",
        "capture",
        {"actor": "his men", "target": "Ostel"},
        How(by="Tervo Pell", words=taken),
    )
    made.say("The villagers live in Velim.", "located", {"subject": "villagers", "object": "Velim"})
    made.drafts.append(replace(made.drafts[1], certainty=Certainty.DENIED, source=SourceChain((_id(made, "Lutavia"),))))
    made.say(
        "Tervo Pell said that 200 of his men had been killed in Ostel.",
        "killing",
        {"place": "Ostel", "killed": 200},
        How(by="Tervo Pell", words="200 of his men had been killed in Ostel"),
    )
    minister: dict[str, str | int | bool] = {"subject": "Hana Rell", "object": "Lutavia"}
    made.say(
        "Hana Rell is the deputy harbour minister of Lutavia.",
        "member",
        {**minister, "role": "deputy harbour minister"},
    )
    made.say(
        "Lutavian troops still held some houses in Ostel.",
        "controls",
        {"subject": "Lutavian troops", "object": "some houses"},
    )
    made.say("The police arrested two sailors in the town of Ostel.", "arrest", _arrest())
    made.say(
        "The director of the town's clinic, Dorn Ilk, spoke.",
        "leads",
        {"subject": "Dorn Ilk", "object": "town's clinic", "role": "director"},
        How(words="director of the town's clinic"),
    )
    made.say(
        "Lutavia denied that it had ordered a killing.",
        "killing",
        {"actor": "Lutavia"},
        How(by="Lutavia", sure=Certainty.DENIED, status=Status.PLANNED, words="it had ordered a killing"),
    )
    _later(made)
    return made.reading()


def _later(made: Written) -> None:
    made.say(
        "Mira Osk drowned when their ferry sank and crashed near Karan.",
        "destruction",
        {"target": "their ferry", "place": "Karan"},
    )
    made.say(
        "The shells came from an army base near Karan, divers said.",
        "shelling",
        {"instrument": "shells", "target": "army base", "place": "Karan"},
        How(by="divers", words="The shells came from an army base near Karan"),
    )
    made.say(
        "The Reed Front attacked army posts in April 2022.",
        "attack",
        {"actor": "Reed Front", "target": "army posts"},
        How("2022-04"),
    )
    made.say("The Reed Front merged with the Salt Union.", "merger", {"actor": "Reed Front + Salt Union"})
    left = "by Ivo Marn, a colonel who had left the Salt Union"
    made.say(
        f"The Salt Band was formed in 2019 {left}.",
        "split",
        {"actor": "Ivo Marn", "target": "Salt Union"},
        How(words=left),
    )
    made.say(
        "The Salt Band will attack Karan, divers said.",
        "attack",
        {"actor": "Salt Band", "target": "Karan"},
        How(by="divers", status=Status.PLANNED, words="The Salt Band will attack Karan"),
    )
    names: dict[str, str | int | bool] = {"subject": "Shore Watch", "object": "Marsh Guard"}
    made.say("The Shore Watch was formerly known as the Marsh Guard.", "successor", names)
    made.say("The Shore Watch is led by Orla Tann.", "leads", {"subject": "Orla Tann", "object": "Shore Watch"})


def _arrest() -> dict[str, str | int | bool]:
    return {"actor": "police", "target": "two sailors", "count": 2, "place": "Ostel"}


def _id(made: Written, name: str) -> str:
    return made._entity(name)  # noqa: SLF001 - the writer's own way to name somebody
