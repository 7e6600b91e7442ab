"""Whether those who act claim it themselves: in their own words, or by what is told of their statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.question.values import speaker_of
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from tacitus.ask.question.values import Values
    from tacitus.ledger.rows import ClaimRow


def is_own(row: ClaimRow, values: Values) -> bool:
    """Tell whether those who act say so themselves."""
    if any(_is_claim_of(row, other, values) for other in values.fitting.around.get(row.claim.id, ())):
        return True
    speaker = speaker_of(row)
    actors = [e for e in row.entities if e.id in row.claim.values("actor")]
    if any(values.owners.of(row, e) for e in actors):
        return True
    if speaker is None:
        outlet = fold(row.document.outlet or "")
        return any(f" {fold(n)} " in f" {outlet} " for e in actors for n in e.names)
    mine = values.homes.of(row.document.id, speaker).key
    return any(e.id == speaker.id or values.homes.of(row.document.id, e).key == mine for e in actors)


def _is_claim_of(row: ClaimRow, other: ClaimRow, values: Values) -> bool:
    """Tell whether another claim says that those who act in one have claimed responsibility for it."""
    if other.claim.type != "publication" or other.claim.certainty is Certainty.DENIED:
        return False
    topics = " ".join((*map(str, other.claim.values("topic")), *other.quotes))
    mine, theirs = (
        {
            values.homes.acting(one.document.id, e, values.owners.of(one, e)).key
            for e in one.entities
            if e.id in one.claim.values("actor")
        }
        for one in (row, other)
    )
    return "responsib" in topics and bool(mine & theirs)
