"""Names near a name that was not found: advice for a typing mistake."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tacitus.ledger.errors import NotRecordedError
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADVICE = {
    "document": "The ids of documents stand in the list of documents.",
    "reading": "A reading's id is r and 16 hexadecimal digits, as a document's readings show it.",
    "person": "Give the name as reports write it, or a key that tacitus entities shows.",
    "claim": "A claim's id is c and 16 hexadecimal digits, as lists of claims show it.",
}


def nearest(name: str, known: Iterable[str], at_most: int = 5) -> tuple[str, ...]:
    """Return the names whose folded form is most like that of `name`, best first; linear in the names known.

    Likeness is difflib's ratio, at least 0.6 (its own default).

    Examples:
        >>> nearest("Idlb", ["Aleppo", "Idlib", "Hama"])
        ('Idlib',)
    """
    by_key: dict[str, str] = {}
    for candidate in known:
        by_key.setdefault(fold(candidate), candidate)
    return tuple(by_key[key] for key in get_close_matches(fold(name), by_key, at_most, 0.6))


def missing(what: str, given: str, known: Iterable[str] = ()) -> NotRecordedError:
    """Return the error for an id that the view does not hold.

    Args:
        what: "document", "reading" or "claim".
        given: The id.
        known: Ids that the view holds.
    """
    return NotRecordedError(what, given, nearest(given, known), _ADVICE[what])
