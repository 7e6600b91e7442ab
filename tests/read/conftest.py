"""Helpers of the read tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tacitus.model.document import Document
from tacitus.model.problem import Problem
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[..., tuple[list[Document], list[Problem]]]


@pytest.fixture
def read() -> Read:
    """Return a function that gives documents and problems of inputs, each in order."""

    def read_all(*inputs: Path | str, options: ReadOptions | None = None) -> tuple[list[Document], list[Problem]]:
        found = list(read_inputs([str(name) for name in inputs], options or ReadOptions()))
        return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)]

    return read_all


@pytest.fixture
def read_bytes(tmp_path: Path, read: Read) -> Read:
    """Return a function that writes bytes to a file of a given name and reads it."""

    def write_and_read(
        name: str, raw: bytes, options: ReadOptions | None = None
    ) -> tuple[list[Document], list[Problem]]:
        (tmp_path / name).write_bytes(raw)
        return read(tmp_path / name, options=options)

    return write_and_read
