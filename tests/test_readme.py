"""The README's session and its Python run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {"PYTHONUTF8": "1"}
    command = [sys.executable, *words]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder in which the examples lie as in the repository."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


def test_the_session_runs(folder: Path) -> None:
    """Each command of the session works and says something. `scripts/readme` renews what the README shows."""
    (session,) = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    commands = re.findall(r"(?m)^\$ tacitus (.+)$", session)
    assert commands
    for command in commands:
        done = _run(folder, "-c", "from tacitus.cli import main; main()", *shlex.split(command))
        assert done.returncode == 0, command + done.stderr
        assert done.stdout + done.stderr


def test_the_python_runs(folder: Path) -> None:
    """The lines of Python print claims."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(code.splitlines()) <= 11
    done = _run(folder, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(" | ") >= 3
