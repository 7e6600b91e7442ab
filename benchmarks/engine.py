"""Size, load, memory and speed of an engine, from text to all its outputs, each engine in a process of its own.

Usage: python -m benchmarks.engine [--texts ../shared/bench/claims/dev-texts.jsonl] [--engine FOLDER ...] [--rounds 5]

The package's engine is measured, and each FOLDER beside it in the same run: rounds alternate, medians are printed.
Words are the engine's tokens. Nothing but the engine is loaded; its one thread is told by onnxruntime.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tacitus.language.engine import BundledEngine
from tacitus.language.files import MODEL, VOCABULARY, bundled_folder


def main() -> None:
    """Measure, or measure one engine once when called by itself with --one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=Path("../shared/bench/claims/dev-texts.jsonl"))
    parser.add_argument("--engine", type=Path, nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(once(options.one, options.texts)))
        return
    folders = [bundled_folder(), *options.engine]
    rows: dict[Path, list[dict[str, float]]] = {folder: [] for folder in folders}
    for _ in range(options.rounds):
        for folder in folders:
            rows[folder].append(_apart(folder, options.texts))
    for folder, found in rows.items():
        size = sum((folder / name).stat().st_size for name in (MODEL, VOCABULARY)) / 1e6
        median = {key: statistics.median(row[key] for row in found) for key in found[0]}
        print(
            f"{folder.name}: {size:.1f} MB, load {median['load']:.2f} s, memory {median['memory']:.0f} MB, "
            f"{median['wall']:.0f} words/s by the clock, {median['cpu']:.0f} by processor time"
        )


def _apart(folder: Path, texts: Path) -> dict[str, float]:
    """Return what one process of its own measures."""
    command = [sys.executable, "-m", "benchmarks.engine", "--one", str(folder), "--texts", str(texts)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own program
    return dict(json.loads(done.stdout))


def once(folder: Path, path: Path) -> dict[str, float]:
    """Return seconds to load, megabytes of the process at most, and words in a second of clock and of processor."""
    began = time.perf_counter()
    engine = BundledEngine(folder)
    load = time.perf_counter() - began
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    engine.analyse(texts[0])
    clock, processor = time.perf_counter(), time.process_time()
    words = sum(len(sentence.tokens) for text in texts for sentence in engine.analyse(text))
    wall, cpu = time.perf_counter() - clock, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load": load, "memory": memory, "wall": words / wall, "cpu": words / cpu}


if __name__ == "__main__":
    main()
