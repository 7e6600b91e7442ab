"""Ledgers without a log (schema 1 to 5) become ledgers with one, whole or not at all.

What their tables hold is entered in the order of its moments and with the moments that it had, in one transaction; then
the old tables go. Afterwards every view shows what it showed before.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from tacitus.ledger.changes import Again, Brought, Change, Found, Judged
from tacitus.ledger.errors import NotALedgerError
from tacitus.ledger.legacy_rows import KINDS
from tacitus.ledger.sqlite_schema import LAST_WITHOUT_LOG, VERSION, script, statements, tables_made_by
from tacitus.ledger.writer import LogWriter

if TYPE_CHECKING:
    from tacitus.ledger.sql_books import SqlBooks
    from tacitus.ledger.sqlite_database import SqliteDatabase

#: Who enters what nobody signed.
AUTHOR = "tacitus (before the log)"
#: Entries that are sealed before they are written: until then their keys and payloads wait in memory.
_MANY = 500
#: Every row that becomes an entry: the moment before which it cannot stand in the log, its kind (an index of `KINDS`,
#: which is the order among rows of one moment), its key, its own moment. A reading is entered where it came in first;
#: what is said of it stands behind, even where the clock was set back in between.
_STEPS = """
WITH first AS (
    SELECT x.key, x.reading, x.recorded FROM old_recording x
    WHERE x.key = (SELECT min(y.key) FROM old_recording y WHERE y.reading = x.reading))
SELECT u.started AS place, 0 AS kind, u.key AS key, u.started AS recorded FROM old_run u
UNION ALL SELECT f.recorded, 1, f.key, f.recorded FROM first f
UNION ALL SELECT max(x.recorded, f.recorded), 2, x.key, x.recorded
    FROM first f JOIN old_recording x ON x.reading = f.reading AND x.key <> f.key
UNION ALL SELECT p.recorded, 3, p.key, p.recorded FROM old_problem p WHERE p.reading IS NULL
UNION ALL SELECT max(z.recorded, f.recorded), 4, z.key, z.recorded
    FROM first f JOIN old_resolved z ON z.reading = f.reading
UNION ALL SELECT j.recorded, 5, j.key, j.recorded FROM old_judgement j
UNION ALL SELECT a.recorded, 6, a.key, a.recorded FROM old_alias_list a
UNION ALL SELECT e.ended, 7, e.run, e.ended FROM old_run_end e
ORDER BY place, kind, key
"""


def give_log(database: SqliteDatabase, books: SqlBooks) -> None:
    """Turn a ledger without a log into one with a log; nothing is done where another program was quicker.

    Args:
        database: The open file.
        books: Its books.

    Raises:
        NotALedgerError: If a row of the old tables cannot be read. The file is as it was.
        LedgerAccessError: If the file is locked for too long, or the disk is full. Likewise.
        LedgerVersionError: If a newer program was quicker.
    """
    with database.catching_up() as found:
        if found == VERSION:
            return
        for number in range(found + 1, LAST_WITHOUT_LOG + 1):
            _run(database, f"{number:03}.sql")
        old = _put_aside(database)
        _run(database, "006.sql")
        _run(database, "006.sqlite.sql")
        database.remake_projection()
        _tell(database, books)
        for table in old:
            database.run(f"DROP TABLE old_{table}")
        database.version = VERSION


def _run(database: SqliteDatabase, name: str) -> None:
    for statement in statements(script(name)):
        database.run(statement)


def _put_aside(database: SqliteDatabase) -> list[str]:
    """Name the old tables `old_…`, without what refuses changes, and return the names that they had."""
    numbers = range(1, LAST_WITHOUT_LOG + 1)
    old = [table for number in numbers for table in tables_made_by(script(f"{number:03}.sql"))]
    ours = "sql IS NOT NULL AND tbl_name IN (TEXTS(:old))"
    found = f"SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND {ours}"  # noqa: S608 - our own
    for row in database.rows(found, {"old": json.dumps(old)}):
        database.run(f'DROP {row["type"]} "{row["name"]}"')
    for table in old:
        database.run(f"ALTER TABLE {table} RENAME TO old_{table}")
    for table in ("problem", "resolved"):
        database.run(f"CREATE INDEX old_{table}_reading ON old_{table} (reading)")
    return old


def _tell(database: SqliteDatabase, books: SqlBooks) -> None:
    """Enter all that the old tables hold, in order; each batch is a part of the one transaction around it."""
    writer = LogWriter(books, AUTHOR)
    steps = iter(database.rows(_STEPS))
    while batch := list(islice(steps, _MANY)):
        with writer.transaction():
            for step in batch:
                change = _change(database, step["kind"], step["key"])
                reading = _spoken_of(change)
                key = books.sealed(reading) if reading is not None else None
                writer.enter(change, step["recorded"], key=key, author=_signer(change))


def _change(database: SqliteDatabase, kind: int, key: int) -> Change:
    table, made = KINDS[kind]
    try:
        return made(database, key)
    except NotALedgerError:
        raise
    except (LookupError, TypeError, ValueError) as error:
        trouble = f"row {key} of its table {table!r} cannot be read ({error})"
        raise NotALedgerError(database.path, trouble, "Bring it back from a backup.") from error


def _spoken_of(change: Change) -> str | None:
    """Return the id of the reading whose key seals a change, or None for a key of its own."""
    if isinstance(change, Again):
        return change.reading
    return change.findings.reading if isinstance(change, Found) else None


def _signer(change: Change) -> str | None:
    if isinstance(change, Judged):
        return change.judgement.author
    return change.aliases.author if isinstance(change, Brought) else None
