"""Same input, same output: the same bytes in a fresh process, whatever order Python's sets and dicts of words take."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
#: A list, a table and copy in capitals, so that every repair of a layout runs.
SHAPES = """\
ZENDA REBELS (ZLF) SHELLED OBOCK ON MONDAY, KILLING FIVE PEOPLE, COL. HENTZAU SAID.

ANNA KELLER: Who did it?

PAUL HENTZAU: The Zenda Front, also known as ZF, attacked the town. Hamas, Hezbollah and Iran denied it.

ANNA KELLER: Were soldiers there?

3 May 2024
- Rebels shelled a market in Obock.
- Soldiers arrested two men in Tarn.

4 May 2024 | Tarn | Gunmen attacked a school
5 May 2024 | Obock | Police released 20 prisoners
"""


def claims(paths: list[str], ledger: Path, seed: str) -> bytes:
    """Return what the command line writes of the files, read in a new process with a new ledger."""
    code = "from tacitus.cli import main; main()"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", code, "read", *paths, "--format", "jsonl", "--quiet", "--ledger", str(ledger)]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout  # noqa: S603 - our own code


def test_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Twice with one seed and once with each of two others."""
    (tmp_path / "shapes.txt").write_text(SHAPES, encoding="utf-8")
    paths = [str(EXAMPLES), str(tmp_path / "shapes.txt")]
    first = claims(paths, tmp_path / "first.db", "0")
    assert len(first) > 1_000
    assert b"Zenda Front" in first
    for number, seed in enumerate(("0", "1", "4242")):
        assert claims(paths, tmp_path / f"{number}.db", seed) == first


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_seed_reaches_the_process(seed: str) -> None:
    """Else the test above would compare a thing with itself."""
    command = [sys.executable, "-c", "print(hash('Obock'))"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    one = subprocess.run(command, env=environment, capture_output=True, check=True).stdout  # noqa: S603 - our own code
    other = subprocess.run(  # noqa: S603 - our own code
        command, env={**environment, "PYTHONHASHSEED": "7"}, capture_output=True, check=True
    ).stdout
    assert one != other
