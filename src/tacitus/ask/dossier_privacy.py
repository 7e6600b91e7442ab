"""Of whom no dossier is made: people without a name, and persons of whom no report names an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.dossier_notes import Material
from tacitus.errors import TacitusError
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from tacitus.ask.dossier_notes import Key
    from tacitus.ask.entity import EntityFile
    from tacitus.ledger.rows import ClaimRow

#: Claims that show that a person holds or held an office, or is in public life by an act of state.
_OFFICES = frozenset({"leads", "appointment", "removal", "formation", "designation"})


class PrivatePersonError(TacitusError, ValueError):
    """A dossier was asked for on somebody who holds no office in what the reports say."""

    def __init__(self, name: str) -> None:
        """Name the person and say what can be done instead."""
        super().__init__(
            f"No dossier on {name!r}: no report here names an office of that person, or it is unnamed people. Allowed: "
            "groups, forces, states, organisations, places, and persons who lead or hold a post. "
            "tacitus show lists the claims."
        )


def refuse_private(file: EntityFile, members: frozenset[Key]) -> None:
    """Refuse unnamed people and private persons.

    Args:
        file: What is held on the subject.
        members: The subject as its documents have it.

    Raises:
        PrivatePersonError: If it is unnamed people, or a person of whom no report here names an office.
    """
    kind = file.types[0]
    is_public = kind is EntityType.PERSON and any(_is_office(row, members) for row in file.claims)
    if kind is EntityType.PEOPLE or (kind is EntityType.PERSON and not is_public):
        raise PrivatePersonError(file.name)


def _is_office(row: ClaimRow, members: frozenset[Key]) -> bool:
    claim = row.claim
    is_post = claim.type in _OFFICES or (claim.type == "member" and bool(claim.values("role")))
    is_in_it = bool(Material(members, {}, {}, {}).roles(row) & {"subject", "target", "actor"})
    return is_post and is_in_it and claim.certainty not in (Certainty.DENIED, Certainty.UNKNOWN)
