"""The `tacitus` command: options and the order of steps, no logic.

Each command imports what it needs when it runs, so that `tacitus --help` does not load the reader.
"""

from __future__ import annotations

from tacitus.cli.app import app, main

__all__ = ["app", "main"]
