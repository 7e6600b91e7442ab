"""Colour, width, pipes and bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

ESCAPE = "\x1b["


def test_no_colour_off_a_terminal(process: Callable[..., Done], ledger: Path) -> None:
    """A pipe gets plain text, one line a claim, nothing wrapped or cut."""
    done = process("claims", "--ledger", ledger)
    assert ESCAPE not in done.out + done.err
    assert len(done.out.splitlines()) == 5
    assert "“Shells hit the market of Mirzakh on Sunday and killed 31 people”" in done.out


@pytest.mark.parametrize(("options", "environ"), [(("--no-color",), {}), ((), {"NO_COLOR": "1"})])
def test_colour_can_be_switched_off(
    process: Callable[..., Done], ledger: Path, options: tuple[str, ...], environ: dict[str, str]
) -> None:
    """On a terminal there is colour, unless an option or the environment says no."""
    assert ESCAPE in process("claims", "--ledger", ledger, FORCE_COLOR="1").out
    done = process("claims", "--ledger", ledger, *options, FORCE_COLOR="1", **environ)
    assert ESCAPE not in done.out
    assert "shelling" in done.out


@pytest.mark.parametrize("width", [72, 100])
def test_width_is_kept(process: Callable[..., Done], ledger: Path, width: int) -> None:
    """A table asked for by width keeps to it and loses nothing."""
    done = process("claims", "--ledger", ledger, COLUMNS=str(width))
    assert max(map(len, done.out.splitlines())) <= width
    assert all(word in done.out for word in ("hospital", "denied", "alias"))


def test_the_same_bytes_twice(process: Callable[..., Done], ledger: Path) -> None:
    """Asking twice gives the same bytes, whatever the hash seed and the locale."""
    for form in ("table", "json", "jsonl", "csv"):
        one = process("claims", "--format", form, "--ledger", ledger, PYTHONHASHSEED="1", LC_ALL="C")
        other = process("claims", "--format", form, "--ledger", ledger, PYTHONHASHSEED="2", PYTHONIOENCODING="latin-1")
        assert one == other
        assert one.out


def test_a_closed_pipe_is_no_error(ledger: Path) -> None:
    """`tacitus claims | head -0` ends quietly."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-c", "from tacitus.cli import main; main()", "claims", "--ledger", str(ledger)]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    os.close(write)
    assert b"Traceback" not in done.stderr
