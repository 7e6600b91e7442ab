"""A ledger of invented reports, told in calls that every version of the store knows, and all that its views show.

`old/v5.sql` and `old/v5.json` (what a view shows now, and a digest of each view at `MOMENTS`) were made from it by the
last version without a log: `python -m tests.ledger.old_ledger tests/ledger/old`, with the code of schema 5 in `src`.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.ledger.samples import Said, at, everything, report, rich_reading

from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.records import key_of, records

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store, View

#: Moments at which the views are looked at: None is now.
MOMENTS = (None, *map(at, range(-1, 14)))

RAID = report(
    "raid",
    Said("TF = Tide Front", "Dura", time="2020-01-02", killed=3),
    Said("North Guard", source=("Mira Rask", "coast guard"), time="../2020-01-03"),
    outlet="Harbour Wire",
)
CORRECTED = replace(RAID, document=replace(RAID.document, published=date(2020, 1, 5)))
NEWS = report("news ü", Said("Tide Front", "Port Salem", "capture"), published=None)
SILENT = report("silent", reader="r@2")
TRUCE = report("truce", Said("North Guard", "Tide Front"), outlet="Tide Front")
#: The report of the first run again, in other bytes; it is recorded before the moment of the first (a clock set back).
EARLY = report("truce", Said("North Guard", "Dura"))

_SUBJECT = (key_of("news ü", "Tide Front"), key_of("raid", "Tide Front"))
SAME = Judgement(_SUBJECT, Verdict.SAME, "Same name.", "names@1", at(8), 0.875)
APART = Judgement(_SUBJECT, Verdict.DIFFERENT, "They are two.", "A. Reader", at(9))
UNDO = Judgement((SAME.id,), Verdict.UNDO, "Not so sure.", "A. Reader", at(9))
LIST = AliasListRow("mine", "mine.csv", "A. Reader", at(10), ({"names": ["TF", "Tide Front"]}, {"names": ["NG"]}))


def tell(store: Store) -> None:
    """Enter runs, readings that follow one another, problems, findings, judgements and a list of aliases."""
    with store.writer() as writer:
        writer.problem(Problem("before.txt", "read", "It is empty.", "Give a file with words."), at(0))
        run = writer.begin_run("r@1", ["raid.txt", "b\udcffd.bin"], at(1))
        writer.record(RAID, at(2))
        writer.record(rich_reading(), at(2))
        writer.problem(Problem("bad.bin", "read", "The file is no text.", "Give a text file."), at(3))
        writer.record(TRUCE, at(7))
        writer.end_run(run, at(4))
        writer.begin_run("r@1 r@2", [], at(5))
        for minute, reading in ((5, CORRECTED), (5, NEWS), (6, SILENT), (7, RAID), (3, EARLY), (1, RAID)):
            writer.record(reading, at(minute))
    with store.writer() as writer:
        for found, version, minute in ((RAID, "v@1", 8), (RAID, "v@2", 9), (NEWS, "v@1", 8), (TRUCE, "v@1", 2)):
            told = ({"id": f"of {found.document.id}", "low": None, "share": 0.1},)
            writer.resolve(Findings(found.id, version, records(found), told), [SAME], at(minute))
        for judgement in (APART, UNDO):
            writer.judge(judgement)
        writer.bring(LIST)


def shown(view: View) -> list[Any]:
    """Return all that a view shows, resolution too, as JSON values."""
    resolved = (view.records(), view.happenings(), view.judgements(), view.alias_lists(), view.unresolved("v@1"))
    told = plain((everything(view), view.runs(), view.names(), resolved))
    assert isinstance(told, list)
    return told


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """Return a value as JSON has it; fields of dataclasses that have their defaults are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        there = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        defaults = {f.name: f.default for f in fields(value) if f.default is not MISSING}
        return {n: plain(v) for n, v in there.items() if n not in defaults or v != defaults[n]}
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(v) for v in value)
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def digest(told: list[Any]) -> str:
    """Return a hash of what `shown` gave."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode("ascii")).hexdigest()


def main(folder: Path) -> None:
    """Write the ledger as SQL, and what it shows, into a folder."""
    path = folder / "made.db"
    with closing(SqliteStore(path)) as store:
        tell(store)
        views = [shown(store.view(moment)) for moment in MOMENTS]
    with closing(sqlite3.connect(path)) as raw:
        pragmas = ("application_id", "user_version")
        head = [f"PRAGMA {name} = {raw.execute(f'PRAGMA {name}').fetchone()[0]};" for name in pragmas]
        (folder / "v5.sql").write_text("\n".join([*head, *raw.iterdump()]) + "\n", encoding="utf-8")
    told = [*views[0], [digest(view) for view in views]]
    lines = ",\n".join(json.dumps(part, ensure_ascii=True, separators=(",", ":")) for part in told)
    (folder / "v5.json").write_text(f"[\n{lines}\n]\n", encoding="ascii")
    path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
