"""What `tacitus verify`, `head`, `rebuild`, `redact` and `import` print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.ledger.reading_json import capture_out
from tacitus.terminal.wording import counted

if TYPE_CHECKING:
    from tacitus.ledger.moving import Moved
    from tacitus.ledger.originals import Original
    from tacitus.ledger.rebuild import Rebuilt
    from tacitus.ledger.redaction import Done
    from tacitus.ledger.rows import LogHead
    from tacitus.ledger.verify import Verified
    from tacitus.terminal.screen import Screen


def show_verified(found: Verified, form: Listing, screen: Screen) -> None:
    """Write what verifying found."""
    if form is Listing.JSON:
        screen.json(
            {
                "sound": found.is_sound,
                "entries": found.entries,
                "head": _head(found.head),
                "flaws": [{"entry": flaw.entry, "what": flaw.what} for flaw in found.flaws],
                "redacted": found.redacted,
                "closed": found.closed,
                "raws": found.raws,
            },
        )
        return
    for flaw in found.flaws:
        screen.line(str(flaw))
    checked = f"{counted(found.entries, 'entry', 'entries')} of the log and {found.raws:,} raw documents"
    verdict = "sound" if found.is_sound else "sound before the first flaw"
    screen.line(f"{checked} are {verdict}; head {found.head.hash}")
    if found.redacted:
        screen.line(f"{counted(found.redacted, 'entry', 'entries')} redacted: nobody can read them, and they verify.")
    if found.closed:
        screen.line(f"{counted(found.closed, 'entry', 'entries')} not looked into: their keys are not here.")


def show_head(head: LogHead, form: Listing, screen: Screen) -> None:
    """Write the head of a log."""
    if form is Listing.JSON:
        screen.json(_head(head))
    else:
        screen.line(head.hash)


def show_original(found: Original, screen: Screen) -> None:
    """Write how raw bytes came."""
    capture = capture_out(found.capture) if found.capture is not None else None
    screen.json({"sha256": found.sha256, "bytes": len(found.raw), "entry": found.entry, "capture": capture})


def rebuilt(done: Rebuilt) -> str:
    """Return what working out again did, in one line."""
    closed = f"; {done.closed} could not be read, their keys are not here" if done.closed else ""
    gone = f"; {done.redacted} are redacted" if done.redacted else ""
    return f"{counted(done.entries, 'entry', 'entries')} worked out again{gone}{closed}."


def planned(done: Done) -> str:
    """Return what a redaction would do."""
    return f"Would destroy: {_what(done)}. Documents: {', '.join(done.documents) or 'none'}."


def redacted(done: Done) -> str:
    """Return what a redaction did."""
    return f"Destroyed: {_what(done)}. Copies of the ledger and of its keys made earlier are not reached."


def moved(done: Moved) -> str:
    """Return what taking in a ledger did."""
    closed = f"; {done.closed} cannot be read without their keys" if done.closed else ""
    new = counted(done.entries, "new entry", "new entries")
    return f"{new}, {done.known:,} known, {done.raws:,} raw documents{closed}; head {done.head.hash}"


def _what(done: Done) -> str:
    entries = counted(done.entries, "entry", "entries")
    return f"{entries} of the log on {counted(len(done.documents), 'document')}, {done.raws} of them with raw bytes"


def _head(head: LogHead) -> dict[str, Any]:
    return {"seq": head.seq, "hash": head.hash, "recorded": head.recorded.isoformat() if head.recorded else None}
