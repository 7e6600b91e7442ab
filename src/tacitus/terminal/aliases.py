"""What `tacitus aliases` does and prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.aliases.files import read_aliases
from tacitus.config import Listing
from tacitus.ledger.findings import AliasListRow
from tacitus.model.judgement import Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.clusters import standing
from tacitus.resolve.lists import entry_out
from tacitus.resolving import reconsider
from tacitus.terminal.wording import counted

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tacitus.ledger.contract import Store, View
    from tacitus.resolve.lists import AliasEntry
    from tacitus.terminal.screen import Screen

#: So many problems with one file are told.
_TOLD = 10


@dataclass(frozen=True, slots=True)
class Brought:
    """A file of aliases, its format or None, what to call it ("" for the name of the file), who brings it, and when."""

    file: Path
    form: str | None
    name: str
    author: str
    now: datetime


def add(brought: Brought, store: Store, screen: Screen) -> int:
    """Add a list to a ledger, look again at what was resolved, and return the exit code.

    Raises:
        UnreadableFileError: If the file cannot be read, or is of no known format.
    """
    found: list[AliasEntry] = []
    problems = 0
    with screen.progress("Reading aliases"):
        for item in read_aliases(brought.file, form=brought.form, name=brought.name or None):
            if isinstance(item, Problem):
                problems += 1
                if problems <= _TOLD:
                    screen.problem(item)
            else:
                found.append(item)
    if problems > _TOLD:
        screen.note(f"{problems - _TOLD} more rows could not be used.")
    if not found:
        screen.note("Nothing was added.")
        return 3
    row = AliasListRow(
        found[0].list, str(brought.file), brought.author, brought.now, tuple(entry_out(entry) for entry in found)
    )
    with store.writer() as writer:
        is_new = writer.bring(row)
    names = sum(len(entry.names) for entry in found)
    told = f"{counted(len(found), 'entry', 'entries')} with {counted(names, 'name')}"
    screen.line(f"{row.id}: {row.name}: {told}{'' if is_new else ', added before'}")
    judged = reconsider(store, (name for entry in found for name in entry.names), brought.now) if is_new else ()
    same = sum(j.verdict is Verdict.SAME for j in judged)
    screen.line(f"{counted(same, 'entity', 'entities')} joined to others. Take it all back: tacitus undo {row.id}")
    return 1 if problems else 0


def show(view: View, form: Listing, screen: Screen) -> None:
    """Write the lists of a ledger that were not taken back."""
    held = view.alias_lists()
    undone = {j.subject[0] for j in standing(view.judgements()) if j.verdict is Verdict.UNDO}
    rows = [row for row in held if row.id not in undone]
    if form is Listing.JSON:
        values = [
            {
                "id": row.id,
                "name": row.name,
                "origin": row.origin,
                "author": row.author,
                "recorded": row.recorded.isoformat(),
                "entries": len(row.entries),
            }
            for row in rows
        ]
        screen.json(values)
        return
    for row in rows:
        held_in = counted(len(row.entries), "entry", "entries")
        screen.line(f"{row.id} · {row.name} · {held_in} · {row.author}, {row.recorded:%Y-%m-%d %H:%M} UTC")
    if not rows:
        screen.line("No lists of aliases.")
