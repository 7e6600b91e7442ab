"""What to say of a name that the ledger does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence


def no_such_name(what: str, name: str, known: Sequence[str]) -> NotRecordedError:
    """Return the error for a name that the ledger does not hold, with near spellings."""
    near = nearest(name, known)
    tail = "Try one of these." if near else "Try another spelling, or one word of the name."
    return NotRecordedError(what, name, near, f"It holds {len(set(known))} names. {tail}")
