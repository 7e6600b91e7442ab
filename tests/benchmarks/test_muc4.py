"""How claims become incidents with the roles of MUC-4."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from benchmarks.muc4 import ROLES, gold_templates, plain, slot, templates, unwrapped

from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

ENTITIES = (
    Entity("e1", EntityType.GROUP, ("THE HIGHLAND FRONT",)),
    Entity("e2", EntityType.PEOPLE, ("THREE PEASANTS",)),
    Entity("e3", EntityType.FACILITY, ("the power station",)),
    Entity("e4", EntityType.THING, ("DYNAMITE",)),
    Entity("e5", EntityType.PLACE, ("Zenda",)),
    Entity("e6", EntityType.PEOPLE, ("gunmen",)),
)


def claim(kind: str, *args: Argument, certainty: Certainty = Certainty.STATED, status: Status = Status.ACTUAL) -> Claim:
    """Return a claim with those roles."""
    return Claim("", kind, args, (Span(0, 9),), certainty=certainty, status=status)


BLAST = claim(
    "bombing",
    Argument("actor", "e1"),
    Argument("target", "e3"),
    Argument("target", "e5"),
    Argument("killed", Count(3, 3, "e2")),
    Argument("instrument", "e4"),
)
EMPTY: dict[str, list[list[str]]] = {role: [] for role in ROLES.values()}


def test_roles_of_an_incident() -> None:
    """Groups are organisations, those killed are victims, buildings targets; a town is none, nor is a bare number."""
    (found,) = templates([BLAST, claim("talks", Argument("actor", "e1"))], ENTITIES)
    assert found == EMPTY | {
        "incident_type": "bombing",
        "PerpOrg": [["highland front"]],
        "Target": [["power station"]],
        "Victim": [["three peasants"]],
        "Weapon": [["dynamite"]],
    }


def test_claims_of_one_type_are_one_incident() -> None:
    """Each filler once; an abduction is an incident of its own; what is denied or imagined is none."""
    more = claim("shelling", Argument("actor", "e6"), Argument("actor", "e1"))
    taken = claim("abduction", Argument("target", "e2"))
    denied = claim("attack", Argument("actor", "e6"), certainty=Certainty.DENIED)
    imagined = claim("attack", Argument("actor", "e6"), status=Status.HYPOTHETICAL)
    first, second = templates([BLAST, more, taken, denied, imagined, BLAST], ENTITIES)
    assert (first["incident_type"], first["PerpInd"], first["PerpOrg"]) == (
        "bombing",
        [["gunmen"]],
        [["highland front"]],
    )
    assert (second["incident_type"], second["Victim"]) == ("kidnapping", [["three peasants"]])


@pytest.mark.parametrize(
    ("role", "kind", "name"),
    [
        ("actor", EntityType.PERSON, "PerpInd"),
        ("actor", EntityType.FORCE, "PerpOrg"),
        ("target", EntityType.PERSON, "Victim"),
        ("target", EntityType.ORG, "Target"),
        ("target", EntityType.STATE, None),
        ("place", EntityType.FACILITY, None),
    ],
)
def test_slots(role: str, kind: EntityType, name: str | None) -> None:
    """By role and type."""
    assert slot(role, Entity("e1", kind, ("X",))) == name


def test_words_are_compared_as_the_gold_writes_them() -> None:
    """Lower case, no article, no figure; lines within a paragraph are joined, paragraphs stay."""
    assert [plain(words) for words in ("The GUERRILLAS", "12 soldiers", "At  least soldiers")] == [
        "guerrillas",
        "soldiers",
        "soldiers",
    ]
    assert unwrapped("THE ARMY\nDENIED IT.\n\n   NOBODY\nSAW IT.") == "THE ARMY DENIED IT.\n\nNOBODY SAW IT."


def test_gold_templates(tmp_path: Path) -> None:
    """Mentions lose their offsets, empty entities go, a template told twice is one."""
    one = {"incident_type": "attack", "PerpInd": [[["gunmen", 4], ["men", 7]], []]}
    path = tmp_path / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"docid": "a1", "templates": [one, one]}) + "\n")
    assert gold_templates(path) == {"a1": [{"incident_type": "attack", "PerpInd": [["gunmen", "men"]]}]}
