"""What `tacitus read` shows while it goes on and when it is done."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from tacitus.export.files import Folder
from tacitus.export.form import Format
from tacitus.export.formats import claims_text, file_text, readings_json
from tacitus.export.lines import lines
from tacitus.ledger.contract import Outcome
from tacitus.ledger.postgres_address import shown
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tacitus.intake import Entry, Tally
    from tacitus.terminal.screen import Screen

_OUTCOMES = {
    Outcome.NEW: "recorded",
    Outcome.SAME: "already recorded",
    Outcome.NEW_READING: "recorded as a new reading of a known document",
    Outcome.RESTORED: "known from before; the latest reading again",
}


def watched(results: Iterable[Entry | Problem], tally: Tally, screen: Screen) -> Iterator[Entry]:
    """Yield the entries; count everything, tell problems as they come, keep the progress line true."""
    for result in results:
        tally.add(result)
        for problem in (result,) if isinstance(result, Problem) else result.reading.problems:
            screen.problem(problem)
        if not isinstance(result, Problem):
            screen.step(f"{_number(tally.documents, 'document')}, {_number(tally.claims, 'claim')}")
            yield result


def sure(entries: Iterable[Entry], least: float, tally: Tally) -> Iterator[Entry]:
    """Yield the entries with the claims alone of which the reader is at least so sure; count those left out."""
    for entry in entries:
        kept = tuple(c for c in entry.reading.claims if not least or (c.confidence or 0.0) >= least)
        tally.unsure += len(entry.reading.claims) - len(kept)
        yield replace(entry, reading=replace(entry.reading, claims=kept))


def write(entries: Iterable[Entry], form: Format, screen: Screen) -> None:
    """Write readings to standard output."""
    if form is Format.TABLE:
        for entry in entries:
            screen.heading(heading(entry))
            screen.claims(tuple(lines(entry.reading)))
    else:
        readings = (entry.reading for entry in entries)
        is_whole = form is Format.JSON
        found = readings_json(readings) if is_whole else claims_text(chain.from_iterable(map(lines, readings)), form)
        for text in found:
            screen.data(text)


def write_rows(rows: Iterable[dict[str, Any] | Problem], screen: Screen) -> int:
    """Write rows as JSON Lines to standard output and tell the problems; return the exit code, as `Tally` has it."""
    written = problems = 0
    for row in rows:
        if isinstance(row, Problem):
            screen.problem(row)
            problems += 1
        else:
            screen.data(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    return 3 if not written else 1 if problems else 0


def write_lines(lines: Iterable[str | Problem], screen: Screen) -> int:
    """Write lines to standard output and tell the problems; return the exit code, as `Tally` has it."""
    written = problems = 0
    for line in lines:
        if isinstance(line, Problem):
            screen.problem(line)
            problems += 1
        else:
            screen.data(f"{line}\n")
            written += 1
    return 3 if not written else 1 if problems else 0


def save(entries: Iterable[Entry], form: Format, path: Path, screen: Screen) -> None:
    """Write a file a document into a folder, and say how many.

    Raises:
        CannotWriteError: If the folder or a file cannot be written. What was read so far is recorded all the same.
    """
    folder, written = Folder(path), 0
    for entry in entries:
        folder.write(entry.reading.document.id, f".{form}", file_text(entry.reading, form))
        written += 1
    screen.note(f"{_number(written, 'file')} written to {path}")


def heading(entry: Entry) -> str:
    """Return the line over the claims of a document: title, outlet, day, what recording did."""
    document = entry.reading.document
    day = document.published.isoformat() if document.published else "undated"
    parts = (document.title or document.id, document.outlet, day, _OUTCOMES[entry.outcome])
    return " · ".join(part for part in parts if part)


def summary(tally: Tally, ledger: str) -> str:
    """Return the closing line of a run; an address of a ledger is shown without its password."""
    known = f" ({tally.known} already recorded)" if tally.known else ""
    read = f"{_number(tally.documents, 'document')} read{known}, {_number(tally.claims, 'claim')}"
    problems = f", {_number(len(tally.problems), 'problem')}" if tally.problems else ""
    unsure = f" ({tally.unsure} less sure than asked for, not shown)" if tally.unsure else ""
    return f"{read}{unsure}{problems}. Ledger: {shown(ledger)}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
