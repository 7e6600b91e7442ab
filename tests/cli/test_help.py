"""The help teaches, and is quick."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tacitus import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

COMMANDS = ("read", "show", "claims", "dossier", "problems")


def test_help_lists_every_command(tacitus: Callable[..., Done]) -> None:
    """The first page names all commands and the exit codes."""
    done = tacitus("--help")
    assert done.code == 0
    assert all(command in done.out for command in (*COMMANDS, "--version", "--install-completion", "Exit codes"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(tacitus: Callable[..., Done], command: str) -> None:
    """Each command shows two calls."""
    done = tacitus(command, "--help")
    assert "For example:" in done.out
    assert done.out.count(f" tacitus {command}") - done.out.count("Usage: tacitus") >= 2 or command == "problems"


def test_version(tacitus: Callable[..., Done]) -> None:
    """Name and version, on standard output."""
    done = tacitus("--version")
    assert (done.code, done.out) == (0, f"tacitus {__version__}\n")


def test_nothing_said_is_help(tacitus: Callable[..., Done]) -> None:
    """Without a command the help is shown, and the call counts as wrong."""
    done = tacitus()
    assert done.code == 2
    assert "Usage" in done.out + done.err


def test_help_loads_no_reader() -> None:
    """The heavy libraries stay out, so that the help is there at once."""
    heavy = "{'trafilatura', 'onnxruntime', 'numpy', 'py3langid', 'lxml', 'sqlite3', 'tacitus.model.claim'}"
    script = (
        "import sys\nfrom tacitus.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"sys.exit(str({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_help_is_quick(process: Callable[..., Done]) -> None:
    """Under 0.3 s on an idle machine; five times that is allowed here, on the best of three runs."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        process("--help")
        taken.append(time.perf_counter() - start)
    assert min(taken) < 1.5


def test_completion_knows_commands_and_types(process: Callable[..., Done]) -> None:
    """The shell completes commands, and claim types after --type."""
    words = {"_TACITUS_COMPLETE": "complete_bash"}
    commands = process(COMP_WORDS="tacitus cl", COMP_CWORD="1", **words)
    assert commands.out.strip() == "claims"
    types = process(COMP_WORDS="tacitus claims --type air", COMP_CWORD="3", **words)
    assert types.out.strip() == "airstrike"
