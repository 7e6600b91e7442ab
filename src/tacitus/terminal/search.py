"""What `tacitus search` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.export.lines import row_line
from tacitus.terminal.answers import cited
from tacitus.terminal.wording import counted, told, who_says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ledger.rows import Hit
    from tacitus.terminal.screen import Screen


def show_hits(found: Sequence[Hit], form: Listing, screen: Screen) -> None:
    """Write where words stand: the report, the claim if it is one, and the words; or one JSON list."""
    if form is Listing.JSON:
        screen.json([hit_out(hit) for hit in found])
        return
    for hit in found:
        screen.heading(cited(hit.document))
        if hit.claim is not None:
            line = row_line(hit.claim)
            screen.line(f"{hit.claim.claim.id} · {told(line)} · {who_says(line)}")
        screen.line(f"“{hit.quote}”")
    if not found:
        screen.line("Nothing found.")


def hit_out(hit: Hit) -> dict[str, Any]:
    """Return a place where words stand as JSON values; `claim` and `type` are null for a paragraph of a text."""
    document, claim = hit.document, hit.claim
    return {
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "recorded": document.recorded.isoformat(),
        "claim": claim.claim.id if claim else None,
        "type": claim.claim.type if claim else None,
        "quote": hit.quote,
    }


def tell_unsearched(count: int, screen: Screen) -> None:
    """Note how many documents were not searched for want of a date."""
    if count:
        screen.note(f"{counted(count, 'document')} without a day of publication not searched.")
