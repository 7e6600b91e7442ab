"""What to say of a name that the ledger does not hold, or of a claim that was not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tacitus.ledger.rows import ClaimRow


def no_such_name(what: str, name: str, known: Sequence[str]) -> NotRecordedError:
    """Return the error for a name that the ledger does not hold, with near spellings."""
    near = nearest(name, known)
    tail = "Try one of these." if near else "Try another spelling, or one word of the name."
    return NotRecordedError(what, name, near, f"It holds {len(set(known))} names. {tail}")


def not_published(row: ClaimRow, as_of: date) -> NotRecordedError:
    """Return the error for a claim whose document was published after a day, or at an unknown one."""
    day = row.published or "an unknown day"
    return NotRecordedError("claim", row.claim.id, (), f"Not as of {as_of}: it was published on {day}.")
