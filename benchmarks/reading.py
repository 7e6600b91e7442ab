"""Speed and memory of the whole reading, from a file to claims in a ledger, and how soon the command is there.

Usage: python -m benchmarks.reading [--texts ../shared/bench/claims/dev-texts.jsonl] [--gazetteer FILE] [--rounds 5]

Every run is a process of its own on one core; rounds alternate between the rows, and medians are printed. A word is
what white space parts (the engine's tokens are 15 % more). The whole counts from the start of Python to the end; the
engine alone and the steps alone, with analyses ready, count their own time and stand beside it for comparison.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.model.document import Document
    from tacitus.pipeline import Reader

Figures = tuple[float, float, float]
"""Seconds by the clock, seconds of processor time, megabytes at most."""

QUICK: Mapping[str, Sequence[str]] = {
    "python by itself": ("-c", "pass"),
    "import tacitus": ("-c", "import tacitus"),
    "tacitus --help": ("-c", "from tacitus.cli import main; main()", "--help"),
}
_RUNS = 9


def main() -> None:
    """Print the figures, or run once within this process when called with --one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=Path("../shared/bench/claims/dev-texts.jsonl"))
    parser.add_argument("--gazetteer", type=Path, help="for a row with places looked up")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=["whole", "parts"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one == "whole":
        whole(options.texts, options.gazetteer)
    elif options.one == "parts":
        print(json.dumps(parts(options.texts, options.gazetteer)))
    else:
        report(options.texts, options.gazetteer, options.rounds)


def report(texts: Path, gazetteer: Path | None, rounds: int) -> None:
    """Print all rows; this process and all that it starts stay on one core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    count = sum(len(json.loads(line)["text"].split()) for line in texts.read_text("utf-8").splitlines())
    rows: dict[str, list[Figures]] = {}
    for _ in range(rounds):
        for place, file in {"no gazetteer": None, "with a gazetteer": gazetteer}.items():
            if place == "no gazetteer" or file is not None:
                ask = ("--texts", str(texts), *(("--gazetteer", str(file)) if file else ()))
                rows.setdefault(f"whole, {place}", []).append(run(("-m", __spec__.name, "--one", "whole", *ask))[1])
                out, (_, _, memory) = run(("-m", __spec__.name, "--one", "parts", *ask))
                for name, (clock, processor) in json.loads(out).items():
                    rows.setdefault(f"{name}, {place}", []).append((clock, processor, memory))
    for name, found in rows.items():
        clock, processor, memory = median(found)
        print(
            f"{name:32} {count / clock:7,.0f} words/s by the clock {count / processor:7,.0f} by processor time", end=""
        )
        print(f" {memory:5.0f} MB")
    for name, arguments in QUICK.items():
        clock, processor, memory = median([run(arguments)[1] for _ in range(_RUNS)])
        print(f"{name:32} {clock:.3f} s by the clock, {processor:.3f} s of processor time, {memory:.0f} MB")


def median(found: Sequence[Figures]) -> Figures:
    """Return the median of each figure."""
    clock, processor, memory = (statistics.median(column) for column in zip(*found, strict=True))
    return clock, processor, memory


def run(arguments: Sequence[str]) -> tuple[str, Figures]:
    """Return what a Python process of its own wrote, and what it took."""
    began = time.perf_counter()
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own
        out = child.stdout.read() if child.stdout is not None else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, arguments)
    return out, (time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def whole(texts: Path, gazetteer: Path | None) -> int:
    """Read a file into a new ledger and return the number of claims: what `tacitus read` does, but for the screen."""
    from tacitus.intake import Intake, Tally  # noqa: PLC0415 - the load counts
    from tacitus.ledger.sqlite import SqliteStore  # noqa: PLC0415
    from tacitus.read.inputs import ReadOptions  # noqa: PLC0415

    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        intake = Intake(_reader(gazetteer), SqliteStore(Path(folder) / "ledger.db"), lambda: datetime.now(UTC))
        for item in intake.take([str(texts)], ReadOptions()):
            tally.add(item)
    return tally.claims


def _reader(gazetteer: Path | None) -> Reader:
    from tacitus.gazetteer.index import Index  # noqa: PLC0415 - the load counts
    from tacitus.pipeline import default_reader  # noqa: PLC0415

    return default_reader(gazetteer=Index(gazetteer) if gazetteer else None)


def parts(texts: Path, gazetteer: Path | None) -> dict[str, tuple[float, float]]:
    """Return seconds by the clock and of the processor, for the engine alone and for the steps alone."""
    from tacitus.extract.contract import Draft  # noqa: PLC0415 - the load counts
    from tacitus.model.document import Document  # noqa: PLC0415
    from tacitus.read.inputs import ReadOptions, read_inputs  # noqa: PLC0415

    reader = _reader(gazetteer)
    items = read_inputs([str(texts)], ReadOptions())
    documents: list[Document] = [item for item in items if isinstance(item, Document)]
    reader.read(documents[0])
    begun = _now()
    analyses = [reader.engine.analyse(document.text) for document in documents]
    between = _now()
    for document, sentences in zip(documents, analyses, strict=True):
        draft = Draft(document, sentences=sentences)
        for step in reader.steps:
            draft = step.extract(draft)
    ended = _now()
    return {"engine alone": _taken(begun, between), "steps alone": _taken(between, ended)}


def _now() -> tuple[float, float]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter(), used.ru_utime + used.ru_stime


def _taken(begun: tuple[float, float], ended: tuple[float, float]) -> tuple[float, float]:
    return ended[0] - begun[0], ended[1] - begun[1]


if __name__ == "__main__":
    main()
