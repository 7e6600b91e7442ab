"""The throw-away PostgreSQL server of scripts/postgres: it is there for a command, and gone behind it."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "postgres"


def _folder(address: str) -> Path:
    return Path(address.strip().partition("?host=")[2])


@pytest.fixture
def environment(postgres_server: str) -> dict[str, str]:
    """Return an environment in which the script must find a server, as it did for this test run."""
    assert postgres_server
    return {**os.environ, "TACITUS_REQUIRE_POSTGRES": "1"}


def test_the_command_decides_how_it_ends(environment: dict[str, str]) -> None:
    """Its exit code is handed on, its folder is its own, and nothing is left behind."""
    command = [str(SCRIPT), "sh", "-c", 'echo "$TACITUS_TEST_POSTGRES"; pwd; exit 3']
    done = subprocess.run(  # noqa: S603 - our own script
        command, cwd=SCRIPT.parent, env=environment, capture_output=True, text=True, check=False
    )
    address, folder = done.stdout.splitlines()
    assert done.returncode == 3
    assert folder == str(SCRIPT.parent)
    assert address.startswith("postgresql://tacitus:")
    assert not _folder(address).exists()


def test_a_script_that_is_stopped_cleans_up(environment: dict[str, str]) -> None:
    """The server goes with it."""
    command = [str(SCRIPT), "sh", "-c", 'echo "$TACITUS_TEST_POSTGRES"; exec sleep 2']
    with subprocess.Popen(command, env=environment, stdout=-1, text=True) as script:  # noqa: S603 - our own script
        assert script.stdout
        address = script.stdout.readline().strip()
        with psycopg.connect(address) as connection:
            found = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        script.send_signal(signal.SIGTERM)
        assert script.wait(60) == 143
    assert found == (False,)
    assert not _folder(address).exists()
