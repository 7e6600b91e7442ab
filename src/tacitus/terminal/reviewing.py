"""What `tacitus review` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.export import jsonl
from tacitus.export.lines import row_line
from tacitus.export.opinions import correction_words, review_words
from tacitus.model.review import STATES, State
from tacitus.terminal import wording
from tacitus.terminal.answers import cited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ask.reviewing import Reviewed
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.judgement import Judgement
    from tacitus.model.review import Past
    from tacitus.terminal.screen import Screen


def told(row: ClaimRow, judgement: Judgement) -> str:
    """Return what a review did, and how it is taken back."""
    change = f" to {correction_words(judgement.data)}" if judgement.data else ""
    state = STATES[judgement.verdict]
    claim = wording.told(row_line(row))
    return f"{judgement.id}: {row.claim.id} {state}{change} ({claim}). Take it back: tacitus undo {judgement.id}"


def show_history(found: Reviewed, form: Listing, screen: Screen) -> None:
    """Write a claim, where it stands, and everything that people said of it."""
    if form is Listing.JSON:
        screen.json(to_object(found))
        return
    _show_claim(found, screen)
    for past in found.review.history:
        screen.line(f"- {_said(past)}")


def show_queue(found: Sequence[Reviewed], form: Listing, screen: Screen) -> None:
    """Write the claims that are most worth a look, each with the commands that review it."""
    if form is Listing.JSON:
        screen.json([to_object(one) for one in found])
        return
    for one in found:
        _show_claim(one, screen)
        screen.line(f'tacitus review {one.row.claim.id} accept --because "…"  (or: reject, edit --set PART=VALUE)')
        screen.line("")
    if not found:
        screen.line("No claim waits for a review.")


def to_object(found: Reviewed) -> dict[str, object]:
    """Return a claim with its reviews as one JSON object, the earliest review first."""
    claim = jsonl.to_object(row_line(found.row, found.review))
    return {"claim": claim, "history": [_past_out(past) for past in found.review.history]}


def _show_claim(found: Reviewed, screen: Screen) -> None:
    line = row_line(found.row, found.review)
    sure = found.row.claim.confidence
    screen.heading(f"{found.row.claim.id} · {cited(found.row.document)}")
    screen.line(wording.told(line) + (f", {line.claim.time.edtf}" if line.claim.time else ""))
    screen.line(f"{wording.who_says(line)}: {wording.how_sure(line)}")
    screen.line(wording.quoted(line))
    disputed = "; reviewers disagree" if found.review.is_disputed else ""
    read = f"read with confidence {sure:.2f}" if sure is not None else "its reader does not say how sure it is"
    screen.line(f"{found.review.state}{disputed}; {read}" if _is_open(found) else review_words(found.review))


def _is_open(found: Reviewed) -> bool:
    return found.review.is_disputed or found.review.state is State.UNREVIEWED


def _said(past: Past) -> str:
    judgement = past.judgement
    change = f" to {correction_words(judgement.data)}" if judgement.data else ""
    said = f"{_by(judgement)}: {STATES[judgement.verdict]}{change}: {judgement.because} ({judgement.id})"
    if past.taken_back is None:
        return said
    return f"{said}; taken back by {_by(past.taken_back)}: {past.taken_back.because} ({past.taken_back.id})"


def _by(judgement: Judgement) -> str:
    return f"{judgement.author}, {judgement.recorded:%Y-%m-%d %H:%M} UTC"


def _past_out(past: Past) -> dict[str, Any]:
    judgement = past.judgement
    return {
        "state": str(STATES[judgement.verdict]),
        **_judgement_out(judgement),
        "correction": dict(judgement.data) if judgement.data else None,
        "taken_back": _judgement_out(past.taken_back) if past.taken_back else None,
    }


def _judgement_out(judgement: Judgement) -> dict[str, str]:
    return {
        "judgement": judgement.id,
        "by": judgement.author,
        "at": judgement.recorded.isoformat(),
        "because": judgement.because,
    }
