"""A program that records documents is killed at random moments: is anything lost that it had acknowledged?

Usage: python -m benchmarks.kills [--times 200] [--real 10] [--seed 1] [--postgres URL]

Each time a process of its own records made-up reports with their raw bytes and acknowledges each on standard output;
after a random moment it gets `kill -9`. The next one goes on with the same ledger. After each kill: every acknowledged
reading is there whole, read from the log, with its raw bytes, and shown; no document is half there; `verify` is sound
and the log holds the head that it had after the kill before; and a writer can go on. For `--real` of the times it is
the command itself (`tacitus read --format jsonl`, with the real reader): each claim that it printed is there.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.ledgers import made_up
from benchmarks.stores import Schemas, opened

from tacitus.ledger.changes import Asserted, change_in
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.sealing import unsealed
from tacitus.ledger.verify import verify
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from tacitus.ledger.rows import LogHead
    from tacitus.ledger.store import SqlStore
    from tacitus.model.reading import Reading

#: Longest that a process lives after its first acknowledgement, in seconds.
LONGEST = 0.6
_ROOT = Path(__file__).parent.parent


@dataclass(slots=True)
class Checked:
    """What was looked at after kills.

    Attributes:
        kills: How often a process was killed.
        acknowledged: Readings that it had said to be recorded.
        beyond: Readings that were recorded whole and not yet acknowledged.
        open_runs: Runs without an end: those that were cut off.
        troubles: What was wrong, in words; empty when nothing was.
    """

    kills: int = 0
    acknowledged: int = 0
    beyond: int = 0
    open_runs: int = 0
    troubles: list[str] = field(default_factory=list)


def intake(folder: Path, postgres: str | None, start: int) -> None:
    """Record made-up reports from a number on and acknowledge each, until killed: what the child process does."""
    with closing(opened(folder, postgres)) as store, store.writer("kills") as writer:
        run = writer.begin_run("made@1", [f"from {start}"], datetime.now(UTC))
        for number in count(start):
            if number % 10 == 9:
                writer.problem(Problem(f"scan-{number}", "read", "It is no text.", "Give a text."), datetime.now(UTC))
            reading = _report(number)
            writer.record(reading, datetime.now(UTC))
            print(reading.id, number, flush=True)
            if number % 50 == 49:
                writer.end_run(run, datetime.now(UTC))
                run = writer.begin_run("made@1", [f"from {number + 1}"], datetime.now(UTC))


def killed(folder: Path, postgres: str | None, start: int, after: float) -> list[tuple[str, int]]:
    """Return what a process acknowledged that was killed some seconds after its first acknowledgement.

    Args:
        folder: Of the ledger.
        postgres: Address of the ledger on a server, or None.
        start: Number of its first report.
        after: Seconds; below 0, after its start.
    """
    command = [sys.executable, "-m", "benchmarks.kills", "--child", str(folder), "--start", str(start)]
    command += ["--postgres", postgres] if postgres else []
    return [(line.split()[0], int(line.split()[1])) for line in _killed(command, after) if len(line.split()) == 2]


def _killed(command: list[str], after: float) -> list[str]:
    """Run a command, kill it some seconds after its first line (below 0: after its start), and return its lines."""
    with subprocess.Popen(command, cwd=_ROOT, env=_environ(), stdout=subprocess.PIPE) as child:  # noqa: S603 - ourselves
        assert child.stdout  # noqa: S101 - it is piped
        first = child.stdout.readline() if after >= 0 else b""
        time.sleep(abs(after))
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read()
    whole, _, _ = (first + rest).rpartition(b"\n")  # a line without its end is none
    return whole.decode().splitlines()


def _environ() -> dict[str, str]:
    paths = os.pathsep.join([str(_ROOT), str(_ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}


class Watch:
    """What has been acknowledged so far, and what must hold."""

    def __init__(self, folder: Path, postgres: str | None) -> None:
        """Watch a ledger."""
        self._where = folder, postgres
        self._acknowledged: dict[str, int] = {}
        self._heads: list[LogHead] = []
        self.checked = Checked()

    def next(self) -> int:
        """Return a number that no report has had."""
        return max(self._acknowledged.values(), default=-1) + 10

    def look(self, acknowledged: list[tuple[str, int]]) -> None:
        """Look at the ledger after a kill."""
        self._acknowledged.update(acknowledged)
        checked = self.checked
        checked.kills += 1
        checked.acknowledged += len(acknowledged)
        with closing(opened(*self._where)) as store:
            said = len(checked.troubles)
            self._chain(store)
            self._documents(store, {id_ for id_, _ in acknowledged})
            self._goes_on(store)
            checked.troubles[said:] = [f"kill {checked.kills}: {trouble}" for trouble in checked.troubles[said:]]

    def _chain(self, store: SqlStore) -> None:
        last = self._heads[-1] if self._heads else None
        found = verify(store.books, last.hash if last else None)
        self.checked.troubles += [str(flaw) for flaw in found.flaws]
        self._heads.append(found.head)

    def _documents(self, store: SqlStore, fresh: set[str]) -> None:
        """Compare what was acknowledged with the log and the views, field by field."""
        view, troubles = store.view(), self.checked.troubles
        since = self._heads[-2].seq if len(self._heads) > 1 else 0
        logged = {c.reading.id: c for e in store.books.entries(since) if (c := _asserted(store, e.key, e.payload))}
        troubles += [f"acknowledged and not in the log: {id_}" for id_ in fresh - logged.keys()]
        rows = {row.reading: row for row in view.documents()}
        for id_, change in logged.items():
            number = int(change.reading.document.id.rpartition("-")[2])
            whole = _report(number)
            if id_ not in rows:
                troubles.append(f"in the log and not shown: {id_}")
            elif change.reading != _bare(whole) or view.reading(id_) != _bare(whole):
                troubles.append(f"not whole: {id_}")
            elif not _has_raw(store, change, whole):
                troubles.append(f"without its raw bytes: {id_}")
            elif (rest := len(view.claims(ClaimFilter(reading=id_)))) != _claims(number):
                troubles.append(f"half there, with {rest} of {_claims(number)} claims: {id_}")
        counts = view.counts()
        self.checked.beyond += len(logged.keys() - fresh)
        self.checked.open_runs = sum(run.ended is None for run in view.runs())
        claims = sum(_claims(int(row.id.rpartition("-")[2])) for row in rows.values())
        if counts.claims != claims:
            troubles.append(f"{counts.claims} claims, {claims} expected: a document is half there")

    def _goes_on(self, store: SqlStore) -> None:
        """Record one more reading, which counts as acknowledged."""
        number = self.next()
        with store.writer("kills") as writer:
            writer.record(_report(number), datetime.now(UTC))
        self._acknowledged[_report(number).id] = number
        self._heads[-1] = store.books.head()


def _report(number: int) -> Reading:
    return made_up(number, claims=_claims(number))


def _claims(number: int) -> int:
    return 1 + number % 40


def _asserted(store: SqlStore, key: str, payload: bytes) -> Asserted | None:
    secret = store.books.keys.get(key)
    change = change_in(unsealed(secret, key, payload))[0] if secret is not None else None
    return change if isinstance(change, Asserted) else None


def _bare(reading: Reading) -> Reading:
    return replace(reading, document=replace(reading.document, raw=None, capture=None))


def _has_raw(store: SqlStore, change: Asserted, whole: Reading) -> bool:
    key = store.books.sealed(whole.id) or ""
    secret, value = store.books.keys.get(key), store.books.raw.get(change.raw or "")
    return secret is not None and value is not None and unsealed(secret, key, value) == whole.document.raw


def real(folder: Path, postgres: str | None, times: int, chance: random.Random) -> Checked:
    """Kill the real command while it reads made-up reports; at last let it read all of them."""
    checked, reports = Checked(), folder / "reports"
    reports.mkdir()
    for number in range(40):
        (reports / f"{number:02}.txt").write_text(made_up(number, claims=6, name="text").document.text, "utf-8")
    ledger = postgres or str(folder / "t.db")
    program = "from tacitus.cli import main; main()"
    command = [sys.executable, "-c", program, "read", str(reports), "--format", "jsonl", "--ledger", ledger, "--quiet"]
    for _ in range(times):
        printed = {json.loads(line)["claim"] for line in _killed(command, chance.uniform(0, 2))}
        checked.kills += 1
        checked.acknowledged += len(printed)
        with closing(opened(folder, postgres)) as store:
            checked.troubles += [str(flaw) for flaw in verify(store.books).flaws]
            there = {row.claim.id for row in store.view().claims()}
            checked.troubles += [f"printed and not in the ledger: {id_}" for id_ in printed - there]
    subprocess.run(command, cwd=_ROOT, env=_environ(), stdout=subprocess.DEVNULL, check=False)  # noqa: S603 - ourselves
    with closing(opened(folder, postgres)) as store:
        checked.open_runs = sum(run.ended is None for run in store.view().runs())
        documents, kept = store.view().documents(), store.books
        held = sum(1 for row in documents for one in kept.sealings(row.id) if one.raw and kept.raw.get(one.raw))
        if (len(documents), held) != (40, 40):
            checked.troubles.append(f"{len(documents)} documents and {held} raw bytes of 40 after reading again")
    return checked


def _told(what: str, checked: Checked, seconds: float) -> str:
    figures = (
        f"{what}: {checked.kills} kills in {seconds:.0f} s, {checked.acknowledged} acknowledged, "
        f"{checked.beyond} recorded beyond, {checked.open_runs} runs cut off, {len(checked.troubles)} troubles"
    )
    return "\n".join([figures, *checked.troubles[:20]])


def main() -> None:
    """Kill, look, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--real", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", metavar="URL", default=None)
    parser.add_argument("--child", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--start", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        intake(options.child, options.postgres, options.start)
        return
    chance = random.Random(options.seed)  # noqa: S311 - moments to kill at, no secrets
    with tempfile.TemporaryDirectory() as made, Schemas(options.postgres) as schema:
        folder, started = Path(made), time.monotonic()
        if options.real:
            (folder / "real").mkdir()
            done = real(folder / "real", schema("real"), options.real, chance)
            print(_told("tacitus read", done, time.monotonic() - started), flush=True)
        watch, started = Watch(folder, schema("kills")), time.monotonic()
        for number in range(options.times - options.real):
            # Some die while they start, the first one while it makes the ledger.
            after = chance.uniform(0, LONGEST) if number % 10 else -chance.uniform(0.1, 1.5)
            watch.look(killed(folder, schema("kills"), watch.next(), after))
            if number % 20 == 19:
                print(_told("writer", watch.checked, time.monotonic() - started), flush=True)
        print(_told("writer", watch.checked, time.monotonic() - started))


if __name__ == "__main__":
    main()
