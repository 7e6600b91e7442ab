"""Why the ledger holds a claim as it does: its parts with the words, steps, rules and scores that made them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.groups import was_published
from tacitus.ask.names import not_published
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import ClaimFilter

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.claim import Claim
    from tacitus.model.trace import Origin

#: A claim id, or at least its first three digits.
_BEGUN = re.compile(r"c[0-9a-f]{3,16}")


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with what explains it.

    Attributes:
        row: The claim as lists show it.
        claim: The same claim with its trace, which is empty for a reading that was recorded before traces were kept.
        text: The text that its spans refer to.
    """

    row: ClaimRow
    claim: Claim
    text: str

    @property
    def is_traced(self) -> bool:
        """Whether the ledger knows where the parts come from."""
        return bool(self.claim.trace)

    def words(self, origin: Origin) -> tuple[str, ...]:
        """Return the words of the text on which a part rests."""
        return tuple(span.of(self.text) for span in origin.spans)


def explained(view: View, begun: str, as_of: date | None = None) -> Explained:
    """Return a claim with what explains it, from the ledger alone.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        begun: The id of the claim, or how it begins, when no other begins so.
        as_of: Only claims of documents published on this day or before.

    Raises:
        InvalidValueError: If it is no beginning of a claim's id.
        NotRecordedError: If no claim, or more than one, has such an id, or it was published later.
    """
    if not _BEGUN.fullmatch(begun):
        raise InvalidValueError("claim id", begun, "c and at least 3 of its 16 hexadecimal digits")
    found = sorted({row.claim.id for row in view.claims(ClaimFilter(begins=begun, as_of=as_of))})
    if len(found) > 1:
        raise NotRecordedError("single claim", begun, found[:10], "Several ids begin so; give more digits.")
    ever = found or [row.claim.id for row in view.claims(ClaimFilter(begins=begun))]
    row = view.claim(ever[0] if ever else begun)
    if as_of is not None and not was_published(row.document, as_of):
        raise not_published(row, as_of)
    reading = view.reading(row.document.reading)
    claim = next(c for c in reading.claims if c.id == row.claim.id)
    return Explained(row, claim, reading.document.text)
