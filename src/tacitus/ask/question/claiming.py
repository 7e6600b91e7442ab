"""Who of those who act claims it: in their own words, or by what is told of their statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.question.values import speaker_of
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ask.question.values import Values
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity


def claimants(row: ClaimRow, values: Values) -> frozenset[str]:
    """Return the homes of those who act in a claim and say so themselves; empty when nobody does."""
    told = {key for other in values.fitting.around.get(row.claim.id, ()) for key in _claiming(other, values)}
    own = {_home(row, actor, values) for actor in _actors(row) if _says_so(row, actor, values)}
    return frozenset(own | (told & {_home(row, actor, values) for actor in _actors(row)}))


def _actors(row: ClaimRow) -> list[Entity]:
    return [e for e in row.entities if e.id in row.claim.values("actor")]


def _home(row: ClaimRow, actor: Entity, values: Values) -> str:
    return values.homes.acting(row.document.id, actor, values.owners.of(row, actor)).key


def _says_so(row: ClaimRow, actor: Entity, values: Values) -> bool:
    """Tell whether one who acts is who speaks, or the outlet is theirs, or it is "our fighters" who act."""
    if values.owners.of(row, actor):
        return True
    speaker = speaker_of(row)
    if speaker is None:
        outlet = fold(row.document.outlet or "")
        return any(f" {fold(name)} " in f" {outlet} " for name in actor.names)
    mine = values.homes.of(row.document.id, speaker).key
    return actor.id == speaker.id or values.homes.of(row.document.id, actor).key == mine


def _claiming(other: ClaimRow, values: Values) -> Iterator[str]:
    """Yield the homes of those of whom a claim says that they have claimed responsibility."""
    topics = " ".join((*map(str, other.claim.values("topic")), *other.quotes))
    if other.claim.type == "publication" and other.claim.certainty is not Certainty.DENIED and "responsib" in topics:
        yield from (_home(other, actor, values) for actor in _actors(other))
